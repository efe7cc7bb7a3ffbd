"""A web server on loopback whose pages a test decides on: it answers as told, slowly, wrongly or not at all."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """The pages of a server by path, and the paths that were asked for."""

    base: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def url(self, path: str) -> str:
        return self.base + path

    @property
    def host(self) -> str:
        return self.base.removeprefix("http://")

    def page(
        self, path: str, body: str | bytes, status: int = 200, kind: str = "text/html; charset=utf-8", **headers: str
    ) -> None:
        data = body.encode() if isinstance(body, str) else body

        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            handler.send_header("Content-Type", kind)
            handler.send_header("Content-Length", str(len(data)))
            for name, value in headers.items():
                handler.send_header(name.replace("_", "-"), value)
            handler.end_headers()
            handler.wfile.write(data)

        self.answers[path] = answer

    def redirect(self, path: str, to: str, status: int = 302) -> None:
        self.page(path, "", status, Location=to)

    def failing(self, path: str, times: int, then: str) -> None:
        """503 so many times, then a page."""
        left = [times]
        self.page(path, then)
        good = self.answers[path]
        self.page(path, "later", 503)
        bad = self.answers[path]

        def answer(handler: BaseHTTPRequestHandler) -> None:
            left[0] -= 1
            (bad if left[0] >= 0 else good)(handler)

        self.answers[path] = answer

    def dripping(self, path: str) -> None:
        """A page of which a byte comes now and then, and that never ends."""

        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(200)
            handler.send_header("Content-Type", "text/html")
            handler.end_headers()
            try:
                for _ in range(2000):
                    handler.wfile.write(b".")
                    handler.wfile.flush()
                    time.sleep(0.02)
            except OSError:
                return

        self.answers[path] = answer

    def silent(self, path: str, seconds: float = 5) -> None:
        self.answers[path] = lambda _: time.sleep(seconds)

    def endless(self, path: str) -> None:
        """A page without a length that goes on and on."""

        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(200)
            handler.send_header("Content-Type", "text/html")
            handler.end_headers()
            try:
                for _ in range(20_000):
                    handler.wfile.write(b"x" * 65_536)
            except OSError:
                return

        self.answers[path] = answer

    def packed(self, path: str, body: bytes) -> None:
        self.page(path, gzip.compress(body), Content_Encoding="gzip")


@contextmanager
def serving() -> Iterator[Site]:
    """A server that runs while the block does."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            answer = site.answers.get(self.path)
            if answer is None:
                self.send_error(404)
            else:
                answer(self)

        def log_message(self, *_: object) -> None:
            return

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, *_: object) -> None:
            return  # the other end went away, as some tests want

    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.01), daemon=True)
    thread.start()
    site.base = f"http://127.0.0.1:{server.server_port}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
