"""What a document says of its unknown words, and what all documents of a project do: EN001's facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document, word_places
from zhenlint.named_tuple import NamedTuple
from zhenlint.project import Project
from zhenlint.rules.english.accepted import accepted_words
from zhenlint.rules.english.latin_runs import latin_runs
from zhenlint.rules.english.remark import Remark
from zhenlint.settings import Settings
from zhenlint.spelling.candidates import Candidate
from zhenlint.spelling.english import POSSIBLE, Place, detector, names_among
from zhenlint.spelling.evidence import Evidence, ProjectUses
from zhenlint.spelling.suspects import suspects

_WORD = lazy_pattern(r"[A-Za-z]{2,}")
_NO_LETTERS = bytes(byte for byte in range(128) if not chr(byte).islower())


class Words(NamedTuple):
    """What a document says of its unknown words, and what is wrong with known ones.

    ``places`` are those words where they stand, ``lines`` the line of each.  ``counts`` are the uses of
    all words that bear upon them, ``code`` those of them in code and URLs, ``names`` words shown to be
    names.  ``unknown`` counts the unknown words.  ``prose_lines`` and ``code_lines`` tell on which lines
    the likeliest corrections stand.  ``near`` are the words near the unknown ones, names aside: to seek them
    again is what the second phase would take longest for.  ``remarks`` are on known words.
    """

    places: Sequence[Place] = ()
    lines: Sequence[int] = ()
    counts: Mapping[str, int] = {}
    code: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    unknown: Mapping[str, int] = {}
    prose_lines: Mapping[str, Sequence[int]] = {}
    code_lines: Mapping[str, Sequence[int]] = {}
    near: Mapping[str, tuple[Candidate, ...]] = {}
    remarks: Sequence[Remark] = ()


class Vocabulary(NamedTuple):
    """What all documents say of unknown words: how often they use them, and which they show to be names."""

    uses: ProjectUses
    names: frozenset[str]


def words_of(document: Document, suspicious: Set[str], settings: Settings) -> Words | None:
    """The facts of a document of which some runs of letters are suspicious; None if none is a word."""
    places = list(detector().places(document.prose, suspicious, document.ascii_prose))
    if not places:
        return None
    evidence = gather_evidence(document, settings, _written(places))
    sightings = list(detector().sightings(evidence, places, POSSIBLE))
    corrections = {item.corrections[0].lower() for item in sightings}
    typed, meant, own = _bearing_upon(places, evidence)
    return Words(
        places,
        [document.source.position(place.start).line for place in places],
        {word: evidence.counts[word] for word in typed | meant | own if word in evidence.counts},
        frozenset(filter(evidence.in_code, (typed - evidence.names) | (meant - evidence.counts.keys()))),
        evidence.names & (typed | {place.run.lower() for place in places}) | names_among(sightings),
        {word: evidence.counts.get(word, 1) for word in typed},
        _lines_of(corrections, document.ascii_prose.lower(), document) if corrections else {},
        _lines_of(corrections, document.lower_text, document) if corrections else {},
        {word: suspects().near(word) for word in sorted(typed - evidence.names)},
    )


def _bearing_upon(places: Iterable[Place], evidence: Evidence) -> tuple[set[str], set[str], set[str]]:
    """The unknown words, and of those that are no names the likelier ones near and near ones often used."""
    typed: set[str] = set()
    meant: set[str] = set()
    own: set[str] = set()
    for suspect in chain.from_iterable(map(suspects().of, {place.run for place in places})):
        typed.add(suspect.word)
        if suspect.word not in evidence.names:
            meant.update(candidate.word for candidate in suspects().candidates(suspect))
            own.update(evidence.own_words(suspect.word))
    return typed, meant, own


def _lines_of(wanted: Set[str], text: bytes, document: Document) -> Mapping[str, Sequence[int]]:
    """The lines on which some lower-case words stand in the document's text or prose, in lower case."""
    lines = {}
    for word in sorted(filter(str.isalpha, wanted)):
        places = list(word_places(text, word.encode()))
        if places:
            lines[word] = [document.source.position(place).line for place in places]
    return lines


def _written(places: Iterable[Place]) -> frozenset[str]:
    """The unknown runs of some places, and the suspects in them, in lower case."""
    runs = {place.run for place in places}
    return frozenset(map(str.lower, runs)).union(item.word for run in runs for item in suspects().of(run))


def gather_evidence(document: Document, settings: Settings, words: Set[str] | None = None) -> Evidence:
    """What a document and the settings say of words; if it shows names, only of the ``words``."""
    return Evidence(
        document.prose,
        document.has_in_code,
        frozenset((*_link_names(document, words), *_titles(document))),
        accepted_words(settings),
        runs=latin_runs(document),
    )


def _link_names(document: Document, wanted: Set[str] | None) -> Iterator[str]:
    """Words of link texts that stand in the link's own destination: ``[Regieter](https://regieter.io)``."""
    links = [link for link in document.constructs_of("link") if not link.destination.startswith("#")]
    texts = [document.prose[link.inner_start : link.inner_end].lower() for link in links]
    if wanted is not None and not any(map("\n".join(texts).__contains__, wanted)):
        return  # as in nearly all documents: to look through link after link takes ten times as long
    for link, text in zip(links, texts, strict=True):
        words = _WORD.findall(text)
        if words and not (wanted is not None and wanted.isdisjoint(words)):
            letters = link.destination.encode("ascii", "ignore").lower().translate(None, _NO_LETTERS)
            destination = letters.decode("ascii")
            yield from (word for word in words if word in destination)


def _titles(document: Document) -> Iterator[str]:
    """Titles of one lower-case word, as packages have them: ``# romann``."""
    for heading in document.headings:
        title = heading.reading.strip() if heading.level == 1 else ""
        if title.islower() and _WORD.fullmatch(title):
            yield title


def vocabulary_of(project: Project) -> Vocabulary:
    """What the documents of a project say of unknown words."""
    counts: Counter[str] = Counter()
    names: set[str] = set()
    for words in project.facts("EN001"):
        counts.update(words.unknown)
        names.update(words.names)
    return Vocabulary(ProjectUses(counts), frozenset(names))
