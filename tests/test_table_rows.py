from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dvht_lint.config import Config
from dvht_lint.diagnostic import Severity
from dvht_lint.session import Session

CONFIG = replace(Config(root=Path()), as_of=date(2026, 11, 23))
REFERENCES = """
## References

- On one day in September 2015, programs served 71,828 victims. On the same day, 12,197 requests could not be met.

Source: Example Network. (2016). *Census of services*, p. 3. Washington, DC: Example Network.
"""
HEAD = "| | victims served | requests that could not be met |\n|---|---|---|\n"


def check(text: str, name: str = "page.md") -> Session:
    session = Session(CONFIG)
    session.update(name, text.encode())
    return session


def found(session: Session) -> list[tuple[str, str]]:
    diagnostics = [d for d in session.diagnostics() if d.severity is not Severity.INFO]
    return [(d.code, d.span.cut(session.text(d.path).text)) for d in diagnostics]


def test_a_row_that_restates_its_statement_is_clean() -> None:
    assert found(check(f"{HEAD}| one day in September 2015 | 71,828 | 12,197 |\n{REFERENCES}")) == []


def test_a_wrong_figure_is_one_finding_at_its_cell() -> None:
    text = f"{HEAD}| one day in September 2015 | 71,828 | 12,917 |\n{REFERENCES}"
    assert found(check(text)) == [("DV501", "12,917")]


def test_a_row_reads_as_a_sentence_with_the_nouns_of_its_headers() -> None:
    session = check(f"{HEAD}| one day in September 2015 | 71,828 | 12,197 |\n")
    (claim,) = session.documents["page.md"].claims
    assert claim.prose.plain == (
        "one day in September 2015, 71,828 victims served; 12,197 requests that could not be met"
    )
    assert [q.unit for q in claim.quantities if q.is_statistic][-2:] == ["victim", "request"]


@pytest.mark.parametrize(
    ("table", "prose"),
    [
        ("| Year | Calls |\n|---|---|\n| 2019 | 1,204 |\n", "in 2019, 1,204 calls"),
        ("| | 2019 | 2020 |\n|---|---|---|\n| Calls | 1,204 | 1,310 |\n", "1,204 calls in 2019; 1,310 calls in 2020"),
        ("| Group | % of women |\n|---|---|\n| All | 35.6 |\n", "All, 35.6% of women"),
        ("| Group | Number of texts |\n|---|---|\n| All | 777 |\n", "All, 777 texts"),
    ],
)
def test_headers_are_put_where_english_has_them(table: str, prose: str) -> None:
    (claim,) = check(table).documents["page.md"].claims
    assert claim.prose.plain == prose


def test_a_share_whose_sign_stands_in_the_header_is_reported_at_its_cell() -> None:
    text = (
        "| Group | Abused (%) |\n|---|---|\n| All women | 35.6 |\n\n## References\n\n- 36.5% of all women were abused.\n\n"
        "Source: Example Network. (2016). *Census of services*, p. 3. Washington, DC: Example Network.\n"
    )
    assert found(check(text)) == [("DV501", "35.6")]


def test_a_sign_in_the_header_of_a_row_goes_with_its_values_and_no_fix_repeats_it() -> None:
    text = (
        "| | Women | Men |\n|---|---|---|\n| Stalked by an intimate partner (%) | 35.6 | 25.8 |\n\n## References\n\n"
        "- About 35.6% of women and 28.5% of men have been stalked by an intimate partner.\n\n"
        "Source: Example Network. (2016). *Census of services*, p. 3. Washington, DC: Example Network.\n"
    )
    session = check(text)
    assert found(session) == [("DV501", "25.8")]
    assert all(d.fix is None for d in session.diagnostics() if d.code == "DV501")


def test_yearly_rows_find_the_statement_of_their_year() -> None:
    text = (
        "| Year | Calls answered |\n|---|---|\n| 2019 | 1,204 |\n| 2020 | 1,301 |\n\n## References\n\n"
        "- In 2019, the network answered 1,204 calls.\n- In 2020, the network answered 1,310 calls.\n\n"
        "Source: Example Network. (2021). *Census of services*, p. 3. Washington, DC: Example Network.\n"
    )
    assert found(check(text)) == [("DV501", "1,301")]


