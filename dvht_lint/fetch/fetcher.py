"""Asking for a page: redirects, attempts, `robots.txt`, time and size."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

from dvht_lint.fetch.addresses import Address, Resolve, Target, is_public, resolve_host
from dvht_lint.fetch.answers import REDIRECTS, Fetched, Limits, Response, Unreached, UnreachedError, judged

__all__ = ["AGENT", "Fetcher"]

AGENT = "dvht-lint"
_HEADERS = {
    "User-Agent": f"{AGENT} (citation checker)",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
_ROBOTS_BYTES = 512_000
_CHUNK = 65_536
_INTERIM = 5


@dataclass
class Fetcher:
    """Fetches pages one after the other. `allowed_hosts` are names that may stand for private addresses."""

    allowed_hosts: Collection[str] = ()
    limits: Limits = field(default_factory=Limits)
    sleep: Callable[[float], None] = time.sleep
    resolve: Resolve | None = None
    _robots: dict[str, RobotFileParser | bool] = field(default_factory=dict)
    _end: float = 0.0

    def get(self, url: str) -> Fetched | Unreached:
        """The page behind an address, or why there is none."""
        now = time.monotonic()
        self._end = self._end or now + self.limits.run_seconds
        if now >= self._end:
            return Unreached(f"all addresses together took more than {self.limits.run_seconds:g} s")
        deadline = min(now + self.limits.seconds, self._end)
        try:
            return self._follow(url, deadline)
        except UnreachedError as error:
            return error.unreached

    def _follow(self, url: str, deadline: float) -> Fetched:
        seen: set[str] = set()
        at = url
        for _ in range(self.limits.redirects + 1):
            target = Target.of(at)
            if target.url in seen:
                raise UnreachedError("redirects in a circle", dead=True)
            seen.add(target.url)
            if not self._welcome(target, deadline):
                raise UnreachedError("its host asks robots to stay away (robots.txt)")
            response = self._attempts(target, deadline)
            if response.status not in REDIRECTS:
                return Fetched(url, target.url, response.media_type, response.charset, response.body)
            if not response.location:
                raise UnreachedError(f"answers {response.status} and names no address to go to", dead=True)
            at = urljoin(target.url, response.location)
        raise UnreachedError(f"redirects more than {self.limits.redirects} times", dead=True)

    def _attempts(self, target: Target, deadline: float) -> Response:
        """Ask until there is an answer, with growing pauses, as often as the limits allow."""
        for attempt in range(1, self.limits.attempts + 1):
            try:
                return judged(self._once(target, deadline, self.limits.bytes))
            except UnreachedError as error:
                pause = error.again
                if pause is None or attempt == self.limits.attempts:
                    raise
            pause = min(max(pause, self.limits.backoff * 2 ** (attempt - 1)), self.limits.wait)
            if time.monotonic() + pause >= deadline:
                break
            self.sleep(pause)
        raise UnreachedError(f"did not answer within {self.limits.seconds:g} s", dead=True, sure=False)

    # --- robots.txt ------------------------------------------------------------------------------

    def _welcome(self, target: Target, deadline: float) -> bool:
        """Whether the host lets robots have a page. One that cannot be asked is asked for the page itself."""
        if target.origin not in self._robots:
            self._robots[target.origin] = self._read_robots(target, deadline)
        rules = self._robots[target.origin]
        return rules if isinstance(rules, bool) else rules.can_fetch(AGENT, target.url)

    def _read_robots(self, target: Target, deadline: float) -> RobotFileParser | bool:
        at = f"{target.origin}/robots.txt"
        for _ in range(self.limits.redirects + 1):
            try:
                robots = Target.of(at)
                response = self._once(robots, deadline, _ROBOTS_BYTES)
            except UnreachedError:
                return True
            if response.status in REDIRECTS and response.location:
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

    def _once(self, target: Target, deadline: float, limit: int) -> Response:
        """One request and its answer, whatever its status."""
        try:
            addresses = self._addresses(target)
            connection = self._connected(target, addresses, deadline)
        except TimeoutError:
            raise UnreachedError("does not answer", dead=True, sure=False, again=0.0) from None
        except ssl.SSLError as error:
            raise UnreachedError(f"has no certificate that can be trusted ({error.reason or error})") from None
        except OSError as error:
            raise UnreachedError(f"cannot be reached: {_why(error)}", dead=True, sure=False, again=0.0) from None
        watchdog = threading.Timer(max(0.01, deadline - time.monotonic()), _cut, (connection.sock,))
        watchdog.daemon = True
        watchdog.start()
        try:
            connection.request("GET", target.request, headers=_HEADERS)
            return self._read(connection.getresponse(), limit, deadline)
        except (TimeoutError, OSError, http.client.HTTPException, ValueError) as error:
            if time.monotonic() >= deadline:
                raise UnreachedError(
                    f"did not answer within {self.limits.seconds:g} s", dead=True, sure=False
                ) from None
            if isinstance(error, TimeoutError):
                raise UnreachedError("does not answer", dead=True, sure=False, again=0.0) from None
            raise UnreachedError(f"breaks off: {_why(error)}", dead=True, sure=False, again=0.0) from None
        finally:
            watchdog.cancel()
            connection.close()

    def _addresses(self, target: Target) -> list[Address]:
        """What the host's name stands for. Refuses the host where any of it is no public address."""
        try:
            found = (self.resolve or resolve_host)(target.host, target.port)
        except socket.gaierror as error:
            unknown = error.errno in {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
            if unknown:
                raise UnreachedError("has a host that is not known", dead=True) from None
            raise UnreachedError(f"has a host whose address cannot be looked up now ({_why(error)})") from None
        except UnicodeError:
            raise UnreachedError("has no valid host name") from None
        allowed = {name.lower() for name in self.allowed_hosts}
        if target.host not in allowed and f"{target.host}:{target.port}" not in allowed:
            for _, address in found:
                if not is_public(str(address[0])):
                    raise UnreachedError(
                        f"its host {target.host} stands for the address {address[0]}, which is not public; "
                        "allowed-hosts names exceptions"
                    )
        if not found:
            raise UnreachedError("has a host without an address", dead=True)
        return found

    def _connected(self, target: Target, addresses: list[Address], deadline: float) -> http.client.HTTPConnection:
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
                connection.response_class = _Answer
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

    def _read(self, response: http.client.HTTPResponse, limit: int, deadline: float) -> Response:
        headers = response.headers
        length = headers.get("Content-Length", "")
        if length.isdigit() and int(length) > limit:
            raise UnreachedError(f"is larger than {limit / 1_000_000:g} MB")
        body = b""
        if response.status not in REDIRECTS:
            body = b"".join(self._unpacked(response, headers.get("Content-Encoding", ""), limit, deadline))
        return Response(
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
            raise UnreachedError(f"is packed as {encoding[:20]!r}, which nobody asked for")
        unpack = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16) if "gzip" in encoding else None
        total = 0
        while chunk := response.read(_CHUNK):
            if time.monotonic() >= deadline:
                raise TimeoutError
            try:
                piece = unpack.decompress(chunk, limit - total + 1) if unpack else chunk
            except zlib.error:
                raise UnreachedError("cannot be unpacked") from None
            total += len(piece)
            if total > limit or (unpack and unpack.unconsumed_tail):
                raise UnreachedError(f"is larger than {limit / 1_000_000:g} MB")
            yield piece
            if unpack and unpack.eof:
                break  # what follows is another member, or nothing that was asked for
        if time.monotonic() >= deadline:
            raise TimeoutError  # cut off, not ended


class _Answer(http.client.HTTPResponse):
    """An answer before which no more than a few interim ones ("100 Continue") may come."""

    _interim = 0

    def _read_status(self) -> tuple[str, int, str]:
        found: tuple[str, int, str] = super()._read_status()  # type: ignore[misc]
        self._interim += 1
        if self._interim > _INTERIM:
            raise http.client.HTTPException("sends one interim answer after the other")
        return found


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
