"""Every test case of the peers: zhenlint does what the record says, and its fixes are stable."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.conformance.peers import PEERS, Case, Choice, Group, cases, choices, groups, settings
from zhenlint.api import fix_text
from zhenlint.rules import all_rules

ROOT = Path(__file__).parents[2]
DIFFERENT = Counter(name for group in groups() for name in group.cases)

every_case = pytest.mark.parametrize("case", cases().values(), ids=lambda case: case.name)


@every_case
def test_the_verdict_is_the_truth(case: Case) -> None:
    assert case.agrees == (case.name not in DIFFERENT), case.fixed


@every_case
def test_a_second_fix_changes_nothing(case: Case) -> None:
    assert fix_text(case.fixed, settings=settings(case), unsafe=True)[0] == case.fixed


def test_every_peer_has_its_cases() -> None:
    assert Counter(case.peer for case in cases().values()) == dict(
        zip(PEERS, (166, 89, 47, 7, 111), strict=True)
    )


def test_a_case_differs_for_one_reason() -> None:
    assert set(DIFFERENT.values()) == {1}
    assert set(DIFFERENT) <= set(cases())


@pytest.mark.parametrize("group", groups(), ids=lambda group: group.name)
def test_what_decides_is_there(group: Group) -> None:
    assert group.decided
    for decided in group.decided:
        assert (ROOT / decided).exists() or _is_rule_or_option(decided)


@pytest.mark.parametrize("choice", choices(), ids=lambda choice: choice.option)
def test_the_option_covers_every_way(choice: Choice) -> None:
    assert _is_rule_or_option(choice.option)
    code, key = choice.option.split()
    assert len(choice.ways) > 1
    for value, names in choice.ways.items():
        for name in names:
            assert name not in DIFFERENT
            used = settings(cases()[name]).rule_options.get(code, {})
            default = all_rules()[code].options._field_defaults[key]
            assert str(used.get(key, default)).lower() == value


def _is_rule_or_option(name: str) -> bool:
    code, _, key = name.partition(" ")
    rule = all_rules().get(code)
    return rule is not None and (not key or key in rule.options._fields)
