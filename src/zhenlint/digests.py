"""BLAKE2b, by which contents are told apart, from where :mod:`hashlib` has it.

That would import OpenSSL, too: 3 ms, of 130 before a run has started its processes.
"""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:  # CPython's own, which need not be there
    from hashlib import blake2b

__all__ = ["blake2b"]
