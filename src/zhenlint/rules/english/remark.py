"""What EN001 says of a word that is in the dictionary."""

from __future__ import annotations

from collections.abc import Iterator

from zhenlint.markdown.document import Document
from zhenlint.named_tuple import NamedTuple
from zhenlint.rules.english.latin_runs import latin_runs
from zhenlint.settings import Settings


class Remark(NamedTuple):
    """A word at ``text[start:end]``, which message it gets, what it should be, whether that is but a hint."""

    start: int
    end: int
    message: str
    word: str
    suggestion: str
    hint: bool = False


def remarks_on(document: Document, settings: Settings, variant: str) -> Iterator[Remark]:
    """What is wrong with words that the dictionary knows; ``variant`` is EN001's option."""
    from zhenlint.spelling.confused_english import confusions

    confused = list(confusions(document.prose, latin_runs(document)))
    if not confused and variant == "any":
        return
    from zhenlint.rules.english.accepted import accepted_words

    accepts = accepted_words(settings)
    for start, end, meant, is_certain in confused:
        word = document.prose[start:end]
        if not accepts(word.lower()):
            yield Remark(start, end, "confused", word, meant, not is_certain)
    if variant != "any":
        from zhenlint.rules.english.countries import country_remarks

        yield from country_remarks(document, variant, accepts)
