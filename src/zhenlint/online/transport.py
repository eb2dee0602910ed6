"""Connections to hosts that may be asked, straight or through the proxies of the environment."""

from __future__ import annotations

from contextlib import suppress
from typing import Final
from urllib.request import getproxies, proxy_bypass

import httpx

from zhenlint.messages import ZhenlintError
from zhenlint.online.hosts import addresses_of, check_name

ALLOWED: Final = "zhenlint-allowed"
"""The key of a request's extension that holds the hosts which may be asked wherever they are."""

_MOST_TRIED: Final = 3
"""At so many addresses of a host it is tried."""

_PORTS: Final = {"http": 80, "https": 443}


class Transport(httpx.AsyncBaseTransport):
    """Sends requests to public hosts only.

    A host is connected to by the very address that was judged, so its name cannot mean another a moment
    later.  No connection is kept, because two hosts of one address must not share one.
    """

    def __init__(self) -> None:
        context = httpx.create_ssl_context()
        limits = httpx.Limits(max_keepalive_connections=0)
        self._direct = httpx.AsyncHTTPTransport(verify=context, limits=limits)
        self._proxies = {
            scheme: _through(proxy, scheme)
            for scheme, proxy in getproxies().items()
            if scheme in (*_PORTS, "all")
        }

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The response of a request.

        Raises:
            NotAskedError, NoHostError, NoLookupError: the host is not asked.
            httpx.TransportError: it gives no response.
        """
        allowed = request.extensions[ALLOWED]
        host = request.url.raw_host.decode("ascii")
        proxy = None if proxy_bypass(host) else self._proxy_for(request.url.scheme)
        if proxy is not None:
            check_name(host, allowed)
            return await proxy.handle_async_request(request)
        addresses = await addresses_of(host, request.url.port or _PORTS[request.url.scheme], allowed)
        *others, last = addresses[:_MOST_TRIED]
        for address in others:
            with suppress(httpx.ConnectError):
                return await self._send(request, address)
        return await self._send(request, last)

    def _proxy_for(self, scheme: str) -> httpx.AsyncHTTPTransport | None:
        return self._proxies.get(scheme) or self._proxies.get("all")

    async def _send(self, request: httpx.Request, address: str) -> httpx.Response:
        """The response of the server at an address, which must still prove to be the host."""
        placed = httpx.Request(
            request.method,
            request.url.copy_with(host=address),
            headers=request.headers,
            extensions={**request.extensions, "sni_hostname": request.url.raw_host.decode("ascii")},
        )
        return await self._direct.handle_async_request(placed)

    async def aclose(self) -> None:
        """Close all connections."""
        for transport in (self._direct, *self._proxies.values()):
            await transport.aclose()


def _through(proxy: str, scheme: str) -> httpx.AsyncHTTPTransport:
    """A transport through a proxy, whose address is not told to anybody: it may hold a password."""
    try:
        return httpx.AsyncHTTPTransport(proxy=proxy if "://" in proxy else f"http://{proxy}")
    except (ImportError, ValueError, httpx.InvalidURL) as error:
        raise ZhenlintError("online-proxy", variable=f"{scheme}_proxy".upper()) from error
