"""Results to report: made by hand, and drawn with names and texts that a format could trip over."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from zhenlint.language import Language
from zhenlint.messages import phrase
from zhenlint.problem import problems
from zhenlint.reporters import View, reporter
from zhenlint.reporters.summary import Totals
from zhenlint.runner import FileResult
from zhenlint.source import Source

fewer = settings(max_examples=settings().max_examples // 6)
"""For properties of whole reports, each of which takes long to write and to read."""


def result(text: str, *diagnostics: Diagnostic, path: str = "a.md", language: Language = "en") -> FileResult:
    """The result of a file with given diagnostics."""
    source = Source(path, text)
    return FileResult(path, tuple(problems(source, diagnostics, language)), source, source)


def found(
    start: int,
    end: int,
    *edits: Edit,
    suggestions: tuple[str, ...] = (),
    severity: Severity = Severity.WARNING,
) -> Diagnostic:
    """A diagnostic of SP004."""
    fix = Fix(edits) if edits else None
    return Diagnostic("SP004", start, end, severity, "default", (), suggestions, fix)


def written(name: str, *results: FileResult, view: View | None = None) -> str:
    """The report of results in a format."""
    report, totals = reporter(name, view or View()), Totals()
    parts = [report.begin()]
    for item in results:
        totals.add(item)
        if not item.failure:
            parts.append(report.result(item))
    return "".join((*parts, report.end(totals)))


_PIECES = [
    *"中文 ab\n\r\t\x1b\x9b\x00\x0b\u2028\x85\u202e\ufeff\ufffe\uffff\\\"'<>&:，,%;=|`*_[]{}()#@!~/",
    "👩", "\U0010fffe", "::", "::error::", "##[error]", "%0A", "%25", "]]>", "<!--", "-->", "</code>", "{0}",
    "[a](1)", "<script>", "&amp;", "\r\n",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from([*_PIECES, "\ud800"]), min_size=1, max_size=12).map("".join)
"""Texts of documents; a lone surrogate is what some encodings decode to."""

PATHS = st.lists(st.sampled_from([*_PIECES, "\udcff", "../"]), min_size=1, max_size=8).map("".join)
"""Names of files; ``\\udcff`` is a byte that is not UTF-8."""


@st.composite
def results(draw: st.DrawFn) -> list[FileResult]:
    """Results of files in order of path, with problems of every severity and failures."""
    drawn = []
    for path in sorted(draw(st.sets(PATHS, max_size=4))):
        if draw(st.integers(0, 5)) == 0:
            drawn.append(FileResult(path, failure=phrase("missing-path", path=path)))
            continue
        text = draw(TEXTS)
        drawn.append(result(text, *draw(_diagnostics(text)), path=path))
    return drawn


@st.composite
def _diagnostics(draw: st.DrawFn, text: str) -> list[Diagnostic]:
    spans = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, 5)), max_size=16))
    drawn = []
    for start, length in sorted(spans):
        end = min(start + length, len(text))
        edits = draw(st.sampled_from([(), ((start, end, "x\n"),), ((0, 0, " "), (end, end, "\x1b"))]))
        fix = Fix(tuple(Edit(*edit) for edit in edits), draw(st.sampled_from(Applicability)))
        diagnostic = found(start, end, severity=draw(st.sampled_from(Severity)))
        drawn.append(
            diagnostic._replace(
                suggestions=tuple(draw(st.lists(TEXTS, max_size=2))), fix=fix if edits else None
            )
        )
    return drawn
