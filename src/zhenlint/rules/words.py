"""The name of each rule, and its messages in English and Chinese.

Written by ``python docs/build.py``, never edited by hand.
"""
# fmt: off
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, tuple[str, Mapping[str, tuple[str, str]]]]] = {
    "CH001": (
        "invisible-character",
        {
            "default": ("an invisible character: {name}", "不可见字符：{name}"),
            "bidi": ("a control that can change the order in which text is shown: {name}", "双向控制字符，会改变文字的显示顺序：{name}"),
            "space": ("an odd space: {name}", "特殊空格：{name}"),
            "doubled": ("a no-break space beside another space: {name}", "不换行空格与其他空格相邻：{name}"),
            "control": ("a control character: {name}", "控制字符：{name}"),
            "separator": ("a line separator inside a line: {name}", "行内的行分隔符：{name}"),
            "damage": ("a sign that the text was damaged: {name}", "文字已损坏的迹象：{name}"),
        },
    ),
    "CH002": (
        "compatibility-ideograph",
        {
            "default": ("{name} in place of “{meant}” (U+{code})", "用 {name} 代替了“{meant}”（U+{code}）"),
            "several": ("“{meant}” is written with look-alikes such as {name}", "“{meant}”用形近的字符写成，例如 {name}"),
        },
    ),
    "CH003": (
        "confusable-letter",
        {
            "default": ("{name} in place of “{meant}” in “{word}”", "“{word}”里的“{meant}”写成了 {name}"),
        },
    ),
    "CH004": (
        "mixed-script-variant",
        {
            "simplified": ("traditional “{text}” in simplified Chinese", "简体文字里的繁体字“{text}”"),
            "traditional": ("simplified “{text}” in traditional Chinese", "繁体文字里的简体字“{text}”"),
        },
    ),
    "EN001": (
        "misspelled-word",
        {
            "one-nowhere": ("`{word}` is not in the dictionary; `{suggestion}` is one letter away", "词典里没有 `{word}`；与 `{suggestion}` 只差一个字母"),
            "one-here": ("`{word}` is not in the dictionary; `{suggestion}` is one letter away and stands on this line", "词典里没有 `{word}`；与 `{suggestion}` 只差一个字母，后者就在这一行"),
            "one-above": ("`{word}` is not in the dictionary; `{suggestion}` is one letter away and stands one line above", "词典里没有 `{word}`；与 `{suggestion}` 只差一个字母，后者就在上一行"),
            "one-below": ("`{word}` is not in the dictionary; `{suggestion}` is one letter away and stands one line below", "词典里没有 `{word}`；与 `{suggestion}` 只差一个字母，后者就在下一行"),
            "one-lines-above": ("`{word}` is not in the dictionary; `{suggestion}` is one letter away and stands {number} lines above", "词典里没有 `{word}`；与 `{suggestion}` 只差一个字母，后者就在往上第 {number} 行"),
            "one-lines-below": ("`{word}` is not in the dictionary; `{suggestion}` is one letter away and stands {number} lines below", "词典里没有 `{word}`；与 `{suggestion}` 只差一个字母，后者就在往下第 {number} 行"),
            "one-far": ("`{word}` is not in the dictionary; `{suggestion}` is one letter away and stands on line {number}", "词典里没有 `{word}`；与 `{suggestion}` 只差一个字母，后者在第 {number} 行"),
            "one-code": ("`{word}` is not in the dictionary; `{suggestion}` is one letter away and stands in code or in a link on line {number}", "词典里没有 `{word}`；与 `{suggestion}` 只差一个字母，后者在第 {number} 行的代码或链接里"),
            "one-project": ("`{word}` is not in the dictionary; `{suggestion}` is one letter away and is used elsewhere in the project", "词典里没有 `{word}`；与 `{suggestion}` 只差一个字母，后者在项目里常用"),
            "swap-nowhere": ("`{word}` is not in the dictionary; `{suggestion}` has two letters in the other order", "词典里没有 `{word}`；与 `{suggestion}` 只是颠倒了两个字母"),
            "swap-here": ("`{word}` is not in the dictionary; `{suggestion}` has two letters in the other order and stands on this line", "词典里没有 `{word}`；与 `{suggestion}` 只是颠倒了两个字母，后者就在这一行"),
            "swap-above": ("`{word}` is not in the dictionary; `{suggestion}` has two letters in the other order and stands one line above", "词典里没有 `{word}`；与 `{suggestion}` 只是颠倒了两个字母，后者就在上一行"),
            "swap-below": ("`{word}` is not in the dictionary; `{suggestion}` has two letters in the other order and stands one line below", "词典里没有 `{word}`；与 `{suggestion}` 只是颠倒了两个字母，后者就在下一行"),
            "swap-lines-above": ("`{word}` is not in the dictionary; `{suggestion}` has two letters in the other order and stands {number} lines above", "词典里没有 `{word}`；与 `{suggestion}` 只是颠倒了两个字母，后者就在往上第 {number} 行"),
            "swap-lines-below": ("`{word}` is not in the dictionary; `{suggestion}` has two letters in the other order and stands {number} lines below", "词典里没有 `{word}`；与 `{suggestion}` 只是颠倒了两个字母，后者就在往下第 {number} 行"),
            "swap-far": ("`{word}` is not in the dictionary; `{suggestion}` has two letters in the other order and stands on line {number}", "词典里没有 `{word}`；与 `{suggestion}` 只是颠倒了两个字母，后者在第 {number} 行"),
            "swap-code": ("`{word}` is not in the dictionary; `{suggestion}` has two letters in the other order and stands in code or in a link on line {number}", "词典里没有 `{word}`；与 `{suggestion}` 只是颠倒了两个字母，后者在第 {number} 行的代码或链接里"),
            "swap-project": ("`{word}` is not in the dictionary; `{suggestion}` has two letters in the other order and is used elsewhere in the project", "词典里没有 `{word}`；与 `{suggestion}` 只是颠倒了两个字母，后者在项目里常用"),
            "two-nowhere": ("`{word}` is not in the dictionary; `{suggestion}` is two letters away", "词典里没有 `{word}`；与 `{suggestion}` 只差两个字母"),
            "two-here": ("`{word}` is not in the dictionary; `{suggestion}` is two letters away and stands on this line", "词典里没有 `{word}`；与 `{suggestion}` 只差两个字母，后者就在这一行"),
            "two-above": ("`{word}` is not in the dictionary; `{suggestion}` is two letters away and stands one line above", "词典里没有 `{word}`；与 `{suggestion}` 只差两个字母，后者就在上一行"),
            "two-below": ("`{word}` is not in the dictionary; `{suggestion}` is two letters away and stands one line below", "词典里没有 `{word}`；与 `{suggestion}` 只差两个字母，后者就在下一行"),
            "two-lines-above": ("`{word}` is not in the dictionary; `{suggestion}` is two letters away and stands {number} lines above", "词典里没有 `{word}`；与 `{suggestion}` 只差两个字母，后者就在往上第 {number} 行"),
            "two-lines-below": ("`{word}` is not in the dictionary; `{suggestion}` is two letters away and stands {number} lines below", "词典里没有 `{word}`；与 `{suggestion}` 只差两个字母，后者就在往下第 {number} 行"),
            "two-far": ("`{word}` is not in the dictionary; `{suggestion}` is two letters away and stands on line {number}", "词典里没有 `{word}`；与 `{suggestion}` 只差两个字母，后者在第 {number} 行"),
            "two-code": ("`{word}` is not in the dictionary; `{suggestion}` is two letters away and stands in code or in a link on line {number}", "词典里没有 `{word}`；与 `{suggestion}` 只差两个字母，后者在第 {number} 行的代码或链接里"),
            "two-project": ("`{word}` is not in the dictionary; `{suggestion}` is two letters away and is used elsewhere in the project", "词典里没有 `{word}`；与 `{suggestion}` 只差两个字母，后者在项目里常用"),
            "more-nowhere": ("`{word}` is not in the dictionary; `{suggestion}` is probably meant", "词典里没有 `{word}`；想写的多半是 `{suggestion}`"),
            "more-here": ("`{word}` is not in the dictionary; `{suggestion}` is probably meant and stands on this line", "词典里没有 `{word}`；想写的多半是 `{suggestion}`，后者就在这一行"),
            "more-above": ("`{word}` is not in the dictionary; `{suggestion}` is probably meant and stands one line above", "词典里没有 `{word}`；想写的多半是 `{suggestion}`，后者就在上一行"),
            "more-below": ("`{word}` is not in the dictionary; `{suggestion}` is probably meant and stands one line below", "词典里没有 `{word}`；想写的多半是 `{suggestion}`，后者就在下一行"),
            "more-lines-above": ("`{word}` is not in the dictionary; `{suggestion}` is probably meant and stands {number} lines above", "词典里没有 `{word}`；想写的多半是 `{suggestion}`，后者就在往上第 {number} 行"),
            "more-lines-below": ("`{word}` is not in the dictionary; `{suggestion}` is probably meant and stands {number} lines below", "词典里没有 `{word}`；想写的多半是 `{suggestion}`，后者就在往下第 {number} 行"),
            "more-far": ("`{word}` is not in the dictionary; `{suggestion}` is probably meant and stands on line {number}", "词典里没有 `{word}`；想写的多半是 `{suggestion}`，后者在第 {number} 行"),
            "more-code": ("`{word}` is not in the dictionary; `{suggestion}` is probably meant and stands in code or in a link on line {number}", "词典里没有 `{word}`；想写的多半是 `{suggestion}`，后者在第 {number} 行的代码或链接里"),
            "more-project": ("`{word}` is not in the dictionary; `{suggestion}` is probably meant and is used elsewhere in the project", "词典里没有 `{word}`；想写的多半是 `{suggestion}`，后者在项目里常用"),
            "listed": ("`{word}` is a common misspelling of `{suggestion}`", "`{word}` 是 `{suggestion}` 的常见误拼"),
            "confused": ("`{word}` is a word, but here `{suggestion}` is meant", "`{word}` 本身没有拼错，但这里应为 `{suggestion}`"),
            "british": ("`{word}` is British; the American spelling is `{suggestion}`", "`{word}` 是英式拼写，美式为 `{suggestion}`"),
            "american": ("`{word}` is American; the British spelling is `{suggestion}`", "`{word}` 是美式拼写，英式为 `{suggestion}`"),
            "apostrophe": ("`{word}` lacks its apostrophe: `{suggestion}`", "`{word}` 少了撇号，应为 `{suggestion}`"),
        },
    ),
    "EN002": (
        "repeated-word",
        {
            "default": ("`{word}` stands twice", "`{word}` 写了两次"),
        },
    ),
    "EN003": (
        "term-casing",
        {
            "default": ("`{form}` is written `{name}`", "`{form}` 的规范写法是 `{name}`"),
            "document": ("`{form}` is written `{name}`, as elsewhere in this document", "`{form}` 应写作 `{name}`，与本文其他地方一致"),
            "project": ("`{form}` is written `{name}`, as elsewhere in this project", "`{form}` 应写作 `{name}`，与项目其他地方一致"),
            "configured": ("`{form}` is written `{name}` in this project", "本项目规定 `{form}` 写作 `{name}`"),
        },
    ),
    "LK001": (
        "reversed-link",
        {
            "reversed": ("the parts of the link are the wrong way round: write `[text](url)`", "链接的两部分写反了：应写成 `[文字](网址)`"),
            "square-brackets": ("the destination stands in square brackets: write `[text](url)`", "网址用了方括号：应写成 `[文字](网址)`"),
            "braces": ("the destination stands in braces: write `[text](url)`", "网址用了花括号：应写成 `[文字](网址)`"),
        },
    ),
    "LK002": (
        "space-in-link",
        {
            "space": ("a space between text and destination keeps this from being a link: write `[text](url)`", "文字与网址之间有空格，不会成为链接：应写成 `[文字](网址)`"),
            "image-space": ("a space after `!` makes this a link, not an image: write `![alt](url)`", "叹号后面有空格，会成为链接而不是图片：应写成 `![说明](网址)`"),
        },
    ),
    "LK003": (
        "fullwidth-link-syntax",
        {
            "full-width": ("full-width brackets make no link: write `[text](url)`", "全角括号不会成为链接：应写成 `[文字](网址)`"),
            "full-width-image": ("a full-width exclamation mark makes this a link, not an image: write `![alt](url)`", "叹号是全角的，会成为链接而不是图片：应写成 `![说明](网址)`"),
            "curly-quotes": ("the title of a link takes straight quotes: write `[text](url \"title\")`", "链接的标题要用直引号：应写成 `[文字](网址 \"标题\")`"),
        },
    ),
    "LK004": (
        "unclosed-link",
        {
            "no-opening-bracket": ("the text of the link has no `[` before it: write `[text](url)`", "链接文字前面缺 `[`：应写成 `[文字](网址)`"),
            "no-closing-bracket": ("the text of the link has no `]` after it: write `[text](url)`", "链接文字后面缺 `]`：应写成 `[文字](网址)`"),
            "no-opening-parenthesis": ("the destination of the link has no `(` before it: write `[text](url)`", "网址前面缺 `(`：应写成 `[文字](网址)`"),
            "no-closing-parenthesis": ("the destination of the link has no `)` after it: write `[text](url)`", "网址后面缺 `)`：应写成 `[文字](网址)`"),
            "no-closing-angle": ("the `<` before the destination has no `>`: write `[text](url)` or `[text](<url>)`", "网址前面的 `<` 没有 `>` 与它配对：应写成 `[文字](网址)` 或 `[文字](<网址>)`"),
            "no-closing-quote": ("the title of the link has no closing quote: write `[text](url \"title\")`", "链接的标题缺右引号：应写成 `[文字](网址 \"标题\")`"),
            "no-opening-quote": ("the title of the link has no opening quote: write `[text](url \"title\")`", "链接的标题缺左引号：应写成 `[文字](网址 \"标题\")`"),
            "no-title-quotes": ("the title of the link has no quotation marks: write `[text](url \"title\")`", "链接的标题没有引号：应写成 `[文字](网址 \"标题\")`"),
            "open-autolink": ("the `<` before the address has no `>`: write `<url>`", "网址前面的 `<` 没有 `>` 与它配对：应写成 `<网址>`"),
            "extra-bracket": ("the text of the link has one `]` too many: write `[text](url)`", "链接文字后面多了一个 `]`：应写成 `[文字](网址)`"),
            "no-label-brackets": ("the text of the link has no brackets around it: write `[text](url)`", "链接文字没有用方括号括起来：应写成 `[文字](网址)`"),
        },
    ),
    "LK005": (
        "bad-destination",
        {
            "blank": ("a blank in the destination keeps this from being a link: write `<…>` or `%20`, or leave it out", "地址里有空格，不会成为链接：用 `<…>` 括起来、写成 `%20`，或者去掉空格"),
            "line-break": ("a line end in the destination keeps this from being a link", "地址被换行断开，不会成为链接"),
            "padded": ("the blanks beside the destination do nothing", "地址旁边的空格是多余的"),
            "control": ("a control character in the destination keeps this from being a link", "地址里有控制字符，不会成为链接"),
        },
    ),
    "LK006": (
        "empty-link",
        {
            "link-destination": ("the link has no destination", "链接没有地址"),
            "image-destination": ("the image has no destination", "图片没有地址"),
            "text": ("the link has no text, so nobody sees it", "链接没有文字，谁也看不见"),
            "alternative": ("the image has no alternative text", "图片没有替代文字"),
        },
    ),
    "LK007": (
        "undefined-reference",
        {
            "default": ("no `[{label}]: …` defines this reference", "没有 `[{label}]: …` 来定义这个引用"),
            "near": ("no `[{label}]: …` defines this reference; did you mean `[{nearest}]`?", "没有 `[{label}]: …` 来定义这个引用，是不是想写 `[{nearest}]`？"),
            "footnote": ("the footnote `[^{label}]` is not written", "没有写出脚注 `[^{label}]` 的内容"),
            "footnote-near": ("the footnote `[^{label}]` is not written; did you mean `[^{nearest}]`?", "没有写出脚注 `[^{label}]` 的内容，是不是想写 `[^{nearest}]`？"),
        },
    ),
    "LK008": (
        "unused-or-duplicate-definition",
        {
            "unused": ("nothing refers to `[{label}]`", "没有地方引用 `[{label}]`"),
            "duplicate": ("`[{label}]` is defined already on line {line}; this definition has no effect", "`[{label}]` 在第 {line} 行已有定义，这一个不起作用"),
        },
    ),
    "LK009": (
        "missing-file",
        {
            "default": ("there is no file `{target}`", "没有 `{target}` 这个文件"),
            "near": ("there is no file `{target}`; did you mean `{nearest}`?", "没有 `{target}` 这个文件，是不是想写 `{nearest}`？"),
        },
    ),
    "LK010": (
        "missing-anchor",
        {
            "default": ("no heading or id gives `#{fragment}`", "没有标题或 id 对应 `#{fragment}`"),
            "near": ("no heading or id gives `#{fragment}`; did you mean `#{nearest}`?", "没有标题或 id 对应 `#{fragment}`，是不是想写 `#{nearest}`？"),
        },
    ),
    "LK011": (
        "swallowed-text",
        {
            "default": ("the address ends before “{next}”, but GitHub links on through “{swallowed}”", "网址到“{next}”之前为止，但 GitHub 会把“{swallowed}”也算进链接"),
        },
    ),
    "LK012": (
        "broken-wikilink",
        {
            "name": ("there is no note or file `{target}` in the vault", "库里没有 `{target}` 这个笔记或文件"),
            "near": ("there is no note or file `{target}` in the vault; did you mean `{nearest}`?", "库里没有 `{target}` 这个笔记或文件，是不是想写 `{nearest}`？"),
            "place": ("the note has no `{target}`", "这个笔记里没有 `{target}`"),
            "near-place": ("the note has no `{target}`; did you mean `{nearest}`?", "这个笔记里没有 `{target}`，是不是想写 `{nearest}`？"),
            "open": ("`[[` is never closed", "`[[` 没有闭合"),
        },
    ),
    "LK013": (
        "malformed-url",
        {
            "wrapped": ("brackets or quotes of its own keep the address from working: `{right}`?", "网址外面多了括号或引号，应为 `{right}`？"),
            "title": ("no space stands before the title, so that it is part of the address: `{right}`?", "标题前面没有空格，成了网址的一部分，应为 `{right}`？"),
            "full-width": ("the scheme or host holds full-width characters: `{right}`?", "协议或域名里有全角字符，应为 `{right}`？"),
            "space": ("the address holds a no-break or full-width space: `{right}`?", "网址里有不换行空格或全角空格，应为 `{right}`？"),
            "doubled": ("the scheme stands twice: `{right}`?", "协议写了两遍，应为 `{right}`？"),
            "slashes": ("two slashes belong after the scheme: `{right}`?", "协议后面应是两个斜杠 `{right}`？"),
            "no-colon": ("the scheme lacks its colon: `{right}`?", "协议后面缺冒号，应为 `{right}`？"),
            "scheme": ("the scheme is misspelled: `{right}`?", "协议拼错了，应为 `{right}`？"),
            "mail": ("an e-mail address takes `mailto:`: `{right}`?", "邮件地址的协议是 `mailto:`，应为 `{right}`？"),
            "host": ("no well-known host is spelled like this: `{right}`?", "域名多半拼错了，应为 `{right}`？"),
            "no-scheme": ("without a scheme this leads to a file of that name: `{right}`?", "没有写协议，会当成同名的文件，应为 `{right}`？"),
        },
    ),
    "LK014": (
        "nested-link",
        {
            "nested": ("a link cannot hold a link: only the inner one becomes a link", "链接里不能再有链接：只有里面的会成为链接"),
            "autolink": ("a link cannot hold a link: leave out the `<…>` in its text", "链接里不能再有链接：去掉文字里的 `<…>`"),
            "pasted": ("a whole link stands where its destination belongs: write `[text](url)`", "该写网址的地方写了整个链接：应写成 `[文字](网址)`"),
        },
    ),
    "LK015": (
        "dead-url",
        {
            "default": ("there is no such page: `{host}` answers {status}", "没有这个网页：`{host}` 回答 {status}"),
            "host": ("there is no host `{host}`", "没有 `{host}` 这个主机"),
            "moved": ("the page has moved for good to `{address}`", "网页已永久搬到 `{address}`"),
            "trouble": ("`{host}` is in trouble: it answers {status}", "`{host}` 出了故障：回答 {status}"),
            "timeout": ("`{host}` gives no answer in time", "`{host}` 没有及时回答"),
            "connection": ("`{host}` cannot be reached", "连不上 `{host}`"),
            "tls": ("the certificate of `{host}` is not valid", "`{host}` 的证书无效"),
            "loop": ("`{host}` redirects without end", "`{host}` 无休止地重定向"),
        },
    ),
    "MD001": (
        "broken-emphasis",
        {
            "opens": ("this is not shown bold: `**` cannot open between “{outside}” and the mark “{inside}”", "不会显示成粗体：夹在“{outside}”与标点“{inside}”之间的 `**` 不能作开头"),
            "closes": ("this is not shown bold: `**` cannot close between the mark “{inside}” and “{outside}”", "不会显示成粗体：夹在标点“{inside}”与“{outside}”之间的 `**` 不能作结尾"),
        },
    ),
    "MD002": (
        "missing-space-after-marker",
        {
            "heading": ("no space after `{marker}`, so this is no heading", "`{marker}` 后缺少空格，不会成为标题"),
            "item": ("no space after `{marker}`, so this is no list item", "`{marker}` 后缺少空格，不会成为列表项"),
        },
    ),
    "MD003": (
        "unclosed-block",
        {
            "fence": ("this code fence is never closed: all that follows is shown as code", "这个代码块没有结束：后面的内容都会显示成代码"),
            "outside": ("this code fence is not closed: the fence in line {line} stands outside the list item or quote", "这个代码块没有结束：第 {line} 行的围栏不在所属的列表项或引用里"),
            "inner": ("this code fence is not closed before the one in line {line} opens", "到第 {line} 行又开始一个代码块时，这个代码块还没有结束"),
            "math": ("this formula is never closed", "这个公式没有结束"),
            "comment": ("this comment is never closed: what follows is not shown", "这个注释没有结束：后面的内容不会显示"),
            "front-matter": ("this front matter is never closed: a line `{marker}` has to end it", "头部元数据没有结束：结尾缺少一行 `{marker}`"),
        },
    ),
    "MD004": (
        "fullwidth-marker",
        {
            "heading": ("`{found}` is full-width, so this is no heading; Markdown wants `{wanted}`", "`{found}` 是全角的，不会成为标题；应为 `{wanted}`"),
            "strong": ("`{found}` is full-width, so this is no bold text; Markdown wants `{wanted}`", "`{found}` 是全角的，不会成为粗体；应为 `{wanted}`"),
            "item": ("`{found}` is full-width, so this is no list item; Markdown wants `{wanted}`", "`{found}` 是全角的，不会成为列表项；应为 `{wanted}`"),
            "quote": ("`{found}` is full-width, so this is no quote; Markdown wants `{wanted}`", "`{found}` 是全角的，不会成为引用；应为 `{wanted}`"),
            "table": ("`{found}` is full-width, so this is no table; Markdown wants `{wanted}`", "`{found}` 是全角的，不会成为表格；应为 `{wanted}`"),
            "row": ("`{found}` is full-width, so this is no table row; Markdown wants `{wanted}`", "`{found}` 是全角的，不会成为表格行；应为 `{wanted}`"),
            "code": ("`{found}` is full-width, so this is no code; Markdown wants `{wanted}`", "`{found}` 是全角的，不会成为代码；应为 `{wanted}`"),
            "fence": ("`{found}` is full-width, so this is no code fence; Markdown wants `{wanted}`", "`{found}` 是全角的，不会成为代码块；应为 `{wanted}`"),
        },
    ),
    "MD005": (
        "ragged-table",
        {
            "surplus": ("the row has {cells} cells and the header {columns}: what is too many is not shown", "这一行有 {cells} 格，而表头有 {columns} 格：多出来的不会显示"),
            "pipe": ("the row has {cells} cells and the header {columns}: write a `|` inside a cell as `\\|`", "这一行有 {cells} 格，而表头有 {columns} 格：单元格内的 `|` 要写成 `\\|`"),
            "missing": ("the row has {cells} cells and the header {columns}", "这一行有 {cells} 格，而表头有 {columns} 格"),
            "text": ("this line is taken for a row of the table above; put an empty line between them", "这一行会被当作上面表格的一行；请在中间加一个空行"),
            "delimiters": ("the header has {columns} cells and the line below it {cells}, so this is no table", "表头有 {columns} 格，而下面的横线行有 {cells} 格，不会显示成表格"),
        },
    ),
    "MD006": (
        "bad-front-matter",
        {
            "colon": ("a full-width colon after the key `{key}`; front matter wants `:`", "键 `{key}` 后面是全角冒号，应为半角 `:`"),
            "space": ("no space after the colon of the key `{key}`", "键 `{key}` 的冒号后面缺少空格"),
            "tab": ("front matter is indented by a tab at the key `{key}`; YAML wants spaces", "头部元数据的键 `{key}` 处用了制表符缩进，YAML 只允许空格"),
            "indent": ("the key `{key}` is indented deeper than the one above it", "键 `{key}` 比上一行缩进更深"),
            "bracket": ("the value of the key `{key}` lacks a bracket", "键 `{key}` 的值缺少括号"),
            "quotes": ("the value of the key `{key}` needs quotation marks around it", "键 `{key}` 的值需要加上引号"),
            "twice": ("the key `{key}` is given twice", "键 `{key}` 重复了"),
            "text": ("this is no front matter: is the `---` missing that ends it, behind the key `{key}`?", "这一行不是头部元数据：键 `{key}` 之后是不是缺少结尾的 `---`？"),
            "other": ("front matter is not valid at the key `{key}`: {detail}", "头部元数据在键 `{key}` 处无效：{detail}"),
        },
    ),
    "PU001": (
        "halfwidth-punctuation",
        {
            "default": ("half-width “{mark}” in Chinese text, use “{right}”", "中文里的半角“{mark}”，应为全角“{right}”"),
        },
    ),
    "PU002": (
        "fullwidth-punctuation",
        {
            "default": ("full-width “{mark}” in English text, use “{right}”", "英文里的全角“{mark}”，应为半角“{right}”"),
        },
    ),
    "PU003": (
        "fullwidth-alphanumeric",
        {
            "default": ("full-width “{word}”, use “{right}”", "全角的“{word}”，应为半角“{right}”"),
        },
    ),
    "PU004": (
        "unbalanced-pair",
        {
            "unclosed": ("‘{mark}’ opened here is never closed: no ‘{partner}’ follows in this paragraph", "「{mark}」在这里开始，本段后面却没有「{partner}」"),
            "unopened": ("‘{mark}’ closes what was never opened: no ‘{partner}’ stands before it in this paragraph", "「{mark}」在这里结束，本段前面却没有「{partner}」"),
            "crossed": ("‘{opener}’ is closed by ‘{mark}’ here, expected ‘{partner}’", "「{opener}」在这里以「{mark}」结束，应为「{partner}」"),
            "turned": ("the quotation mark ‘{mark}’ faces the wrong way, expected ‘{partner}’", "引号「{mark}」方向反了，应为「{partner}」"),
        },
    ),
    "PU005": (
        "repeated-punctuation",
        {
            "default": ("“{marks}” repeats a mark, use “{right}”", "标点重复“{marks}”，应为“{right}”"),
            "clash": ("“{marks}”: two marks where one can stand, perhaps “{right}”", "“{marks}”两个标点冲突，应只留一个，可能是“{right}”"),
        },
    ),
    "PU006": (
        "ellipsis",
        {
            "default": ("“{dots}” in Chinese text, use “……”", "中文里的“{dots}”，应为省略号“……”"),
        },
    ),
    "PU007": (
        "dash",
        {
            "default": ("‘{mark}’ in Chinese text, use ‘——’", "中文里的「{mark}」，应为「——」"),
        },
    ),
    "PU008": (
        "straight-quotes",
        {
            "default": ("straight quotation mark in Chinese text, use ‘{right}’", "中文里的直引号，应为「{right}」"),
        },
    ),
    "PU009": (
        "bracket-width",
        {
            "full": ("half-width brackets here, use “（）”", "这里的半角括号应为“（）”"),
            "half": ("full-width brackets here, use “()”", "这里的全角括号应为“()”"),
        },
    ),
    "PU010": (
        "latin-punctuation-spacing",
        {
            "default": ("no space after “{mark}” between English words", "英文单词之间的“{mark}”后面没有空格"),
        },
    ),
    "SP001": (
        "han-latin-spacing",
        {
            "default": ("no space between “{left}” and “{right}”", "“{left}”与“{right}”之间缺少空格"),
            "unwanted": ("a space between “{left}” and “{right}”", "“{left}”与“{right}”之间不该有空格"),
            "without": ("this document sets no space between Han and Latin ({missing} of {all} places); only the exceptions are reported", "这份文档在汉字与拉丁字母之间不加空格（{all} 处中有 {missing} 处），只报告例外"),
            "code": ("this document sets no space beside code spans ({missing} of {all} places); only the exceptions are reported", "这份文档在行内代码旁不加空格（{all} 处中有 {missing} 处），只报告例外"),
        },
    ),
    "SP002": (
        "han-number-spacing",
        {
            "default": ("no space between “{left}” and “{right}”", "“{left}”与“{right}”之间缺少空格"),
            "unwanted": ("a space between “{left}” and “{right}”", "“{left}”与“{right}”之间不该有空格"),
        },
    ),
    "SP003": (
        "fullwidth-punctuation-spacing",
        {
            "before": ("a space before “{mark}”", "“{mark}”前面有多余的空格"),
            "after": ("a space after “{mark}”", "“{mark}”后面有多余的空格"),
        },
    ),
    "SP004": (
        "han-han-spacing",
        {
            "default": ("a space between two Han characters", "汉字之间有多余的空格"),
        },
    ),
    "SP005": (
        "repeated-spaces",
        {
            "default": ("{count} spaces in a row", "连续 {count} 个空格"),
        },
    ),
    "SP006": (
        "bracket-spacing",
        {
            "default": ("a space just inside {mark}", "{mark} 内侧有多余的空格"),
            "missing": ("no space outside {mark}", "{mark} 外侧缺少空格"),
            "unwanted": ("a space outside {mark}", "{mark} 外侧有多余的空格"),
        },
    ),
    "SP007": (
        "number-unit-spacing",
        {
            "default": ("no space between “{number}” and “{unit}”", "“{number}”与“{unit}”之间缺少空格"),
            "unwanted": ("a space between “{number}” and “{unit}”", "“{number}”与“{unit}”之间不该有空格"),
            "sign": ("a space before “{unit}”", "“{unit}”前面不该有空格"),
        },
    ),
    "ZH001": (
        "confused-word",
        {
            "default": ("`{wrong}` should be `{right}`", "`{wrong}` 应为 `{right}`"),
            "several": ("`{wrong}` should be one of {right}", "`{wrong}` 应为 {right} 之一"),
        },
    ),
    "ZH002": (
        "unlikely-character",
        {
            "default": ("`{wrong}` is unlikely here; did you mean `{right}`? (`{written}` → `{meant}`)", "这里的 `{wrong}` 不太可能，是不是想写 `{right}`？（`{written}` → `{meant}`）"),
            "pinyin": ("`{wrong}` looks like pinyin left in the text; did you mean `{right}`? (`{written}` → `{meant}`)", "`{wrong}` 像是没有转成汉字的拼音，是不是想写 `{right}`？（`{written}` → `{meant}`）"),
        },
    ),
    "ZH003": (
        "repeated-character",
        {
            "default": ("`{text}` stands twice", "`{text}` 重复了"),
        },
    ),
    "ZH004": (
        "de-particle",
        {
            "得": ("`{wrong}` should be `{right}`: what follows tells how it is done", "`{wrong}` 应为 `{right}`：后面是补语"),
            "使得": ("`{wrong}` should be `{right}`: it is one word", "`{wrong}` 应为 `{right}`：这是一个词"),
            "的": ("`{wrong}` should be `{right}`: no complement follows", "`{wrong}` 应为 `{right}`：后面不是补语"),
            "地": ("`{wrong}` should be `{right}`: a verb follows", "`{wrong}` 应为 `{right}`：后面是动词"),
            "unlikely": ("`{wrong}` is unlikely here; did you mean `{right}`? (`{written}` → `{meant}`)", "这里的 `{wrong}` 不太可能，是不是想写 `{right}`？（`{written}` → `{meant}`）"),
        },
    ),
    "ZH005": (
        "inconsistent-term",
        {
            "default": ("`{rare}` ({rare_count}, {places}), elsewhere in the project `{usual}` ({usual_count})", "`{rare}`（{rare_count} 次，{places}），项目中多写作 `{usual}`（{usual_count} 次）"),
            "configured": ("`{wrong}` is written `{right}` in this project", "本项目规定 `{wrong}` 写作 `{right}`"),
        },
    ),
    "ZL001": (
        "unused-suppression",
        {
            "default": ("this comment silences nothing; remove it", "这条注释没有关闭任何问题，可以删去"),
            "code": ("`{code}` in this comment silences nothing; remove it", "这条注释中的 `{code}` 没有关闭任何问题，可以删去"),
            "enable": ("this comment ends nothing: no `zhenlint-disable` before it is open; remove it", "这条注释前面没有尚未结束的 `zhenlint-disable`，可以删去"),
        },
    ),
    "ZL002": (
        "unknown-code",
        {
            "default": ("no rule has the code `{text}`", "没有代码为 `{text}` 的规则"),
            "command": ("`{text}` is no command; there are {known}", "没有 `{text}` 这个命令；可用的有 {known}"),
            "key": ("unknown key `{text}`; known are {known}", "未知的键 `{text}`；可用的有 {known}"),
            "list": ("`{text}` must be a list of words; put numbers, dates, `yes` and `no` into quotation marks", "`{text}` 应为词语的列表；数字、日期、`yes` 和 `no` 请加引号"),
            "value": ("the value of `{text}` must be one of {known}", "`{text}` 的值应为以下之一：{known}"),
            "near": ("no rule has the code `{text}`; did you mean `{near}`?", "没有代码为 `{text}` 的规则；您是不是想写 `{near}`？"),
            "near-command": ("`{text}` is no command; did you mean `{near}`?", "没有 `{text}` 这个命令；您是不是想写 `{near}`？"),
            "near-key": ("unknown key `{text}`; did you mean `{near}`?", "未知的键 `{text}`；您是不是想写 `{near}`？"),
        },
    ),
}
