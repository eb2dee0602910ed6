"""The detector: what is suspected, what speaks for and against it."""

from __future__ import annotations

import pytest

from zhenlint.api import check_text
from zhenlint.diagnostic import Severity
from zhenlint.settings import Settings
from zhenlint.spelling.english import POSSIBLE, Misspelling, detector
from zhenlint.spelling.evidence import Evidence, ProjectUses
from zhenlint.spelling.score import probability as score
from zhenlint.spelling.shapes import Part, Shape, pieces, shape_of, write_like
from zhenlint.spelling.suspects import suspects

EN001 = Settings(select=("EN001",))


def find(prose: str, evidence: Evidence | None = None) -> list[Misspelling]:
    return detector().misspellings(evidence or Evidence(prose), suspects().suspicious(prose))


def probability(prose: str, evidence: Evidence | None = None) -> float:
    """Of the last sighting, reported or not."""
    given = evidence or Evidence(prose)
    *_, last = detector().sightings(given, detector().places(prose, suspects().suspicious(prose)))
    return score(last.features, detector().weights)


def test_known_words_are_not_suspicious() -> None:
    assert suspects().suspicious("每个 word 都在 dictionary 里，regieter 不在") == {"regieter"}


def test_suggestions_are_ranked_and_few() -> None:
    (found,) = find("源文件都会 regieter 到目录里")
    assert found.suggestions[0] == "register"
    assert len(found.suggestions) <= 3


def test_the_right_word_nearby_speaks_for_a_misspelling() -> None:
    assert probability("deploy 控制面，再 deplpy 一次") > probability("部署控制面，再 deplpy 一次")


def test_code_speaks_against_it() -> None:
    prose = "这里写 deplpy 一次"
    assert probability(prose, Evidence(prose, {"deplpy"}.__contains__)) < probability(prose)


def test_uses_speak_against_it() -> None:
    assert probability("deplpy，deplpy，deplpy 与 deplpy") < probability("这里写 deplpy 一次")


def test_uses_in_the_project_speak_against_it() -> None:
    prose = "这里写 deplpy 一次"
    assert probability(prose, Evidence(prose, project=ProjectUses({"deplpy": 9}))) < probability(prose)


def test_accepted_words() -> None:
    prose = "deplpy 与 deplpys"
    assert find(prose, Evidence(prose, accepts={"deplpy", "deplpys"}.__contains__)) == []


def test_a_name_in_one_place_is_a_name_everywhere() -> None:
    prose = "Andreas Tillle 的文章\n\n我们同意 Tillle 的看法"
    assert find(prose) == []


def test_everything_reported_is_possible() -> None:
    for found in find("recieve wirte Strean Findi liunx kubenretes 与 Phong"):
        assert POSSIBLE <= found.probability <= 1


@pytest.mark.parametrize("words", [{"regieter"}, {"regieter", "other"}])
@pytest.mark.parametrize("text", ["regieter", "regieters", "Regieter", "REGIETER"])
def test_words_of_the_settings_their_plurals_and_casings(words: set[str], text: str) -> None:
    settings = Settings(select=("EN001",), words=frozenset(words))
    assert check_text(f"都会 {text} 到这里", settings=settings) == []


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        (
            "先 register 一次\n\n再 regieter 一次\n",
            "`regieter` is not in the dictionary; `register` is one letter away and stands 2 lines above",
            "词典里没有 `regieter`；与 `register` 只差一个字母，后者就在往上第 2 行",
        ),
        (
            "再 regieter 一次，先 register 一次\n",
            "`regieter` is not in the dictionary; `register` is one letter away and stands on this line",
            "词典里没有 `regieter`；与 `register` 只差一个字母，后者就在这一行",
        ),
        (
            "再 regieter 一次\n先 register 一次\n",
            "`regieter` is not in the dictionary; `register` is one letter away and stands one line below",
            "词典里没有 `regieter`；与 `register` 只差一个字母，后者就在下一行",
        ),
        (
            "再 regieter 一次\n" + "\n" * 20 + "先 register 一次\n",
            "`regieter` is not in the dictionary; `register` is one letter away and stands on line 22",
            "词典里没有 `regieter`；与 `register` 只差一个字母，后者在第 22 行",
        ),
        (
            "`frobnicate()`，\n`register()`，\nregieter\n",
            "`regieter` is not in the dictionary; `register` is one letter away and stands in code "
            "or in a link on line 2",
            "词典里没有 `regieter`；与 `register` 只差一个字母，后者在第 2 行的代码或链接里",
        ),
        (
            "部署到 Kubenretes 集群\n",
            "`Kubenretes` is not in the dictionary; `Kubernetes` has two letters in the other order",
            "词典里没有 `Kubenretes`；与 `Kubernetes` 只是颠倒了两个字母",
        ),
        (
            "符合 GPDR 的要求\n",
            "`GPDR` is a common misspelling of `GDPR`",
            "`GPDR` 是 `GDPR` 的常见误拼",
        ),
        (
            "But you dont need it here.\n",
            "`dont` lacks its apostrophe: `don't`",
            "`dont` 少了撇号，应为 `don't`",
        ),
    ],
)
def test_the_message_says_why(text: str, english: str, chinese: str) -> None:
    (problem,) = check_text(text, settings=EN001)
    assert problem.message == english
    (problem,) = check_text(text, settings=EN001, language="zh")
    assert problem.message == chinese


