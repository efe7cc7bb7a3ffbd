"""Citations by author and date, as sentences and brackets give them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvht_lint.citations.authordates import read_author_dates

FORMS = {
    "(Doe, 2011)": ["Doe 2011"],
    "(see Doe 2011, p. 4; Roe & Poe 2012a, b)": ["Doe 2011", "Roe & Poe 2012a", "Roe & Poe 2012b"],
    "(e.g., Doe, 2011, 2013; 2014)": ["Doe 2011", "Doe 2013", "Doe 2014"],
    "Although Doe, Roe, and van der Poe (2012) say": ["Although Doe, Roe, and van der Poe 2012"],
    "Doe's (2011) count": ["Doe 2011"],
    "J. Doe et al. (2011: 45)": ["J. Doe et al. 2011"],
    "(Doe and colleagues, 1899/2010)": ["Doe and colleagues 2010"],
    "(WHO [World Health Organization], March 2020)": ["WHO 2020"],
    "(Figure 2, 2020) (n = 30, 2020) (2019) (in press) (2011–2013)": [],
    "Doe (1950–2011) and (Doe, 2011–2013)": [],
    "Brown v. Board (1954)": [],
}


@pytest.mark.parametrize("text", FORMS)
def test_forms(text: str) -> None:
    """Each work that a text names, with its year and suffix."""
    found = [f"{cited.written} {cited.years[-1]}{cited.suffix}" for cited in read_author_dates(text)]
    assert found == FORMS[text]


@given(st.text(alphabet="Doe RP,;&().'ab 2019v\n", max_size=80))
def test_any_text_is_read_within_its_bounds(text: str) -> None:
    """No text is too odd, and every place lies in it and holds the year."""
    for cited in read_author_dates(text):
        assert 0 <= cited.span.start < cited.span.end <= len(text)
        assert cited.names
