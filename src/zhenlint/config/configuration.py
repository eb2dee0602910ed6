"""One resolved configuration: what holds for a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhenlint.config.selectors import Selection, codes_of
from zhenlint.language import Language
from zhenlint.named_tuple import NamedTuple
from zhenlint.settings import Settings

if TYPE_CHECKING:
    from zhenlint.config.layers import Layer
    from zhenlint.patterns import Patterns


class Configuration(NamedTuple):
    """What holds for the files below one configuration file, or for all files without one.

    ``layers`` are the files it is made of, what is extended first.  ``baseline`` is an absolute path.
    """

    settings: Settings
    layers: tuple[Layer, ...] = ()
    exclude: tuple[Patterns, ...] = ()
    respect_gitignore: bool = True
    lang: Language | None = None
    per_file_ignores: tuple[tuple[Patterns, tuple[str, ...]], ...] = ()
    baseline: str | None = None

    def settings_of(self, path: str) -> Settings:
        """The settings of one file, an absolute path: its per-file ignores are added."""
        ignored = [
            selector
            for patterns, selectors in self.per_file_ignores
            if patterns.covers(path)
            for selector in selectors
        ]
        if not ignored:
            return self.settings
        return self.settings._replace(ignore=self.settings.ignore + codes_of(ignored))


def chosen(files: Selection, command_line: Selection) -> Settings:
    """Settings of nothing but a choice of rules: that of the files with that of the command line on top."""
    selection = files.under(command_line)
    configured = None if selection == files else (files.select, files.extend_select, files.ignore)
    return Settings(*selection, configured=configured)
