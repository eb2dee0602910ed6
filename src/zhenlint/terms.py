"""Names that have one right casing, from the curated lists of ``dictionaries/terms``.

A line of the lists is ``name<TAB>wrong forms<TAB>cue<TAB>note``; ``#`` begins a comment line.

- *wrong forms*, separated by a comma and a blank: a form as it is written, ``*`` for every other
  casing of the name, ``!form`` for a casing that ``*`` leaves alone.
- *cue*: what must speak for the name before a form of this line is reported; several cues are
  separated by blanks, any one suffices; empty means that none is needed.  The cues are those of
  :mod:`zhenlint.rules.english.term_context`.
- *note*: why, for people.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from pathlib import Path
from typing import Final, NamedTuple

from zhenlint.lazy_pattern import lazy_pattern

DATA: Final = Path(__file__).parent / "data" / "terms"

WORD: Final = lazy_pattern(r"[A-Za-z][A-Za-z0-9]*")
"""A Latin word; names are found by the first one that they hold."""


_NONE: Final[frozenset[str]] = frozenset()


class Term(NamedTuple):
    """One line of the lists: a name, the forms that are wrong, the cues that the forms need.

    ``forms`` is empty where every other casing is wrong but those in ``right``.
    """

    name: str
    forms: frozenset[str]
    right: frozenset[str]
    cues: frozenset[str]

    @property
    def is_word(self) -> bool:
        """Whether the name and its forms are single Latin words."""
        return self.name.isalnum() and all(form.isalnum() for form in self.forms)

    def rejects(self, form: str) -> bool:
        """Whether a form, equal to the name or a listed form but for casing, is a wrong one."""
        return form in self.forms if self.forms else form != self.name and form not in self.right

    def spellings(self, words: Mapping[str, Sequence[str]]) -> Iterator[str]:
        """The wrong forms that can be made of a text's words, given by their lower-case form."""
        if self.forms:
            yield from self.forms
            return
        frame, parts = _frame(self.name)
        for combination in product(*(words.get(part, ()) for part in parts)):
            form = frame.format(*combination)
            if self.rejects(form):
                yield form


@cache
def _frame(name: str) -> tuple[str, tuple[str, ...]]:
    """What stands between the words of a name, and the words in lower case."""
    return WORD.sub("{}", name), tuple(WORD.findall(name.lower()))


class Lexicon(NamedTuple):
    """The terms, by what a text must hold for them to matter."""

    forms: Mapping[str, Term]
    """Single-word terms by a wrong form that is listed."""

    words: Mapping[str, Term]
    """Single-word terms of which every other casing is wrong, by their lower-case name."""

    phrases: Mapping[str, Sequence[Term]]
    """All other terms by the first Latin word of a form, in lower case."""

    names: frozenset[str]
    """Every name, in lower case."""

    @classmethod
    def of(cls, terms: Iterable[Term]) -> Lexicon:
        """Arrange terms for look-up."""
        forms: dict[str, Term] = {}
        words: dict[str, Term] = {}
        phrases: dict[str, list[Term]] = {}
        names: set[str] = set()
        for term in terms:
            names.add(term.name.lower())
            if not term.is_word:
                for first in {WORD.findall(form)[0].lower() for form in term.forms or (term.name,)}:
                    phrases.setdefault(first, []).append(term)
            elif term.forms:
                forms.update(dict.fromkeys(term.forms, term))
            else:
                words[term.name.lower()] = term
        return cls(forms, words, phrases, frozenset(names))

    def wrong_forms(self, text: str) -> dict[str, Term]:
        """The wrong forms that a text holds, as words of their own or within words."""
        present: dict[str, list[str]] = {}
        for word in frozenset(WORD.findall(text)):
            present.setdefault(word.lower(), []).append(word)
        found = {
            word: term
            for folded, spellings in present.items()
            for word in spellings
            if (term := self.forms.get(word) or self.words.get(folded)) and term.rejects(word)
        }
        for first in present.keys() & self.phrases.keys():
            for term in self.phrases[first]:
                found.update((form, term) for form in term.spellings(present) if form in text)
        return found


def read_terms(text: str) -> Iterator[Term]:
    """The terms of a list.

    Raises:
        ValueError: a line has no wrong forms.
    """
    for line in text.splitlines():
        if not line or line[0] == "#":
            continue
        name, _, rest = line.partition("\t")
        forms, _, rest = rest.partition("\t")
        cues, _, _ = rest.partition("\t")
        if forms == "*":
            yield Term(name, _NONE, _NONE, frozenset(cues.split()))
            continue
        if not forms:
            raise ValueError(f"no wrong forms: {line}")
        items = forms.split(", ")
        wrong = frozenset(item for item in items if item != "*" and item[0] != "!")
        right = frozenset(item[1:] for item in items if item[0] == "!")
        yield Term(name, wrong, right, frozenset(cues.split()))


@cache
def lexicon() -> Lexicon:
    """The packaged terms, read on first use."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(DATA.glob("*.tsv")))
    return Lexicon.of(term for text in texts for term in read_terms(text))
