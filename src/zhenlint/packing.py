"""Reports as bytes: so they travel between processes, lie in the cache, and wait for the second phase.

A report is unpacked in parts, when somebody asks: most of what rules gathered is never asked for, and the
reports of thousands of documents need not be in memory as objects at a time.  430 reports are 1.9 MB so, a
fifth of what they are as objects.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cache, lru_cache, partial
from importlib import import_module
from itertools import compress, repeat
from typing import TYPE_CHECKING, Any

from zhenlint.check import Report
from zhenlint.diagnostic import Diagnostic, Edit, Fix, Severity
from zhenlint.language import Language
from zhenlint.named_tuple import NamedTuple
from zhenlint.problem import Place, Problem, as_problem, place_of, rule_url
from zhenlint.rules.wording import name_of, words_of
from zhenlint.source import Source

if TYPE_CHECKING:
    from zhenlint.suppress import Silencing

_as_diagnostic: Callable[[tuple[Any, ...]], Diagnostic] = partial(tuple.__new__, Diagnostic)
_as_fix: Callable[[tuple[Any, ...]], Fix] = partial(tuple.__new__, Fix)
_as_edit: Callable[[tuple[Any, ...]], Edit] = partial(tuple.__new__, Edit)


class _Findings(NamedTuple):
    """The diagnostics of a report, each once, in order of place, then code: a column for each field.

    ``fixes`` are plain tuples or None; ``places`` are the columns of :class:`Place`.
    """

    fields: tuple[Sequence[Any], ...]
    fixes: Sequence[tuple[Any, ...] | None]
    places: tuple[Sequence[Any], ...]


class Parts(NamedTuple):
    """The parts of a report, each pickled by itself."""

    findings: bytes
    facts: Mapping[str, bytes]
    silencing: bytes


Stored = Callable[[], bytes]
"""Reads the bytes of a report where they were put aside."""


class _Held:
    """The parts of a report, at hand or elsewhere."""

    __slots__ = ("at_hand", "stored")

    def __init__(self, parts: Parts) -> None:
        self.at_hand: Parts | None = parts
        self.stored: Stored | None = None

    def parts(self) -> Parts:
        """The parts."""
        if self.at_hand is not None:
            return self.at_hand
        assert self.stored is not None
        return _opened(self.stored())[2]


class Packed:
    """A report in bytes.

    ``path`` is that of the document, ``problems`` counts its diagnostics, hints aside, ``facts`` is what the
    rules gathered, unpacked when it is asked for.
    """

    __slots__ = ("_held", "facts", "path", "problems")

    def __init__(self, path: str, problems: int, parts: Parts) -> None:
        self.path = path
        self.problems = problems
        self._held = _Held(parts)
        self.facts: Mapping[str, Any] = _Facts(self._held)

    @classmethod
    def from_bytes(cls, data: bytes) -> Packed:
        """The report that :meth:`to_bytes` gave."""
        return cls(*_opened(data))

    @property
    def size(self) -> int:
        """About how many bytes it takes."""
        findings, facts, silencing = self._held.parts()
        return len(findings) + len(silencing) + sum(map(len, facts.values()))

    def to_bytes(self) -> bytes:
        """All of it."""
        return _dumped((self.path, self.problems, tuple(self._held.parts())))

    def __reduce__(self) -> tuple[type[Packed], tuple[str, int, Parts]]:
        return Packed, (self.path, self.problems, self._held.parts())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Packed) and self.report() == other.report()

    __hash__ = None  # type: ignore[assignment]  # two may be equal that are packed in different ways

    @property
    def is_at_hand(self) -> bool:
        """Whether the bytes are in memory."""
        return self._held.at_hand is not None

    def put_aside(self, stored: Stored) -> None:
        """Have the bytes elsewhere from now on, where ``stored`` reads them.

        Nothing that is unpacked stays in memory then.
        """
        self._held.stored, self._held.at_hand = stored, None

    def unpack_facts(self) -> None:
        """Unpack all facts now, as they will be asked for, unless they were put aside."""
        if self._held.at_hand:
            for code in self.facts:
                self.facts[code]

    def silencing(self) -> Silencing | None:
        """What the document asks not to hear of."""
        found: Silencing | None = _loaded(self._held.parts().silencing)
        return found

    def problems_in(self, language: Language, *, hints: bool) -> tuple[Problem, ...]:
        """The diagnostics with their words, hints only if they are asked for."""
        (codes, starts, ends, severities, *said, suggestions), fixes, places = self._findings()
        *numbers, texts = places
        rows = zip(
            repeat(self.path),
            codes,
            map(name_of, codes),
            severities,
            map(_words, codes, *said, repeat(language)),
            *numbers,
            starts,
            ends,
            texts,
            suggestions,
            map(_fix, fixes),
            map(rule_url, codes),
        )
        shown = [hints or severity is not Severity.HINT for severity in severities]
        return tuple(compress(map(as_problem, rows), shown))

    def report(self) -> Report:
        """The report."""
        fields, fixes, _ = self._findings()
        rows = zip(*fields, map(_fix, fixes), strict=True)
        return Report(self.path, tuple(map(_as_diagnostic, rows)), self.facts, self.silencing())

    def _findings(self) -> _Findings:
        return _Findings(*_loaded(self._held.parts().findings))


def _fix(plain: tuple[Any, ...] | None) -> Fix | None:
    """A fix that was written as a plain tuple."""
    if plain is None:
        return None
    edits, *rest = plain
    return _as_fix((tuple(map(_as_edit, edits)), *rest))


@lru_cache(maxsize=4096)
def _words(code: str, message: str, arguments: tuple[tuple[str, str], ...], language: Language) -> str:
    """A message in words.  Two thirds are the same as one before."""
    return words_of(code, message, arguments, language)


class _Facts(Mapping[str, Any]):
    """The facts of a packed report."""

    __slots__ = ("_held", "_unpacked")

    def __init__(self, held: _Held) -> None:
        self._held = held
        self._unpacked: dict[str, Any] = {}

    def __getitem__(self, code: str) -> Any:
        if code in self._unpacked:
            return self._unpacked[code]
        facts = _loaded(self._held.parts().facts[code])
        if self._held.at_hand:
            self._unpacked[code] = facts
        return facts

    def __contains__(self, code: object) -> bool:
        return code in self._held.parts().facts

    def __iter__(self) -> Iterator[str]:
        return iter(self._held.parts().facts)

    def __len__(self) -> int:
        return len(self._held.parts().facts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mapping) and dict(self) == dict(other)

    __hash__ = None  # type: ignore[assignment]  # as of other mappings


def pack(report: Report, source: Source) -> Packed:
    """A report on a source in bytes.

    Diagnostics are written field by field: so they are read in a third of the time, because no function of
    Python's own is called for each.
    """
    diagnostics = sorted(set(report.diagnostics), key=lambda diagnostic: diagnostic.sort_key)
    *fields, fixes = zip(*diagnostics, strict=True) if diagnostics else [()] * len(Diagnostic._fields)
    plain = [fix and (tuple(map(tuple, fix.edits)), *fix[1:]) for fix in fixes]
    places = [place_of(source, item.start, item.end) for item in diagnostics]
    columns = tuple(zip(*places, strict=True)) if places else ((),) * len(Place._fields)
    parts = Parts(
        _dumped((tuple(fields), plain, columns)),
        {code: _dumped(facts) for code, facts in report.facts.items()},
        _dumped(report.silencing),
    )
    problems = sum(item.severity is not Severity.HINT for item in diagnostics)
    return Packed(report.path, problems, parts)


def _opened(data: bytes) -> tuple[str, int, Parts]:
    """The path, the number of problems and the parts of a report that was written whole."""
    path, problems, parts = _loaded(data)
    return path, problems, Parts(*parts)


def _dumped(value: object) -> bytes:
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def _loaded(data: bytes) -> Any:
    return _Reader(io.BytesIO(data)).load()


class _Reader(pickle.Unpickler):
    """Reads reports and nothing else: of classes only zhenlint's own tuples and enumerations.

    So nothing runs that a file tells to run.
    """

    def find_class(self, module: str, name: str, /) -> Any:
        """One of those classes.

        Raises:
            pickle.UnpicklingError: it is another one.
        """
        return _value_class(module, name)


@cache
def _value_class(module: str, name: str) -> type:
    found = getattr(import_module(module), name) if module.startswith("zhenlint.") else None
    if isinstance(found, type) and issubclass(found, (tuple, Enum)):
        return found
    raise pickle.UnpicklingError(f"{module}.{name} is no value of a report")
