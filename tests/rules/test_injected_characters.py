"""Each class of odd character, put into each construct of the dialect, is found where it stands."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from zhenlint.api import check_text, fix_text
from zhenlint.diagnostic import Severity
from zhenlint.language import LANGUAGES
from zhenlint.rules.characters.scripts import SCRIPTS, Script, forms
from zhenlint.settings import Settings

SETTINGS = Settings(select=("CH",))

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
    "beside a formula": "变量 $x$ 正@文内容\n",
    "beside a hard break": "第一行文字  \n正@文内容\n",
    "deep heading": "###### 标题正@文说明 ######\n",
    "table header alignment": "| 甲 | 表头正@文 |\n| :-- | --: |\n| 丙 | 丁 |\n",
    "table without outer pipes": "甲 | 乙\n--- | ---\n丙 | 单元正@文\n",
    "cell beside an escaped pipe": "| 甲 | 乙 |\n| --- | --- |\n| 丙 \\| 单元正@文 | 丁 |\n",
    "nested bullet": "- 一层\n  - 二层正@文内容\n",
    "second paragraph of an item": "1. 一层\n\n   二层正@文内容\n",
    "list in a quote": "> - 列表正@文内容\n",
    "link in a heading": "## 参见[链接正@文](https://example.com/)\n",
    "link in a cell": "| 甲 |\n| --- |\n| [链接正@文](a.md) |\n",
    "linked image": "[![图片正@文](a.png)](https://example.com/)\n",
    "strong emphasis": "这是***强调正@文***内容\n",
    "underscores": "这是 _强调正@文_ 内容\n",
    "emphasis in a link": "参见[**链接正@文**](https://example.com/)\n",
    "second paragraph of a footnote": "见脚注[^1]。\n\n[^1]: 一段\n\n    脚注正@文内容\n",
    "inline footnote": "见脚注^[脚注正@文内容]。\n",
    "alert in a list": "- 甲\n\n  > [!TIP]\n  > 提示正@文内容\n",
    "callout title": "> [!note]- 标题正@文\n> 内容\n",
    "highlight": "这是==重点正@文==内容\n",
    "alias of a wikilink": "参见 [[page|别名正@文]] 一页\n",
    "text beside a comment": "正@文 %%注释%% 内容\n",
    "nested container": ":::: details\n::: warning\n提示正@文内容\n:::\n::::\n",
    "directive": ":::{note}\n:class: wide\n提示正@文内容\n:::\n",
    "admonition": '!!! note "甲"\n\n正@文内容\n',
    "term": "术语正@文\n: 定义\n",
    "definition": "术语\n: 定义正@文内容\n",
    "second paragraph of a definition": "术语\n: 定义\n\n  定义正@文内容\n",
    "pair of shortcodes": "{{% notice %}}提示正@文内容{{% /notice %}}\n",
    "block of shortcodes": "{{< tip >}}\n\n提示正@文内容\n\n{{< /tip >}}\n",
    "beside Liquid": "标题 {{ page.title }} 正@文内容\n",
    "attributes of a heading": "## 标题正@文 {#id .class}\n",
    "HTML cell": "<table><tr><td>单元正@文</td><td>二</td></tr></table>\n",
    "HTML item": "<ul>\n<li>列表正@文</li>\n</ul>\n",
    "caption": "<figure><figcaption>图注正@文</figcaption></figure>\n",
    "HTML heading": "<h2 align='center'>标题正@文</h2>\n",
    "HTML alternative text": '<img src="a.png" alt="图片正@文">\n',
    "HTML title": '<p title="标题正@文" class="a">段落</p>\n',
    "HTML in a quote": "> <p>\n> 段落正@文内容\n> </p>\n",
    "Markdown in HTML": "<div>\n\n段落**正@文**内容\n\n</div>\n",
    "summary": "---\nsummary: 摘要正@文内容\n---\n\n内容\n",
    "block scalar": "---\ndescription: >-\n  第一行\n  第二行正@文\n---\n\n内容\n",
    "TOML title": '+++\ntitle = "标题正@文说明"\n+++\n\n内容\n',
    "JSON title": '{\n  "title": "标题正@文说明"\n}\n\n内容\n',
    "no line end": "最后一行正@文内容",
    "MDX paragraph": "正@文 {a + 1} 内容\n",
    "MDX element": "<Tabs>\n\n里面的 **正@文** 内容\n\n</Tabs>\n",
    "MDX inline element": '说明 <Button label="x">按钮正@文</Button> 完\n',
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
    "doubled code span": "运行 ``正@文 ` 正`` 命令\n",
    "fence of tildes": "~~~text\n正@文\n~~~\n",
    "fence in a list": "- 说明\n\n  ```\n  正@文\n  ```\n",
    "environment": "\\begin{align}\nx@y\n\\end{align}\n",
    "formula in parentheses": "公式 \\(\\mathrm{x@y}\\) 成立\n",
    "title of a link": '见 [一页](a.md "正@文") 说明\n',
    "definition of a reference": '见 [一页][a] 说明\n\n[a]: b.md "正@文"\n',
    "embed": "见 ![[正@文.png]] 一图\n",
    "comment of Obsidian": "见 %%正@文%% 一页\n",
    "block comment of Obsidian": "%%\n正@文\n%%\n",
    "shortcode": '看 {{< figure src="a.png" title="正@文" >}} 一图\n',
    "pair of shortcodes with code": "{{< highlight python >}}\n正@文\n{{< /highlight >}}\n",
    "raw Liquid": "{% raw %}\n正@文\n{% endraw %}\n",
    "Liquid": "看 {{ '正@文' | upcase }} 一页\n",
    "title of a container": "::: tip 正@文\n内容\n:::\n",
    "directive of a formula": ":::{math}\nx@y\n:::\n",
    "role": "见 {ref}`正@文` 一页\n",
    "inline comment": "见<!-- 正@文 -->一页\n",
    "keyboard": "按 <kbd>正@文</kbd> 退出\n",
    "inline code element": "运行 <code>正@文</code> 命令\n",
    "style": "<style>\n/* 正@文 */\n</style>\n",
    "drawing": "<svg>\n<text>正@文</text>\n</svg>\n",
    "attribute": '<p class="正@文">段落</p>\n',
    "MDX import": "import A from './正@文'\n\n内容\n",
    "MDX export": "export const a = '正@文'\n\n内容\n",
    "MDX expression": "内容 {'正@文'} 说明\n",
    "MDX property": '<Tab label="正@文">\n\n内容\n\n</Tab>\n',
    "MDX comment": "内容\n\n{/* 正@文 */}\n",
}

INVISIBLE = (
    "\u200b\u200c\u200d\u2060\u2063\ufeff\u00ad\u034f\u180e\u206a\ufe0f"  # no width
    "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # bidirectional
    "\u1680\u2000\u2002\u2003\u2005\u2009\u200a\u202f\u205f\u3164\uffa0"  # spaces and fillers
    "\u0001\u0008\u000b\u000e\u001b\u001f\u007f\u0085\u0090\u2028\u2029\ufff9\ufffc\ufffd"  # controls, damage
)
LATIN_WORDS = {
    "p\u0430per": (1, 2),
    "\u0421entOS": (0, 1),
    "d\u03bfcker": (1, 2),
    "cla\u0455s": (3, 4),
    "\u039aafka": (0, 1),
    "p\u03b1per": (1, 2),
}
"""Words and the letters within them that are reported."""

STRAYS = {
    "simplified": {
        "设備说": (1, 2),
        "数據库": (1, 2),
        "这裡说": (1, 2),
        "的網絡设": (1, 3),
        "实現过": (1, 2),
    },
    "traditional": {
        "設备說": (1, 2),
        "密码說": (1, 2),
        "這个說": (1, 2),
        "的网络設": (1, 3),
        "發现過": (1, 2),
    },
}
"""By the document's script: words in their phrase, and what is of the other script."""

