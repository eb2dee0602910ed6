"""Documents made to be slow or deep; each function takes a size."""

from __future__ import annotations

from collections.abc import Callable

HOSTILE: dict[str, Callable[[int], str]] = {
    "opening brackets": lambda n: "[" * n,
    "opening images": lambda n: "![" * n,
    "brackets and parentheses": lambda n: "[a](<b" * n,
    "unclosed destinations": lambda n: "[a](b" * n,
    "asterisks": lambda n: "*" * n,
    "spaced asterisks": lambda n: "*a " * n,
    "underscores": lambda n: "a_" * n,
    "nested quotes": lambda n: "> " * (n // 2) + "a",
    "deeper and deeper quotes": lambda n: "\n".join(">" * (line % 200) + "a" for line in range(n // 10)),
    "deeper and deeper lists": lambda n: "\n".join(" " * (line % 300) + "- a" for line in range(n // 10)),
    "one long line": lambda n: "中文abc，" * (n * 10),
    "table rows": lambda n: "|甲|乙|\n|-|-|\n" + "|一段文字|一段 English 文字|\n" * n,
    "table rows of one character a cell": lambda n: "|甲|乙|\n|-|-|\n" + "|中|x|\n" * n,
    "a wide table": lambda n: "|" + "a|" * n + "\n|" + "-|" * n + "\n",
    "backticks of many lengths": lambda n: " ".join("`" * (size % 300 + 1) for size in range(n // 20)),
    "unclosed formulas": lambda n: "$a " * n,
    "unclosed formula blocks": lambda n: "$$a\n\n" * n,
    "unclosed bracket formulas": lambda n: "\\(" * n + "\\[\n\n" * n,
    "unclosed environments": lambda n: "\\begin{align}\n\n" * n,
    "unclosed comments": lambda n: "%%%a " * n + "%%a\n\n" * n,
    "unclosed templates": lambda n: "{{" * n + "{#a " * n + "{% raw %}\n\n" * n,
    "unclosed attributes": lambda n: "{a=b " * n,
    "unclosed highlights": lambda n: "==a " * n,
    "unclosed wikilinks": lambda n: "[[a|" * n,
    "unclosed containers": lambda n: ":::{code}\n\n" * n,
    "unclosed footnotes": lambda n: "[^a" * n + "^[" * n,
    "unclosed fences": lambda n: "```\n\n" * n + "~~~",
    "unclosed tags": lambda n: "<" * n + "<a " * n + "<!-- " * n,
    "an HTML block of open quotes": lambda n: "<div>\n" + '<p a="' * n,
    "definitions": lambda n: "".join(f"[a{number}]: /u\n" for number in range(n)),
    "bare URLs": lambda n: "http://a.b/c " * n,
    "a URL of parentheses": lambda n: "http://a.b/" + "(" * n,
    "half e-mail addresses": lambda n: "a." * n + "@",
    "hashes": lambda n: "#" * n + " " + "#a/" * n,
    "unclosed front matter": lambda n: "---\n" + "a: b\n" * n,
    "everything unclosed": lambda n: (
        "一段文字 [链接 ![图 **粗 `码 $式 {{模板 ==高亮 [[维基 %%注 ^[脚注 <b 标签 \\(式 {#号\n" * (n // 10)
    ),
    "unclosed expressions": lambda n: "{a " * n + "<a b={" * n,
}
