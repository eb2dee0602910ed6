"""The curated names, and what the rule on them does beyond its cases: severity, words, cost of import."""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from zhenlint.api import check_text
from zhenlint.diagnostic import Severity
from zhenlint.problem import Problem
from zhenlint.rules.english.term_context import CUES
from zhenlint.settings import Settings
from zhenlint.terms import Lexicon, Term, indexed, lexicon, read_term

LISTS = sorted((Path(__file__).parent.parent / "dictionaries" / "terms").glob("*.tsv"))


def _entries(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def _terms() -> list[Term]:
    return [read_term(line) for path in LISTS for line in _entries(path)]


def _check(text: str, settings: Settings | None = None) -> list[Problem]:
    return check_text(text, settings=settings or Settings(select=("EN003",)))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_a_list_is_sorted_and_plain(path: Path) -> None:
    data = path.read_bytes()
    assert b"\r" not in data
    assert data.endswith(b"\n")
    entries = _entries(path)
    assert entries == sorted(set(entries))
    assert all(line and line == line.rstrip() and 1 <= line.count("\t") <= 3 for line in entries)


def test_the_package_holds_the_lists() -> None:
    assert lexicon().names == {term.name.lower() for term in _terms()}


def test_there_are_many_names() -> None:
    assert len({term.name for term in _terms()}) >= 1000


def test_cues_are_known() -> None:
    assert {cue for term in _terms() for cue in term.cues} <= CUES


def test_no_wrong_form_is_a_name() -> None:
    terms = _terms()
    assert not {form for term in terms for form in term.forms} & {term.name for term in terms}


def test_a_form_belongs_to_one_name() -> None:
    names = defaultdict(set)
    for term in _terms():
        for form in term.forms or (term.name.lower(),):
            names[form].add(term.name)
    assert not {form: found for form, found in names.items() if len(found) > 1}


def test_forms_differ_from_their_name_in_casing_blanks_or_dots() -> None:
    def folded(form: str) -> str:
        return form.lower().replace(" ", "").replace(".", "")

    assert not [
        (term.name, form) for term in _terms() for form in term.forms if folded(form) != folded(term.name)
    ]


def test_reading_a_line() -> None:
    term = read_term("Foo\t!FOO, *\tcompany document\ta note")
    assert term == Term("Foo", frozenset(), frozenset(("FOO",)), frozenset(("company", "document")))
    assert term.rejects("foo")
    assert not term.rejects("FOO")
    assert not term.rejects("Foo")


def test_a_line_without_forms_is_an_error() -> None:
    with pytest.raises(ValueError, match="no wrong forms"):
        read_term("Foo")


def test_forms_that_a_text_holds() -> None:
    terms = Lexicon("\n".join(map(indexed, ("Foo\t*", "Foo Bar\t*\t\tnote", "Baz\tBAZ", "x.js\tX.js"))))
    assert set(terms.wrong_forms("foo Bar and FOO bar, BAZ baz Baz, Foo Bar, X.js")) == {
        "foo", "FOO", "foo Bar", "FOO bar", "BAZ", "X.js",
    }  # fmt: skip


def test_importing_the_rule_reads_no_list() -> None:
    code = (
        "import zhenlint.rules.english.term_casing, zhenlint.terms as terms;"
        "assert terms.lexicon.cache_info().currsize == 0"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_packaged_names_are_read_once() -> None:
    assert lexicon() is lexicon()
    assert lexicon().wrong_forms("Github")["Github"].name == "GitHub"


def test_a_single_use_in_lower_case_is_a_warning() -> None:
    (problem,) = _check("用 redis 做缓存\n")
    assert (problem.severity, problem.text, problem.suggestions) == (Severity.WARNING, "redis", ("Redis",))


def test_a_style_of_lower_case_is_a_hint() -> None:
    problems = _check("用 redis 做缓存\n\n当 redis 重启时\n\n读 redis 的数据\n")
    assert [problem.severity for problem in problems] == [Severity.HINT] * 3


def test_lower_case_beside_the_right_casing_is_no_style() -> None:
    problems = _check("Redis 很快，用 redis 做缓存\n\n当 redis 重启时\n\n读 redis 的数据\n")
    assert [problem.severity for problem in problems] == [Severity.WARNING] * 3


def test_what_the_document_s_code_defines_or_calls_is_a_hint() -> None:
    problems = _check("SqLite 的连接，见 Github\n\n```python\nfrom a import SqLite\n# Github\n```\n")
    assert [(problem.text, problem.severity) for problem in problems] == [
        ("SqLite", Severity.HINT),
        ("Github", Severity.WARNING),
    ]


def test_a_package_s_name_is_a_hint_unless_the_document_has_the_name_itself() -> None:
    (alone,) = _check("用 numpy 算\n")
    assert alone.severity is Severity.HINT
    (beside,) = _check("NumPy 很快，用 numpy 算\n")
    assert beside.severity is Severity.WARNING


def test_mixed_casing_is_no_style() -> None:
    problems = _check("在 Github 上\n\n从 Github 拉\n\n往 Github 推\n\n看 Github 的主页\n")
    assert [problem.severity for problem in problems] == [Severity.WARNING] * 4


def test_an_acronym_in_lower_case_is_a_hint() -> None:
    (problem,) = _check("返回 json 格式的数据\n")
    assert problem.severity == Severity.HINT


def test_accepted_words_are_lower_case_forms() -> None:
    settings = Settings(select=("EN003",), words=frozenset(("redis", "github")))
    assert [problem.text for problem in _check("用 redis 做缓存，见 Github\n", settings)] == ["Github"]


def test_the_message_names_the_evidence() -> None:
    (plain,) = _check("在 Github 上\n")
    (evident,) = _check("在 Github 上，GitHub 很好\n")
    (configured,) = _check("在 Foo 上\n", Settings(select=("EN003",), terms={"Foo": "FOO"}))
    assert plain.message == "`Github` is written `GitHub`"
    assert evident.message == "`Github` is written `GitHub`, as elsewhere in this document"
    assert configured.message == "`Foo` is written `FOO` in this project"


def test_evidence_in_a_heading() -> None:
    text = "## Meta 的低级错误\n\n前段时间看 v-jepa 的 repo。\n\n但搞笑的是这个 meta 出品的库选择了两者中间\n"
    (problem,) = _check(text)
    assert (problem.line, problem.column, problem.suggestions) == (5, 9, ("Meta",))
