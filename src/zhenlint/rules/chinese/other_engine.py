"""ZH002 by another engine than the built-in one: pycorrector's corrections as diagnostics."""

from __future__ import annotations

from collections.abc import Iterator

from zhenlint.diagnostic import Diagnostic, Edit
from zhenlint.markdown.document import Document
from zhenlint.rules import Context
from zhenlint.rules.chinese.surroundings import is_accepted, is_foreign, is_in_confused_word, is_talked_about
from zhenlint.settings import Pycorrector


def corrections_by(wanted: Pycorrector, document: Document, context: Context) -> Iterator[Diagnostic]:
    """What the engine corrects and nothing speaks for; confused words are ZH001's.

    Raises:
        EngineError: the engine cannot be loaded.
    """
    from zhenlint.spelling.pycorrector_engine import corrections, engine

    prose = document.prose
    for start, end, right in corrections(prose, engine(wanted)):
        if not (
            is_in_confused_word(document, start, end)
            or is_talked_about(document, start, end, (right,))
            or is_foreign(document, start, end)
            or is_accepted(prose, start, end, context.settings)
        ):
            yield _report(document, start, end, right, context)


def _report(document: Document, start: int, end: int, right: str, context: Context) -> Diagnostic:
    before, after = document.prose[start - 1 : start], document.prose[end : end + 1]
    before, after = before if before.isalpha() else "", after if after.isalpha() else ""
    wrong = document.prose[start:end]
    return context.report(
        start,
        end,
        edits=(Edit(start, end, right),) if document.is_literal(start, end) else (),
        suggestions=(right,),
        wrong=wrong,
        right=right,
        written=before + wrong + after,
        meant=before + right + after,
    )
