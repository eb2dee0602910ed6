"""Writes the rule pages in ``docs/rules`` from the rules' own docstrings, ``docs/peers.md``, the JSON
schema of configuration files, here and in the package, and the index of the rules in the package.

``python docs/build.py`` writes them, ``python docs/build.py --check`` only says whether they are up
to date (exit code 1 if not).
"""

from __future__ import annotations

import sys
from pathlib import Path

DOCS = Path(__file__).parent
sys.path.insert(0, str(DOCS.parent))

from docs.peers import SUFFIX, peers_page  # noqa: E402  # found on the path set above
from docs.rule_index import INDEX, RULE_WORDS, index_text, words_text  # noqa: E402
from zhenlint import config  # noqa: E402
from zhenlint.config.schema import schema_text  # noqa: E402
from zhenlint.language import Language  # noqa: E402
from zhenlint.rules import Rule, all_rules  # noqa: E402

PAGES = DOCS / "rules"
WORDS: dict[Language, dict[str, str]] = {
    "en": {
        "title": "# Rules",
        "header": "| code | name | default | fix | what it finds |",
        "default": "default: ",
        "fix": "fix: ",
        "True": "on",
        "False": "off",
        "safe": "safe",
        "unsafe": "unsafe",
        "None": "none",
    },
    "zh": {
        "title": "# 规则",
        "header": "| 代码 | 名称 | 默认 | 修复 | 它找什么 |",
        "default": "默认：",
        "fix": "修复：",
        "True": "开",
        "False": "关",
        "safe": "安全",
        "unsafe": "不安全",
        "None": "无",
    },
}


def page(rule: Rule, language: Language) -> str:
    """One rule's page: its title with code and name, then its documentation."""
    title, _, body = rule.documentation(language).partition("\n")
    words = WORDS[language]
    facts = [
        f"`{rule.name}`",
        rule.severity.value,
        f"{words['default']}{words[str(rule.default)]}",
        f"{words['fix']}{words[str(rule.fix)]}",
    ]
    return f"# {rule.code} {title.removeprefix('# ')}\n\n{' · '.join(facts)}\n{body}\n"


def index(language: Language) -> str:
    """The table of all rules."""
    words = WORDS[language]
    rows = [
        f"| [{rule.code}]({rule.code}{SUFFIX[language]}) | {rule.name} | {words[str(rule.default)]} | "
        f"{words[str(rule.fix)]} | {rule.documentation(language).splitlines()[0].removeprefix('# ')} |"
        for rule in all_rules().values()
    ]
    return "\n".join([words["title"], "", words["header"], "| --- | --- | --- | --- | --- |", *rows]) + "\n"


def pages() -> dict[Path, str]:
    """Every file and its content."""
    found = {INDEX: index_text(), RULE_WORDS: words_text()}
    found.update({PAGES / f"README{suffix}": index(language) for language, suffix in SUFFIX.items()})
    for rule in all_rules().values():
        for language, suffix in SUFFIX.items():
            found[PAGES / f"{rule.code}{suffix}"] = page(rule, language)
    for language, suffix in SUFFIX.items():
        found[DOCS / f"peers{suffix}"] = peers_page(language)
    for folder in (DOCS, Path(config.__file__).parent):
        found[folder / "zhenlint.schema.json"] = schema_text()
    return found


def main() -> int:
    """Write the pages or check them; the exit code."""
    wanted = pages()
    stale = [
        path for path, content in wanted.items() if not path.exists() or path.read_text("utf-8") != content
    ]
    stale += [path for path in PAGES.glob("*.md") if path not in wanted]
    if "--check" in sys.argv[1:]:
        for path in stale:
            print(f"{path.name} is not up to date: run python docs/build.py")
        return int(bool(stale))
    PAGES.mkdir(exist_ok=True)
    for path in stale:
        if path in wanted:
            path.write_text(wanted[path], "utf-8", newline="\n")
        else:
            path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
