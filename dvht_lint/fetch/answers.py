"""What one page may cost, and what came of asking for it."""

from __future__ import annotations

import http.client
import re

from dvht_lint.errors import FetchError
from dvht_lint.records import record

__all__ = ["REDIRECTS", "Fetched", "Limits", "Response", "Unreached", "UnreachedError", "judged"]

REDIRECTS = frozenset({301, 302, 303, 307, 308})
_GONE = frozenset({404, 410})
_LATER = frozenset({429, 500, 502, 503, 504})
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)


@record(frozen=True, slots=True)
class Limits:
    """What one page may cost: `seconds` in all, `silence` seconds without a byte, `wait` seconds at most between attempts.

    `run_seconds` is what all pages of a run may cost together.
    """

    seconds: float = 30.0
    silence: float = 10.0
    bytes: int = 20_000_000
    redirects: int = 5
    attempts: int = 3
    backoff: float = 0.5
    wait: float = 8.0
    run_seconds: float = 600.0


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


class UnreachedError(FetchError):
    """Ends a fetch; carries what `Fetcher.get` returns."""

    def __init__(self, reason: str, *, dead: bool = False, sure: bool = True, again: float | None = None) -> None:
        """`again` is after how many seconds another attempt may help; None: never."""
        super().__init__(reason)
        self.unreached = Unreached(reason, dead, sure)
        self.again = again


@record(frozen=True, slots=True)
class Response:
    """One answer of a server, its body unpacked; `location` and `charset` are empty where it names none."""

    status: int
    location: str
    media_type: str
    charset: str
    body: bytes


def judged(response: Response) -> Response:
    """A response that is a page or leads to one. Raises `UnreachedError` for every other."""
    status = response.status
    if status in REDIRECTS or 200 <= status < 300:
        return response
    name = f"{status} {http.client.responses.get(status, '')}".strip()
    if status in _GONE:
        raise UnreachedError(f"answers “{name}”", dead=True)
    if status in _LATER:
        raise UnreachedError(f"answers “{name}”", dead=status != http.client.TOO_MANY_REQUESTS, sure=False, again=0.0)
    raise UnreachedError(f"it answers “{name}”", dead=status >= http.client.INTERNAL_SERVER_ERROR, sure=False)
