"""``zhenlint words --interactive``: one word after another, one key each."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import click

from zhenlint import files
from zhenlint.cli.output import StreamOutput
from zhenlint.cli.session import tell
from zhenlint.config.own_words import OwnWords
from zhenlint.diagnostic import Applicability, Edit, Fix
from zhenlint.fixing import apply_fixes
from zhenlint.language import Language
from zhenlint.markdown.document import Document
from zhenlint.messages import Phrase, ZhenlintError, counted, phrase
from zhenlint.reporters.snippet import snippet
from zhenlint.spelling.shapes import Part, shape_of, write_like
from zhenlint.suppress.insertion import silenced
from zhenlint.terminal import columns, escape
from zhenlint.vocabulary import UnknownWord, Use, Vocabulary

if TYPE_CHECKING:
    from zhenlint.cli.listing import Order

_QUIT: Final = ("q", "\x1b", "\x04")


class Deciding:
    """A session at the terminal.  ``places`` are the absolute paths of the documents by their own."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        places: Mapping[str, str],
        own: OwnWords,
        order: Order,
        language: Language,
        output: StreamOutput,
    ) -> None:
        self._vocabulary = vocabulary
        self._places = places
        self._own = own
        self._order = order
        self._language = language
        self._output = output
        self._paint = output.paint(order.color)
        self._skipped = _Skipped(own.path)
        self._passed: set[tuple[str, int]] = set()
        self._typed: list[str] = []
        self._done: Counter[str] = Counter()

    def run(self) -> None:
        """Ask of every word that was not skipped before; when none is left, all come again next time."""
        words = self._vocabulary.words()
        left = [word for word in words if word.word.lower() not in self._skipped.words]
        if not left:
            self._skipped.forget()
            left = words
        for number, word in enumerate(left, start=1):
            if not self._decide(word, f"[{number}/{len(left)}] "):
                break
        else:
            self._skipped.forget()
        self._say(phrase("deciding-summary", **{key: self._done[key] for key in _DEEDS}))

    def _decide(self, word: UnknownWord, heading: str) -> bool:
        """Ask what becomes of a word, until nothing of it is left; whether to go on."""
        while uses := self._uses(word):
            use = next((item for item in uses if item.is_suspected), uses[0])
            self._show(word, use, len(uses), heading)
            answer = self._answer(use.suggestions)
            if answer in _QUIT:
                return False
            try:
                if self._act(answer, word, uses, use):
                    return True
            except ZhenlintError as failure:
                tell("label-error", failure.phrase, self._language, self._order.color)
        return True

    def _act(self, answer: str, word: UnknownWord, uses: list[Use], use: Use) -> bool:
        """Do what a key asks for; whether the word is done with."""
        if answer == "a":
            self._accept(word.word)
        elif answer == "s":
            self._skipped.add(word.word.lower())
            self._done["skipped"] += 1
        elif answer == "i":
            self._ignore(use)
            return False
        else:
            self._fix(uses, use.suggestions[int(answer) - 1])
        return True

    def _uses(self, word: UnknownWord) -> list[Use]:
        """The uses of a word that are still there."""
        paths = sorted({use.path for use in word.uses})
        every = (use for path in paths for use in self._vocabulary.uses(path))
        same = (use for use in every if use.text.lower() == word.word.lower())
        return [use for use in same if (use.path, use.start) not in self._passed]

    def _answer(self, suggestions: tuple[str, ...]) -> str:
        """The next key that means something; ``f`` stands for the first suggestion."""
        numbers = [str(number) for number in range(1, len(suggestions) + 1)]
        ask = "deciding-ask" if suggestions else "deciding-ask-no-fix"
        self._output.write(phrase(ask).words(self._language))
        while True:
            answer = self._key()
            answer = "1" if answer == "f" else answer
            if answer in ("a", "s", "i", *_QUIT, *numbers):
                self._output.write("\n")
                return answer

    def _key(self) -> str:
        """The next key that was pressed; what was typed ahead comes in one piece."""
        if not self._typed:
            try:
                piece = click.getchar().lower()
            except EOFError:
                piece = "q"
            self._typed = [piece] if piece.startswith("\x1b") else list(piece)
        return self._typed.pop(0)

    def _accept(self, word: str) -> None:
        self._own.add([word])
        self._own = self._own._replace(unnamed_in=None)
        self._vocabulary.accept(word)
        self._done["accepted"] += 1
        self._say(phrase("words-added", words=counted("word", 1), path=files.shown_path(self._own.path)))

    def _fix(self, uses: list[Use], suggestion: str) -> None:
        fixed, paths = 0, sorted({use.path for use in uses})
        for path in paths:
            document = self._vocabulary.document(path)
            edits = [Edit(use.start, use.end, _written(suggestion, use)) for use in uses if use.path == path]
            fixes = [Fix((edit,), Applicability.UNSAFE) for edit in edits]
            changed, applied = apply_fixes(document, fixes)
            if applied:
                self._replace(document, changed)
            fixed += applied
        self._done["fixed"] += 1
        problems, holders = counted("use", fixed), counted("file", len(paths))
        self._say(phrase("deciding-fixed", uses=problems, files=holders, word=suggestion))

    def _ignore(self, use: Use) -> None:
        document = self._vocabulary.document(use.path)
        changed = silenced(document, use.start, use.end, use.code)
        if changed is None:
            self._passed.add((use.path, use.start))
            self._say(phrase("deciding-not-ignored"))
            return
        self._replace(document, changed)
        self._done["ignored"] += 1
        self._say(phrase("deciding-ignored", code=use.code))

    def _replace(self, before: Document, after: Document) -> None:
        shown = before.source.path
        files.replace(self._places[shown], shown, before.source.encode(), after.source.encode())
        self._vocabulary.replace(after)

    def _show(self, word: UnknownWord, use: Use, count: int, heading: str) -> None:
        source = self._vocabulary.document(use.path).source
        position = source.position(use.start)
        begin, end = source.line_span(position.line)
        gutter = f"{position.line} | "
        shown = snippet(source.text[begin:end], use.start - begin, use.end - begin, columns() - len(gutter))
        style = "error" if use.is_suspected else "warning"
        state = phrase("word-suspected" if use.is_suspected else "word-unknown").words(self._language)
        uses = counted("use", count).words(self._language)
        suggestions = [f"{number} {escape(text)}" for number, text in enumerate(use.suggestions, start=1)]
        lines = [
            "",
            heading + self._paint("bold", escape(word.word)) + f" · {uses} · " + self._paint(style, state),
            self._paint("dim", f"{escape(use.path)}:{position.line}:{position.column}"),
            self._paint("dim", gutter) + shown.line,
            " " * (len(gutter) + shown.offset) + self._paint(style, "^" * shown.length),
            *(["  " + "   ".join(suggestions)] if suggestions else []),
        ]
        self._output.write("\n".join(lines) + "\n")

    def _say(self, sentence: Phrase) -> None:
        self._output.write(escape(sentence.words(self._language)) + "\n")


