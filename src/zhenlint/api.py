"""The Python interface: check a text, fix a text."""

from __future__ import annotations

from zhenlint.check import check
from zhenlint.fixing import fix
from zhenlint.language import Language
from zhenlint.problem import Problem, problems
from zhenlint.settings import Settings
from zhenlint.source import Source


def check_text(
    text: str, path: str = "<text>", settings: Settings | None = None, language: Language = "en"
) -> list[Problem]:
    """The problems of a Markdown text, in order of place.

    ``path`` is only named in the problems; no file is read and no configuration is looked for.
    """
    source = Source(path, text)
    return list(problems(source, check(source, settings or Settings()), language))


def fix_text(
    text: str,
    path: str = "<text>",
    settings: Settings | None = None,
    language: Language = "en",
    *,
    unsafe: bool = False,
) -> tuple[str, list[Problem]]:
    """The text with its safe fixes applied, and the problems that remain in it.

    With ``unsafe`` also the fixes that may change the meaning.
    """
    result = fix(Source(path, text), settings or Settings(), unsafe=unsafe)
    return result.source.text, list(problems(result.source, result.remaining, language))
