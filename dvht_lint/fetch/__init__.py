"""Fetching a page: the only package that opens a socket, and only where `--online` says so.

An address in a corpus is somebody else's text, so nothing in it is trusted: only http and https; every address that a
host name stands for is checked, and the connection goes to an address that was checked, so that a name which changes
its mind (DNS rebinding) leads nowhere; the same for every redirect. Private, loopback and other special addresses are
refused unless the configuration names the host. Size, time, redirects and attempts are bounded, `robots.txt` is heeded
(RFC 9309), and proxies of the environment are not used.
"""

from dvht_lint.fetch.answers import Fetched, Limits, Unreached
from dvht_lint.fetch.fetcher import AGENT, Fetcher

__all__ = ["AGENT", "Fetched", "Fetcher", "Limits", "Unreached"]
