"""What the line around a word says of it: a person's name, a list of nicknames, another language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.marks import BLOCK, MARKUP
from zhenlint.spelling.lexicon import Lexicon

_LETTER = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_ACCENTED = lazy_pattern("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]")
_PHRASE = lazy_pattern(rf"[{_LETTER}][{_LETTER}'’\-]*(?:[ ,;:\"()]+[{_LETTER}][{_LETTER}'’\-]*)*")
_LATIN = lazy_pattern(r"[A-Za-z]{2,}")
_WORD = lazy_pattern(rf"[{_LETTER}]{{2,}}")
_MARKUP = lazy_pattern(f"[{MARKUP}]+")
_WORD_BEFORE = lazy_pattern(r"([A-Za-z][A-Za-z'’.\-]*)[ \-]+\Z")
_WORD_AFTER = lazy_pattern(r"[ \-]+([A-Za-z][A-Za-z'’.\-]*)")
_NAME_AFTER = lazy_pattern(r" ([A-Z][a-z]{2,})(?![A-Za-z0-9])")
_INITIAL = lazy_pattern(r"(?:[A-Z]\.-?)+\Z")
_CITED = lazy_pattern(r"\s*等人|,? et al\b|(?:, [A-Z][a-z]+)*,? (?:and|&) [A-Z][a-z]+,? \(?(?:19|20)\d\d")
_PERHAPS_CITED = lazy_pattern(r"\s*等[在提的,，（(]|\s*[（(]?(?:19|20)\d\d(?!\d|年)")
_AUTHOR_BEFORE = lazy_pattern(r"(?:©|\([Cc]\)|[Cc]opyright)[^A-Za-z]*\Z|(?:\bby |作者\s*[:：]?\s*)\Z")
_INSTALL_BEFORE = lazy_pattern(
    r"\b(?:pip3?|npm|pnpm|yarn|conda|brew|apt|apt-get|go) (?:install|add|get|i) +\Z"
)
_PASSWORD_BEFORE = lazy_pattern(r"(?:提取码|密码|口令|验证码|邀请码|访问码|激活码)\s*[是为]?\s*[:：]?\s*\Z")
_BETWEEN_ITEMS = lazy_pattern(rf"[,、，;；：|/{BLOCK}]+")
_ITEM = lazy_pattern(r"\s*[A-Za-z][\w .\-]{1,24}\s*")
_ENGLISH = 3
"""From how many known words a phrase is English beyond doubt."""

_FOREIGN_LINE = 3
"""From how many different function words of other languages a line may be in one."""

_ITEMS = 5
"""From how many short Latin items on a line takes itself for a list."""

_STRANGE_ITEMS = 0.3
"""Share of items with a digit or an unknown word from which a list is one of nicknames."""

_FOREIGN_WORDS = (
    "das dem den der des ein eine einem einen einer eines ist und nicht mit von vom zu zur zum auf im für "
    "wird werden sie wir auch nach aus wie sind sich oder kann "
    "el la los las del que una por para con es se su sus como más esta este "
    "os em um uma não da das dos ao como você "
    "le les une et est dans pour qui sur avec pas vous nous "
    "il di della che gli non per sono "
    "het een van voor niet zijn wij onze deze worden naar uit bij ook "
    "och att som av är det på"
)
_FOREIGN = frozenset(_FOREIGN_WORDS.split())
"""Function words of German, Spanish, Portuguese, French, Italian, Dutch and Swedish."""

_ENGLISH_WORDS = "the of and to is in for with that this it you are be from or can not by on an we if at will"
_ENGLISH_FUNCTION = frozenset(_ENGLISH_WORDS.split())


class Surroundings:
    """A line of prose around a word, markup left out: ``before + word + after``."""

    def __init__(self, before: str, word: str, after: str, lexicon: Lexicon) -> None:
        self.before = before
        self.word = word
        self.after = after
        self.lexicon = lexicon

    @classmethod
    def of(cls, line: tuple[str, str, str], lexicon: Lexicon) -> Surroundings:
        """From the prose before a word on its line, the word, and the prose after it."""
        before, word, after = line
        return cls(_MARKUP.sub("", before), word, _MARKUP.sub("", after), lexicon)

    @cached_property
    def phrase(self) -> str:
        """The stretch of Latin words in which the word stands."""
        line, at = self.before + self.word + self.after, len(self.before)
        return next((match[0] for match in _PHRASE.finditer(line) if match.start() <= at < match.end()), "")

    @property
    def strangers(self) -> float:
        """The share of unknown words in the phrase, the word itself included."""
        found = _LATIN.findall(self.phrase)
        return sum(not self.lexicon.knows(word.lower()) for word in found) / len(found) if found else 0.0

    @property
    def is_foreign(self) -> bool:
        """Whether the phrase, or its line, is in another language than English."""
        return bool(_ACCENTED.search(self.phrase)) or self.foreign_words > 1 or self._is_line_foreign

    @property
    def foreign_words(self) -> int:
        """How many different function words of other languages the phrase has."""
        return len(_FOREIGN.intersection(_LATIN.findall(self.phrase.lower())))

    @property
    def _is_line_foreign(self) -> bool:
        """Whether the line has more function words of other languages than of English, three at least."""
        words = _WORD.findall((self.before + self.word + self.after).lower())
        foreign = [word for word in words if word in _FOREIGN]
        return len(set(foreign)) >= _FOREIGN_LINE and len(foreign) > sum(
            word in _ENGLISH_FUNCTION for word in words
        )

    @property
    def is_english(self) -> bool:
        """Whether the phrase is English beyond doubt: three other words that are known."""
        found = [word for word in _LATIN.findall(self.phrase) if word != self.word]
        return sum(self.lexicon.knows(word.lower()) for word in found) >= _ENGLISH

    @property
    def is_person(self) -> bool:
        """Whether the word stands beside a name or an initial, or is cited.

        ``Andreas Tille``, ``Hossein Dehghan``, ``Socher 等人``, ``© Taku``, ``by Joffrey``.
        """
        if _CITED.match(self.after) or _AUTHOR_BEFORE.search(self.before):
            return True
        after = _NAME_AFTER.match(self.after)
        if after and self._is_strange_name(after[1]):
            return True
        before = _WORD_BEFORE.search(self.before)
        if before is None:
            return False
        is_name = before[1][0].isupper() and self.lexicon.is_name(before[1].lower())
        return is_name or bool(_INITIAL.match(before[1]))

    @property
    def is_given(self) -> bool:
        """Whether the word stands as it is given: ``提取码：vhue``, ``pip install blotly``."""
        return bool(_PASSWORD_BEFORE.search(self.before) or _INSTALL_BEFORE.search(self.before))

    @property
    def may_be_person(self) -> bool:
        """Whether the word stands beside a capitalised stranger, or is perhaps cited: ``Socher (2013)``."""
        before, after = _WORD_BEFORE.search(self.before), _WORD_AFTER.match(self.after)
        neighbours = [match[1] for match in (before, after) if match]
        return bool(_PERHAPS_CITED.match(self.after)) or any(map(self._is_strange_name, neighbours))

    def _is_strange_name(self, word: str) -> bool:
        bare = word.strip(".").lower()
        strange = len(bare) == 1 or self.lexicon.is_name(bare) or not self.lexicon.knows(bare)
        return word[0].isupper() and strange

    @property
    def is_nickname_list(self) -> bool:
        """Whether the line lists short Latin items many of which are no words."""
        line = self.before + self.word + self.after
        items = [item for item in _BETWEEN_ITEMS.split(line) if _ITEM.fullmatch(item)]
        strange = sum(any(self._strange(item)) for item in items)
        return len(items) >= _ITEMS and strange > _STRANGE_ITEMS * len(items)

    def _strange(self, item: str) -> Iterator[bool]:
        yield any(char.isdigit() for char in item)
        yield from (len(word) > 2 and not self.lexicon.knows(word.lower()) for word in _LATIN.findall(item))
