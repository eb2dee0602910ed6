"""Front matter that looks valid to MD006 is valid to the YAML library."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zhenlint.markdown.front_matter_faults import yaml_faults
from zhenlint.rules.markup.bad_front_matter import _is_plain, _looks_valid

_LINE = st.tuples(
    st.sampled_from(("", "", "  ", "    ", "\t", "   ")),
    st.sampled_from(("a: ", "b: ", "c:", "- ", "- a: ", "", "# ")),
    st.sampled_from(("", "中文", "|", ">-", '"q"', "[x, y]", "a: b", "-", "\t")),
).map("".join)


@given(st.lists(_LINE | st.just(""), max_size=5))
def test_what_looks_valid_is_valid(lines: list[str]) -> None:
    assert not (_looks_valid(lines) and list(yaml_faults("\n".join(lines))))


def test_a_block_scalar_looks_valid() -> None:
    assert _looks_valid(["home: true", "footer: |-", "  第一行", "", "    第二行: a", "title: 标题"])
    assert not _looks_valid(["footer: |-", "    第一行", "  第二行"])


_PLAIN_LINE = st.tuples(
    st.sampled_from(("a:", "b:", "c: ", "  - ", "- ", " - ")),
    st.sampled_from(("", "中文", "x y", "1:2", "d: e", "f:")),
).map("".join)


@given(st.lists(_PLAIN_LINE, max_size=5))
def test_what_is_plain_looks_valid(lines: list[str]) -> None:
    assert not _is_plain("\n".join(("---", *lines, "---"))) or _looks_valid(lines)


def test_keys_with_text_are_plain() -> None:
    assert _is_plain("---\ntitle: 标题 a:b\ntag:\n  - 甲\n  - 乙\n---")
    assert not _is_plain("---\ntitle: 甲\ntitle: 乙\n---")
