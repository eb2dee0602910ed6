"""How many real fixes of spacing and punctuation the rules find, and how many they make alike.

    python benchmarks/typography.py [--rows] FILE.jsonl...

A row of a file is a line before and after somebody's fix: ``before``, ``edits`` as
``[start, end, wrong, right]`` in code points of it, ``cls`` (the kind of error), ``prev_lines`` and
``next_lines`` around it.  An edit is found if a problem or its fix touches it, and made alike if our fixes
put the same characters there; a row is if each of its edits is.  Blanks that we take away beside a mark
that the writer typed in their midst do not count.

The columns: rows found and made alike with the rules that are on by default, the share of their edits made
alike, the share of rows among those that CONTRACT or an option does not decide against, and rows made alike
with :data:`OPTIONS`.  Then the rows not made alike by default are counted by reason; ``--rows`` prints them.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from zhenlint.characters import FULLWIDTH
from zhenlint.check import check_document
from zhenlint.diagnostic import Diagnostic, Edit
from zhenlint.fixing import apply_edits
from zhenlint.markdown.document import Document
from zhenlint.markdown.marks import ANY_MARK
from zhenlint.settings import Settings
from zhenlint.source import Source

DEFAULT = Settings(ignore=("EN", "ZH"))
OPTIONS = Settings(
    ignore=DEFAULT.ignore,
    extend_select=("PU007", "PU008", "PU009"),
    rule_options={
        "SP001": {"style": "always", "math": "always"},
        "SP002": {"style": "always", "exempt": ()},
        "PU009": {"style": "full"},
    },
)

_STRAY = r"⟨ +→⟩"
_GAP = r"⟨→ ⟩"
_DECIDED = (
    (r"[0-9%]⟨→ ⟩|⟨→ ⟩[-+~]?[0-9]", "number: SP002 follows the document, which a row does not show"),
    (rf"\$[*]*{_GAP}|{_GAP}[*]*\$", "formula: SP001 leaves it to its option"),
    (
        rf"[：。，！？；”）][*_]+{_GAP}",
        "space after emphasis that ends in a mark: MD001 where it does not render",
    ),
    (rf"[*_]{_GAP}|{_GAP}[*_]", "emphasis between Han: the writer's choice"),
    (rf"[])]{_GAP}|{_GAP}[(\[]", "link or half-width bracket: the writer's choice"),
    (rf"[“”‘’][*_]*{_STRAY}|{_STRAY}[*_]*[“”‘’]", "curly quotation mark: not in SP003's list"),
    (rf"[-—]{_STRAY}|{_STRAY}[—-]", "dash: not in SP003's list"),
    (rf"(?:^|[-*>] ?){_STRAY}", "blank after a marker: not in SP003's list"),
    (r"⟨ ?[(（] ?→|⟨ ?[)）] ?→", "width of brackets: PU009 is off by default"),
    (r"⟨ ?[\"'] ?→", "straight quotation marks: PU008 is off by default"),
    (r"⟨→[“”（）()《》「」【】]⟩", "missing half of a pair: PU004 has no fix, it cannot know the place"),
)
_NOT_SURE = (
    (_STRAY, "stray space: not sure enough"),
    (_GAP, "missing space: the text goes without (SP001), or not sure enough"),
    (r"", "mark: not sure enough"),
)
"""Why an edit, written ``before⟨wrong→right⟩after``, is not made: the first pattern that is found."""


class Verdict(NamedTuple):
    """What became of one edit of a row."""

    edit: str
    found: bool
    alike: bool

    @property
    def decided(self) -> bool:
        """Whether CONTRACT or an option decides against the edit."""
        return any(re.search(pattern, self.edit) for pattern, _ in _DECIDED)

    @property
    def reason(self) -> str:
        """Why an edit was not made alike."""
        if self.found and not self.decided:
            return "found, put right in another way"
        return next(reason for pattern, reason in _DECIDED + _NOT_SURE if re.search(pattern, self.edit))


def main() -> None:
    """Print a table for each file, and the reasons."""
    for name in (name for name in sys.argv[1:] if name != "--rows"):
        rows = [json.loads(line) for line in Path(name).read_text(encoding="utf-8").splitlines()]
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        reasons: Counter[tuple[str, str]] = Counter()
        for row in rows:
            verdicts = _judge(row, DEFAULT)
            for kind in (row["cls"], "all"):
                counts[kind].update(_counts(row, verdicts))
            missed = [verdict for verdict in verdicts if not verdict.alike]
            missed.sort(key=lambda verdict: not verdict.decided)
            if missed:
                reasons[missed[0].reason, row["cls"]] += 1
                if "--rows" in sys.argv:
                    print(row["id"], row["cls"], missed[0].reason, *(item.edit for item in missed), sep="\t")
        _print_counts(Path(name).stem, counts)
        _print_reasons(reasons)


def _counts(row: dict[str, Any], verdicts: list[Verdict]) -> dict[str, int]:
    missed = [verdict for verdict in verdicts if not verdict.alike]
    return {
        "rows": 1,
        "found": all(verdict.found for verdict in verdicts),
        "alike": all(verdict.alike for verdict in verdicts),
        "edits": len(verdicts),
        "edits alike": sum(verdict.alike for verdict in verdicts),
        "in question": not any(verdict.decided for verdict in missed),
        "options": all(verdict.alike for verdict in _judge(row, OPTIONS)),
    }


def _print_counts(name: str, counts: dict[str, Counter[str]]) -> None:
    print(f"{name:34} {'rows':>5} {'found':>7} {'alike':>7} {'edits':>7} {'rest':>7} {'options':>7}")
    for kind, count in sorted(counts.items(), key=lambda item: -item[1]["rows"]):
        shares = (
            count["found"] / count["rows"],
            count["alike"] / count["rows"],
            count["edits alike"] / count["edits"],
            count["alike"] / max(1, count["in question"]),
            count["options"] / count["rows"],
        )
        print(f"{kind:34} {count['rows']:5}", *(f"{share:7.1%}" for share in shares))
    print()


def _print_reasons(reasons: Counter[tuple[str, str]]) -> None:
    totals: Counter[str] = Counter()
    for (reason, _), count in reasons.items():
        totals[reason] += count
    for reason, total in totals.most_common():
        kinds = sorted(
            ((count, kind) for (why, kind), count in reasons.items() if why == reason), reverse=True
        )
        print(f"{total:5}  {reason} ({', '.join(f'{kind} {count}' for count, kind in kinds)})")
    print()


def _judge(row: dict[str, Any], settings: Settings) -> list[Verdict]:
    """What becomes of each edit of a row."""
    before, wanted = row["before"], [Edit(start, end, right) for start, end, _, right in row["edits"]]
    document, offset = document_of(row)
    diagnostics = check_document(document, settings)
    ours = list(_edits(diagnostics, offset, len(before)))
    return [
        Verdict(
            _shown(before, edit),
            any(_touches(item, edit, offset) for item in diagnostics),
            _around(before, ours, edit) == _around(before, wanted, edit)
            or any(_with_blanks(before, our, edit) for our in ours),
        )
        for edit in wanted
    ]


def _shown(before: str, edit: Edit) -> str:
    left, wrong, right = before[: edit.start], before[edit.start : edit.end], before[edit.end :]
    return f"{left[-6:]}⟨{wrong}→{edit.content}⟩{right[:6]}"


def document_of(row: dict[str, Any]) -> tuple[Document, int]:
    """The row's line in its surroundings and where it begins.

    The surroundings are cut off anywhere, so that a fence or an indentation may make code of the line;
    then it stands alone, and at last without its indentation.
    """
    before, first = row["before"], "\n".join([*row["prev_lines"], ""])
    indented = len(before) - len(before.lstrip())
    after = "\n".join(["", *row["next_lines"]])
    for text, offset in ((first + before + after, len(first)), (before, 0), (before.lstrip(), -indented)):
        document = Document.parse(Source("a.md", text))
        start = max(0, offset)
        if ANY_MARK.sub("", document.prose[start : start + len(before)]).strip():
            break
    return document, offset


def _touches(diagnostic: Diagnostic, edit: Edit, offset: int) -> bool:
    spans = [(diagnostic.start, diagnostic.end)]
    spans += [(ours.start, ours.end) for ours in (diagnostic.fix.edits if diagnostic.fix else ())]
    return any(start - 1 <= edit.end + offset and edit.start + offset <= end + 1 for start, end in spans)


def _edits(diagnostics: Iterable[Diagnostic], offset: int, length: int) -> Iterable[Edit]:
    """The edits of the fixes on the line, none overlapping the one before it."""
    taken_to = -1
    edits = sorted(edit for item in diagnostics if item.fix for edit in item.fix.edits)
    for start, end, content in edits:
        free = taken_to < start - offset or taken_to == start - offset < end - offset
        if free and end - offset <= length:
            taken_to = end - offset
            yield Edit(start - offset, end - offset, content)


def _around(before: str, edits: list[Edit], place: Edit) -> str:
    """What stands at an edit's place, a character to each side included, once edits are applied.

    What is put in at the outer edges of these characters is another edit's.
    """
    first, last = place.start - 1, place.end + 1
    start, end = max(0, first), min(len(before), last)
    local = [
        Edit(a - start, b - start, text)
        for a, b, text in edits
        if start <= a and b <= end and not (a == b and a in (first, last))
    ]
    return apply_edits(before[start:end], local)


def _with_blanks(before: str, ours: Edit, edit: Edit) -> bool:
    """Whether an edit of ours puts the same full-width mark there, and takes the blanks beside it as well."""
    if not edit.content or edit.content not in FULLWIDTH or ours.content != edit.content:
        return False
    beside = before[ours.start : edit.start] + before[edit.end : ours.end]
    return ours.start <= edit.start and edit.end <= ours.end and not beside.strip(" ")


if __name__ == "__main__":
    main()
