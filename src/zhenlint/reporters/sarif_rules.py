"""The tool and its rules as SARIF describes them."""

from __future__ import annotations

from typing import Any

from zhenlint import __version__
from zhenlint.diagnostic import Severity
from zhenlint.language import Language
from zhenlint.problem import HOME_URL, rule_url
from zhenlint.rule_page import page, title
from zhenlint.rules import Rule, all_rules

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def driver(language: Language) -> dict[str, Any]:
    """zhenlint itself with all its rules, in order of codes; its texts are in a language, help is in both."""
    return {
        "name": "zhenlint",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": HOME_URL,
        "rules": [_descriptor(rule, language) for rule in all_rules().values()],
    }


def _descriptor(rule: Rule, language: Language) -> dict[str, Any]:
    url = rule_url(rule.code)
    other: Language = "en" if language == "zh" else "zh"
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": title(rule, language)},
        "fullDescription": {"text": _what_it_finds(rule, language)},
        "help": {
            "text": f"{title(rule, language)}: {url}",
            "markdown": f"{page(rule, language)}\n---\n\n{page(rule, other)}",
        },
        "helpUri": url,
        "defaultConfiguration": {"enabled": rule.default, "level": LEVELS[rule.severity]},
        "properties": {"tags": [_family(rule)]},
    }


def _what_it_finds(rule: Rule, language: Language) -> str:
    """The first section of a rule's page, without its heading."""
    section = rule.documentation(language).split("\n## ", 2)[1]
    return section.partition("\n")[2].strip()


def _family(rule: Rule) -> str:
    """The name of the package that a rule lies in, such as ``spacing``."""
    return rule.module.split(".")[2]
