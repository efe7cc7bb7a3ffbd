"""Lines as they stand in real reference lists, each with a trap; only the fields that the trap is about are compared."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvht_lint.citations import parse_citation, resolve_short_forms
from dvht_lint.model import Source
from dvht_lint.text import Prose, Span
from tests.citations.marked import bodies, cited, date, people

TRAPS: dict[str, tuple[str, dict[str, Any]]] = {
    "an ellipsis among the authors": (
        "Dank, M., Khan, B., Owens, C., ... & Yu, L. (2014). Sizing the trade in eight cities. Washington, DC: Urban Institute.",
        {"author": people("Dank, M.", "Khan, B.", "Owens, C.", "Yu, L."), "issued": date(2014), "title": "Sizing the trade in eight cities"},
    ),
    "a span of years is no page": (
        "Bureau of Justice Statistics, U.S. Department of Justice, Victims of Violence, 1994-2010 (2013).",
        {"author": bodies("Bureau of Justice Statistics, U.S. Department of Justice"), "title": "Victims of Violence, 1994-2010", "issued": date(2013)},
    ),
    "a title with commas": (
        "Protocol to Prevent, Suppress and Punish the Trade in Persons, supplementing a Convention, 15 November 2000.",
        {"title": "Protocol to Prevent, Suppress and Punish the Trade in Persons, supplementing a Convention", "issued": date(2000, 11, 15)},
    ),
    "italics that run on behind the quotation marks": (
        "“The price of a bed.” *Lisle Courier.”*",
        {"title": "The price of a bed"},
    ),
    "a newspaper's day": ("New York Times, July 5, 2013", {"author": bodies("New York Times"), "issued": date(2013, 7, 5)}),
    "Law Rev. is no revision": (
        "Hopper E, Hidalgo J. Invisible chains. Intercult Hum Rights Law Rev. 2006;1:185–209.",
        {"container-title": "Intercult Hum Rights Law Rev", "issued": date(2006), "volume": "1", "page": "185–209", "revised": None},
    ),
    "a year between body and title": (
        "Polaris Project 2012 Annual Report",
        {"author": bodies("Polaris Project"), "title": "2012 Annual Report", "issued": None},
    ),
    "a year that belongs to the title": (
        "National Resource Center, Statistical Overview 2011, Polaris Project, Washington DC",
        {"title": "Statistical Overview 2011", "publisher": "Polaris Project", "publisher-place": "Washington DC"},
    ),
    "an editor spelled out": (
        "Rosenberg, Ruth, ed. Trafficking of Adolescents. Chisinau: IOM, 2006.",
        {"editor": people("Rosenberg, Ruth"), "title": "Trafficking of Adolescents", "publisher": "IOM", "author": None},
    ),
    "straight single quotes and a possessive": (
        "Amnesty International (1997), 'Human Rights are Women's Rights', London: Amnesty International.",
        {"title": "Human Rights are Women's Rights", "publisher-place": "London", "publisher": "Amnesty International"},
    ),
    "MLA's date of access": (
        "Office to Monitor Trafficking. 2014 Trafficking Report. U.S. Department of State, June 2014. Web. 3 July 2014. <http://www.state.gov/tip/2014/>.",
        {"issued": date(2014, 6), "accessed": date(2014, 7, 3), "URL": "http://www.state.gov/tip/2014/", "publisher": "U.S. Department of State"},
    ),
    "an address without its scheme": (
        '"Human Trafficking." Polaris Project, polarisproject.org/human-trafficking. Accessed 12 Jan. 2021.',
        {"URL": "polarisproject.org/human-trafficking", "author": bodies("Polaris Project"), "accessed": date(2021, 1, 12)},
    ),
    "a report number with its date last": (
        "Bachman, R. & Saltzman, L., “Violence against women: Estimates” (NCJ-154348), U.S. Department of Justice, August 1995",
        {"number": "NCJ-154348", "issued": date(1995, 8), "publisher": "U.S. Department of Justice", "author": people("Bachman, R.", "Saltzman, L.")},
    ),
    "a page after the year": (
        "American Psychological Association. Violence and the Family: A Task Force, 1996, p. 10",
        {"title": "Violence and the Family: A Task Force", "issued": date(1996), "page": "10"},
    ),
    "a journal in plain letters": (
        "Kelly, J., & Smith, R. (in press). Measuring harm. Journal of Interpersonal Violence.",
        {"container-title": "Journal of Interpersonal Violence", "issued": {"literal": "in press"}, "type": "article-journal"},
    ),
    "a journal with an ampersand": (
        "Logan, T. K., Walker, R., & Hunt, G. (2009). Understanding the trade. Trauma, Violence, & Abuse, 10(1), 3–30.",
        {"container-title": "Trauma, Violence, & Abuse", "volume": "10", "issue": "1", "page": "3–30"},
    ),
    "a newspaper story": (
        'Associated Press. "Ring broken up." Miami Herald, 12 June 2014, p. A3.',
        {"title": "Ring broken up", "container-title": "Miami Herald", "issued": date(2014, 6, 12), "page": "A3"},
    ),
    "a law by its short number": (
        "Trafficking Victims Protection Reauthorization Act of 2013 (P.L. 113-4)",
        {"type": "legislation", "number": "113-4", "title": "Trafficking Victims Protection Reauthorization Act of 2013"},
    ),
    "two bodies, one with an ampersand in its name": (
        "Family Violence Prevention Fund & World Childhood Foundation. (2005). *Turning pain into power.* San Francisco: FVPF.",
        {"author": bodies("Family Violence Prevention Fund", "World Childhood Foundation")},
    ),
    "et al. before a year": ("Florence, C., et al. 2013", {"author": people("Florence, C."), "issued": date(2013), "title": None}),
    "a body and a year": ("UNODC 2012", {"author": bodies("UNODC"), "issued": date(2012), "title": None}),
    "a link named for its site": (
        "See NCJRS, https://www.ncjrs.gov/pdffiles1/nij/183781.pdf",
        {"author": bodies("NCJRS"), "URL": "https://www.ncjrs.gov/pdffiles1/nij/183781.pdf"},
    ),
    "brackets in a DOI": (
        "Doe, J. (2002). Pain. *The Lancet, 359*, 13. https://doi.org/10.1016/S0140-6736(02)08336-8.",
        {"DOI": "10.1016/S0140-6736(02)08336-8", "URL": None},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("line", "fields"), TRAPS.values(), ids=TRAPS)
def test_trap(line: str, fields: dict[str, Any]) -> None:
    [source] = cited(line)
    assert {name: source.fields.get(name) for name in fields} == fields


def test_ibid_and_short_forms_take_the_fields_of_what_they_stand_for() -> None:
    lines = [
        "Dabby, F. C. (2013). *Trafficking: Considerations.* San Francisco, CA: Institute on Violence. p. 3.",
        "Ibid., p. 14",
        "United Nations Office on Drugs and Crime. (2012). *Global Report.* Vienna.",
        "UNODC (2012)",
        "Dabby, op. cit., p. 4",
        "(Dabby, 2011)",
    ]
    found = resolve_short_forms([s for line in lines for s in cited(line)])
    assert [(s.title, s.fields.get("page")) for s in found] == [
        ("Trafficking: Considerations", "3"),
        ("Trafficking: Considerations", "14"),
        ("Global Report", None),
        ("Global Report", None),
        ("Trafficking: Considerations", "4"),
        ("", None),
    ]


def test_a_short_form_that_fits_two_works_stays_as_it_is() -> None:
    lines = ["Lee, A. (2012). *One.* Geneva.", "Lee, A. (2012). *Two.* Geneva.", "Lee (2012)"]
    assert resolve_short_forms([s for line in lines for s in cited(line)])[2].title == ""


def test_one_text_has_one_id_and_another_text_another() -> None:
    def named(line: str) -> str:
        return cited(line)[0].id

    line = "Polaris Project. (2012). *Annual Report 2011.* Washington, DC."
    assert named(line) == named(line.replace("*", "")) == named(line.removesuffix("."))
    assert named(line) == named("Source: " + line)
    assert named(line) != named(line.replace("2012", "2013"))
    assert named(line).startswith("polaris-project-2012-annual-report-2011-")


@given(st.text(st.sampled_from("Aa b.,;:()[]“”\"'&/§*-–0129\n"), max_size=120))
def test_any_text_is_read_without_loss(text: str) -> None:
    found = parse_citation(Prose.verbatim(text, 7), "a.md")
    assert bool(found) == bool(text.strip(" \t\n"))
    for source in found:
        assert source.text in text
        assert _within(source, Span(7, 7 + len(text)))


def _within(source: Source, whole: Span) -> bool:
    return all(whole.contains(span) for span in (source.span, *source.spans.values()))


@pytest.mark.parametrize(
    "piece",
    ["A. ", "(2012) ", "Smith, J., ", "1, ", "a; ", "[x] ", "“a” ", "10.1000/", "http://a.b/", "; Doe, J. (2012). "],
)
def test_a_long_line_is_no_citation(piece: str) -> None:
    text = piece * 50_000
    [source] = parse_citation(Prose.verbatim(text), "a.md")
    assert (source.parsed, source.text) == (False, text.strip())