_DEEDS: Final = ("accepted", "fixed", "ignored", "skipped")


def _written(suggestion: str, use: Use) -> str:
    """A suggestion as it has to be written at a use."""
    own = [item for item in use.suggestions if item.lower() == suggestion.lower()]
    if own or not use.text.isascii():
        return own[0] if own else suggestion
    casing = None if suggestion[1:].islower() else suggestion
    return write_like(suggestion.lower(), Part(0, use.text, shape_of(use.text)), casing)


class _Skipped:
    """The words that were skipped since all were shown last, kept between sessions of one project."""

    def __init__(self, dictionary: str) -> None:
        from hashlib import blake2b

        import platformdirs

        folder = platformdirs.user_state_dir("zhenlint", appauthor=False)
        name = blake2b(dictionary.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
        self._path = os.path.join(folder, f"skipped-{name}.txt")
        self.words: set[str] = set()
        with suppress(OSError, UnicodeDecodeError), open(self._path, encoding="utf-8") as file:
            self.words.update(file.read().splitlines())

    def add(self, word: str) -> None:
        """Remember a word.  Where that cannot be kept, it only comes again sooner."""
        self.words.add(word)
        with suppress(OSError):
            os.makedirs(os.path.dirname(self._path), exist_ok=True)
            files.write_aside(self._path, "".join(f"{item}\n" for item in sorted(self.words)).encode())

    def forget(self) -> None:
        """Let all words come again."""
        self.words.clear()
        with suppress(OSError):
            os.unlink(self._path)
