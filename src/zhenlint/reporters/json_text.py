"""JSON on one line that may be shown on a terminal as it is."""

from __future__ import annotations

import json
from typing import Any

from zhenlint.terminal import UNSAFE


def to_json(value: Any) -> str:
    """A value as JSON: readable Han, but ``\\u`` escapes for whatever could drive a terminal."""
    text = json.dumps(value, ensure_ascii=False)
    return UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
