"""Putting in a comment that silences one place, so that the document stays what it is."""

from __future__ import annotations

from collections.abc import Iterator

from zhenlint.diagnostic import Diagnostic, Edit, Severity
from zhenlint.markdown.document import Document
from zhenlint.markdown.skeleton import skeleton, without_kinds
from zhenlint.suppress.reading import read
from zhenlint.suppress.sweep import silence

_COMMENTS = ("html_inline", "mdx_inline")


def silenced(document: Document, start: int, end: int, code: str) -> Document | None:
    """The document with a comment that silences a rule on ``text[start:end]``; None where none can stand.

    The comment ends the line; where it would change the structure or would be none, as behind the last
    cell of a table, it stands behind the place itself.
    """
    before = without_kinds(skeleton(document.tokens), _COMMENTS)
    here = Diagnostic(code, start, end, Severity.HINT, "default")
    for edit in _edits(document, start, end, code):
        text = document.text[: edit.start] + edit.content + document.text[edit.end :]
        trial = Document.parse(document.source.with_text(text))
        silencing = read(trial)
        if without_kinds(skeleton(trial.tokens), _COMMENTS) != before or silencing is None:
            continue
        if not silence([here], silencing, (code,)).left:
            return trial
    return None


def _edits(document: Document, start: int, end: int, code: str) -> Iterator[Edit]:
    is_mdx = document.source.path.lower().endswith(".mdx")
    words = f"zhenlint-disable-line {code}"
    comment = f"{{/* {words} */}}" if is_mdx else f"<!-- {words} -->"
    first, last = document.source.line_span(document.source.position(start).line)
    line = document.text[first:last].rstrip(" \t")
    at = first + len(line) - (line.endswith("\\") and not line.endswith("\\\\"))  # a hard break stays last
    yield Edit(at, at, " " + comment)
    yield Edit(end, end, comment)
