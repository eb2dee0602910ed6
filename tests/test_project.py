"""The second phase: a document judged by the facts of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

import pytest

from zhenlint.check import check_document, conclude, examine
from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.fixing import fix
from zhenlint.markdown.document import Document
from zhenlint.project import Project
from zhenlint.rules import Context, Rule, all_rules, project_rule
from zhenlint.settings import Settings
from zhenlint.source import Source

SETTINGS = Settings()


def _gather(document: Document, context: Context) -> Mapping[str, list[int]] | None:
    """Where each letter of a document stands."""
    places: dict[str, list[int]] = {}
    for at, letter in enumerate(document.prose):
        if letter.isalpha():
            places.setdefault(letter, []).append(at)
    return places or None


def _uses(project: Project) -> Counter[str]:
    """How often all documents use each letter."""
    uses: Counter[str] = Counter()
    for places in project.facts("XX001"):
        uses.update({letter: len(found) for letter, found in places.items()})
    return uses


def _judge(places: Mapping[str, list[int]], project: Project, context: Context) -> Iterator[Diagnostic]:
    """Report letters that are used once in the whole project, to be taken out."""
    uses = project.shared(_uses)
    for letter, found in places.items():
        if uses[letter] == 1:
            yield context.report(found[0], found[0] + 1, edits=(Edit(found[0], found[0] + 1, ""),))


@pytest.fixture(autouse=True)
def rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rule above is the only one."""
    messages = {"default": ("once", "一次")}
    made = Rule(
        "XX001", "t", Severity.ERROR, Applicability.SAFE, True, object, messages, "", None, _gather, _judge
    )
    monkeypatch.setattr(
        "zhenlint.check.enabled_rules",
        lambda settings, among=("XX001",), **_: [
            Context(made, None, settings) for code in ("XX001",) if code in among
        ],
    )


def _document(text: str) -> Document:
    return Document.parse(Source("a.md", text))


def _places(diagnostics: list[Diagnostic]) -> list[int]:
    return [item.start for item in diagnostics]


def test_a_document_by_itself() -> None:
    assert _places(check_document(_document("a b a c\n"), SETTINGS)) == [2, 6]


def test_a_document_among_others_in_any_order() -> None:
    reports = [examine(_document(text), SETTINGS) for text in ("a b a c\n", "b\n", "1\n", "d\n")]
    for order in (reports, reports[::-1]):
        project = Project({str(number): report.facts for number, report in enumerate(order)})
        assert [_places(conclude(report, SETTINGS, project)) for report in reports] == [[6], [], [], [0]]


def test_facts_are_merged_once() -> None:
    calls = []

    def merged(project: Project) -> int:
        calls.append(project)
        return len(list(project.facts("XX001")))

    project = Project({"a.md": {"XX001": 1}, "b.md": {}, "c.md": {"XX001": 2, "XX002": 3}})
    assert [project.shared(merged), project.shared(merged)] == [2, 2]
    assert calls == [project]


def test_fixes_by_the_facts_of_all() -> None:
    others = {"b.md": examine(_document("b\n"), SETTINGS).facts, "c.md": {"XX001": {"a": [0], "b": [2]}}}
    project = Project(others)
    assert fix(Source("a.md", "1 a b\n"), SETTINGS, project=project).source.text == "1  b\n"
    assert fix(Source("a.md", "1 a b\n"), SETTINGS).source.text == "1  \n"


def test_a_code_belongs_to_one_module() -> None:
    assert all_rules()["SP001"]
    register = project_rule("SP001", gather=_gather, name="t", severity=Severity.ERROR, fix=None, messages={})
    with pytest.raises(ValueError, match="two rules with code SP001"):
        register(_judge)
