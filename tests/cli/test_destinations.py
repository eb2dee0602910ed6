"""Several reports of one run: which format goes where, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.calls import FIXED, PROBLEM, STRAY, call, spawn
from zhenlint.cli.destinations import Destination, destinations
from zhenlint.messages import ZhenlintError
from zhenlint.reporters import FORMATS

LINE = "a.md:" + PROBLEM


@pytest.mark.parametrize(
    ("formats", "files", "expected"),
    [
        ([], [], [Destination()]),
        (["json"], [], [Destination("json")]),
        (["json"], ["a=b"], [Destination("json", "a=b")]),
        (["github", "sarif"], ["sarif=s"], [Destination("github"), Destination("sarif", "s")]),
        (["sarif"], ["sarif=s"], [Destination("sarif", "s")]),
        ([], ["sarif=s"], [Destination(), Destination("sarif", "s")]),
        ([], ["o", "sarif=s"], [Destination(None, "o"), Destination("sarif", "s")]),
        (["json"], ["sarif=s=t", "o"], [Destination("json", "o"), Destination("sarif", "s=t")]),
        (["json", "json"], [], [Destination("json")]),
        ([], ["json=a", "json=b"], [Destination(), Destination("json", "a"), Destination("json", "b")]),
    ],
)
def test_what_goes_where(formats: list[str], files: list[str], expected: list[Destination]) -> None:
    assert list(destinations(formats, files)) == expected


@pytest.mark.parametrize(
    ("formats", "files", "key"),
    [
        (["json", "sarif"], [], "usage-two-formats"),
        (["json", "sarif"], ["o"], "usage-two-formats"),
        (["json"], ["o", "p"], "usage-two-files"),
        ([], ["json=o", "sarif=./o"], "usage-same-file"),
    ],
)
def test_no_two_reports_go_to_one_place(formats: list[str], files: list[str], key: str) -> None:
    with pytest.raises(ZhenlintError) as error:
        destinations(formats, files)
    assert error.value.phrase.key == key


def test_a_report_is_printed_and_others_are_written(folder: Path) -> None:
    (folder / "a.md").write_text(STRAY)
    options = ("--output-format", "github", "--output-format", "sarif")
    result = call("check", *options, "--output-file", "sarif=out.sarif", "-o", "json=deep/out.json")
    assert result.code == 1
    assert result.out.startswith("::warning file=a.md,line=1,endLine=1,col=14,endColumn=15,title=SP004")
    assert result.err == "Found 1 problem in 1 file (1 fixable with --fix).\n"
    assert json.loads((folder / "out.sarif").read_text())["runs"][0]["results"][0]["ruleId"] == "SP004"
    assert json.loads((folder / "deep/out.json").read_text())[0]["code"] == "SP004"


def test_a_file_alone_leaves_what_is_printed_as_it_is(folder: Path) -> None:
    (folder / "a.md").write_text(STRAY)
    assert call("check", "-o", "jsonl=out").out == LINE
    assert call("check", "-o", "jsonl=out", "--statistics").out.startswith("COUNT")
    assert json.loads((folder / "out").read_text())["code"] == "SP004"
    result = call("check", "--output-format", "jsonl", "-o", "jsonl=out")
    assert (result.code, result.out, result.err) == (1, "", "")


def test_one_report_that_cannot_be_written_leaves_the_others(folder: Path) -> None:
    (folder / "a.md").write_text(STRAY)
    (folder / "taken").write_text("as it was")
    result = call("check", "-o", "sarif=taken/s", "-o", "json=j")
    assert (result.code, result.out) == (2, LINE)
    assert result.err.count("error: ") == 1
    assert "error: `taken/s` cannot be written: " in result.err
    assert json.loads((folder / "j").read_text())
    assert (folder / "taken").read_text() == "as it was"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("--output-format", "json", "--output-format", "sarif"),
            "`json` and `sarif` cannot both be printed; give one a file: `--output-file sarif=FILE`",
        ),
        (("-o", "sarif="), "option `--output-file` needs a value"),
        (
            ("--output-format", "sarf"),
            f"`--output-format` cannot be `sarf`; choose from {', '.join(f'`{name}`' for name in FORMATS)}",
        ),
        (
            ("--diff", "-o", "sarif=s"),
            "`--diff` and `--output-file FORMAT=FILE` cannot be used together; leave one out",
        ),
    ],
)
def test_mistakes(folder: Path, arguments: tuple[str, ...], told: str) -> None:
    (folder / "a.md").write_text(STRAY)
    result = call("check", *arguments)
    assert result.code == 2
    assert result.err == f"error: {told}\nRun `zhenlint check --help` for help.\n"
    assert [path.name for path in folder.iterdir()] == ["a.md"]


def test_failures_are_in_the_report_and_on_standard_error(folder: Path) -> None:
    (folder / "a.md").write_text(FIXED)
    result = call("check", "a.md", "missing.md", "--output-format", "junit")
    told = "`missing.md` does not exist; check how the path is spelled"
    assert (result.code, result.err) == (2, f"error: {told}\n")
    assert f'<error type="failure" message="{told}"/>' in result.out


def test_a_fixed_document_on_standard_output_leaves_reports_elsewhere(folder: Path) -> None:
    options = ("--fix", "--output-format", "concise", "-o", "json=j")
    result = spawn("check", "-", *options, stdin=(STRAY + "\npythonn\n").encode())
    assert result.stdout.decode() == FIXED + "\npythonn\n"
    assert [item["code"] for item in json.loads((folder / "j").read_text())] == ["EN001"]
    assert b"EN001" in result.stderr


# On GitHub


@pytest.fixture
def job(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A job on GitHub: its summary, in which another program has written."""
    (folder / "a.md").write_text(STRAY * 12)
    (folder / "summary").write_text("before\n")
    for name, value in {
        "GITHUB_ACTIONS": "true",
        "GITHUB_STEP_SUMMARY": str(folder / "summary"),
        "GITHUB_WORKSPACE": str(folder),
        "GITHUB_SERVER_URL": "https://git.example",
        "GITHUB_REPOSITORY": "me/notes",
        "GITHUB_SHA": "abc",
    }.items():
        monkeypatch.setenv(name, value)
    return folder / "summary"


