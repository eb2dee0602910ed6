"""The JSON schema of configuration files, made of the annotations that validate them.

It is draft 7, which editors' TOML extensions read.  What a schema cannot say is left to the program: whether
a pattern can match, a file is there, a prefix of codes is one.
"""

from __future__ import annotations

import json
import types
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from zhenlint.config.keys import Code, Keys, RuleOptions, Selector, Word
from zhenlint.config.values import keys_of
from zhenlint.rule_page import title
from zhenlint.rules import Rule, all_rules

ADDRESS = "https://raw.githubusercontent.com/zhenlint/zhenlint/main/docs/zhenlint.schema.json"

_TYPES = {str: "string", bool: "boolean", int: "integer", float: "number"}

DESCRIPTIONS: Mapping[str, tuple[str, str]] = {
    "extend": (
        "Another configuration file on which this one builds.",
        "本文件以另一个配置文件为基础。",
    ),
    "select": (
        "The rules that run, instead of those on by default: codes, prefixes or ALL.",
        "要运行的规则，代替默认启用的规则：代码、前缀或 ALL。",
    ),
    "extend-select": ("Rules that run as well.", "另外再运行的规则。"),
    "ignore": ("Rules that do not run.", "不运行的规则。"),
    "exclude": (
        "Files and folders that are left out, as gitignore patterns.",
        "不检查的文件和文件夹，gitignore 写法。",
    ),
    "respect-gitignore": (
        "Whether files that git ignores are left out.",
        "是否跳过 git 忽略的文件。",
    ),
    "dictionaries": (
        "Files of words that are right, one word a line.",
        "认可的词的文件，每行一个词。",
    ),
    "lang": ("The language of messages.", "消息的语言。"),
    "baseline": (
        "A file of known problems, written by `zhenlint baseline`.",
        "已知问题的文件，由 `zhenlint baseline` 写出。",
    ),
    "per-file-ignores": (
        "Rules that do not run on the files of a gitignore pattern.",
        "对符合某个 gitignore 模式的文件不运行的规则。",
    ),
    "terms": ("What is wrong = what is right.", "错误写法 = 正确写法。"),
    "rules": ("Options of rules, by their codes.", "各条规则的选项，以规则代码为键。"),
    "severity": (
        "How much a rule's problems weigh, by its code.",
        "各条规则的问题级别，以规则代码为键。",
    ),
    "engines": ("What looks for wrong characters.", "用什么来查找错别字。"),
}
"""What the keys at the top are for, in English and Chinese."""


def schema() -> dict[str, Any]:
    """The schema of ``zhenlint.toml``, and of ``[tool.zhenlint]`` in ``pyproject.toml``."""
    body = _object(Keys)
    for key, value in body["properties"].items():
        value["description"] = "\n".join(DESCRIPTIONS[key])
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": ADDRESS,
        "title": "zhenlint",
        **body,
        "definitions": {"selector": _selector()},
    }


def schema_text() -> str:
    """The schema as it is published: in the documentation and the package."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _object(shape: type[Any]) -> dict[str, Any]:
    """The schema of a table with the fields of a named tuple."""
    hints = get_type_hints(shape)
    properties = {key: _kind(hints[name]) for key, name in keys_of(shape).items()}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _kind(kind: Any) -> dict[str, Any]:
    """The schema of one value as its annotation wants it (:func:`zhenlint.config.values._read`)."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        (kind,) = (part for part in parts if part is not type(None))
        return _kind(kind)
    if origin is Literal:
        return {"enum": list(parts)}
    if origin in (tuple, frozenset):
        return {"type": "array", "items": _kind(parts[0])}
    if origin is Mapping:
        return _table(*parts)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {"enum": [item.value for item in kind]}
    if isinstance(kind, type) and issubclass(kind, tuple):
        return _object(kind)
    if kind is Selector:
        return {"$ref": "#/definitions/selector"}
    if kind is Word:
        return {"type": "string", "pattern": r"\S"}
    return {"type": _TYPES.get(kind, "string")}


def _table(key: Any, value: Any) -> dict[str, Any]:
    """The schema of a table whose keys are codes of rules, or any of a kind."""
    if key is not Code:
        return {"type": "object", "propertyNames": _kind(key), "additionalProperties": _kind(value)}
    rules = {}
    for rule in all_rules().values():
        entry = _options(rule) if value is RuleOptions else _kind(value)
        rules[rule.code] = {**entry, "description": "\n".join((title(rule, "en"), title(rule, "zh")))}
    return {"type": "object", "properties": rules, "additionalProperties": False}


def _options(rule: Rule) -> dict[str, Any]:
    """The schema of a rule's options, with their defaults."""
    body = _object(rule.options)
    for key, name in keys_of(rule.options).items():
        default = rule.options._field_defaults[name]
        plain = sorted(default) if isinstance(default, (tuple, frozenset)) else default
        body["properties"][key]["default"] = plain
    return body


def _selector() -> dict[str, Any]:
    """Codes and families, which editors offer, and any other prefix."""
    codes = list(all_rules())
    families = sorted({code[:2] for code in codes})
    prefixes = sorted({code[:length] for code in codes for length in range(1, len(code))} - set(families))
    return {"anyOf": [{"enum": ["ALL", *families, *codes]}, {"enum": prefixes}]}
