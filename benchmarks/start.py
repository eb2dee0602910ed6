"""From a cold start to the report of one note, beside the bare start of Python with what it must import.

    python benchmarks/start.py [NOTE]

Both are new processes, in turns, in one run; the figures are the medians of 21 processor times, the one to
read is the ratio.  The program is the script that an installation puts on the path.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from pathlib import Path

RUNS = 21
NOTE = sys.argv[1] if len(sys.argv) > 1 else "tests/notes/2024-03-20-insights.md"
PROGRAM = str(Path(sys.executable).parent / "zhenlint")
COMMANDS = {
    "python": [sys.executable, "-c", "pass"],
    "import click, markdown_it": [sys.executable, "-c", "import click, markdown_it"],
    "zhenlint check, one note": [PROGRAM, "check", "--isolated", "--no-cache", NOTE],
}


def main() -> None:
    """Print the medians and their ratios to the bare start."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(RUNS):
        for name, command in COMMANDS.items():
            times[name].append(_processor_time(command))
    bare = statistics.median(times["import click, markdown_it"])
    for name, measured in times.items():
        median = statistics.median(measured)
        print(f"{name:28} {median * 1000:6.0f} ms {median / bare:6.2f} ×")


def _processor_time(command: list[str]) -> float:
    """User and system time of a process, in seconds."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    main()
