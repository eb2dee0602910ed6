"""What a document, its project and its reader say of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from zhenlint.spelling.shapes import pieces
from zhenlint.spelling.tokens import LETTERS

_OWN_USES = 3
"""Uses from which a word belongs to the document's own vocabulary."""

_PROJECT_USES = 5
"""Uses from which it belongs to the project's, and for each use of a misspelling its correction's."""


class Evidence:
    """What is known of words beside the lexicon; all words lower-case.

    ``prose`` is the document's prose view.  ``in_code`` tells whether a word stands in its code, in a
    URL or in a link's destination; ``names`` are the words of its link texts which stand in the link's
    own URL.  ``accepts`` tells whether a spelling was declared right.  ``project`` counts the uses of
    words in all documents of a project, where these are known.  ``runs`` are the uses of the prose's
    runs of letters, where they were counted already.
    """

    def __init__(
        self,
        prose: str,
        in_code: Callable[[str], bool] = lambda word: False,
        names: frozenset[str] = frozenset(),
        accepts: Callable[[str], bool] = lambda word: False,
        project: Mapping[str, int] | None = None,
        runs: Mapping[str, int] | None = None,
    ) -> None:
        self.prose = prose
        self.in_code = in_code
        self.names = names
        self.accepts = accepts
        self.project = project
        self.runs = runs

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """Uses of words, and of the humps of camelCase names, in the document's prose."""
        runs = self.runs or Counter(LETTERS.findall(self.prose))
        counts: Counter[str] = Counter()
        for run, number in runs.items():
            counts[run.lower()] += number
            if not (run.islower() or run[1:].islower() or run.isupper()):
                for part in pieces(run):
                    counts[part.text.lower()] += number
        return counts

    def own_words(self, like: str) -> Iterator[str]:
        """The words that document or project use again and again and that may lie one error from a word.

        They have its first letter and at most one letter more or less.
        """
        for length in range(len(like) - 1, len(like) + 2):
            yield from self._own_words.get((like[0], length), ())

    @cached_property
    def _own_words(self) -> Mapping[tuple[str, int], Sequence[str]]:
        every = {word for word, number in self.counts.items() if number >= _OWN_USES}
        if self.project:
            every.update(word for word, number in self.project.items() if number >= _PROJECT_USES)
        found: dict[tuple[str, int], list[str]] = {}
        for word in sorted(every):
            found.setdefault((word[0], len(word)), []).append(word)
        return found

    def uses(self, word: str) -> int:
        """Uses of a word in the project if that is known, else in the document; at least 1."""
        return max(1, self.counts.get(word, 0), self.project.get(word, 0) if self.project else 0)

    def vouches_for(self, correction: str, typed: str) -> bool:
        """Whether a correction is a word of the document, or of the project and much commoner there."""
        if correction in self.counts:
            return True
        uses = self.project.get(correction, 0) if self.project else 0
        return uses >= _PROJECT_USES * self.uses(typed)
