"""Documents made of Markdown's own pieces, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

_WORDS = ["a", "b", "x1", "中", "文", "字", "é", "😀", "，", "。", '"', "'", "(", ")", "&", "!", "$"]
_BLANKS = [" ", "  ", "   ", "    ", "\t", "\u00a0", "\u3000", "\u2028", "\x85", "\x1c", "\f", "\x0b"]
_LINES = ["\n", "\n", "\n", "\r\n", "\r", "\n\n", "\\\n", "  \n"]
_CONTAINERS = ["> ", ">", ">\t", "- ", "-\t", "1. ", "10) ", "+   ", "* ", "- [x] ", "* [ ]\t"]
_INLINES = ["*", "**", "***", "_", "__", "~~", "~~~", "`", "``", "\\", "\\*", "$x$", "$$", "&amp;", "&#35;"]
_INLINES += ["&#x4e2d;", "&nbsp;", "<", "<b>", "</b>", "<b\n>", "<br>", "<kbd>", "</kbd>", "<!--x-->"]
_INLINES += ["<http://a.b>", "<m@e.c>", "[", "](u)", '](u "t")', "](<u>\n't')", "![", "]", "][]", "[a]"]
_BLOCKS = [
    "#",
    "# ",
    " #",
    " ##",
    "## ",
    "\n# ",
    "\n===\n",
    "\n---\n",
    "---\n",
    "``` \n",
    "\n~~~\n",
    "<div>\n",
]
_BLOCKS += ["\n\n[a]: /u\n", "\n\n[中]: /u\n\n", "\n$$\nx\n$$\n", "+++\n"]
_TABLES = [
    "|",
    "|",
    "\\|",
    "\\\\|",
    "\n| a | b |\n|---|---|\n| ",
    "\na | b\n--|--\n",
    "a|b\n-|-\n",
    "|---|\n",
]
_DIALECTS = ["[[n]]", "[[n|", "![[f]]", "]]", "%%", "==", "[!note]-", "> [!tip] ", "^[", "[^1]", "\n\n[^1]: "]
_DIALECTS += [
    "{{< x >}}",
    "{% x",
    "%}",
    "{{",
    "}}",
    "{#id}",
    "{.c}",
    "{r}`x`",
    "\\(x\\)",
    "\\[",
    "\\]",
    "\n: ",
]
_DIALECTS += [
    "\n:::\n",
    "\n::: tip a\n",
    "\n\\begin{align}\n",
    "\\end{align}\n",
    "#tag",
    " ^id\n",
    "{% raw %}\n",
]
_DIALECTS += [
    "\n%%\n",
    "<p title='a'>",
    '<img alt="中">',
    "<td>",
    "\n<div>\n<p>",
    "</p>",
    "<pre>",
    "</pre>",
    "$$\n",
]
_DIALECTS += ["{a + b}", "{/* c */}", "<B c={d}>", "</B>", "\nimport a from 'b'\n", "\nexport const a = 1\n"]
_ODD = ["\0", "\u200b", "\ufeff", "\ufdd0", "\ufdd2", "http://a.b/c，d", "m@e.c", "www.a.b。"]

PIECES = _WORDS + _BLANKS + _LINES + _CONTAINERS + _INLINES + _BLOCKS + _TABLES + _DIALECTS + _ODD

documents = st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map("".join)
"""Any mixture of Markdown: quotes, lists, tables, emphasis, links, escapes, odd line ends."""

_UNIQUE = [*range(0x20000, 0x20400)]


def with_unique_letters(text: str) -> str:
    """The text with every letter made a character that stands nowhere else in it.

    Such a text says itself where each of its letters must lie.
    """
    fresh = iter(_UNIQUE)
    return "".join(chr(next(fresh)) if char.isalpha() else char for char in text)


_HAN = ["中", "文字", "的", "和", "第", "年", "个", "可以", "这是一句话", "名称", "標", "⽂", "々"]
_LATIN = ["Python", "API", "x", "v2.0", "3D", "C++", "the", "file.txt", "a-b", "don’t", "μs", "Ａ１"]
_LATIN += ["and so on"]
_NUMBERS = ["1", "10", "3.14", "2024年3月", "69%", "10GB", "20～30", "-1", "12:30", "№", "℃", "10 GB"]
_NUMBERS += ["5 ms"]
_FULL = ["，", "。", "、", "：", "；", "！", "？", "（", "）", "《", "》"]
_FULL += ["「", "」", "【", "】", "——", "……", "—", "…"]
_HALF = [",", ".", ":", ";", "!", "?", "(", ")", '"', "'", "...", "--", "“", "”", "‘", "’", "。。"]
_HALF += ["，，", "!!", "%"]
_GAPS = [" ", " ", "  ", "\xa0", "\u3000", "\t", "\n", "\n\n", "\r\n", "\u200b", "\xad", "\ufeff"]
_GAPS += ["\u2003"]
_MARKED = ["`code`", "`中`", "**", "*", "_", "~~", "[文](u)", "[a](#b)", "[", "](u)", "![图](i)"]
_MARKED += ["$x$", "$中$", "<b>", "</b>", "<br>", "\\", "&amp;", "[^1]", "==", "[[笔记]]", "{{x}}"]
_MARKED += ["#标签", "http://a.b", "@张三"]
_STARTS = ["\n- ", "\n1. ", "\n> ", "\n# ", "\n|", "|", "\n| 中 | b |\n|---|---|\n| ", "\n\n[^1]: "]
_STARTS += ["\n: ", "\n```\n"]

MIXED = _HAN * 3 + _LATIN * 2 + _NUMBERS + _FULL * 2 + _HALF * 2 + _GAPS * 2 + _MARKED + _STARTS

mixed_documents = st.lists(st.sampled_from(MIXED), min_size=1, max_size=30).map("".join)
"""Chinese and Latin text with marks of both widths, blanks of every kind, and the markup around them."""
