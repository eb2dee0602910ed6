"""Where Han and Latin meet, with or without a space between them, markup seen through.

A boundary is Latin's if the Latin word has a letter: ``Python3``, ``C++``, ``3D``, ``16px``; a pure
number belongs to SP002.  A code span counts as a word unless it turns a Han character or a full-width
mark to the boundary; a formula is one where formulas are asked for.  Left out are Han and Latin that are
one name: paths, file names, identifiers, mentions and tags (``src/库名``, ``报告v2.docx``, ``测试_abc``,
``@张三abc``, ``#标签abc``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import repeat
from operator import itemgetter
from typing import Literal

from zhenlint.characters import ANY_HAN, BLANK, FULLWIDTH, LATIN, LETTER, NOT_LATIN, OTHER_LETTER, is_han
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import ATOM, CLOSE, MARKUP
from zhenlint.markdown.pieces import Construct
from zhenlint.named_tuple import NamedTuple

Kind = Literal["word", "code", "math"]
"""What stands beside Han: a word, a code span, a formula."""

_WORD_FIRST = rf"[{LETTER}{ATOM}0-9$]"
_WORD_LAST = rf"{LATIN}+#%％{ATOM}"
_MARKUP_OR_OTHER = r"[^\x00-\u02ff\u2000-\u206f\u3000-\u3004\u3008-\u3020\ufdd2-\ufdef\uff00-\uff20]"
"""Markup, or what is neither Latin nor punctuation nor another mark: Han, of what commonly stands there."""

_WORD_TOUCHING = lazy_pattern(rf"[{_WORD_LAST}!]([{MARKUP}]*+){OTHER_LETTER}")
_HAN_TOUCHING = lazy_pattern(rf"{NOT_LATIN}([{MARKUP}]*+){_WORD_FIRST}")
"""A word and Han, with nothing but markup between: ``Yahoo!的`` is a word with its mark.

What stands beside a word is not always Han: a set of Han takes 2 ms to compile.
"""

_RUN = rf"[{_WORD_LAST}$!]++"
_NOT_AFTER_HAN = rf"(?<!{_MARKUP_OR_OTHER})" + "".join(
    rf"|(?<!{_MARKUP_OR_OTHER}{marks})(?<={marks})" for marks in (f"[{MARKUP}]", f"[{MARKUP}]" * 2)
)
"""Behind no Han, nor behind markup behind Han: up to two marks of it are looked through."""

_TOUCHING = lazy_pattern(
    rf"(?:[^{_WORD_LAST}$!]*+(?:{_NOT_AFTER_HAN}){_RUN}(?![{MARKUP}]*+{OTHER_LETTER}))*+"
    rf"[^{_WORD_LAST}$!]*+(?:({_RUN})|\Z)"
)
"""The next run of what words begin and end with that may have Han beside it, and all before that run.

Matched as a whole, what is passed over takes 0.4 × the time of a search for the words that touch Han and
another for those that Han touches.  It matches to the end: a search that fails begins anew at each character.
"""

_APART = f"[{MARKUP}]*+([{BLANK}]++)[{MARKUP}]*+"
_HAN_APART = lazy_pattern(f"{NOT_LATIN}{_APART}{_WORD_FIRST}")
_WORD_APART = lazy_pattern(f"[{_WORD_LAST}]{_APART}{NOT_LATIN}")
"""The same with a space; before it the mark of ``Yahoo!`` may end a sentence."""

_REACH = 48
"""How much of a word or of a run of Han is looked at."""

_WORD_CHARACTER = rf"[{LATIN}._/\\&'@~%:=$+#!-]"
_WORD_AFTER = lazy_pattern(rf"(?![0-9.]++(?![{LETTER}])){_WORD_CHARACTER}++")
_WORD_BEFORE = lazy_pattern(rf"{_WORD_CHARACTER}++\Z")
_RUN_AFTER = lazy_pattern(rf"[{LATIN}]++")
_RUN_BEFORE = lazy_pattern(rf"[{LATIN}]++\Z")
_ENDS_IN_WORD = lazy_pattern(rf"(?:[{LATIN}]|[{LETTER}](?:\+\+|!)|(?<![{LATIN}])[A-Z][+#])\Z")
_ENDING = lazy_pattern(r"e?s|e?d|ing|er|th")
"""What may follow a code span as its ending: ``Promise``s."""

_LETTER = lazy_pattern(rf"[{LETTER}]")
_UNRELATED = lazy_pattern(r"</?su[bp]\b|><", re.IGNORECASE)
"""Tags between what does not stand on one line: raised text, or one element after another."""

_NAME_BEFORE = lazy_pattern(rf"(?:[_\\@]|(?<![{LATIN}])#|\.[a-z0-9]{{2,5}}#|[{LATIN}.~]/){OTHER_LETTER}++\Z")
_NAME_AFTER = lazy_pattern(rf"{OTHER_LETTER}++(?:[_\\]|\.[a-z][a-z0-9]{{1,4}}(?![{LATIN}]))")
_FRAGMENT = lazy_pattern(rf".*[{LATIN}_]#[{LATIN}]")
"""The part of a page, before Han: ``page#part``."""

