"""Fetching from a server of ours on the loopback; nothing leaves the machine, nothing waits."""

import gzip
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from makegood.errors import SourceError
from makegood.sources import Locator, Unread, http, load
from makegood.sources.http import Fetching, fetch, is_public

Answer = Callable[[BaseHTTPRequestHandler], None]
PAGE = b"<html><body><p>Three ports will spend $5 billion on cranes.</p></body></html>"


def _say(status: int, body: bytes = b"", **headers: str) -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(body)

    return answer


@contextmanager
def _serving(*answers: Answer) -> Iterator[tuple[str, list[BaseHTTPRequestHandler]]]:
    """A server that gives these answers in turn; yields its address and what was asked."""
    asked: list[BaseHTTPRequestHandler] = []

    class Handler(BaseHTTPRequestHandler):
        timeout = 5

        def do_GET(self) -> None:
            asked.append(self)
            answers[min(len(asked), len(answers)) - 1](self)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name is given
            """Say nothing on the terminal."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def _ours(slept: list[float] | None = None, largest: int = 1_000_000) -> Fetching:
    return Fetching(allow_private=True, largest=largest, sleep=(slept if slept is not None else []).append)


def _code(url: str, how: Fetching) -> str:
    with pytest.raises(SourceError) as raised:
        fetch(url, how)
    return raised.value.code


def test_a_page_with_its_carriers_word() -> None:
    with _serving(_say(200, PAGE, Content_Type="text/html; charset=koi8-r")) as (url, asked):
        got = fetch(f"{url}/a?b=c", _ours())
    assert (got.data, got.charset, got.media_type) == (PAGE, "koi8-r", "text/html")
    assert (got.ref, got.url) == (f"{url}/a?b=c", f"{url}/a?b=c")
    assert asked[0].path == "/a?b=c"
    assert asked[0].headers["User-Agent"].startswith("makegood/")
    assert asked[0].headers["Host"] == url.removeprefix("http://")


def test_redirects_are_followed_to_the_last_address() -> None:
    moved = _say(302, Location="/next")
    with _serving(moved, moved, _say(200, PAGE)) as (url, asked):
        got = fetch(f"{url}/first", _ours())
    assert (got.ref, got.url, len(asked)) == (f"{url}/first", f"{url}/next", 3)


def test_redirects_without_end_are_left() -> None:
    with _serving(_say(301, Location="/again")) as (url, asked):
        assert _code(url, _ours()) == "too_many_redirects"
    assert len(asked) == http.MOST_HOPS + 1


@pytest.mark.parametrize("target", ["file:///etc/hostname", "ftp://example.org/a", "mailto:a@example.org"])
def test_a_redirect_to_another_scheme_is_refused(target: str) -> None:
    with _serving(_say(302, Location=target)) as (url, asked):
        assert _code(url, _ours()) in ("address_refused", "bad_address")
    assert len(asked) == 1


def test_a_private_address_is_refused_before_anything_is_sent() -> None:
    with _serving(_say(200, PAGE)) as (url, asked):
        assert _code(url, Fetching()) == "address_refused"
        assert _code(url.replace("127.0.0.1", "localhost"), Fetching()) == "address_refused"
        assert _code(url.replace("127.0.0.1", "[::ffff:127.0.0.1]"), Fetching()) == "address_refused"
        assert _code(url.replace("127.0.0.1", "2130706433"), Fetching()) == "address_refused"
    assert asked == []


def test_each_hop_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host counts as public, the one that it sends to does not."""
    checked: list[str] = []

    def public_once(number: str) -> bool:
        checked.append(number)
        return len(checked) == 1

    monkeypatch.setattr(http, "is_public", public_once)
    with _serving(_say(302, Location="/inside"), _say(200, PAGE)) as (url, asked):
        assert _code(url, Fetching()) == "address_refused"
    assert len(asked) == 1


