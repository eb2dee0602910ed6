"""Asking for one address: HEAD, then GET, redirects, and again where it may pass."""

from __future__ import annotations

import asyncio
import ssl
from collections import defaultdict
from types import TracebackType
from typing import Final

import httpx

from zhenlint import __version__
from zhenlint.named_tuple import NamedTuple
from zhenlint.online.hosts import NoHostError, NoLookupError, NotAskedError, names_are_known, never_exists
from zhenlint.online.manners import LONGEST_WAIT, Host, retry_after
from zhenlint.online.transport import ALLOWED, Transport
from zhenlint.project import Answer
from zhenlint.rules.links.dead_url import Options

_AT_ONCE: Final = 32
"""Requests under way at a time."""

_MOST_REDIRECTS: Final = 10
_REDIRECTS: Final = frozenset((301, 302, 303, 307, 308))
_PERMANENT: Final = frozenset((301, 308))
_TOO_MANY: Final = 429
_TROUBLE: Final = range(500, 600)
_PASSING_FAULTS: Final = frozenset(("timeout", "connection", "host", "lookup"))
_HEADERS: Final = {
    "User-Agent": f"zhenlint/{__version__} (+https://github.com/zhenlint/zhenlint)",
    "Accept": "*/*",
}


class _Reply(NamedTuple):
    """What one request came to: a status, or a fault; where a redirect leads, how long to wait."""

    status: int = 0
    fault: str = ""
    location: str = ""
    wait: float | None = None

    @property
    def may_pass(self) -> bool:
        """Whether the same request may come to something else a little later."""
        return self.status == _TOO_MANY or self.status in _TROUBLE or self.fault in _PASSING_FAULTS


class Client:
    """Asks for addresses, many at a time, each host in turn.

    ``offline`` is whether a host seemed not to exist because there is no network.
    """

    def __init__(self) -> None:
        self.offline = False
        self._transport = Transport()
        self._hosts: defaultdict[str, Host] = defaultdict(Host)
        self._at_once = asyncio.Semaphore(_AT_ONCE)
        self._known: asyncio.Task[bool] | None = None

    async def __aenter__(self) -> Client:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._transport.aclose()

    async def ask(self, address: str, terms: Options) -> Answer:
        """What comes of asking for an address.

        Faults: ``host``, ``timeout``, ``connection``, ``tls``, ``loop`` as in the rule's messages;
        ``lookup`` where names cannot be looked up, ``not-asked`` where a host must not be asked or the
        address makes no request.
        """
        try:
            at, moved_to = httpx.URL(address), ""
            for _ in range(_MOST_REDIRECTS):
                reply = await self._reply(at, terms)
                target = at.join(reply.location) if reply.location else at
                if not reply.location or target.scheme not in ("http", "https"):
                    return Answer(reply.status, reply.fault, str(at), _if_good(moved_to, reply))
                if reply.status in _PERMANENT and moved_to == ("" if at == address else str(at)):
                    moved_to = str(target)
                at = target
        except (httpx.InvalidURL, UnicodeError, ValueError):
            return Answer(0, "not-asked", address)
        return Answer(0, "loop", str(at))

    async def _reply(self, at: httpx.URL, terms: Options) -> _Reply:
        """The reply for one address, asked again as long as it may pass."""
        host = self._hosts[f"{at.host}:{at.port}"]
        for attempt in range(max(0, terms.retries) + 1):
            reply = await self._head_then_get(at, host, terms)
            wait = 0.5 * 2**attempt if reply.wait is None else reply.wait
            if host.lost or never_exists(at.host) or not reply.may_pass or wait > LONGEST_WAIT:
                break
            if reply.wait:
                host.rest(wait)
            if attempt < terms.retries:
                await asyncio.sleep(wait)
        if reply.fault == "host" and not await self._names_are_known(at.host):
            self.offline = True
            return _Reply(fault="lookup")
        return reply

    async def _names_are_known(self, host: str) -> bool:
        """Whether it can be told that there is no such host."""
        if never_exists(host):
            return True
        self._known = self._known or asyncio.ensure_future(names_are_known())
        return await self._known

    async def _head_then_get(self, at: httpx.URL, host: Host, terms: Options) -> _Reply:
        """The reply to HEAD if it is good, else that to GET, which many servers know better."""
        async with host.turn(terms.delay), self._at_once:
            if host.lost:
                return _Reply(fault=host.lost)
            reply = await self._send("HEAD", at, terms)
            refused = reply.status >= 400 and reply.status != _TOO_MANY
            if refused or reply.fault == "connection":
                await asyncio.sleep(terms.delay)
                reply = await self._send("GET", at, terms)
            host.note(reply.fault)
        return reply

    async def _send(self, method: str, at: httpx.URL, terms: Options) -> _Reply:
        """The reply to one request.  Nothing is read but the head of the response."""
        request = httpx.Request(method, at, headers=_HEADERS, extensions={ALLOWED: terms.allow_private})
        try:
            async with asyncio.timeout(terms.timeout):
                response = await self._transport.handle_async_request(request)
                await response.aclose()
        except TimeoutError:
            return _Reply(fault="timeout")
        except NoHostError:
            return _Reply(fault="host")
        except NoLookupError:
            return _Reply(fault="lookup")
        except NotAskedError:
            return _Reply(fault="not-asked")
        except httpx.HTTPError as error:
            return _Reply(fault="tls" if _is_about_tls(error) else "connection")
        location = response.headers.get("location", "") if response.status_code in _REDIRECTS else ""
        return _Reply(response.status_code, "", location, retry_after(response.headers.get("retry-after")))


def _if_good(moved_to: str, reply: _Reply) -> str:
    """Where a page has moved, if it is there."""
    return moved_to if 200 <= reply.status < 300 else ""


def _is_about_tls(error: BaseException | None) -> bool:
    """Whether an error comes of a server's certificate or its encryption."""
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return True
        error = error.__cause__ or error.__context__
    return False
