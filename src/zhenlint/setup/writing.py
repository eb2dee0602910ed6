"""Making a project's first configuration: looking, taking over, writing."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Final

from zhenlint import files
from zhenlint.config import Configurations
from zhenlint.config.dictionaries import is_word
from zhenlint.config.finder import file_in
from zhenlint.discover import discover
from zhenlint.language import Language
from zhenlint.messages import Phrase, ZhenlintError
from zhenlint.named_tuple import NamedTuple
from zhenlint.patterns import parse
from zhenlint.setup import autocorrect, cspell, typos, zhlint
from zhenlint.setup.first import first, text
from zhenlint.setup.survey import Survey, survey
from zhenlint.setup.taken import Taken

NAME: Final = "zhenlint.toml"
_WORDS: Final = ("dictionaries/words.txt", "dictionaries/taken-over.txt")
"""Where words of other checkers go: the first of these that is not there yet."""

_READERS: Final[tuple[Callable[[str], Taken | None], ...]] = (
    autocorrect.read,
    zhlint.read,
    cspell.read,
    typos.read,
)


class Plan(NamedTuple):
    """What is to be written, by absolute path, and what it is made of.

    ``failures`` tell of files of other checkers that could not be read.
    """

    contents: dict[str, str]
    survey: Survey
    taken: list[Taken]
    failures: list[Phrase]


def plan(folder: str, language: Language, *, force: bool) -> Plan:
    """Look at a project, an absolute folder; nothing is written.

    Raises:
        ZhenlintError: it has a configuration already, and ``force`` does not allow to write over it.
    """
    there = file_in(folder)
    if there and os.path.basename(there) != NAME:
        raise ZhenlintError("init-there-elsewhere", path=files.shown_path(there))
    if there and not force:
        raise ZhenlintError("init-there", path=files.shown_path(there))
    taken, failures = _taken(folder)
    found = discover([folder], Configurations(isolated=True)).files
    seen = survey(folder, [file.path for file in found])
    words = sorted({word for item in taken for word in item.words if is_word(word)}, key=str.lower)
    dictionaries = [*seen.dictionaries, *(name for item in taken for name in item.dictionaries)]
    contents = {}
    if words:
        name = _free_name(folder, force=force)
        dictionaries.append(name)
        contents[os.path.join(folder, name)] = "".join(f"{word}\n" for word in words)
    said = first(seen, taken, dictionaries)
    contents[os.path.join(folder, NAME)] = text(said, seen, taken, language)
    return Plan(contents, seen, taken, failures)


def _free_name(folder: str, *, force: bool) -> str:
    """The name for the list of words."""
    free = [name for name in _WORDS if not os.path.lexists(os.path.join(folder, name))]
    if not free and not force:
        raise ZhenlintError("init-words-there", path=_WORDS[-1])
    return free[0] if free else _WORDS[-1]


def _taken(folder: str) -> tuple[list[Taken], list[Phrase]]:
    """What other checkers were told, and why some of it could not be read."""
    taken, failures = [], []
    for read in _READERS:
        try:
            item = read(folder)
        except ZhenlintError as failure:
            failures.append(failure.phrase)
            continue
        if item is not None:
            taken.append(_usable(item))
    return taken, failures


def _usable(item: Taken) -> Taken:
    """What was taken over less patterns that are none here; they are told among what is left."""
    bad = [pattern for pattern in item.exclude if parse("/", [pattern])[0] is None]
    good = tuple(pattern for pattern in item.exclude if pattern not in bad)
    terms = {wrong: right for wrong, right in item.terms.items() if wrong != right}
    return item._replace(exclude=good, terms=terms, left=(*item.left, *bad))


def write(contents: dict[str, str]) -> None:
    """Write files, each whole or not at all, folders as needed.

    Raises:
        ZhenlintError: one cannot be written; the phrase names it.
    """
    for path, content in contents.items():
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            like = os.stat(path) if os.path.exists(path) else None
            files.write_aside(os.path.realpath(path), content.encode(), like)
        except OSError as error:
            raise files.unwritable(files.shown_path(path), error) from error
