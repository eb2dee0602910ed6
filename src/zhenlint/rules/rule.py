"""What a rule is, and what its check is told besides the document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal

from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Severity, as_diagnostic, as_fix
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


def in_words(message: tuple[str, str], arguments: Iterable[tuple[str, str]], language: Language) -> str:
    """A message, in English and Chinese, with its arguments, in one of them."""
    english, chinese = message
    return (chinese if language == "zh" else english).format_map(dict(arguments))


class NoOptions(NamedTuple):
    """The options of a rule that has none."""


class Rule(NamedTuple):
    """One rule: its identity, its promises and its check.

    ``fix`` is the strongest applicability that its fixes have, None where it has no fix.  A rule
    that looks at each document alone has a ``check``; one that needs others has ``gather`` and ``judge``;
    one that needs to know what all others found has ``close``.  ``signs`` are pieces of text of which one
    stands in every document that the rule finds anything in; none if there is no telling.
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
    signs: tuple[str, ...] = ()

    @property
    def module(self) -> str:
        """The module in which the rule is written."""
        function = self.check or self.judge or self.close
        return function.__module__ if function else ""

    def words(self, message: str, arguments: Iterable[tuple[str, str]], language: Language) -> str:
        """A message of this rule, as a diagnostic has it, in words."""
        return in_words(self.messages[message], arguments, language)

    def documentation(self, language: Language) -> str:
        """The rule's page in Markdown, in one language, with the examples both share."""
        english, _, chinese = self.page.partition("\n---\n")
        if language == "en":
            return english.strip()
        start = english.index("```md")
        examples = english[start : english.index("\n```\n", start) + 4]
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
        rule, _, settings = self
        code, fix = rule.code, None
        if edits:
            strength = applicability or rule.fix or Applicability.UNSAFE
            fix = as_fix((edits, strength, creates, reshapes, replaces))
        weight = severity or settings.severity.get(code, rule.severity)
        words = tuple(arguments.items())
        return as_diagnostic((code, start, end, weight, message, words, suggestions, fix))
