"""JSON on one line that may be shown on a terminal as it is."""

from __future__ import annotations

import json
from typing import Any

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.terminal import UNSAFE, escaped

_SURROGATE = lazy_pattern("[\ud800-\udfff]")


def to_json(value: Any) -> str:
    """A value as JSON: readable Han, but ``\\u`` escapes for whatever could drive a terminal."""
    return _harmless(json.dumps(value, ensure_ascii=False))


def to_strict_json(value: Any) -> str:
    """The same for parsers that accept nothing but Unicode text.

    What is not text, such as a byte of a path that no encoding explains, becomes the words ``\\xff``.
    """
    text = json.dumps(value, ensure_ascii=False)
    return _harmless(_SURROGATE.sub(lambda match: "\\" + escaped(match[0]), text))


def _harmless(text: str) -> str:
    return UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
