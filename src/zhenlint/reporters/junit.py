"""JUnit XML: a test suite a file, a failed test a problem.

The elements are those of the schema of Jenkins' xUnit plugin (``junit-10.xsd``), which GitLab and others
read, too.  A file without a problem is a passed test, a hint is a passed test with words.
"""

from __future__ import annotations

from zhenlint.diagnostic import Severity
from zhenlint.problem import Problem
from zhenlint.reporters import View
from zhenlint.reporters.summary import Totals
from zhenlint.reporters.words import with_suggestions
from zhenlint.reporters.xml_text import attributes, content
from zhenlint.runner import FileResult


class Reporter:
    """Writes the suites as the results come."""

    def __init__(self, view: View) -> None:
        self._language = view.language

    def begin(self) -> str:
        """The start of the document."""
        return '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="zhenlint">\n'

    def result(self, result: FileResult) -> str:
        """The suite of one file."""
        cases = [_case(problem) for problem in result.problems] or [_passed(result.path)]
        return _suite(result.path, cases, failures=len(result.counted))

    def end(self, totals: Totals) -> str:
        """The suites of what could not be checked, and the end of the document."""
        failed = (
            _suite(path or "zhenlint", [_broken(path, failure.words(self._language))], errors=1)
            for path, failure in totals.failures
        )
        return "".join(failed) + "</testsuites>\n"


def _suite(path: str, cases: list[str], failures: int = 0, errors: int = 0) -> str:
    counts = {"tests": str(len(cases)), "failures": str(failures), "errors": str(errors)}
    return f"  <testsuite{attributes(name=path, **counts)}>\n{''.join(cases)}  </testsuite>\n"


def _passed(path: str) -> str:
    return f"    <testcase{attributes(name='zhenlint', classname=path)}/>\n"


def _case(problem: Problem) -> str:
    name = f"{problem.code} {problem.line}:{problem.column}"
    place = f"{problem.path}:{problem.line}:{problem.column}: {problem.code}"
    words = content(f"{place} {with_suggestions(problem)}\n{problem.url}")
    if problem.severity is Severity.HINT:
        told = f"<system-out>{words}</system-out>"
    else:
        told = f"<failure{attributes(type=problem.name, message=problem.message)}>{words}</failure>"
    return f"    <testcase{attributes(name=name, classname=problem.path)}>{told}</testcase>\n"


def _broken(path: str, message: str) -> str:
    error = f"<error{attributes(type='failure', message=message)}/>"
    return f"    <testcase{attributes(name='zhenlint', classname=path)}>{error}</testcase>\n"
