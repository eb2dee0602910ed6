"""ZH005 over several documents, and with the configuration's terms."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from zhenlint.check import conclude, examine
from zhenlint.markdown.document import Document
from zhenlint.problem import Problem, problems
from zhenlint.project import Project
from zhenlint.settings import Settings
from zhenlint.source import Source


def judged(documents: Mapping[str, str], settings: Settings | None = None) -> list[Problem]:
    settings = (settings or Settings())._replace(select=("ZH005",))
    sources = {path: Source(path, text) for path, text in documents.items()}
    reports = {path: examine(Document.parse(source), settings) for path, source in sources.items()}
    project = Project({path: report.facts for path, report in reports.items()})
    return [
        problem
        for path, report in reports.items()
        for problem in problems(sources[path], conclude(report, settings, project), "en")
    ]


def test_the_whole_project_is_counted() -> None:
    found = judged(
        {
            "a.md": "打开模板。\n\n编辑模板。\n",
            "b/c.md": "# 模版\n\n保存模版。\n",
            "d.md": "模板和模板，模板与模板。\n",
        }
    )
    assert [(item.path, item.line, item.text, item.suggestions) for item in found] == [
        ("b/c.md", 1, "模版", ("模板",)),
        ("b/c.md", 3, "模版", ("模板",)),
    ]
    assert found[0].message == "`模版` (2, b/c.md:1, b/c.md:3), elsewhere in the project `模板` (6)"


def test_only_the_first_places_are_named() -> None:
    found = judged({"a.md": "账户 " * 20, "b.md": "帐户。\n\n" * 5})
    assert len(found) == 5
    assert "(5, b.md:1, b.md:3, b.md:5, …)" in found[0].message


@pytest.mark.parametrize("usual", [2, 3])
def test_how_clear_a_majority_must_be(usual: int) -> None:
    assert bool(judged({"a.md": "账号。" * usual + "帐号。"})) == (usual >= 3)


def test_an_accepted_spelling() -> None:
    text = {"a.md": "账号。账号。账号。帐号。"}
    assert judged(text)
    assert not judged(text, Settings(words=frozenset({"帐号"})))


class TestTerms:
    """The entries of ``[terms]`` that hold Han."""

    @staticmethod
    def found(text: str, terms: dict[str, str]) -> list[tuple[int, str, str]]:
        found = judged({"a.md": text}, Settings(terms=terms))
        return [(item.column, item.text, item.suggestions[0]) for item in found]

    def test_are_reported_wherever_they_stand(self) -> None:
        assert self.found("登陆系统，**登陆**之后。`登陆`", {"登陆": "登录"}) == [
            (1, "登陆", "登录"),
            (8, "登陆", "登录"),
        ]

    def test_stand_before_what_the_project_mostly_writes(self) -> None:
        text = "账号。账号。账号。帐号。"
        terms = {"账号": "帐号"}
        assert self.found(text, terms) == [(at, "账号", "帐号") for at in (1, 4, 7)]

    def test_may_be_within_the_right_form(self) -> None:
        assert self.found("用户账号和账号", {"账号": "用户账号"}) == [(6, "账号", "用户账号")]

    def test_are_words_of_their_own(self) -> None:
        assert self.found("共和国，我和国家", {"和国": "与国"}) == []
        assert self.found("K歌房，OK歌", {"K歌": "卡拉 OK"}) == [(1, "K歌", "卡拉 OK")]

    def test_that_are_talked_about_are_left_alone(self) -> None:
        assert self.found("“登陆”应写作“登录”。", {"登陆": "登录"}) == []

    def test_latin_ones_belong_to_another_rule(self) -> None:
        assert self.found("用 Javascript 写", {"Javascript": "JavaScript"}) == []

    def test_that_lead_to_themselves_are_accepted(self) -> None:
        assert self.found("账号。账号。账号。帐号。", {"帐号": "帐号"}) == []
