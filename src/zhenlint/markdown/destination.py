"""What looks like the destination of a link, for brackets that the parser did not take for one.

The judgement is about text alone: nothing is resolved or fetched.  A destination that *is* one to
the parser needs no such guess.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import Final

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.syntax.bare_url import find_bare_urls


class Likeness(IntEnum):
    """How surely a text is a destination.

    ``CLEAR``: nobody writes it in brackets for another reason: an address with its scheme, a
    domain, a document or picture, ``../page``, ``#fragment``.  ``SITE``: a path from a site's root
    or of a folder, which may also be one of an interface.  ``LOOSE``: it has a slash or an
    extension, which also file names, fractions and versions have.
    """

    NONE = 0
    LOOSE = 1
    SITE = 2
    CLEAR = 3


DOCUMENT_EXTENSIONS: Final = (
    "md|markdown|mdx|html?|xhtml|rst|adoc|txt|pdf|docx?|pptx?|xlsx?|csv|epub|ipynb|"
    "png|jpe?g|gif|svg|webp|bmp|ico|avif|mp4|webm|mp3|zip|tgz|rar|7z"
)
"""Extensions of what links and images lead to, as alternatives of a pattern."""

_SURE_DOMAINS = "com|org|edu|gov|cn"
"""Top-level domains that make a bare name a domain: ``docker.com``, but not ``ASP.NET``."""

_OTHER_DOMAINS = (
    "net|io|dev|app|me|ai|co|info|xyz|top|tech|site|tv|cloud|wiki|blog|page|"
    "uk|de|fr|jp|kr|tw|hk|us|ru|eu|ca|au|ch|nl|in"
)
"""Those that also end names of programs (``socket.io``, ``System.in``): a path must follow."""

_TEXT_PUNCTUATION = "，。；：！？、“”‘’「」『』《》〈〉【】"
_ADDRESS = rf"[^\s\"<>`\\{_TEXT_PUNCTUATION}]"
_HOST = r"(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+"
_PATH = r"[^\s\"<>`\\，。；“”|]"
_SUFFIX = rf"(?:[?#]{_PATH}*)?"

_CLEAR = lazy_pattern(
    rf"[A-Za-z][A-Za-z0-9+.\-]+://{_ADDRESS}+"
    rf"|www\.[A-Za-z0-9]{_ADDRESS}*"
    r"|mailto:[^\s@<>()]+@[^\s@<>()]+|tel:\+?[\d\-]+"
    rf"|{_HOST}(?:{_SURE_DOMAINS})(?::\d+)?(?:[/?#]{_ADDRESS}*)?"
    rf"|{_HOST}(?:{_OTHER_DOMAINS})(?::\d+)?[/?#]{_ADDRESS}*"
    rf"|\.\.?/(?!\S*:\d+\Z){_PATH}+"
    r"|/[\w%~@.\-/]*\#[\w%\-]+"
    rf"|(?![A-Za-z]+:){_PATH}+\.(?:{DOCUMENT_EXTENSIONS}){_SUFFIX}"
    r"|\#(?![\d.\-]+\Z)(?![0-9a-f]{3,8}\Z)[^\s\"<>`\\#()（），。；：！？、|]{2,}",
    re.IGNORECASE,
)
_SITE = lazy_pattern(
    r"/(?!(?:bin|boot|dev|etc|home|lib(?:64)?|media|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr|var|Users)/)"
    r"[\w%~@.\-]+(?:(?:/[\w%~@.\-]+)+/?|/)|\.\.?/"
)
_LOOSE = lazy_pattern(
    rf"(?![A-Za-z]+:)(?:{_PATH}*/{_PATH}+|{_PATH}+/|{_PATH}+\.[A-Za-z][A-Za-z0-9]{{0,5}}{_SUFFIX})"
)
_TEMPLATE = lazy_pattern(r"\{[{%<]|[%}>]\}|\$\{")

_READ_AS_PATH = lazy_pattern(rf"[^\s\"<>`\\|{_TEXT_PUNCTUATION}]+")
_FILE = lazy_pattern(rf"[^\s\"<>`\\|{_TEXT_PUNCTUATION}]+\.(?:{DOCUMENT_EXTENSIONS})", re.IGNORECASE)
_EXTENSION_BEFORE_TEXT = lazy_pattern(rf"\.(?:{DOCUMENT_EXTENSIONS})(?=[^\x00-\x7f])", re.IGNORECASE)
_TEXT_AFTER_WORD = lazy_pattern(r"(?<=[A-Za-z0-9])[\u3400-\u9fff]+\Z")
_TEXT_AFTER_SEPARATOR = lazy_pattern(r"(?<=[\x21-\x7e])[\u3400-\u9fff]+\Z")
_TRAILING = ".,:;!?'*_~"


def likeness(text: str) -> Likeness:
    """How surely a text, taken as a whole, is a destination.

    Placeholders of template languages (``{{ … }}``, ``{% … %}``) are never one: what they become
    is not known.
    """
    if _TEMPLATE.search(text):
        return Likeness.NONE
    if _CLEAR.fullmatch(text):
        return Likeness.CLEAR
    if _SITE.fullmatch(text):
        return Likeness.SITE
    return Likeness.LOOSE if _LOOSE.fullmatch(text) else Likeness.NONE


def destination_length(text: str) -> int:
    """How much of a text's beginning a reader takes for a destination that nothing closes.

    A text that ends as a file name does is taken whole.  Else an address ends where a bare URL
    would; a path ends before blanks, quotes, Chinese punctuation, an unbalanced closing bracket, or
    where Chinese text follows its extension.  Han at the end belongs to the text around if it goes
    straight on from a word, or if the sentence goes on.
    """
    if _FILE.fullmatch(text):
        return len(text)
    urls = find_bare_urls(text)
    end = min(urls)[1] if urls and min(urls)[0] == 0 else _path_length(text)
    goes_on = end < len(text) and "#" not in text[:end]
    following = (_TEXT_AFTER_SEPARATOR if goes_on else _TEXT_AFTER_WORD).search(text, 0, end)
    return following.start() if following else end


def _path_length(text: str) -> int:
    """How much of a text's beginning can be a path."""
    path = _READ_AS_PATH.match(text)
    if path is None:
        return 0
    extension = _EXTENSION_BEFORE_TEXT.search(text, 0, path.end() + 1)
    end = extension.end() if extension else path.end()
    while end and (text[end - 1] in _TRAILING or _closes_nothing(text[:end])):
        end -= 1
    return end


def needs_angle_brackets(destination: str) -> bool:
    """Whether CommonMark takes a destination only inside ``<…>`` (0.31.2, section 6.3)."""
    depth = 0
    for bracket in re.findall(r"[()]", destination):
        depth += 1 if bracket == "(" else -1
        if depth < 0:
            return True
    return depth > 0 or " " in destination or not destination


def _closes_nothing(text: str) -> bool:
    """Whether a text ends with a closing bracket that nothing in it opens."""
    pairs = {")": "(", "）": "（", "]": "["}
    last = text[-1]
    return last in pairs and text.count(last) > text.count(pairs[last])
