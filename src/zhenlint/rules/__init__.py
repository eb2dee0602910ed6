"""The rule mechanism: a rule is one module in a family package, found by walking the package.

A rule module holds, from top to bottom: a docstring (English page, a line ``---``, Chinese page;
the examples in it run as tests), a named tuple ``Options`` if it has options, patterns, and one
``check`` function under :func:`rule`, or a ``gather`` and a ``judge`` function under
:func:`project_rule`.  Nothing else is edited to add a rule.

A rule's module is imported when it is needed.  What has to be known before that stands in
:mod:`zhenlint.rules.index`, which ``python docs/build.py`` writes; a module that is not in there yet is
imported at once.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections import deque
from collections.abc import Callable, Container, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar

from zhenlint.diagnostic import Applicability, Severity
from zhenlint.named_tuple import NamedTuple
from zhenlint.rules.index import INDEX
from zhenlint.rules.places import Held
from zhenlint.rules.rule import Check, Close, Context, Gather, Judge, Messages, Needs, NoOptions, Rule
from zhenlint.settings import Settings

__all__ = [
    "Check",
    "Context",
    "NoOptions",
    "Rule",
    "all_rules",
    "closing_rule",
    "enabled_rules",
    "is_selector",
    "option_defaults",
    "project_rule",
    "rule",
]

_Check = TypeVar("_Check", bound=Check)
_Judge = TypeVar("_Judge", bound=Judge)
_Close = TypeVar("_Close", bound=Close)


_registry: dict[str, Rule] = {}


def rule(
    code: str,
    *,
    name: str,
    severity: Severity,
    fix: Applicability | None,
    messages: Messages,
    options: type[Any] = NoOptions,
    default: bool = True,
    signs: tuple[str, ...] = (),
) -> Callable[[_Check], _Check]:
    """Register a check function as a rule; its module's docstring is the rule's page."""

    def register(check: _Check) -> _Check:
        page = sys.modules[check.__module__].__doc__ or ""
        made = Rule(code, name, severity, fix, default, options, messages, page, check)
        _register(made._replace(signs=signs))
        return check

    return register


def project_rule(
    code: str,
    *,
    gather: Gather,
    name: str,
    severity: Severity,
    fix: Applicability | None,
    messages: Messages,
    options: type[Any] = NoOptions,
    default: bool = True,
    needs: Needs = "documents",
    signs: tuple[str, ...] = (),
) -> Callable[[_Judge], _Judge]:
    """Register a function that judges documents by the facts of all, which ``gather`` takes from each.

    Facts are plain values: numbers, strings, None, and tuples, lists and mappings of such.
    """

    def register(judge: _Judge) -> _Judge:
        page = sys.modules[judge.__module__].__doc__ or ""
        made = Rule(code, name, severity, fix, default, options, messages, page, None, gather, judge)
        _register(made._replace(needs=needs, signs=signs))
        return judge

    return register


def closing_rule(
    code: str,
    *,
    name: str,
    severity: Severity,
    fix: Applicability | None,
    messages: Messages,
    options: type[Any] = NoOptions,
    default: bool = True,
    signs: tuple[str, ...] = (),
) -> Callable[[_Close], _Close]:
    """Register a function that judges a document's silencing when all its problems are known."""

    def register(close: _Close) -> _Close:
        page = sys.modules[close.__module__].__doc__ or ""
        made = Rule(code, name, severity, fix, default, options, messages, page, None, close=close)
        _register(made._replace(signs=signs))
        return close

    return register


def _register(made: Rule) -> None:
    if made.code in _registry and _registry[made.code].module != made.module:
        raise ValueError(f"two rules with code {made.code}")
    _registry[made.code] = made


class _Entry(NamedTuple):
    """What has to be known of a rule before its module is imported."""

    module: str
    default: bool
    signs: tuple[str, ...]

    def concerns(self, held: Mapping[str, bool]) -> bool:
        """Whether the rule may find anything in a text that holds some signs."""
        return not self.signs or any(map(held.__getitem__, self.signs))


