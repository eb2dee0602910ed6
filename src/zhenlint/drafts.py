"""The first phase of a run: one file looked at alone, and its safe fixes made if those are wanted.

A draft travels between processes, so it holds no text that can be read again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from zhenlint import files
from zhenlint.check import Report, examine, examine_all
from zhenlint.diagnostic import Severity
from zhenlint.language import Language
from zhenlint.markdown.document import Document
from zhenlint.messages import Phrase, ZhenlintError, phrase
from zhenlint.named_tuple import NamedTuple
from zhenlint.problem import Problem
from zhenlint.settings import EngineError, Settings
from zhenlint.source import Source, SourceError

if TYPE_CHECKING:
    from zhenlint.fixing import FixResult
    from zhenlint.packing import Packed
    from zhenlint.scope import Limits, Scope

ISSUES_URL = "https://github.com/zhenlint/zhenlint/issues"

TOGETHER: Final = 500_000
"""Bytes of files that are looked at together at most: 192,000 take 3 % more time, more save nothing."""

T = TypeVar("T")


class Task(NamedTuple):
    """One file to check: where it lies, what it is called, and its settings.

    ``placed`` is whether other files lie beside it: not for a text from standard input without a name.
    ``limits`` are those of what is told and fixed; where nothing is, the file counts only for what others
    are judged by.  ``content`` stands for what the file holds; such a file is never written.
    """

    path: str
    shown: str
    settings: Settings
    placed: bool = True
    limits: Limits | None = None
    content: bytes | None = None

    @property
    def is_told(self) -> bool:
        """Whether the run has a result for the file."""
        return self.limits is None or not self.limits.is_empty

    def is_fixed(self, mode: Mode) -> bool:
        """Whether fixes are applied to it."""
        return mode.fix and self.is_told and not (mode.write and self.content is not None)

    def read(self) -> bytes:
        """What the file holds.

        Raises:
            ZhenlintError: there is no such file, it is no file, or it cannot be read.
        """
        return files.read(self.path, self.shown) if self.content is None else self.content


class Mode(NamedTuple):
    """What is done with every file of a run.

    ``fix`` applies the safe fixes, with ``unsafe`` all; the file is written only with ``write``.
    Hints are part of the result only with ``hints``.  ``whole`` is whether folders are checked, not a few
    named files of them.  Without ``texts`` the result need not have the text of a file.  With ``statistics``
    it tells what no rule for Chinese words has looked at.
    """

    language: Language = "en"
    encoding: str = "utf-8"
    fix: bool = False
    unsafe: bool = False
    write: bool = False
    hints: bool = False
    whole: bool = False
    texts: bool = True
    statistics: bool = False


class FileResult(NamedTuple):
    """What became of one file.

    ``problems`` are those of ``source``; after fixing that is the fixed text and ``original`` the
    text as it was read.  ``source`` is None where there is nothing to tell of it, or no text is wanted.
    ``fixed`` counts the fixes applied.  With a ``failure`` there is nothing else; a ``warning`` tells of
    something that did not keep the file from being checked.  ``foreign`` counts the lines of Traditional
    Chinese and Japanese, where that is wanted.  ``told`` is what another process has made of the result for
    a report; then nothing else is there.
    """

    path: str
    problems: tuple[Problem, ...] = ()
    source: Source | None = None
    original: Source | None = None
    fixed: int = 0
    failure: Phrase | None = None
    warning: Phrase | None = None
    foreign: int = 0
    told: object = None

    @property
    def counted(self) -> list[Problem]:
        """The problems that make a run fail: all but hints."""
        return [problem for problem in self.problems if problem.severity is not Severity.HINT]


class Text(NamedTuple):
    """The text of a file in a run.

    ``data`` are the bytes that were read, ``original`` is their text, ``source`` the text as it now is,
    ``scope`` what of it counts.  ``applied`` counts the fixes; ``warning`` tells of rules whose fixes undo
    each other.
    """

    data: bytes
    original: Source
    source: Source
    scope: Scope | None
    applied: int = 0
    warning: Phrase | None = None


class Draft(NamedTuple):
    """A file after the first phase: what it says by itself.

    ``text`` is None where nothing was fixed and the file can be read again; only then is the report packed,
    and there is a ``digest`` of the bytes that were read.
    """

    said: Report | Packed
    digest: bytes = b""
    text: Text | None = None

    @property
    def report(self) -> Report:
        """What the file says."""
        return self.said if isinstance(self.said, Report) else self.said.report()

    @property
    def is_at_hand(self) -> bool:
        """Whether all of it is in memory."""
        return isinstance(self.said, Report) or self.said.is_at_hand

    @property
    def problems(self) -> int:
        """How many problems the file has by itself, hints aside."""
        if isinstance(self.said, Report):
            return sum(item.severity is not Severity.HINT for item in self.said.diagnostics)
        return self.said.problems


Outcome: TypeAlias = Draft | FileResult
"""What becomes of a file in the first phase: its draft, or its result where there is none."""

Hear = Callable[[Sequence[Outcome]], None]
"""Is told of drafts as they are made, in any order, each once."""


def unheard(made: Sequence[Draft | FileResult]) -> None:
    """Nobody wants to know."""


def digest_of(data: bytes) -> bytes:
    """What a file's bytes are known by."""
    from zhenlint.digests import blake2b  # a single note is not packed

    return blake2b(data, digest_size=16).digest()


