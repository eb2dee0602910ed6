"""A job summary for GitHub Actions, in Markdown: what a run came to, and its problems.

No format that one asks for: it goes with ``github`` where a job has a place for it.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import quote

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.messages import counted, phrase
from zhenlint.problem import Problem, rule_url
from zhenlint.reporters import View
from zhenlint.reporters.places import checkout
from zhenlint.reporters.summary import Totals
from zhenlint.reporters.words import with_suggestions
from zhenlint.rules import all_rules
from zhenlint.runner import FileResult
from zhenlint.terminal import escape

_MOST_FILES: Final = 10
_MOST_CHARACTERS: Final = 250_000
"""GitHub takes a MiB a step; a character is at most four bytes of it."""

_PUNCTUATION: Final = lazy_pattern(r"[!-/:-@\[-`{-~]")


class Reporter:
    """Collects the problems, as many as there is room for, and writes all at the end."""

    def __init__(self, view: View) -> None:
        self._language = view.language
        self._checkout = checkout()
        self._files: Counter[str] = Counter()
        self._rows: list[str] = []
        self._room = _MOST_CHARACTERS
        self._address = _address()

    def begin(self) -> str:
        """Nothing yet."""
        return ""

    def result(self, result: FileResult) -> str:
        """Nothing yet."""
        if result.problems:
            self._files[self._checkout.path(result.path)] = len(result.problems)
        for problem in result.problems:
            if self._room < 0:
                break
            row = self._row(problem)
            self._room -= len(row)
            self._rows.append(row)
        return ""

    def end(self, totals: Totals) -> str:
        """The summary."""
        return "\n\n".join((self._say("step-title"), *self._parts(totals))) + "\n\n"

    def _parts(self, totals: Totals) -> Iterator[str]:
        for sentence in totals.summary():
            yield sentence.words(self._language)
        for _, failure in totals.failures:
            yield f"**{self._say('label-error')}** {_code(failure.words(self._language))}"
        if totals.by_code:
            yield self._table(("column-count", "column-code", "column-name"), _rules(totals.by_code))
            files = sorted(self._files.items(), key=lambda item: (-item[1], item[0]))[:_MOST_FILES]
            rows = [_cells(str(count), self._linked(path)) for path, count in files]
            yield self._table(("column-count", "column-file"), rows)
            yield self._details(sum(totals.by_code.values()))

    def _details(self, found: int) -> str:
        """The problems themselves, folded up."""
        headings = ("column-place", "column-code", "column-message")
        title = counted("problem", found).words(self._language)
        parts = [f"<details><summary>{title}</summary>", self._table(headings, self._rows)]
        if found > len(self._rows):
            left = counted("problem", found - len(self._rows))
            parts.append(phrase("step-more", problems=left).words(self._language))
        return "\n\n".join((*parts, "</details>"))

    def _row(self, problem: Problem) -> str:
        place = self._linked(self._checkout.path(problem.path), problem.line, problem.column)
        return _cells(place, _rule_link(problem.code), _code(with_suggestions(problem)))

    def _linked(self, path: str, line: int = 0, column: int = 0) -> str:
        """A file, or a place in it, linked to its lines at the commit if that is known."""
        shown = _code(f"{path}:{line}:{column}" if line else path)
        if not self._address or os.path.isabs(path):
            return shown
        anchor = f"?plain=1#L{line}" if line else ""
        return f"[{shown}]({self._address}{quote(os.fsencode(path))}{anchor})"

    def _table(self, headings: Iterable[str], rows: list[str]) -> str:
        names = [self._say(heading) for heading in headings]
        return "\n".join((_cells(*names), _cells(*("---" for _ in names)), *rows))

    def _say(self, key: str) -> str:
        return phrase(key).words(self._language)


def _rules(found: Counter[str]) -> list[str]:
    """A row a rule, the most frequent first."""
    rules = all_rules()
    order = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return [_cells(str(count), _rule_link(code), rules[code].name) for code, count in order]


def _address() -> str:
    """Where GitHub shows the files of the commit that is checked; empty if it does not say."""
    server, repository, commit = (
        os.environ.get(f"GITHUB_{name}") for name in ("SERVER_URL", "REPOSITORY", "SHA")
    )
    return f"{server}/{repository}/blob/{commit}/" if server and repository and commit else ""


def _rule_link(code: str) -> str:
    return f"[{code}]({rule_url(code)})"


def _cells(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _code(text: str) -> str:
    """Text that Markdown leaves alone: nothing in it is markup, a mention or the end of a table's cell."""
    return f"<code>{_PUNCTUATION.sub(lambda match: f'&#{ord(match[0])};', escape(text))}</code>"