def test_only_plain_ones_have_a_fix() -> None:
    text = "这叫 Strean，那叫 Statsh，还有 Slector 和 Ceneration，都会 regieter，也会 recieve\n"
    problems = check_text(text, settings=EN001)
    assert {problem.severity for problem in problems} == {Severity.ERROR, Severity.HINT}
    assert all(problem.suggestions for problem in problems)
    plain = {text[item.start : item.end] for item in find(text) if item.is_plain}
    assert {problem.text for problem in problems if problem.fix} == plain
    assert {"regieter", "recieve"} <= plain
    assert not plain & {problem.text for problem in problems if problem.severity is Severity.HINT}


def test_the_project_s_words_are_corrections_where_they_are_far_commoner() -> None:
    prose = "部署 frobniktor 服务"
    assert find(prose) == []
    (found,) = find(prose, Evidence(prose, project=ProjectUses({"frobnicktor": 40, "frobniktor": 1})))
    assert found.suggestions[0] == "frobnicktor"
    assert find(prose, Evidence(prose, project=ProjectUses({"frobnicktor": 40, "frobniktor": 9}))) == []


def test_the_right_word_in_the_project_speaks_for_a_misspelling() -> None:
    prose = "这叫 Slector 节点"
    alone = probability(prose)
    assert probability(prose, Evidence(prose, project=ProjectUses({"selector": 50, "slector": 1}))) > alone


@pytest.mark.parametrize(
    ("run", "shape"),
    [
        ("word", Shape.LOWER),
        ("Word", Shape.CAPITALISED),
        ("WORD", Shape.CAPITALS),
        ("WordList", Shape.MIXED),
        ("iPhone", Shape.MIXED),
    ],
)
def test_shapes(run: str, shape: Shape) -> None:
    assert shape_of(run) is shape


def test_humps() -> None:
    assert [part.text for part in pieces("myHTTPServerList")] == ["my", "HTTP", "Server", "List"]


@pytest.mark.parametrize(
    ("text", "shape", "casing", "written"),
    [
        ("javascirpt", Shape.LOWER, "JavaScript", "javascript"),
        ("Javascirpt", Shape.CAPITALISED, "JavaScript", "JavaScript"),
        ("JAVASCIRPT", Shape.CAPITALS, "JavaScript", "JAVASCRIPT"),
        ("Javascirpt", Shape.PIECE, None, "Javascript"),
        ("javascirpt", Shape.PIECE, None, "javascript"),
    ],
)
def test_writing_like(text: str, shape: Shape, casing: str | None, written: str) -> None:
    assert write_like("javascript", Part(0, text, shape), casing) == written


@pytest.mark.parametrize(
    "text",
    [
        "-" * 100_000,
        "regieter " + "=" * 100_000,
        "regieter" * 8_000,
        "regieter " * 8_000,
        "RegieterList" * 4_000,
        "Regieter. " * 8_000,
        "regieter/" * 8_000,
        "regieter,\n" * 8_000,
        "regieter\r" * 8_000,
    ],
    ids=["dashes", "equals", "run", "words", "humps", "names", "path", "lines", "old lines"],
)
def test_long_texts_without_an_end_are_judged(text: str) -> None:
    find(text)


def test_long_words_are_not_judged() -> None:
    assert suspects().suspicious("regieter" * 4) == frozenset()
