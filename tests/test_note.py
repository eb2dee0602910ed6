"""The main job on a real note: its true problems, and nothing else."""

from __future__ import annotations

from pathlib import Path

from zhenlint.api import check_text, fix_text
from zhenlint.markdown.document import Document
from zhenlint.markdown.skeleton import skeleton
from zhenlint.source import Source

NOTE = (Path(__file__).parent / "notes" / "2024-03-20-insights.md").read_bytes().decode()

PROBLEMS = [
    (33, 23, "SP004", " ", ""),
    (35, 122, "SP003", " ", ""),
    (37, 45, "SP003", " ", ""),
    (43, 43, "EN003", "python", "Python"),
    (62, 69, "EN003", "meta", "Meta"),
    (62, 123, "EN001", "regieter", "register"),
    (70, 16, "PU001", ",", "，"),
    (72, 177, "SP003", " ", ""),
    (72, 184, "SP003", " ", ""),
]


def test_reports_the_true_problems_and_nothing_else() -> None:
    found = [
        (problem.line, problem.column, problem.code, problem.text, (problem.suggestions or ("",))[0])
        for problem in check_text(NOTE)
        if problem.severity != "hint"
    ]
    assert found == PROBLEMS


def test_safe_fixes_change_the_flagged_characters_and_no_other() -> None:
    expected = NOTE
    for problem in reversed(check_text(NOTE)):
        if problem.code[:2] in ("SP", "PU"):
            expected = expected[: problem.start] + "，" * (problem.code == "PU001") + expected[problem.end :]
    fixed, remaining = fix_text(NOTE)
    assert fixed == expected
    assert [problem.code for problem in remaining if problem.severity != "hint"] == [
        "EN003",
        "EN003",
        "EN001",
    ]
    assert fix_text(fixed)[0] == fixed


def test_safe_fixes_keep_the_rendered_structure() -> None:
    before = Document.parse(Source("a.md", NOTE))
    after = Document.parse(Source("a.md", fix_text(NOTE)[0]))
    assert skeleton(after.tokens) == skeleton(before.tokens)