def test_a_name_is_looked_up_once_and_the_checked_address_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that answers differently the second time (DNS rebinding) leads nowhere else."""
    looked_up: list[object] = []
    real = socket.getaddrinfo

    def answers(host: object, *rest: object, **named: object) -> object:
        if host == "ports.example":
            looked_up.append(host)
            host = "127.0.0.1" if len(looked_up) == 1 else "203.0.113.9"
        return real(host, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", answers)
    with _serving(_say(200, PAGE)) as (url, asked):
        port = url.rpartition(":")[2]
        assert fetch(f"http://ports.example:{port}/a", _ours()).data == PAGE
    assert asked[0].headers["Host"] == f"ports.example:{port}"
    assert looked_up == ["ports.example"]


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1", "10.0.0.1", "172.16.5.5", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:10.0.0.1",
        "2002:7f00:1::", "64:ff9b::7f00:1", "192.0.2.1", "2001:db8::1",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("number", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "64:ff9b::808:808"])
def test_addresses_that_are_public(number: str) -> None:
    assert is_public(number)


def test_a_busy_server_is_asked_three_times() -> None:
    slept: list[float] = []
    with _serving(_say(503), _say(429, Retry_After="7"), _say(200, PAGE)) as (url, _):
        assert fetch(url, _ours(slept)).data == PAGE
    assert slept == [1.0, 7.0]


def test_a_server_that_stays_busy_is_left() -> None:
    slept: list[float] = []
    with _serving(_say(500, Retry_After="99999")) as (url, asked):
        assert _code(url, _ours(slept)) == "http_status"
    assert (len(asked), slept) == (3, [30.0, 30.0])


@pytest.mark.parametrize("status", [401, 403, 404, 410, 451])
def test_an_error_is_not_asked_again(status: int) -> None:
    with _serving(_say(status, b"no")) as (url, asked), pytest.raises(SourceError, match=str(status)):
        fetch(url, _ours())
    assert len(asked) == 1


def test_a_packed_body() -> None:
    with _serving(_say(200, gzip.compress(PAGE), Content_Encoding="gzip")) as (url, _):
        assert fetch(url, _ours()).data == PAGE


def test_a_bomb_is_refused() -> None:
    bomb = gzip.compress(b"\0" * 5_000_000)
    with _serving(_say(200, bomb, Content_Encoding="gzip")) as (url, _):
        assert _code(url, _ours(largest=100_000)) == "too_large"


def test_a_large_body_is_refused_though_its_length_is_not_told() -> None:
    def endless(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        try:
            for _ in range(1000):
                request.wfile.write(b"x" * 10_000)
        except OSError:
            return

    with _serving(endless) as (url, _):
        assert _code(url, _ours(largest=100_000)) == "too_large"


def test_a_body_that_trickles_is_left() -> None:
    moments = iter(range(0, 10_000, 100))
    how = Fetching(allow_private=True, clock=lambda: float(next(moments)))
    with _serving(_say(200, PAGE * 5000)) as (url, _):
        assert _code(url, how) == "timeout"


def test_a_body_that_breaks_off() -> None:
    with _serving(_say(200, PAGE, Content_Length="99999")) as (url, _):
        assert _code(url, _ours()) == "no_connection"


def test_nobody_there() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    slept: list[float] = []
    assert _code(f"http://127.0.0.1:{port}/", _ours(slept)) == "no_connection"
    assert len(slept) == 2


@pytest.mark.parametrize("url", ["http://", "http://[::1", "http://a b.example/", "http://exa\x00mple.org/"])
def test_an_address_that_is_none(url: str) -> None:
    assert _code(url, _ours()) in ("bad_address", "address_refused", "no_host")


def test_a_fetched_page_becomes_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "is_public", lambda _: True)
    with _serving(_say(200, PAGE, Content_Type="text/html")) as (url, _):
        (found,) = load(Locator(url, "url"))
    assert not isinstance(found, Unread)
    assert (found.ref, found.url, found.text) == (url, url, "Three ports will spend $5 billion on cranes.")


def test_a_refused_page_is_unread() -> None:
    (found,) = load(Locator("http://127.0.0.1:1/", "url"))
    assert isinstance(found, Unread)
    assert found.issue.code == "address_refused"
    assert "http://127.0.0.1:1/" in found.issue.message
