"""Whether a half-width mark stands in Chinese text: one judgement a mark, on what stands around it.

The kinds of neighbours are those of :mod:`zhenlint.rules.punctuation.surroundings`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from zhenlint.characters import ANY_HAN, LATIN, LETTER, OTHER_LETTER
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.marks import ATOM, BLOCK, CLOSE, MARKUP, OPEN
from zhenlint.rules.punctuation.surroundings import (
    Surroundings,
    is_english_sentence,
    joining_words,
    mostly_english,
)

_INSIDE_CODE = lazy_pattern(
    rf"(?:[{LATIN}_]\((?![^()]*[{LETTER}] [{LETTER}])|[\[{{]|= ?[\"'])[^()\[\]{{}}\"'”]*\Z"
)
"""Before a mark: a call, an array or an assignment that is still open."""

_ITEM = rf"[{LATIN}{ATOM})\"'`]"
_LATIN_LIST = lazy_pattern(rf"{_ITEM}[{MARKUP}]* ?[,;] ?[{MARKUP}(\"'`]*{_ITEM}")
_CALL = lazy_pattern(rf"[{LATIN}_]\([^()]*\)+\Z")
"""``run();``, ``(a && run());``: the semicolon is the code's."""

_STATEMENT_END = lazy_pattern(r"[\"'][)\]} ]*\Z")
_ENTRY_KEY = lazy_pattern(r"(?:\W*[a-z_][\w-]*|.*[\"'])\Z")
_ENTRY_VALUE = lazy_pattern(r" ?[\"'\[{]")
"""``name: "值"``, ``"键": "值"``: entries of YAML and JSON."""

_NUMBER_LABEL = lazy_pattern(r"\W*[0-9]+\W*")
_INTEGER = lazy_pattern(rf"(?<![{LATIN}.])[0-9]+\Z")
_HAN_LABEL = lazy_pattern(r"\W*(?:第?[一二三四五六七八九十]+|[甲乙丙丁])")
_NOTATION = lazy_pattern(r"(?:名|名称|类|对象|包|库|表|字段|属性|方法|模块|实例|变量|参数)\Z")
_NEW_SENTENCE = lazy_pattern(
    r"如果|但是?|因此|因为|所以|由于|然后|不过|而且|同时|此时|此外|另外|接着|接下来|下面|以下|上面|这[个些样种里]|[你我它]们?"
)
"""How a sentence begins, and a name after a dot does not."""

_ABBREVIATION = lazy_pattern(
    rf"(?<![{LATIN}])(?:[{LETTER}]|etc|eg|e\.g|ie|i\.e|vs|No|Inc|Ltd|Co|Corp|Mr|Mrs|Ms|Dr|St|Fig|Vol|pp|al|ed"
    rf"|cf|Jr|Sr|Prof|approx)\Z",
    re.IGNORECASE,
)
_COMMIT_TYPE = lazy_pattern(
    r"\W*(?:feat|fix|docs|style|refactor|perf|test|chore|ci|build|revert)(?:\([^)]*\))?!?", re.IGNORECASE
)
_LETTER = lazy_pattern(rf"[{LETTER}]")
_OPEN_QUOTATION = lazy_pattern(rf"[“\"「『《‘\[{OPEN}]([^“”\"「」『』《》‘’\[\]{OPEN}{CLOSE}]*)\Z")
_ENGLISH_PHRASE = lazy_pattern(rf"[{LETTER}'’-]+(?:,? [{LETTER}'’-]+){{2,}} ?\Z")
_SENTENCE_AFTER = lazy_pattern(rf"[{MARKUP}]*{OTHER_LETTER}{{6}}")
_CLAUSE_AFTER = lazy_pattern(rf"{OTHER_LETTER}{{4}}|{OTHER_LETTER}{{2,3}}[，,]")
_EMOJI_OPENS = lazy_pattern(r"[a-z0-9_+-]{2,}:")
_EMOJI_CLOSES = lazy_pattern(r":[a-z0-9_+-]{2,}\Z")
_COMMAND_AFTER = lazy_pattern(rf"(?:wqa?|qa|[wqx]!)(?![{LATIN}])|set n|%?s/")
"""After a colon: a command of the editor vi, ``:wq``, ``:q!``, ``:set nu``, ``:%s/a/b/``."""

_NAME_AFTER = lazy_pattern(r"[=\[a-z]")
"""After an exclamation mark: ``!=``, ``![``, ``!important``."""

_CLASHING = "，。、；："
"""Full-width marks that no other mark follows."""

_TOKEN = lazy_pattern(rf"[{LATIN}_/\\=*@&.-]")


def is_chinese(mark: str, around: Surroundings) -> bool:
    """Whether a mark with these surroundings belongs to Chinese text."""
    if (around.before and around.before in _CLASHING) or (around.after and around.after in _CLASHING):
        return False  # two marks in a row are PU005's
    if around.left in "-U" or _inside_code(around.clause):
        return False
    return _JUDGES[mark](around)


def _inside_code(clause: str) -> bool:
    """Whether a clause ends inside brackets or quotation marks of code; few have any of the signs."""
    signs = "(" in clause or "[" in clause or "{" in clause or "=" in clause
    return signs and _INSIDE_CODE.search(clause) is not None


