"""Validation: a TOML table becomes a named tuple, guided by the tuple's own annotations.

It serves the file's keys and every rule's options alike.  Understood are ``str``, ``bool``,
``int``, ``float``, ``Literal``, string enumerations, ``tuple[T, ...]``, ``frozenset[T]``,
``Mapping[K, V]``, ``T | None``, named tuples (a table within) and the kinds of
:mod:`zhenlint.config.keys`.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from zhenlint.config.keys import Code, Pattern, RuleOptions, Selector, Word
from zhenlint.config.toml_file import TomlFile
from zhenlint.messages import ZhenlintError, phrase, remedy

_Table = TypeVar("_Table")

_KINDS: dict[Any, str] = {
    str: "type-string",
    bool: "type-boolean",
    int: "type-integer",
    float: "type-number",
    list: "type-list",
    dict: "type-table",
}


def read_table(shape: type[_Table], table: Mapping[str, Any], file: TomlFile, *above: str) -> _Table:
    """The values of a table as an instance of the named tuple ``shape``; ``above`` leads to the table.

    Raises:
        ZhenlintError: a key is unknown or a value is wrong; the phrase names file, line and key.
    """
    names = keys_of(shape)
    return shape(**{names[key]: value for key, value in read_items(shape, table, file, *above)})


def keys_of(shape: type[Any]) -> dict[str, str]:
    """The keys of a named tuple, each with its field: ``-`` for ``_``, and ``class`` for ``class_``."""
    return {name.rstrip("_").replace("_", "-"): name for name in shape._fields}


def read_items(
    shape: type[Any], table: Mapping[str, Any], file: TomlFile, *above: str
) -> list[tuple[str, Any]]:
    """The validated (key, value) pairs that a table gives for a named tuple."""
    hints = get_type_hints(shape)
    known = {key: hints[name] for key, name in keys_of(shape).items()}
    pairs = []
    for key, value in table.items():
        if key not in known:
            raise _unknown_key(key, list(known), file, above)
        pairs.append((key, _read(known[key], value, file, (*above, key))))
    return pairs


def _unknown_key(key: str, known: list[str], file: TomlFile, above: tuple[str, ...]) -> ZhenlintError:
    place = file.place(*above, key)
    dotted = ".".join((*above, key))
    if (*file.prefix, dotted) == ("tool",):
        return ZhenlintError("config-tool-table", place=file.place("tool", "zhenlint"))
    if not known:
        return ZhenlintError("config-no-options", place=place, key=dotted, code=above[-1])
    names = phrase("known-are", known=tuple(known))
    return ZhenlintError("config-unknown-key", place=place, key=dotted, remedy=remedy(key, known, names))


def _read(kind: Any, value: Any, file: TomlFile, keys: tuple[str, ...]) -> Any:
    """One value as its annotation wants it."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        (kind,) = (part for part in parts if part is not type(None))
        return _read(kind, value, file, keys)
    if origin is Literal:
        return _choice(parts, value, file, keys)
    if origin in (tuple, frozenset):
        expect(list, value, file, keys)
        return origin(_read(parts[0], item, file.at_item(item), keys) for item in value)
    if origin is Mapping:
        expect(dict, value, file, keys)
        return {
            _read(parts[0], key, file, (*keys, key)): _read(parts[1], item, file, (*keys, key))
            for key, item in value.items()
        }
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(_choice(tuple(item.value for item in kind), value, file, keys))
    if isinstance(kind, type) and issubclass(kind, tuple):
        expect(dict, value, file, keys)
        return read_table(kind, value, file, *keys)
    if kind is RuleOptions:
        return _rule_options(value, file, keys)
    if kind in _STRINGS:
        expect(str, value, file, keys)
        _STRINGS[kind](value, file, keys)
        return value
    expect(kind, value, file, keys)
    return kind(value)


def expect(kind: type, value: Any, file: TomlFile, keys: tuple[str, ...]) -> None:
    """Refuse a value of another TOML type; a whole number also passes for a number."""
    if type(value) is kind or (kind is float and type(value) is int):
        return
    raise ZhenlintError(
        "config-item-type" if file.item else "config-type",
        place=file.place(*keys),
        key=".".join(keys),
        wanted=phrase(_KINDS[kind]),
        given=phrase(_KINDS.get(type(value), "type-date")),
    )


def _choice(choices: tuple[str, ...], value: Any, file: TomlFile, keys: tuple[str, ...]) -> str:
    expect(str, value, file, keys)
    if value not in choices:
        raise ZhenlintError(
            "config-choice", place=file.place(*keys), key=".".join(keys), value=value, choices=choices
        )
    return str(value)


def _selector(value: str, file: TomlFile, keys: tuple[str, ...]) -> None:
    from zhenlint.config.selectors import nearest_selector
    from zhenlint.rules import is_selector

    if not is_selector(value):
        raise ZhenlintError(
            "config-unknown-code",
            place=file.place(*keys),
            key=".".join(keys),
            code=value,
            remedy=nearest_selector(value),
        )


def _code(value: str, file: TomlFile, keys: tuple[str, ...]) -> None:
    from zhenlint.config.selectors import nearest_code
    from zhenlint.rules import all_rules

    if value not in all_rules():
        raise ZhenlintError(
            "config-unknown-rule", place=file.place(*keys), code=value, remedy=nearest_code(value)
        )


def _pattern(value: str, file: TomlFile, keys: tuple[str, ...]) -> None:
    from zhenlint.patterns import parse

    compiled, _ = parse("/", [value])
    if compiled is None:
        raise ZhenlintError("config-bad-pattern", place=file.place(*keys), key=".".join(keys), pattern=value)


def _word(value: str, file: TomlFile, keys: tuple[str, ...]) -> None:
    if not value.strip():
        raise ZhenlintError("config-empty", place=file.place(*keys), key=".".join(keys))


_STRINGS = {Selector: _selector, Code: _code, Pattern: _pattern, Word: _word}


def _rule_options(value: Any, file: TomlFile, keys: tuple[str, ...]) -> dict[str, Any]:
    from zhenlint.rules import all_rules

    expect(dict, value, file, keys)
    return dict(read_items(all_rules()[keys[-1]].options, value, file, *keys))
