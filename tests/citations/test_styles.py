"""Every style of citation, for every kind of work: what is read, where it stands, and which renderings are of one work."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from dvht_lint.comparison.works.clustering import same_work
from dvht_lint.model import Source
from tests.citations.marked import cited
from tests.citations.styles import STYLES
from tests.citations.works import WORKS, Work

UNTOLD = {
    ("a book of two", "colon_record"): "two family names that are words, and no pages",
    ("a report whose title has a last word", "colon_record"): "a second sentence with capitals may be the publisher",
    ("a report whose title has a last word", "record"): "a second sentence may be the publisher",
    ("a report whose title has a last word", "title_and_link"): "a second sentence with capitals may be the publisher",
}
"""What the punctuation of a style does not tell: the renderings are read, but not to the letter."""


def written() -> list[tuple[str, str, str]]:
    """Name of the work, style and line, with titles in italics as Markdown marks them and without."""
    lines = [(name, style, write(work)) for name, work in WORKS.items() for style, write in STYLES.items()]
    plain = [(name, style, line.replace("*", "")) for name, style, line in lines]
    return sorted({item for item in (*lines, *plain) if item[2] and (item[0], item[1]) not in UNTOLD})


LINES = written()


def folded(text: Any) -> str:
    return re.sub(r"\W+", " ", str(text).casefold()).strip()


@pytest.mark.parametrize(("name", "style", "line"), LINES, ids=lambda value: value[:60])
def test_what_a_style_gives_is_read(name: str, style: str, line: str) -> None:
    work = WORKS[name]
    [source] = cited(line)
    assert source.parsed
    fields = source.fields
    assert folded(fields["title"]) == folded(work.title)
    if str(work.year) in line.replace(work.title, "").replace(work.url, ""):
        assert source.year == work.year
    assert first_author(source) in authors_given(work, style)
    container = folded(fields.get("container-title", ""))
    assert container in ({folded(work.container), folded(work.short_container)} if work.container else {""})
    for field, value in (("volume", work.volume), ("issue", work.issue), ("page", work.pages)):
        if work.container:
            assert fields.get(field, value) == value
    for field, value in (("number", work.number), ("DOI", work.doi), ("URL", work.url)):
        if value and value in line:
            assert fields[field] == value
    if work.place and work.place in line.replace(work.title, ""):
        assert fields["publisher-place"] == work.place


def first_author(source: Source) -> str:
    names = source.fields.get("author") or [{}]
    return str(names[0].get("family") or names[0].get("literal") or "")


def authors_given(work: Work, style: str) -> set[str]:
    """What may be the first author: the person's family name, the body in full or short."""
    if style in ("title_and_link", "title_and_venue"):
        return {"", work.body, work.acronym, work.publisher}
    if work.authors:
        return {work.authors[0][0]}
    return {work.body, work.acronym, f"{work.body} ({work.acronym})"}


@pytest.mark.parametrize(("name", "style", "line"), LINES, ids=lambda value: value[:60])
def test_people_are_people(name: str, style: str, line: str) -> None:
    [source] = cited(line)
    families = {author["family"] for author in source.fields.get("author", ()) if "family" in author}
    listed = {family for family, _ in WORKS[name].authors}
    assert families <= listed | {family.split()[-1] for family in listed}
    if listed and style not in ("title_and_link", "title_and_venue", "short_note"):
        assert families


@pytest.mark.parametrize("name", WORKS)
def test_every_field_stands_where_its_span_says(name: str) -> None:
    for line in (line for work, _, line in LINES if work == name):
        [source] = cited(line, start=100)
        for field, span in source.spans.items():
            value = source.fields[field]
            assert 100 <= span.start < span.end <= 100 + len(line)
            if isinstance(value, str) and field in ("title", "container-title", "volume", "page", "number", "DOI"):
                assert folded(value) == folded(line[span.start - 100 : span.end - 100])


@pytest.mark.parametrize("name", WORKS)
def test_all_renderings_of_a_work_are_of_one_work(name: str) -> None:
    found = [cited(line)[0] for work, _, line in LINES if work == name]
    for a, b in combinations(found, 2):
        assert same_work(a, b), f"{a.text}\n{b.text}"


@pytest.mark.parametrize("style", STYLES)
def test_no_two_works_are_one(style: str) -> None:
    found = [cited(line)[0] for _, written_in, line in LINES if written_in == style and "*" not in line]
    others = [cited(line)[0] for _, written_in, line in LINES if written_in == "apa7" and "*" not in line]
    for a in found:
        for b in others:
            assert same_work(a, b) == (folded(a.title) == folded(b.title)), f"{a.text}\n{b.text}"


def siblings() -> dict[str, tuple[Work, Work]]:
    """Pairs of works that are easily taken for one: the next year's report, another study by the same authors."""
    pairs: dict[str, tuple[Work, Work]] = {}
    for name, work in WORKS.items():
        other = replace(
            work, pages="900-912" if work.pages else "", doi="", url=work.url + "next" if work.url else "",
            number="NCJ 251150" if work.number else "",
        )  # fmt: skip
        dated = re.sub(r"\b20\d\d\b", lambda year: str(int(year[0]) + 1), work.title)
        if dated != work.title and work.body:
            pairs[f"{name}: the next year's"] = (work, replace(other, title=dated, year=work.year + 1))
        head, colon, _ = work.title.partition(": ")
        if colon:
            pairs[f"{name}: another subtitle"] = (work, replace(other, title=f"{head}: a review of rural counties"))
    return pairs


@pytest.mark.parametrize(("work", "other"), siblings().values(), ids=siblings())
def test_a_sibling_is_another_work(work: Work, other: Work) -> None:
    ours, theirs = ([cited(write(w))[0] for write in STYLES.values() if write(w)] for w in (work, other))
    for a in ours:
        for b in theirs:
            assert not same_work(a, b), f"{a.text}\n{b.text}"
