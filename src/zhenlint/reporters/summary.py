"""The end of a run in a few sentences, and what it comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from zhenlint.diagnostic import Severity
from zhenlint.messages import NOTHING, Phrase, counted, phrase
from zhenlint.runner import FileResult, is_safe


class Totals:
    """Counts over the results of a run.

    ``by_code`` counts every problem shown, hints included, ``fixable_by_code`` those with a safe fix.
    ``failures`` and ``warnings`` are those of the run: the path that each is about, and what is said.
    ``foreign`` counts lines of Traditional Chinese and Japanese, where that is wanted.
    """

    def __init__(self) -> None:
        self.files = 0
        self.problems = 0
        self.hints = 0
        self.files_with_problems = 0
        self.safe = 0
        self.unsafe = 0
        self.fixed = 0
        self.fixed_files = 0
        self.foreign = 0
        self.by_code: Counter[str] = Counter()
        self.fixable_by_code: Counter[str] = Counter()
        self.failures: list[tuple[str, Phrase]] = []
        self.warnings: list[tuple[str, Phrase]] = []

    def add(self, result: FileResult) -> None:
        """Count one result."""
        if result.warning:
            self.warnings.append((result.path, result.warning))
        if result.failure:
            self.failures.append((result.path, result.failure))
            return
        counting = result.counted
        safe = [problem for problem in result.problems if is_safe(problem)]
        safe_counting = sum(problem.severity is not Severity.HINT for problem in safe)
        fixable = sum(problem.fix is not None for problem in counting)
        self.files += 1
        self.problems += len(counting)
        self.hints += len(result.problems) - len(counting)
        self.files_with_problems += bool(counting)
        self.safe += safe_counting
        self.unsafe += fixable - safe_counting
        self.fixed += result.fixed
        self.fixed_files += bool(result.fixed)
        self.foreign += result.foreign
        self.by_code.update([problem.code for problem in result.problems])
        self.fixable_by_code.update([problem.code for problem in safe])

    def merge(self, others: Totals) -> None:
        """Add the counts of other results."""
        mine = vars(self)
        for name, value in vars(others).items():
            mine[name] += value

    def summary(self) -> Iterator[Phrase]:
        """What a check, with or without fixing, came to."""
        yield from self.fix_summary()
        if self.problems:
            key = "summary-left" if self.fixed else "summary-found"
            yield self._sentence(key, self.problems, self.files_with_problems, fixable=self._fixable())
        elif self.files and not self.fixed:
            yield phrase("summary-clean", files=counted("file", self.files))
        if self.hints:
            yield phrase("summary-hints", hints=counted("hint", self.hints))

    def fix_summary(self) -> Iterator[Phrase]:
        """What ``--fix`` has written."""
        if self.fixed:
            yield self._sentence("summary-fixed", self.fixed, self.fixed_files)

    def diff_summary(self) -> Iterator[Phrase]:
        """What ``--diff`` came to."""
        if self.fixed:
            yield self._sentence("summary-would-fix", self.fixed, self.fixed_files)
        elif self.files:
            yield phrase("summary-nothing-to-fix", files=counted("file", self.files))

    def _sentence(self, key: str, problems: int, files: int, **more: Phrase) -> Phrase:
        return phrase(key, problems=counted("problem", problems), files=counted("file", files), **more)

    def _fixable(self) -> Phrase:
        if not self.safe and not self.unsafe:
            return NOTHING
        if not self.unsafe:
            return phrase("fixable", safe=self.safe)
        if not self.safe:
            return phrase("fixable-unsafe", unsafe=self.unsafe)
        return phrase("fixable-and-unsafe", safe=self.safe, unsafe=self.unsafe)