def test_the_job_summary(job: Path) -> None:
    result = call("check", "--output-format", "github")
    assert result.out.count("::warning file=a.md,") == 10
    assert result.out.count("\nwarning: a.md:") == 2
    told = job.read_text()
    assert told.startswith("before\n## zhenlint\n\nFound 12 problems in 1 file (12 fixable with --fix).\n\n")
    assert (
        "| 12 | [SP004](https://github.com/zhenlint/zhenlint/blob/main/docs/rules/SP004.md) | han-han" in told
    )
    assert "| 12 | [<code>a&#46;md</code>](https://git.example/me/notes/blob/abc/a.md) |" in told
    assert "<details><summary>12 problems</summary>" in told
    assert told.count("https://git.example/me/notes/blob/abc/a.md?plain=1#L") == 12


def test_the_job_summary_comes_with_github_only(job: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    call("check")
    call("check", "--output-format", "github", "--output-file", "log")
    assert job.read_text() == "before\n"
    monkeypatch.delenv("GITHUB_ACTIONS")
    call("check", "--output-format", "github")
    assert job.read_text() == "before\n"


def test_the_job_summary_is_no_longer_than_github_takes(job: Path) -> None:
    job.write_text("x" * (1 << 20))
    call("check", "--output-format", "github")
    assert job.stat().st_size == 1 << 20
    job.write_text("x\n" * (1 << 19))
    with job.open("r+") as file:
        file.truncate((1 << 20) - 100)
    call("check", "--output-format", "github")
    assert (1 << 20) - 100 < job.stat().st_size <= 1 << 20
    assert job.read_text().endswith("\n")


def test_a_job_summary_that_cannot_be_written(job: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(job.parent))
    result = call("check", "--output-format", "github")
    assert result.code == 2
    assert "is a folder where a file is needed" in result.err


def test_paths_are_those_of_the_checkout(job: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (job.parent / "文 b").mkdir()
    (job.parent / "文 b" / "c.md").write_text(STRAY)
    (job.parent / "a.md").write_text(STRAY)
    monkeypatch.chdir(job.parent / "文 b")
    result = call("check", ".", "../a.md", "--output-format", "github", "-o", "sarif=s", "-o", "gitlab=g")
    assert "::warning file=文 b/c.md," in result.out
    assert "::warning file=a.md," in result.out
    places = [item["location"]["path"] for item in json.loads(Path("g").read_text())]
    assert sorted(set(places)) == ["a.md", "文 b/c.md"]
    (run,) = json.loads(Path("s").read_text())["runs"]
    assert run["originalUriBaseIds"]["SRCROOT"]["uri"] == f"file://{job.parent}/"
    uris = {item["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for item in run["results"]}
    assert uris == {"a.md", "%E6%96%87%20b/c.md"}


def test_a_name_gives_no_command_in_the_log_of_people(job: Path) -> None:
    (job.parent / "::stop-commands::x.md").write_text(STRAY)
    (job.parent / "##[add-mask]x.md").write_text(STRAY)
    lines = [line.partition(":1:14")[0] for line in call("check").out.splitlines()]
    assert {"##\\[add-mask]x.md", "\\::stop-commands::x.md"} <= set(lines)
    assert "##\\[error]" in call("check", "##[error]").err
