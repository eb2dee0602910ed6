"""``--online`` and what is around it: certificates, proxies, interrupts, missing packages, bad options."""

from __future__ import annotations

import signal
import socketserver
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import trustme

from tests.cli.calls import call, on_terminal, spawn
from tests.online.conftest import Check
from tests.online.server import Server, running

COMMAND = ("check", "--select", "LK015", "--online", "--hints", "a.md")


@pytest.fixture
def authority() -> trustme.CA:
    """A certificate authority that nobody trusts yet."""
    return trustme.CA()


@contextmanager
def _secure(authority: trustme.CA, *hosts: str) -> Iterator[Server]:
    """A server with a certificate for some hosts."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*hosts).configure_cert(context)
    with running(context) as server:
        yield server


def _https(server: Server, path: str, host: str = "127.0.0.1") -> str:
    return server.url(path, host).replace("http:", "https:")


def test_a_certificate_that_nobody_signed(authority: trustme.CA, check: Check) -> None:
    with _secure(authority, "127.0.0.1") as server:
        address = _https(server, "/404/a")
        assert check(address) == ["1:8: LK015 the certificate of `127.0.0.1` is not valid"]
        assert not server.seen


def test_a_certificate_must_be_the_hosts(
    authority: trustme.CA, check: Check, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "zhenlint.toml").write_text('[rules.LK015]\nallow-private = ["localhost"]\n', encoding="utf-8")
    bundle = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(bundle))
    monkeypatch.setenv("SSL_CERT_FILE", str(bundle))
    with _secure(authority, "localhost") as right, _secure(authority, "site.cn") as wrong:
        found = check(_https(right, "/404/a", "localhost"), _https(wrong, "/404/a", "localhost"))
    assert found == [
        "1:8: LK015 there is no such page: `localhost` answers 404",
        "3:8: LK015 the certificate of `localhost` is not valid",
    ]


class _Proxy(socketserver.StreamRequestHandler):
    """A proxy to which no page but ``/here`` is known."""

    asked: list[str]

    def handle(self) -> None:
        """Answer by the address that is asked for."""
        address = self.rfile.readline().split()[1].decode()
        self.asked.append(address)
        status = "200 OK" if address.endswith("/here") else "404 Not Found"
        self.wfile.write(f"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode())


@pytest.fixture
def proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A proxy, named in the environment: the addresses that it was asked for."""
    _Proxy.asked = []
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Proxy) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{server.server_address[1]}")
        yield _Proxy.asked
        server.shutdown()


def test_a_proxy_of_the_environment(proxy: list[str], check: Check) -> None:
    private = ("http://10.0.0.1/a", "http://localhost/a", "http://nowhere.invalid/a")
    assert check("http://site.cn/here", "http://site.cn/gone", *private) == [
        "3:8: LK015 there is no such page: `site.cn` answers 404",
        "9:8: LK015 there is no host `nowhere.invalid`",
    ]
    assert sorted(set(proxy)) == ["http://site.cn/gone", "http://site.cn/here"]


def test_hosts_without_a_proxy(
    proxy: list[str], server: Server, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    assert len(check(server.url("/404/a"))) == 1
    assert server.seen
    assert not proxy


def test_a_proxy_that_makes_no_sense(check: Check, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check("http://site.cn/a", options=("--no-cache",))
    monkeypatch.setenv("https_proxy", "nonsense://name:secret@host")
    failed = call(*COMMAND)
    assert failed.code == 2
    assert failed.err == (
        "error: the proxy in the environment variable `HTTPS_PROXY` cannot be used; correct or unset it"
        " (one of SOCKS needs `pip install 'httpx[socks]'`)\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_an_interrupt_ends_at_once_and_loses_nothing(server: Server, folder: Path) -> None:
    text = f"<{server.url('/ok/a')}>\n\n<{server.url('/slow/a')}>\n"
    (folder / "a.md").write_text(text, encoding="utf-8")
    configuration = (folder / "zhenlint.toml").read_text(encoding="utf-8")
    (folder / "zhenlint.toml").write_text(configuration.replace("10.0", "60.0"), encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "zhenlint", *COMMAND], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    while not server.times("/slow/a"):
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=15)
    assert (process.returncode, out, err) == (130, b"", b"")
    (folder / "a.md").write_text(f"<{server.url('/ok/a')}>\n", encoding="utf-8")
    assert call(*COMMAND).code == 0
    assert len(server.times("/ok/a")) == 1


def test_a_missing_package_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.md").touch()
    monkeypatch.setitem(sys.modules, "httpx", None)
    failed = call(*COMMAND)
    assert (failed.code, failed.out) == (2, "")
    assert failed.err == (
        "error: `--online` needs a package that is not installed; run `pip install 'zhenlint[online]'`\n"
    )
    assert call("check", "a.md").code == 0


def test_nothing_is_asked_without_the_option(server: Server, folder: Path) -> None:
    (folder / "a.md").write_text(f"见 <{server.url('/404/a')}> 。\n", encoding="utf-8")
    assert call("check", "--select", "ALL", "--ignore", "SP,PU", "a.md").code == 0
    assert not server.seen
    script = (
        "import sys; from zhenlint.cli import main\n"
        "try: main(['check', 'a.md'])\n"
        "except SystemExit: print(sorted({'httpx', 'asyncio', 'sqlite3', 'platformdirs'} & set(sys.modules)))"
    )
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert loaded.stdout.splitlines()[-1] == "[]"


def test_the_rule_without_the_option_is_refused(folder: Path) -> None:
    (folder / "a.md").touch()
    refused = call("check", "--select", "LK015", "a.md")
    assert refused.code == 2
    assert "`--select LK015` has an effect only with `--online`" in refused.err


def test_a_timeout_that_makes_no_sense(folder: Path, check: Check) -> None:
    (folder / "zhenlint.toml").write_text("[rules.LK015]\ntimeout = 0\n", encoding="utf-8")
    check("https://nowhere.invalid/a")
    failed = call(*COMMAND)
    assert failed.code == 2
    assert failed.err == (
        "error: `rules.LK015.timeout` cannot be 0.0: a server needs time to answer; set a number above 0\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals")
def test_progress_on_a_terminal_only(server: Server, check: Check) -> None:
    check(*(server.url(f"/ok/{number}") for number in range(3)))
    plain = spawn(*COMMAND, "--no-cache")
    assert plain.stderr == b"No problems in 1 file.\n"
    _, shown = on_terminal(*COMMAND, "--no-cache", environment={"CI": ""}, errors=True)
    assert "asked for 3 of 3 addresses" in shown
