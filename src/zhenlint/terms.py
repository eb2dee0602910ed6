"""Names that have one right casing, from the curated lists of ``dictionaries/terms``.

A line of a list is ``name<TAB>wrong forms<TAB>cue<TAB>note``; ``#`` begins a comment line.

- *wrong forms*, separated by a comma and a blank: a form as it is written, ``*`` for every other
  casing of the name, ``!form`` for a casing that ``*`` leaves alone.
- *cue*: what must speak for the name before a form of this line is reported; several cues are
  separated by blanks, any one suffices; empty means that none is needed.  The cues are those of
  :mod:`zhenlint.rules.english.term_context`.
- *note*: why, for people.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import filterfalse, product
from operator import itemgetter
from typing import Final

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.named_tuple import NamedTuple
from zhenlint.package_data import read_data

WORD: Final = lazy_pattern(r"[A-Za-z][A-Za-z0-9]*")
"""A Latin word; names are found by the first one that they hold."""


_NONE: Final[frozenset[str]] = frozenset()
_MEMORY: Final = 65536
"""How many words are remembered that begin no name."""


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
            yield from (
                form for form in self.forms if not form.isalnum() or form in words.get(form.lower(), ())
            )
            return
        frame, parts = _frame(self.name)
        if frame == "{}":
            yield from filter(self.rejects, words.get(parts[0], ()))
            return
        for combination in product(*(words.get(part, ()) for part in parts)):
            form = frame.format(*combination)
            if self.rejects(form):
                yield form


@cache
def _frame(name: str) -> tuple[str, tuple[str, ...]]:
    """What stands between the words of a name, and the words in lower case."""
    return WORD.sub("{}", name), tuple(WORD.findall(name.lower()))


class Lexicon:
    """The terms, found by the first Latin words of their names and forms.

    A line is read as a term when a text holds such a word: a short note needs a few of 1,400 lines,
    and to read them all would cost it 8 ms.
    """

    def __init__(self, index: str) -> None:
        """``index``: lines of a list, each after the words, in lower case, by which it is found."""
        self._lines: dict[str, list[str]] = {}
        self._only_names: dict[str, str | None] = {}
        self._is_name: dict[str, bool] = {}
        self._other_words: set[str] = set()
        for entry in index.splitlines():
            words, _, line = entry.partition("\t")
            for word in words.split():
                self._lines.setdefault(word, []).append(line)

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name, in lower case."""
        return frozenset(line.partition("\t")[0].lower() for lines in self._lines.values() for line in lines)

    def names_among(self, words: Collection[str]) -> frozenset[str]:
        """Those of some Latin words that are whole names in their right casing."""
        known, found = self._is_name, self._first_words(words)
        for word in found:
            if word not in known:
                known[word] = any(line.startswith(f"{word}\t") for line in self._lines[word.lower()])
        return frozenset(filter(known.__getitem__, found))

    def _first_words(self, words: Iterable[str]) -> list[str]:
        """Those of some Latin words by which lines are found, in any casing; the others are remembered."""
        others, found = self._other_words, []
        for word in filterfalse(others.__contains__, words):
            if word.lower() in self._lines:
                found.append(word)
            elif len(others) < _MEMORY:
                others.add(word)
        return found

    def wrong_forms(self, text: str, words: Collection[str] | None = None) -> dict[str, Term]:
        """The wrong forms that a text holds, as words of their own or within words.

        ``words``: the text's Latin words (:data:`WORD`), each once, where they are known.
        """
        written = words if words is not None else frozenset(WORD.findall(text))
        present: dict[str, list[str]] = {}
        for word in self._first_words(written):
            present.setdefault(word.lower(), []).append(word)
        near = sorted(part for part, forms in present.items() if forms != [self._only_name(part)])
        terms = sorted((_sought(line) for part in near for line in self._lines[part]), key=itemgetter(0, 1))
        later = {part for _, _, term_parts, _ in terms for part in term_parts}.difference(present)
        for word in written if later else ():
            if word.lower() in later:
                present.setdefault(word.lower(), []).append(word)
        found: dict[str, Term] = {}
        for _, listed, term_parts, term in terms:
            if listed or all(map(present.__contains__, term_parts)):
                forms = term.spellings(present)
                found.update((form, term) for form in forms if form.isalnum() or _holds(text, written, form))
        return found

    def _only_name(self, first: str) -> str | None:
        """The name that all lines found by a word come to, if it is that word and nothing else."""
        if first not in self._only_names:
            (term, *others) = map(read_term, self._lines[first])
            alone = not others and not term.forms and term.name.lower() == first
            self._only_names[first] = term.name if alone else None
        return self._only_names[first]


def _holds(text: str, words: Collection[str], form: str) -> bool:
    """Whether a text of some words holds a form; most forms are told apart by their words alone."""
    return all(map(words.__contains__, _words_of(form))) and form in text


@cache
def _words_of(form: str) -> tuple[str, ...]:
    return tuple(WORD.findall(form))


@cache
def _sought(line: str) -> tuple[bool, bool, tuple[str, ...], Term]:
    """What a text is searched for by a line: its rank, the words, in lower case, of the forms, its term.

    A listed form goes before any casing of a word, a longer name before its first word; what ranks
    higher comes later.
    """
    term = read_term(line)
    parts = tuple(sorted(form.lower() for form in term.forms)) if term.forms else _frame(term.name)[1]
    return not term.is_word, bool(term.forms), parts, term


def indexed(line: str) -> str:
    """A line of a list as a :class:`Lexicon` takes it, without its note."""
    term = read_term(line)
    words = {WORD.findall(form)[0].lower() for form in term.forms or (term.name,)}
    return "\t".join((" ".join(sorted(words)), *line.split("\t")[:3]))


@cache
def read_term(line: str) -> Term:
    """The term of a line.

    Raises:
        ValueError: it has no wrong forms.
    """
    name, _, rest = line.partition("\t")
    forms, _, rest = rest.partition("\t")
    cues, _, _ = rest.partition("\t")
    if forms == "*":
        return Term(name, _NONE, _NONE, frozenset(cues.split()))
    if not forms:
        raise ValueError(f"no wrong forms: {line}")
    items = forms.split(", ")
    wrong = frozenset(item for item in items if item != "*" and item[0] != "!")
    right = frozenset(item[1:] for item in items if item[0] == "!")
    return Term(name, wrong, right, frozenset(cues.split()))


@cache
def lexicon() -> Lexicon:
    """The packaged terms, indexed on first use."""
    return Lexicon(read_data("terms.tsv"))
