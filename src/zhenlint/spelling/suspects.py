"""Which words are suspected: unknown to the lexicon, and long enough to be judged.

What is said here depends on a run of letters and the lexicon alone, so it is kept for the process.
A text without unknown words needs this module and the lexicon only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import filterfalse
from typing import TYPE_CHECKING, Final

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.named_tuple import NamedTuple
from zhenlint.spelling.expectation import many_expected
from zhenlint.spelling.lexicon import Lexicon, lexicon
from zhenlint.spelling.shapes import Part, Shape, pieces, shape_of

if TYPE_CHECKING:
    from zhenlint.spelling.candidates import Candidate

_SHORTEST = 4
_SHORTEST_PIECE = 5
_SHORTEST_CAPITALS = 6
"""Letters that a word, a hump of a camelCase name, a word in capitals must have to be judged."""

_LONGEST = 24
"""Letters that a word or a hump may have to be judged."""

RUNS: Final = lazy_pattern(rf"[A-Za-z]{{{_SHORTEST},}}")
"""The runs of letters that can be suspected."""

_NO_WORD = lazy_pattern(r".*(.)\1\1\1|(..)\2\2|[a-f]+\Z")  # aaaah, hahaha, deadbeef
_PINYIN = lazy_pattern(
    r"(?=.*(?:zh|j[iu]|[iu]ang|iao)|[xq]i)(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])(?:i(?:ang?|ao|e|ng?|ong|u|a)?"
    r"|u(?:ang?|ai|e|i|n|o|a)?|a(?:i|ng?|o)?|e(?:i|ng?)?|o(?:ng|u)?)|a(?:i|ng?|o)?|en?|er|ou?){2,}\Z"
)
"""A Chinese word in Latin letters (``zhishu``), of two syllables, with what English words do not have."""

_MADE_OF = ("rc", "pp")
"""Behind the name of a program: its configuration (``matplotlibrc``), its C++ (``websocketpp``)."""

_PROGRAM = 5
"""Letters that the name must have."""

_MEMORY = 65536


class Suspect(NamedTuple):
    """An unknown word, or an unknown hump of a camelCase name.

    ``certain`` is the correction, in its own casing, of a misspelling that needs no score.
    """

    part: Part
    word: str
    certain: str | None = None


class Suspects:
    """The suspects of runs of letters, by one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.of = lru_cache(maxsize=_MEMORY)(self._of)
        self.near = lru_cache(maxsize=_MEMORY)(self._near_of)
        self._remembered: dict[str, tuple[Candidate, ...]] = {}
        self._harmless: set[str] = set()

    def suspicious(self, prose: str) -> frozenset[str]:
        """The runs of letters of a prose view that hold an unknown word."""
        return self.suspicious_among(set(RUNS.findall(prose)))

    def suspicious_among(self, runs: Iterable[str]) -> frozenset[str]:
        """The runs that hold an unknown word."""
        found, harmless, knows = [], self._harmless, self.lexicon.knows
        for run in filterfalse(harmless.__contains__, runs):
            if len(run) >= _SHORTEST and not knows(run.lower()) and self.of(run):
                found.append(run)
            elif len(harmless) < _MEMORY:
                harmless.add(run)
        return frozenset(found)

    def remember(self, candidates: Mapping[str, tuple[Candidate, ...]]) -> None:
        """Take the candidates of words, lower-case, as they were found when a document was looked at."""
        if len(self._remembered) > _MEMORY:
            self._remembered.clear()
        self._remembered.update(candidates)

    def _of(self, run: str) -> tuple[Suspect, ...]:
        """The suspects within a run, in order; most runs hold none."""
        if self.lexicon.knows(run.lower()):
            return ()
        certain = self.lexicon.certain_correction(run)
        if certain:
            return (Suspect(Part(0, run, shape_of(run)), run.lower(), certain),)
        return tuple(Suspect(part, part.text.lower()) for part in self._unknown_parts(run))

    def _unknown_parts(self, run: str) -> Iterator[Part]:
        shape = shape_of(run)
        if shape is Shape.MIXED:
            yield from self._unknown_pieces(run)
            return
        shortest = _SHORTEST_CAPITALS if shape is Shape.CAPITALS else _SHORTEST
        if len(run) >= shortest and self._is_unknown(run.lower()):
            yield Part(0, run, shape)

    def _unknown_pieces(self, run: str) -> Iterator[Part]:
        """The unknown humps of a camelCase name; the whole name if its humps tell nothing.

        Of ``DGTools``, which begins with an acronym, they tell that it is right.

        A hump after a lone letter is no word of its own: ``JRockit``, ``iBatis``.  ``APIs``, names that
        are known as a whole and long runs of mostly unknown humps hold nothing.
        """
        if run[:-1].isupper():
            return
        humps = [part for part in pieces(run) if len(part.text) >= _SHORTEST_PIECE]
        unknown = [part for part in humps if not self.lexicon.knows(part.text.lower())]
        if len(run) > _LONGEST and 2 * len(unknown) > len(humps):
            return
        if unknown and not (len(humps) == 1 and len(unknown[0].text) == len(run) - 1):
            yield from (part for part in unknown if self._is_unknown(part.text.lower()))
        elif (
            (unknown or not humps or not run[:3].isupper())
            and self._is_unknown(run.lower())
            and not self.lexicon.knows(run.lower().removesuffix("s"))
        ):
            yield Part(0, run, Shape.MIXED)

    def _is_unknown(self, word: str) -> bool:
        return (
            len(word) <= _LONGEST
            and not self.lexicon.knows(word)
            and not _NO_WORD.match(word)
            and not _PINYIN.match(word)
            and not self._is_made_of_program(word)
        )

    def _is_made_of_program(self, word: str) -> bool:
        name = word[:-2]
        return word.endswith(_MADE_OF) and len(name) >= _PROGRAM and self.lexicon.knows(name)

    def candidates(self, suspect: Suspect) -> tuple[Candidate, ...]:
        """What may have been meant: words near, which are sought only where a suspect stands as a word.

        A name with capitals inside can only be another such name, none it begins with.
        """
        word, near = suspect.word, self.near(suspect.word)
        if suspect.part.shape is Shape.MIXED:
            return tuple(
                item for item in near if item.word in self.lexicon.casing and not word.startswith(item.word)
            )
        return near

    def _near_of(self, word: str) -> tuple[Candidate, ...]:
        from zhenlint.spelling.candidates import FEW, candidates

        if word in self._remembered:
            return self._remembered[word]
        many = many_expected() or self.near.cache_info().misses > FEW
        return candidates(word, self.lexicon, many=many)


@cache
def suspects() -> Suspects:
    """The suspects by the word data that come with the package."""
    return Suspects(lexicon())
