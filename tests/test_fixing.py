"""The fix engine: what is applied, what is refused, what stays."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given

from tests.properties.strategies import documents
from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity
from zhenlint.fixing import apply_edits, fix
from zhenlint.markdown.document import Document
from zhenlint.markdown.skeleton import Part, skeleton, without_kinds, without_link
from zhenlint.rules import Context, Rule
from zhenlint.settings import Settings
from zhenlint.source import Source


def _rule(
    wrong: str,
    right: str,
    *,
    applicability: Applicability = Applicability.SAFE,
    creates: str | None = None,
    replaces: str | None = None,
    severity: Severity = Severity.ERROR,
) -> Rule:
    """A rule that replaces one string by another, for trying the engine with."""

    def check(document: Document, context: Context) -> Iterator[Diagnostic]:
        at = document.text.find(wrong)
        while at >= 0:
            edit = Edit(at, at + len(wrong), right)
            yield context.report(at, at + len(wrong), edits=(edit,), creates=creates, replaces=replaces)
            at = document.text.find(wrong, at + 1)

    messages = {"default": ("wrong", "错")}
    return Rule(f"XX{len(wrong):03}", "test", severity, applicability, True, object, messages, "", check)


@pytest.fixture
def rules(monkeypatch: pytest.MonkeyPatch) -> list[Rule]:
    """The rules that the engine runs; a test puts its own in."""
    active: list[Rule] = []
    monkeypatch.setattr(
        "zhenlint.check.enabled_rules",
        lambda settings, **_: (Context(item, None, settings) for item in active),
    )
    return active


def _fix(text: str, *, unsafe: bool = False) -> str:
    return fix(Source("a.md", text), Settings(), unsafe=unsafe).source.text


def test_applies_every_fix(rules: list[Rule]) -> None:
    rules.append(_rule("ab", "c"))
    assert _fix("ab 中 ab\nab\n") == "c 中 c\nc\n"


def test_leaves_unsafe_fixes_unless_asked(rules: list[Rule]) -> None:
    rules.append(_rule("ab", "c", applicability=Applicability.UNSAFE))
    assert _fix("ab\n") == "ab\n"
    assert _fix("ab\n", unsafe=True) == "c\n"


def test_hints_are_not_applied(rules: list[Rule]) -> None:
    rules.append(_rule("ab", "c", severity=Severity.HINT))
    assert _fix("ab\n", unsafe=True) == "ab\n"


def test_overlapping_fixes_wait_for_the_next_round(rules: list[Rule]) -> None:
    rules += [_rule("aab", "x"), _rule("ba", "y")]
    assert _fix("aaba\n") == "xa\n"


def test_insertions_at_one_point_do_not_pile_up(rules: list[Rule]) -> None:
    rules += [_rule("中a", "中 a"), _rule("中ab", "中 ab")]
    assert _fix("中abc\n") == "中 abc\n"


def test_code_and_markup_are_not_edited(rules: list[Rule]) -> None:
    rules.append(_rule("ab", "c"))
    text = "`ab` [x](ab) <ab> \\ab &ab;\n\n    ab\n\n```\nab\n```\n"
    assert _fix(text) == text.replace("\\ab &ab;", "\\c &c;")


def test_an_escaped_character_is_not_edited(rules: list[Rule]) -> None:
    rules.append(_rule("*", "x"))
    assert _fix("\\*a\n") == "\\*a\n"


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("x1. a\n", "x1", "1"),
        ("a\nx# b\n", "x#", "#"),
        ("**粗**x中\n", "x", ""),
        ("a\nx- b\n", "x-", "-"),
        ("x[a]: b\n", "x[", "["),
        ("a b*c*\n", "a b", "a *b"),
    ],
)
def test_a_fix_that_changes_the_structure_is_dropped(
    rules: list[Rule], text: str, wrong: str, right: str
) -> None:
    rules.append(_rule(wrong, right))
    result = fix(Source("a.md", text), Settings())
    kept = skeleton(Document.parse(result.source).tokens) == skeleton(
        Document.parse(Source("a.md", text)).tokens
    )
    assert kept
    if result.source.text == text:
        assert (result.applied, result.dropped) == (0, 1)
        assert [item.fix for item in result.remaining] == [None]


@pytest.mark.parametrize("link", ["[a](#中ab)", "[a](#%E4%B8%ADab)", "[a][r]"])
def test_a_heading_keeps_the_anchor_that_a_link_leads_to(rules: list[Rule], link: str) -> None:
    rules.append(_rule("中ab", "中 ab"))
    definition = "\n\n[r]: #中ab\n"
    assert _fix(f"# 中ab\n\n{link} 中ab{definition}") == f"# 中ab\n\n{link} 中 ab{definition}"
    assert _fix("# 中ab\n\n[a](#other) 中ab\n") == "# 中 ab\n\n[a](#other) 中 ab\n"


def test_only_the_guilty_fix_is_dropped(rules: list[Rule]) -> None:
    rules.append(_rule("x", ""))
    assert _fix("ax\n\nbx\n\nx# c\n\ndx\n") == "a\n\nb\n\nx# c\n\nd\n"


def test_a_dropped_fix_does_not_keep_another_from_its_place(rules: list[Rule]) -> None:
    rules += [_rule("x", ""), _rule("x#", "y#")]
    assert _fix("a\nx# b\n") == "a\ny# b\n"


def test_a_fix_may_create_the_link_that_it_promises(rules: list[Rule]) -> None:
    rules.append(_rule("] (u)", "](u)", creates="u"))
    assert _fix("[a] (u) *b*\n") == "[a](u) *b*\n"


def test_a_fix_that_creates_another_link_is_dropped(rules: list[Rule]) -> None:
    rules.append(_rule("] (u)", "](u)", creates="v"))
    assert _fix("[a] (u)\n") == "[a] (u)\n"


def test_two_links_to_one_destination_are_created_in_one_round(rules: list[Rule]) -> None:
    rules.append(_rule("] (u)", "](u)", creates="u"))
    assert _fix("[a] (u) [b] (u)\n") == "[a](u) [b](u)\n"


def test_a_fix_may_give_links_another_destination(rules: list[Rule]) -> None:
    rules.append(_rule("u", "v", creates="v", replaces="u"))
    assert (
        _fix("[a](u) *b* [c](u) [d](v) [e][f]\n\n[f]: u\n") == "[a](v) *b* [c](v) [d](v) [e][f]\n\n[f]: v\n"
    )


def test_a_fix_that_gives_a_link_yet_another_destination_is_dropped(rules: list[Rule]) -> None:
    rules.append(_rule("u", "w", creates="v", replaces="u"))
    assert _fix("[a](u)\n") == "[a](u)\n"


def test_a_fix_that_loses_the_link_is_dropped(rules: list[Rule]) -> None:
    rules.append(_rule("u", "v w", creates="v", replaces="u"))
    assert _fix("[a](u)\n") == "[a](u)\n"


def test_rules_that_undo_each_other_come_to_an_end(rules: list[Rule]) -> None:
    rules += [_rule("ab", "c"), _rule("c\n", "ab\n")]
    result = fix(Source("a.md", "1 ab\n"), Settings())
    assert result.source.text in ("1 ab\n", "1 c\n")
    assert result.cycle == ("XX002",)


def test_line_ends_and_missing_final_newline_stay(rules: list[Rule]) -> None:
    rules.append(_rule("ab", "c"))
    assert _fix("ab\r\n\r\nab\rab") == "c\r\n\r\nc\rc"


def test_without_link_takes_one_link_out() -> None:
    linked = skeleton(Document.parse(Source("a.md", "[a](u) [b](u)")).tokens)
    single = skeleton(Document.parse(Source("a.md", "a [b](u)")).tokens)
    assert without_link(linked, "u") == single
    assert without_link(single, "v") == single


def test_apply_edits() -> None:
    assert apply_edits("abcd", [Edit(0, 1, "x"), Edit(2, 2, "-"), Edit(3, 4, "")]) == "xb-c"


def _without_links(document: Document) -> list[Part]:
    """The structure but for the links that a safe fix may bring into being."""
    return without_kinds(skeleton(document.tokens), ("link",))


@given(documents)
def test_safe_fixes_keep_the_structure_and_come_to_rest(text: str) -> None:
    settings = Settings(ignore=("MD",))  # these bring markup into being
    before = Document.parse(Source("a.md", text))
    result = fix(before.source, settings)
    after = Document.parse(result.source)
    assert _without_links(after) == _without_links(before)
    assert fix(result.source, settings).source.text == result.source.text
