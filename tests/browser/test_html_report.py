"""The HTML report in a real browser: filters, keyboard, copying, printing, and an accessibility checker."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from dvht_lint.diagnostic import Severity
from dvht_lint.reports import render
from tests.reports import sample

from .webdriver import Browser, driver

AXE = Path(__file__).parents[1] / "reports" / "consumers" / "node_modules" / "axe-core" / "axe.min.js"
TAB, SPACE = "\ue004", "\ue00d"
MANY = 2000


def needed(found: object, what: str) -> None:
    """Skip on a developer's machine that lacks something; in CI its absence is a failure."""
    if not found:
        assert not os.environ.get("CI"), f"CI must install {what}"
        pytest.skip(f"{what} is not installed")


@pytest.fixture(scope="session")
def server():
    program = shutil.which("chromedriver")
    needed(program and shutil.which("chromium"), "chromium and chromium-driver")
    with driver(program) as address:
        yield address


@pytest.fixture(scope="session")
def start(server, tmp_path_factory):
    browsers = []

    def begin(*, javascript=True, dark=False) -> Browser:
        browser = Browser(server, tmp_path_factory.mktemp("profile"), javascript=javascript, dark=dark)
        browsers.append(browser)
        return browser

    yield begin
    for browser in browsers:
        browser.close()


@pytest.fixture(scope="session")
def browser(start):
    return start()


def many():
    severities = [Severity.ERROR, Severity.WARNING, Severity.INFO]
    found = [
        replace(
            sample.NUMBER,
            message=f"Finding {number}.",
            severity=severities[number % 3],
            fingerprint=f"{number:016x}",
            region=replace(sample.NUMBER.region, path=f"docs/{number % 40}.md"),
        )
        for number in range(MANY)
    ]
    return sample.make(*found, sources=sample.SOURCES * 20)


REPORTS = {"sample": sample.SAMPLE, "empty": sample.EMPTY, "many": many()}


@pytest.fixture(scope="session")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    for name, report in REPORTS.items():
        (folder / f"{name}.html").write_text(render("html", report), "utf-8")
    return folder


def visible(browser) -> int:
    return browser.run("return [...document.querySelectorAll('.finding')].filter(f => f.checkVisibility()).length")


def choose(browser, name, value) -> str:
    """Set a filter as a user does; gives what the page then says."""
    return browser.run_async(
        """
        const [name, value, done] = arguments;
        const field = [...document.querySelectorAll(`#filters [name=${name}]`)]
          .find((f) => f.type !== 'checkbox' || f.value === value);
        if (field.type === 'checkbox') field.checked = !field.checked; else field.value = value;
        field.dispatchEvent(new Event('input', {bubbles: true}));
        setTimeout(() => done(document.getElementById('shown').textContent), 400);
        """,
        name,
        value,
    )


