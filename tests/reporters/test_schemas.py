"""Reports against the official schemas of their formats (``schemas/README.md`` names their sources)."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from lxml import etree

from tests.real_documents import folders
from tests.reporters.results import fewer, found, result, results, written
from zhenlint.diagnostic import Edit, Severity
from zhenlint.messages import phrase
from zhenlint.runner import FileResult

SCHEMAS = Path(__file__).parent / "schemas"


def _schema(name: str) -> Any:
    return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))


@cache
def _validators() -> tuple[Any, Any]:
    import jsonschema

    sarif = jsonschema.Draft4Validator(_schema("sarif-schema-2.1.0.json"))
    return sarif, jsonschema.Draft7Validator(_schema("codeclimate.json"))


def sarif(text: str) -> None:
    """A SARIF log is valid."""
    _validators()[0].validate(json.loads(text))


def gitlab(text: str) -> None:
    """A code quality report is valid, and no two elements have the same fingerprint."""
    elements = json.loads(text)
    for element in elements:
        _validators()[1].validate(element)
        assert element["severity"] in {"info", "minor", "major", "critical", "blocker"}
    assert len({element["fingerprint"] for element in elements}) == len(elements)


def junit(text: str) -> None:
    """A JUnit report is valid, and its suites count their tests."""
    document = etree.fromstring(text.encode("utf-8"))
    etree.XMLSchema(etree.parse(str(SCHEMAS / "junit-10.xsd"))).assertValid(document)
    for suite in document:
        for kind, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
            assert int(suite.get(kind)) == len(list(suite.iter(tag)))


@cache
def _diagnostic_result() -> Any:
    """The message class that protoc makes of reviewdog's definition."""
    import tempfile

    from grpc_tools import protoc

    with tempfile.TemporaryDirectory() as folder:
        made = protoc.main(["", f"-I{SCHEMAS}", f"--python_out={folder}", str(SCHEMAS / "reviewdog.proto")])
        assert made == 0
        sys.path.insert(0, folder)
        try:
            return importlib.import_module("reviewdog_pb2").DiagnosticResult
        finally:
            sys.path.remove(folder)


def rdjson(text: str) -> None:
    """A Reviewdog report is what the parser of protobuf takes, which refuses unknown fields and types."""
    from google.protobuf import json_format

    json_format.Parse(text, _diagnostic_result()(), ignore_unknown_fields=False)


CHECKS: dict[str, Callable[[str], None]] = {
    "sarif": sarif,
    "gitlab": gitlab,
    "junit": junit,
    "rdjson": rdjson,
}

every_format = pytest.mark.parametrize("name", CHECKS)

TRICKY = [
    [],
    [result("")],
    [FileResult("a.md", failure=phrase("missing-path", path="a.md"))],
    [FileResult("", failure=phrase("config-syntax", place="", detail="{0} ]]> \x1b"))],
    [FileResult("a.md", warning=phrase("fix-cycle", path="a.md", codes=("X",), url=""))],
    [result("a b", found(1, 2, severity=Severity.HINT))],
    [
        result(
            "\ufffe]]>\x00", found(0, 5, Edit(0, 0, "\x00"), suggestions=("", "]]>")), path="]]>\udcff\x01.md"
        )
    ],
    [result("a", *[found(0, 1)] * 3, path="/an/absolute path/文.md")],
]


@every_format
@pytest.mark.parametrize("items", TRICKY)
def test_small_and_tricky_reports_are_valid(name: str, items: list[FileResult]) -> None:
    CHECKS[name](written(name, *items))


@every_format
@fewer
@given(items=results())
def test_reports_are_valid_whatever_they_hold(name: str, items: list[FileResult]) -> None:
    CHECKS[name](written(name, *items))


def test_reports_on_real_documents_are_valid(tmp_path: Path) -> None:
    from tests.cli.calls import call

    files = [f"--output-file={name}={tmp_path / name}" for name in CHECKS]
    quiet = call("check", *map(str, folders()), "--isolated", "--hints", "--output-format=sarif", *files)
    assert (quiet.code, quiet.out) == (1, "")
    for name, check in CHECKS.items():
        check((tmp_path / name).read_text(encoding="utf-8"))
