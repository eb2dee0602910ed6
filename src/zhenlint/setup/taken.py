"""What is taken over from another checker's configuration, and reading its files."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from typing import Any

from zhenlint import files
from zhenlint.config.toml_file import place
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.messages import ZhenlintError
from zhenlint.named_tuple import NamedTuple

_STRING_OR_COMMENT = lazy_pattern(r'"(?:\\.|[^"\\])*"|//[^\n]*|/\*[\s\S]*?\*/|,(?=\s*[}\]])')


class Taken(NamedTuple):
    """What one file of another checker says, in zhenlint's terms.

    ``words`` are right, ``terms`` wrong = right, ``ignore`` codes of rules that are off, ``exclude``
    gitignore patterns, ``dictionaries`` paths relative to the project, ``options`` of rules by code and key.
    ``left`` are its settings that have no like here.
    """

    file: str
    words: tuple[str, ...] = ()
    terms: Mapping[str, str] = {}
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    dictionaries: tuple[str, ...] = ()
    options: Mapping[str, Mapping[str, str]] = {}
    left: tuple[str, ...] = ()


def first_file(folder: str, names: Iterable[str]) -> str | None:
    """The path of the first of some files that there is in a folder."""
    paths = (os.path.join(folder, name) for name in names)
    return next((path for path in paths if os.path.isfile(path)), None)


def read_text(path: str) -> str:
    """The text of a file.

    Raises:
        ZhenlintError: it cannot be read or is not UTF-8.
    """
    shown = files.shown_path(path)
    data = files.read(path, shown)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ZhenlintError("config-encoding", place=place(shown, line)) from error


def read_json(path: str) -> dict[str, Any]:
    """A JSON object; comments and commas before a closing bracket are passed over, as editors do.

    Raises:
        ZhenlintError: the file is none.
    """
    text = _STRING_OR_COMMENT.sub(lambda match: match[0] if match[0][0] == '"' else " ", read_text(path))
    try:
        return _mapping(json.loads(text), path, "JSON")
    except json.JSONDecodeError as error:
        raise _syntax(path, error.lineno, "JSON", error.msg) from error
    except RecursionError as error:
        raise ZhenlintError("config-too-deep", place=place(files.shown_path(path))) from error


def read_yaml(path: str) -> dict[str, Any]:
    """A YAML mapping.

    Raises:
        ZhenlintError: the file is none.
    """
    import yaml

    try:
        return _mapping(yaml.safe_load(read_text(path)) or {}, path, "YAML")
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise _syntax(path, line, "YAML", error.problem or "") from error
    except (yaml.YAMLError, ValueError) as error:
        raise _syntax(path, 1, "YAML", str(error).split("\n")[0]) from error
    except RecursionError as error:
        raise ZhenlintError("config-too-deep", place=place(files.shown_path(path))) from error


def _mapping(value: Any, path: str, form: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _syntax(path, 1, form, type(value).__name__)
    return value


def _syntax(path: str, line: int, form: str, detail: str) -> ZhenlintError:
    where = place(files.shown_path(path), line)
    return ZhenlintError("peer-syntax", place=where, form=form, detail=detail)


def table(value: Any) -> dict[str, Any]:
    """A value that should be a table; an empty one if it is none."""
    return value if isinstance(value, dict) else {}


def strings(value: Any) -> list[str]:
    """The strings in a value that should be a list of them, blanks around them cut."""
    items = value if isinstance(value, list) else []
    return [item.strip() for item in items if isinstance(item, str) and item.strip()]


def ignore_patterns(folder: str, name: str) -> tuple[str, ...]:
    """The patterns of an ignore file in gitignore's form, none if there is no such file."""
    path = first_file(folder, (name,))
    lines = read_text(path).splitlines() if path else []
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))
