"""From a cold start to the report of one note, beside the bare start of Python with what it must import.

    python benchmarks/start.py [NOTE]

Both are new processes, in turns, in one run; the figures are the medians of 21, the one to read is
the ratio.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

RUNS = 21
NOTE = sys.argv[1] if len(sys.argv) > 1 else "tests/notes/2024-03-20-insights.md"
COMMANDS = {
    "python": [sys.executable, "-c", "pass"],
    "import click, markdown_it": [sys.executable, "-c", "import click, markdown_it"],
    "zhenlint check, one note": [sys.executable, "-m", "zhenlint", "check", "--isolated", "--no-cache", NOTE],
}


def main() -> None:
    """Print the medians and their ratios to the bare start."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(RUNS):
        for name, command in COMMANDS.items():
            start = time.perf_counter()
            subprocess.run(command, capture_output=True, check=False)
            times[name].append(time.perf_counter() - start)
    bare = statistics.median(times["import click, markdown_it"])
    for name, measured in times.items():
        median = statistics.median(measured)
        print(f"{name:28} {median * 1000:6.0f} ms {median / bare:6.2f} ×")


if __name__ == "__main__":
    main()
