"""Works of the field, many of one agency or series: none is another, and each is itself in every style.

`field_works.txt` holds one APA line a work; the other styles are made from its fields.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dvht_lint.comparison.works.clustering import cluster
from dvht_lint.model import Source
from dvht_lint.text import Span
from tests.citations.marked import cited

LINES = (Path(__file__).parent / "field_works.txt").read_text(encoding="utf-8").splitlines()
REPORTS = [source for line in LINES for source in cited(line) if "container-title" not in source.fields]


def styles(source: Source) -> Iterator[tuple[str, str]]:
    """The work in other styles: name and line."""
    fields = source.fields
    title, year, place = source.title, source.year, fields.get("publisher-place", "")
    names = [n.get("literal") or f"{n['family']}, {n['given']}" for n in fields["author"]]
    direct = [n.get("literal") or f"{n['given']} {n['family']}" for n in fields["author"]]
    glued = [
        n.get("literal") or f"{n['family']} {n['given'].replace('. ', '').replace('.', '')}" for n in fields["author"]
    ]
    imprint = f"{place}: {fields.get('publisher') or direct[0]}"
    swapped = title.replace("&", "and") if "&" in title else title.replace(" and ", " & ")
    british = title.replace("Labor", "Labour").replace("Organiz", "Organis").replace("Center", "Centre")
    joined = names[0] if len(names) == 1 else f"{', '.join(names[:-1])}, & {names[-1]}"
    yield "plain", f"{joined} ({year}). {title}. {place}"
    yield "MLA", f"{', and '.join(direct)}. *{title}*. {imprint}, {year}."
    yield "Vancouver", f"{', '.join(glued)}. {title.capitalize()}. {imprint}; {year}."
    yield "Chicago", f"{', '.join(direct)}, *{title}* ({imprint}, {year}), 14."
    yield "agency", f"{direct[0]}, {title} ({year})"
    yield "ampersands", f"{joined}. ({year}). *{swapped}.* {place}"
    yield "British", f"{joined}. ({year}). *{british}.*"
    yield "web", f"{direct[0]}. “{title},” {year}. https://example.org/report"


def test_each_line_is_read() -> None:
    assert all(s.parsed and s.title and s.year and s.authors for line in LINES for s in cited(line))


def test_no_two_are_one_work() -> None:
    sources = [replace(s, span=Span(n, n + 1)) for n, line in enumerate(LINES) for s in cited(line)]
    assert [[s.text for s in work.sources] for work in cluster(sources) if len(work.sources) > 1] == []


@pytest.mark.parametrize("report", REPORTS, ids=lambda s: s.id)
def test_each_is_one_work_in_every_style_and_nothing_differs(report: Source) -> None:
    for name, line in styles(report):
        found = cited(line)
        assert len(found) == 1, name
        works = cluster([report, replace(found[0], span=Span(9000, 9001))])
        assert len(works) == 1, f"{name}: {line}"
        assert works[0].drifted == {}, f"{name}: {line}"
