"""The words of a project that no dictionary knows or that are probably wrong, with what may be meant.

English words are those that the lexicon lacks (EN001 reports the probable misspellings among them), Chinese
ones those with a wrong character (ZH001).  What the configuration accepts and what a document silences is
left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from zhenlint.check import Report, conclude, examine
from zhenlint.diagnostic import Diagnostic, Severity
from zhenlint.markdown.document import Document
from zhenlint.named_tuple import NamedTuple
from zhenlint.project import Project
from zhenlint.rules import all_rules
from zhenlint.rules.english.accepted import accepted_words
from zhenlint.rules.english.unknown_words import Words
from zhenlint.settings import Settings
from zhenlint.spelling.shapes import Shape, write_like
from zhenlint.spelling.suspects import Suspect, suspects

ENGLISH: Final = "EN001"
CHINESE: Final = "ZH001"

_SUGGESTIONS: Final = 3


class Use(NamedTuple):
    """One use of an unknown word: ``text[start:end]`` of the document with a path.

    ``is_suspected`` where the rule with the code reports it.
    """

    path: str
    start: int
    end: int
    text: str
    code: str
    suggestions: tuple[str, ...]
    is_suspected: bool


class UnknownWord(NamedTuple):
    """An unknown word, as it is written most often, with its uses in order of path and place."""

    word: str
    uses: tuple[Use, ...]

    @property
    def example(self) -> Use:
        """The use that shows best what is meant: the first that is suspected, else the first."""
        return next((use for use in self.uses if use.is_suspected), self.uses[0])


class Vocabulary:
    """The unknown words of documents that are judged together; each with the settings of its file."""

    def __init__(self, documents: Iterable[tuple[Document, Settings]]) -> None:
        self._documents: dict[str, tuple[Document, Settings]] = {}
        self._reports: dict[str, Report] = {}
        self._uses: dict[str, list[Use]] = {}
        for document, settings in documents:
            self._examine(document, settings)

    def replace(self, document: Document) -> None:
        """Put a document in place of the one that had its path."""
        self._examine(document, self._documents[document.source.path][1])

    def accept(self, word: str) -> None:
        """Take a word for right from now on."""
        for document, settings in list(self._documents.values()):
            if word.lower() in document.text.lower():
                self._examine(document, settings._replace(words=settings.words | {word.lower()}))

    def _examine(self, document: Document, settings: Settings) -> None:
        path = document.source.path
        only = settings._replace(select=(ENGLISH, CHINESE), extend_select=(), ignore=())
        self._documents[path] = document, only
        self._reports[path] = examine(document, only)
        self._uses.clear()

    def document(self, path: str) -> Document:
        """The document with a path."""
        return self._documents[path][0]

    def words(self) -> list[UnknownWord]:
        """The unknown words, the most frequent first."""
        found: dict[str, list[Use]] = {}
        for path in sorted(self._documents):
            for use in self.uses(path):
                found.setdefault(use.text.lower(), []).append(use)
        words = [UnknownWord(_written(uses), tuple(uses)) for uses in found.values()]
        return sorted(words, key=lambda item: (-len(item.uses), item.word.lower()))

    def uses(self, path: str) -> list[Use]:
        """The uses of unknown words in one document, in order of place."""
        if not self._uses:
            self._project = Project({path: report.facts for path, report in self._reports.items()})
        if path not in self._uses:
            document, settings = self._documents[path]
            self._uses[path] = list(_uses(document, self._reports[path], settings, self._project))
        return self._uses[path]


def _uses(document: Document, report: Report, settings: Settings, project: Project) -> Iterator[Use]:
    suspected = {
        item.start: item for item in conclude(report, settings, project) if item.code in (ENGLISH, CHINESE)
    }
    unknown = {item.start: item for item in _unknown(report, settings)}
    for start, item in sorted({**unknown, **suspected}.items()):
        if document.is_literal(item.start, item.end):
            text = document.text[item.start : item.end]
            suggestions = item.suggestions[:_SUGGESTIONS]
            yield Use(report.path, item.start, item.end, text, item.code, suggestions, start in suspected)


def _unknown(report: Report, settings: Settings) -> list[Diagnostic]:
    """All unknown English words of a document as diagnostics, less what it silences."""
    words: Words | None = report.facts.get(ENGLISH)
    silencing = report.silencing
    if words is None:
        return []
    if silencing:
        settings = settings._replace(words=settings.words.union(silencing.words))
    accepts = accepted_words(settings)
    found = [
        _diagnostic(place.start, suspect)
        for place in words.places
        for suspect in suspects().of(place.run)
        if not (accepts(place.run.lower()) or accepts(suspect.word) or _is_mere_name(suspect))
    ]
    if silencing is None:
        return found
    from zhenlint.suppress import silence

    return silence(found, silencing, all_rules()).left


def _is_mere_name(suspect: Suspect) -> bool:
    """Whether a word is a name like ``ArrayBlockingQueue``, which nothing known resembles."""
    return suspect.part.shape is Shape.MIXED and not suspects().candidates(suspect) and not suspect.certain


def _diagnostic(start: int, suspect: Suspect) -> Diagnostic:
    part = suspect.part
    near = suspects().candidates(suspect)
    likeliest = sorted(near, key=lambda item: (-item.appeal(suspect.word, False), item.word))
    casing: Mapping[str, str] = suspects().lexicon.casing
    return Diagnostic(
        ENGLISH,
        start + part.offset,
        start + part.offset + len(part.text),
        Severity.HINT,
        "listed",
        suggestions=tuple(
            write_like(item.word, part, casing.get(item.word)) for item in likeliest[:_SUGGESTIONS]
        ),
    )


def _written(uses: Iterable[Use]) -> str:
    """The form in which a word is written most often; of those, the first."""
    counts: dict[str, int] = {}
    for use in uses:
        counts[use.text] = counts.get(use.text, 0) + 1
    return max(counts, key=lambda text: counts[text])
