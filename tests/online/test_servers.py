"""``--online`` against a real server that misbehaves: what is said, and what the server saw."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest

from tests.cli.calls import call
from tests.online.conftest import Check
from tests.online.server import Server, running

GONE = "there is no such page: `127.0.0.1` answers"


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_is_gone(server: Server, check: Check, status: int) -> None:
    assert check(server.url(f"/{status}/a"), options=()) == [f"1:8: LK015 {GONE} {status}"]
    assert server.counts == {("HEAD", f"/{status}/a"): 1, ("GET", f"/{status}/a"): 1}


@pytest.mark.parametrize("path", ["/ok/a", "/401/a", "/403/a", "/406/a", "/451/a", "/999/a", "/app/a"])
def test_a_server_that_is_there(server: Server, check: Check, path: str) -> None:
    assert check(server.url(path)) == []


@pytest.mark.parametrize("status", [403, 404, 405, 501, 500])
def test_head_is_refused_and_get_is_not(server: Server, check: Check, status: int) -> None:
    assert check(server.url(f"/nohead/{status}")) == []
    assert [item.method for item in server.seen] == ["HEAD", "GET"]


def test_head_breaks_the_connection(server: Server, check: Check) -> None:
    assert check(server.url("/resethead/a")) == []


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/slow/a", "`127.0.0.1` gives no answer in time"),
        ("/drip/a", "`127.0.0.1` gives no answer in time"),
        ("/reset/a", "`127.0.0.1` cannot be reached"),
        ("/garbage/a", "`127.0.0.1` cannot be reached"),
        ("/500/a", "`127.0.0.1` is in trouble: it answers 500"),
        ("/503/a", "`127.0.0.1` is in trouble: it answers 503"),
        ("/loop/a", "`127.0.0.1` redirects without end"),
        ("/pingpong/a", "`127.0.0.1` redirects without end"),
    ],
)
def test_trouble_is_a_hint(server: Server, check: Check, folder: Path, path: str, message: str) -> None:
    if "in time" in message:
        configuration = (folder / "zhenlint.toml").read_text(encoding="utf-8")
        (folder / "zhenlint.toml").write_text(configuration.replace("10.0", "1.0"), encoding="utf-8")
    begin = time.monotonic()
    assert check(server.url(path)) == [f"1:8: LK015 {message}"]
    assert time.monotonic() - begin < 20


def test_a_hint_is_not_shown_unless_asked_for(server: Server, check: Check) -> None:
    assert check(server.url("/500/a"), options=()) == []


def test_a_server_that_is_not_running(check: Check) -> None:
    with running() as server:
        address = server.url("/ok/a")
    assert check(address) == ["1:8: LK015 `127.0.0.1` cannot be reached"]


def test_a_host_that_is_not_there(check: Check) -> None:
    assert check("https://nowhere.invalid/a", options=()) == ["1:8: LK015 there is no host `nowhere.invalid`"]


def test_a_server_that_wants_a_pause_gets_it(server: Server, check: Check) -> None:
    assert check(server.url("/busy/a")) == []
    first, second = server.times("/busy/a")
    assert second - first >= 0.9


def test_a_server_that_wants_an_hour_is_left_alone(server: Server, check: Check) -> None:
    assert check(server.url("/never/a")) == []
    assert len(server.seen) == 1


def test_trouble_that_passes(server: Server, check: Check) -> None:
    assert check(server.url("/recovers/a")) == []
    assert len(server.seen) == 3


def test_redirects(server: Server, check: Check) -> None:
    moved, gone, found = (server.url(path) for path in ("/moved/a#part", "/moved/gone", "/found/a"))
    assert check(moved, gone, found, server.url("/nowhere/a"), server.url("/badlocation/a")) == [
        f"1:8: LK015 the page has moved for good to `{server.url('/ok/new%20home?a=1#part')}`",
        f"3:8: LK015 {GONE} 410",
        "7:8: LK015 there is no host `nowhere.invalid`",
    ]


def test_a_huge_body_is_not_read(server: Server, check: Check) -> None:
    assert check(server.url("/huge/a")) == []
    time.sleep(0.2)
    assert server.written < 50 * 2**20


@pytest.mark.parametrize(
    "host", ["127.0.0.2", "localhost", "[::1]", "169.254.169.254", "0.0.0.0", "2130706433", "0x7f.1"]
)
def test_private_addresses_are_not_asked(server: Server, check: Check, host: str) -> None:
    assert check(server.url("/404/direct", host)) == []
    assert check(server.url(f"/away/?{server.url('/404/redirected', host)}")) == []
    assert {item.path.split("/")[1] for item in server.seen} == {"away"}


def test_a_private_host_that_is_allowed(server: Server, check: Check, folder: Path) -> None:
    (folder / "zhenlint.toml").write_text('[rules.LK015]\nallow-private = ["localhost"]\n', encoding="utf-8")
    address = server.url("/404/a", "localhost")
    assert check(address, options=()) == ["1:8: LK015 there is no such page: `localhost` answers 404"]


@pytest.mark.parametrize(
    "address",
    ["https://example.com/a", "http://sub.example.org/a", "http://your-domain.com/a", "http://server/a"],
)
def test_reserved_names_and_placeholders_are_not_asked(check: Check, address: str) -> None:
    assert check(address) == []


def test_excluded_addresses(server: Server, check: Check, folder: Path) -> None:
    with (folder / "zhenlint.toml").open("a", encoding="utf-8") as file:
        file.write('exclude = ["*/404/draft*"]\n')
    assert check(server.url("/404/draft-1"), server.url("/404/a")) == [f"3:8: LK015 {GONE} 404"]


def test_each_address_is_asked_for_once(server: Server, folder: Path) -> None:
    address = server.url("/404/a")
    text = f"见 <{address}>、[一]({address}#b)、![图]({address}) 与 [引用][1]。\n\n[1]: {address} '标题'\n"
    for name in ("a.md", "b.md"):
        (folder / name).write_text(text, encoding="utf-8")
    found = call("check", "--select", "LK015", "--online", ".").out.splitlines()
    columns = (3, text.index("[一]") + 5, text.index("![图]") + 6)
    places = [*(f"1:{column}" for column in columns), "3:6"]
    assert [line.split(" ")[0] for line in found] == [
        f"{name}:{place}:" for name in ("a.md", "b.md") for place in places
    ]
    assert server.counts == {("HEAD", "/404/a"): 1, ("GET", "/404/a"): 1}


def test_a_host_gets_two_requests_at_a_time(server: Server, check: Check) -> None:
    assert check(*(server.url(f"/brief/{number}") for number in range(12))) == []
    assert server.most_at_once == 2
    assert len(server.seen) == 12


def test_hosts_are_asked_side_by_side(check: Check) -> None:
    with running() as one, running() as two, running() as three:
        servers = (one, two, three)
        assert check(*(item.url(f"/brief/{number}") for item in servers for number in range(10))) == []
        assert [len(item.seen) for item in servers] == [10, 10, 10]
        assert max(item.seen[0].at for item in servers) < min(item.seen[-1].at for item in servers)


def test_a_host_gets_a_pause_between_requests(server: Server, check: Check, folder: Path) -> None:
    configuration = folder / "zhenlint.toml"
    text = configuration.read_text(encoding="utf-8")
    configuration.write_text(text.replace("delay = 0.0", "delay = 0.2"), encoding="utf-8")
    assert check(*(server.url(f"/ok/{number}") for number in range(4))) == []
    times = [item.at for item in server.seen]
    assert all(after - before > 0.15 for before, after in pairwise(times))


def test_a_host_that_never_answers_is_given_up(server: Server, check: Check) -> None:
    found = check(*(server.url(f"/reset/{number}") for number in range(30)))
    assert found == [f"{2 * number + 1}:8: LK015 `127.0.0.1` cannot be reached" for number in range(30)]
    assert len({item.path for item in server.seen}) < 10


def test_standard_input(server: Server) -> None:
    text = f"见 {server.url('/404/a')} 。\n".encode()
    found = call("check", "--select", "LK015", "--online", "-", stdin=text)
    assert (found.code, found.out) == (1, f"-:1:3: LK015 {GONE} 404\n")
