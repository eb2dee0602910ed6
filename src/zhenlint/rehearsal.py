"""A document checked for practice, so that what most documents need is there before processes are forked.

They and the parent, which judges documents by one another in the end, then share modules, patterns and word
data.  That takes 80 ms once, and the same from each of them.
"""

from __future__ import annotations

from typing import Final

from zhenlint.drafts import Draft, Mode, Task, begin
from zhenlint.finishing import finish
from zhenlint.project import Project
from zhenlint.rules import enabled_rules
from zhenlint.settings import Settings

_TEXT: Final = """# 标题 Title

我在折腾 thesis 的 新实验了了。Github 上的 regieter，既使 `code` 登陆账号，下面这写例子！
它做的很好,见[文档](b.md#a)和 the the teh end.
"""


def rehearse(settings: Settings) -> None:
    """Import the parser and the rules, and check a few words that need most of them.

    Another engine than the built-in one may start threads, which no fork survives: each process loads it.
    """
    if settings.engine != "builtin":
        settings = settings._replace(ignore=(*settings.ignore, "ZH002"))
    for _ in enabled_rules(settings):
        pass
    if settings.enables("ZH002", default=True):
        from zhenlint.rules.chinese.surroundings import prepare

        prepare()
    task = Task("rehearsal.md", "rehearsal.md", settings, placed=False, content=_TEXT.encode())
    mode = Mode(texts=False)
    begun = begin(task, mode, keep=False)
    if isinstance(begun, Draft):
        finish(task, begun, Project({begun.said.path: begun.said.facts}), mode)
