"""Fetching from a real server on loopback, and the hosts that are refused before anybody is asked."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from dvht_lint.fetch import Fetched, Fetcher, Limits, Unreached
from tests.server import Site, serving

QUICK = Limits(seconds=3.0, silence=0.5, bytes=100_000, redirects=3, attempts=3, backoff=0.01, wait=0.05)
PAGE = "<p>In 2011 the line answered 9,214 calls.</p>"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as one:
        yield one


def fetcher(limits: Limits = QUICK, **more: object) -> Fetcher:
    return Fetcher(allowed_hosts=("127.0.0.1",), limits=limits, **more)  # type: ignore[arg-type]


def reason(found: Fetched | Unreached) -> str:
    assert isinstance(found, Unreached), found
    return found.reason


def test_a_page_comes_with_its_type_and_final_address(site: Site) -> None:
    site.page("/report", PAGE)
    site.redirect("/old", "/report")
    found = fetcher().get(site.url("/old"))
    assert isinstance(found, Fetched)
    assert (found.url, found.final_url) == (site.url("/old"), site.url("/report"))
    assert (found.media_type, found.body.decode()) == ("text/html", PAGE)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/html; charset=iso-8859-1", "<p>Señal: 9.214 niños</p>".encode("latin-1")),
        ("text/html", '<meta charset="windows-1252"><p>Señal: 9.214 niños</p>'.encode("cp1252")),
        ("text/html", "<p>Señal: 9.214 niños</p>".encode()),
        ("text/html; charset=no-such", "<p>Señal: 9.214 niños</p>".encode("cp1252")),
    ],
)
def test_text_is_read_in_the_encoding_that_the_page_names(site: Site, kind: str, body: bytes) -> None:
    site.page("/", body, kind=kind)
    found = fetcher().get(site.url("/"))
    assert isinstance(found, Fetched)
    assert "Señal: 9.214 niños" in found.text_bytes.decode("utf-8")


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_is_gone_is_dead(site: Site, status: int) -> None:
    site.page("/gone", "", status)
    found = fetcher().get(site.url("/gone"))
    assert isinstance(found, Unreached)
    assert found.dead
    assert found.sure
    assert str(status) in found.reason
    assert site.asked.count("/gone") == 1


@pytest.mark.parametrize("status", [401, 403, 451])
def test_a_page_behind_a_door_is_not_dead(site: Site, status: int) -> None:
    site.page("/closed", "", status)
    found = fetcher().get(site.url("/closed"))
    assert isinstance(found, Unreached)
    assert not found.dead


def test_a_host_that_fails_is_asked_again_after_growing_pauses(site: Site) -> None:
    site.failing("/busy", 2, PAGE)
    pauses: list[float] = []
    found = fetcher(sleep=pauses.append).get(site.url("/busy"))
    assert isinstance(found, Fetched)
    assert pauses == [0.01, 0.02]
    assert site.asked.count("/busy") == 3


def test_a_host_that_goes_on_failing_is_given_up(site: Site) -> None:
    site.failing("/busy", 99, PAGE)
    found = fetcher().get(site.url("/busy"))
    assert isinstance(found, Unreached)
    assert found.dead
    assert not found.sure
    assert "503" in found.reason
    assert site.asked.count("/busy") == 3


def test_a_silent_host_does_not_hold_a_run(site: Site) -> None:
    site.silent("/slow")
    limits = Limits(seconds=2.0, silence=0.2, attempts=2, backoff=0.01)
    assert reason(fetcher(limits).get(site.url("/slow"))) == "does not answer"
    assert site.asked.count("/slow") == 2


def test_a_page_that_drips_is_cut_off_at_the_deadline(site: Site) -> None:
    site.dripping("/drip")
    limits = Limits(seconds=0.6, silence=0.5, attempts=1)
    assert reason(fetcher(limits).get(site.url("/drip"))) == "did not answer within 0.6 s"


@pytest.mark.parametrize("kind", ["announced", "endless", "packed"])
def test_an_enormous_page_is_left(site: Site, kind: str) -> None:
    if kind == "announced":
        site.page("/big", b"x" * 200_000)
    elif kind == "endless":
        site.endless("/big")
    else:
        site.packed("/big", b"x" * 50_000_000)
    found = fetcher().get(site.url("/big"))
    assert reason(found) == "is larger than 0.1 MB"
    assert isinstance(found, Unreached)
    assert not found.dead


def test_a_packed_page_is_unpacked(site: Site) -> None:
    site.packed("/packed", PAGE.encode())
    found = fetcher().get(site.url("/packed"))
    assert isinstance(found, Fetched)
    assert found.body.decode() == PAGE


def test_redirects_end(site: Site) -> None:
    site.redirect("/a", "/b")
    site.redirect("/b", "/a")
    assert reason(fetcher().get(site.url("/a"))) == "redirects in a circle"
    for number in range(9):
        site.redirect(f"/far{number}", f"/far{number + 1}")
    assert reason(fetcher().get(site.url("/far0"))) == "redirects more than 3 times"
    assert "/far4" not in site.asked


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://example.org/a", "javascript:1"])
def test_a_redirect_leads_to_no_other_scheme(site: Site, to: str) -> None:
    site.redirect("/away", to)
    assert "only http and https are followed" in reason(fetcher().get(site.url("/away")))


def test_a_redirect_into_a_private_network_is_refused(site: Site) -> None:
    site.page("/secret", "the keys")
    site.redirect("/in", site.url("/secret").replace("127.0.0.1", "localhost"))
    found = fetcher().get(site.url("/in"))
    assert "which is not public" in reason(found)
    assert "/secret" not in site.asked


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
        "64:ff9b::7f00:1", "2002:7f00:1::", "198.18.0.1",
    ],
)  # fmt: skip
def test_special_addresses_are_refused(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setattr(socket, "socket", _no_socket)
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    found = Fetcher(resolve=lambda _, port: [(family, (address, port))]).get("http://news.example/")
    assert "which is not public" in reason(found)


def test_every_address_of_a_name_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", _no_socket)
    both = [(socket.AF_INET, ("93.184.215.14", 80)), (socket.AF_INET, ("127.0.0.1", 80))]
    assert "which is not public" in reason(Fetcher(resolve=lambda *_: both).get("http://rebound.example/"))


def test_the_connection_goes_to_the_address_that_was_checked(site: Site) -> None:
    # The name is asked about once a request; where it leads later does not matter.
    site.page("/", PAGE)
    port = int(site.base.rpartition(":")[2])
    found = Fetcher(
        allowed_hosts=("intranet.example",),
        limits=QUICK,
        resolve=lambda _, __: [(socket.AF_INET, ("127.0.0.1", port))],
    ).get(f"http://intranet.example:{port}/")
    assert isinstance(found, Fetched)


def test_a_host_that_is_named_with_its_port_is_allowed_on_no_other(site: Site) -> None:
    site.page("/", PAGE)
    assert isinstance(Fetcher(allowed_hosts=(site.host,), limits=QUICK).get(site.url("/")), Fetched)
    other = Fetcher(allowed_hosts=("127.0.0.1:1",), limits=QUICK).get(site.url("/"))
    assert "which is not public" in reason(other)


@pytest.mark.parametrize(
    "url", ["ftp://example.org/", "http://", "http://user:pass@127.0.0.1/", "http://[::1", "nonsense"]
)
def test_what_is_no_web_address_is_not_asked(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", _no_socket)
    monkeypatch.setattr(socket, "getaddrinfo", _no_socket)
    found = fetcher().get(url)
    assert isinstance(found, Unreached)
    assert not found.dead


def test_an_unknown_host_is_dead_and_one_that_cannot_be_looked_up_now_is_not() -> None:
    def resolver(error: int) -> Fetcher:
        def resolve(*_: object) -> list[tuple[int, tuple[str, int]]]:
            raise socket.gaierror(error, "told so")

        return Fetcher(resolve=resolve)

    for error, dead in ((socket.EAI_NONAME, True), (socket.EAI_AGAIN, False)):
        found = resolver(error).get("http://gone.example/")
        assert isinstance(found, Unreached)
        assert found.dead is dead


def test_robots_are_heeded_and_asked_for_once(site: Site) -> None:
    site.page("/robots.txt", "User-agent: *\nDisallow: /private/\n", kind="text/plain")
    site.page("/private/a", PAGE)
    site.page("/open", PAGE)
    one = fetcher()
    assert "robots.txt" in reason(one.get(site.url("/private/a")))
    assert isinstance(one.get(site.url("/open")), Fetched)
    assert site.asked == ["/robots.txt", "/open"]


def test_robots_are_heeded_where_a_redirect_leads(site: Site) -> None:
    site.page("/robots.txt", "User-agent: dvht-lint\nDisallow: /private/\n", kind="text/plain")
    site.redirect("/open", "/private/a")
    site.page("/private/a", PAGE)
    assert "robots.txt" in reason(fetcher().get(site.url("/open")))
    assert "/private/a" not in site.asked


def test_a_server_whose_robots_file_fails_is_left_alone(site: Site) -> None:
    site.page("/robots.txt", "", 503)
    site.page("/", PAGE)
    found = fetcher().get(site.url("/"))
    assert "robots.txt" in reason(found)
    assert isinstance(found, Unreached)
    assert not found.dead


def test_nobody_listens(site: Site) -> None:
    with serving() as other:
        gone = other.url("/")
    found = fetcher().get(gone)
    assert isinstance(found, Unreached)
    assert found.dead
    assert not found.sure


def _no_socket(*_: object, **__: object) -> None:
    raise AssertionError("a socket was opened")
