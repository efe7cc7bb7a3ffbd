"""Fetching a page: the only module that opens a socket, and only where `--online` says so.

An address in a corpus is somebody else's text, so nothing in it is trusted: only http and https; every address that a
host name stands for is checked, and the connection goes to an address that was checked, so that a name which changes
its mind (DNS rebinding) leads nowhere; the same for every redirect. Private, loopback and other special addresses are
refused unless the configuration names the host. Size, time, redirects and attempts are bounded, `robots.txt` is heeded
(RFC 9309), and proxies of the environment are not used.
"""

from __future__ import annotations

import http.client
import ipaddress
import re
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from dvht_lint.errors import FetchError
from dvht_lint.records import record

__all__ = ["AGENT", "Fetched", "Fetcher", "Limits", "Unreached"]

AGENT = "dvht-lint"
_HEADERS = {
    "User-Agent": f"{AGENT} (citation checker)",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_GONE = frozenset({404, 410})
_LATER = frozenset({429, 500, 502, 503, 504})
_ROBOTS_BYTES = 512_000
_CHUNK = 65_536
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
# What addresses that a user may have typed hold beside the characters a request line can carry.
_SAFE = "!$%&'()*+,/:;=?@[]~-._#"

Address = tuple[int, tuple[Any, ...]]
"""A family of addresses, and one of them as `socket` takes it."""
Resolve = Callable[[str, int], list[Address]]


@record(frozen=True, slots=True)
class Limits:
    """What one page may cost: `seconds` in all, `silence` seconds without a byte, `wait` seconds at most between attempts."""

    seconds: float = 30.0
    silence: float = 10.0
    bytes: int = 20_000_000
    redirects: int = 5
    attempts: int = 3
    backoff: float = 0.5
    wait: float = 8.0


@record(frozen=True, slots=True)
class Fetched:
    """A page: the address asked for, the one it came from, and its bytes as they were sent, unpacked."""

    url: str
    final_url: str
    media_type: str
    charset: str
    body: bytes

    @property
    def text_bytes(self) -> bytes:
        """The bytes in UTF-8 where the page is text of another encoding, else as they are."""
        if not self.media_type.startswith("text/") and "html" not in self.media_type:
            return self.body
        meta = _META_CHARSET.search(self.body[:4096])
        for name in (self.charset, meta[1].decode("ascii") if meta else "", "utf-8"):
            try:
                return self.body.decode(name).encode("utf-8") if name else self.body.decode().encode()
            except (LookupError, UnicodeError):
                continue
        return self.body.decode("cp1252", "replace").encode("utf-8")


@record(frozen=True, slots=True)
class Unreached:
    """Why there is no page. `dead` addresses lead nowhere; the others were not, or could not be, looked at.

    `sure` is false where the host merely failed to answer.
    """

    reason: str
    dead: bool = False
    sure: bool = True


class _UnreachedError(FetchError):
    """Ends a fetch; carries what `Fetcher.get` returns."""

    def __init__(self, reason: str, *, dead: bool = False, sure: bool = True, again: float | None = None) -> None:
        """`again` is after how many seconds another attempt may help; None: never."""
        super().__init__(reason)
        self.unreached = Unreached(reason, dead, sure)
        self.again = again


@record(frozen=True, slots=True)
class _Response:
    status: int
    location: str
    media_type: str
    charset: str
    body: bytes


@dataclass
class Fetcher:
    """Fetches pages one after the other. `allowed_hosts` are names that may stand for private addresses."""

    allowed_hosts: Collection[str] = ()
    limits: Limits = field(default_factory=Limits)
    sleep: Callable[[float], None] = time.sleep
    resolve: Resolve | None = None
    _robots: dict[str, RobotFileParser | bool] = field(default_factory=dict)

    def get(self, url: str) -> Fetched | Unreached:
        """The page behind an address, or why there is none."""
        deadline = time.monotonic() + self.limits.seconds
        try:
            return self._follow(url, deadline)
        except _UnreachedError as error:
            return error.unreached

    def _follow(self, url: str, deadline: float) -> Fetched:
        seen: set[str] = set()
        at = url
        for _ in range(self.limits.redirects + 1):
            target = _Target.of(at)
            if target.url in seen:
                raise _UnreachedError("redirects in a circle", dead=True)
            seen.add(target.url)
            if not self._welcome(target, deadline):
                raise _UnreachedError("its host asks robots to stay away (robots.txt)")
            response = self._attempts(target, deadline)
            if response.status not in _REDIRECTS:
                return Fetched(url, target.url, response.media_type, response.charset, response.body)
            if not response.location:
                raise _UnreachedError(f"answers {response.status} and names no address to go to", dead=True)
            at = urljoin(target.url, response.location)
        raise _UnreachedError(f"redirects more than {self.limits.redirects} times", dead=True)

    def _attempts(self, target: _Target, deadline: float) -> _Response:
        """Ask until there is an answer, with growing pauses, as often as the limits allow."""
        for attempt in range(1, self.limits.attempts + 1):
            try:
                return _judged(self._once(target, deadline, self.limits.bytes))
            except _UnreachedError as error:
                pause = error.again
                if pause is None or attempt == self.limits.attempts:
                    raise
            pause = min(max(pause, self.limits.backoff * 2 ** (attempt - 1)), self.limits.wait)
            if time.monotonic() + pause >= deadline:
                break
            self.sleep(pause)
        raise _UnreachedError(f"did not answer within {self.limits.seconds:g} s", dead=True, sure=False)

    # --- robots.txt ------------------------------------------------------------------------------

    def _welcome(self, target: _Target, deadline: float) -> bool:
        """Whether the host lets robots have a page. One that cannot be asked is asked for the page itself."""
        if target.origin not in self._robots:
            self._robots[target.origin] = self._read_robots(target, deadline)
        rules = self._robots[target.origin]
        return rules if isinstance(rules, bool) else rules.can_fetch(AGENT, target.url)

    def _read_robots(self, target: _Target, deadline: float) -> RobotFileParser | bool:
        at = f"{target.origin}/robots.txt"
        for _ in range(self.limits.redirects + 1):
            try:
                robots = _Target.of(at)
                response = self._once(robots, deadline, _ROBOTS_BYTES)
            except _UnreachedError:
                return True
            if response.status in _REDIRECTS and response.location:
                at = urljoin(robots.url, response.location)
                continue
            if response.status != http.client.OK:
                # RFC 9309, 2.3.1: no file means everything, an error of the server means nothing.
                return response.status < http.client.INTERNAL_SERVER_ERROR
            rules = RobotFileParser(robots.url)
            rules.parse(response.body.decode("utf-8", "replace").splitlines())
            return rules
        return True

    # --- one request -----------------------------------------------------------------------------

    def _once(self, target: _Target, deadline: float, limit: int) -> _Response:
        """One request and its answer, whatever its status."""
        try:
            addresses = self._addresses(target)
            connection = self._connected(target, addresses, deadline)
        except TimeoutError:
            raise _UnreachedError("does not answer", dead=True, sure=False, again=0.0) from None
        except ssl.SSLError as error:
            raise _UnreachedError(f"has no certificate that can be trusted ({error.reason or error})") from None
        except OSError as error:
            raise _UnreachedError(f"cannot be reached: {_why(error)}", dead=True, sure=False, again=0.0) from None
        watchdog = threading.Timer(max(0.01, deadline - time.monotonic()), _cut, (connection.sock,))
        watchdog.daemon = True
        watchdog.start()
        try:
            connection.request("GET", target.request, headers=_HEADERS)
            return self._read(connection.getresponse(), limit, deadline)
        except (TimeoutError, OSError, http.client.HTTPException, ValueError) as error:
            if time.monotonic() >= deadline:
                raise _UnreachedError(
                    f"did not answer within {self.limits.seconds:g} s", dead=True, sure=False
                ) from None
            if isinstance(error, TimeoutError):
                raise _UnreachedError("does not answer", dead=True, sure=False, again=0.0) from None
            raise _UnreachedError(f"breaks off: {_why(error)}", dead=True, sure=False, again=0.0) from None
        finally:
            watchdog.cancel()
            connection.close()

    def _addresses(self, target: _Target) -> list[Address]:
        """What the host's name stands for. Refuses the host where any of it is no public address."""
        try:
            found = (self.resolve or _resolve)(target.host, target.port)
        except socket.gaierror as error:
            unknown = error.errno in {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
            if unknown:
                raise _UnreachedError("has a host that is not known", dead=True) from None
            raise _UnreachedError(f"has a host whose address cannot be looked up now ({_why(error)})") from None
        except UnicodeError:
            raise _UnreachedError("has no valid host name") from None
        allowed = {name.lower() for name in self.allowed_hosts}
        if target.host not in allowed and f"{target.host}:{target.port}" not in allowed:
            for _, address in found:
                if not _is_public(str(address[0])):
                    raise _UnreachedError(
                        f"its host {target.host} stands for the address {address[0]}, which is not public; "
                        "allowed-hosts names exceptions"
                    )
        if not found:
            raise _UnreachedError("has a host without an address", dead=True)
        return found

    def _connected(self, target: _Target, addresses: list[Address], deadline: float) -> http.client.HTTPConnection:
        """A connection to the first of the checked addresses that answers."""
        failure: OSError = TimeoutError()
        for family, address in addresses:
            left = min(self.limits.silence, deadline - time.monotonic())
            if left <= 0:
                raise TimeoutError
            plain = socket.socket(family, socket.SOCK_STREAM)
            plain.settimeout(left)
            try:
                plain.connect(address)
                connection = http.client.HTTPConnection(target.host, target.port, timeout=left)
                connection.sock = (
                    ssl.create_default_context().wrap_socket(plain, server_hostname=target.host)
                    if target.scheme == "https"
                    else plain
                )
            except OSError as error:
                plain.close()
                failure = error
            else:
                return connection
        raise failure

    def _read(self, response: http.client.HTTPResponse, limit: int, deadline: float) -> _Response:
        headers = response.headers
        length = headers.get("Content-Length", "")
        if length.isdigit() and int(length) > limit:
            raise _UnreachedError(f"is larger than {limit / 1_000_000:g} MB")
        body = b""
        if response.status not in _REDIRECTS:
            body = b"".join(self._unpacked(response, headers.get("Content-Encoding", ""), limit, deadline))
        return _Response(
            response.status,
            headers.get("Location", ""),
            headers.get_content_type() if "Content-Type" in headers else "text/html",
            headers.get_content_charset() or "",
            body,
        )

    def _unpacked(
        self, response: http.client.HTTPResponse, encoding: str, limit: int, deadline: float
    ) -> Iterator[bytes]:
        """The body piece by piece, no more of it than the limit: also of what a small file unpacks to."""
        encoding = encoding.strip().lower()
        if encoding not in {"", "identity", "gzip", "x-gzip"}:
            raise _UnreachedError(f"is packed as {encoding[:20]!r}, which nobody asked for")
        unpack = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16) if "gzip" in encoding else None
        total = 0
        while chunk := response.read(_CHUNK):
            if time.monotonic() >= deadline:
                raise TimeoutError
            try:
                piece = unpack.decompress(chunk, limit - total + 1) if unpack else chunk
            except zlib.error:
                raise _UnreachedError("cannot be unpacked") from None
            total += len(piece)
            if total > limit or (unpack and unpack.unconsumed_tail):
                raise _UnreachedError(f"is larger than {limit / 1_000_000:g} MB")
            yield piece
        if time.monotonic() >= deadline:
            raise TimeoutError  # cut off, not ended


@record(frozen=True, slots=True)
class _Target:
    """An address taken apart: `request` is what stands in the request line."""

    scheme: str
    host: str
    port: int
    request: str

    @classmethod
    def of(cls, url: str) -> _Target:
        try:
            parts = urlsplit(url.strip())
            port = parts.port
            host = (parts.hostname or "").rstrip(".")
            host = host if host.isascii() else host.encode("idna").decode("ascii")
        except ValueError:
            raise _UnreachedError("is no address that can be read") from None
        if parts.scheme not in {"http", "https"}:
            raise _UnreachedError(f"leads to {parts.scheme or 'no'}:, where only http and https are followed")
        if not host or parts.username is not None or re.search(r"[\x00-\x20\x7f]", host):
            raise _UnreachedError("is no address that can be read")
        query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
        path = quote(parts.path or "/", safe=_SAFE.replace("?", "").replace("#", ""))
        return cls(parts.scheme, host.lower(), port or (443 if parts.scheme == "https" else 80), path + query)

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        standard = {"http": 80, "https": 443}[self.scheme] == self.port
        return f"{self.scheme}://{host}" if standard else f"{self.scheme}://{host}:{self.port}"

    @property
    def url(self) -> str:
        """The whole address, without a fragment."""
        return self.origin + self.request


def _judged(response: _Response) -> _Response:
    """A response that is a page or leads to one. Raises `_UnreachedError` for every other."""
    status = response.status
    if status in _REDIRECTS or 200 <= status < 300:
        return response
    name = f"{status} {http.client.responses.get(status, '')}".strip()
    if status in _GONE:
        raise _UnreachedError(f"answers “{name}”", dead=True)
    if status in _LATER:
        raise _UnreachedError(f"answers “{name}”", dead=status != http.client.TOO_MANY_REQUESTS, sure=False, again=0.0)
    raise _UnreachedError(f"it answers “{name}”", dead=status >= http.client.INTERNAL_SERVER_ERROR, sure=False)


def _resolve(host: str, port: int) -> list[Address]:
    return [(i[0], i[4]) for i in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def _is_public(text: str) -> bool:
    """Whether an address is one of the public network, also the one that it carries inside."""
    address = ipaddress.ip_address(text.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None and not _is_public(str(inner)):
            return False
        if address.ipv4_mapped is not None or address in _NAT64:
            return True
    return address.is_global and not address.is_multicast


def _cut(sock: socket.socket | None) -> None:
    """End a connection that takes too long, in whatever call it hangs."""
    if sock is not None:
        try:
            socket.socket.shutdown(sock, socket.SHUT_RDWR)
        except OSError:
            return  # it had ended by itself


def _why(error: BaseException) -> str:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    reason = " ".join(reason.split()) or type(error).__name__
    return f"{reason[:1].lower()}{reason[1:120]}"
