"""Compile the patterns of zhenlint beforehand: ``python dictionaries/compile_patterns.py [PYTHON ...]``.

It writes ``src/zhenlint/data/patterns-*.bin`` for the Python that runs it and for others that are named, of
which nothing but the standard library is needed.  The patterns are those of all modules, and those that are
made for this project's documents.
"""

from __future__ import annotations

import gc
import importlib
import marshal
import pkgutil
import re
import subprocess
import sys
from array import array
from collections.abc import Iterable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SOURCES = HERE.parent / "src"
sys.path.insert(0, str(SOURCES))

from zhenlint.stored_patterns import Arguments, Pattern, file_name, packed  # noqa: E402  (found on the path set above)

EXAMPLE = "---\na: 'b: c' d\n---\n\n# 标题\n\n既使 *a* [b](c) regieter\n"
"""A document for which other packages are imported: that of YAML for the front matter."""

FENCE = re.compile("^ *(?:`{3,}|~{3,}).*", re.MULTILINE)
"""What stands around an example of a rule or a case of a test: without it that is prose."""

WRITE = "--write"
"""Tells the script to compile the patterns on its standard input."""


def main(arguments: list[str]) -> None:
    """Write the files of all Pythons that are asked for, or as one of them the own file."""
    if arguments == [WRITE]:
        write(marshal.load(sys.stdin.buffer))
        return
    found = marshal.dumps(sorted(patterns(), key=repr))
    for python in (sys.executable, *arguments):
        subprocess.run([python, __file__, WRITE], input=found, check=True)


def patterns() -> Iterable[Pattern]:
    """The lazy patterns of all modules, those that documents may ask for, and those of other packages."""
    on_import = compiled_on_import()
    import zhenlint
    from zhenlint.lazy_pattern import LazyPattern
    from zhenlint.spelling.chinese.confused_words import confused_words
    from zhenlint.spelling.confused_english import confusion_table, pattern_of

    for module in pkgutil.walk_packages(zhenlint.__path__, "zhenlint."):
        importlib.import_module(module.name)
    for path in sorted([*HERE.parent.glob("tests/**/*.md"), *HERE.parent.glob("docs/**/*.md")]):
        text = path.read_bytes().decode("utf-8", "replace")
        zhenlint.check_text(text)
        zhenlint.check_text(FENCE.sub("", text))
    for entries in confusion_table().values():
        for entry in entries:
            pattern_of(entry)
    lazy = {(item.pattern, int(item.flags)) for item in gc.get_objects() if isinstance(item, LazyPattern)}
    guards = [guard for word in confused_words().entries() for guard in word.guards]
    return lazy | on_import | {(pattern, 0) for guard in guards for pattern in guard.patterns()}


def compiled_on_import() -> set[Pattern]:
    """What ``re`` is asked to compile until a document is checked, most of it while packages are imported."""
    compiler = re._compiler  # type: ignore[attr-defined]  # CPython's own
    found, compile_now = set(), compiler.compile

    def compile_and_tell(pattern: str | bytes, flags: int) -> Any:
        found.add((pattern, int(flags)))
        return compile_now(pattern, flags)

    compiler.compile = compile_and_tell
    import zhenlint.cli

    zhenlint.check_text(EXAMPLE)
    compiler.compile = compile_now
    return found


def write(found: Iterable[Pattern]) -> None:
    """Compile patterns and write the file for the Python that runs."""
    path = SOURCES / "zhenlint" / "data" / file_name()
    path.write_bytes(packed({pattern: compiled(*pattern) for pattern in found}))
    print(f"written: {path.name}")


def compiled(pattern: str | bytes, flags: int) -> Arguments:
    """What ``re`` gives to its engine for a pattern."""
    from unittest.mock import patch  # it imports much, whose patterns are not ours

    with patch("_sre.compile") as made:
        re._compiler.compile(pattern, flags)  # type: ignore[attr-defined]  # CPython's own
    _, flags, code, *groups = made.call_args.args
    count, numbers, names = groups
    return int(flags), array("I", code).tobytes(), count, dict(numbers), tuple(names)


if __name__ == "__main__":
    main(sys.argv[1:])
