"""The marks that stand in :attr:`Document.prose` for what is not prose.

They are noncharacters, which Unicode keeps for a program's own use (Unicode 16, section 23.7).
One mark stands for one code point of the source, so the prose is as long as the text.
"""

from __future__ import annotations

from typing import Final

from zhenlint.lazy_pattern import lazy_pattern

OPEN: Final = "\ufdd0"
"""Markup that vanishes when rendered and belongs to what follows: ``**``, ``[``, ``<b>``, ``\\``."""

CLOSE: Final = "\ufdd1"
"""Markup that vanishes when rendered and belongs to what stands before: ``**``, ``](url)``, ``</b>``."""

ATOM: Final = "\ufdd2"
"""Something rendered that is not prose: a code span, a formula, an image, a URL, an entity."""

BLOCK: Final = "\ufdd3"
"""Outside any prose: container prefixes, fences, code blocks, front matter, HTML blocks."""

MARKUP: Final = OPEN + CLOSE
"""Both marks of vanishing markup, for use inside a character class."""

ALL: Final = MARKUP + ATOM + BLOCK

ANY_MARK: Final = lazy_pattern(f"[{ALL}]")
