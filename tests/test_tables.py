from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dvht_lint.config import Config
from dvht_lint.model import Table
from dvht_lint.session import Session

CONFIG = replace(Config(root=Path()), as_of=date(2026, 11, 23))
PIPES = """\
| Region | Rise in rents | Filings |
|--------|---------------|---------|
| North  | 62%           | 1,204   |
| South  | 12%           |         |
"""
GRID = """\
+--------+---------------+---------+
| Region | Rise in rents | Filings |
+========+===============+=========+
| North  | 62%           | 1,204   |
+--------+---------------+---------+
| South  | 12%           |         |
+--------+---------------+---------+
"""
HTML = """\
<table><caption>Rents by region, 2019</caption>
<tr><th>Region</th><th>Rise in rents</th><th>Filings</th></tr>
<tr><td>North</td><td>62%</td><td>1,204</td></tr>
<tr><td>South</td><td>12%</td><td></td></tr></table>
<p>Source: court records.</p>
"""


def tables(text: str, name: str = "page.md") -> tuple[Table, ...]:
    session = Session(CONFIG)
    session.update(name, text.encode())
    return session.documents[name].tables


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{PIPES}\n: Rents by region, 2019. Source: court records. {{#tbl-rents}}\n", "page.md"),
        (f"Table: Rents by region, 2019\n\n{PIPES}\nSource: court records.\n", "page.qmd"),
        (f"Table 1. Rents by region, 2019\n\n{PIPES}\n*Source:* court records.\n", "page.md"),
        (f"{GRID}\n: Rents by region, 2019. Source: court records. {{#tbl-rents}}\n", "page.qmd"),
        (HTML, "page.html"),
        (f"Words.\n\n{HTML}\nWords.\n", "page.md"),
    ],
    ids=["colon", "table-colon", "label", "grid", "html", "html-in-markdown"],
)
def test_a_table_is_one_thing_with_caption_labels_and_source(text: str, name: str) -> None:
    (table,) = tables(text, name)
    assert table.caption is not None
    assert table.caption.plain == "Rents by region, 2019"
    assert table.source is not None
    assert "court records" in table.source.plain
    assert [cell.prose.plain for cell in table.header] == ["Region", "Rise in rents", "Filings"]
    values = [(row and row.plain, column and column.plain, cell.prose.plain) for cell, row, column in table.values()]
    assert values == [
        ("North", "Rise in rents", "62%"),
        ("North", "Filings", "1,204"),
        ("South", "Rise in rents", "12%"),
    ]


def test_a_cell_is_found_by_its_row_and_column_and_knows_its_labels() -> None:
    (table,) = tables(PIPES)
    cell = table.at(1, 2)
    assert cell is not None
    assert cell.prose.source(cell.prose.whole()).cut(PIPES) == "1,204"
    row, column = table.row_label(cell), table.column_label(cell)
    assert (row and row.plain, column and column.plain) == ("North", "Filings")
    assert table.at(2, 2) is None


def test_tables_one_after_the_other_are_two() -> None:
    first, second = tables(f"{PIPES}\n| A | B |\n|---|---|\n| x | 1 |\n")
    assert (len(first.rows), len(second.rows)) == (2, 1)
    assert first.source is second.source is None
