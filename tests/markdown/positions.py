"""What must hold for the positions of any document, told as a list of what does not hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.utils import EnvType

from zhenlint.markdown import marks
from zhenlint.markdown.document import Document
from zhenlint.markdown.parser import Flavour, add_syntax
from zhenlint.markdown.pieces import Kind, Piece
from zhenlint.source import Source

_SHAPES = {
    Kind.ESCAPE: r"\\.|\\\\\|",
    Kind.ENTITY: r"&[^;\s]+;",
    Kind.CODE_SPAN: r"`.*`",
    Kind.HTML: r"<.*|.*>",
    Kind.MATH: r"\$.*\$|\\[(\[].*\\[)\]]",
    Kind.BREAK: r"[ \\]*(?:\r\n?|\n)[^\r\n]*",
    Kind.OPEN: r"[*_~=]+|\[.*|<.*",
    Kind.CLOSE: r"[*_~=]+|\].*|<.*",
    Kind.IMAGE: r"!\[|\].*",
}


def faults(text: str, path: str = "document.md") -> list[str]:
    """What is wrong with the positions of a document; empty if all holds."""
    document = Document.parse(Source(path, text))
    return [
        *_prose_faults(document),
        *(fault for block in document.blocks for fault in _piece_faults(text, block.pieces)),
        *_reading_faults(document),
    ]


def _prose_faults(document: Document) -> Iterator[str]:
    text, prose = document.text, document.prose
    if len(prose) != len(text):
        yield f"the prose has {len(prose)} characters, the text {len(text)}"
    for at, (shown, written) in enumerate(zip(prose, text, strict=False)):
        same = shown == written or shown in marks.ALL or (shown == "\u00a0" and written == "&")
        if not same or (written in "\r\n") != (shown in "\r\n"):
            yield f"at {at} the text has {written!r}, the prose {shown!r}"
    for item in document.constructs:
        if item.kind == "lost":
            yield f"lost: {text[item.start : item.end]!r}"
        if not 0 <= item.start <= item.inner_start <= item.inner_end <= item.end <= len(text):
            yield f"no extent: {item}"


def _piece_faults(text: str, pieces: tuple[Piece, ...]) -> Iterator[str]:
    past = 0
    for piece in pieces:
        written = text[piece.start : piece.end].replace("\0", "\ufffd")
        if piece.start < past or piece.end < piece.start:
            yield f"out of order: {piece}"
        past = piece.end
        shape = re.escape(piece.content) if piece.kind is Kind.TEXT else _SHAPES.get(piece.kind, ".*")
        if written and not re.fullmatch(shape, written, re.DOTALL):
            yield f"{piece} is {written!r}"


def _reading_faults(document: Document) -> Iterator[str]:
    """Compare what the blocks say with what an untouched markdown-it-py reads."""
    front_matter = next((item for item in document.constructs if item.kind == "front_matter"), None)
    body = document.text
    if front_matter:
        body = re.sub(r"[^\r\n]", " ", body[: front_matter.end]) + body[front_matter.end :]
    env: EnvType = {}
    flavour: Flavour = "mdx" if document.source.path.endswith(".mdx") else "markdown"
    tokens = (token for token in untouched(flavour).parse(body, env) if token.type == "inline" and token.map)
    expected = [_reading(token.children or [], env) for token in tokens if token.content]
    other = ("front_matter", "html")
    read = [_shown(block.pieces) for block in document.blocks if block.kind not in other]
    if read != expected:
        yield f"read {read!r}, not {expected!r}"


@cache
def untouched(flavour: Flavour) -> MarkdownIt:
    """A parser with the same syntax as ours and nothing else changed."""
    return add_syntax(MarkdownIt("commonmark"), flavour)


def _reading(tokens: list[Token], env: EnvType) -> str:
    parts: list[str] = []
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif token.type == "image":
            parts.append(_reading(token.children or [], env))
        elif token.type == "footnote_ref" and "label" not in token.meta:
            parts.append(_reading(env["footnotes"]["list"][token.meta["id"]]["tokens"], env))
        elif token.type == "code_inline" or token.type.startswith("math_"):
            parts.append(f"<{token.content}>")
        elif token.type not in ("html_inline", "mdx_inline"):
            parts.append(token.content)
    return "".join(parts)


def _shown(pieces: tuple[Piece, ...]) -> str:
    quoted = (Kind.CODE_SPAN, Kind.MATH)
    return "".join(
        f"<{piece.content}>" if piece.kind in quoted else piece.content
        for piece in pieces
        if piece.kind is not Kind.ATTRIBUTE
    )


def _quote(text: str) -> str:
    return "".join("> " + line for line in text.splitlines(keepends=True))


def _tight_quote(text: str) -> str:
    return "".join(">" + line for line in text.splitlines(keepends=True))


def _item(text: str) -> str:
    return "".join(
        ("  " if number else "- ") + line for number, line in enumerate(text.splitlines(keepends=True))
    )


def _tab_item(text: str) -> str:
    return "".join(
        ("\t" if number else "10) ") + line for number, line in enumerate(text.splitlines(keepends=True))
    )


WRAPPINGS: dict[str, Callable[[str], str]] = {
    "plain": lambda text: text,
    "quote": _quote,
    "tight quote": _tight_quote,
    "item": _item,
    "tab item": _tab_item,
    "quoted item": lambda text: _quote(_item(text)),
    "lazy quote": lambda text: "> " + text,
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "cr": lambda text: text.replace("\n", "\r"),
    "crlf quoted item": lambda text: _tab_item(_quote(text)).replace("\n", "\r\n"),
}
