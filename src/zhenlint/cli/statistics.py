"""How many problems each rule finds, as a table, and what was passed over."""

from __future__ import annotations

from zhenlint.cli.table import table
from zhenlint.language import Language
from zhenlint.messages import counted, phrase
from zhenlint.reporters.summary import Totals
from zhenlint.rule_page import fix_phrase
from zhenlint.rules import all_rules
from zhenlint.terminal import Paint


def statistics(totals: Totals, language: Language, paint: Paint) -> str:
    """The rules that found something, the most frequent first, and how many lines no ZH rule looked at."""
    rules = all_rules()
    rows = [
        (
            str(count),
            paint(rules[code].severity.value, code),
            rules[code].name,
            fix_phrase(rules[code].fix).words(language),
        )
        for code, count in sorted(totals.by_code.items(), key=lambda item: (-item[1], item[0]))
    ]
    headings = [f"column-{name}" for name in ("count", "code", "name", "fix")]
    found = table([phrase(key).words(language) for key in headings], rows, paint) if rows else ""
    if not totals.foreign:
        return found
    passed = phrase("lines-passed-over", lines=counted("line", totals.foreign)).words(language)
    return f"{found}{passed}\n"