def _separates(around: Surroundings) -> bool:
    """A comma: in Chinese beside Han, but not at the end of a list of Latin items."""
    if (around.after and around.after in ",;") or around.before in ",;" or _in_english(around):
        return False
    if around.left == "H":
        return around.right == "H" or not _detached(around)
    if around.right != "H" or _NUMBER_LABEL.fullmatch(around.clause):
        return False
    return not (_LATIN_LIST.search(around.clause) or _CALL.search(around.clause))


def _parts(around: Surroundings) -> bool:
    """A semicolon: as a comma, but not at the end of a statement such as ``a = "值";``."""
    return not (_STATEMENT_END.search(around.clause) and around.right == "-") and _separates(around)


def _introduces(around: Surroundings) -> bool:
    """A colon: after Han always; after Latin where it introduces Chinese text."""
    if around.before == ":" or (around.after and around.after in ":/\\") or _in_emoji(around):
        return False
    if _ENTRY_KEY.fullmatch(around.clause) and _ENTRY_VALUE.match(around.following):
        return False
    if _COMMAND_AFTER.match(around.following):
        return False
    if around.left == "H":
        emoticon = around.after == ")" or (around.before == " " and around.after == "(")
        return not emoticon and (around.right == "H" or not mostly_english(around.clause))
    if around.right == "-":
        return around.left in "LC" and around.han >= 4
    if around.right != "H" or _COMMIT_TYPE.fullmatch(around.clause) or mostly_english(around.following):
        return False
    if joining_words(around.following) and is_english_sentence(around.clause):
        return False
    if around.following.lstrip(MARKUP).startswith(" ") or around.left in "CS":
        return True
    return _all_latin(around.phrase) or bool(_SENTENCE_AFTER.match(around.following))


def _stops(around: Surroundings) -> bool:
    """A full stop: not one of a name, a number, an abbreviation, a label or an ellipsis."""
    if around.before == "." or _TOKEN.match(around.after) or _detached(around) or _in_english(around):
        return False
    if around.left == "H":
        if _HAN_LABEL.fullmatch(around.clause.rstrip()) or around.after == ATOM:
            return False
        if ANY_HAN.match(around.after):
            return around.han >= 8 and _starts_sentence(around)
        return True
    if around.right not in "H-" or around.han < 5 or around.after == ATOM:
        return False
    if (around.right == "H" and _INTEGER.search(around.clause)) or _quoted(around):
        return False
    if around.before not in ')”"' and ANY_HAN.match(around.after):
        return False
    return not _ABBREVIATION.search(around.clause)


def _exclaims(around: Surroundings) -> bool:
    """An exclamation mark: after Latin only at the very end, else it may belong to the name."""
    if _NAME_AFTER.match(around.following) or _detached(around) or _in_english(around):
        return False
    if around.left == "H":
        return True
    ends = around.right == "-" and not around.after.strip("\r\n" + BLOCK)
    return around.han >= 4 and (ends or around.left == "D") and not _quoted(around)


def _asks(around: Surroundings) -> bool:
    """A question mark: after Latin where the question is a Chinese one."""
    if (around.after and around.after in "=&") or around.before == "(" or _detached(around):
        return False
    if around.left == "H":
        return not _in_english(around)
    return around.right in "H-" and around.han >= 3 and not (_TOKEN.match(around.after) or _quoted(around))


def _in_english(around: Surroundings) -> bool:
    """Whether the sentence around a mark is an English one with some Han in it."""
    sentence = around.clause + around.following
    return mostly_english(sentence) or is_english_sentence(sentence)


def _quoted(around: Surroundings) -> bool:
    """Whether the Latin before a mark is a quotation, a title or a sentence with marks of its own."""
    opened = _OPEN_QUOTATION.search(around.clause)
    return bool((opened and _all_latin(opened[1])) or _ENGLISH_PHRASE.search(around.clause))


def _all_latin(text: str) -> bool:
    """Whether a text has Latin letters and no Han."""
    return bool(_LETTER.search(text)) and not ANY_HAN.search(text)


def _detached(around: Surroundings) -> bool:
    """Whether blanks stand on both sides: the mark itself is meant (``通配符 ? 匹配``)."""
    return around.before == " " and around.after == " "


def _in_emoji(around: Surroundings) -> bool:
    """Whether a colon is one of a short code such as ``:smile:``."""
    return bool(_EMOJI_OPENS.match(around.following) or _EMOJI_CLOSES.search(around.clause))


def _starts_sentence(around: Surroundings) -> bool:
    """Whether the Han after a full stop begins a sentence; ``类.方法`` is a notation."""
    if _NOTATION.search(around.clause) and not _NEW_SENTENCE.match(around.following):
        return False
    return bool(_CLAUSE_AFTER.match(around.following))


_JUDGES: Mapping[str, Callable[[Surroundings], bool]] = {
    ",": _separates,
    ";": _parts,
    ":": _introduces,
    ".": _stops,
    "!": _exclaims,
    "?": _asks,
}
