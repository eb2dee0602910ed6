"""``zhenlint words``: what it does, from the options to the exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence

import click

from zhenlint import files
from zhenlint.cli.beginning import FAILED, begin
from zhenlint.cli.output import StreamOutput
from zhenlint.cli.session import Session, tell
from zhenlint.cli.table import table
from zhenlint.cli.usage import Usage
from zhenlint.config import Configurations
from zhenlint.config.dictionaries import is_word
from zhenlint.config.own_words import OwnWords, own_words
from zhenlint.discover import MarkdownFile, discover
from zhenlint.drafts import decode
from zhenlint.files import shown_path
from zhenlint.language import Language
from zhenlint.markdown.document import Document
from zhenlint.messages import Phrase, ZhenlintError, counted, phrase
from zhenlint.named_tuple import NamedTuple
from zhenlint.rules import all_rules
from zhenlint.settings import Settings
from zhenlint.terminal import ColourChoice, Paint, escape
from zhenlint.vocabulary import ENGLISH, UnknownWord, Vocabulary


class Order(NamedTuple):
    """The options of one call, as given."""

    paths: tuple[str, ...]
    interactive: bool
    output_format: str
    config: str | None
    isolated: bool
    encoding: str
    quiet: bool
    color: ColourChoice


def list_words(order: Order, ctx: click.Context) -> int:
    """List the words that an order asks for, or decide on them; the value is the exit code."""
    if order.interactive and order.output_format == "json":
        raise Usage(phrase("usage-conflict", option="--interactive", other="--output-format"), ctx)
    if order.interactive and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Usage(phrase("words-need-terminal"), ctx)

    def work(configurations: Configurations, language: Language) -> int:
        return _Listing(order, configurations, language).finish()

    return begin(ctx, order.paths[0], work, config=order.config, isolated=order.isolated, color=order.color)


class _Listing:
    """One run: the files that are read, and what is done with their words."""

    def __init__(self, order: Order, configurations: Configurations, language: Language) -> None:
        self._order = order
        self._configurations = configurations
        self._language = language
        self._failed = False
        self._places: dict[str, str] = {}

    def finish(self) -> int:
        """Gather the words and show them; the value is the exit code."""
        vocabulary = Vocabulary(self._documents())
        if self._order.interactive:
            from zhenlint.cli.deciding import Deciding

            output = StreamOutput(sys.stdout)
            Deciding(vocabulary, self._places, self._own_words(), self._order, self._language, output).run()
        else:
            self._show(vocabulary)
        return FAILED if self._failed else 0

    def _documents(self) -> Iterator[tuple[Document, Settings]]:
        """The documents with the settings of their files, but for those in which no words are checked."""
        discovery = discover(self._order.paths, self._configurations)
        for warning in () if self._order.quiet else discovery.warnings:
            tell("label-warning", warning, self._language, self._order.color)
        for failure in discovery.failures:
            self._tell(failure)
        for file in discovery.files:
            settings = file.configuration.settings_of(file.path)
            if _checks_words(settings) or not _checks_words(file.configuration.settings):
                try:
                    yield self._document(file), settings
                except ZhenlintError as failure:
                    self._tell(failure)

    def _document(self, file: MarkdownFile) -> Document:
        self._places[file.shown] = file.path
        data = files.read(file.path, file.shown)
        return Document.parse(decode(data, file.shown, self._order.encoding))

    def _tell(self, failure: ZhenlintError) -> None:
        tell("label-error", failure.phrase, self._language, self._order.color)
        self._failed = True

    def _own_words(self) -> OwnWords:
        """The dictionary for the first path's project."""
        order, start = self._order, os.path.abspath(self._order.paths[0])
        folder = start if os.path.isdir(start) else os.path.dirname(start)
        return own_words(folder, order.config, isolated=order.isolated)

    def _show(self, vocabulary: Vocabulary) -> None:
        output = StreamOutput(sys.stdout)
        words = vocabulary.words()
        if self._order.output_format == "json":
            output.write(_as_json(words, vocabulary), "utf-8")
            return
        if words:
            output.write(_as_table(words, vocabulary, self._language, output.paint(self._order.color)))
        if not self._order.quiet:
            suspected = sum(word.example.is_suspected for word in words)
            sentence = phrase("words-summary", words=counted("word", len(words)), suspected=suspected)
            StreamOutput(sys.stderr).write(sentence.words(self._language) + "\n")


def _checks_words(settings: Settings) -> bool:
    return settings.enables(ENGLISH, default=all_rules()[ENGLISH].default)


def _as_table(words: Sequence[UnknownWord], vocabulary: Vocabulary, language: Language, paint: Paint) -> str:
    keys = ("column-count", "column-word", "column-state", "column-suggestions", "column-example")
    headings = [phrase(key).words(language) for key in keys]
    rows = []
    for word in words:
        use = word.example
        state = phrase("word-suspected" if use.is_suspected else "word-unknown").words(language)
        rows.append(
            (
                str(len(word.uses)),
                escape(word.word),
                paint("error", state) if use.is_suspected else state,
                escape(", ".join(use.suggestions)),
                escape(place_of(word, vocabulary)),
            )
        )
    return table(headings, rows, paint)


def place_of(word: UnknownWord, vocabulary: Vocabulary) -> str:
    """Path, line and column of a word's example."""
    use = word.example
    position = vocabulary.document(use.path).source.position(use.start)
    return f"{use.path}:{position.line}:{position.column}"


def _as_json(words: Sequence[UnknownWord], vocabulary: Vocabulary) -> str:
    from zhenlint.reporters.json_text import to_strict_json

    rows = []
    for word in words:
        use = word.example
        position = vocabulary.document(use.path).source.position(use.start)
        rows.append(
            {
                "word": word.word,
                "count": len(word.uses),
                "suspected": use.is_suspected,
                "suggestions": list(use.suggestions),
                "path": use.path,
                "line": position.line,
                "column": position.column,
                "start": use.start,
                "end": use.end,
            }
        )
    return "[" + ",\n ".join(to_strict_json(row) for row in rows) + "]\n"


def add_words(
    words: Sequence[str], dictionary: str | None, config: str | None, ctx: click.Context, *, quiet: bool
) -> int:
    """Add words to the project's own dictionary; the value is the exit code."""
    if not words:
        raise Usage(phrase("words-none"), ctx)
    for word in words:
        if len(word.split()) != 1 or word != word.strip() or word.startswith("#") or not is_word(word):
            raise Usage(phrase("words-not-one", word=word), ctx)
    session = ctx.find_object(Session) or Session.begin(None)
    try:
        own = own_words(os.getcwd(), config) if dictionary is None else OwnWords(os.path.abspath(dictionary))
        added = own.add(words)
    except ZhenlintError as failure:
        tell("label-error", failure.phrase, session.language)
        return FAILED
    if not quiet:
        told = told_of_adding(own, len(added), len(words) - len(added))
        StreamOutput(sys.stderr).write("".join(item.words(session.language) + "\n" for item in told))
    return 0


def told_of_adding(own: OwnWords, added: int, known: int) -> Iterator[Phrase]:
    """What adding words came to."""
    yield phrase("words-added", words=counted("word", added), path=shown_path(own.path))
    if known:
        yield phrase("words-known", words=counted("word", known))
    if own.unnamed_in is not None:
        yield phrase("words-named", path=shown_path(own.unnamed_in))