def begin(task: Task, mode: Mode, *, keep: bool) -> Draft | FileResult:
    """Read a file and look at it alone; where that fails, its result.  ``keep`` its text in any case."""
    return guarded(lambda: draft(task.read(), task, mode, keep=keep), task.shown)


def begin_together(tasks: Sequence[Task], mode: Mode) -> list[Draft | FileResult]:
    """The same of some files, without their texts; those that are not fixed are looked at together."""
    if len(tasks) == 1 or any(task.is_fixed(mode) for task in tasks):
        return [begin(task, mode, keep=False) for task in tasks]
    parsed = [guarded(partial(_parsed, task, mode), task.shown) for task in tasks]
    documents = [
        (item.document, task.settings)
        for task, item in zip(tasks, parsed, strict=True)
        if isinstance(item, _Parsed)
    ]
    try:
        reports = iter(examine_all(documents))
    except Exception:  # which of them it is that fails shows when each is looked at by itself
        return [begin(task, mode, keep=False) for task in tasks]
    return [
        _packed(next(reports), item.data, item.document.source) if isinstance(item, _Parsed) else item
        for item in parsed
    ]


class _Parsed(NamedTuple):
    """A file that was read: its bytes, and the document that they are."""

    data: bytes
    document: Document


def _parsed(task: Task, mode: Mode) -> _Parsed:
    data = task.read()
    return _Parsed(data, Document.parse(decode(data, task.shown, mode.encoding)))


def draft(data: bytes, task: Task, mode: Mode, *, keep: bool) -> Draft:
    """The first phase for the content of a file.  Safe fixes need no other document, so they are made here.

    Raises:
        ZhenlintError: the bytes are not text in the encoding.
    """
    text = read_text(data, task, mode)
    if not task.is_fixed(mode):
        report = examine(Document.parse(text.source), task.settings)
        return Draft(report, text=text) if keep else _packed(report, data, text.source)
    from zhenlint.fixing import fix

    fixed = fix(text.source, task.settings, scope=text.scope, final=False)
    warning = cycle_warning(fixed, task)
    if not (keep or fixed.applied or warning):
        return _packed(fixed.report, data, fixed.source)
    changed = Text(data, text.source, fixed.source, fixed.scope, fixed.applied, warning)
    return Draft(fixed.report, text=changed)


def _packed(report: Report, data: bytes, source: Source) -> Draft:
    """The draft of a file that can be read again."""
    from zhenlint.packing import pack  # a single note is not packed

    return Draft(pack(report, source), digest_of(data))


def read_text(data: bytes, task: Task, mode: Mode) -> Text:
    """The text of a file's bytes, as it was read.

    Raises:
        ZhenlintError: they are not text in the encoding.
    """
    source = decode(data, task.shown, mode.encoding)
    return Text(data, source, source, task.limits and task.limits.scope(source.text))


def guarded(step: Callable[[], T], shown: str) -> T | FileResult:
    """What a step on one file gives; where it fails, that file's result."""
    try:
        return step()
    except ZhenlintError as failure:
        return FileResult(shown, failure=failure.phrase)
    except EngineError as error:
        return FileResult(shown, failure=phrase(error.reason, path=shown, **error.arguments))
    except Exception as error:  # a fault of one rule on one file must not keep the others from being checked
        fault = phrase("internal-error", path=shown, detail=_described(error), url=ISSUES_URL)
        return FileResult(shown, failure=fault)


def cycle_warning(fixed: FixResult, task: Task) -> Phrase | None:
    """A warning of rules whose fixes undo each other."""
    if not fixed.cycle:
        return None
    return phrase("fix-cycle", path=task.shown, codes=fixed.cycle, url=ISSUES_URL)


def decode(data: bytes, shown: str, encoding: str) -> Source:
    """A file's bytes as text.

    Raises:
        ZhenlintError: they are none in this encoding; encodings are named as people write them.
    """
    try:
        return Source.decode(data, shown, encoding)
    except SourceError as error:
        names = {"encoding", "likely"}
        words = {name: text.upper() if name in names else text for name, text in error.arguments.items()}
        raise ZhenlintError(error.reason, path=shown, **words) from error


def _described(error: Exception) -> str:
    """An unforeseen error: its type, its words, and where in the code it arose."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f" at {trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}: {error}{place}"
