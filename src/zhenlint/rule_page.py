"""A rule's whole page in Markdown: its documentation and what follows from its definition."""

from __future__ import annotations

from collections.abc import Iterator

from zhenlint.diagnostic import Applicability
from zhenlint.language import Language
from zhenlint.messages import Phrase, phrase
from zhenlint.rules import Rule
from zhenlint.settings import ONLINE_RULE

_DEEDS = {None: "rule-no-fix", Applicability.SAFE: "rule-safe", Applicability.UNSAFE: "rule-unsafe"}


def title(rule: Rule, language: Language) -> str:
    """What a rule is about, in a few words: its page's heading."""
    return rule.documentation(language).split("\n", 1)[0].removeprefix("# ").strip()


def fix_phrase(fix: Applicability | None) -> Phrase:
    """Whether a rule's fixes are safe, for a person."""
    return phrase(_DEEDS[fix])


def default_phrase(rule: Rule) -> Phrase:
    """Whether a rule is on unless configured."""
    return phrase("rule-on" if rule.default else "rule-off")


def page(rule: Rule, language: Language) -> str:
    """Heading, facts, documentation, and how to switch the rule on or off."""
    facts = phrase(
        "page-facts",
        name=rule.name,
        severity=phrase(f"severity-{rule.severity.value}"),
        default=default_phrase(rule),
        fix=fix_phrase(rule.fix),
    )
    body = rule.documentation(language).partition("\n")[2].strip()
    heading = f"# {rule.code} {title(rule, language)}"
    return "\n\n".join((heading, facts.words(language), body, *_switches(rule, language))) + "\n"


def _switches(rule: Rule, language: Language) -> Iterator[str]:
    """How to turn the rule on, and how to keep it quiet unless the page tells of it itself."""
    if not rule.default:
        way = "page-turn-on-online" if rule.code == ONLINE_RULE else "page-turn-on"
        yield phrase(way, code=rule.code).words(language)
    heading = "## " + phrase("page-silence").words(language)
    if heading not in rule.documentation(language):
        ways = ("page-silence-line", "page-silence-run", "page-silence-project", "page-silence-files")
        yield heading
        yield "\n".join(f"- {phrase(way, code=rule.code).words(language)}" for way in ways)
