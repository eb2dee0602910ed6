"""The sweep over comments and diagnostics against the plain reading of what comments mean."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zhenlint.diagnostic import Diagnostic, Edit, Severity
from zhenlint.suppress import Directive, Selector, Silencing, silence
from zhenlint.suppress.directive import ALL, DISABLE, ENABLE, FILE, LINE

CODES = ("EN001", "SP001", "SP002", "ZL001")
END = 40


def _directive(start: int, command: str, selectors: list[str], length: int) -> Directive:
    """A comment at a place; one for lines covers ``length`` characters from its own place on."""
    first, last = {
        FILE: (0, END + 1),
        LINE: (start, start + length),
    }.get(command, (start + 1, END + 1))
    found = tuple(Selector(text, start, start + 1) for text in dict.fromkeys(selectors))
    return Directive(command, start, start + 1, found, first, last, Edit(start, start + 1, ""))


_COMMENTS = st.lists(
    st.builds(
        _directive,
        st.integers(0, END),
        st.sampled_from([DISABLE, ENABLE, LINE, FILE, DISABLE, ENABLE]),
        st.lists(st.sampled_from([ALL, "S", "SP", *CODES, "XX"]), min_size=1, max_size=3),
        st.integers(1, 5),
    ),
    max_size=8,
    unique_by=lambda item: item.start,
).map(lambda items: sorted(items, key=lambda item: item.start))
_FOUND = st.lists(
    st.builds(
        lambda code, start: Diagnostic(code, start, start + 1, Severity.WARNING, "default"),
        st.sampled_from(CODES),
        st.integers(0, END),
    ),
    max_size=10,
    unique=True,
)


def _covering(diagnostic: Diagnostic, comments: list[Directive]) -> set[tuple[int, str]]:
    """The codes of comments that silence a diagnostic, each comment read in turn."""
    by_lines = set()
    ranges: set[tuple[int, str]] = set()
    for comment in comments:
        for selector in comment.selectors:
            if not selector.covers(diagnostic.code):
                continue
            item = (comment.start, selector.text)
            if comment.command in (LINE, FILE):
                by_lines |= {item} if comment.first <= diagnostic.start < comment.last else set()
            elif comment.first <= diagnostic.start:
                ranges = {*ranges, item} if comment.command == DISABLE else set()
    return by_lines | ranges


@given(_COMMENTS, _FOUND)
def test_what_is_left_and_what_was_of_use(comments: list[Directive], found: list[Diagnostic]) -> None:
    left, used = silence(found, Silencing(tuple(comments)), CODES)
    covering = {item: _covering(item, comments) for item in found}
    assert left == sorted((item for item in found if not covering[item]), key=lambda item: item.sort_key)
    by_command = {comment.start: comment.command for comment in comments}
    silencing = {item for item in used if by_command[item[0]] != ENABLE}
    assert silencing == set().union(*covering.values())
