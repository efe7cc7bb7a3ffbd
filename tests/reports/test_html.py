"""The page as text; what a browser makes of it is in tests/browser."""

from __future__ import annotations

import builtins
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from dvht_lint.diagnostic import CitedSource, Subject
from dvht_lint.errors import MissingExtraError
from dvht_lint.reports import html, render
from dvht_lint.text import Span

from . import sample

VOID = {"meta", "input", "link", "br", "img", "hr"}


class Page(HTMLParser):
    """Reads the page; fails where a tag is not closed by its own."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def all(self, tag):
        return [attrs for name, attrs in self.tags if name == tag]


def page(*diagnostics, **more):
    return render("html", sample.make(*diagnostics, **more))


@pytest.mark.parametrize("report", [sample.SAMPLE, sample.EMPTY], ids=["sample", "empty"])
def test_the_page_is_whole_and_needs_nothing_from_elsewhere(report):
    read = Page(render("html", report))
    ids = [attrs["id"] for _, attrs in read.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert not any(attrs.get("src") or tag in {"link", "img", "iframe"} for tag, attrs in read.tags)
    inside = [attrs["href"][1:] for attrs in read.all("a") if attrs["href"].startswith("#")]
    assert inside
    assert set(inside) <= set(ids)


def test_claim_and_statement_stand_side_by_side_with_the_difference_marked():
    text = page(sample.NUMBER)
    assert "answered <mark>20,427</mark> calls" in text
    assert "answered <mark>19,427</mark> calls" in text
    assert "Polaris Project. (2012). Annual Report 2011." in text


def test_where_words_are_missing_there_is_a_caret():
    claim = replace(sample.NUMBER.claim, marks=(Span(5, 5),))
    assert "In 20<mark>‸</mark>11, the" in page(replace(sample.NUMBER, claim=claim))


def test_the_wording_to_paste_is_the_claim_as_it_stands_in_its_file_with_the_fix_made():
    text = page(sample.NUMBER)
    copyable = re.search(r'<p class="copyable" dir="auto">(.*?)</p>', text, re.DOTALL)[1]
    assert copyable.startswith("In 2011, the national hotline")
    assert "**answered <mark>19,427</mark> calls**" in copyable
    assert copyable.endswith("in the places where they live.")


def test_without_a_fix_the_statement_can_be_copied():
    text = page(replace(sample.NUMBER, fix=None))
    assert "The statement’s own words" in text
    assert text.count(f'<p class="copyable" dir="auto">{sample.STATEMENT_TEXT}</p>') == 1


def test_nothing_of_a_document_becomes_markup():
    evil = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&"
    subject = Subject("x", evil, None, (Span(0, 9),))
    bad = replace(
        sample.NUMBER, message=evil, claim=subject, statement=subject, source=subject, url="javascript:alert(1)"
    )
    text = page(bad, sources=(CitedSource(evil, evil, evil, url="javascript:alert(1)"),))
    read = Page(text)
    assert len(read.all("script")) == 1
    assert read.all("img") == []
    assert not [a for a in read.all("a") if a["href"].startswith("javascript")]


def test_only_the_pages_own_style_and_script_may_run():
    text = page(sample.NUMBER)
    policy = next(attrs["content"] for attrs in Page(text).all("meta") if "http-equiv" in attrs)
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert f"script-src '{html._hash(html._asset('report.js'))}'" in policy


def test_the_source_table_says_how_old_each_is_and_what_rests_on_it():
    text = re.sub(r"\s+", " ", page(sample.NUMBER, sources=sample.SOURCES))
    assert "<td>2012</td><td>14 years</td><td>2</td><td>references.md, line 5</td>" in text
    assert "<td>no date</td><td>unknown</td><td>0</td>" in text


def test_each_rule_that_found_something_is_explained_once():
    text = page(sample.NUMBER, replace(sample.NUMBER), sample.HEDGE)
    assert text.count("<strong>Why it matters:</strong>") == 2
    assert "<strong>What to do:</strong> Write the figure of the statement." in text


def test_a_clean_report_says_so():
    assert "Nothing to correct" in render(
        "html", replace(sample.EMPTY, receipt=replace(sample.EMPTY.receipt, unchecked=0))
    )


def test_without_the_template_engine_the_extra_is_named(monkeypatch):
    ordinary = builtins.__import__

    def without(name, *args, **kwargs):
        if name == "jinja2":
            raise ImportError(name)
        return ordinary(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    html._template.cache_clear()
    with pytest.raises(MissingExtraError, match=r"pip install 'dvht-lint\[report\]'"):
        page(sample.NUMBER)
