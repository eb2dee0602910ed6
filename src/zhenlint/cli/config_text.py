"""The configuration of a path in words and as JSON."""

from __future__ import annotations

import json
import os
from typing import Any

from zhenlint.cli.table import table
from zhenlint.config import Configuration, Configurations
from zhenlint.config.origins import Origin, origins
from zhenlint.config.user_words import user_words_path
from zhenlint.discover import is_excluded
from zhenlint.files import shown_path, unreadable
from zhenlint.language import Language
from zhenlint.messages import phrase
from zhenlint.named_tuple import NamedTuple
from zhenlint.rules import all_rules
from zhenlint.terminal import Paint, columns, escape


class Found(NamedTuple):
    """The configuration of one path; ``words_file`` is the user's own list of words, if there is one."""

    path: str
    configuration: Configuration
    excluded: bool
    words_file: str | None

    @property
    def rules(self) -> list[str]:
        """The codes of the rules that run there."""
        settings = self.configuration.settings_of(os.path.abspath(self.path))
        return [code for code, rule in all_rules().items() if settings.enables(code, default=rule.default)]


def find(path: str, configurations: Configurations) -> Found:
    """The configuration of a path.

    Raises:
        ZhenlintError: the path does not exist, or its configuration is wrong.
    """
    whole = os.path.abspath(path)
    try:
        os.stat(whole)
    except OSError as error:
        raise unreadable(whole, path, error) from error
    folder = whole if os.path.isdir(whole) else os.path.dirname(whole)
    configuration = configurations.of_folder(folder)
    words = user_words_path()
    used = os.path.exists(words) and not configurations.isolated
    return Found(
        shown_path(whole),
        configuration,
        folder != whole and is_excluded(whole, configurations),
        shown_path(words) if used else None,
    )


def as_json(found: Found) -> str:
    """One object: the path, its files, each value with its origin, the rules that run."""
    value = {
        "path": found.path,
        "excluded": found.excluded,
        "files": [layer.file.shown for layer in reversed(found.configuration.layers)],
        "words": found.words_file,
        "values": [
            {"key": _dotted(item), "value": _plain(item.value), "file": item.file, "line": item.line}
            for item in origins(found.configuration)
        ],
        "rules": found.rules,
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def as_text(found: Found, language: Language, paint: Paint) -> str:
    """A table of the values, then the rules that run."""
    rows = [
        (escape(_dotted(item)), escape(_shown(item, language)), escape(_place(item, language)))
        for item in origins(found.configuration)
    ]
    if found.words_file:
        rows.append(("words.txt", escape(found.words_file), phrase("config-user").words(language)))
    headings = [phrase(f"column-{name}").words(language) for name in ("key", "value", "origin")]
    names = tuple(layer.file.shown for layer in reversed(found.configuration.layers))
    about = phrase("config-files", path=found.path, files=names) if names else phrase("config-no-file")
    parts = [about.words(language), table(headings, rows, paint)]
    if found.excluded:
        parts.append(phrase("config-excluded", path=found.path).words(language) + "\n")
    parts.append(_rules(found.rules, language))
    return "\n".join(parts)


def _rules(codes: list[str], language: Language) -> str:
    """The rules that run, in lines as wide as the terminal."""
    from zhenlint.cli.wrapping import wrap

    lines = wrap(phrase("config-rules", codes=" ".join(codes)).words(language), min(columns(), 100))
    return "".join(f"{line}\n" for line in lines)


def _dotted(item: Origin) -> str:
    """A key as TOML writes it: parts that are no bare keys in quotation marks."""
    bare = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"
    return ".".join(
        part if part and not part.strip(bare) else json.dumps(part, ensure_ascii=False) for part in item.key
    )


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _shown(item: Origin, language: Language) -> str:
    """A value as TOML writes it; where there is none, what holds instead."""
    if item.value is None:
        key = {"select": "config-default-rules", "lang": "config-locale"}.get(item.key[0], "config-none")
        return phrase(key).words(language)
    return json.dumps(_plain(item.value), ensure_ascii=False)


def _place(item: Origin, language: Language) -> str:
    if item.file is None:
        return phrase("config-default").words(language)
    return item.file if item.line is None else f"{item.file}:{item.line}"