def test_a_table_that_nothing_backs_is_the_page_s_own_data() -> None:
    text = "The calls.[^1]\n\n| Year | Calls | Texts |\n|---|---|---|\n| 2019 | 1,204 | 777 |\n| 2020 | 1,310 | 812 |\n\n[^1]: County Office. (2021). *Calls*, p. 3. Springfield: County.\n"
    assert found(check(text)) == []


def test_the_cells_of_a_row_are_parts_of_no_sum() -> None:
    table = "| | White | Black | Other |\n|---|---|---|---|\n| Fell behind on rent | 41% | 52% | 47% |\n| Evicted | 12% | 61% | 33% |\n"
    assert found(check(table)) == []


def test_a_sentence_in_a_cell_is_held_against_its_statement_and_needs_none() -> None:
    table = (
        "| Point | Answer |\n|---|---|\n| Shelter | Nearly 40% of all renters were behind in the spring of 2020. |\n"
        "| Need | On one day in September 2015, programs served 71,282 victims. |\n"
    )
    assert found(check(f"{table}{REFERENCES}")) == [("DV501", "71,282")]


@pytest.mark.parametrize(
    "row", ["| Hope House | 12 Main Street |", "| Hope House | Mondays |", "| Hotline | 1-800-799-7233 |"]
)
def test_a_row_without_a_statistic_is_no_claim_of_the_table(row: str) -> None:
    session = check(f"| Who | Where |\n|---|---|\n{row}\n")
    assert not [c for c in session.documents["page.md"].claims if c.tabular]


def test_a_table_of_a_web_page_without_headers_takes_its_nouns_from_the_first_column() -> None:
    session = check("<table><tr><td>Calls<td>1,204</tr></table>", "page.html")
    (claim,) = session.documents["page.html"].claims
    assert claim.prose.plain == "1,204 calls"


CALLS = """\
Table 1. Calls to the hotline, {years}

| Year | Calls answered | Texts answered |
|------|----------------|----------------|
| {first} | 5,203 | 980 |
| 2018 | 5,960 | 1,204 |

{caption}

| County | Physical violence (%) |
|--------|-----------------------|
| Meadow | 31 |

## References

- In 2017 the hotline answered 5,203 calls and 980 texts.

  Source: State Coalition. (2020). *Report on services*. Springfield: Author, p. 1.

- In 2018 the hotline answered 5,960 calls and 1,204 texts.

  Source: State Coalition. (2020). *Report on services*. Springfield: Author, p. 1.

- In 2019, 31% of women in Meadow County experienced physical violence by a partner.

  Source: State Coalition. (2020). *Report on services*. Springfield: Author, p. 2.
"""


def captioned(*, years: str = "2017–2018", first: str = "2017", caption: str = "Violence against women, 2019") -> str:
    return CALLS.format(years=years, first=first, caption=caption)


def test_a_caption_is_no_claim_and_its_years_hold_those_of_the_rows() -> None:
    session = check(captioned())
    assert found(session) == []
    assert [c.prose.plain.split(",")[0] for c in session.documents["page.md"].claims] == [
        "in 2017",
        "in 2018",
        "Meadow",
    ]


@pytest.mark.parametrize(
    "caption",
    ["Table 2. Violence against women, 2017", "Violence against women, 2017", "### Violence against women, 2017"],
)
def test_another_year_in_the_caption_is_told_once_where_the_rows_have_none(caption: str) -> None:
    assert found(check(captioned(caption=caption))) == [("DV506", "2017")]


def test_another_year_of_a_row_is_told_at_the_row() -> None:
    assert found(check(captioned(first="2016"))) == [("DV506", "2016")]


def test_a_caption_inside_the_table_is_its_caption() -> None:
    page = (
        "<table><caption>Calls to the hotline, 2016</caption><tr><th></th><th>Calls</th></tr>"
        "<tr><td>Meadow County</td><td>5,203</td></tr></table><h2>References</h2><ul>"
        "<li>In 2017 the hotline of Meadow County answered 5,203 calls.<br>"
        "Source: State Coalition. (2020). <i>Report on services</i>. Springfield: Author, p. 2.</li></ul>"
    )
    assert found(check(page, "page.html")) == [("DV506", "2016")]


def test_a_sentence_above_a_table_stays_a_claim() -> None:
    for sentence in ("Calls have risen every year.", "Table 1 counts 1,204 women who had to leave"):
        session = check(f"{sentence}\n\n| Year | Calls |\n|---|---|\n| 2019 | 1,204 |\n")
        assert sentence in [claim.prose.plain for claim in session.documents["page.md"].claims]
