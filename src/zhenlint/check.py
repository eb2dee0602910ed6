"""The core: one source in, its diagnostics out.  It reads no file, prints nothing, keeps nothing.

It works in two phases, so that a document can be judged by what others say: :func:`examine` looks at
one document alone, :func:`conclude` adds what the rules say that need the facts of all.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Generator, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from zhenlint.diagnostic import Diagnostic
from zhenlint.markdown.document import Document
from zhenlint.markdown.slug import slug
from zhenlint.named_tuple import NamedTuple
from zhenlint.project import Facts, Project
from zhenlint.rules import Context, all_rules, enabled_rules, is_selector
from zhenlint.settings import Settings
from zhenlint.source import Source

if TYPE_CHECKING:
    from zhenlint.suppress import Silencing


class Report(NamedTuple):
    """What a document says by itself: diagnostics in no order, and facts for the rules that need others.

    ``path`` is that of the document's source.  ``silencing`` is what comments and front matter ask not to
    hear of; ``diagnostics`` still hold it, because only the second phase knows which comments are of use.
    """

    path: str
    diagnostics: tuple[Diagnostic, ...]
    facts: Facts
    silencing: Silencing | None = None


def check(source: Source, settings: Settings) -> list[Diagnostic]:
    """All diagnostics of one source by itself, in order of place, then code."""
    return check_document(Document.parse(source), settings)


def check_document(
    document: Document, settings: Settings, project: Project | None = None
) -> list[Diagnostic]:
    """All diagnostics of a parsed document, in order of place, then code.

    Without a ``project`` the document is judged by itself.
    """
    return conclude(examine(document, settings), settings, project)


def examine(document: Document, settings: Settings) -> Report:
    """The first phase: look at one document alone."""
    (report,) = examine_all([(document, settings)])
    return report


def examine_all(documents: Sequence[tuple[Document, Settings]]) -> list[Report]:
    """The first phase for some documents, each by its settings: one rule after another looks at all of them.

    So what a rule needs is at hand in the processor's caches: 430 files take an eighth less time.
    """
    reports: dict[int, Report] = {}
    steps = {number: _steps(*item) for number, item in enumerate(documents)}
    waiting = dict.fromkeys(steps, "")
    while waiting:
        code = min(waiting.values())  # rules look in the order of their codes
        for number in [number for number, rule in waiting.items() if rule == code]:
            try:
                waiting[number] = next(steps[number])
            except StopIteration as end:
                del waiting[number]
                reports[number] = end.value
    return [reports[number] for number in range(len(documents))]


def _steps(document: Document, settings: Settings) -> Generator[str, None, Report]:
    """The first phase of one document; the code of each rule is told before the rule looks at it."""
    found: list[Diagnostic] = []
    facts = {}
    silencing = _silencing(document)
    settings = _with_words(settings, silencing)
    for context in enabled_rules(settings, text=document.text):
        rule = context.rule
        yield rule.code
        if rule.check:
            found.extend(rule.check(document, context))
        gathered = rule.gather(document, context) if rule.gather else None
        if gathered is not None:
            facts[rule.code] = gathered
    if document.linked_headings:
        found = [_without_harm(document, diagnostic) for diagnostic in found]
    return Report(document.source.path, tuple(found), facts, silencing)


def _silencing(document: Document) -> Silencing | None:
    """What the document asks not to hear of; nearly all say nothing, and pay nothing."""
    if "zhenlint" not in document.text:
        return None
    from zhenlint.suppress import read

    return document.shared(read)


def _with_words(settings: Settings, silencing: Silencing | None) -> Settings:
    """The settings, with the words that the document itself accepts."""
    if silencing is None or not silencing.words:
        return settings
    return settings._replace(words=settings.words.union(silencing.words))


def _without_harm(document: Document, diagnostic: Diagnostic) -> Diagnostic:
    """The diagnostic, without its fix where that would take a heading's anchor from a link."""
    if diagnostic.fix is None:
        return diagnostic
    edits = diagnostic.fix.edits
    block = document.block_at(edits[0].start)
    if block is None or block.kind != "heading":
        return diagnostic
    number = bisect_left(document.headings, block.start, key=lambda heading: heading.start)
    anchor = document.heading_slugs[number]
    changed = any(slug(document.text[edit.start : edit.end]) != slug(edit.content) for edit in edits)
    return diagnostic._replace(fix=None) if changed and anchor in document.linked_headings else diagnostic


def conclude(
    report: Report, settings: Settings, project: Project | None = None, *, final: bool = True
) -> list[Diagnostic]:
    """The second phase: all diagnostics of a document among others, in order of place, then code.

    Without a ``project`` the document is judged by itself.  ``final`` is false where another judgement
    follows that knows the other documents: a comment that may silence what that one finds is not yet judged.
    """
    project = project or Project({report.path: report.facts})
    settings = _with_words(settings, report.silencing)
    found = {*report.diagnostics, *judged(report.facts, settings, project)}
    if report.silencing:
        return _silenced(found, report.silencing, settings, project, final)
    return sorted(found, key=lambda diagnostic: diagnostic.sort_key)


def judged(facts: Facts, settings: Settings, project: Project) -> Iterator[Diagnostic]:
    """What a document's facts and those of all documents bring to light, in no order."""
    for context in enabled_rules(settings, among=frozenset(facts)):
        rule = context.rule
        if rule.judge:
            yield from rule.judge(facts[rule.code], project, context)


def _silenced(
    found: Iterable[Diagnostic], silencing: Silencing, settings: Settings, project: Project, final: bool
) -> list[Diagnostic]:
    """What is left of diagnostics, with what the closing rules say of the comments."""
    from zhenlint.suppress import silence, stale

    contexts = list(enabled_rules(settings))
    left, used = silence(found, silencing, all_rules())
    closing = [context for context in contexts if context.rule.close]
    if silencing.off or not closing:
        return left
    told = _Told(contexts, settings, project, final)
    idle = list(stale(silencing, used, is_selector, told))
    for context in closing:
        if context.rule.close:
            left += silence(context.rule.close(idle, context), silencing, all_rules()).left
    return sorted(left, key=lambda diagnostic: diagnostic.sort_key)


class _Told:
    """Whether all that a selector speaks of was looked for, so far as it can be.

    In a judgement that is not ``final`` files and other documents are not known yet.
    """

    def __init__(
        self, contexts: Iterable[Context], settings: Settings, project: Project, final: bool
    ) -> None:
        self._ran = {context.rule.code for context in contexts}
        self._settings = settings
        self._final = final
        self._known = {
            "itself": True,
            "files": project.tree is not None,
            "documents": project.whole,
            "web": project.web is not None,
        }

    def __call__(self, selector: str) -> bool:
        from zhenlint.suppress.directive import selects

        rules = [rule for code, rule in all_rules().items() if selects(selector, code)]
        if any(self._settings.sets_aside(rule.code, default=rule.default) for rule in rules):
            return False
        ran = [rule for rule in rules if rule.code in self._ran]
        if not self._final:
            return bool(ran) and all(rule.needs == "itself" for rule in ran)
        return any(self._known[rule.needs] for rule in ran)
