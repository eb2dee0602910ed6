"""Baselines: problems that were there when a team began, known again by what they are, not by their lines.

A problem is known by its rule, the text that is flagged and the letters around it on its line; blanks,
punctuation, letter case and width do not count, so that a fix beside it changes nothing.  Where some
letters stand on a side, that side alone is enough, so that an edit on the other one is forgiven.  Problems
that look alike in one file are counted.  A file's problems are sought under its own path first; then in
files that are gone, because it may have been renamed, and in files of the same run that no longer have
them, because a passage may have moved.
"""

from __future__ import annotations

import codecs
import json
import os
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import Any, Final
from unicodedata import normalize

from zhenlint import files
from zhenlint.messages import Phrase, ZhenlintError, phrase
from zhenlint.named_tuple import NamedTuple
from zhenlint.problem import Problem
from zhenlint.source import Source
from zhenlint.terminal import escape

_AROUND: Final = 12
"""How many letters on each side of a problem are looked at."""

_TELLING: Final = 6
"""How many of them make a side that stands alone."""

_REACH: Final = 200
"""How far they are sought: farther than links and formulas usually are long."""

_SHOWN: Final = 40
"""Code points of a flagged text that an entry quotes."""

_VERSION: Final = 1

_HEAD: Final = 500
"""Bytes in which a baseline, however it is laid out, says its version."""

FOREIGN: Final = "baseline-foreign"
"""The key of what is said of a file that was never a baseline."""


class Entry(NamedTuple):
    """A problem of a baseline.  ``path`` is relative to the baseline's folder; ``text`` only helps a reader.

    ``before`` and ``after`` are digests of rule, flagged text and the letters on one side.
    """

    path: str
    code: str
    text: str
    before: str
    after: str


class Sighting(NamedTuple):
    """A problem of a run as an entry, and which sides are telling enough to stand alone."""

    entry: Entry
    before_is_telling: bool
    after_is_telling: bool


class Match(NamedTuple):
    """What a baseline says of a run: the entry of each problem, None for a new one, and what is left over."""

    taken: Sequence[Entry | None]
    left: Mapping[Entry, int]


def sighting(problem: Problem, source: Source, path: str) -> Sighting:
    """A problem of a source as it is known again; ``path`` is relative to the baseline's folder."""
    start, _ = source.line_span(problem.line)
    _, end = source.line_span(problem.end_line)
    before = _letters(source.text[max(start, problem.start - _REACH) : problem.start])[-_AROUND:]
    after = _letters(source.text[problem.end : min(end, problem.end + _REACH)])[:_AROUND]
    text = problem.text
    flagged = _letters(text) or text
    return Sighting(
        Entry(
            path,
            problem.code,
            text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…",
            _digest("before", problem.code, flagged, before),
            _digest("after", problem.code, flagged, after),
        ),
        len(before) >= _TELLING,
        len(after) >= _TELLING,
    )


def _letters(text: str) -> str:
    return "".join(char for char in normalize("NFKC", text).casefold() if char.isalnum())


def _digest(*parts: str) -> str:
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


def match(
    baseline: Mapping[Entry, int], sightings: Sequence[Sighting], may_be_elsewhere: Callable[[str], bool]
) -> Match:
    """Find the entries of the problems of a run, the likeliest first.

    ``may_be_elsewhere`` tells of a path whether problems recorded there may have come to another file.
    """
    left = Counter(baseline)
    taken: list[Entry | None] = [None] * len(sightings)
    for key_of, anywhere in ((_same_path, False), (_any_path, True)):
        entries = [item for item in sorted(left) if not anywhere or may_be_elsewhere(item.path)]
        for side in ("both", "before", "after"):
            known: dict[Hashable, list[Entry]] = {}
            for entry in entries:
                known.setdefault(key_of(entry, side), []).append(entry)
            for number, item in enumerate(sightings):
                if taken[number] is None and _is_telling(item, side):
                    alike = known.get(key_of(item.entry, side), ())
                    taken[number] = entry_left = next((entry for entry in alike if left[entry]), None)
                    if entry_left:
                        left[entry_left] -= 1
    return Match(taken, +left)


def _is_telling(item: Sighting, side: str) -> bool:
    return side == "both" or (item.before_is_telling if side == "before" else item.after_is_telling)


def _any_path(entry: Entry, side: str) -> Hashable:
    parts = {"both": (entry.before, entry.after), "before": (entry.before,), "after": (entry.after,)}
    return (entry.code, *parts[side])


