"""The page that compares zhenlint with other checkers by their own test cases.

It prints the record of ``tests/conformance/peers``, which the tests prove.
"""

from __future__ import annotations

from wcwidth import wcswidth

from tests.conformance.peers import PEERS, Case, Group, cases, choices, groups
from zhenlint.language import Language

SUFFIX: dict[Language, str] = {"en": ".md", "zh": ".zh-CN.md"}
ADDRESS = {
    "autocorrect": "https://github.com/huacnlee/autocorrect",
    "zhlint": "https://github.com/zhlint-project/zhlint",
    "textlint-zh": "https://github.com/darkyzhou/textlint-rule-preset-zh-technical-writing",
    "lint-md": "https://github.com/lint-md/lint-md",
    "markdownlint": "https://github.com/DavidAnson/markdownlint",
}
_LONGEST = 64
"""An example of more characters is not shown."""

_CASES = "../tests/conformance/README.md"
INTRODUCTION: dict[Language, str] = {
    "en": f"""# The test cases of other checkers

Other checkers have test cases of their own. zhenlint runs those below
([where they come from]({_CASES})) with the options that come closest to each case's
own. A case agrees if the corrected text is the same to the last character, or, where the peer only reports,
if zhenlint reports something at the same place. Of markdownlint they are the documents about links; each
report on a line is a case, and so are the lines of a document without any. The rest differ on purpose; a test
fails as soon as this page is no longer true.
""",
    "zh": f"""# 其他检查工具的测试用例

其他检查工具都有自己的测试用例。zhenlint 跑了下面这些用例（[出处]({_CASES})），每个用例都用最接近
它原意的选项。修正后的文本一字不差才算一致；对方只报告、不修正的，要在同一处报告才算一致。
markdownlint 取的是关于链接的文档：一行一个报告算一个用例，一篇文档没有报告的各行也算一个。
其余都是有意不同；一旦本页不再属实，测试就会失败。
""",
}
WORDS: dict[Language, dict[str, str]] = {
    "en": {
        "summary": "| peer | cases | agree | differ on purpose | differ by mistake |",
        "choices": "## Where peers contradict each other\n\nAn option covers each way.",
        "choice": "| what | option | values and cases that agree with them |",
        "different": "differences on purpose",
        "group": "| cases | why | decided by |",
        "examples": "Examples",
        "input": "input",
        "reports": "(reports at character {at})",
        "reports-line": "only {peer} reports",
    },
    "zh": {
        "summary": "| 工具 | 用例 | 一致 | 有意不同 | 出错 |",
        "choices": "## 彼此矛盾之处\n\n每种做法都有选项可选。",
        "choice": "| 什么 | 选项 | 取值，以及与之一致的用例 |",
        "different": "有意的不同",
        "group": "| 用例 | 理由 | 由什么决定 |",
        "examples": "例子",
        "input": "输入",
        "reports": "（在第 {at} 个字符处报告）",
        "reports-line": "只有 {peer} 报告",
    },
}


def peers_page(language: Language) -> str:
    """The whole page."""
    parts = [INTRODUCTION[language], _summary(language), _choices(language)]
    parts += [_peer(peer, language) for peer in PEERS]
    return "\n".join(parts)


def _summary(language: Language) -> str:
    rows = []
    for peer in PEERS:
        own = [case for case in cases().values() if case.peer == peer]
        agree = sum(case.agrees for case in own)
        different = sum(len(_cases_of(peer, group)) for group in groups())
        mistakes = len(own) - agree - different
        rows.append(f"| [{peer}]({ADDRESS[peer]}) | {len(own)} | {agree} | {different} | {mistakes} |")
    return _table(WORDS[language]["summary"], rows)


def _choices(language: Language) -> str:
    rows = []
    for choice in choices():
        ways = "; ".join(f"`{value}`: {', '.join(names)}" for value, names in choice.ways.items())
        rows.append(f"| {choice.what[language]} | {_link(choice.option, language)} | {ways} |")
    return WORDS[language]["choices"] + "\n\n" + _table(WORDS[language]["choice"], rows)


def _peer(peer: str, language: Language) -> str:
    """The reasons to differ from one peer, most cases first, with an example of each."""
    words = WORDS[language]
    own = sorted(
        (group for group in groups() if _cases_of(peer, group)), key=lambda g: -len(_cases_of(peer, g))
    )
    rows = [
        f"| {len(_cases_of(peer, group))} | {group.why[language]} | "
        f"{', '.join(_link(decided, language) for decided in group.decided)} |"
        for group in own
    ]
    examples = [example for group in own if (example := _example(_cases_of(peer, group), language))]
    title = f"## {peer}{'：' if language == 'zh' else ': '}{words['different']}"
    fence = "````text\n" + "\n\n".join(examples) + "\n````\n"
    return "\n".join(
        [
            title,
            "",
            _table(words["group"], rows),
            words["examples"] + ("：" if language == "zh" else ":"),
            "",
            fence,
        ]
    )


def _cases_of(peer: str, group: Group) -> list[Case]:
    return [cases()[name] for name in group.cases if name.startswith(f"{peer}/")]


def _example(found: list[Case], language: Language) -> str:
    """The shortest case: its input, what the peer makes of it, what zhenlint does; empty if it is long."""
    words = WORDS[language]
    reported = [line for case in found if (line := case.reported_line)]
    if reported:
        return f"{words['reports-line'].format(peer=found[0].peer)} {_visible(reported[0])}"
    case = min(found, key=lambda case: len(case.text))
    if len(case.text) > _LONGEST:
        return ""
    expected = case.expected
    if expected is None:
        expected = words["reports"].format(at=case.fields["errors"][0]["index"] + 1)
    lines = [(words["input"], case.text), (case.peer, expected), ("zhenlint", case.fixed)]
    return "\n".join(name + " " * (12 - wcswidth(name)) + _visible(text) for name, text in lines)


def _visible(text: str) -> str:
    """The text on one line, blanks at its ends and line ends to be seen."""
    start, end = len(text) - len(text.lstrip(" ")), len(text.rstrip(" "))
    shown = "␣" * start + text[start:end] + "␣" * (len(text) - max(start, end))
    return shown.replace("\r", "").replace("\n", "⏎").replace("\u3000", "□")


def _link(decided: str, language: Language) -> str:
    """A link to what decides: a rule's page, with its option, or a page of the documentation."""
    if decided.startswith("docs/"):
        place = decided.removeprefix("docs/")
        if language == "zh" and place.startswith("rules/"):
            place = place.replace(".md", SUFFIX["zh"])
        return f"[{place.removesuffix('.md').removesuffix('.zh-CN').removesuffix('/README')}]({place})"
    code, _, option = decided.partition(" ")
    return f"[{code}](rules/{code}{SUFFIX[language]})" + (f" `{option}`" if option else "")


def _table(header: str, rows: list[str]) -> str:
    return "\n".join([header, "|" + " --- |" * (header.count("|") - 1), *rows, ""])
