"""Tables (GFM 0.29, section 4.10), each cell with its place in its row.

markdown-it-py's rule loses the places of the cells and makes three tokens of each, and cells that a row
leaves out; this one notes where each cell lies and makes one token of all cells side by side that hold
text only.  The opening token's ``meta`` holds the number of ``columns``
and the ``ragged`` lines, which have more or fewer cells.
"""

from __future__ import annotations

from typing import Final, TypeAlias, cast

from markdown_it import MarkdownIt
from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.rules_block import StateBlock

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.inline import SpanParserInline
from zhenlint.markdown.light_token import CellsToken, InlineToken, LightToken, MarkToken

_DELIMITER_ROW = lazy_pattern(r"[|:-](?:[|:-]|(?<!-)[ \t])[|: \t-]*$")
_DELIMITER = lazy_pattern(r":?-+:?")
_CUT = lazy_pattern(r"(?<!\\)\|")
Cell: TypeAlias = tuple[str, int]
"""A cell without the blanks around it, and how far before its line's end it begins."""

_CLOSE: Final = MarkToken("table_close", -1)
_ROW: Final = MarkToken("tr", 0)
_MOST_MISSING_CELLS = 0x10000
"""How many cells the rows of a table may leave out before it ends: markdown-it's own limit."""


def table_plugin(markdown: MarkdownIt) -> None:
    """Replace markdown-it-py's rule."""
    markdown.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})


def _table(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    columns = _count_columns(state, start_line, end_line)
    head = _cells(state, start_line) if columns else None
    if not head or len(head) != columns:
        return False
    if silent:
        return True
    parent, state.parentType = state.parentType, "table"
    opening = LightToken("table_open", "table", 1)
    state.tokens.append(opening)
    _push_row(state, start_line, head)
    line, missing = start_line + 2, 0
    ragged: list[int] = []
    [ends_table] = state.md.block.ruler.getRules("blockquote")
    while line < end_line and state.sCount[line] >= state.blkIndent and not state.is_code_block(line):
        cells = _cells(state, line)
        if cells is None or ends_table(state, line, end_line, True):
            break
        missing += columns - len(cells)
        if len(cells) != columns:
            ragged.append(line)
        if missing > _MOST_MISSING_CELLS:
            break
        _push_row(state, line, cells[:columns])
        line += 1
    state.tokens.append(_CLOSE)
    opening.map = [start_line, line]
    opening.meta.update(columns=columns, ragged=ragged)
    state.parentType, state.line = parent, line
    return True


def _count_columns(state: StateBlock, head_line: int, end_line: int) -> int:
    """The columns that the line after a row of heads delimits; 0 if it does not."""
    line = head_line + 1
    if line >= end_line or state.sCount[line] < state.blkIndent:
        return 0
    start, end = state.bMarks[line] + state.tShift[line], state.eMarks[line]
    if start >= end or state.src[start] not in "|-:" or not _DELIMITER_ROW.match(state.src, start, end):
        return 0
    if state.is_code_block(line) or state.is_code_block(head_line):
        return 0
    if state.src.find("|", state.bMarks[head_line], state.eMarks[head_line]) < 0:
        return 0
    delimiters = [part.strip(" \t") for part in state.src[start:end].split("|")]
    if not delimiters[0]:
        del delimiters[0]
    if delimiters and not delimiters[-1]:
        del delimiters[-1]
    return len(delimiters) if all(map(_DELIMITER.fullmatch, delimiters)) else 0


def _cells(state: StateBlock, line: int) -> list[Cell] | None:
    """The cells of a row; None if the line holds nothing."""
    start, end = state.bMarks[line] + state.tShift[line], state.eMarks[line]
    text = state.src[start:end].rstrip(MD_TRIM_CHARS)
    row = text.lstrip(MD_TRIM_CHARS)
    if not row:
        return None
    before_end = end - start - len(text) + len(row)
    cells = []
    for part in _CUT.split(row) if "\\|" in row else row.split("|"):
        cell = part.lstrip(MD_TRIM_CHARS)
        cells.append((cell.rstrip(MD_TRIM_CHARS), before_end - len(part) + len(cell)))
        before_end -= len(part) + 1
    if row[0] == "|":
        del cells[0]
    if cells and row[-1] == "|" and not cells[-1][0]:
        del cells[-1]
    return cells


def _push_row(state: StateBlock, line: int, cells: list[Cell]) -> None:
    """Push a token for the row, then one for each stretch of cells of plain text and each other cell."""
    state.tokens.append(_ROW)
    has_syntax = cast(SpanParserInline, state.md.inline).has_syntax
    row = state.src[state.bMarks[line] : state.eMarks[line]]
    if "\\" not in row and not has_syntax(row):
        _push_plain(state, line, cells)
        return
    plain: list[Cell] = []
    for cell in cells:
        if "\\" in cell[0] or has_syntax(cell[0]):
            _push_plain(state, line, plain)
            _push_cell(state, line, *cell)
            plain = []
        else:
            plain.append(cell)
    _push_plain(state, line, plain)


def _push_plain(state: StateBlock, line: int, cells: list[Cell]) -> None:
    """Push one token for cells side by side that hold text only."""
    if cells:
        state.tokens.append(CellsToken(cells, line))


def _push_cell(state: StateBlock, line: int, written: str, before_end: int) -> None:
    token = InlineToken(written, [line, line + 1], "table_cell", 0, before_end)
    if "\\|" in written:
        token.content = written.replace("\\|", "|")
        token.written = written
    state.tokens.append(token)