_PAGE_AFTER = lazy_pattern(rf"{OTHER_LETTER}++#\w")
"""The rest of a path with a part of the page, after a Latin beginning: ``wiki/page页面#部分``."""

_SPACE_AFTER = lazy_pattern(rf"{OTHER_LETTER}++ ")
_DOCUMENT_FILE = lazy_pattern(
    r".*\.(?:docx?|xlsx?|pptx?|pdf|txt|md|csv|zip|rar|7z|png|jpe?g|gif|svg|webp|mp[34]|epub|exe|apk)",
    re.IGNORECASE,
)
_BEFORE_A_FILE_NAME = frozenset("在的和与或及为是从到把将用个见开成件即如入改建")
"""Han after which a Latin file name begins a word of its own."""


_START, _END = map(itemgetter, map(Construct._fields.index, ("start", "end")))
_ATOMS: dict[str, Kind] = {"code_span": "code", "math_inline": "math"}
"""What stands beside Han as a whole: kind of the construct → kind of the word."""


class Boundary(NamedTuple):
    """Han and Latin that meet, the last character of the one and the first of the other included.

    ``blank`` is the extent of the space between them; where there is none it is empty and lies
    where the space belongs.  ``left`` and ``right`` are the Han character and the Latin word,
    ``word`` the extent of the latter.
    """

    start: int
    end: int
    blank: tuple[int, int]
    left: str
    right: str
    word: tuple[int, int]

    @property
    def kind(self) -> Kind:
        """What the word is."""
        word = self.right if self.word[0] > self.start else self.left
        if word.startswith("`"):
            return "code"
        return "math" if word.startswith(("$", "\\")) and word.endswith(("$", "\\)")) else "word"


_WORDS: tuple[Kind, ...] = ("word", "code")


def missing(document: Document, accepted: frozenset[str], kinds: tuple[Kind, ...] = _WORDS) -> list[Boundary]:
    """The boundaries without a space, in order of place, known words left out.

    ``accepted`` are more such words, lower-case.
    """
    prose, found = document.prose, list(_boundaries(document, *touching(document), kinds))
    if not found:
        return []
    from zhenlint.rules.spacing.known_words import in_known_word  # not needed where all have a space

    runs = map(_latin_run, repeat(prose), found)
    return sorted(
        item
        for item, run in zip(found, runs, strict=True)
        if run is None or not in_known_word(prose, *run.span(), accepted)
    )


def spaced(document: Document, kinds: tuple[Kind, ...] = _WORDS) -> Iterator[Boundary]:
    """The boundaries with a space of whatever width, in no order."""
    han_first = (match for match in document.matches(_HAN_APART) if is_han(match[0][0]))
    word_first = (match for match in document.matches(_WORD_APART) if is_han(match[0][-1]))
    return _boundaries(document, han_first, word_first, kinds)


def touching(document: Document) -> tuple[list[re.Match[str]], list[re.Match[str]]]:
    """Where Han stands before a letter, digit, sign or atom, and the reverse, with only markup between.

    One scan for all the rules that ask; a match begins and ends with the two characters.
    """
    return document.shared(_touching)


def _touching(document: Document) -> tuple[list[re.Match[str]], list[re.Match[str]]]:
    prose = document.prose
    han_first, word_first = [], []
    for found in document.matches(_TOUCHING):
        start, end = found.span(1)
        if start < 0:
            continue  # the end of the text
        han = start - 1
        while han > 0 and prose[han] in MARKUP:
            han -= 1
        if han >= 0 and is_han(prose[han]) and (match := _HAN_TOUCHING.match(prose, han)):
            han_first.append(match)
        if (match := _WORD_TOUCHING.match(prose, end - 1)) and is_han(match[0][-1]):
            word_first.append(match)
    return han_first, word_first


def code_beside_latin(document: Document) -> Iterator[Boundary]:
    """Where a code span and a Latin word touch, in no order; a code span with an ending is one word.

    The boundaries are between the two, the code span being their ``word``.
    """
    prose = document.prose
    for code_span in document.constructs_of("code_span"):
        start, end = code_span.start, code_span.end
        before = _RUN_BEFORE.search(prose, max(0, start - _REACH), start)
        after = _RUN_AFTER.match(prose, end)
        code = document.text[start:end]
        if before:
            yield Boundary(start - 1, start + 1, (start, start), before[0], code, (start, end))
        if after and not _ENDING.fullmatch(after[0]):
            yield Boundary(end - 1, end + 1, (end, end), code, after[0], (start, end))


def _boundaries(
    document: Document,
    han_first: Iterable[re.Match[str]],
    word_first: Iterable[re.Match[str]],
    kinds: tuple[Kind, ...],
) -> Iterator[Boundary]:
    words = "word" in kinds
    for match in han_first:
        if words or match[0][-1] == ATOM:
            yield from _han_first(document, match, kinds)
    for match in word_first:
        if words or match[0][0] == ATOM:
            yield from _word_first(document, match, kinds)


