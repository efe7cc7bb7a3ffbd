"""Answers from the web that go on for ever; all servers stand on loopback."""

from __future__ import annotations

import contextlib
import gzip
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

from dvht_lint.fetch import Fetched, Fetcher, Limits, Unreached
from tests.commands.setting import check, write

LIMITS = Limits(seconds=5.0, silence=2.0, bytes=100_000, attempts=1)
CORPUS = """\
version: 1
sources:
  line: {{type: webpage, author: [{{literal: Line}}], issued: 2020, title: Calls, URL: "http://127.0.0.1:{port}/"}}
statements:
  calls: {{text: "In 2019 the line answered 8,100 calls.", sources: [{{id: line, locator: p. 4}}]}}
claims:
  - {{id: c1, text: "In 2019 the line answered 8,100 calls.", statement: calls}}
"""


@contextlib.contextmanager
def answering(*parts: bytes, times: int = 1) -> Iterator[str]:
    """A server that says the same, the last part `times` over, to everybody but to those who ask for robots.txt."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                peer, _ = listener.accept()
            except OSError:
                return
            with peer, contextlib.suppress(OSError):
                if b"/robots.txt" in peer.recv(4096):
                    peer.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
                    continue
                peer.sendall(b"".join(parts[:-1]))
                for _ in range(times):
                    peer.sendall(parts[-1])

    threading.Thread(target=serve, daemon=True).start()
    with contextlib.closing(listener):
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"


def fetcher(limits: Limits = LIMITS) -> Fetcher:
    return Fetcher(allowed_hosts=("127.0.0.1",), limits=limits)


def test_interim_answers_have_an_end() -> None:
    with answering(b"HTTP/1.1 100 Continue\r\n\r\n", times=100_000) as url:
        found = fetcher().get(url)
    assert isinstance(found, Unreached)
    assert "interim" in found.reason


def test_only_the_first_packed_member_is_the_page() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: gzip\r\n\r\n"
    with answering(head, gzip.compress(b"a page"), gzip.compress(b""), times=10_000) as url:
        found = fetcher().get(url)
    assert isinstance(found, Fetched)
    assert found.body == b"a page"


def test_all_addresses_together_have_a_limit() -> None:
    one = fetcher(Limits(seconds=5.0, attempts=1, run_seconds=1e-9))
    one.get("ftp://127.0.0.1/")
    found = one.get("http://127.0.0.1:1/")
    assert isinstance(found, Unreached)
    assert not found.dead
    assert "together" in found.reason


def test_addresses_that_were_not_looked_at_are_said(tmp_path: Path) -> None:
    # Nobody allowed loopback, so nothing is asked.
    write(tmp_path, corpus_yaml=CORPUS.format(port=1))
    done = check(tmp_path, "corpus.yaml", "--online")
    assert "All checks passed" not in done.out
    assert "1 address not looked at" in done.err
