"""Odd spaces and separators of lines, for CH001: which are wrong, and what stands in their place.

Where a space is wanted one U+0020 stays, which the SP rules then judge; beside another blank and at
the edge of a line none is wanted.
"""

from __future__ import annotations

from zhenlint.characters import BLANK
from zhenlint.diagnostic import Applicability, Diagnostic, Edit
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.rules import Context
from zhenlint.rules.characters import legitimate
from zhenlint.rules.characters.suspects import run_name

_SPACE = lazy_pattern("[ \xa0\u1680\u2000-\u200a\u202f\u205f]")
_SEPARATOR = lazy_pattern("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_ASCII = lazy_pattern(r"[!-~]")


def is_space(char: str) -> bool:
    """Whether a character is an odd space or separates lines (Unicode 16, section 6.2)."""
    return bool(_SPACE.match(char) or _SEPARATOR.match(char))


def judge_space(prose: str, context: Context, start: int, end: int) -> Diagnostic | None:
    """What to say of a run of spaces or separators; None where it is right."""
    if _SEPARATOR.match(prose, start):
        return _separator(prose, context, start, end)
    if "\xa0" in prose[start:end]:
        return _report(context, "doubled", Edit(start, end, " "), safe=False, name="U+00A0 NO-BREAK SPACE")
    if legitimate.is_typographic_space(prose, start, end):
        return None
    safe = not legitimate.separates_han(prose, start, end)
    return _report(context, "space", _blank(prose, start, end), safe=safe, name=run_name(prose, start, end))


def _separator(prose: str, context: Context, start: int, end: int) -> Diagnostic | None:
    """A separator of lines: at the end of a line or beside a blank it separates nothing."""
    if prose[start] == "\x0c" and legitimate.is_alone(prose, start, end):
        return None
    edit = _blank(prose, start, end)
    safe = not edit.content
    if not (_ASCII.match(prose, start - 1) and _ASCII.match(prose, end)):
        edit = Edit(start, end, "")
    return _report(context, "separator", edit, safe=safe, name=run_name(prose, start, end))


def _blank(prose: str, start: int, end: int) -> Edit:
    """The edit that leaves one plain space where one is wanted."""
    beside_blank = prose[end : end + 1] in BLANK or prose[start - 1 : start] in BLANK
    needless = beside_blank or legitimate.at_line_start(prose, start) or legitimate.at_line_end(prose, end)
    return Edit(start, end, "" if needless else " ")


def _report(context: Context, message: str, edit: Edit, *, safe: bool, name: str) -> Diagnostic:
    applicability = Applicability.SAFE if safe else Applicability.UNSAFE
    return context.report(
        edit.start, edit.end, message, edits=(edit,), applicability=applicability, name=name
    )
