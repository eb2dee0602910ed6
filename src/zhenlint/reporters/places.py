"""Paths as a code host knows them: relative to the checkout, not to the current folder."""

from __future__ import annotations

import os

from zhenlint.named_tuple import NamedTuple

_CHECKOUTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""Variables in which GitHub Actions and GitLab CI name the folder of the checkout."""


class Checkout(NamedTuple):
    """A folder, and the current one relative to it (empty, or with ``/`` at the end)."""

    root: str
    below: str = ""

    def path(self, shown: str) -> str:
        """A path as people are told it, made relative to the checkout if it lies inside."""
        if not os.path.isabs(shown):
            return self.below + shown
        return _below(shown, self.root) or shown


def checkout() -> Checkout:
    """The checkout of the job that runs this, if the current folder lies in it, else the current folder."""
    here = os.getcwd()
    for name in _CHECKOUTS:
        root = os.environ.get(name)
        if not root:
            continue
        if below := _below(here, os.path.realpath(root)):
            return Checkout(os.path.realpath(root), below + "/")
    return Checkout(here)


def _below(path: str, folder: str) -> str:
    """A path relative to a folder that holds it, with ``/``; empty if it lies elsewhere."""
    start = os.path.join(folder, "")
    return path[len(start) :].replace(os.sep, "/") if path.startswith(start) else ""
