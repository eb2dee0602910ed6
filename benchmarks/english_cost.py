"""What the English rules cost: processor time on a folder, the first answers after start, memory.

    python -m benchmarks.english_cost FOLDER

Each figure is taken in a process of its own.  Beside the rules stands the parsing of the same documents, and
beside the first answers an empty check, so that figures of different machines can be compared.
"""

from __future__ import annotations

import gc
import resource
import subprocess
import sys
import time
from pathlib import Path

from zhenlint.markdown.document import Document
from zhenlint.project import Project
from zhenlint.rules import Context, enabled_rules
from zhenlint.settings import Settings
from zhenlint.source import Source

RULES = ("EN001", "EN002", "EN003")
NONE = "none"
"""Asks a child process for the cost of parsing."""

FIRST = {
    "no rule": "",
    "no unknown word": "数据存到 database 里，用 Redis 做 cache，再 register 一次",
    "one edit": "这个 wrod 不对",
    "two edits": "源文件都会 regieter 到目录里",
}
"""Texts whose first answer is timed; the first of them is checked by no rule."""

_FIRST_ANSWER = """
import sys, time
from zhenlint.api import check_text
from zhenlint.rules import Context, enabled_rules
from zhenlint.settings import Settings
text, codes = sys.argv[1], tuple(sys.argv[2:])
check_text("", settings=Settings(select=()))
begin = time.process_time()
check_text(text, settings=Settings(select=codes))
print(time.process_time() - begin)
"""


def main() -> None:
    """Print the figures; as a child process, those of one rule or of none."""
    folder = sys.argv[1]
    if len(sys.argv) > 2:
        print(*_measure(Path(folder), sys.argv[2:]))
        return
    parsing, bare = _child(folder, NONE)
    print(f"parsing                       {parsing:6.2f} s   {bare:6.1f} MB")
    for codes in (*((code,) for code in RULES), RULES):
        spent, memory = _child(folder, *codes)
        print(f"{' '.join(codes):29} {spent:6.2f} s   {memory - bare:+6.1f} MB over the bare process")
    for name, text in FIRST.items():
        answers = [_first_answer(text, RULES if text else ()) for _ in range(7)]
        print(f"first answer, {name:15} {min(answers) * 1000:6.1f} ms")


def _child(folder: str, *codes: str) -> tuple[float, float]:
    command = [sys.executable, "-m", "benchmarks.english_cost", folder, *codes]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    spent, memory = map(float, result.stdout.split())
    return spent, memory


def _measure(folder: Path, codes: list[str]) -> tuple[float, float]:
    """Processor seconds of some rules, or of parsing, and the process's largest size in MB."""
    begin = time.process_time()
    documents = [
        Document.parse(Source(str(path), path.read_text(encoding="utf-8")))
        for path in sorted(folder.rglob("*.md"))
    ]
    parsed = time.process_time()
    contexts = [item for item in enabled_rules(Settings()) if item.rule.code in codes]
    gc.collect()
    gc.freeze()  # else a look through all documents for garbage falls to whichever rule is at work
    ready = time.process_time()
    _run(documents, contexts)
    spent = time.process_time() - ready if contexts else parsed - begin
    return spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _run(documents: list[Document], contexts: list[Context]) -> None:
    """Both phases of the rules, on documents that are one project."""
    facts: dict[str, dict[str, object]] = {document.source.path: {} for document in documents}
    for document in documents:
        for context in contexts:
            if context.rule.check:
                list(context.rule.check(document, context))
            if context.rule.gather:
                facts[document.source.path][context.rule.code] = context.rule.gather(document, context)
    project = Project(
        {path: {code: item for code, item in found.items() if item} for path, found in facts.items()}
    )
    for path in facts:
        for context in contexts:
            found = project.facts_of(path, context.rule.code)
            if context.rule.judge and found is not None:
                list(context.rule.judge(found, project, context))


def _first_answer(text: str, codes: tuple[str, ...]) -> float:
    command = [sys.executable, "-c", _FIRST_ANSWER, text, *codes]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


if __name__ == "__main__":
    main()