@cache
def _entries() -> Mapping[str, _Entry]:
    """The rules by code, in order of codes."""
    found: dict[str, _Entry] = {}
    for name in modules():
        for code, entry in _entries_of(name):
            if code in found:
                raise ValueError(f"two rules with code {code}")
            found[code] = entry
    return dict(sorted(found.items()))


def _entries_of(name: str) -> Iterator[tuple[str, _Entry]]:
    """The rules of a module: as the index has them, or as the module itself tells."""
    module = f"{__name__}.{name}"
    if name not in INDEX:
        importlib.import_module(module)
        for item in [item for item in _registry.values() if item.module == module]:
            yield item.code, _Entry(module, item.default, item.signs)
    elif known := INDEX[name]:
        code, default, signs = known
        yield code, _Entry(module, default, signs)


def modules() -> Iterator[str]:
    """The modules of the families, as ``family.name``.

    To list the folders takes a tenth of ``pkgutil``'s 3 ms.
    """
    here = __path__[0]
    for family in sorted(os.listdir(here)):
        if family.isidentifier() and not family.startswith("_"):
            for name in sorted(os.listdir(os.path.join(here, family))):
                if name.endswith(".py") and not name.startswith("_"):
                    yield f"{family}.{name.removesuffix('.py')}"


class _Rules(Mapping[str, Rule]):
    """The rules by code, in order of codes, each imported when it is asked for."""

    def __getitem__(self, code: str) -> Rule:
        if code not in _registry:
            importlib.import_module(_entries()[code].module)
        return _registry[code]

    def __contains__(self, code: object) -> bool:
        return code in _entries()

    def __iter__(self) -> Iterator[str]:
        return iter(_entries())

    def __len__(self) -> int:
        return len(_entries())


_rules = _Rules()


def all_rules() -> Mapping[str, Rule]:
    """Every rule by code, in order of codes."""
    return _rules


def is_selector(text: str) -> bool:
    """Whether a text selects at least one rule: ``ALL``, a code, or a prefix of one."""
    return text == "ALL" or (text != "" and any(code.startswith(text) for code in all_rules()))


def option_defaults(options: type[Any]) -> dict[str, Any]:
    """Keys and default values of a class of options; every option has a default."""
    return {name.replace("_", "-"): value for name, value in options._field_defaults.items()}


def enabled_rules(
    settings: Settings, *, text: str | None = None, among: Container[str] | None = None
) -> Iterator[Context]:
    """The contexts of the rules that the settings switch on, in order of codes.

    Of a ``text`` those that may find anything in it, or are asked in less time than the text is searched for
    their signs, since they are imported; ``among`` some codes those of them.
    """
    contexts, entries, held = _contexts(settings), _entries(), None if text is None else Held(text)
    for code, context in contexts.items():
        if among is not None and code not in among:
            continue
        if context:
            yield context
        elif held is None or entries[code].concerns(held):
            yield _context(code, settings, contexts)


def _context(code: str, settings: Settings, contexts: dict[str, Context | None]) -> Context:
    item = all_rules()[code]
    given = settings.rule_options.get(code, {})
    options = item.options(**{key.replace("-", "_"): value for key, value in given.items()})
    made = contexts[code] = Context(item, options, settings)
    return made


def _contexts(settings: Settings) -> dict[str, Context | None]:
    """The codes of the rules that settings switch on, each with its context once that was asked for."""
    for known, contexts in _enabled:
        if known is settings:
            return contexts
    entries = _entries().items()
    on: dict[str, Context | None] = {
        code: None for code, entry in entries if settings.enables(code, default=entry.default)
    }
    _enabled.append((settings, on))
    return on


_enabled: deque[tuple[Settings, dict[str, Context | None]]] = deque(maxlen=8)
"""The contexts of the settings that were asked for last: most files of a run have the same.

To make them for each of 430 files, in both phases, took 5 % of the time of a run.
"""
