"""The key ``zhenlint`` of a document's front matter, in YAML, TOML or JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.suppress.directive import Fault, Selector, Silencing

KEYS: Final = ("ignore", "words")
_NAME: Final = "zhenlint"
_YAML_ENTRY = lazy_pattern(r"^zhenlint[ \t]*:.*(?:\n(?:[ \t]+.*|[}\]].*)?)*", 8)  # re.MULTILINE
_KEY = lazy_pattern(r'^\[?(zhenlint)[ \t]*[:=.\]]|"(zhenlint)"\s*:', 8)  # re.MULTILINE
"""The key as it is written in YAML and TOML, and in JSON; titles may hold the word, too."""

_SEPARATOR = lazy_pattern(r"[\s,，、]+")
_FORMS: Final = ("false", "{ignore: [CODES], words: [WORDS]}")


def read_front_matter(text: str, end: int) -> Silencing:
    """What front matter ``text[:end]`` says; nothing if it has no such key or is not well-formed."""
    if text.find(_NAME, 0, end) < 0:
        return Silencing()
    try:
        value = _value(text[:end].replace("\r\n", "\n").replace("\r", "\n"))
    except (ValueError, RecursionError):  # MD006 tells of it
        return Silencing()
    if value is None or value is True:
        return Silencing()
    if value is False:
        return Silencing(off=True)
    key = _KEY.search(text, 0, end)
    at = key.start(key.lastindex or 0) if key else text.find(_NAME)
    if not isinstance(value, dict):
        return Silencing(faults=(_fault("value", _NAME, text, at, end, _FORMS),))
    return _from_table(value, text, at, end)


def _value(front_matter: str) -> Any:
    """The value of the key.

    Raises:
        ValueError: the front matter, or in YAML this entry of it, is not well-formed.
        RecursionError: it is nested too deeply.
    """
    if front_matter.startswith("+++"):
        import tomllib

        return tomllib.loads(front_matter.strip().strip("+")).get(_NAME)
    if front_matter.startswith("{"):
        import json

        return json.loads(front_matter).get(_NAME)
    entry = _YAML_ENTRY.search(front_matter)
    if entry is None:
        return None
    import yaml

    try:
        return yaml.safe_load(entry[0].removesuffix("---").removesuffix("..."))[_NAME]
    except yaml.YAMLError as error:
        raise ValueError from error


def _from_table(table: dict[Any, Any], text: str, at: int, end: int) -> Silencing:
    said = Silencing()
    faults = []
    for key, value in table.items():
        items = value if isinstance(value, list) else [value]
        if key not in KEYS:
            faults.append(_fault("key", str(key), text, at, end, KEYS))
        elif not all(isinstance(item, str) for item in items):
            faults.append(_fault("list", str(key), text, at, end, ()))
        elif key == "words":
            said = said._replace(words=tuple(item.lower() for item in items))
        else:
            said = said._replace(ignored=tuple(_selectors(items, text, at, end)))
    return said._replace(faults=tuple(faults))


def _selectors(items: list[str], text: str, at: int, end: int) -> Iterator[Selector]:
    for item in items:
        for word in filter(None, _SEPARATOR.split(item)):
            yield Selector(word, *_place(word, text, at, end))


def _fault(kind: str, word: str, text: str, at: int, end: int, known: tuple[str, ...]) -> Fault:
    return Fault(kind, word, *_place(word, text, at, end), known)


def _place(word: str, text: str, at: int, end: int) -> tuple[int, int]:
    """Where a word stands behind the key, which itself stands at ``at``."""
    start = text.find(word, at, end)
    return (start, start + len(word)) if start >= 0 else (at, at + len(_NAME))
