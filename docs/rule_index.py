"""The index of the rules: what has to be known of each before its module is imported, and without it."""

from __future__ import annotations

import importlib
import json
from pathlib import Path

from zhenlint import rules

INDEX = Path(rules.__file__).with_name("index.py")
RULE_WORDS = Path(rules.__file__).with_name("words.py")

_HEAD = '''"""The modules of the families: the code of each rule, whether it is on by default, and its signs.

Modules that hold no rule have None.  Written by ``python docs/build.py``, never edited by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

INDEX: Final[Mapping[str, tuple[str, bool, tuple[str, ...]] | None]] = {
'''

_WORDS_HEAD = '''"""The name of each rule, and its messages in English and Chinese.

Written by ``python docs/build.py``, never edited by hand.
"""
# fmt: off
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, tuple[str, Mapping[str, tuple[str, str]]]]] = {
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


def words_text() -> str:
    """The names and messages as Python."""
    lines = []
    for code, rule in rules.all_rules().items():
        lines += [f'    "{code}": (\n', f'        "{rule.name}",\n', "        {\n"]
        for key, (english, chinese) in rule.messages.items():
            said = (json.dumps(text, ensure_ascii=False) for text in (english, chinese))
            lines.append(f'            "{key}": ({", ".join(said)}),\n')
        lines += ["        },\n", "    ),\n"]
    return _WORDS_HEAD + "".join(lines) + "}\n"
