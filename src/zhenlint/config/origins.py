"""Where each value of a configuration comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from zhenlint.config.configuration import Configuration
from zhenlint.config.keys import Keys
from zhenlint.config.layers import Layer
from zhenlint.config.toml_lines import line_of
from zhenlint.config.values import keys_of
from zhenlint.named_tuple import NamedTuple

_DEFAULTS: Mapping[str, Any] = {"respect-gitignore": True}
"""What holds where no file speaks of a key and its field is None; of the others nothing does."""

_ADDING = ("per-file-ignores",)
"""Tables whose lists add up as those at the top do."""

_CHOICE = ("select", "extend-select", "ignore")


class Origin(NamedTuple):
    """A value, the dotted key it stands under, and the file and line; ``file`` is None for a default.

    A list that several files add to is there once for each of them.
    """

    key: tuple[str, ...]
    value: Any
    file: str | None = None
    line: int | None = None


def origins(configuration: Configuration) -> Iterator[Origin]:
    """Every value that holds, in order of the keys; what a later file has overruled is left out."""
    for key, field in keys_of(Keys).items():
        if key == "extend":  # told by the files themselves
            continue
        if key in _CHOICE:
            found = list(_choice(key, field, configuration))
        else:
            found = list(_values((key,), configuration.layers))
        default = Keys._field_defaults[field]
        if not found and (default is None or default == ()):
            found = [Origin((key,), _DEFAULTS.get(key, default))]
        yield from found


def _choice(key: str, field: str, configuration: Configuration) -> Iterator[Origin]:
    """A list of codes: of each file those that no later one has overruled."""
    left = list(getattr(configuration.settings, field) or ())
    for layer in reversed(configuration.layers):
        mine = [item for item in _value_of(layer, (key,)) or () if item in left]
        left = [item for item in left if item not in mine]
        if mine:
            yield _origin(layer, (key,), mine)


def _values(key: tuple[str, ...], layers: tuple[Layer, ...]) -> Iterator[Origin]:
    """A value of any other kind: lists add up, of single values the last one counts."""
    given = [(layer, value) for layer in layers if (value := _value_of(layer, key)) is not None]
    if given and isinstance(given[0][1], Mapping):
        for name in dict.fromkeys(name for _, value in given for name in value):
            yield from _values((*key, name), layers)
    elif given and isinstance(given[0][1], list) and (len(key) == 1 or key[0] in _ADDING):
        yield from (_origin(layer, key, value) for layer, value in given)
    elif given:
        yield _origin(given[-1][0], key, given[-1][1])


def _value_of(layer: Layer, key: tuple[str, ...]) -> Any:
    """What a file says under a dotted key, None if nothing."""
    value: Any = layer.file.table
    for part in key:
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def _origin(layer: Layer, key: tuple[str, ...], value: Any) -> Origin:
    return Origin(key, value, layer.file.shown, line_of(layer.file.text, layer.file.prefix + key))
