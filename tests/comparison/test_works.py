"""One work or two, on citations as agencies and journals write them."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvht_lint.comparison.works.clustering import cluster, same_work, with_dependents
from dvht_lint.comparison.works.venues import venues_agree
from dvht_lint.model import Citation, CitationKind, Document, Source, Statement, Work
from dvht_lint.text import Prose, SourceText, Span
from tests.citations.marked import cited


def works(*lines: str) -> tuple[Work, ...]:
    """The works behind some citations, each on a line of its own."""
    sources = [replace(s, span=Span(n * 1000, n * 1000 + 1)) for n, line in enumerate(lines) for s in cited(line)]
    return cluster(sources)


def source(line: str) -> Source:
    [found] = cited(line)
    return found


HANDBOOK = "Florida Coalition Against Domestic Violence. (2004). *Domestic & Sexual Assault Advocate Handbook.* Tallahassee, FL."

SAME = {
    "spelling": (
        "International Labour Organization. (2017). *Global Estimates of Modern Slavery.* Geneva.",
        "International Labor Organization (2017). Global estimates of modern slavery. Geneva, Switzerland.",
    ),
    "initials": (
        "Campbell, Jacquelyn C. “Health Consequences of Partner Violence.” *The Lancet* 359 (2002): 1331–36.",
        "Campbell JC. Health consequences of partner violence. Lancet. 2002;359(9314):1331-6.",
    ),
    "ampersand": (
        "Asian & Pacific Islander Institute. (2002). *Health Issues & Trafficked Individuals.* San Francisco, CA.",
        "The Asian and Pacific Islander Institute. (2002). Health issues and trafficked individuals. San Francisco.",
    ),
    "short form of the body": (
        "UNODC. (2012). *Global Report on Trafficking in Persons 2012.* Vienna.",
        "United Nations Office on Drugs and Crime. (2012). Global Report on Trafficking in Persons 2012. Vienna, Austria.",
    ),
    "parent body": (
        "U.S. Department of Justice, Office for Victims of Crime. (2019). *Services for Survivors of Labor Trafficking.*",
        "Office for Victims of Crime. (2019). *Services for survivors of labor trafficking.* Washington, DC.",
    ),
    "abbreviated journal": (
        "Farley, M. (2004). Bad for the body, bad for the heart. *Violence Against Women, 10*(10), 1087–1125.",
        "Farley M. Bad for the body, bad for the heart. Violence Against Wom. 2004;10(10):1087-125.",
    ),
    "subtitle left out, and a slip of the pen": (
        "Dabby, F. C. (2013). *Trafficking Considerations and Shelters: Recommendations for Programs.* San Francisco, CA: Institute on Violence.",
        "Dabby, F. C. (2013). *Traficking considerations and shelters.* San Francisco, CA: Institute on Violence.",
    ),
    "year in the title alone, publisher and parent": (
        "Bureau of Justice Statistics. *Homicide in Rural Counties, 2016.* Office of Justice Programs.",
        "BJS. (2018). *Homicide in rural counties, 2016.* Washington, DC: US Department of Justice.",
    ),
    "subtitle left out": (
        "Dabby, F. C. (2013). *Trafficking Considerations: Recommendations for Programs.* San Francisco, CA: Institute on Violence.",
        "Dabby, F. C. (2013). *Trafficking considerations.* San Francisco, CA: Institute on Violence.",
    ),
    "fewer authors": (
        "Black, M. C., Basile, K. C., & Breiding, M. J. (2011). *Partner and sexual violence: 2010 summary.* Atlanta, GA: CDC.",
        "Black, M. C., et al. (2011). Partner and sexual violence: 2010 summary. Atlanta: Centers for Disease Control and Prevention.",
    ),
    "another year": (HANDBOOK, HANDBOOK.replace("2004", "2014")),
    "another place": (HANDBOOK, HANDBOOK.replace("Tallahassee", "Miami")),
    "another word of the title": (
        "Hope House. (2009). *Health Issues Affecting Trafficked Individuals.* Denver, CO.",
        "Hope House. (2009). *Health Issues Affecting Trafficked Women.* Denver, CO.",
    ),
    "another author of a telling title": (
        "Hope House. (2009). *Beds, Bars and Borders: Shelter After Trafficking.* Denver, CO.",
        "Harbor House. (2009). *Beds, Bars and Borders: Shelter After Trafficking.* Denver, CO.",
    ),
    "one DOI": (
        "Reid, J. (2016). Entrapment and enmeshment. *Violence, 31*(3), 491. https://doi.org/10.1177/0886260514555131",
        "Reid, Joan. (2014). Entrapment and Enmeshment Schemes. https://doi.org/10.1177/0886260514555131",
    ),
}

OTHER = {
    "yearly report by its number": (
        "Polaris Project. (2012). *Annual Report 2011.* Washington, DC.",
        "Polaris Project. (2013). *Annual Report 2012.* Washington, DC.",
    ),
    "yearly report by its date": (
        "U.S. Department of State. (2012). *Trafficking in Persons Report.* Washington, DC.",
        "U.S. Department of State. (2013). *Trafficking in Persons Report.* Washington, DC.",
    ),
    "edition": (
        "Herman, J. (1992). *Trauma and recovery after violence* (1st ed.). New York: Basic Books.",
        "Herman, J. (1997). *Trauma and recovery after violence* (2nd ed.). New York: Basic Books.",
    ),
    "volume": (
        "Shelter Network. (2010). *Counting those who came, volume 1.* Boise, ID.",
        "Shelter Network. (2010). *Counting those who came, volume 2.* Boise, ID.",
    ),
    "conference paper and journal article": (
        "Lee, A. (2012). Finding hidden victims in calls. *Proceedings of the Conference on Data for Good*, 12–19.",
        "Lee, A. (2014). Finding hidden victims in calls. *Journal of Data for Good, 3*(1), 112–140.",
    ),
    "another state": (
        "Center for Policy. (2015). *Services for Victims of Trafficking in the State of Florida.* Tampa, FL.",
        "Center for Policy. (2015). *Services for Victims of Trafficking in the State of Georgia.* Tampa, FL.",
    ),
    "one word of a short title": (
        "Hope House. (2019). *Sex Trafficking Fact Sheet.* Denver, CO.",
        "Hope House. (2019). *Labor Trafficking Fact Sheet.* Denver, CO.",
    ),
    "reply": (
        "Weitzer, R. (2005). Flawed theory and method in studies of prostitution. *Violence Against Women, 11*(7), 934–949.",
        "Weitzer, R. (2005). Rehashing tired claims: Comment on flawed theory and method in studies of prostitution. *Violence Against Women, 11*(7), 971–977.",
    ),
    "another body, short title": (
        "Hope House. (2012). *Annual Report.* Denver, CO.",
        "Harbor House. (2012). *Annual Report.* Denver, CO.",
    ),
    "two pages of one site": (
        "[CDC](https://www.cdc.gov/a.html)",
        "[CDC](https://www.cdc.gov/b.html)",
    ),
    "one author, two works of a year": (
        "Raphael, J. (2004a). *Listening to Olivia.* Boston, MA: Northeastern University Press.",
        "Raphael, J. (2004b). *Saving Bernice.* Boston, MA: Northeastern University Press.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("pair", SAME.values(), ids=SAME)
def test_one_work(pair: tuple[str, str]) -> None:
    assert same_work(*map(source, pair))
    assert len(works(*pair)) == 1


@pytest.mark.parametrize("pair", OTHER.values(), ids=OTHER)
def test_two_works(pair: tuple[str, str]) -> None:
    assert not same_work(*map(source, pair))
    assert len(works(*pair)) == 2


@pytest.mark.parametrize(
    "pair",
    [SAME[name] for name in ("spelling", "initials", "ampersand", "short form of the body", "parent body", "abbreviated journal", "subtitle left out", "fewer authors")],
)  # fmt: skip
def test_another_way_to_write_a_field_is_no_drift(pair: tuple[str, str]) -> None:
    [work] = works(*pair)
    assert work.drifted == {}


@pytest.mark.parametrize(
    ("name", "drifted"),
    [
        ("another year", {"issued": "2004"}),
        ("another place", {"publisher-place": "Tallahassee, FL"}),
        ("another word of the title", {"title": "Health Issues Affecting Trafficked Individuals"}),
        ("another author of a telling title", {"author": "Hope House"}),
    ],
)
def test_drift_names_the_field_and_the_first_form_where_both_are_as_common(name: str, drifted: dict[str, str]) -> None:
    [work] = works(*SAME[name])
    assert work.drifted == drifted
    assert work.deviations == {1: tuple(drifted)}


def test_the_commonest_form_wins_wherever_it_stands() -> None:
    [work] = works(HANDBOOK.replace("2004", "2014"), HANDBOOK, HANDBOOK)
    assert work.drifted == {"issued": "2004"}
    assert work.deviations == {0: ("issued",)}


def test_an_entry_with_an_id_wins_over_a_citation_that_is_as_common() -> None:
    line, entry = source(HANDBOOK.replace("2004", "2014")), source(HANDBOOK)
    [work] = cluster([line, replace(entry, id="handbook", document="z.yaml", explicit_id=True)])
    assert work.drifted == {"issued": "2004"}
    assert [s.year for i, s in enumerate(work.sources) if i in work.deviations] == [2014]


def test_a_column_that_comes_out_every_year_is_a_work_each_time() -> None:
    lines = [f"Dahl, K. ({year}). Voices from the line. *Shelter Quarterly*, 4–5." for year in (2010, 2011, 2012, 2013)]
    assert len(works(*lines)) == 4


def test_an_undated_citation_does_not_tie_two_yearly_reports_together() -> None:
    lines = [
        f"U.S. Department of State. ({year}). *Trafficking in Persons Report.* Washington, DC."
        for year in ("2012", "n.d.", "2013")
    ]
    found = works(*lines)
    assert len(found) == 2
    assert all(work.drifted == {} for work in found)


def test_entries_with_two_ids_are_duplicates_and_one_entry_cited_twice_is_not() -> None:
    first, second = (replace(source(HANDBOOK), id=i, explicit_id=True) for i in ("a", "b"))
    assert cluster([first, second])[0].duplicates
    assert not cluster([first, source(HANDBOOK)])[0].duplicates


def test_the_order_given_does_not_matter() -> None:
    lines = [*SAME["another year"], *SAME["initials"], *OTHER["edition"]]
    sources = [replace(s, span=Span(n * 10, n * 10 + 1)) for n, line in enumerate(lines) for s in cited(line)]
    expected = cluster(sources)
    assert all(cluster(order) == expected for order in permutations(sources))


def test_a_work_knows_the_statements_that_rest_on_it_and_their_locators() -> None:
    entry = replace(source(HANDBOOK), id="handbook", document="corpus.yaml", explicit_id=True)
    pointer = Citation(CitationKind.KEY, "handbook", Span(0, 8), locator="p. 4")
    text = Prose.verbatim("Isolation is a common tactic.")
    statement = Statement("s1", text, Span(0, 29), "corpus.yaml", citations=(pointer,), sources=("handbook",))
    document = Document(
        "corpus.yaml", SourceText("corpus.yaml", ""), "corpus", statements=(statement,), sources=(entry,)
    )
    [work] = with_dependents(cluster([entry]), [document])
    assert work.statements == (statement,)
    assert work.citations == (pointer,)


FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "title": st.text("abc 12:", max_size=12),
        "author": st.lists(st.fixed_dictionaries({"literal": st.text("AB ,.", max_size=6)}), max_size=2),
        "issued": st.sampled_from(
            [{"date-parts": [[2012]]}, {"date-parts": [[]]}, {"literal": "n.d."}, {"raw": "x"}, "2013", 2014]
        ),
        "publisher": st.text("pq", max_size=3),
        "URL": st.text("htp:/.w", max_size=9),
        "DOI": st.text("10./x", max_size=7),
    },
)


@given(st.lists(FIELDS, max_size=8))
def test_every_citation_is_in_just_one_work(rows: list[dict[str, object]]) -> None:
    sources = [Source(str(i), "a.md", Span(i, i), "text", row) for i, row in enumerate(rows)]
    found = cluster(sources)
    assert sorted(int(s.id) for w in found for s in w.sources) == list(range(len(rows)))
    assert all(i < len(w.sources) for w in found for i in w.deviations)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Violence Against Women", "Violence Against Women: An International Journal", True),
        ("J. Interpers. Violence", "Journal of Interpersonal Violence", True),
        ("MMWR", "Morbidity and Mortality Weekly Report", True),
        ("ILO", "International Labour Office", True),
        ("Centers for Disease Control and Prevention", "National Center for Injury Prevention, Centers for Disease Control and Prevention", True),
        ("Journal of Data for Good", "Proceedings of the Conference on Data for Good", False),
        ("Counts", "Counts Journal", False),
        ("University of California Press", "Oxford University Press", False),
        ("The Lancet", "Nature", False),
    ],
)  # fmt: skip
def test_names_of_journals_and_publishers(one: str, other: str, expected: bool) -> None:
    assert venues_agree(one, other) is expected
    assert venues_agree(other, one) is expected


def test_a_citation_that_agrees_with_two_others_vouches_for_the_author_that_one_leaves_out() -> None:
    title = "Shelter, housing loss and return to an abusive partner among mothers in rural counties"
    [work] = works(
        f"Roe, A., & Lee, B. (2012). {title}: a cohort study. *Journal of Family Violence, 18*(4), 411-430.",
        f"Roe A, Lee B. {title}. Journal of Family Violence. 2012;18(4):411-30.",
        f"{title}: a cohort study. Journal of Family Violence, 2012.",
    )
    assert len(work.sources) == 3
