"""Every way in which a link is commonly broken, by the rule that names it; and what only looks like one."""

from __future__ import annotations

import pytest

from zhenlint.api import check_text, fix_text
from zhenlint.settings import Settings

LINKS = Settings(select=("LK",), ignore=("LK009", "LK010", "LK012"))
TO = "https://a.cn/b"
FORMS = {
    "LK001": ["(文字)[{to}]", "[文][{to}]", "[文]{{{to}}}"],
    "LK002": ["[文] ({to})", "![图] ({to})", "! [图]({to}.png)"],
    "LK003": [
        "[文]（{to}）",
        "[文]({to}）",
        "[文]（{to})",
        "【文】({to})",
        "【文】（{to}）",
        "［文］({to})",
        "［文］（{to}）",
        "！[图]({to})",
        "！[图]（{to}）",
        "[文]({to} “标题”)",
        "[文]({to} ‘标题’)",
    ],
    "LK004": [
        "[文({to})",
        "文]({to})",
        "[文]({to}",
        "[文]({to}，后面的文字",
        '[文]({to} "标题)',
        '[文]({to} 标题")',
        "[文](<{to})",
    ],
    "LK005": ["[文](a b.md)", "[文]({to} c)", "[文](https://a.cn/\nb)", "[文]( {to} )", "[文]({to} )"],
    "LK006": ["[文]()", "[]({to})", "![]({to})"],
    "LK011": ["见{to}，然后", "见{to}。", "（{to}）", "“{to}”", "见{to}然后", "《{to}》", "「{to}」"],
    "LK013": [
        "[文](example.com)",
        "[文](mail:a@b.com)",
        "[文](http:/a.cn)",
        "[文](htps://a.cn)",
        "[文](https：//a.cn)",
        "[文](https://https://a.cn)",
        "[文](https://gihtub.com/a)",
        "[文](https//a.cn)",
        "[文](({to}))",
    ],
    "LK014": ["[甲[文]({to})乙]({to})"],
}
QUIET = [
    "a[i](x)",
    "- [ ] 任务",
    "- [x] (已完成)",
    "见 [1]",
    "文[^1]\n\n[^1]: 注",
    "f(x)[0]",
    "[电子书][《书名》]({to})",
    "`[文] ({to})`",
    "```\n[文] ({to})\n```",
    "$[t](x）$",
    "$$\n[t](x）\n$$",
    "[甲] (见下文)",
    "数组[0] (第一个)",
    "【注】(参见下文)",
    "［1］(作者)",
    "注意! [文]({to})",
]
CASES = [(code, form) for code, forms in FORMS.items() for form in forms]


@pytest.mark.parametrize(("code", "form"), CASES, ids=[f"{code}-{form}" for code, form in CASES])
def test_a_broken_form_is_named_once(code: str, form: str) -> None:
    text = form.format(to=TO) + "\n"
    assert [problem.code for problem in check_text(text, settings=LINKS)] == [code]
    fixed, left = fix_text(text, settings=LINKS, unsafe=True)
    assert fixed == text or not left


@pytest.mark.parametrize("form", QUIET)
def test_what_only_looks_like_one_is_left_alone(form: str) -> None:
    assert not check_text(form.format(to=TO) + "\n", settings=LINKS)


def test_swallowed_text_is_told_with_what_github_takes() -> None:
    (problem,) = check_text(f"见{TO}，然后安装 Go\n", settings=LINKS)
    assert problem.message == "the address ends before “，”, but GitHub links on through “，然后安装”"
    assert problem.suggestions == (f"<{TO}>",)
