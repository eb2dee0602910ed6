"""Going through diagnostics and silencing comments side by side: what is left, and which were of use."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from zhenlint.diagnostic import Diagnostic
from zhenlint.named_tuple import NamedTuple
from zhenlint.suppress.directive import ALL, DISABLE, ENABLE, OWN, Directive, Selector, Silencing, selects

Item = tuple[int, str]
"""One code of one comment: where the comment starts, and the code."""


class Silenced(NamedTuple):
    """The diagnostics that are left, in order, and the codes of comments that were of use."""

    left: list[Diagnostic]
    used: Collection[Item]


class Stale(NamedTuple):
    """A comment of no use, or one ``selector`` of it; None for the whole comment."""

    directive: Directive
    selector: Selector | None


def silence(diagnostics: Iterable[Diagnostic], silencing: Silencing, codes: Collection[str] = ()) -> Silenced:
    """Leave out what is silenced; ``codes`` are those of all rules, selectors of none have no effect."""
    if silencing.off:
        return Silenced([], frozenset())
    sweep = _Sweep(codes)
    comments = iter(sorted(silencing.directives, key=lambda item: item.first))
    upcoming = next(comments, None)
    left = []
    for diagnostic in sorted(diagnostics, key=lambda item: item.sort_key):
        while upcoming and upcoming.first <= diagnostic.start:
            sweep.meet(upcoming)
            upcoming = next(comments, None)
        ignored = any(selector.covers(diagnostic.code) for selector in silencing.ignored)
        if not (sweep.covers(diagnostic.code, diagnostic.start) or ignored):
            left.append(diagnostic)
    while upcoming:
        sweep.meet(upcoming)
        upcoming = next(comments, None)
    return Silenced(left, sweep.used)


class _Reach:
    """How far comments with one selector reach, and which of them have silenced nothing yet."""

    def __init__(self) -> None:
        self.last = 0
        """Where the lines end that comments for lines cover."""
        self.opened = 0
        """The turn at which ``disable`` was last met; 0 if never."""
        self.on_lines: list[tuple[int, Item]] = []
        self.in_ranges: list[tuple[int, Item]] = []


class _Sweep:
    """The state at one place of the text.  Every comment is credited once, so all takes linear time."""

    def __init__(self, codes: Collection[str]) -> None:
        self.used: set[Item] = set()
        self._codes = codes
        self._turn = 0
        self._reaches: dict[str, _Reach] = {}
        self._closed: dict[str, int] = {}  # selector → the turn at which ``enable`` was last met

    def meet(self, directive: Directive) -> None:
        """Go past the place from which a comment holds."""
        self._turn += 1
        for selector in directive.selectors:
            item = (directive.start, selector.text)
            if not any(selector.covers(code) for code in self._codes):
                continue
            if directive.command == ENABLE:
                if self._ends_anything(selector.text):
                    self.used.add(item)
                self._closed[selector.text] = self._turn
                continue
            reach = self._reaches.setdefault(selector.text, _Reach())
            if directive.command == DISABLE:
                reach.opened = self._turn
                reach.in_ranges.append((self._turn, item))
            else:
                reach.last = max(reach.last, directive.last)
                reach.on_lines.append((directive.last, item))

    def covers(self, code: str, start: int) -> bool:
        """Whether comments silence a rule here; they are credited."""
        selectors = [text for text in (ALL, *_prefixes(code)) if selects(text, code)]
        closed = max(self._closed.get(text, 0) for text in selectors)
        silenced = False
        for reach in filter(None, map(self._reaches.get, selectors)):
            if reach.last > start:
                self.used.update(item for last, item in reach.on_lines if last > start)
                reach.on_lines.clear()
                silenced = True
            if reach.opened > closed:
                self.used.update(item for turn, item in reach.in_ranges if turn > closed)
                reach.in_ranges.clear()
                silenced = True
        return silenced

    def _ends_anything(self, text: str) -> bool:
        """Whether an ``enable`` meets a ``disable`` that is still open."""
        return any(
            reach.opened > max((self._closed.get(wide, 0) for wide in (ALL, *_prefixes(other))), default=0)
            for other, reach in self._reaches.items()
            if ALL in (text, other) or other.startswith(text) or text.startswith(other)
        )


def _prefixes(code: str) -> Iterator[str]:
    return (code[:length] for length in range(1, len(code) + 1))


def stale(
    silencing: Silencing,
    used: Collection[Item],
    known: Callable[[str], bool],
    told: Callable[[str], bool],
) -> Iterator[Stale]:
    """The comments and codes of no use.

    ``known`` is whether a selector speaks of a rule at all, ``told`` whether all that it speaks of was
    looked for in this run, so that its having silenced nothing means something.
    """
    for directive in silencing.directives:
        selectors = [item for item in directive.selectors if known(item.text)]
        idle = [
            item
            for item in selectors
            if (directive.start, item.text) not in used
            and not item.text.startswith(OWN)
            and (directive.command == ENABLE or told(item.text))
        ]
        if idle and len(idle) == len(selectors):
            yield Stale(directive, None)
        else:
            yield from (Stale(directive, item) for item in idle)
