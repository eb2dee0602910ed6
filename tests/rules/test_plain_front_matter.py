"""Front matter that looks valid to MD006 is valid to the YAML library."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zhenlint.markdown.front_matter_faults import yaml_faults
from zhenlint.rules.markup.bad_front_matter import _looks_valid

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
