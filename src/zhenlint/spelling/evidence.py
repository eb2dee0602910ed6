"""What a document, its project and its reader say of words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Set
from functools import cached_property, lru_cache

from zhenlint.spelling.shapes import humps
from zhenlint.spelling.tokens import LETTERS

_OWN_USES = 3
"""Uses from which a word belongs to the document's own vocabulary."""

_PROJECT_USES = 5
"""Uses from which it belongs to the project's, and for each use of a misspelling its correction's."""


class ProjectUses:
    """How often all documents of a project use words, lower-case."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self.counts = counts

    def of(self, word: str) -> int:
        """Uses of a word."""
        return self.counts.get(word, 0)

    @cached_property
    def vocabulary(self) -> Mapping[tuple[str, int], Set[str]]:
        """The words that the project uses again and again, by first letter and length."""
        return _grouped(word for word, number in self.counts.items() if number >= _PROJECT_USES)


_NO_PROJECT = ProjectUses({})


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
        project: ProjectUses = _NO_PROJECT,
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
        counts = {run: number for run, number in runs.items() if run.islower()}
        for run, number in runs.items():
            if not run.islower():
                for word in _words_of(run):
                    counts[word] = counts.get(word, 0) + number
        return counts

    def own_words(self, like: str) -> set[str]:
        """The words that document or project use again and again and that may lie one error from a word.

        They have its first letter and at most one letter more or less.
        """
        found: set[str] = set()
        for length in range(len(like) - 1, len(like) + 2):
            group = like[0], length
            found.update(self._vocabulary.get(group, ()), self.project.vocabulary.get(group, ()))
        return found

    @cached_property
    def _vocabulary(self) -> Mapping[tuple[str, int], Set[str]]:
        return _grouped(word for word, number in self.counts.items() if number >= _OWN_USES)

    def uses(self, word: str) -> int:
        """Uses of a word in the project if that is known, else in the document; at least 1."""
        return max(1, self.counts.get(word, 0), self.project.of(word))

    def vouches_for(self, correction: str, typed: str) -> bool:
        """Whether a correction is a word of the document, or of the project and much commoner there."""
        if correction in self.counts:
            return True
        return self.project.of(correction) >= _PROJECT_USES * self.uses(typed)


@lru_cache(maxsize=16384)
def _words_of(run: str) -> tuple[str, ...]:
    """A run of letters in lower case and, of a camelCase name, its humps."""
    if run[1:].islower() or run.isupper():
        return (run.lower(),)
    return run.lower(), *humps(run)


def _grouped(words: Iterable[str]) -> Mapping[tuple[str, int], Set[str]]:
    """Words by first letter and length."""
    found: dict[tuple[str, int], set[str]] = defaultdict(set)
    for word in words:
        found[word[0], len(word)].add(word)
    return found
