"""What is likely but not certain is a hint: shown only when asked for, and never fixed with the rest."""

from __future__ import annotations

import pytest

from zhenlint.api import check_text, fix_text
from zhenlint.settings import Settings


@pytest.mark.parametrize(
    ("code", "text", "severities"),
    [
        ("MD004", "》引用的话", ["warning"]),
        ("MD004", "》 “此电脑” 右键", ["warning"]),
        ("EN001", "用 pubic key 加密，可能 loosing data", ["hint", "hint"]),
        ("MD004", "》骨架：加高\n》磁芯：材质", ["hint", "hint"]),
        ("MD004", "》骨架：加高\n\n》磁芯：材质", ["hint", "hint"]),
        ("MD004", "> 引用\n\n》骨架：加高\n\n》磁芯：材质", ["warning", "warning"]),
        ("MD004", "》 The Bottleneck of RAG", ["hint"]),
        ("MD004", "配置如下\n》 使用演示", ["hint"]),
        ("MD004", "＃ 安装", ["warning"]),
        ("MD004", "※ 说明\n＃ 待确认", ["hint"]),
        ("MD004", "说明\n＃＃ 安装", ["warning"]),
        ("MD004", "＊ 苹果", ["hint"]),
        ("MD004", "＊ 苹果\n＊ 香蕉", ["warning", "warning"]),
    ],
)
def test_severity(code: str, text: str, severities: list[str]) -> None:
    settings = Settings(select=(code,))
    assert [problem.severity.value for problem in check_text(text, settings=settings)] == severities
    fixed, _ = fix_text(text, settings=settings)
    assert (fixed == text) == ("hint" in severities)
