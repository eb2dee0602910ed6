"""``zhenlint baseline``: what it does, from the options to the exit code."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Mapping, Sequence

import click

from zhenlint import baseline, files
from zhenlint.baseline import Entry
from zhenlint.cli.beginning import FAILED, begin
from zhenlint.cli.caches import cache_file
from zhenlint.cli.output import StreamOutput
from zhenlint.cli.session import tell
from zhenlint.cli.sparing import Seen
from zhenlint.config import Configuration, Configurations
from zhenlint.discover import discover
from zhenlint.files import shown_path
from zhenlint.language import Language
from zhenlint.messages import NOTHING, Phrase, ZhenlintError, counted, phrase
from zhenlint.named_tuple import NamedTuple
from zhenlint.processors import processors
from zhenlint.runner import Mode, Task, Workers, run
from zhenlint.terminal import ColourChoice

_NAME = "zhenlint-baseline.json"
_CONFIGURATION = "zhenlint.toml"


class Order(NamedTuple):
    """The options of one call, as given."""

    paths: tuple[str, ...]
    prune: bool
    baseline: str | None
    config: str | None
    isolated: bool
    encoding: str
    quiet: bool
    color: ColourChoice


def record(order: Order, ctx: click.Context) -> int:
    """Record or prune what an order asks for; the value is the exit code."""

    def work(configurations: Configurations, language: Language) -> int:
        return _Recording(order, configurations, language).finish()

    return begin(ctx, order.paths[0], work, config=order.config, isolated=order.isolated, color=order.color)


class _Recording:
    """One run: what is looked at, and which baselines are written."""

    def __init__(self, order: Order, configurations: Configurations, language: Language) -> None:
        self._order = order
        self._configurations = configurations
        self._language = language
        self._places = [os.path.abspath(path) for path in order.paths]
        self._failed: set[str] = set()
        self._configuration_of: dict[str, Configuration] = {}

    def finish(self) -> int:
        """Check everything and write the baselines; the value is the exit code."""
        failed = False
        discovery = discover(self._order.paths, self._configurations)
        for warning in discovery.warnings:
            tell("label-warning", warning, self._language, self._order.color)
        for failure in discovery.failures:
            tell("label-error", failure.phrase, self._language, self._order.color)
            failed = True
        target_of = {file.shown: self._target(file.configuration) for file in discovery.files}
        tasks = [
            Task(file.path, file.shown, file.configuration.settings_of(file.path)) for file in discovery.files
        ]
        seen = {path: Seen(path) for path in sorted(set(target_of.values()))}
        whole = all(os.path.isdir(path) for path in self._places)
        mode = Mode(self._language, self._order.encoding, hints=True, whole=whole)
        for result in run(tasks, mode, workers=Workers(processors(), cache_file)):
            if result.failure:
                tell("label-error", result.failure, self._language, self._order.color)
                self._failed.add(os.path.abspath(result.path))
            seen[target_of[result.path]].add(result)
        for path, found in seen.items():
            self._write(path, found)
        return FAILED if failed or self._failed else 0

    def _target(self, configuration: Configuration) -> str:
        """The baseline file for the files of a configuration."""
        if self._order.baseline is not None:
            return os.path.abspath(self._order.baseline)
        if configuration.baseline is not None:
            return configuration.baseline
        target = os.path.join(self._folder_of(configuration), _NAME)
        self._configuration_of[target] = configuration
        return target

    def _folder_of(self, configuration: Configuration) -> str:
        """The folder of the configuration file; without one, the folder in which it would be found."""
        if configuration.layers:
            return configuration.layers[-1].folder
        here = os.getcwd()
        if all(baseline.is_below(place, [here]) for place in self._places):
            return here
        folders = [place if os.path.isdir(place) else os.path.dirname(place) for place in self._places]
        return os.path.commonpath(folders)

    def _write(self, path: str, seen: Seen) -> None:
        old = self._old(path)
        kept = Counter({entry: number for entry, number in old.items() if not self._was_checked(path, entry)})
        inside = old - kept
        found = [item.entry for item in seen.sightings]
        if self._order.prune:
            match = seen.match(inside)
            found = [entry for entry, old_entry in zip(found, match.taken, strict=True) if old_entry]
            gone = match.left
        new = kept + Counter(found)
        _save(path, baseline.text_of(new))
        if self._order.prune:
            self._tell_of_pruning(path, gone, new)
        else:
            self._tell_of_recording(path, seen)
            self._name(path)

    def _old(self, path: str) -> Counter[Entry]:
        """What the baseline holds so far; one that is broken may only be written anew as a whole.

        Raises:
            ZhenlintError: that may not be, or the file is none of ours.
        """
        if not os.path.exists(path) and not self._order.prune:
            return Counter()
        try:
            return baseline.load(path)
        except ZhenlintError as failure:
            partial = self._order.prune or not baseline.is_below(os.path.dirname(path), self._places)
            if partial or failure.phrase.key == baseline.FOREIGN:
                raise
            return Counter()

    def _was_checked(self, path: str, entry: Entry) -> bool:
        place = baseline.absolute(entry, path)
        return baseline.is_below(place, self._places) and place not in self._failed

    def _tell_of_pruning(self, path: str, gone: Mapping[Entry, int], left: Counter[Entry]) -> None:
        self._say(baseline.described(gone), StreamOutput(sys.stdout))
        removed, rest = counted("problem", sum(gone.values())), counted("problem", left.total())
        self._say([phrase("baseline-pruned", problems=removed, path=shown_path(path), left=rest)])

    def _tell_of_recording(self, path: str, seen: Seen) -> None:
        problems = sum(len(result.counted) for result in seen.results)
        hints = sum(len(result.problems) for result in seen.results) - problems
        self._say(
            [
                phrase(
                    "baseline-recorded",
                    problems=counted("problem", problems),
                    files=counted("file", len(seen.results)),
                    path=shown_path(path),
                    hints=phrase("baseline-hints", hints=counted("hint", hints)) if hints else NOTHING,
                )
            ]
        )

    def _name(self, path: str) -> None:
        """Name a new baseline in the configuration, or tell how to use one that is none's."""
        if self._order.isolated or path not in self._configuration_of:
            if self._order.isolated or self._order.baseline is not None:
                self._say([phrase("baseline-not-named", path=shown_path(path))])
            return
        from zhenlint.config.editing import put

        configuration = self._configuration_of[path]
        layer = configuration.layers[-1].file if configuration.layers else None
        file = layer.path if layer else os.path.join(os.path.dirname(path), _CONFIGURATION)
        put(file, "baseline", _NAME, prefix=layer.prefix if layer else ())
        self._say([phrase("baseline-named", path=shown_path(file))])

    def _say(self, sentences: Sequence[Phrase], output: StreamOutput | None = None) -> None:
        if not self._order.quiet:
            lines = (sentence.words(self._language) + "\n" for sentence in sentences)
            (output or StreamOutput(sys.stderr)).write("".join(lines))


def _save(path: str, text: str) -> None:
    """Put a baseline in place, with its folder if that is new.

    Raises:
        ZhenlintError: it cannot be written; a file that was there is as it was.
    """
    shown, data = shown_path(path), text.encode()
    if os.path.exists(path):
        before = files.read(path, shown)
        if before != data:
            files.replace(path, shown, before, data)
        return
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        files.write_aside(path, data)
    except OSError as error:
        raise files.unwritable(shown, error) from error