def _same_path(entry: Entry, side: str) -> Hashable:
    return (entry.path, _any_path(entry, side))


def load(path: str) -> Counter[Entry]:
    """The entries of a baseline file with their counts; of entries given twice the higher count stands.

    Raises:
        ZhenlintError: there is no such file, it was never a baseline, or it is a broken one; then the phrase
            names the line.
    """
    shown = files.shown_path(path)
    if not os.path.exists(path):
        raise ZhenlintError("baseline-missing", path=shown)
    data = files.read(path, shown)
    if not _is_ours(data):
        raise ZhenlintError(FOREIGN, path=shown)
    try:
        text = data.decode("utf-8-sig")
        head, *records = json.loads(text)
    except UnicodeDecodeError as error:
        raise _no_baseline(shown, data[: error.start].count(b"\n") + 1) from error
    except json.JSONDecodeError as error:
        raise _no_baseline(shown, error.lineno, text) from error
    except (TypeError, ValueError) as error:
        raise _no_baseline(shown, 1) from error
    if not isinstance(head, dict) or not isinstance(head.get("version"), int):
        raise _no_baseline(shown, 1)
    if head["version"] > _VERSION:
        raise ZhenlintError("baseline-newer", path=shown)
    entries: Counter[Entry] = Counter()
    for number, record in enumerate(records, start=2):
        entry, count = _entry(record) or (None, 0)
        if entry is None:
            raise _no_baseline(shown, number)
        entries[entry] = max(entries[entry], count)
    return entries


def _is_ours(data: bytes) -> bool:
    """Whether a file may be a baseline, perhaps a broken one, or is empty; others are never written over."""
    rows = data[:_HEAD].removeprefix(codecs.BOM_UTF8).splitlines()
    head = b"".join(b"".join(row.split()) for row in rows if not row.startswith(b"<<<<<<< "))
    return not data.strip() or (head.startswith(b"[{") and b'"version"' in head)


def _entry(record: Any) -> tuple[Entry, int] | None:
    """An entry and its count; None where a record is none."""
    try:
        before, after = record["fingerprint"].split("-")
        entry = Entry(record["path"], record["code"], record["text"], before, after)
        count = record["count"]
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    good = all(isinstance(part, str) for part in entry) and type(count) is int and count > 0
    return (entry, count) if good else None


def _no_baseline(shown: str, line: int, text: str = "") -> ZhenlintError:
    conflict = next((n for n, row in enumerate(text.split("\n"), 1) if row.startswith("<<<<<<< ")), None)
    if conflict is not None:
        return ZhenlintError("baseline-conflict", path=shown, line=conflict)
    return ZhenlintError("baseline-invalid", path=shown, line=line)


def text_of(baseline: Mapping[Entry, int]) -> str:
    """The content of a baseline file: an entry a line, sorted, with the comma in front.

    A comma at the end of every line but the last would make git see a change of the last line, and a
    conflict, whenever an entry comes behind it.
    """
    head = _json({"about": "problems that `zhenlint check` leaves alone", "version": _VERSION})
    records = (_json(_record(entry, baseline[entry])) for entry in sorted(baseline))
    return "\n".join((f"[{head}", *(f",{record}" for record in records), "]")) + "\n"


def _record(entry: Entry, count: int) -> dict[str, Any]:
    print_ = f"{entry.before}-{entry.after}"
    return {"path": entry.path, "code": entry.code, "text": entry.text, "fingerprint": print_, "count": count}


def _json(value: Any) -> str:
    """JSON on one line in which all is readable, and what cannot be seen is escaped."""
    text = json.dumps(value, ensure_ascii=False)
    return "".join(char if char.isprintable() else json.dumps(char)[1:-1] for char in text)


def relative(path: str, baseline: str) -> str:
    """An absolute path as entries of a baseline file have it."""
    return os.path.relpath(path, os.path.dirname(baseline)).replace(os.sep, "/")


def absolute(entry: Entry, baseline: str) -> str:
    """Where the file of an entry lies, or lay."""
    return os.path.normpath(os.path.join(os.path.dirname(baseline), entry.path))


def described(entries: Mapping[Entry, int]) -> list[Phrase]:
    """Entries in words, one a phrase."""
    return [
        phrase("baseline-entry", path=escape(item.path), code=item.code, text=escape(item.text), count=number)
        for item, number in sorted(entries.items())
    ]


def is_below(path: str, places: Iterable[str]) -> bool:
    """Whether an absolute path is one of some places or lies in one that is a folder."""
    return any(path == place or path.startswith(os.path.join(place, "")) for place in places)
