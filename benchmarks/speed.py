"""zhenlint beside the checkers that people would run instead, on one folder of documents, in one run.

    python benchmarks/speed.py FOLDER [--rounds N] [--peers FOLDER] [--table FILE] [--plot FILE]

What is installed of autocorrect, typos, rumdl, zhlint, cspell and markdownlint-cli2 runs on a copy of
FOLDER, in turns with zhenlint: without a cache, with a cache that is new, with one that knows everything,
and with one file changed.  ``--peers`` names a folder more in which their programs are sought.  Figures are
the medians of the rounds: wall-clock seconds, processor seconds of all processes, the largest resident memory
of any one process.  Then zhenlint's growth: copies of the folder side by side, by one process and by two in
turns, in twice as many rounds of one copy, as their ratio varies more, in as many of two, and so on.  In
between go two runs at once of one process each, which have nothing in common: that is what the processors can
give.  ``--plot`` needs matplotlib.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

FAST = ("autocorrect", "typos", "rumdl")
SLOW = ("zhlint", "cspell", "markdownlint-cli2")
PEERS = {
    "autocorrect": ["--lint", "."],
    "typos": ["."],
    "rumdl": ["check", "--no-cache", "."],
    "zhlint": ["**/*.md"],
    "cspell": ["--no-progress", "--no-summary", "**/*.md"],
    "markdownlint-cli2": ["**/*.md"],
}
"""How each peer checks all Markdown files of the current folder."""

COPIES = (1, 2, 4, 8)

TURNS = ("1", "2", "1", "1 + 1")
"""The processes of the runs of a round: what two take follows what one takes, as a processor that was idle is
slower at first."""


class Cost(NamedTuple):
    """What a run took: wall-clock and processor seconds, and megabytes of the largest process."""

    wall: float
    processor: float
    memory: float


def measured(command: Sequence[str], folder: Path, environment: dict[str, str], times: int = 1) -> Cost:
    """Run a command in a folder, so many times at once; it may find problems, but must not fail to run."""
    begin = time.perf_counter()
    processes = [
        subprocess.Popen(
            command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
        )
        for _ in range(times)
    ]
    usages = [_usage(process, command[0]) for process in processes]
    wall = time.perf_counter() - begin
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return Cost(
        wall,
        sum(usage.ru_utime + usage.ru_stime for usage in usages),
        max(usage.ru_maxrss for usage in usages) / unit,
    )


def _usage(process: subprocess.Popen[bytes], name: str) -> resource.struct_rusage:
    """What a process has used when it has ended."""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1, 2):
        raise SystemExit(f"{name} ended with {process.returncode}")
    return usage


def median(costs: Sequence[Cost]) -> Cost:
    """The medians of each figure."""
    return Cost(*(statistics.median(figures) for figures in zip(*costs, strict=True)))


class Bench:
    """One copy of the documents, zhenlint's cache beside it, and the runs on them."""

    def __init__(self, documents: Path, place: Path, peers: Path | None) -> None:
        self.documents = place / "documents"
        self._cache = place / "cache"
        shutil.copytree(documents, self.documents)
        search = os.pathsep.join([*([str(peers)] if peers else []), os.environ["PATH"]])
        self._found = {name: path for name in PEERS if (path := shutil.which(name, path=search))}
        self._environment = {**os.environ, "ZHENLINT_CACHE_DIR": str(self._cache), "LC_ALL": "C.UTF-8"}
        self._note = max(self.documents.rglob("*.md"), key=lambda path: path.stat().st_size)

    def runs(self, *, slow: bool) -> Iterator[tuple[str, Callable[[], Cost]]]:
        """Each run by its name, in the order of a round."""
        yield "zhenlint, no cache", lambda: self.zhenlint("--no-cache")
        yield "zhenlint, new cache", self._with_new_cache
        yield "zhenlint, nothing changed", self.zhenlint
        yield "zhenlint, one file changed", self._with_one_changed
        for name, path in self._found.items():
            if slow or name not in SLOW:
                yield name, partial(measured, [path, *PEERS[name]], self.documents, self._environment)

    def zhenlint(self, *options: str, folder: Path | None = None, times: int = 1) -> Cost:
        """Check the documents, or another folder, with the default rules."""
        program = str(Path(sys.executable).parent / "zhenlint")
        command = [program, "check", "--isolated", *options]
        return measured(command, folder or self.documents, self._environment, times)

    def _with_new_cache(self) -> Cost:
        shutil.rmtree(self._cache, ignore_errors=True)
        return self.zhenlint()

    def _with_one_changed(self) -> Cost:
        with self._note.open("a", encoding="utf-8") as file:
            file.write("\n又一行。\n")
        return self.zhenlint()


