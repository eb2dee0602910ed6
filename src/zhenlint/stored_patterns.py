"""Patterns that were compiled when zhenlint was built, for the versions of CPython it was built for.

A corpus asks for 370 patterns: to compile them takes each process 95 ms, to restore them 3, and one note is
checked in 115 instead of 134 ms.  ``re`` has no way to keep a compiled pattern, so :func:`restored` takes the
step by which ``re.compile`` ends, as CPython's ``Lib/re/_compiler.py`` has it.  That code is good for the
version of the engine for which it was made, which is compared; for any other, patterns are compiled as ever.

Other packages compile patterns when they are imported, a hundred in all, which takes 10 ms.  The program has
``re`` look for them here (:func:`lend`).

``python dictionaries/compile_patterns.py`` writes the data (:func:`packed`).  What is not in there, such as a
pattern that was changed since, is compiled, too: so the data may be out of date but never wrong.
"""

from __future__ import annotations

import marshal
import mmap
import re
import sys
from collections.abc import Mapping
from functools import cache
from itertools import accumulate, pairwise
from typing import Any, Final

from zhenlint.package_data import DATA

Pattern = tuple[str | bytes, int]
"""A regular expression and its flags."""

Arguments = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""What the engine is given besides the pattern: flags, code in words of 4 bytes, groups and their names."""

_SIZE: Final = 8
"""Bytes that tell how long the head of the data file is."""


def lend() -> None:
    """Have ``re.compile`` take what is stored for what it has not compiled yet, in all of this process.

    For that its memory of patterns, a dict, becomes one that asks here for what it lacks.  Where nothing is
    stored for the version of Python that runs, or it keeps no such dict, everything is as ever.
    """
    name = "_cache2" if hasattr(re, "_cache2") else "_cache"
    if type(getattr(re, name, None)) is dict and (DATA / file_name()).exists():
        setattr(re, name, _Memory(getattr(re, name)))


class _Memory(dict[tuple[type, Any, int], "re.Pattern[Any]"]):
    """What ``re`` has compiled, by type and text of the pattern and flags, or would compile."""

    def __missing__(self, key: tuple[type, Any, int]) -> re.Pattern[Any]:
        _, pattern, flags = key
        made = restored(pattern, flags)
        if made is None:
            raise KeyError(key)
        self[key] = made
        return made


def restored(pattern: str | bytes, flags: int) -> re.Pattern[Any] | None:
    """What ``re.compile`` gives; None where it is not stored."""
    data, places = _stored()
    place = places.get((pattern, flags))
    if place is None:
        return None
    flags, code, *groups = marshal.loads(data[slice(*place)])
    return _engine().compile(pattern, flags, memoryview(code).cast("I").tolist(), *groups)  # type: ignore[no-any-return]


def file_name() -> str:
    """The name of the data file for the Python that runs."""
    return f"patterns-{sys.implementation.cache_tag}.bin"


def engine() -> tuple[int, int, int, str]:
    """What the code of patterns depends on."""
    found = _engine()
    return found.MAGIC, found.CODESIZE, found.MAXREPEAT, sys.byteorder


def _engine() -> Any:
    import _sre  # type: ignore[import-not-found]  # CPython's own, of which no stubs exist

    return _sre


def packed(patterns: Mapping[Pattern, Arguments]) -> bytes:
    """The content of the data file for the Python that runs.

    Eight bytes tell how long the head is, which holds, as :mod:`marshal` has it, what the code depends on and
    where that of each pattern begins and ends behind the head.
    """
    code = {pattern: marshal.dumps(arguments) for pattern, arguments in patterns.items()}
    ends = list(accumulate(map(len, code.values()), initial=0))
    head = marshal.dumps((engine(), dict(zip(code, pairwise(ends), strict=True))))
    return b"".join([len(head).to_bytes(_SIZE, "little"), head, *code.values()])


@cache
def _stored() -> tuple[memoryview, Mapping[Pattern, tuple[int, int]]]:
    """The code of the patterns, and where that of each lies; the file is mapped, as a note asks for few."""
    try:
        with open(DATA / file_name(), "rb") as file:
            data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except FileNotFoundError:
        return memoryview(b""), {}
    end = _SIZE + int.from_bytes(data[:_SIZE], "little")
    made_for, places = marshal.loads(data[_SIZE:end])
    return data[end:], places if made_for == engine() else {}
