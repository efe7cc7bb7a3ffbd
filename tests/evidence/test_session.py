"""Evidence in the session: what an update leaves alone stays, and any order of updates ends the same."""

from __future__ import annotations

from pathlib import Path

from dvht_lint.config import Config
from dvht_lint.diagnostic import Diagnostic
from dvht_lint.readers.evidence import read_pages
from dvht_lint.session import Session
from dvht_lint.session.evidence import Copy
from tests.evidence.setting import CORPUS, REPORT

KEY = ("corpus.yaml", "line-2020")
DRIFTED = CORPUS.replace("9,214", "9,241")


def copy_of(page: str) -> Copy:
    name = "evidence/line.html"
    return Copy(name, tuple(read_pages(name, page.encode())), page, "line-2020")


def session(corpus: str, page: str | None) -> Session:
    one = Session(Config(root=Path()))
    one.update("corpus.yaml", corpus.encode())
    if page is not None:
        one.put_evidence(KEY, copy_of(page))
    return one


def told(one: Session) -> list[Diagnostic]:
    return list(one.diagnostics())


def test_an_update_of_either_side_is_seen() -> None:
    one = session(CORPUS, REPORT)
    assert not [d for d in told(one) if d.code == "DV205"]
    one.update("corpus.yaml", DRIFTED.encode())
    assert told(one) == told(session(DRIFTED, REPORT))
    one.put_evidence(KEY, copy_of(REPORT.replace("9,214", "9,241")))
    assert told(one) == told(session(DRIFTED, REPORT.replace("9,214", "9,241")))
    one.put_evidence(KEY, None)
    assert told(one) == told(session(DRIFTED, None))


def test_what_did_not_change_is_not_looked_at_again() -> None:
    one = session(CORPUS, REPORT)
    before = [evidenced for evidenced, _ in one.evidenced()]
    one.update("other.md", b"# A page\n\nThat says nothing.\n")
    after = [evidenced for evidenced, _ in one.evidenced()]
    assert len(after) == 1
    assert all(a is b for a, b in zip(before, after, strict=True))


def test_the_evidence_is_found_by_the_passage_and_not_by_the_figure_alone() -> None:
    elsewhere = REPORT.replace("12,650 miles", "9,241 miles")
    (found,) = (d for d in told(session(DRIFTED, elsewhere)) if d.code == "DV205")
    assert "the evidence says “9,214 calls”" in found.message
