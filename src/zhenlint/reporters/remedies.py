"""What would put a problem right, for formats that offer it at the press of a button."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zhenlint.diagnostic import Edit
from zhenlint.problem import Problem


def remedies(problem: Problem) -> Iterator[tuple[Edit, ...]]:
    """The ways to put a problem right, the best first; each is a whole.

    The first is the fix.  Where that writes the first suggestion in place of the problem's text, the
    other suggestions would stand in the same place.
    """
    if problem.fix is None:
        return
    yield problem.fix.edits
    first, *others = problem.suggestions or ("",)
    if problem.fix.edits == (Edit(problem.start, problem.end, first),):
        yield from ((Edit(problem.start, problem.end, other),) for other in others)


def merged(text: str, edits: Sequence[Edit]) -> Edit:
    """Edits of a text, in order, as one edit that does all that they do."""
    start, end = edits[0].start, edits[-1].end
    parts: list[str] = []
    at = start
    for edit in edits:
        parts += (text[at : edit.start], edit.content)
        at = edit.end
    return Edit(start, end, "".join((*parts, text[at:end])))
