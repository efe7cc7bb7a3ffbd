"""The same claim in two places."""

from __future__ import annotations

import pytest

from dvht_lint.comparison.figures.repeated import repeated_claims
from dvht_lint.model import Claim
from dvht_lint.quantities import read_quantities
from dvht_lint.text import Prose, Span

FIRST = "In 2014 the county hotline answered 12,408 calls from tenants."


def claims(*texts: str) -> list[Claim]:
    return [
        Claim(f"c{i}", Prose.verbatim(text), Span(0, len(text)), f"page-{i}.md", quantities=read_quantities(text))
        for i, text in enumerate(texts)
    ]


@pytest.mark.parametrize(
    "later",
    [
        "In 2014 the county hotline answered 12,480 calls from tenants.",
        "In 2014, 12,480 calls from tenants were answered by the county hotline.",
        "In 2014 the county hotline answered 13 million calls from tenants.",
    ],
)
def test_another_figure(later: str) -> None:
    (found,) = repeated_claims(claims(FIRST, "Beds are rare in the county in winter.", later))
    assert [c.id for c in found.claims] == ["c0", "c2"]
    (comparison,) = found.comparisons
    assert (comparison.left.id, comparison.right.id) == ("c2", "c0")
    (edit,) = comparison.edits
    assert "elsewhere it is" in edit.message


@pytest.mark.parametrize(
    "later",
    [
        FIRST,
        "In 2014 the county hotline answered 12408 calls from tenants.",
        "In 2014 the county hotline answered more than 12,000 calls from tenants.",
        "In 2015 the county hotline answered 13,020 calls from tenants.",
        "In 2014 the city shelter housed 310 families from other states.",
        "In 2014 the county hotline answered calls from tenants.",
    ],
)
def test_the_same_figure_another_period_or_another_claim(later: str) -> None:
    assert repeated_claims(claims(FIRST, later)) == ()


def test_each_later_place_is_compared_with_the_first() -> None:
    second, third = FIRST.replace("12,408", "12,480"), FIRST.replace("12,408", "14,208")
    (found,) = repeated_claims(claims(FIRST, second, third))
    assert [c.left.id for c in found.comparisons] == ["c1", "c2"]