REST = "\n\n这项说明还没有写完，请读者过段时间再来。\n"
"""What tells the script of a document."""


class Case(NamedTuple):
    """What is put in, which part of it is reported as what, and the script of the document if it counts."""

    code: str
    inserted: str
    start: int
    end: int
    script: Script | None = None

    def into(self, template: str) -> str:
        if self.script == "traditional":
            return self.put(_traditional(template), _traditional(REST))
        return self.put(template, REST if self.script else "")

    def put(self, template: str, rest: str) -> str:
        return template.replace("@", self.inserted) + rest


def _traditional(text: str) -> str:
    return "".join(forms("simplified", char)[0] for char in text)


CASES = [
    *(
        Case("CH001", text, 0, len(text))
        for text in (*INVISIBLE, "\u00a0\u00a0", "\u200b\u200b", "\U000e0068\U000e0069")
    ),
    *(Case("CH002", text, 0, len(text)) for text in ("⽂", "⻓", "⼤⼩", "\uf96b", "\ufa45", "\U0002f800")),
    *(Case("CH003", text, *span) for text, span in LATIN_WORDS.items()),
    *(Case("CH004", text, *span, name) for name in SCRIPTS for text, span in STRAYS[name].items()),
]

each_character = pytest.mark.parametrize(
    "case", CASES, ids=lambda case: case.inserted.encode("ascii", "backslashreplace").decode()
)


def path_of(construct: str) -> str:
    return "a.mdx" if construct.startswith("MDX") else "a.md"


@each_character
def test_is_found_in_every_construct_of_prose(case: Case) -> None:
    missed = []
    for construct, template in PROSE.items():
        problems = check_text(case.into(template), path_of(construct), SETTINGS)
        found = [(problem.code, problem.start, problem.end) for problem in problems]
        at = template.index("@")
        if found != [(case.code, at + case.start, at + case.end)]:
            missed.append((construct, found))
    assert not missed


@each_character
def test_is_left_alone_outside_prose(case: Case) -> None:
    found = []
    for construct, template in NO_PROSE.items():
        problems = check_text(case.into(template), path_of(construct), SETTINGS)
        if construct != "autolink" or case.inserted >= " ":  # with a control it is none (CommonMark, 6.5)
            found += [construct for problem in problems if problem.code == case.code]
    assert not found


@each_character
@pytest.mark.parametrize("unsafe", [False, True])
def test_fixes_come_to_rest(case: Case, unsafe: bool) -> None:
    for construct, template in PROSE.items():
        path = path_of(construct)
        fixed, remaining = fix_text(case.into(template), path, SETTINGS, unsafe=unsafe)
        assert fix_text(fixed, path, SETTINGS, unsafe=unsafe) == (fixed, remaining)
        assert not [problem for problem in remaining if problem.fix and (unsafe or is_safe(problem.fix))]


def is_safe(fix: object) -> bool:
    return getattr(fix, "applicability", None) == "safe"


@pytest.mark.parametrize("case", [case for case in CASES if case.code != "CH004"])
def test_messages_name_it_and_never_hold_it(case: Case) -> None:
    for language in LANGUAGES:
        (problem,) = check_text(f"正{case.inserted}文\n", settings=SETTINGS, language=language)
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
