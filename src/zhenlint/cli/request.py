"""The options of ``zhenlint check`` as one value, contradictions refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from zhenlint.cli.destinations import Destination, destinations
from zhenlint.cli.usage import Usage
from zhenlint.config.selectors import Selection
from zhenlint.messages import ZhenlintError, phrase
from zhenlint.named_tuple import NamedTuple
from zhenlint.settings import ONLINE_RULE
from zhenlint.terminal import ColourChoice

STANDARD_INPUT = "-"


class Request(NamedTuple):
    """The options of one call, as given."""

    paths: tuple[str, ...]
    fix: bool
    unsafe_fixes: bool
    diff: bool
    selection: Selection
    hints: bool
    output_format: tuple[str, ...]
    output_file: tuple[str, ...]
    statistics: bool
    progress: bool | None
    quiet: bool
    exit_zero: bool
    color: ColourChoice
    config: str | None
    isolated: bool
    force_exclude: bool
    stdin_filename: str | None
    encoding: str
    changed_since: str | None
    staged: bool
    online: bool
    jobs: int | None
    no_cache: bool
    baseline: str | None
    no_baseline: bool

    @classmethod
    def from_values(cls, values: Mapping[str, Any]) -> Request:
        """The request that parsed options make."""
        select, extend, ignore = (
            tuple(code for part in values[name] for code in part)
            for name in ("select", "extend_select", "ignore")
        )
        fields = {name: value for name, value in values.items() if name in cls._fields}
        fields["paths"] = values["paths"] or (".",)
        if values["online"]:
            extend = (*extend, ONLINE_RULE)
        else:
            ignore = (*ignore, ONLINE_RULE)
        return cls(**fields, selection=Selection(select if values["select"] else None, extend, ignore))

    @property
    def destinations(self) -> tuple[Destination, ...]:
        """The reports to write, the one that is printed first.

        Raises:
            ZhenlintError: two would go to one place.
        """
        return destinations(self.output_format, self.output_file)

    @property
    def chooses_rules(self) -> bool:
        """Whether the call itself says which rules run, ``--online`` aside."""
        unasked = (Selection(ignore=(ONLINE_RULE,)), Selection(extend_select=(ONLINE_RULE,)))
        return self.selection not in unasked

    @property
    def from_stdin(self) -> bool:
        """Whether the document comes on standard input."""
        return STANDARD_INPUT in self.paths

    @property
    def only_changes(self) -> bool:
        """Whether only changed or staged lines count."""
        return self.staged or self.changed_since is not None

    @property
    def rewrites(self) -> bool:
        """Whether fixed text is put in place of what was read."""
        return self.fix and not self.diff


def refuse_contradictions(request: Request, ctx: click.Context) -> None:
    """Raise a usage error where two options cannot stand together, or one needs another."""
    if request.from_stdin and len(request.paths) > 1:
        other = next(path for path in request.paths if path != STANDARD_INPUT)
        raise Usage(phrase("usage-conflict", option=STANDARD_INPUT, other=other), ctx)
    if request.stdin_filename and not request.from_stdin:
        raise Usage(phrase("usage-needs", option="--stdin-filename", others=("-",)), ctx)
    if request.unsafe_fixes and not (request.fix or request.diff):
        raise Usage(phrase("usage-needs", option="--unsafe-fixes", others=("--fix", "--diff")), ctx)
    for option, given in (
        ("--changed-since", request.changed_since is not None),
        ("--staged", request.staged),
    ):
        if given and request.from_stdin:
            raise Usage(phrase("usage-conflict", option=option, other=STANDARD_INPUT), ctx)
    if request.staged and request.changed_since is not None:
        raise Usage(phrase("usage-conflict", option="--changed-since", other="--staged"), ctx)
    if ONLINE_RULE in (request.selection.select or ()) and not request.online:
        option = f"--select {ONLINE_RULE}"
        raise Usage(phrase("usage-needs", option=option, others=("--online",)), ctx)
    _refuse_reports(request, ctx)
    if request.baseline is not None and request.no_baseline:
        raise Usage(phrase("usage-conflict", option="--baseline", other="--no-baseline"), ctx)


def _refuse_reports(request: Request, ctx: click.Context) -> None:
    """The same for reports: two in one place, or a diff where a report is asked for."""
    try:
        reports = [item for item in request.destinations if not item.appended]
    except ZhenlintError as error:
        raise Usage(error.phrase, ctx) from error
    if request.diff and len(reports) > 1:
        raise Usage(phrase("usage-conflict", option="--diff", other="--output-file FORMAT=FILE"), ctx)
