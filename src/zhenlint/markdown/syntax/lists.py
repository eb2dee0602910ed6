"""Lists (CommonMark 0.31.2, sections 5.2 and 5.3) with check boxes (GFM 0.29, section 5.3).

markdown-it-py's rule goes over all tokens of a list again to tell a tight one from a loose one, which nothing
here asks, and to find its check boxes (a list of one-letter items takes 0.5 × the time).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.light_token import ItemToken, ListToken, MarkToken
from zhenlint.markdown.syntax.paragraph import one_line

if TYPE_CHECKING:
    from zhenlint.markdown.block_parser import DispatchingParserBlock

_MARKER = lazy_pattern(r"(?:[*+-]|([0-9]{1,9})[.)])(?![^ \t])")
_CHECK_BOX = lazy_pattern(r"\[[ xX]\][ \t]")
_ITEM_OPEN: Final = MarkToken("list_item_open", 1)
_ITEM_CLOSE: Final = MarkToken("list_item_close", -1)
_OPEN: Final = {name: MarkToken(f"{name}_list_open", 1) for name in ("bullet", "ordered")}
_CLOSE: Final = {name: MarkToken(f"{name}_list_close", -1) for name in ("bullet", "ordered")}


def list_plugin(markdown: MarkdownIt) -> None:
    """Replace markdown-it-py's rule."""
    markdown.block.ruler.at("list", _list, {"alt": ["paragraph", "reference", "blockquote"]})


def _list(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    marker = _match_marker(state, start_line)
    if marker is None or state.is_code_block(start_line):
        return False
    indent = state.sCount[start_line]
    if 0 <= state.listIndent <= indent - 4 and indent < state.blkIndent:
        return False  # it goes on with the paragraph of an item
    if silent:
        goes_on = state.parentType == "paragraph" and indent >= state.blkIndent
        return not goes_on or _interrupts_paragraph(state, start_line, marker)
    parent, state.parentType = state.parentType, "list"
    state.level += 2  # the list's and the item's
    _take_items(state, start_line, end_line, marker)
    state.level -= 2
    state.parentType = parent
    return True


def _match_marker(state: StateBlock, line: int) -> re.Match[str] | None:
    """The bullet or the number with which a line begins."""
    return _MARKER.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])


def _interrupts_paragraph(state: StateBlock, line: int, marker: re.Match[str]) -> bool:
    """Whether a list may begin below a line of text: with 1 or a bullet, and not with an empty item."""
    begins = marker[1] is None or int(marker[1]) == 1
    return begins and state.skipSpaces(marker.end()) < state.eMarks[line]


def _take_items(state: StateBlock, line: int, end_line: int, marker: re.Match[str]) -> None:
    """Push the tokens of a list, and of the items that go on with it."""
    kind = "bullet" if marker[1] is None else "ordered"
    opening, has_check_box = len(state.tokens), False
    state.tokens.append(_OPEN[kind])
    number, sign = marker[1], state.src[marker.end() - 1]
    [ends_list] = state.md.block.ruler.getRules("list")
    following: re.Match[str] | None = marker
    while following:
        has_check_box |= _take_item(state, line, end_line, following)
        line = state.line
        if line >= end_line or state.sCount[line] < state.blkIndent or state.is_code_block(line):
            break
        following = _match_marker(state, line)
        if following and (state.src[following.end() - 1] != sign or ends_list(state, line, end_line, True)):
            break
    attributes: dict[str, str | int | float] = {}
    if number is not None and int(number) != 1:
        attributes["start"] = int(number)
    if has_check_box:
        attributes["class"] = "contains-task-list"
    if attributes:
        state.tokens[opening] = ListToken(_OPEN[kind].type, attributes)
    state.tokens.append(_CLOSE[kind])


def _take_item(state: StateBlock, line: int, end_line: int, marker: re.Match[str]) -> bool:
    """Push the tokens of an item; whether it has a check box."""
    src, after, end = state.src, marker.end(), state.eMarks[line]
    begin, shift, column = state.bMarks[line], state.tShift[line], state.sCount[line]
    width = column + after - begin - shift  # of what stands before the content, less the blanks
    at, content_column = after, width
    while at < end and (char := src[at]) in " \t":
        content_column += 4 - (content_column + state.bsCount[line]) % 4 if char == "\t" else 1
        at += 1
    blanks = content_column - width
    indent = width + (blanks if at < end and blanks <= 4 else 1)
    box = _CHECK_BOX.match(src, at, end) if at < end and src[at] == "[" else None
    start = box.end() if box else at
    if following := _behind_one_line(state, line, end_line, start, content_column, indent):
        _push_opening(state, marker[1], has_check_box=box is not None)
        state.tokens += (one_line(src[start:end], line), _ITEM_CLOSE)
        state.line = following
        return box is not None
    outer_list, outer = state.listIndent, state.blkIndent
    state.listIndent, state.blkIndent = outer, indent
    state.tShift[line], state.sCount[line] = at - begin, content_column
    if box and state.is_code_block(line):
        box = None
    if box:
        state.bMarks[line], state.tShift[line] = box.end(), 0
    _push_opening(state, marker[1], has_check_box=box is not None)
    if at >= end and state.isEmpty(line + 1):
        state.line = min(line + 2, end_line)  # what follows an empty item and an empty line is not of it
    else:
        state.md.block.tokenize(state, line, end_line)
    state.listIndent, state.blkIndent = outer_list, outer
    state.bMarks[line], state.tShift[line], state.sCount[line] = begin, shift, column
    state.tokens.append(_ITEM_CLOSE)
    return box is not None


def _behind_one_line(
    state: StateBlock, line: int, end_line: int, start: int, column: int, indent: int
) -> int:
    """Where what follows an item begins that is surely one line of text, as nearly all are; else 0.

    The text begins at ``start``, in a column; its item is indented by ``indent``.  An item beside it follows,
    or an empty line and what is not of the item (a list of one-letter items takes 0.6 × the time).  Where a
    tab stands before the text, half of it may belong to it.
    """
    following, indents = line + 1, state.sCount
    block = cast("DispatchingParserBlock", state.md.block)
    if following >= end_line or column >= indent + 4 or not block.begins_text(state, line, start):
        return 0
    if "\t" in state.src[state.bMarks[line] : start]:
        return 0
    if state.isEmpty(following):
        while following < end_line and state.isEmpty(following):
            following += 1
        return following if following < end_line and indents[following] < indent else 0
    beside = 0 <= indents[following] < min(indent, state.blkIndent + 4)
    return following if beside and _match_marker(state, following) else 0


def _push_opening(state: StateBlock, number: str | None, *, has_check_box: bool) -> None:
    if number is None and not has_check_box:
        state.tokens.append(_ITEM_OPEN)
        return
    token = ItemToken(number or "")
    if has_check_box:
        token.attrs["class"] = "task-list-item"
    state.tokens.append(token)
