"""SARIF 2.1.0 (OASIS standard): one run, written as the results come.

Columns count code points and ends are exclusive, as everywhere in zhenlint.
"""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import quote

from zhenlint.diagnostic import Edit
from zhenlint.messages import Phrase
from zhenlint.problem import Problem
from zhenlint.reporters import View
from zhenlint.reporters.fingerprints import Fingerprints
from zhenlint.reporters.json_array import JsonArray
from zhenlint.reporters.json_text import to_strict_json
from zhenlint.reporters.places import checkout
from zhenlint.reporters.remedies import remedies
from zhenlint.reporters.sarif_rules import LEVELS, driver
from zhenlint.reporters.summary import Totals
from zhenlint.rules import all_rules
from zhenlint.runner import FileResult
from zhenlint.source import Source

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_ROOT = "SRCROOT"
"""The name of the folder that relative addresses begin at."""


class Reporter:
    """Writes a log with one run."""

    def __init__(self, view: View) -> None:
        self._language = view.language
        self._array = JsonArray()
        self._checkout = checkout()
        self._fingerprints = Fingerprints()
        self._indices = {code: index for index, code in enumerate(all_rules())}

    def begin(self) -> str:
        """The tool with its rules, and the start of the list of results."""
        run = {
            "tool": {"driver": driver(self._language)},
            "language": "zh-CN" if self._language == "zh" else "en",
            "columnKind": "unicodeCodePoints",
            "newlineSequences": ["\r\n", "\r", "\n"],
            "originalUriBaseIds": {_ROOT: {"uri": _file_uri(self._checkout.root.rstrip("/") + "/")}},
        }
        head = f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [\n'
        return head + to_strict_json(run).removesuffix("}") + ', "results": ['

    def result(self, result: FileResult) -> str:
        """The problems of one file as results."""
        source = result.source
        if source is None:
            return ""
        return self._array.add(to_strict_json(self._result(problem, source)) for problem in result.problems)

    def end(self, totals: Totals) -> str:
        """The end of the results, and how the run went."""
        notes = [self._notification("error", *failure) for failure in totals.failures]
        notes += [self._notification("warning", *warning) for warning in totals.warnings]
        invocation = {"executionSuccessful": not totals.failures, "toolExecutionNotifications": notes}
        return f'{self._array.close()}, "invocations": [{to_strict_json(invocation)}]}}\n]}}\n'

    def _result(self, problem: Problem, source: Source) -> dict[str, Any]:
        artifact = self._artifact(problem.path)
        region = _region(source, Edit(problem.start, problem.end, ""))
        result: dict[str, Any] = {
            "ruleId": problem.code,
            "ruleIndex": self._indices[problem.code],
            "level": LEVELS[problem.severity],
            "message": {"text": _plain(problem.message)},
            "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
            "partialFingerprints": {"problem/v1": self._fingerprints.of(problem, source)},
        }
        if problem.fix:
            result["fixes"] = [
                {"artifactChanges": [_change(source, artifact, way)]} for way in remedies(problem)
            ]
        return result

    def _notification(self, level: str, path: str, told: Phrase) -> dict[str, Any]:
        place = {"physicalLocation": {"artifactLocation": self._artifact(path)}}
        return {
            "descriptor": {"id": told.key},
            "level": level,
            "message": {"text": _plain(told.words(self._language))},
            "locations": [place] if path else [],
        }

    def _artifact(self, shown: str) -> dict[str, str]:
        path = self._checkout.path(shown)
        if os.path.isabs(path):
            return {"uri": _file_uri(path)}
        return {"uri": quote(os.fsencode(path)), "uriBaseId": _ROOT}


def _file_uri(path: str) -> str:
    """The address of an absolute path, which has a drive before its first ``/`` on Windows (RFC 8089)."""
    return "file://" + "/" * (not path.startswith("/")) + quote(os.fsencode(path), safe="/:")


def _plain(text: str) -> str:
    """A plain text message, in which single braces would stand for arguments (section 3.11.5)."""
    return text.replace("{", "{{").replace("}", "}}")


def _change(source: Source, artifact: dict[str, str], edits: tuple[Edit, ...]) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(source, edit), "insertedContent": {"text": edit.content}} for edit in edits
    ]
    return {"artifactLocation": artifact, "replacements": replacements}


def _region(source: Source, edit: Edit) -> dict[str, int]:
    """The part of a text that an edit replaces; it is empty for an insertion."""
    start, end = source.position(edit.start), source.position(edit.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }
