"""Addresses that somebody else wrote: taken apart, and told whether they lead into the public network."""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, urlsplit

from dvht_lint.fetch.answers import UnreachedError
from dvht_lint.records import record

__all__ = ["Address", "Resolve", "Target", "is_public", "resolve_host"]

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_COMPATIBLE = ipaddress.ip_network("::/96")
# Of the registries of special-purpose addresses (RFC 6890 and its updates), those that not every Python's
# `is_global` refuses: a block within one that is refused may be global, and no server of the web stands there.
_SPECIAL = tuple(
    map(
        ipaddress.ip_network,
        (
            "0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24",
            "192.88.99.0/24", "192.175.48.0/24", "198.18.0.0/15", "240.0.0.0/4",
            "64:ff9b:1::/48", "100::/64", "100:0:0:1::/64", "2001::/23", "2001:db8::/32", "2620:4f:8000::/48",
            "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        ),
    )
)  # fmt: skip
# What addresses that a user may have typed hold beside the characters a request line can carry.
_SAFE = "!$%&'()*+,/:;=?@[]~-._#"

Address = tuple[int, tuple[Any, ...]]
"""A family of addresses, and one of them as `socket` takes it."""
Resolve = Callable[[str, int], list[Address]]


@record(frozen=True, slots=True)
class Target:
    """An address taken apart: `request` is what stands in the request line."""

    scheme: str
    host: str
    port: int
    request: str

    @classmethod
    def of(cls, url: str) -> Target:
        """The parts of an address as typed. Raises `UnreachedError` for one that is not of http or https."""
        try:
            parts = urlsplit(url.strip())
            port = parts.port
            host = (parts.hostname or "").rstrip(".")
            host = host if host.isascii() else host.encode("idna").decode("ascii")
        except ValueError:
            raise UnreachedError("is no address that can be read") from None
        if parts.scheme not in {"http", "https"}:
            raise UnreachedError(f"leads to {parts.scheme or 'no'}:, where only http and https are followed")
        if not host or parts.username is not None or re.search(r"[\x00-\x20\x7f]", host):
            raise UnreachedError("is no address that can be read")
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


def resolve_host(host: str, port: int) -> list[Address]:
    """The addresses that a host's name stands for. Raises `socket.gaierror` and `UnicodeError`."""
    return [(i[0], i[4]) for i in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def is_public(text: str) -> bool:
    """Whether an address is one of the public network, also the one that it carries inside."""
    address = ipaddress.ip_address(text.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is None and (address in _NAT64 or address in _COMPATIBLE):
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None and not is_public(str(inner)):
            return False
        if address.ipv4_mapped is not None or address in _NAT64:
            return True
        if address in _COMPATIBLE:
            return False
    if any(address.version == block.version and address in block for block in _SPECIAL):
        return False
    return address.is_global and not address.is_multicast
