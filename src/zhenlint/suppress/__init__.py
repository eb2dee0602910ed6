"""Silencing: what comments and front matter of a document ask not to hear of.

``<!-- zhenlint-disable CODES -->`` … ``<!-- zhenlint-enable CODES -->`` silence what stands between them,
``disable-next-line`` the next line that is not blank, ``disable-line`` the comment's own, ``disable-file``
everything.  In MDX the same words stand in ``{/* … */}``.  Codes may be prefixes; none means all.  Front
matter says ``zhenlint: false`` or ``zhenlint: {ignore: [CODES], words: [WORD]}``.

What the tool says about itself (``ZL``) is only silenced by a code that says so, else a comment that
silences nothing would silence that as well.  It all stays out of the way of documents that do not hold the
word ``zhenlint``.
"""

from zhenlint.suppress.directive import Directive, Fault, Selector, Silencing
from zhenlint.suppress.reading import read
from zhenlint.suppress.sweep import Silenced, Stale, silence, stale

__all__ = ["Directive", "Fault", "Selector", "Silenced", "Silencing", "Stale", "read", "silence", "stale"]
