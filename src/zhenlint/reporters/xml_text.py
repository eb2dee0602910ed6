"""Text in XML 1.0, whatever it holds."""

from __future__ import annotations

import re

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.terminal import UNSAFE, escaped

_NO_XML = lazy_pattern("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What is no character of XML 1.0 (fifth edition, section 2.2), not even as a reference."""

_MARKUP = lazy_pattern('[&<>"\r\n\t]')


def attributes(**values: str) -> str:
    """Attributes, each with a blank before it."""
    return "".join(f' {name}="{_written(value)}"' for name, value in values.items())


def content(text: str) -> str:
    """Text between tags; its line ends stand as they are."""
    return _written(text).replace("&#10;", "\n")


def _written(text: str) -> str:
    """Text with references for markup and for what could drive a terminal.

    Characters that XML does not have are shown as ``\\x1b``.
    """
    possible = _NO_XML.sub(lambda match: escaped(match[0]), text)
    return UNSAFE.sub(_reference, _MARKUP.sub(_reference, possible))


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"
