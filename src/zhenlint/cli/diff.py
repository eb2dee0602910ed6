"""What fixing would change, as a unified diff that ``patch -p0`` applies."""

from __future__ import annotations

import codecs

from zhenlint.runner import FileResult
from zhenlint.source import Source
from zhenlint.terminal import Paint, escape


def diff_of(result: FileResult) -> str:
    """The unified diff of one file's fixes; empty if there are none."""
    if not result.fixed or result.original is None or result.source is None:
        return ""
    from difflib import unified_diff

    before, after = _lines(result.original), _lines(result.source)
    lines = unified_diff(before, after, result.path, result.path, lineterm="\n")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(source: Source) -> list[str]:
    """The lines as ``patch`` counts them: ended by LF alone, a byte order mark being text."""
    text = "\ufeff" * source.byte_order_mark + source.text
    return [line + "\n" for line in text.split("\n")[:-1]] + [line for line in text.split("\n")[-1:] if line]


def encoding_of(result: FileResult) -> str:
    """The encoding for a diff that is not shown but applied: the file's own, if lines survive it."""
    name = result.source.encoding if result.source else "utf-8"
    return name if codecs.encode("\n", name) == b"\n" else "utf-8"


def painted(diff: str, paint: Paint) -> str:
    """A diff for a terminal: coloured, and harmless."""
    return "".join(_painted_line(line, paint) + "\n" for line in diff.removesuffix("\n").split("\n"))


def _painted_line(line: str, paint: Paint) -> str:
    if line.startswith(("--- ", "+++ ", "@@")):
        return paint("bold", escape(line))
    style = {"+": "added", "-": "removed"}.get(line[:1])
    shown = line[:1] + escape(line[1:].removesuffix("\r"))
    return paint(style, shown) if style else shown
