"""The stem of a list: compared with what its bullets rest on, told once, at the stem."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dvht_lint.config import Config
from dvht_lint.diagnostic import Diagnostic
from dvht_lint.session import Session

CONFIG = replace(Config(root=Path()), as_of=date(2026, 11, 23))

SHEET = """\
# Help in our county

In 2019 the hotline:

- answered 6,418 calls
- referred 512 people to shelter
- trained 84 volunteers

Of women in Meadow County who sought help:

- 40% had called the police
- one in five had moved house

Between 2010 and 2019:

- Calls to the hotline rose by half.
- Beds in shelters fell by 12%.

**Across the United States:**

- One in four women has been hurt by a partner.

According to the Health Department:

- 61% of survivors had seen a nurse

## References

"""
STATEMENTS = (
    ("In 2019 the hotline answered 6,418 calls.", "Hotline"),
    ("In 2019 the hotline referred 512 people to shelter.", "Hotline"),
    ("In 2019 the hotline trained 84 volunteers.", "Hotline"),
    ("Of women in Meadow County who sought help, 40% had called the police.", "County Office"),
    ("Of women in Meadow County who sought help, one in five had moved house.", "County Office"),
    ("Calls to the hotline rose by half between 2010 and 2019.", "Hotline"),
    ("Beds in shelters fell by 12% from 2010 to 2019.", "County Office"),
    ("One in four women in the United States has been hurt by a partner.", "Health Department"),
    ("Of survivors, 61% had seen a nurse.", "Health Department"),
)
REFERENCES = "\n".join(
    f"- {text}\n\n  Source: {who}. (2020). *Report {number}*. Springfield: Author, p. 3.\n"
    for number, (text, who) in enumerate(STATEMENTS, 1)
)


def diagnostics(text: str) -> list[Diagnostic]:
    session = Session(CONFIG)
    session.update("sheet.md", text.encode())
    return [d for d in session.diagnostics() if d.code.startswith(("DV1", "DV4", "DV5"))]


def test_a_true_stem_is_silent() -> None:
    assert diagnostics(SHEET + REFERENCES) == []


@pytest.mark.parametrize(
    ("true", "drifted", "code"),
    [
        ("In 2019 the hotline:", "In 2018 the hotline:", "DV506"),
        ("women in Meadow County who", "women in Ridge County who", "DV407"),
        ("Of women in Meadow", "Of men in Meadow", "DV406"),
        ("Between 2010 and 2019:", "Between 2011 and 2019:", "DV506"),
        ("Across the United States:", "Across Canada:", "DV406"),
        ("According to the Health Department:", "According to the World Bank:", "DV408"),
    ],
)
def test_a_drift_in_the_stem_is_one_finding_at_the_stem(true: str, drifted: str, code: str) -> None:
    (found,) = diagnostics(SHEET.replace(true, drifted) + REFERENCES)
    lines = SHEET.replace(true, drifted).splitlines()
    assert found.code == code
    assert drifted.rstrip(":") in lines[found.region.start.line - 1]
    assert found.claim is not None


def test_a_drift_in_a_bullet_stays_at_the_bullet() -> None:
    (found,) = diagnostics(SHEET.replace("512", "521") + REFERENCES)
    assert (found.code, found.region.start.line) == ("DV501", 6)


def test_a_heading_like_stem_that_says_nothing_of_its_bullets_is_silent() -> None:
    for stem in (
        "Key findings of the 2021 survey:",
        "What the hotline did:",
        "Since 2015 our county has seen how much help is asked for:",
    ):
        assert diagnostics(SHEET.replace("In 2019 the hotline:", stem) + REFERENCES) == []


LISTS = """\
In {public} the hotline:

- answered 6,418 calls
- trained 84 volunteers

## References

In 2018 the hotline:

- answered 5,960 calls

  Source: Hotline. (2019). *Report 2018*. Springfield: Author, p. 2.

- trained 84 volunteers

  Source: Hotline. (2019). *Report 2018*. Springfield: Author, p. 3.

In 2019 the hotline:

- answered 6,418 calls

  Source: Hotline. (2020). *Report 2019*. Springfield: Author, p. 2.

- trained 84 volunteers

  Source: Hotline. (2020). *Report 2019*. Springfield: Author, p. 3.
"""


def stems_of_pairs(text: str) -> list[str]:
    session = Session(CONFIG)
    session.update("sheet.md", text.encode())
    document = session.documents["sheet.md"]
    pairs = [session.pair(document, position) for position in range(len(document.claims))]
    return [pair.statement.stem.plain if pair and pair.statement.stem else "" for pair in pairs]


def test_stems_on_both_sides_say_which_list_is_meant() -> None:
    assert stems_of_pairs(LISTS.format(public=2019)) == ["In 2019 the hotline"] * 2
    assert stems_of_pairs(LISTS.format(public=2018))[1] == "In 2018 the hotline"


def test_a_stem_on_the_other_side_is_compared_too() -> None:
    (found,) = [d for d in diagnostics(LISTS.format(public=2017)) if d.code != "DV201"]
    assert (found.code, found.region.start.line) == ("DV506", 1)


def test_a_whole_sentence_may_restate_a_bullet_and_its_stem() -> None:
    sentence = "In 2019 the hotline answered 6,418 calls.\n\n" + LISTS[LISTS.index("## References") :]
    silent = {"DV413"}
    assert {d.code for d in diagnostics(sentence)} == silent
    drifted = diagnostics(sentence.replace("In 2019 the", "In 2016 the", 1))
    assert [d.code for d in drifted if d.code not in silent] == ["DV506"]


SURVEY = """\
1. Among women in Meadow County{hedge}:
   1. 40% had called the police
   2. one in five had moved house

## References

- Among women in Meadow County, an estimated 40% had called the police.

  Source: County Office. (2020). *Survey of women*. Springfield: Author, p. 4.

- Among women in Meadow County, one in five had moved house.

  Source: County Office. (2020). *Survey of women*. Springfield: Author, p. 5.
"""


def test_what_the_stem_says_is_not_left_out_by_the_bullet() -> None:
    found = diagnostics(SURVEY.format(hedge=""))
    assert [(d.code, d.region.start.line) for d in found] == [("DV503", 2)]
    assert diagnostics(SURVEY.format(hedge="").replace("an estimated ", "")) == []


def test_a_condition_that_neither_gives_is_left_out() -> None:
    text = (
        SURVEY.format(hedge="")
        .replace("an estimated ", "")
        .replace("1. Among women in Meadow County:", "1. What we heard:")
    )
    assert {d.code for d in diagnostics(text)} == {"DV411"}


PAGES = {
    "a.md": (
        SHEET,
        SHEET.replace("In 2019 the", "In 2018 the"),
        SHEET.replace("Meadow", "Ridge"),
        LISTS.format(public=2017),
    ),
    "references.md": (REFERENCES, REFERENCES.replace("In 2019", "In 2018", 1), LISTS[LISTS.index("In 2018 the") :], ""),
}


@given(
    st.lists(st.sampled_from([(path, text) for path, texts in PAGES.items() for text in texts]), min_size=1, max_size=6)
)
@settings(max_examples=30)
def test_any_series_of_updates_ends_where_a_fresh_run_does(updates: list[tuple[str, str]]) -> None:
    session, last = Session(CONFIG), {}
    for path, text in updates:
        session.update(path, text.encode())
        session.diagnostics()
        last[path] = text
    fresh = Session(CONFIG)
    for path, text in last.items():
        fresh.update(path, text.encode())
    assert session.diagnostics() == fresh.diagnostics()
