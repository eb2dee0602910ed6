"""Where many texts are expected, lists of words are known as a whole, and the same is found."""

from __future__ import annotations

import subprocess
import sys

import pytest

TEXT = """# 说明

所有源文件都 regieter 到 src 里面，既使你不知到它们的位置。我们以及据迁移到了新的的平台，
可以轻松的处理 recieve、seperate、occured、adress、enviroment、definately 和 tehm，下个一语句写成循还。
"""

PROGRAM = """
import sys
from zhenlint.spelling.chinese.mistyped import mistyped_pairs
from zhenlint.spelling.chinese.near_misses import near_misses
from zhenlint.spelling.expectation import expecting_many, many_expected
import contextlib, zhenlint
text = sys.stdin.read()
with expecting_many() if {} else contextlib.nullcontext():
    for problem in zhenlint.check_text(text):
        print(problem.line, problem.column, problem.code, problem.text, *problem.suggestions)
assert not many_expected()
print(near_misses().knows_many, mistyped_pairs().knows_many, file=sys.stderr)
"""


def _run(*, many: bool) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "utf8", "-c", PROGRAM.format(many)]
    return subprocess.run(command, input=TEXT, capture_output=True, encoding="utf-8", check=True)


@pytest.fixture(scope="module")
def few() -> subprocess.CompletedProcess[str]:
    return _run(many=False)


def test_a_text_is_looked_at_word_by_word(few: subprocess.CompletedProcess[str]) -> None:
    assert few.stderr == "False False\n"
    assert {"EN001", "ZH001", "ZH003"} <= {line.split()[2] for line in few.stdout.splitlines()}


def test_where_many_are_expected_the_same_is_found(few: subprocess.CompletedProcess[str]) -> None:
    many = _run(many=True)
    assert many.stderr == "True True\n"
    assert many.stdout == few.stdout
