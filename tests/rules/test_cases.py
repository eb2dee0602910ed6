"""Every rule on its cases and examples, as they stand and inside other blocks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.rules.cases import WRAPPINGS, Case, fits, read_cases, read_examples
from zhenlint.api import fix_text
from zhenlint.check import conclude, examine
from zhenlint.markdown.document import Document
from zhenlint.online.asking import ask
from zhenlint.problem import Problem, problems
from zhenlint.project import Project
from zhenlint.rules import all_rules
from zhenlint.settings import Settings
from zhenlint.source import Source
from zhenlint.tree import FileTree

HERE = Path(__file__).parent
FILES = {path.stem: path for path in sorted(HERE.glob("*/*.md"))}

NEEDED = {"ZL001": ("SP001",), "ZL002": ("SP001",)}
"""Rules that have to run beside one that judges their silencing."""


def _cases() -> list[Any]:
    found = []
    for rule in all_rules().values():
        cases = [*read_examples(rule), *(read_cases(FILES[rule.name]) if rule.name in FILES else ())]
        found += [pytest.param(rule.code, case, id=f"{rule.code}-{case.name}") for case in cases]
    return found


def _settings(code: str, case: Case) -> Settings:
    terms = case.options.get("terms", {})
    options = {key: value for key, value in case.options.items() if key != "terms"}
    select = (code, *NEEDED.get(code, ()))
    return Settings(select=select, rule_options={code: options}, terms=terms)


def _check(text: str, settings: Settings) -> list[Problem]:
    """The problems of a text that lies in this project's folder, for the rules that look for files.

    Servers are asked, too, but the cases name only hosts of which it is known that there are none.
    """
    source = Source("case.md", text)
    report = examine(Document.parse(source), settings)
    documents = {report.path: report.facts}
    project = Project(documents, FileTree(), ask(documents, None, lambda done, total: None))
    return list(problems(source, conclude(report, settings, project), "en"))


@pytest.mark.parametrize(("code", "case"), _cases())
def test_reports_what_the_case_says(code: str, case: Case) -> None:
    found = _check(case.text, _settings(code, case))
    if case.quiet:
        assert not found
    elif case.reports:
        reports = tuple(
            (problem.line, problem.column, problem.text, problem.suggestions[0] if expected[3] else "")
            for problem, expected in zip(found, case.reports, strict=True)
        )
        assert reports == case.reports
    else:
        assert found


@pytest.mark.parametrize(("code", "case"), _cases())
def test_fixes_as_the_case_says(code: str, case: Case) -> None:
    settings = _settings(code, case)
    fixed, remaining = fix_text(case.text, settings=settings, unsafe=True)
    if case.fixed is None:
        assert case.reports or case.reports == () or fixed == case.text
    else:
        assert fixed == case.fixed
        assert fix_text(fixed, settings=settings, unsafe=True) == (fixed, remaining)


@pytest.mark.parametrize("wrapping", WRAPPINGS)
@pytest.mark.parametrize(("code", "case"), _cases())
def test_means_the_same_inside_other_blocks(code: str, case: Case, wrapping: str) -> None:
    if not fits(case, wrapping):
        return
    wrap = WRAPPINGS[wrapping]
    settings = _settings(code, case)
    plain = [problem.text for problem in _check(case.text, settings)]
    found = _check(wrap(case.text), settings)
    assert [problem.text.replace("\r\n", "\n").replace("\n> ", "\n") for problem in found] == plain
    if case.fixed is not None:
        assert fix_text(wrap(case.text), settings=settings, unsafe=True)[0] == wrap(case.fixed)


def test_every_case_file_belongs_to_a_rule() -> None:
    names = {rule.name for rule in all_rules().values()}
    assert not set(FILES) - names
