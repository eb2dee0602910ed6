"""The page of the format ``html`` with many problems, in Chromium: time to what is seen, and a filter's time.

    python -m benchmarks.html_page [PROBLEMS]

The browser's own clock is read.  "Shown" is when the list stands in the document; a filter's time includes
layout.  Of 5 loads, and 5 turns of each filter, the median and the worst are printed.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from itertools import accumulate
from pathlib import Path

from tests.reporters.browser import chromium, opened
from tests.reporters.results import found, result, written
from zhenlint.diagnostic import Diagnostic, Edit, Severity
from zhenlint.rules import all_rules
from zhenlint.runner import FileResult

PROBLEMS = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
A_FILE = 100
TURNS = 5
LINE = "我们在 2024 年的新实验里用 GitHub 上的 {} 号数据，比较了几种做法的优劣， 并记录了结果。\n"

LOADED = """
const paint = performance.getEntriesByName("first-contentful-paint")[0];
return [paint.startTime, performance.getEntriesByName("shown")[0].startTime];
"""
FILTERED = """
const [selector, value] = arguments;
const element = document.querySelector(selector);
const start = performance.now();
if (value === null) element.click();
else { element.value = value; element.dispatchEvent(new Event("input")); }
document.getElementById("list").getBoundingClientRect();
return [performance.now() - start, document.getElementById("count").textContent];
"""
FILTERS: list[tuple[str, str | None]] = [
    ("#search", "结果"),
    ("#search", "4999"),
    ("#search", "nowhere"),
    ("#search", ""),
    ("#path", "folder1/"),
    ("#path", ""),
    ("#rules .choice", None),
    ("#clear", None),
    ("#severities .choice", None),
    ("#clear", None),
]


def main() -> None:
    """Print the times."""
    page = written("html", *(_file(number) for number in range(PROBLEMS // A_FILE)))
    size, load = len(page.encode()) / 1e6, os.getloadavg()[0]
    print(f"{PROBLEMS} problems, {size:.1f} MB; load of the machine {load:.1f}")
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        loads = []
        for _ in range(TURNS):
            opened(browser, page, Path(folder))
            time.sleep(0.5)  # the paint is noted by another process
            loads.append(browser.execute_script(LOADED))
        for name, times in zip(("first paint", "shown"), zip(*loads, strict=True), strict=True):
            _tell(name, times)
        turns = [[browser.execute_script(FILTERED, *item) for item in FILTERS] for _ in range(TURNS)]
        for (selector, value), results in zip(FILTERS, zip(*turns, strict=True), strict=True):
            _tell(f"{selector} {value or ''}", [taken for taken, _ in results], results[0][1])


def _tell(name: str, times: list[float] | tuple[float, ...], note: str = "") -> None:
    print(f"{name:24} median {statistics.median(times):6.0f} ms, worst {max(times):6.0f} ms  {note}")


def _file(number: int) -> FileResult:
    """A file with a problem on each of its lines."""
    lines = [LINE.format(number * A_FILE + index) for index in range(A_FILE)]
    text = "".join(lines)
    starts = accumulate(map(len, lines[:-1]), initial=0)
    diagnostics = [_diagnostic(at + text[at:].index("， "), index) for index, at in enumerate(starts)]
    return result(text, *diagnostics, path=f"folder{number % 20}/note-{number:04}.md")


def _diagnostic(at: int, index: int) -> Diagnostic:
    codes = [code for code, rule in all_rules().items() if "{" not in rule.messages.get("default", ("{",))[0]]
    code, severity = codes[index % len(codes)], list(Severity)[index % 3]
    return found(at + 1, at + 2, Edit(at + 1, at + 2, ""), severity=severity)._replace(code=code)


if __name__ == "__main__":
    main()
