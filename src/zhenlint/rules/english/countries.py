"""EN001's option ``variant``: words that are spelled as the other country does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import MARKUP
from zhenlint.rules.english.latin_runs import latin_runs
from zhenlint.rules.english.remark import Remark
from zhenlint.rules.english.sentences import begins_sentence
from zhenlint.spelling.british import Spelling, spellings, strange_ones
from zhenlint.spelling.tokens import Word, words_among

_NAME_AFTER = lazy_pattern(rf"[{MARKUP}]*[ \-][{MARKUP}]*[A-Z]")


def country_remarks(document: Document, variant: str, accepts: Callable[[str], bool]) -> Iterator[Remark]:
    """The words that are spelled otherwise than ``variant`` says, with the other country's spelling.

    Not those that the document has in code, too: ``color`` may be the property.
    """
    table = spellings()
    runs = [
        run for run in latin_runs(document) if run.lower() in table and not document.has_in_code(run.lower())
    ]
    words = [word for word in words_among(document.prose, runs) if not _is_name(word, document)]
    strange = strange_ones((word.text.lower() for word in words), variant)
    for word in words:
        if word.text.lower() in strange and not accepts(word.text.lower()):
            yield _remark(word, table)


def _remark(word: Word, table: Mapping[str, Spelling]) -> Remark:
    country, other, _ = table[word.text.lower()]
    suggestion = other if word.text.islower() else other.capitalize()
    return Remark(word.start, word.end, country, word.text, suggestion)


def _is_name(word: Word, document: Document) -> bool:
    """Whether capitals say that a word is, or belongs to, a name: ``Pearl Harbor``, ``Spectre``."""
    if word.text.islower():
        return False
    prose = document.prose
    sentence = word.text[1:].islower() and begins_sentence(prose, word.start)
    return not sentence or _NAME_AFTER.match(prose, word.end) is not None
