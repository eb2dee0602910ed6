"""The index of the rules: what has to be known of each before its module is imported."""

from __future__ import annotations

import importlib
import json
from pathlib import Path

from zhenlint import rules

INDEX = Path(rules.__file__).with_name("index.py")

_HEAD = '''"""The modules of the families: the code of each rule, whether it is on by default, and its signs.

Modules that hold no rule have None.  Written by ``python docs/build.py``, never edited by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

INDEX: Final[Mapping[str, tuple[str, bool, tuple[str, ...]] | None]] = {
'''


def index_text() -> str:
    """The index as Python, made of the modules themselves."""
    for name in rules.modules():
        importlib.import_module(f"{rules.__name__}.{name}")
    known = {rule.module.removeprefix(f"{rules.__name__}."): rule for rule in rules.all_rules().values()}
    lines = [f'    "{name}": {_entry(known.get(name))},\n' for name in rules.modules()]
    return _HEAD + "".join(lines) + "}\n"


def _entry(rule: rules.Rule | None) -> str:
    if rule is None:
        return "None"
    signs = ", ".join(json.dumps(sign, ensure_ascii=False) for sign in rule.signs)
    return f'("{rule.code}", {rule.default}, ({signs}{"," * (len(rule.signs) == 1)}))'
