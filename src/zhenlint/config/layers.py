"""Configuration files as layers: what a file and those that it extends say, and what they come to."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from zhenlint.config.configuration import Configuration, chosen
from zhenlint.config.dictionaries import read_words
from zhenlint.config.finder import PYPROJECT, file_in
from zhenlint.config.keys import Code, Keys
from zhenlint.config.selectors import Selection
from zhenlint.config.toml_file import TomlFile, read_toml
from zhenlint.config.values import expect, read_table
from zhenlint.files import shown_path
from zhenlint.messages import ZhenlintError
from zhenlint.named_tuple import NamedTuple
from zhenlint.patterns import Patterns, parse
from zhenlint.settings import Engine

_Value = TypeVar("_Value")

_TABLE = ("tool", "zhenlint")


class Layer(NamedTuple):
    """One configuration file: where it lies and what it says."""

    file: TomlFile
    keys: Keys

    @property
    def folder(self) -> str:
        """The folder that the file's patterns and paths are relative to."""
        return os.path.dirname(self.file.path)


def nearest_layer(folder: str, file: str | None = None) -> Layer | None:
    """The configuration file that holds for an absolute folder, without what it extends; or a given one.

    Raises:
        ZhenlintError: the file is wrong.
    """
    path = os.path.abspath(file) if file is not None else file_in(folder)
    if path is not None:
        return load_layers(path)[-1]
    parent = os.path.dirname(folder)
    return nearest_layer(parent) if parent != folder else None


def load_layers(path: str, below: tuple[TomlFile, ...] = ()) -> tuple[Layer, ...]:
    """A configuration file and what it extends, the latter first.

    Raises:
        ZhenlintError: a file is missing, wrong, or extends itself by a detour.
    """
    whole = read_toml(path, shown_path(path))
    file = own_table(whole)
    if file is None:
        raise ZhenlintError("config-extend-table", place=whole.place())
    keys = read_table(Keys, file.table, file)
    layer = Layer(file, keys)
    if keys.extend is None:
        return (layer,)
    chain = (*below, file)
    base = file.path_of("extend", keys.extend)
    if base in [item.path for item in chain]:
        names = " → ".join((*(item.shown for item in chain), shown_path(base)))
        raise ZhenlintError("config-extend-cycle", place=file.place("extend"), chain=names)
    return (*load_layers(base, chain), layer)


def own_table(file: TomlFile) -> TomlFile | None:
    """A configuration file cut down to what is zhenlint's; None for a pyproject.toml without it."""
    if os.path.basename(file.path) != PYPROJECT:
        return file
    table = file.table.get("tool")
    own = table.get("zhenlint") if isinstance(table, dict) else None
    if own is None:
        return None
    expect(dict, own, file, _TABLE)
    return file._replace(table=own, prefix=_TABLE)


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
    settings = chosen(files, command_line)._replace(
        words=words.union(*(read_words(layer.file, layer.keys.dictionaries) for layer in layers)),
        terms=_merged(layer.keys.terms for layer in layers),
        rule_options=_rule_options(layers),
        severity=_merged(layer.keys.severity for layer in layers),
        engine=_engine(layers),
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


def _engine(layers: Sequence[Layer]) -> Engine:
    """The engine for Chinese; what tells of its packages is only imported where a file speaks of it."""
    if all(layer.keys.engines.chinese is None for layer in layers):
        return "builtin"
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