def _han_first(document: Document, match: re.Match[str], kinds: tuple[Kind, ...]) -> Iterator[Boundary]:
    word = _word_after(document, match.start() + 1, match.end() - 1, kinds)
    if word and not _kept_apart(document, match):
        blank = _blank(document.prose, match)
        yield Boundary(*match.span(), blank, match[0][0], document.text[slice(*word)], word)


def _word_first(document: Document, match: re.Match[str], kinds: tuple[Kind, ...]) -> Iterator[Boundary]:
    word = _word_before(document, match.start() + 1, match.end() - 1, kinds)
    if word and not _kept_apart(document, match):
        blank = _blank(document.prose, match)
        yield Boundary(*match.span(), blank, document.text[slice(*word)], match[0][-1], word)


def _kept_apart(document: Document, match: re.Match[str]) -> bool:
    """Whether tags between Han and a word keep the two from standing side by side."""
    start, end = match.span()
    return end - start > 2 and bool(_UNRELATED.search(document.text, start, end))


def _blank(prose: str, match: re.Match[str]) -> tuple[int, int]:
    """The extent of the space, empty and after all markup that closes where there is none."""
    start, end = match.span(1)
    if match[1].strip(MARKUP):
        return start, end
    place = start + len(match[1]) - len(match[1].lstrip(CLOSE))
    return place, place


def _word_after(document: Document, han_end: int, at: int, kinds: tuple[Kind, ...]) -> tuple[int, int] | None:
    """The Latin word at ``at`` that follows Han, None if there is none or the two are one name."""
    prose = document.prose
    if prose[at] == ATOM:
        return _atom(document, at, 0, kinds)
    if prose[at] == "$" and not _LETTER.match(prose, at + 1):
        return None
    found = _WORD_AFTER.match(prose, at, at + _REACH)
    if found is None or _NAME_BEFORE.search(prose, max(0, han_end - _REACH), han_end):
        return None
    word = found[0]
    if (word.endswith("_") and ANY_HAN.match(prose, found.end())) or _NAME_AFTER.match(prose, found.end()):
        return None
    if _DOCUMENT_FILE.fullmatch(word) and prose[han_end - 1] not in _BEFORE_A_FILE_NAME:
        return None
    return found.span()


def _word_before(document: Document, end: int, han: int, kinds: tuple[Kind, ...]) -> tuple[int, int] | None:
    """The Latin word that ends at ``end`` before the Han at ``han``, None as above."""
    prose = document.prose
    if prose[end - 1] == ATOM:
        return _atom(document, end, -1, kinds)
    found = _WORD_BEFORE.search(prose, max(0, end - _REACH), end)
    if found is None or not (_LETTER.search(found[0]) and _ENDS_IN_WORD.search(found[0])):
        return None
    if _FRAGMENT.match(found[0]):
        return None
    if found[0].startswith(("_", "%")) or _NAME_AFTER.match(prose, han, han + _REACH):
        return None
    if found[0].startswith("#") and not ANY_HAN.match(prose, max(0, found.start() - 1)):
        return None  # a tag
    if _NAME_BEFORE.search(prose, max(0, found.start() - _REACH), found.start()):
        return None
    if "/" in found[0] and _is_path(prose, found, han):
        return None
    return found.span()


def _is_path(prose: str, word: re.Match[str], han: int) -> bool:
    """Whether a path goes on with the Han at ``han``: to a page's part, or set off by spaces as a whole."""
    if _PAGE_AFTER.match(prose, han, han + _REACH):
        return True
    set_off = word[0][0] == "/" and prose[max(0, word.start() - 1) : word.start()] == " "
    return set_off and bool(_SPACE_AFTER.match(prose, han, han + _REACH))


def _atom(document: Document, edge: int, side: int, kinds: tuple[Kind, ...]) -> tuple[int, int] | None:
    """The code span or formula that has an edge at an offset, None if it does not count as a word.

    ``side`` is the index of its character at the boundary: 0 or -1.
    """
    atom = document.shared(_atoms).get(edge)
    if atom is None or (kind := _ATOMS[atom.kind]) not in kinds:
        return None
    shown = document.text[atom.start : atom.end].strip("`").strip(" ")[side:][:1]
    if kind == "code" and (not shown or shown in FULLWIDTH or ANY_HAN.match(shown)):
        return None
    return atom.start, atom.end


def _atoms(document: Document) -> dict[int, Construct]:
    """The code spans and formulas by their start and by their end."""
    found: dict[int, Construct] = {}
    for kind in _ATOMS:
        items = document.constructs_of(kind)
        found.update(zip(map(_START, items), items, strict=True))
        found.update(zip(map(_END, items), items, strict=True))
    return found


def _latin_run(prose: str, boundary: Boundary) -> re.Match[str] | None:
    """The Latin letters beside a boundary, which may belong to a known word."""
    if boundary.word[0] > boundary.start:
        return _RUN_AFTER.match(prose, boundary.end - 1)
    return _RUN_BEFORE.search(prose, max(0, boundary.start - 8), boundary.start + 1)
