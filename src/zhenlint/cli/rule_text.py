"""Rules in words: the table of all, the page of one, and both as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, get_args, get_type_hints

from zhenlint.cli.markdown_view import render
from zhenlint.cli.output import StreamOutput
from zhenlint.cli.table import table
from zhenlint.language import Language
from zhenlint.messages import phrase
from zhenlint.problem import rule_url
from zhenlint.rule_page import default_phrase, fix_phrase, page, title
from zhenlint.rules import Rule, all_rules, option_defaults
from zhenlint.terminal import ColourChoice, Paint, columns

_MOST_CELLS = 100
_COLUMNS = ("code", "name", "severity", "default", "fix", "title")


def all_in_a_table(language: Language, paint: Paint) -> str:
    """Every rule on a line."""
    headings = [phrase(f"column-{name}").words(language) for name in _COLUMNS]
    rows = [
        (
            paint(rule.severity.value, rule.code),
            rule.name,
            phrase(f"severity-{rule.severity.value}").words(language),
            default_phrase(rule).words(language),
            fix_phrase(rule.fix).words(language),
            title(rule, language),
        )
        for rule in all_rules().values()
    ]
    return table(headings, rows, paint)


def one_page(rule: Rule, language: Language, output: StreamOutput, colour: ColourChoice) -> str:
    """A rule's page: set for reading on a terminal, as Markdown elsewhere."""
    text = page(rule, language)
    if not output.terminal and colour != "always":
        return text
    return render(text, min(columns(), _MOST_CELLS), output.paint(colour))


def as_json(rules: Sequence[Rule] | None, language: Language) -> str:
    """One rule as an object; all of them, where none is named, as an array."""
    if rules:
        value: Any = _plain(rules[0], language)
    else:
        value = [_plain(rule, language) for rule in all_rules().values()]
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _plain(rule: Rule, language: Language) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "title": title(rule, language),
        "severity": rule.severity.value,
        "default": rule.default,
        "fix": rule.fix and rule.fix.value,
        "options": [
            {"key": key, "default": _plain_value(default), "choices": _choices(kind)}
            for key, kind, default in _options(rule)
        ],
        "documentation": page(rule, language),
        "url": rule_url(rule.code),
    }


def _options(rule: Rule) -> list[tuple[str, Any, Any]]:
    """The options of a rule: key as written in a configuration, annotation, default."""
    hints = get_type_hints(rule.options)
    defaults = option_defaults(rule.options)
    return [(key, hints[key.replace("-", "_")], default) for key, default in defaults.items()]


def _choices(kind: Any) -> list[str] | None:
    """The values of an option that has a fixed few."""
    choices = [item for item in get_args(kind) if isinstance(item, str)]
    return choices or None


def _plain_value(value: Any) -> Any:
    return sorted(value) if isinstance(value, (tuple, frozenset)) else value
