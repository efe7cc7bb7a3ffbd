"""The owner's talking points: what is found in them as they are, and what each edit adds.

The document is not part of the project; where it is absent these tests are skipped and say so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dvht_lint.config import Config
from dvht_lint.diagnostic import Diagnostic, Severity
from dvht_lint.session import Session

CONFIG = replace(Config(root=Path()), as_of=date(2026, 11, 23))


@pytest.fixture(scope="module")
def original(owners_document: bytes) -> str:
    return owners_document.decode("utf-8")


def check(files: dict[str, str]) -> tuple[Diagnostic, ...]:
    session = Session(CONFIG)
    for name, text in files.items():
        session.update(name, text.encode())
    return session.diagnostics()


def lines_of(found: tuple[Diagnostic, ...], code: str) -> list[int]:
    return [d.region.start.line for d in found if d.code == code]


@pytest.fixture(scope="module")
def baseline(original: str) -> tuple[Diagnostic, ...]:
    return check({"talking-points.txt": original})


def test_what_is_found_in_the_document_as_it_is(baseline: tuple[Diagnostic, ...]) -> None:
    assert not [d for d in baseline if d.severity is Severity.ERROR]
    assert lines_of(baseline, "DV102") == [21, 21, 21, 21]
    assert lines_of(baseline, "DV201") == [53, 67, 81]
    assert {d.severity for d in baseline if d.code == "DV201"} == {Severity.WARNING}
    assert lines_of(baseline, "DV006") == [33, 35, 41, 43, 45]
    assert len(lines_of(baseline, "DV303")) == 5
    assert len(lines_of(baseline, "DV309")) == 5
    assert [(d.code, d.severity) for d in baseline if d.region.start.line in {5, 55}] == [("DV412", Severity.INFO)]
    assert [(d.code, d.severity) for d in baseline if d.region.start.line in {15, 69}] == [("DV413", Severity.INFO)]
    assert lines_of(baseline, "DV413") == [69]
    # The blurb sends readers to a hotline by the name it had (DV605); the dated claims that name it are left alone.
    assert lines_of(baseline, "DV605") == [11]
    above_info = Counter(d.code for d in baseline if d.severity is not Severity.INFO)
    assert above_info == {"DV102": 4, "DV201": 3, "DV006": 5, "DV605": 1}


def test_one_body_under_two_names_is_told(baseline: tuple[Diagnostic, ...]) -> None:
    assert any(
        99 in {d.region.start.line, *(r.region.start.line for r in d.related)} for d in baseline if d.code == "DV313"
    )


def key(diagnostic: Diagnostic) -> tuple[str, str]:
    return diagnostic.code, diagnostic.message


def added(before: tuple[Diagnostic, ...], after: tuple[Diagnostic, ...], *, least: Severity) -> list[Diagnostic]:
    """What came in, by rule and message: lines may have moved."""
    known = Counter(map(key, before))
    new = []
    for diagnostic in after:
        if known[key(diagnostic)]:
            known[key(diagnostic)] -= 1
        elif diagnostic.severity.rank <= least.rank:
            new.append(diagnostic)
    return new


def once(old: str, new: str, *, nth: int = 0) -> Callable[[str], str]:
    """Replace the nth occurrence."""

    def edit(text: str) -> str:
        starts = [m.start() for m in re.finditer(re.escape(old), text)]
        assert len(starts) > nth, old
        at = starts[nth]
        return text[:at] + new + text[at + len(old) :]

    return edit


SOURCE_71 = re.compile(r"(were women\n\n)Source: [^\n]*\n\n")

PLANTED: dict[str, tuple[Callable[[str], str], set[str], str]] = {
    "a figure retyped": (once("2,945", "2,954"), {"DV501"}, "2,954"),
    "a range's bound moved": (once("55% to 60%", "55% to 65%"), {"DV502"}, "55% to 65%"),
    "a qualifier dropped": (once("approximately 55%", "55%"), {"DV503"}, ""),
    "a qualifier turned round": (once("approximately 55%", "at least 55%"), {"DV504"}, "at least"),
    "a year moved": (once("2007", "2006"), {"DV506"}, "2006"),
    "detected dropped": (once("detected victims", "victims"), {"DV403"}, ""),
    "potential dropped": (once("potential victims", "victims"), {"DV403"}, ""),
    "both turned into neither": (
        once("Both batterers and traffickers use", "Neither batterers nor traffickers use"),
        {"DV402"},
        "",
    ),
    "the majority turned into all": (once("the majority of victims", "all of the victims"), {"DV405"}, ""),
    "a body exchanged": (once("the United Nations,", "the World Bank,"), {"DV407", "DV408"}, ""),
    "a population widened": (once("victims of human trafficking were women", "victims of human trafficking were women and girls"), {"DV406"}, ""),
    "usually turned into always": (once("usually suffer", "always suffer"), {"DV404"}, "always"),
    "a hotline digit changed": (once("1-888-373-7888", "1-888-373-7878"), {"DV601"}, ""),
    "a text code changed": (once("233-733", "233-773"), {"DV601"}, ""),
    "a handbook dated otherwise, first": (once("(2004)", "(2014)"), {"DV301"}, "20"),
    "a handbook dated otherwise, second": (once("(2004)", "(2014)", nth=1), {"DV301"}, "20"),
    "a percentage without a source": (
        once("What are the connections", "About 40% of shelters turned someone away last year.\n\nWhat are the connections"),
        {"DV101"},
        "40%",
    ),
    "a Source: line removed": (lambda t: SOURCE_71.sub(r"\1", t), {"DV201"}, ""),
    "the reference side: a figure": (once("2,945", "2,954", nth=1), {"DV501"}, ""),
    "the reference side: a range": (once("55% to 60%", "55% to 65%", nth=1), {"DV502"}, ""),
    "the reference side: a year": (once("2007", "2006", nth=1), {"DV506"}, ""),
}  # fmt: skip


@pytest.mark.parametrize("name", PLANTED)
def test_each_planted_fault_is_one_error(name: str, original: str, baseline: tuple[Diagnostic, ...]) -> None:
    edit, codes, at = PLANTED[name]
    text = edit(original)
    assert text != original
    new = added(baseline, check({"talking-points.txt": text}), least=Severity.WARNING)
    assert [d.severity for d in new] == [Severity.ERROR], [(d.code, d.message) for d in new]
    assert new[0].code in codes
    if at:
        assert at in new[0].span.cut(text)


def halves(text: str) -> dict[str, str]:
    public, heading, references = text.partition("References and Citations")
    return {"talking-points.txt": public, "references.txt": heading + references}


def shuffled_bullets(text: str) -> str:
    public, heading, references = text.partition("References and Citations")
    parts = re.split(r"(?m)^(?=- )", references)
    head, bullets = parts[0], parts[1:]
    plain = [b for b in bullets if "Source:" in b and b.count("\n\n") <= 2]
    order = iter(plain[1:] + plain[:1])
    return public + heading + head + "".join(next(order) if b in plain else b for b in bullets)


def rewrapped(text: str) -> str:
    import textwrap

    blocks = text.split("\n\n")
    return "\n\n".join(
        textwrap.fill(b, 60, break_long_words=False, break_on_hyphens=False) if b.strip() else b for b in blocks
    )


HARMLESS: dict[str, Callable[[str], dict[str, str] | str]] = {
    "rewrapped at 60 columns": rewrapped,
    "straight quotes": lambda t: t.replace("“", '"').replace("”", '"').replace("’", "'"),
    "bold removed": lambda t: t.replace("**", ""),
    "a figure without its comma": once("19,427", "19427"),
    "per cent, and a dash for to": once("55% to 60%", "55–60 per cent"),
    "about for approximately": once("approximately", "about"),
    "reference bullets in another order": shuffled_bullets,
    "CRLF": lambda t: t.replace("\n", "\r\n"),
    "the reference half in a second file": halves,
    "headings marked": lambda t: t.replace("References and Citations", "# References and Citations").replace(
        "Program Information:", "## Program Information"
    ),
    "bullets numbered": lambda t: re.sub(r"(?m)^- ", "1. ", t),
    "two sentences joined by a semicolon": once(
        "developing world. In 2011", "developing world; in 2011"
    ),
    "generally dropped where nothing backs it": once("generally, traffickers", "traffickers"),
}  # fmt: skip


@pytest.mark.parametrize("name", HARMLESS)
def test_harmless_edits_add_nothing(name: str, original: str, baseline: tuple[Diagnostic, ...]) -> None:
    edited = HARMLESS[name](original)
    files = {"talking-points.txt": edited} if isinstance(edited, str) else edited
    assert "".join(files.values()) != original or len(files) > 1
    found = check(files)
    before = Counter(d.code for d in baseline if d.severity is not Severity.INFO)
    after = Counter(d.code for d in found if d.severity is not Severity.INFO)
    assert after == before, [
        (d.code, d.path, d.region.start.line, d.message) for d in found if d.severity is not Severity.INFO
    ]
