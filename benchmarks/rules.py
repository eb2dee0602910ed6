"""What the rules cost: processor time of each rule and family beside that of parsing, in one run.

    python benchmarks/rules.py FOLDER [CODES]

Parses every ``.md`` file under the folder, then runs each rule on all of the documents; the best of five
times counts.  CODES, separated by commas, are the rules or families to run (default: SP,PU,CH; those that
are off by default are run, and told apart).  Of a rule that judges a document by others only its look at
the document is measured.  What rules share (:meth:`Document.shared`) is computed anew in each round and
counts for the rule that asks first; the last lines hold the sums that matter.
"""

from __future__ import annotations

import gc
import sys
import time
from collections import defaultdict
from pathlib import Path

from zhenlint.markdown.document import Document
from zhenlint.rules import Context, all_rules, enabled_rules
from zhenlint.settings import Settings
from zhenlint.source import Source

ROUNDS = 5


def main() -> None:
    """Print the time of each rule and family, and its ratio to parsing."""
    folder, codes = Path(sys.argv[1]), tuple((sys.argv[2] if len(sys.argv) > 2 else "SP,PU,CH").split(","))
    texts = [path.read_bytes().decode("utf-8-sig") for path in sorted(folder.rglob("*.md"))]
    best: dict[str, float] = defaultdict(lambda: float("inf"))
    gc.disable()
    for _ in range(ROUNDS):
        start = time.process_time()
        documents = [Document.parse(Source("a.md", text)) for text in texts]
        best["parse"] = min(best["parse"], time.process_time() - start)
        for context in enabled_rules(Settings(select=codes)):
            best[context.rule.code] = min(best[context.rule.code], _time(context, documents))
        del documents
        gc.collect()
    _print(best, sum(len(text.encode()) for text in texts), len(texts))


def _time(context: Context, documents: list[Document]) -> float:
    check, gather = context.rule.check, context.rule.gather
    start = time.process_time()
    for document in documents:
        if check:
            for _ in check(document, context):
                pass
        if gather:
            gather(document, context)
    return time.process_time() - start


def _print(best: dict[str, float], size: int, files: int) -> None:
    parse = best.pop("parse")
    sums: dict[str, float] = defaultdict(float)
    print(f"{files} files, {size / 1e6:.1f} MB\n{'parse':24} {parse:7.3f} s")
    for code, seconds in best.items():
        default = all_rules()[code].default
        mark = "" if default else "  (off by default)"
        print(f"{code:24} {seconds:7.3f} s {seconds / parse:7.1%}{mark}")
        sums[code[:2]] += seconds
        sums["on by default"] += seconds if default else 0
        sums["all"] += seconds
    for name, seconds in sums.items():
        print(f"{name:24} {seconds:7.3f} s {seconds / parse:7.1%}")


if __name__ == "__main__":
    main()
