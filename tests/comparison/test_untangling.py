"""Citations cut up in the wrong places: the end of the authors before the title, the imprint behind it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvht_lint.comparison.works.clustering import same_work
from dvht_lint.comparison.works.untangling import Title, person_names, untangled, year_within
from dvht_lint.model import Source
from dvht_lint.text import Span


def entry(authors: list[str], title: str, container: str = "", year: int | None = None) -> Source:
    fields = {"author": [{"literal": a} for a in authors], "title": title, "container-title": container, "issued": year}
    return Source("x", "list.yaml", Span(0, 0), "", {k: v for k, v in fields.items() if v}, explicit_id=True)


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Roe (1996). Learning to ask for help", Title("Learning to ask for help", "Roe", 1996)),
        ("M. K. Roe, A comparison of two shelters", Title("A comparison of two shelters", "M. K. Roe")),
        ("[1991] On counting the missing", Title("On counting the missing", "", 1991)),
        ("Counting the missing. In Doe, editor", Title("Counting the missing")),
        ("Counting the missing twice, unpublished manuscript", Title("Counting the missing twice")),
        ("1984 and after: a study of informers", Title("1984 and after: a study of informers")),
        ("Annual Report 2011. Awareness and engagement", Title("Annual Report 2011. Awareness and engagement")),
        ("In plain sight: trafficking at truck stops", Title("In plain sight: trafficking at truck stops")),
    ],
)
def test_a_title_is_found_between_what_stands_around_it(title: str, found: Title) -> None:
    assert untangled(title) == found


@given(st.text(max_size=80))
def test_what_is_left_of_a_title_stands_in_it(title: str) -> None:
    assert untangled(title).title in title


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A. Roe; B. Doe; and C. Poe", ("A. Roe", "B. Doe", "C. Poe")),
        ("and Jane Q. Roe", ("Jane Q. Roe",)),
        ("Jane Q. Roe Jr.", ("Jane Q. Roe",)),
        ("m. k.", ()),
        ("Centers for Disease Control and Prevention", ("Centers for Disease Control and Prevention",)),
        ("U.S. Department of Health and Human Services", ("U.S. Department of Health and Human Services",)),
    ],
)
def test_names_of_one_string(text: str, names: tuple[str, ...]) -> None:
    assert person_names(text) == names


@pytest.mark.parametrize(
    ("container", "year"), [("Proceedings of AAAI-1993", 1993), ("in COLT '94", 1994), ("Lancet 359", 0), ("", 0)]
)
def test_the_year_in_the_name_of_a_meeting(container: str, year: int) -> None:
    assert year_within(container) == year


SAME = {
    "the last author stands before the title": (
        entry(["Roe", "A.", "Doe", "B."], "Poe (1996). Learning to ask for help in rural counties", "In Proc. of the 13th Intl. Conf. on Social Work"),
        entry(["A. Roe", "B. Doe", "and C. Poe"], "Learning to ask for help in rural counties", "Proceedings of the Thirteenth International Conference on Social Work", 1996),
    ),
    "number, kind and frequency of a meeting": (
        entry(["A. Roe", "B. Doe"], "Homes for the homeless", "4th annu. workshop on housing policy", 1991),
        entry(["Roe", "A.", "and B. Doe"], "Homes for the homeless", "Proceedings of the Fourth ACM Symposium on Housing Policy", 1991),
    ),
    "not yet published": (
        entry(["A. Roe", "B. Doe"], "Horn tones and sleep in night shelters", "to appear", 1994),
        entry(["Roe, A.", "Doe, B."], "Horn tones and sleep in night shelters", "Sleep Research", 1995),
    ),
    "a footnote's number between the words": (
        entry(["A. Roe"], "Weakly 8 funded and strongly needed: a study of rural night shelters", "Housing Letters", 1994),
        entry(["A. Roe"], "Weakly funded and strongly needed: a study of rural night shelters", "Housing Letters", 1994),
    ),
}  # fmt: skip
OTHER = {
    "the paper of a meeting and the article years later": (
        entry(["A. Roe", "B. Doe"], "Bounds on the cost of rural shelters", "Proceedings of the Workshop on Housing", 1991),
        entry(["A. Roe", "B. Doe"], "Bounds on the cost of rural shelters", "Journal of Housing", 1994),
    ),
    "two reports of a row": (
        entry(["Department of Health"], "Stalking: findings from the second survey", "", 2014),
        entry(["Department of Health"], "Stalking: findings from the third survey", "", 2014),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SAME)
def test_one_work(name: str) -> None:
    assert same_work(*SAME[name])


@pytest.mark.parametrize("name", OTHER)
def test_two_works(name: str) -> None:
    assert not same_work(*OTHER[name])
