"""A real HTTP server on 127.0.0.1 that misbehaves; the path of a request says how."""

from __future__ import annotations

import socket
import ssl
import struct
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

PIECE = b"x" * 65536


class Seen(NamedTuple):
    """A request that came: its method, its path, and when."""

    method: str
    path: str
    at: float


class Server(ThreadingHTTPServer):
    """The server; ``seen`` holds the requests in their order, ``most_at_once`` how many `/brief` together."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.seen: list[Seen] = []
        self.written = 0
        self.most_at_once = 0
        self.at_once = 0
        self.lock = threading.Lock()

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is no news."""

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """The address of a path on this server."""
        return f"http://{host}:{self.server_address[1]}{path}"

    @property
    def counts(self) -> Counter[tuple[str, str]]:
        """How often each (method, path) was asked for."""
        return Counter((item.method, item.path) for item in self.seen)

    def times(self, path: str) -> list[float]:
        """When a path was asked for."""
        return [item.at for item in self.seen if item.path == path]


class Handler(BaseHTTPRequestHandler):
    """Answers as the first part of the path says; ``/404/a`` with that status, for instance."""

    server: Server
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *arguments: object) -> None:
        """Be quiet."""

    def do_HEAD(self) -> None:
        """Answer HEAD."""
        self._note_and_answer()

    def do_GET(self) -> None:
        """Answer GET."""
        self._note_and_answer()

    def _note_and_answer(self) -> None:
        server = self.server
        with server.lock:
            server.seen.append(Seen(self.command, self.path, time.monotonic()))
        what = self.path.split("/")[1].partition("?")[0]
        if what.isdigit():
            self._status(int(what))
        else:
            DEEDS[what](self)

    def _status(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def count(self) -> int:
        """How often this path was asked for by now."""
        return len(self.server.times(self.path))

    def ok(self) -> None:
        self._status(200)

    def slow(self) -> None:
        time.sleep(30)
        self._status(200)

    def brief(self) -> None:
        """A tenth of a second, in which others may come."""
        server = self.server
        with server.lock:
            server.at_once += 1
            server.most_at_once = max(server.most_at_once, server.at_once)
        time.sleep(0.1)
        with server.lock:
            server.at_once -= 1
        self._status(200)

    def drip(self) -> None:
        """A header without end, a letter at a time."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        for _ in range(50):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.1)

    def reset(self) -> None:
        """Hang up in the middle, with RST."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        socket.close(self.connection.detach())

    def garbage(self) -> None:
        self.wfile.write(b"\x00\xff no HTTP at all\r\n\r\n")
        self.close_connection = True

    def nohead(self) -> None:
        """HEAD is refused with the status at the end of the path, GET is not."""
        self._status(int(self.path.rpartition("/")[2]) if self.command == "HEAD" else 200)

    def resethead(self) -> None:
        self.reset() if self.command == "HEAD" else self.ok()

    def busy(self) -> None:
        """429 with a pause of a second, then 200."""
        self._status(200) if self.count() > 1 else self._status(429, Retry_After="1")

    def never(self) -> None:
        self._status(429, Retry_After="3600")

    def recovers(self) -> None:
        """In trouble for HEAD and GET once, then well."""
        self._status(200 if self.count() > 2 else 503)

    def loop(self) -> None:
        self._status(302, Location=self.path)

    def pingpong(self) -> None:
        self._status(302, Location="/pingpong/b" if self.path.endswith("a") else "/pingpong/a")

    def moved(self) -> None:
        """Moved for good, twice."""
        self._status(301, Location="/moved2/x") if self.path != "/moved/gone" else self._status(
            308, Location="/410/x"
        )

    def moved2(self) -> None:
        self._status(308, Location="/ok/new%20home?a=1")

    def found(self) -> None:
        self._status(302, Location="/ok/elsewhere")

    def away(self) -> None:
        """Redirects to the address in the query."""
        self._status(302, Location=self.path.partition("?")[2])

    def nowhere(self) -> None:
        self._status(301, Location="http://nowhere.invalid/")

    def app(self) -> None:
        self._status(302, Location="myapp://open")

    def badlocation(self) -> None:
        self._status(302, Location="http://[::1")

    def huge(self) -> None:
        """A body of a terabyte, to GET only."""
        if self.command == "HEAD":
            self._status(405)
            return
        self.send_response(200)
        self.send_header("Content-Length", str(10**12))
        self.end_headers()
        for _ in range(1600):
            self.wfile.write(PIECE)
            self.server.written += len(PIECE)


DEEDS: dict[str, Callable[[Handler], None]] = {
    name: method
    for name, method in vars(Handler).items()
    if callable(method) and not name.startswith(("_", "do_", "log_", "count"))
}


@contextmanager
def running(context: ssl.SSLContext | None = None) -> Iterator[Server]:
    """A server for as long as it is needed, with TLS where a context is given."""
    server = Server()
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
