"""Which hosts may be asked, and where they are.

A document can come from anybody, so it must not make this machine send requests into its own network:
an address is looked up once, judged, and then connected to as it was judged.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Container
from functools import partial
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

import anyio.to_thread

from zhenlint.lazy_pattern import lazy_pattern

IPAddress = IPv4Address | IPv6Address

_NOWHERE = lazy_pattern(r".*\.invalid\.?", re.IGNORECASE)
"""Names that never exist (RFC 6761, section 6.4)."""

_RESERVED = lazy_pattern(
    r"(?:.*\.)?(?:example\.(?:com|net|org)|example|test|localhost|local|internal|lan|onion|home\.arpa|alt)"
)
"""Names for documentation and for networks of one's own (RFC 2606, 6761, 6762, 7686, 8375, 9476)."""

_PLACEHOLDER = lazy_pattern(
    r"[^.]*|(?:.*[.\-])?(?:x{3,}|your[a-z]*|my-?(?:domain|site|server)|domain)(?:[.\-].*)?"
)
"""Names that stand for a reader's own host, and such as have no dot and mean a machine nearby."""

_TRANSLATED = IPv6Network("64:ff9b::/96")
"""IPv4 addresses as a gateway takes them (RFC 6052)."""

_ALWAYS_THERE = ("example.com", "www.iana.org")
"""Hosts that are there whenever there is a network (RFC 2606)."""


class NoHostError(Exception):
    """There is no host of a name."""


class NotAskedError(Exception):
    """A host is not to be asked: it is private, reserved or a placeholder."""


class NoLookupError(Exception):
    """Names cannot be looked up just now."""


async def addresses_of(host: str, port: int, allowed: Container[str]) -> list[str]:
    """The IP addresses of a host at which it may be asked, in the order in which they should be tried.

    ``allowed`` are hosts that may be asked wherever they are.

    Raises:
        NotAskedError: the host must not be asked.
        NoHostError: there is no such host.
        NoLookupError: that cannot be found out.
    """
    check_name(host, allowed)
    found = await _look_up(host, port)
    if host not in allowed:
        found = [address for address in found if is_public(ip_address(address))]
    if not found:
        raise NotAskedError(host)
    return found


def check_name(host: str, allowed: Container[str]) -> None:
    """What can be told from a host's name alone, as where a proxy looks it up.

    Raises:
        NotAskedError: the host must not be asked.
        NoHostError: there is no such host.
    """
    if host in allowed:
        return
    if never_exists(host):
        raise NoHostError(host)
    name = host.lower().removesuffix(".")
    known = _address(name)
    if known is not None and is_public(known):
        return
    if known is not None or _RESERVED.fullmatch(name) or _PLACEHOLDER.fullmatch(name):
        raise NotAskedError(host)


def never_exists(host: str) -> bool:
    """Whether there is no host of a name and never will be."""
    return _NOWHERE.fullmatch(host) is not None


def is_public(address: IPAddress) -> bool:
    """Whether an address is one of the public network: not private, loopback, link-local or the like."""
    if isinstance(address, IPv6Address):
        within = address.ipv4_mapped or address.sixtofour
        if address in _TRANSLATED:
            within = IPv4Address(int(address) & 0xFFFFFFFF)
        if within is not None:
            return is_public(within)
    return address.is_global and not address.is_multicast


def _address(host: str) -> IPAddress | None:
    """The address that a host's name is, if it is one."""
    try:
        return ip_address(host)
    except ValueError:
        return None


async def _look_up(host: str, port: int) -> list[str]:
    """The IP addresses of a host.  The thread is left behind where nobody waits for it any more."""
    search = partial(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM)
    try:
        found = await anyio.to_thread.run_sync(search, abandon_on_cancel=True)
    except socket.gaierror as error:
        if error.errno in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)):
            raise NoHostError(host) from error
        raise NoLookupError(host) from error
    except (OSError, UnicodeError) as error:
        raise NoLookupError(host) from error
    return list(dict.fromkeys(str(address[0]).partition("%")[0] for *_, address in found))


async def names_are_known() -> bool:
    """Whether names can be looked up at all: without a network every host seems not to exist."""
    for host in _ALWAYS_THERE:
        try:
            await _look_up(host, 443)
        except (NoHostError, NoLookupError):
            continue
        return True
    return False
