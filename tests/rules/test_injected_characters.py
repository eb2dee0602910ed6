"""Each class of odd character, put into each construct of the dialect, is found where it stands."""

from __future__ import annotations

import pytest

from zhenlint.api import check_text, fix_text
from zhenlint.diagnostic import Severity
from zhenlint.settings import Settings

SETTINGS = Settings(select=("CH001", "CH002", "CH003"))

PROSE = {
    "paragraph": "这是一段正@文内容。\n",
    "second line": "第一行文字，\n第二行正@文。\n",
    "heading": "## 标题正@文说明\n",
    "setext heading": "标题正@文说明\n====\n",
    "quote": "> 引用正@文内容。\n",
    "nested quote": "> > 引用正@文内容。\n",
    "bullet": "- 列表正@文内容\n",
    "ordered item": "1. 列表正@文内容\n",
    "task": "- [ ] 任务正@文内容\n",
    "table header": "| 表头正@文 | 乙 |\n| --- | --- |\n| 甲 | 丙 |\n",
    "table cell": "| 甲 | 乙 |\n| --- | --- |\n| 单元正@文 | 丙 |\n",
    "link text": "参见[链接正@文](https://example.com/)一节\n",
    "reference link": "参见[链接正@文][a]一节\n\n[a]: https://example.com/\n",
    "alternative text": "![图片正@文](a.png)\n",
    "emphasis": "这是*强调正@文*内容\n",
    "strong": "这是**强调正@文**内容\n",
    "strikethrough": "这是~~删除正@文~~内容\n",
    "footnote": "见脚注[^1]。\n\n[^1]: 脚注正@文内容\n",
    "callout": "> [!NOTE]\n> 提示正@文内容\n",
    "container": "::: tip\n提示正@文内容\n:::\n",
    "HTML paragraph": "<p>段落正@文内容</p>\n",
    "inline HTML": "这是<b>粗体正@文</b>内容\n",
    "details": "<details>\n<summary>摘要正@文</summary>\n\n内容\n\n</details>\n",
    "title": "---\ntitle: 标题正@文说明\n---\n\n内容\n",
    "description": '---\ndescription: "说明正@文内容"\n---\n\n内容\n',
    "carriage returns": "第一段。\r\n\r\n第二段正@文。\r\n",
    "beside code": "调用 `run` 正@文内容\n",
}

NO_PROSE = {
    "code span": "运行 `正@文` 命令\n",
    "fence": "```\n正@文\n```\n",
    "indented code": "说明：\n\n    正@文\n",
    "formula": "公式 $x@y$ 成立\n",
    "formula block": "$$\nx@y\n$$\n",
    "wikilink": "见 [[正@文|说明]] 一页\n",
    "autolink": "见 <https://example.com/a@b> 一页\n",
    "destination": "见 [一页](<https://example.com/a@b>) 说明\n",
    "comment": "<!-- 正@文 -->\n",
    "script": "<script>\nlet 正@文 = 1\n</script>\n",
    "pre": "<pre>\n正@文\n</pre>\n",
    "other key": "---\nslug: 正@文\n---\n\n内容\n",
}

INVISIBLE = (
    "\u200b\u200c\u200d\u2060\u2063\ufeff\u00ad\u034f\u180e\u206a\ufe0f"  # no width
    "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # bidirectional
    "\u1680\u2000\u2002\u2003\u2005\u2009\u200a\u202f\u205f\u3164\uffa0"  # spaces and fillers
    "\u0001\u0008\u000b\u000e\u001b\u001f\u007f\u0085\u0090\u2028\u2029\ufff9\ufffc\ufffd"  # controls, damage
)
INSERTED = {
    "CH001": (*INVISIBLE, "\u00a0\u00a0", "\u200b\u200b", "\U000e0068\U000e0069"),
    "CH002": ("⽂", "⻓", "⼤⼩", "\uf96b", "\ufa45", "\U0002f800"),
    "CH003": ("p\u0430per", "\u0421entOS", "d\u03bfcker", "cla\u0455s", "\u039aafka", "p\u03b1per"),
}
CASES = [(code, text) for code, texts in INSERTED.items() for text in texts]
FOREIGN = {"p\u0430per": (1, 2), "d\u03bfcker": (1, 2), "cla\u0455s": (3, 4), "p\u03b1per": (1, 2)}
"""The letters within a word that are reported; the first one of the other words."""

each_character = pytest.mark.parametrize(
    ("code", "inserted"), CASES, ids=lambda item: item.encode("ascii", "backslashreplace").decode()
)


def expected_span(code: str, template: str, inserted: str) -> tuple[int, int]:
    at = template.index("@")
    first, last = FOREIGN.get(inserted, (0, 1)) if code == "CH003" else (0, len(inserted))
    return at + first, at + last


@each_character
def test_is_found_in_every_construct_of_prose(code: str, inserted: str) -> None:
    missed = []
    for construct, template in PROSE.items():
        problems = check_text(template.replace("@", inserted), settings=SETTINGS)
        found = [(problem.code, problem.start, problem.end) for problem in problems]
        if found != [(code, *expected_span(code, template, inserted))]:
            missed.append((construct, found))
    assert not missed


@each_character
def test_is_left_alone_outside_prose(code: str, inserted: str) -> None:
    found = []
    for construct, template in NO_PROSE.items():
        problems = check_text(template.replace("@", inserted), settings=SETTINGS)
        if construct != "autolink" or inserted >= " ":  # with a control it is none (CommonMark, 6.5)
            found += [construct for problem in problems if problem.code == code]
    assert not found


@each_character
@pytest.mark.parametrize("unsafe", [False, True])
def test_fixes_come_to_rest(code: str, inserted: str, unsafe: bool) -> None:
    for template in PROSE.values():
        text = template.replace("@", inserted)
        fixed, remaining = fix_text(text, settings=SETTINGS, unsafe=unsafe)
        assert fix_text(fixed, settings=SETTINGS, unsafe=unsafe) == (fixed, remaining)
        assert not [problem for problem in remaining if problem.fix and (unsafe or is_safe(problem.fix))]


def is_safe(fix: object) -> bool:
    return getattr(fix, "applicability", None) == "safe"


@each_character
def test_messages_name_it_and_never_hold_it(code: str, inserted: str) -> None:
    for language in ("en", "zh"):
        (problem,) = check_text(f"正{inserted}文\n", settings=SETTINGS, language=language)
        assert problem.text not in problem.message
        assert f"U+{ord(problem.text[0]):04X}" in problem.message


def test_bidirectional_controls_are_errors_unless_the_settings_say_otherwise() -> None:
    text = "访问\u202elevel\u202c与空\u200b格\n"
    assert [problem.severity for problem in check_text(text, settings=SETTINGS)] == [
        "error",
        "error",
        "warning",
    ]
    milder = Settings(select=("CH001",), severity={"CH001": Severity.HINT})
    assert {problem.severity for problem in check_text(text, settings=milder)} == {"hint"}


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("第一\u2028 行\u0085\n第\u2029二\u000b行\n", "第一 行\n第二行\n"),
        ("one\u000btwo \u2028three\n", "one two three\n"),
        ("第一页\n\n\u000c\n\n第二页\n", "第一页\n\n\u000c\n\n第二页\n"),
    ],
)
def test_separators_of_lines(text: str, fixed: str) -> None:
    assert fix_text(text, settings=SETTINGS, unsafe=True)[0] == fixed
