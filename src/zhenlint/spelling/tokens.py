"""Latin words in a prose view: which runs of letters are words that a dictionary may judge.

A chunk is everything between blanks, Han and punctuation that could belong to one Latin
expression, markup marks included.  A chunk that is a name of something else than a word (a path, a
handle, a file name, an identifier, a version, an option) yields nothing; of any other chunk the
letter runs are words, unless a digit, markup or rendered non-prose cuts them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from string import digits
from typing import Final

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.marks import ATOM, BLOCK, MARKUP
from zhenlint.named_tuple import NamedTuple

LETTERS: Final = lazy_pattern(r"[A-Za-z]{2,}")
"""A run of ASCII letters; Han and other scripts end it like blanks do."""

_ACCENTED = "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_INSIDE = rf"A-Za-z0-9_'’./@#+\-:\\&%=~*$^<>{_ACCENTED}{MARKUP}{ATOM}"
_CHUNK = lazy_pattern(rf"[{_INSIDE}]++")
_MARKUP = lazy_pattern(rf"[{MARKUP}]+")
_LEADING = lazy_pattern(r"(?:['’*~|+=&<>%^:]|\.\.+|(?<!_)_(?!_))*")
_TRAILING = ".:'’*~-|+=&<>%^#/_\\"
_NO_WORDS = lazy_pattern(
    rf"^[@#./\\$\-]"  # handle, tag, hidden file, path, option, variable
    rf"|[@\\_=$~#^%<>{_ACCENTED}]|::"  # identifier, address, expression, another language
    rf"|\.[A-Za-z]|:[^:]"  # file or module name, host; key:value
    rf"|/.*/"  # path
)
_CUT_BEFORE = lazy_pattern(
    rf"(?:[A-Za-z0-9][{MARKUP}]+|{ATOM}[{MARKUP}]*|[0-9]|[A-Za-z]['’·]"
    rf"|(?<![A-Za-z0-9])[A-Za-z][{MARKUP}]*\(|\([A-Za-z][{MARKUP}]*\))\Z"  # P(rocess), (P)rocess
)
_CUT_AFTER = lazy_pattern(
    rf"[{MARKUP}]+[A-Za-z0-9]|[{MARKUP}]*{ATOM}|[0-9]"
    rf"|['’]t(?![A-Za-z])|(?<=in)['’]|\(\)|·[A-Za-z]"  # isn't, lovin', call(), runtime·call
    rf"|[\-\u2010\u00ad][\s{BLOCK}]+[a-z]"  # a word divided at the end of a line
)
_CALL = lazy_pattern(r"[a-z]+[A-Z][A-Za-z]*\(")
_EDGES: Final = frozenset((*MARKUP, ATOM, *digits, *"'’·()-\u2010\u00ad"))
"""The characters beside a run of letters where it may be cut."""

_REACH = 40
"""How far back marks before a word are looked through."""


class Word(NamedTuple):
    """A run of letters that is a word of its own: ``prose[start:end] == text``.

    ``chunk`` is the whole expression it stands in, without markup: ``self-hosted`` for ``self``.
    """

    start: int
    end: int
    text: str
    chunk: str


def words(
    prose: str, start: int = 0, end: int | None = None, among: Collection[str] | None = None
) -> Iterator[Word]:
    """The words of ``prose[start:end]`` in order; the stretch should begin and end with a chunk.

    With ``among`` only those that are one of some runs of letters.
    """
    limit = len(prose) if end is None else end
    for match in _CHUNK.finditer(prose, start, limit):
        runs = [run for run in LETTERS.finditer(prose, *match.span()) if among is None or run[0] in among]
        if not runs:
            continue
        chunk = _MARKUP.sub("", match[0]).strip(ATOM).rstrip(_TRAILING)
        chunk = chunk[_length(_LEADING.match(chunk)) :]
        if _NO_WORDS.search(chunk) or prose[max(0, match.start() - 1) : match.start()] == "＠":
            continue
        for run in runs:
            if not _is_cut(prose, *run.span()):
                yield Word(run.start(), run.end(), run[0], chunk)


def words_among(prose: str, runs: Collection[str], letters: bytes | None = None) -> Iterator[Word]:
    """The words of a prose view that are one of some runs of letters, in order.

    ``letters``: the view with a byte for each code point, where that is known.
    """
    for start, end in _chunks_with(prose, runs, letters or prose.encode("ascii", "replace")):
        yield from words(prose, start, end, runs)


def _chunks_with(prose: str, runs: Collection[str], letters: bytes) -> Iterator[tuple[int, int]]:
    """The chunks in which one of the runs stands, in order."""
    end = 0
    for place in sorted(place for run in runs for place in _places(letters, run.encode())):
        if place >= end:
            start, end = _chunk_around(prose, place, end)
            yield start, end


def _places(text: bytes, run: bytes) -> Iterator[int]:
    """Where a run of letters stands; not inside longer runs.  Bytes are searched in half the time."""
    place = text.find(run)
    while place >= 0:
        end = place + len(run)
        if not (text[place - 1 : place].isalpha() or text[end : end + 1].isalpha()):
            yield place
        place = text.find(run, end)


def _chunk_around(prose: str, place: int, after: int) -> tuple[int, int]:
    """Where the chunk begins and ends in which a letter stands; it begins at ``after`` at the earliest."""
    reach = _REACH
    while (length := _length(_CHUNK.match(prose[max(after, place - reach) : place][::-1]))) == reach:
        reach *= 8
    match = _CHUNK.match(prose, place)
    return place - length, match.end() if match else place


def _length(match: re.Match[str] | None) -> int:
    return match.end() if match else 0


def _is_cut(prose: str, start: int, end: int) -> bool:
    """Whether a run is a piece of something longer, or called: ``**C**omputer``, ``isn't``, ``aCall(x)``."""
    before, after = prose[start - 1 : start], prose[end : end + 1]
    return bool(
        (before in _EDGES and _CUT_BEFORE.search(prose, max(0, start - _REACH), start))
        or (after in _EDGES and (_CUT_AFTER.match(prose, end) or _CALL.match(prose, start)))
    )
