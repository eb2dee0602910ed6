"""What the READMEs say is what the program does."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import zhenlint
from zhenlint.rules import all_rules
from zhenlint.settings import Settings

ROOT = Path(__file__).parent.parent
READMES = ["README.md", "README.zh-CN.md"]

every_readme = pytest.mark.parametrize("name", READMES)


def _zhenlint(*arguments: str) -> str:
    command = [sys.executable, "-m", "zhenlint", *arguments]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    return result.stdout + result.stderr


@every_readme
def test_the_report_is_printed_as_shown(name: str) -> None:
    readme = (ROOT / name).read_text(encoding="utf-8")
    block = re.search(r"```console\n\$ pip install \. && zhenlint (.+)\n([^`]+(?:`[^`]+`[^`]*)*?)```", readme)
    assert block
    assert _zhenlint(*shlex.split(block[1]), "--isolated") == block[2]


@every_readme
def test_the_problem_on_a_terminal_is_printed_as_shown(name: str) -> None:
    readme = (ROOT / name).read_text(encoding="utf-8")
    shown = readme.split("```text\n")[1].split("\n```")[0]
    language = "zh" if "zh" in name else "en"
    full = _zhenlint("check", "tests/notes", "--isolated", "--output-format", "full", "--lang", language)
    assert shown in full.split("\n\n")


@every_readme
def test_the_python_example_runs(name: str) -> None:
    readme = (ROOT / name).read_text(encoding="utf-8")
    example = readme.split("```python\n")[1].split("```")[0]
    values: dict[str, object] = {}
    exec(example, values)
    assert values["fixed"] == "在 GitHub 上"


@every_readme
def test_the_configuration_is_accepted(name: str, tmp_path: Path) -> None:
    readme = (ROOT / name).read_text(encoding="utf-8")
    (tmp_path / "zhenlint.toml").write_text(readme.split("```toml\n")[1].split("```")[0], encoding="utf-8")
    (tmp_path / "dictionaries").mkdir()
    (tmp_path / "dictionaries" / "team.txt").write_text("foobarish\n", encoding="utf-8")
    (tmp_path / "a.md").write_text("一段 foobarish 文字\n", encoding="utf-8")
    assert _zhenlint("check", str(tmp_path / "a.md"), "--quiet") == ""


@every_readme
def test_every_rule_is_listed(name: str) -> None:
    readme = (ROOT / name).read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| ([A-Z]{2}\d{3}) \|", readme, re.MULTILINE))
    assert listed == {rule.code for rule in all_rules().values() if rule.default}
    assert all(rule.code in readme for rule in all_rules().values())


@pytest.mark.parametrize(
    "path",
    [
        *READMES,
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "docs/adoption.md",
        "docs/adoption.zh-CN.md",
        "docs/dialects.md",
        "docs/integrations.md",
        "docs/integrations.zh-CN.md",
        "dictionaries/README.md",
        "dictionaries/SOURCES.md",
    ],
)
def test_our_own_documents_are_clean(path: str) -> None:
    assert _zhenlint("check", path, "--quiet") == ""


@every_readme
def test_the_silencing_comments_are_right(name: str) -> None:
    readme = (ROOT / name).read_text(encoding="utf-8")
    example = readme.split("```markdown\n")[1].split("```")[0].replace("…", "在GitHub上，")
    found = zhenlint.check_text(example, settings=Settings(select=("SP001", "ZH003", "EN001", "ZL")))
    assert [(item.code, item.text) for item in found] == [("ZL001", "EN001")]