def growth(bench: Bench, place: Path, rounds: int) -> Iterator[tuple[int, str, Cost]]:
    """Copies of the documents, processes as in :data:`TURNS`, and what a run without cache takes."""
    for copies in COPIES:
        folder = place / f"copies-{copies}"
        for number in range(copies):
            shutil.copytree(bench.documents, folder / str(number))
        found: dict[str, list[Cost]] = {}
        for _ in range(max(1, 2 * rounds // copies)):
            for processes in TURNS:
                jobs, *others = processes.split(" + ")
                cost = bench.zhenlint("--no-cache", "--jobs", jobs, folder=folder, times=1 + len(others))
                found.setdefault(processes, []).append(cost)
        yield from ((copies, processes, median(costs)) for processes, costs in found.items())
        shutil.rmtree(folder)


def size_of(folder: Path) -> tuple[int, float]:
    """The Markdown files of a folder and their megabytes."""
    files = list(folder.rglob("*.md"))
    return len(files), sum(file.stat().st_size for file in files) / 1e6


def together(costs: dict[str, Cost], names: Sequence[str]) -> Cost:
    """What several runs take one after the other."""
    parts = [costs[name] for name in names]
    return Cost(
        sum(part.wall for part in parts),
        sum(part.processor for part in parts),
        max(part.memory for part in parts),
    )


def table(costs: dict[str, Cost], megabytes: float) -> Iterator[str]:
    """The table of runs, in Markdown, with what several together take."""
    sums = {" + ".join(names): together(costs, names) for names in (FAST, SLOW) if costs.keys() >= set(names)}
    own = costs["zhenlint, no cache"].wall
    yield "| run | seconds | ratio | processor seconds | MB of memory | MB/s |"
    yield "| --- | --: | --: | --: | --: | --: |"
    for name, (wall, processor, memory) in {**costs, **sums}.items():
        speed = megabytes / wall
        yield f"| {name} | {wall:.2f} | {wall / own:.2f} | {processor:.2f} | {memory:.0f} | {speed:.1f} |"


def growth_table(figures: Sequence[tuple[int, str, Cost]]) -> Iterator[str]:
    """The table of growth, in Markdown: how often longer than one copy by as many processes a run takes.

    ``speed-up`` is how often longer one process takes for the same; two runs at once do twice as much.
    """
    walls = {(copies, processes): cost.wall for copies, processes, cost in figures}
    yield "| copies | processes | seconds | ratio | speed-up | processor seconds | MB of memory |"
    yield "| --: | --: | --: | --: | --: | --: | --: |"
    for copies, processes, (wall, processor, memory) in figures:
        done = 1 + processes.count("+")
        ratios = f"{wall / walls[1, processes]:.2f} | {done * walls[copies, '1'] / wall:.2f}"
        yield f"| {copies} | {processes} | {wall:.2f} | {ratios} | {processor:.2f} | {memory:.0f} |"


def plot(costs: dict[str, Cost], path: Path) -> None:
    """Bars of the wall-clock seconds."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    names = list(costs)[::-1]
    figure, axes = pyplot.subplots(figsize=(8, 0.4 * len(names) + 1))
    colours = ["#2f6f4f" if name.startswith("zhenlint") else "#9aa3ad" for name in names]
    bars = axes.barh(names, [costs[name].wall for name in names], color=colours)
    axes.bar_label(bars, fmt="%.2f s", padding=3)
    axes.set_xlabel("seconds")
    axes.spines[["top", "right"]].set_visible(False)
    figure.tight_layout()
    figure.savefig(path)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--slow-rounds", type=int, default=1, help="rounds in which the slow peers run, too")
    parser.add_argument("--peers", type=Path)
    parser.add_argument("--table", type=Path)
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--no-growth", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        bench = Bench(options.folder, place, options.peers)
        files, megabytes = size_of(bench.documents)
        found: dict[str, list[Cost]] = {}
        for number in range(options.rounds):
            for run, measure in bench.runs(slow=number < options.slow_rounds):
                found.setdefault(run, []).append(measure())
        costs = {run: median(each) for run, each in found.items()}
        processors = len(os.sched_getaffinity(0))
        lines = [f"{files} files, {megabytes:.1f} MB, {processors} processors, {options.rounds} rounds", ""]
        lines += table(costs, megabytes)
        if not options.no_growth:
            lines += ["", *growth_table(list(growth(bench, place, options.rounds)))]
    print("\n".join(lines))
    if options.table:
        options.table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    if options.plot:
        plot(costs, options.plot)


if __name__ == "__main__":
    main()
