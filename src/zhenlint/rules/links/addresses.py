"""What can be wrong with the scheme and the host of an address, and how it should be.

Only texts that are addresses to Markdown are judged here, the destinations of links foremost, so the
question is never whether something is an address but whether it can lead anywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Literal

from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.destination import Likeness, likeness
from zhenlint.named_tuple import NamedTuple

FaultName = Literal[
    "wrapped",
    "title",
    "full-width",
    "space",
    "doubled",
    "slashes",
    "no-colon",
    "scheme",
    "mail",
    "host",
    "no-scheme",
]
"""What is wrong; also the key of the message of LK013."""


class Fault(NamedTuple):
    """What is wrong with an address, and the address as it should be."""

    name: FaultName
    right: str


_PLAIN = lazy_pattern(
    r"https?://(?!https?(?::|//))([A-Za-z0-9\-.]+)(?::\d+)?(?:[/?#][^\"“”\u00a0\u2002-\u200a\u202f\u3000]*)?"
    r"|(?:\.{0,2}/(?!/)|\#).*",
    re.DOTALL,
)
"""Addresses whose scheme is right, paths and fragments: most of all."""

_WRAPPED = lazy_pattern(r"[(（\"'“”‘’《【\[<`]+([^\s()（）\"'“”‘’《》【】\[\]<>`]+)[)）\"'“”‘’》】\]>`]*")
_TITLE = lazy_pattern(r"([^\s\"'“”‘’]+)(?<![=:+,])(?<!%3[ADad])[\"“]([^\s\"“”]+)[\"”]")
"""An address with a title right behind it; behind ``=`` or a colon quotation marks belong to a query."""

_LETTERS = r"A-Za-zＡ-Ｚａ-ｚ"
_HEAD = lazy_pattern(rf"([{_LETTERS}]+[:：][/／]{{2}}[^/／?？#＃]*[/／]?)(.*)", re.DOTALL)
_WIDE = lazy_pattern(r"[\uff01-\uff5e。]")
_BLANK = lazy_pattern(r"[\u00a0\u2002-\u200a\u202f\u3000]")
_DOUBLED = lazy_pattern(r"https?:?/*[:：]?/*(?=https?:/)(https?:/.*)|https?://(https?)(//.*)", re.IGNORECASE)
_SLASHES = lazy_pattern(r"(https?):(?!//[^/\\])[/\\]*([A-Za-z0-9].*)", re.IGNORECASE)
_NO_COLON = lazy_pattern(r"(https?)[;；.,，。]?//([A-Za-z0-9].*)", re.IGNORECASE)
_SCHEME = lazy_pattern(r"([A-Za-z]{2,8})[:：]?//?([A-Za-z0-9\-]+\.[A-Za-z0-9\-.]*[A-Za-z].*)")
_REAL_SCHEMES = frozenset(("shttp", "httpx", "httpu", "httpg", "httpd", "httpc", "httpr"))
"""Schemes and names that look like a misspelled ``http`` and are none (IANA's registry of URI schemes)."""

_DOMAINS = (
    "com|org|net|edu|gov|cn|io|dev|co|xyz|top|tech|site|cloud|page|blog|club|vip|online|shop|store|link|"
    "live|space|world|uk|de|fr|jp|kr|tw|hk|us|ru|eu|ca|au|ch|nl|tv|me"
)
"""Top-level domains that no file's extension is (IANA's root zone, the common ones of them)."""

_E_MAIL = lazy_pattern(
    r"(?:([A-Za-z]{3,8})[:：](?://)?)?"
    rf"([A-Za-z0-9._%+\-]+@(?:[A-Za-z0-9\-]+\.)+(?:{_DOMAINS}))(\?.*)?"
)
_HOST = lazy_pattern(r"(?:(?:https?:)?//)?(?:[a-z0-9\-]+\.)*([a-z0-9\-]+\.[a-z]+)(?=[:/?#]|\Z)")
"""A host in lower case; a pattern for either case takes twice the time to compile."""

_NO_SCHEME = lazy_pattern(
    rf"(?!(?:com|org|net|io|cn)\.)(?:[A-Za-z0-9](?:[A-Za-z0-9\-]*[A-Za-z0-9])?\.)+(?:{_DOMAINS})(?::\d+)?(?:[/?#].*)?"
    r"|www\.[A-Za-z0-9][A-Za-z0-9.\-]*\.[A-Za-z]{2,}(?::\d+)?(?:[/?#].*)?"
    r"|(?:localhost|(?:\d{1,3}\.){3}\d{1,3}):\d+(?:[/?#].*)?",
    re.DOTALL,
)
_COMMON_HOSTS = frozenset(
    (
        "github.com",
        "githubusercontent.com",
        "gitlab.com",
        "google.com",
        "youtube.com",
        "wikipedia.org",
        "wikimedia.org",
        "stackoverflow.com",
        "microsoft.com",
        "facebook.com",
        "twitter.com",
        "linkedin.com",
        "bilibili.com",
        "cnblogs.com",
        "segmentfault.com",
        "mozilla.org",
        "aliyun.com",
        "aliyuncs.com",
        "tencent.com",
        "alibaba.com",
        "jianshu.com",
        "oschina.net",
        "kubernetes.io",
        "mongodb.com",
        "postgresql.org",
        "instagram.com",
        "pinterest.com",
        "cloudflare.com",
    )
)
"""Hosts that documents link to often and that no well-known host is one letter away from."""

_OTHER_HOSTS = frozenset(("twister.com",))
"""Hosts a letter away from a common one that are others."""

_NO_TYPOS = frozenset(("com", "co", "cm", "om", "org", "net", "io", "cn"))


@lru_cache(maxsize=1024)  # two rules and more ask of every link
def fault_of(address: str, *, scheme_less: bool = True) -> Fault | None:
    """What is wrong with an address; the first fault names it, ``right`` mends all.

    ``scheme_less``: a domain or an e-mail address without a scheme counts, as it does in a link's
    destination, where it leads to a file of that name.
    """
    first: Fault | None = None
    for _ in range(4):
        fault = _first_fault(address, scheme_less)
        if fault is None or fault.right == address:
            break
        first, address = Fault(first.name if first else fault.name, fault.right), fault.right
    return first


def _first_fault(address: str, scheme_less: bool) -> Fault | None:
    if plain := _PLAIN.fullmatch(address):
        return None if plain[1] is None or _is_right(plain[1]) else _misspelled_host(address)
    for find in _FINDERS:
        fault = find(address)
        if fault and (scheme_less or fault.name != "no-scheme"):
            return fault
    return _misspelled_host(address)


def _wrapped(address: str) -> Fault | None:
    match = _WRAPPED.fullmatch(address)
    return Fault("wrapped", match[1]) if match and likeness(match[1]) is Likeness.CLEAR else None


def _title(address: str) -> Fault | None:
    match = _TITLE.fullmatch(address)
    return (
        Fault("title", f'{match[1]} "{match[2]}"') if match and likeness(match[1]) is Likeness.CLEAR else None
    )


def _full_width(address: str) -> Fault | None:
    head = _HEAD.fullmatch(address)
    if head is None or not _WIDE.search(head[1]):
        return None
    return Fault("full-width", unicodedata.normalize("NFKC", head[1]).replace("。", ".") + head[2])


def _space(address: str) -> Fault | None:
    head = _HEAD.fullmatch(address)
    if head is None or not _BLANK.search(address):
        return None
    return Fault("space", _BLANK.sub("", address))


def _doubled(address: str) -> Fault | None:
    match = _DOUBLED.fullmatch(address)
    if match is None:
        return None
    return Fault("doubled", match[1] or f"{match[2]}:{match[3]}")


def _slashes(address: str) -> Fault | None:
    match = _SLASHES.fullmatch(address)
    return Fault("slashes", f"{match[1]}://{match[2]}") if match else None


def _no_colon(address: str) -> Fault | None:
    match = _NO_COLON.fullmatch(address)
    return Fault("no-colon", f"{match[1]}://{match[2]}") if match else None


def _scheme(address: str) -> Fault | None:
    match = _SCHEME.fullmatch(address)
    if match is None or match[1].lower() in _REAL_SCHEMES:
        return None
    scheme = match[1].lower()
    near = [right for right in ("http", "https") if one_edit_apart(scheme, right)]
    if not near or scheme in ("http", "https"):
        return None
    return Fault("scheme", f"{near[-1] if scheme.endswith('s') else near[0]}://{match[2]}")


def _mail(address: str) -> Fault | None:
    match = _E_MAIL.fullmatch(address)
    if match is None:
        return None
    scheme = (match[1] or "").lower()
    right = f"mailto:{match[2]}{match[3] or ''}"
    if not scheme:
        return Fault("no-scheme", right)
    if scheme in ("mail", "email", "mailto") or one_edit_apart(scheme, "mailto"):
        return Fault("mail", right) if right.lower() != address.lower() else None
    return None


def _no_scheme(address: str) -> Fault | None:
    if not _NO_SCHEME.fullmatch(address):
        return None
    local = address.startswith("localhost") or address[0].isdigit()
    return Fault("no-scheme", f"{'http' if local else 'https'}://{address}")


def _misspelled_host(address: str) -> Fault | None:
    match = _HOST.match(address.lower())
    right = _common_host_like(match[1]) if match else None
    return (
        Fault("host", address[: match.start(1)] + right + address[match.end(1) :])
        if match and right
        else None
    )


@lru_cache(maxsize=1024)
def _is_right(host: str) -> bool:
    """Whether a host is no misspelling: documents link to few hosts (0.5 × the time)."""
    return _misspelled_host(f"https://{host}") is None


@cache
def _common_host_like(host: str) -> str | None:
    """The very common host of which a host is a misspelling."""
    name, _, top = host.rpartition(".")
    if host in _COMMON_HOSTS or host in _OTHER_HOSTS or len(name) < 5:
        return None
    for right in _COMMON_HOSTS:
        if (right.endswith("." + top) or top not in _NO_TYPOS) and one_edit_apart(host, right):
            return right
    return None


_FINDERS: tuple[Callable[[str], Fault | None], ...] = (
    _wrapped,
    _title,
    _full_width,
    _space,
    _doubled,
    _slashes,
    _no_colon,
    _mail,
    _scheme,
    _no_scheme,
)


def one_edit_apart(text: str, other: str) -> bool:
    """Whether one insertion, deletion, substitution or swap of neighbours makes one text the other."""
    if text == other or abs(len(text) - len(other)) > 1:
        return False
    shorter, longer = sorted((text, other), key=len)
    at = next((n for n, letter in enumerate(shorter) if letter != longer[n]), len(shorter))
    if len(shorter) < len(longer):
        return shorter[at:] == longer[at + 1 :]
    swapped = shorter[at : at + 2] == longer[at : at + 2][::-1] and shorter[at + 2 :] == longer[at + 2 :]
    return swapped or shorter[at + 1 :] == longer[at + 1 :]
