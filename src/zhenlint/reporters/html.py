"""One page that opens from disk: its style and its program stand in it, and nothing is fetched.

What comes from documents stands in JSON blocks only, which no browser runs, and the page's program makes
text nodes of it.  The policy in the page's head (Content Security Policy, level 3) lets nothing run but that
program, by its hash.  The parts of the page lie in ``page/`` as files.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from itertools import chain
from pathlib import Path
from string import Template
from typing import Any, Final

from zhenlint import __version__
from zhenlint.language import Language
from zhenlint.problem import HOME_URL, Problem, rule_url
from zhenlint.reporters import View
from zhenlint.reporters.json_array import JsonArray
from zhenlint.reporters.json_text import to_json
from zhenlint.reporters.summary import Totals
from zhenlint.rule_page import title
from zhenlint.rules import all_rules
from zhenlint.runner import FileResult
from zhenlint.source import Source

_PARTS: Final = Path(__file__).with_name("page")
_SCRIPTS: Final = ("model.js", "text.js", "filters.js", "list.js", "detail.js", "page.js")
"""The parts of the page's program, which is one script, in order."""

_AROUND: Final = 2
"""Lines shown before and after a problem."""

_MOST_LINES: Final = 6
"""Lines shown of a problem that takes many."""

_MARKUP: Final = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&"})


class Reporter:
    """Writes the files with their problems as they come; the page takes no more memory than one of them."""

    def __init__(self, view: View) -> None:
        self._language = view.language
        self._array = JsonArray()
        self._before, self._after = _page(view.language)

    def begin(self) -> str:
        """The page up to the list of files."""
        return self._before + "["

    def result(self, result: FileResult) -> str:
        """A file with its problems, and the lines that they stand in."""
        if result.source is None or not result.problems:
            return ""
        return self._array.add([_json(_file(result.path, result.source, result.problems))])

    def end(self, totals: Totals) -> str:
        """How the run went, and the page's program."""
        before, after = self._after
        return f"{self._array.close()}{before}{_json(_run(totals, self._language))}{after}"


def _page(language: Language) -> tuple[str, tuple[str, str]]:
    """What stands before the results, between them and the facts of the run, and after those."""
    style = _part("page.css")
    script = "".join(map(_part, _SCRIPTS))
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}';"
        " base-uri 'none'; form-action 'none'"
    )
    values = {key: escape(words) for key, words in _words(language).items()}
    values |= {"language": "zh-CN" if language == "zh" else "en", "home": HOME_URL}
    values |= {"policy": policy, "style": style, "script": script}
    before, between, after = (
        Template(part).substitute(values) for part in _part("page.html").split("$$data")
    )
    return before, (between, after)


def _part(name: str) -> str:
    return (_PARTS / name).read_text(encoding="utf-8")


def _words(language: Language) -> dict[str, str]:
    """What the page says."""
    words: dict[str, dict[Language, str]] = json.loads(_part("words.json"))
    return {key: told[language] for key, told in words.items()}


def _hash(text: str) -> str:
    """The name by which a policy knows the content of an element."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _json(value: Any) -> str:
    """JSON that neither ends the element around it nor means anything in HTML."""
    return to_json(value).translate(_MARKUP)


def _run(totals: Totals, language: Language) -> dict[str, Any]:
    rules = all_rules()
    return {
        "version": __version__,
        "files": totals.files,
        "rules": {
            code: {"name": rules[code].name, "title": title(rules[code], language), "url": rule_url(code)}
            for code in sorted(totals.by_code)
        },
        "failures": [failure.words(language) for _, failure in totals.failures],
        "warnings": [warning.words(language) for _, warning in totals.warnings],
        "words": _words(language),
    }


def _file(path: str, source: Source, problems: tuple[Problem, ...]) -> dict[str, Any]:
    """The problems of a file; each line of it is there once, however many problems it has."""
    shown = sorted(set(chain.from_iterable(_lines(problem, source) for problem in problems)))
    return {
        "path": path,
        "lines": {number: source.text[slice(*source.line_span(number))] for number in shown},
        "problems": [_problem(problem, source) for problem in problems],
    }


def _lines(problem: Problem, source: Source) -> Iterator[int]:
    """The numbers of the lines that a problem is shown in."""
    last = min(problem.end_line, problem.line + _MOST_LINES - 1) + _AROUND
    yield from range(max(1, problem.line - _AROUND), min(last, len(source.line_starts)) + 1)


def _problem(problem: Problem, source: Source) -> dict[str, Any]:
    written: dict[str, Any] = {
        "code": problem.code,
        "severity": problem.severity.value,
        "message": problem.message,
        "place": [problem.line, problem.column, problem.end_line, problem.end_column],
    }
    if problem.suggestions:
        written["suggestions"] = list(problem.suggestions)
    if problem.fix:
        written["fix"] = problem.fix.applicability.value
        written["edits"] = [
            [*source.position(edit.start), *source.position(edit.end), edit.content]
            for edit in problem.fix.edits
        ]
    return written
