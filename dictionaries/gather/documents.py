"""The documents in a Debian package, as text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

from dictionaries.gather.archives import files

_DOCUMENT = re.compile(r"\.(?:html|xhtml|txt|rst|md|pod)$")
_NO_PROSE = re.compile(r"genindex|/search|py-modindex|/implementors/|/src/|/_sources/|/manual/(?!en/)")
"""Indexes, source code, the text of pages that stand there as HTML as well, Apache's other languages."""

_LONGEST = 3_000_000
_CODE = re.compile(r"<(script|style|pre|code|tt|kbd|samp)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_BLOCK = re.compile(r"</?(?:p|li|td|th|tr|h\d|div|dt|dd|br|section|table|ul)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")


def documents(package: Path) -> Iterator[str]:
    """The text of each document of a package; a line that stands in many of them comes once."""
    seen: set[str] = set()
    for name, content in files(package, _is_document):
        text = content[:_LONGEST].decode("utf-8", "replace")
        if name.endswith("html"):
            text = plain(text)
        lines = dict.fromkeys(map(str.strip, text.splitlines()))
        yield "\n".join(line for line in lines if line not in seen)
        seen.update(lines)


def _is_document(name: str) -> bool:
    return bool(_DOCUMENT.search(name)) and not _NO_PROSE.search(name)


def plain(text: str) -> str:
    """The prose of an HTML page, a block a line; code is left out."""
    joined = _CODE.sub(" ", text).replace("\n", " ")
    return html.unescape(_TAG.sub(" ", _BLOCK.sub("\n", joined)))
