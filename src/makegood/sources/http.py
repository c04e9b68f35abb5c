"""Fetching by http(s), the only network module. An address is checked before anything is sent to it.

Each hop's host is resolved here, every address of it must be public, and the connection goes to the
address that was checked, so that a second look-up cannot lead elsewhere. Proxies are not used, since
the check would be the proxy's.
"""

import ipaddress
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass

import httpx

from makegood import __version__
from makegood.errors import SourceError
from makegood.sources.compression import unpacked
from makegood.sources.received import LARGEST, Received

USER_AGENT = f"makegood/{__version__} (reads investment pledges in public documents)"
MOST_HOPS = 5
_TIMEOUT = httpx.Timeout(20, connect=10)
_MOST_SECONDS = 120
_DELAYS = (1.0, 4.0)
"""Seconds before the second and the third try."""
_LONGEST_DELAY = 30.0
_AGAIN = frozenset({429, 500, 502, 503, 504})
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_MOVED = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Fetching:
    """How to fetch. `allow_private` is for servers of one's own; `sleep` and `clock` are for tests."""

    allow_private: bool = False
    largest: int = LARGEST
    sleep: Callable[[float], None] = time.sleep  # noqa: TID251  a polite retry has to wait
    clock: Callable[[], float] = time.monotonic


def fetch(url: str, how: Fetching | None = None) -> Received:
    """The body behind a URL, after redirects; each try and each hop is checked.

    Raises:
        SourceError: refused, not answered, answered with an error, or too large.
    """
    how = how or Fetching()
    # One connection a request: kept ones are told apart by address alone, not by the host that was proved.
    limits = httpx.Limits(max_keepalive_connections=0)
    with httpx.Client(timeout=_TIMEOUT, limits=limits, trust_env=False, verify=httpx.create_ssl_context()) as client:
        for delay in _DELAYS:
            try:
                return _tried(client, url, how)
            except _TryAgainError as busy:
                how.sleep(min(busy.wait or delay, _LONGEST_DELAY))
        return _tried(client, url, how)


class _TryAgainError(SourceError):
    """A failure that may pass; `wait` is the seconds that the server asks for."""

    def __init__(self, message: str, code: str, wait: float | None = None) -> None:
        super().__init__(message, code)
        self.wait = wait


def _tried(client: httpx.Client, url: str, how: Fetching) -> Received:
    """One try, with the transport's failures as ours."""
    try:
        return _followed(client, url, how)
    except httpx.TimeoutException as error:
        raise _TryAgainError("did not answer in time; try again later", "timeout") from error
    except httpx.TransportError as error:
        raise _TryAgainError(f"cannot be reached ({error}); check the address", "no_connection") from error
    except httpx.InvalidURL as error:
        raise SourceError(f"is no address that can be used ({error}); check it", "bad_address") from error


def _followed(client: httpx.Client, url: str, how: Fetching) -> Received:
    address = _parsed(url)
    for _ in range(MOST_HOPS + 1):
        with _answer(client, address, how) as answer:
            if answer.status_code not in _MOVED or "location" not in answer.headers:
                return _received(url, address, answer, how)
            address = _parsed(answer.headers["location"], address)
    raise SourceError(f"was sent on more than {MOST_HOPS} times; use the last address", "too_many_redirects")


def _parsed(url: str, base: httpx.URL | None = None) -> httpx.URL:
    try:
        address = base.join(url) if base else httpx.URL(url)
    except (httpx.InvalidURL, ValueError) as error:
        raise SourceError(f"is no address that can be used ({error}); check it", "bad_address") from error
    if address.scheme not in ("http", "https") or not address.host:
        raise SourceError(f"leads to {address}, which is neither http nor https; refused", "address_refused")
    return address


def _checked_address(address: httpx.URL, how: Fetching) -> str:
    """The first IP address of the host.

    Raises:
        SourceError: the host has no address, or one of them is not public.
    """
    port = address.port or (443 if address.scheme == "https" else 80)
    try:
        found = socket.getaddrinfo(address.host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise SourceError(f"the host {address.host} cannot be found ({error}); check the address", "no_host") from error
    numbers = [str(entry[4][0]) for entry in found]
    if not how.allow_private:
        for number in numbers:
            if not is_public(number):
                why = f"leads to {address.host} ({number}), which is no public address; refused"
                raise SourceError(why, "address_refused")
    return numbers[0]


def is_public(number: str) -> bool:
    """Whether an IP address is on the open internet, also the one that an IPv6 address wraps."""
    address = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        wrapped = address.ipv4_mapped or address.sixtofour
        if wrapped is not None:
            address = wrapped
        elif address in _NAT64:
            address = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.is_global and not address.is_multicast and not address.is_reserved


def _answer(client: httpx.Client, address: httpx.URL, how: Fetching) -> AbstractContextManager[httpx.Response]:
    """Ask the address that was checked, by its number, in the name of its host."""
    number = _checked_address(address, how)
    headers = {
        "Host": address.netloc.decode("ascii"),
        "User-Agent": USER_AGENT,
        "Accept": "text/html,application/xhtml+xml,application/pdf,application/xml;q=0.9,*/*;q=0.5",
        "Accept-Encoding": "gzip, deflate",
    }
    direct = address.copy_with(host=number, username=None, password=None)
    return client.stream("GET", direct, headers=headers, extensions={"sni_hostname": address.host})


def _received(url: str, address: httpx.URL, answer: httpx.Response, how: Fetching) -> Received:
    if answer.status_code in _AGAIN:
        why = f"was answered with {answer.status_code} {answer.reason_phrase}; try again later"
        raise _TryAgainError(why, "http_status", _wait(answer.headers.get("retry-after")))
    if answer.status_code != 200:
        why = f"was answered with {answer.status_code} {answer.reason_phrase}; check the address, or save the page"
        raise SourceError(why, "http_status")
    body = unpacked(_chunks(answer, how), answer.headers.get("content-encoding", ""), how.largest)
    media_type = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    return Received(url, data=body, url=str(address), charset=answer.charset_encoding, media_type=media_type or None)


def _chunks(answer: httpx.Response, how: Fetching) -> Iterator[bytes]:
    """The body as sent, still packed, within its limits of size and time."""
    end, size = how.clock() + _MOST_SECONDS, 0
    for chunk in answer.iter_raw():
        size += len(chunk)
        if size > how.largest:
            raise SourceError(f"is larger than {how.largest // 1_000_000} MB; refused", "too_large")
        if how.clock() > end:
            raise SourceError(f"took longer than {_MOST_SECONDS} seconds; save the page", "timeout")
        yield chunk


def _wait(header: str | None) -> float | None:
    return float(header) if header and header.strip().isdigit() else None