@pytest.mark.parametrize("name", ["sample", "empty"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_an_accessibility_checker_finds_nothing(start, pages, name, dark):
    needed(AXE.exists(), "tests/reports/consumers (see the README there)")
    browser = start(dark=dark)
    browser.open(pages / f"{name}.html")
    assert browser.run("return matchMedia('(prefers-color-scheme: dark)').matches") is dark
    browser.run("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    browser.run(AXE.read_text("utf-8") + "; window.axe = axe;")
    options = {"resultTypes": ["violations", "incomplete"]}
    found = browser.run_async(
        "const done = arguments[1]; axe.run(document, arguments[0]).then(done, (e) => done(String(e)))", options
    )
    assert isinstance(found, dict), found
    assert len(found["passes"]) > 20
    assert [(v["id"], [n["html"] for n in v["nodes"]][:3]) for v in found["violations"]] == []


def test_the_page_logs_no_error_and_breaks_no_policy(browser, pages):
    browser.open(pages / "sample.html")
    assert browser.log() == []


def test_without_its_script_the_page_is_whole(start, pages):
    browser = start(javascript=False)
    browser.open(pages / "sample.html")
    assert visible(browser) == len(sample.SAMPLE.diagnostics)
    assert browser.run("return document.getElementById('filters').checkVisibility()") is False
    assert browser.run("return [...document.querySelectorAll('.copy')].some((b) => b.checkVisibility())") is False
    assert "In 2011, the national hotline" in browser.run("return document.querySelector('.claim').innerText")


def test_filters_narrow_what_is_shown_and_say_so(browser, pages):
    browser.open(pages / "sample.html")
    assert choose(browser, "severity", "warning") == "6 of 8 findings shown"
    assert visible(browser) == 6
    assert choose(browser, "rule", "DV501") == "1 of 8 findings shown"
    assert choose(browser, "words", "no such words") == "0 of 8 findings shown"
    assert browser.run("return [...document.querySelectorAll('.document')].some((s) => s.checkVisibility())") is False
    browser.run("document.querySelector('#filters button[type=reset]').click()")
    assert choose(browser, "words", "POTENTIAL drops") == "1 of 8 findings shown"


def test_a_link_to_a_hidden_finding_shows_it(browser, pages):
    browser.open(pages / "sample.html")
    choose(browser, "words", "nothing has this")
    shown = browser.run_async(
        "const done = arguments[1]; location.hash = arguments[0]; setTimeout(() => done("
        "document.getElementById(arguments[0]).checkVisibility()), 300)",
        f"f-{sample.NUMBER.fingerprint}",
    )
    assert shown is True


def test_two_thousand_findings_are_filtered(browser, pages):
    browser.open(pages / "many.html")
    assert visible(browser) == MANY
    assert choose(browser, "severity", "error") == "1,333 of 2,000 findings shown"
    assert choose(browser, "document", "document-3") == "34 of 2,000 findings shown"
    assert visible(browser) == 34


def test_everything_is_reached_by_keyboard_and_seen_to_be(browser, pages):
    browser.open(pages / "sample.html")
    browser.keys(TAB)
    assert browser.run("return document.activeElement.className") == "skip"
    names, seen = [], []
    for _ in range(60):
        browser.keys(TAB)
        names.append(browser.run("const e = document.activeElement; return e.name || e.className || e.tagName"))
        seen.append(browser.run("return getComputedStyle(document.activeElement).outlineStyle"))
        if names[-1] == "BODY":
            break
    for name in ("severity", "rule", "document", "words", "copy", "SUMMARY", "scroll"):
        assert name in names
    assert set(seen[:-1]) <= {"solid", "auto"}


def test_a_severity_is_hidden_by_the_space_bar(browser, pages):
    browser.open(pages / "sample.html")
    browser.run("document.querySelector('[name=severity][value=error]').focus()")
    browser.keys(SPACE)
    browser.run_async("setTimeout(arguments[0], 400)")
    assert visible(browser) == 3


def test_the_wording_is_copied(browser, pages):
    browser.open(pages / "sample.html")
    said = browser.run_async(
        """
        const done = arguments[0];
        window.copied = null;
        Object.defineProperty(navigator, 'clipboard', {value: {writeText: async (text) => { window.copied = text; }}});
        document.querySelector('.copy').click();
        setTimeout(() => done([window.copied, document.getElementById('shown').textContent]), 200);
        """
    )
    assert "**answered 19,427 calls**" in said[0]
    assert said[1] == "Copied"


def test_marks_are_announced_but_never_copied(browser, pages):
    browser.open(pages / "sample.html")
    assert browser.run("return getComputedStyle(document.querySelector('mark'), '::before').content") == '" [marked: "'
    assert "marked" not in browser.run("return document.querySelector('.copyable').textContent")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_never_scrolls_sideways(browser, pages, width):
    browser._send("POST", f"{browser.session}/window/rect", {"width": max(width, 500), "height": 900})
    browser.open(pages / "sample.html")
    browser.run("document.documentElement.style.width = arguments[0] + 'px'", width)
    assert browser.run("return document.body.scrollWidth") <= width


def test_the_print_has_every_finding_and_what_was_folded(browser, pages):
    browser.open(pages / "sample.html")
    browser.run("window.dispatchEvent(new Event('beforeprint'))")
    document = pypdfium2.PdfDocument(browser.pdf())
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    flat = " ".join(text.split())
    for words in ("The claim says 20,427 calls", "Why it matters", "The line answers at any hour", "14 years"):
        assert words in flat
    assert "Show all" not in flat
