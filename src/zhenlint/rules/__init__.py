"""The rule mechanism: a rule is one module in a family package, found by walking the package.

A rule module holds, from top to bottom: a docstring (English page, a line ``---``, Chinese page;
the examples in it run as tests), a named tuple ``Options`` if it has options, patterns, and one
``check`` function under :func:`rule`, or a ``gather`` and a ``judge`` function under
:func:`project_rule`.  Nothing else is edited to add a rule.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from zhenlint.language import Language
from zhenlint.markdown.document import Document
from zhenlint.named_tuple import NamedTuple
from zhenlint.project import Project
from zhenlint.settings import Settings

if TYPE_CHECKING:
    from zhenlint.suppress import Stale

Messages = Mapping[str, tuple[str, str]]
"""Message key → (English, Chinese); ``{name}`` stands for an argument."""

Check = Callable[[Document, "Context"], Iterator[Diagnostic]]
"""What is wrong with a document."""

Gather = Callable[[Document, "Context"], Any]
"""The facts of a document that a rule needs when it has seen all others; None if there are none."""

Judge = Callable[[Any, Project, "Context"], Iterator[Diagnostic]]
"""What is wrong with a document, by its facts and those of all documents."""

Close = Callable[[Iterable["Stale"], "Context"], Iterator[Diagnostic]]
"""What is wrong with a document's silencing, by the comments that were of no use."""

Needs = Literal["itself", "files", "documents", "web"]
"""What has to be known so that a rule finds all it can find in a document: the document itself, which files
there are, all other documents, or what servers say."""

_Check = TypeVar("_Check", bound=Check)
_Judge = TypeVar("_Judge", bound=Judge)
_Close = TypeVar("_Close", bound=Close)


class NoOptions(NamedTuple):
    """The options of a rule that has none."""


class Rule(NamedTuple):
    """One rule: its identity, its promises and its check.

    ``fix`` is the strongest applicability that its fixes have, None where it has no fix.  A rule
    that looks at each document alone has a ``check``; one that needs others has ``gather`` and ``judge``;
    one that needs to know what all others found has ``close``.
    """

    code: str
    name: str
    severity: Severity
    fix: Applicability | None
    default: bool
    options: type[Any]
    messages: Messages
    page: str
    check: Check | None
    gather: Gather | None = None
    judge: Judge | None = None
    close: Close | None = None
    needs: Needs = "itself"

    @property
    def module(self) -> str:
        """The module in which the rule is written."""
        function = self.check or self.judge or self.close
        return function.__module__ if function else ""

    def words(self, diagnostic: Diagnostic, language: Language) -> str:
        """The message of a diagnostic of this rule in words."""
        english, chinese = self.messages[diagnostic.message]
        return (chinese if language == "zh" else english).format_map(dict(diagnostic.arguments))

    def documentation(self, language: Language) -> str:
        """The rule's page in Markdown, in one language, with the examples both share."""
        english, _, chinese = self.page.partition("\n---\n")
        if language == "en":
            return english.strip()
        examples = english[english.index("```md") : english.index("```", english.index("```md") + 5) + 3]
        return chinese.strip().replace("{examples}", examples)


class Context(NamedTuple):
    """What a check knows besides the document: its own rule, its options, the settings."""

    rule: Rule
    options: Any
    settings: Settings

    def report(
        self,
        start: int,
        end: int,
        message: str = "default",
        *,
        edits: tuple[Edit, ...] = (),
        applicability: Applicability | None = None,
        creates: str | None = None,
        reshapes: tuple[str, ...] = (),
        replaces: str | None = None,
        suggestions: tuple[str, ...] = (),
        severity: Severity | None = None,
        **arguments: str,
    ) -> Diagnostic:
        """A diagnostic of this rule on ``text[start:end]``.

        ``edits`` make its fix, of the rule's own applicability unless told otherwise.
        ``arguments`` fill the message named ``message``.
        """
        fix = None
        if edits:
            fix = Fix(
                edits, applicability or self.rule.fix or Applicability.UNSAFE, creates, reshapes, replaces
            )
        weight = severity or self.settings.severity.get(self.rule.code, self.rule.severity)
        return Diagnostic(
            self.rule.code, start, end, weight, message, tuple(arguments.items()), suggestions, fix
        )


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
) -> Callable[[_Check], _Check]:
    """Register a check function as a rule; its module's docstring is the rule's page."""

    def register(check: _Check) -> _Check:
        page = sys.modules[check.__module__].__doc__ or ""
        _register(Rule(code, name, severity, fix, default, options, messages, page, check))
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
) -> Callable[[_Judge], _Judge]:
    """Register a function that judges documents by the facts of all, which ``gather`` takes from each.

    Facts are plain values: numbers, strings, None, and tuples, lists and mappings of such.
    """

    def register(judge: _Judge) -> _Judge:
        page = sys.modules[judge.__module__].__doc__ or ""
        made = Rule(
            code, name, severity, fix, default, options, messages, page, None, gather, judge, needs=needs
        )
        _register(made)
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
) -> Callable[[_Close], _Close]:
    """Register a function that judges a document's silencing when all its problems are known."""

    def register(close: _Close) -> _Close:
        page = sys.modules[close.__module__].__doc__ or ""
        made = Rule(code, name, severity, fix, default, options, messages, page, None, close=close)
        _register(made)
        return close

    return register


def _register(made: Rule) -> None:
    if made.code in _registry and _registry[made.code].module != made.module:
        raise ValueError(f"two rules with code {made.code}")
    _registry[made.code] = made


@cache
def all_rules() -> Mapping[str, Rule]:
    """Every rule by code, in order of codes."""
    for name in _modules():
        importlib.import_module(name)
    return dict(sorted(_registry.items()))


def _modules() -> Iterator[str]:
    """The names of the modules of the families; to list the folders takes a tenth of ``pkgutil``'s 3 ms."""
    here = __path__[0]
    for family in sorted(os.listdir(here)):
        if family.isidentifier() and not family.startswith("_"):
            for name in sorted(os.listdir(os.path.join(here, family))):
                if name.endswith(".py") and not name.startswith("_"):
                    yield f"{__name__}.{family}.{name.removesuffix('.py')}"


def is_selector(text: str) -> bool:
    """Whether a text selects at least one rule: ``ALL``, a code, or a prefix of one."""
    return text == "ALL" or (text != "" and any(code.startswith(text) for code in all_rules()))


def option_defaults(options: type[Any]) -> dict[str, Any]:
    """Keys and default values of a class of options; every option has a default."""
    return {name.replace("_", "-"): value for name, value in options._field_defaults.items()}


def enabled_rules(settings: Settings) -> Sequence[Context]:
    """The contexts of the rules that the settings switch on."""
    for known, contexts in _enabled:
        if known is settings:
            return contexts
    contexts = tuple(_contexts(settings))
    _enabled.append((settings, contexts))
    return contexts


_enabled: deque[tuple[Settings, Sequence[Context]]] = deque(maxlen=8)
"""The contexts of the settings that were asked for last: most files of a run have the same.

To make them for each of 430 files, in both phases, took 5 % of the time of a run.
"""


def _contexts(settings: Settings) -> Iterator[Context]:
    for item in all_rules().values():
        if settings.enables(item.code, default=item.default):
            given = settings.rule_options.get(item.code, {})
            options = item.options(**{key.replace("-", "_"): value for key, value in given.items()})
            yield Context(item, options, settings)
