"""Two notations of one quantity are the same set of values."""

from __future__ import annotations

import math

import pytest

from dvht_lint.quantities import read_quantities

PAIRS = (
    ("The chip runs at 400 mhz.", "The chip runs at 0.4 GHz."),
    ("It counted 2·6 million grains.", "It counted 2.6 million grains."),
    ("It counted 3 milliard grains.", "It counted 3 billion grains."),
    ("It counted 2.6 mio grains.", "It counted 2.6 million grains."),
    (">=70 % of boats passed.", "At least 70% of boats passed."),
    ("<=5% of boats failed.", "At most 5% of boats failed."),
    ("The jar held 7x10^5 spores.", "The jar held 700,000 spores."),
    ("The jar held 7 × 10⁵ spores.", "The jar held 0.7 million spores."),
    ("The film is 3 × 10⁻³ m thick.", "The film is 3 mm thick."),
    ("The jar held 10^5 spores.", "The jar held 100,000 spores."),
    ("It shut on 9-Mar-2016.", "It shut on 9 March 2016."),
    ("It shut on Mar-09-2016.", "It shut on March 9, 2016."),
    ("Losses were 10, 20 and 30%.", "Losses were 10%, 20% and 30%."),
    ("Losses were 10, 20, and 30 per cent.", "Losses were 10%, 20%, and 30%."),
    ("Losses of 10 and 20% were seen.", "Losses of 10% and 20% were seen."),
    ("Patients in cohort 1 slept.", "Patients in Cohort 1 slept."),
    ("Patients in arm 1 slept.", "Patients in Arm 1 slept."),
)


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_same_sets(one: str, other: str) -> None:
    ours, theirs = read_quantities(one), read_quantities(other)
    assert [(q.kind, q.dimension, q.qualifier) for q in ours] == [(q.kind, q.dimension, q.qualifier) for q in theirs]
    for q, r in zip(ours, theirs, strict=True):
        assert math.isclose(q.low, r.low)
        assert math.isclose(q.high, r.high)


def test_a_count_beside_a_share_keeps_its_noun() -> None:
    assert [q.unit for q in read_quantities("It helped 40 farms and 30% of mills.")] == ["farm", "%"]


def test_a_raised_digit_after_a_bare_ten_may_be_the_mark_of_a_note() -> None:
    assert [q.low for q in read_quantities("The ferry carried 10² people.")] == [10]
