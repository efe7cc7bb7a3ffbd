"""Figures as statistical bulletins, surveys and press releases write them, each read whole."""

from __future__ import annotations

import pytest

from dvht_lint.quantities import describe, read_quantities

READINGS = [
    ("In FY2019-20, calls rose.", ['"FY2019-20": period [2019-01-01, 2020-12-31]']),
    ("In FY21, calls rose.", ['"FY21": period [2021-01-01, 2021-12-31]']),
    ("In H1 2020, calls rose.", ['"H1 2020": period [2020-01-01, 2020-06-30]']),
    ("In the first half of 2020, calls rose.", ['"first half of 2020": period [2020-01-01, 2020-06-30]']),
    ("In 2021 Q3, calls rose.", ['"2021 Q3": period [2021-07-01, 2021-09-30]']),
    ("in the first nine months of 2021", ['"first nine months of 2021": period [2021-01-01, 2021-09-30]']),
    ("in the year ending March 2020", ['"year ending March 2020": period [2019-04-01, 2020-03-31]']),
    ("in the 12 months to September 2020", ['"12 months to September 2020": period [2019-10-01, 2020-09-30]']),
    ("the three-month period ending 30 June 2021", ['"three-month period ending 30 June 2021": period [2021-04-01, 2021-06-30]']),
    ("last seen in 3/1987", ['"3/1987": period [1987-03-01, 1987-03-31]']),
    ("in force on 15.2.1998", ['"15.2.1998": date 1998-02-15']),
    ("over the past decade", ['"past decade": duration 315,569,520 decade']),
    ("in the last 12 months", ['"last 12 months": duration 31,556,952 month']),
    ("the last week of the course", []),
    ("the last two victims of the fire", ['"two": number 2 victim']),
    ("Under-18s were a third of victims.", ['"18s": age [0, 18) year, less-than', '"a third": ratio 33.333333 % of victims']),
    ("the under-fives", ['"fives": age [0, 5) year, less-than']),
    ("women in their 20s", ['"20s": age [20, 29] year']),
    ("She was in her early thirties.", ['"early thirties": age [30, 33] year']),
    ("Girls under 18 account for most.", ['"18": age [0, 18) year, less-than']),
    ("children under the age of five", ['"five": age [0, 5) year, less-than']),
    ("Some 1.3m people left.", ['"1.3m": number [1,235,000, 1,365,000] person, about']),
    ("The wall was 3m tall.", ['"3m": measure 3 m']),
    ("It gave US$1.2m to 14 shelters.", ['"US$1.2m": money 1,200,000 USD', '"14": number 14 shelter']),
    ("a fine of three million pounds", ['"three million pounds": money 3,000,000 GBP']),
    ("three pounds of meat", ['"three pounds": measure 1.360777 lb']),
    ("a quarter of a million children", ['"a quarter of a million": number 250,000 child']),
    ("half a million women", ['"half a million": number 500,000 woman']),
    ("A third fewer women came.", ['"A third": ratio 33.333333 %']),
    ("One person in every 24 was hurt.", ['"One person in every 24": ratio 4.166667 %']),
    ("Women were half as likely to answer.", ['"half": multiple 0.5 time']),
    ("Calls rose by a factor of four.", ['"four": multiple 4 time']),
    ("Hundreds of thousands of women fled.", ['"Hundreds of thousands of": number [100,000, ∞] woman, at-least']),
    ("Dozens of shelters closed.", ['"Dozens of": number [12, ∞] shelter, at-least']),
    ("The odds were higher (OR=2.31, p=0.03).", ['"2.31": number 2.31', '"0.03": number 0.03']),
    ("a survey (n=1,204)", ['"1,204": number 1,204']),
    ("a sample of N=12,500 women", ['"12,500": number 12,500 woman']),
    ("Every day, 137 women are killed.", ['"137": number 137 woman per d']),
    ("They work 16 hours a day or more.", ['"16 hours": duration [57,600, ∞] h per d, at-least']),
    ("up by 100 basis points", ['"100 basis points": points 1 percentage point']),
    ("in three quarters of a percent of cases", ['"three quarters of a percent": percent 0.75 % of cases']),
    ("at half past six in the evening", ['"half past six in the evening": time 18:30:00']),
    ("Exactly a hundred percent of them", ['"a hundred percent": percent 100 %']),
]  # fmt: skip


@pytest.mark.parametrize(("text", "readings"), READINGS, ids=lambda value: value if isinstance(value, str) else "")
def test_figures_are_read_whole(text: str, readings: list[str]) -> None:
    assert [describe(q) for q in read_quantities(text)] == readings
