"""One resolved configuration: the layers of a file and what it extends, with the command line on top."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from zhenlint.config.dictionaries import read_words
from zhenlint.config.keys import Code, Keys
from zhenlint.config.selectors import Selection, codes_of
from zhenlint.config.toml_file import TomlFile
from zhenlint.language import Language
from zhenlint.named_tuple import NamedTuple
from zhenlint.patterns import Patterns, parse
from zhenlint.settings import Pycorrector, Settings

_Value = TypeVar("_Value")


class Layer(NamedTuple):
    """One configuration file: where it lies and what it says."""

    file: TomlFile
    keys: Keys

    @property
    def folder(self) -> str:
        """The folder that the file's patterns and paths are relative to."""
        return os.path.dirname(self.file.path)


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


def resolve(
    layers: Sequence[Layer], command_line: Selection, words: frozenset[str] = frozenset()
) -> Configuration:
    """Layers, the first at the bottom, as one configuration; ``words`` are accepted in any case.

    A later layer's single values replace, its tables and lists add; a later ``select`` starts the
    choice of rules afresh.

    Raises:
        ZhenlintError: a dictionary cannot be read, or the engine that is asked for is not there.
    """
    files = Selection()
    respect, lang, baseline = True, None, None
    for layer in layers:
        keys = layer.keys
        files = files.under(Selection(keys.select, keys.extend_select, keys.ignore))
        respect = respect if keys.respect_gitignore is None else keys.respect_gitignore
        lang = keys.lang or lang
        if keys.baseline is not None:
            baseline = os.path.normpath(os.path.join(layer.folder, os.path.expanduser(keys.baseline)))
    selection = files.under(command_line)
    settings = Settings(
        *selection,
        words=words.union(*(read_words(layer.file, layer.keys.dictionaries) for layer in layers)),
        terms=_merged(layer.keys.terms for layer in layers),
        rule_options=_rule_options(layers),
        severity=_merged(layer.keys.severity for layer in layers),
        engine=_engine(layers),
        configured=None if selection == files else (files.select, files.extend_select, files.ignore),
    )
    return Configuration(
        settings,
        tuple(layers),
        tuple(patterns for layer in layers for patterns in _patterns(layer, layer.keys.exclude)),
        respect,
        lang,
        tuple(_per_file_ignores(layers)),
        baseline,
    )


def _engine(layers: Sequence[Layer]) -> Pycorrector | None:
    """The engine for Chinese; what tells of its packages is only imported where a file speaks of it."""
    if all(layer.keys.engines.chinese is None for layer in layers):
        return None
    from zhenlint.config.engines import chinese_engine

    return chinese_engine(layers)


def _merged(tables: Iterable[Mapping[Any, _Value]]) -> dict[str, _Value]:
    """Tables as one, later entries over earlier ones."""
    return {key: value for table in tables for key, value in table.items()}


def _rule_options(layers: Sequence[Layer]) -> dict[str, Mapping[str, Any]]:
    """The options of every rule, each option from the last layer that gives it."""
    codes = _merged(layer.keys.rules for layer in layers)
    return {code: _merged(layer.keys.rules.get(Code(code), {}) for layer in layers) for code in codes}


def _per_file_ignores(layers: Sequence[Layer]) -> Iterator[tuple[Patterns, tuple[str, ...]]]:
    for layer in layers:
        for pattern, selectors in layer.keys.per_file_ignores.items():
            yield from ((patterns, selectors) for patterns in _patterns(layer, (pattern,)))


def _patterns(layer: Layer, lines: Sequence[str]) -> Iterator[Patterns]:
    compiled, _ = parse(layer.folder, lines)
    if compiled:
        yield compiled
