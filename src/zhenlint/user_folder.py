"""Where a person's own files lie: what applies everywhere, and what may be lost."""

from __future__ import annotations

import os
import sys
from typing import Final, Literal

Kind = Literal["cache", "config"]

_XDG: Final = {"cache": ("XDG_CACHE_HOME", "~/.cache"), "config": ("XDG_CONFIG_HOME", "~/.config")}


def user_folder(kind: Kind) -> str:
    """zhenlint's folder for a kind of files; nothing is made.

    On Linux it is told as the XDG Base Directory Specification says, which spares every start the 5 to 15 ms
    of importing platformdirs; elsewhere platformdirs knows.
    """
    if sys.platform == "linux" and "ANDROID_DATA" not in os.environ:
        variable, usual = _XDG[kind]
        return os.path.join(os.environ.get(variable, "").strip() or os.path.expanduser(usual), "zhenlint")
    import platformdirs

    folder = platformdirs.user_cache_dir if kind == "cache" else platformdirs.user_config_dir
    return folder("zhenlint", appauthor=False)
