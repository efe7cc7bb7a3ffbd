"""One citation, as people write them, and the fields that must come out: all of them, and no others."""

from __future__ import annotations

from typing import Any

import pytest

from tests.citations.marked import bodies, cited, date, people

AGENCY: dict[str, dict[str, Any]] = {
    "Polaris Project. (2012). *Annual Report 2011.* Washington, DC.": {
        "author": bodies("Polaris Project"), "issued": date(2012), "title": "Annual Report 2011",
        "publisher-place": "Washington, DC", "type": "report",
    },
    "The Asian & Pacific Islander Institute on Domestic Violence. (2002). *Health Issues.* San Francisco, CA.": {
        "author": bodies("The Asian & Pacific Islander Institute on Domestic Violence"), "issued": date(2002),
        "title": "Health Issues", "publisher-place": "San Francisco, CA", "type": "report",
    },
    "Dabby, F. C. (Revised 2013, July). *Trafficking: Considerations & Recommendations.* San Francisco, CA: API Institute.": {
        "author": people("Dabby, F. C."), "issued": date(2013, 7), "revised": date(2013, 7),
        "title": "Trafficking: Considerations & Recommendations", "publisher-place": "San Francisco, CA",
        "publisher": "API Institute", "type": "report",
    },
    "Shelter Network. (2004, revised 2013). *Handbook for Advocates* (2nd ed.). Tallahassee, FL: Author.": {
        "author": bodies("Shelter Network"), "issued": date(2004), "revised": date(2013), "title": "Handbook for Advocates",
        "edition": "2nd", "publisher-place": "Tallahassee, FL", "publisher": "Shelter Network", "type": "report",
    },
    "Bureau of Justice Statistics (2011). Suspected Incidents in the U.S. Washington, DC: Author.": {
        "author": bodies("Bureau of Justice Statistics"), "issued": date(2011), "title": "Suspected Incidents in the U.S.",
        "publisher-place": "Washington, DC", "publisher": "Bureau of Justice Statistics", "type": "report",
    },
    "Truman, J. L., & Morgan, R. E. (2014). *Nonfatal domestic violence, 2003–2012* (NCJ 244697). Washington, DC: Bureau of Justice Statistics.": {
        "author": people("Truman, J. L.", "Morgan, R. E."), "issued": date(2014), "title": "Nonfatal domestic violence, 2003–2012",
        "number": "NCJ 244697", "publisher-place": "Washington, DC", "publisher": "Bureau of Justice Statistics", "type": "report",
    },
    "International Labour Organization, Walk Free, & International Organization for Migration. (2022). *Global estimates of modern slavery*. Geneva: ILO.": {
        "author": bodies("International Labour Organization", "Walk Free", "International Organization for Migration"),
        "issued": date(2022), "title": "Global estimates of modern slavery", "publisher-place": "Geneva", "publisher": "ILO",
        "type": "report",
    },
    "U.S. Department of Health and Human Services, Administration for Children and Families. (2020). *Fact sheet.*": {
        "author": bodies("U.S. Department of Health and Human Services, Administration for Children and Families"),
        "issued": date(2020), "title": "Fact sheet", "type": "report",
    },
    "UNODC, Global Report on Trafficking in Persons 2012 (Vienna, 2012)": {
        "author": bodies("UNODC"), "title": "Global Report on Trafficking in Persons 2012", "issued": date(2012),
        "publisher-place": "Vienna", "type": "report",
    },
    "U.S. Department of State, Trafficking in Persons Report, June 2013.": {
        "author": bodies("U.S. Department of State"), "title": "Trafficking in Persons Report", "issued": date(2013, 6), "type": "report",
    },
    "National Human Trafficking Hotline, 2019 Data Report": {
        "author": bodies("National Human Trafficking Hotline"), "title": "2019 Data Report", "type": "report",
    },
    "World Health Organization 2013. Violence against women: a global estimate. Geneva: WHO.": {
        "author": bodies("World Health Organization"), "issued": date(2013), "title": "Violence against women: a global estimate",
        "publisher-place": "Geneva", "publisher": "WHO", "type": "report",
    },
    "Office on Violence Against Women. (2016, Spring). *Biennial report to Congress*. Washington, DC: U.S. Department of Justice.": {
        "author": bodies("Office on Violence Against Women"), "issued": {"date-parts": [[2016]], "season": 1},
        "title": "Biennial report to Congress", "publisher-place": "Washington, DC", "publisher": "U.S. Department of Justice",
        "type": "report",
    },
    "*Silent Nights: A Count of Beds*, Coalition of Shelters, 2015": {
        "title": "Silent Nights: A Count of Beds", "publisher": "Coalition of Shelters", "author": bodies("Coalition of Shelters"),
        "issued": date(2015), "type": "report",
    },
    "Human trafficking and the clinic: What nurses see every day. (2014). Geneva: World Health Organization.": {
        "title": "Human trafficking and the clinic: What nurses see every day", "issued": date(2014),
        "publisher-place": "Geneva", "publisher": "World Health Organization", "type": "report",
    },
}  # fmt: skip

PERIODICALS: dict[str, dict[str, Any]] = {
    "Campbell, J. C. (2002). Health consequences of intimate partner violence. *The Lancet, 359*(9314), 1331–1336. https://doi.org/10.1016/S0140-6736(02)08336-8": {
        "author": people("Campbell, J. C."), "issued": date(2002), "title": "Health consequences of intimate partner violence",
        "container-title": "The Lancet", "volume": "359", "issue": "9314", "page": "1331–1336",
        "DOI": "10.1016/S0140-6736(02)08336-8", "type": "article-journal",
    },
    "Campbell JC. Health consequences of intimate partner violence. Lancet. 2002;359(9314):1331-6.": {
        "author": people("Campbell, JC"), "issued": date(2002), "title": "Health consequences of intimate partner violence",
        "container-title": "Lancet", "volume": "359", "issue": "9314", "page": "1331-6", "type": "article-journal",
    },
    "Black MC, Basile KC, Breiding MJ, et al. The national survey: 2010 summary report. Atlanta, GA: Centers for Disease Control and Prevention; 2011.": {
        "author": people("Black, MC", "Basile, KC", "Breiding, MJ"), "issued": date(2011), "title": "The national survey: 2010 summary report",
        "publisher-place": "Atlanta, GA", "publisher": "Centers for Disease Control and Prevention", "type": "report",
    },
    'Smith, John, and Jane Doe. "Counting the Hidden." *Journal of Human Trafficking*, vol. 3, no. 2, 2017, pp. 112-130.': {
        "author": people("Smith, John", "Doe, Jane"), "issued": date(2017), "title": "Counting the Hidden",
        "container-title": "Journal of Human Trafficking", "volume": "3", "issue": "2", "page": "112-130", "type": "article-journal",
    },
    "Jane Doe, “Counting the Hidden,” *Journal of Human Trafficking* 3, no. 2 (2017): 112–30.": {
        "author": people("Doe, Jane"), "issued": date(2017), "title": "Counting the Hidden",
        "container-title": "Journal of Human Trafficking", "volume": "3", "issue": "2", "page": "112–30", "type": "article-journal",
    },
    "Kristof, N. D. (2013, May 5). When the laws fail. *The New York Times*, p. A21.": {
        "author": people("Kristof, N. D."), "issued": date(2013, 5, 5), "title": "When the laws fail",
        "container-title": "The New York Times", "page": "A21", "type": "article-newspaper",
    },
    "Zimmerman, C. (2003). What survivors carry. In A. Brown & C. Dee (Eds.), *Handbook of Health* (pp. 12–34). London: Routledge.": {
        "author": people("Zimmerman, C."), "issued": date(2003), "title": "What survivors carry",
        "editor": people("Brown, A.", "Dee, C."), "container-title": "Handbook of Health", "page": "12–34",
        "publisher-place": "London", "publisher": "Routledge", "type": "chapter",
    },
}  # fmt: skip

BOOKS: dict[str, dict[str, Any]] = {
    "Bales, Kevin. *Disposable People*. Berkeley: University of California Press, 2004.": {
        "author": people("Bales, Kevin"), "issued": date(2004), "title": "Disposable People", "publisher-place": "Berkeley",
        "publisher": "University of California Press", "type": "book",
    },
    "Kevin Bales, *Disposable People* (Berkeley: University of California Press, 2004), 45.": {
        "author": people("Bales, Kevin"), "issued": date(2004), "title": "Disposable People", "publisher-place": "Berkeley",
        "publisher": "University of California Press", "page": "45", "type": "book",
    },
    "Raphael, J. (forthcoming). *Freeing Tammy*. Boston, MA: Northeastern University Press. ISBN 978-0-306-40615-7": {
        "author": people("Raphael, J."), "issued": {"literal": "forthcoming"}, "title": "Freeing Tammy",
        "publisher-place": "Boston, MA", "publisher": "Northeastern University Press", "ISBN": "978-0-306-40615-7", "type": "book",
    },
    "Lopez, M. (2015). *Survivor stories* (Doctoral dissertation, University of Texas).": {
        "author": people("Lopez, M."), "issued": date(2015), "title": "Survivor stories", "genre": "Doctoral dissertation",
        "publisher": "University of Texas", "type": "thesis",
    },
    "van der Berg, A.-M., & O’Neill, P., Jr. (2001). *Two lives*. Oxford, England: Oxford University Press.": {
        "author": [{"family": "van der Berg", "given": "A.-M."}, {"family": "O’Neill", "given": "P.", "suffix": "Jr."}],
        "issued": date(2001), "title": "Two lives", "publisher-place": "Oxford, England", "publisher": "Oxford University Press",
        "type": "book",
    },
}  # fmt: skip

WEB: dict[str, dict[str, Any]] = {
    "Polaris Project. (n.d.). Trafficking in hotels. Retrieved January 15, 2024, from https://polarisproject.org/hotels": {
        "author": bodies("Polaris Project"), "issued": {"literal": "n.d."}, "title": "Trafficking in hotels",
        "accessed": date(2024, 1, 15), "URL": "https://polarisproject.org/hotels", "type": "webpage",
    },
    "https://www.cdc.gov/violenceprevention/index.html": {
        "URL": "https://www.cdc.gov/violenceprevention/index.html", "type": "webpage",
    },
    "[CDC](https://www.cdc.gov/nisvs/facts.html)": {
        "author": bodies("CDC"), "URL": "https://www.cdc.gov/nisvs/facts.html", "type": "webpage",
    },
    "[Fast Facts: Preventing Violence](https://www.cdc.gov/ipv/fastfact.html), CDC, 2022": {
        "title": "Fast Facts: Preventing Violence", "author": bodies("CDC"), "publisher": "CDC", "issued": date(2022),
        "URL": "https://www.cdc.gov/ipv/fastfact.html", "type": "webpage",
    },
    "U.S. Department of State. (2023, June). *Trafficking in Persons Report*. https://www.state.gov/reports/2023/": {
        "author": bodies("U.S. Department of State"), "issued": date(2023, 6), "title": "Trafficking in Persons Report",
        "URL": "https://www.state.gov/reports/2023/", "type": "webpage",
    },
    "Freedom Network. *Know Your Rights*. 2016. Available at: <http://example.org/rights.pdf> [Accessed 3 May 2017].": {
        "author": bodies("Freedom Network"), "title": "Know Your Rights", "issued": date(2016),
        "URL": "http://example.org/rights.pdf", "accessed": date(2017, 5, 3), "type": "webpage",
    },
}  # fmt: skip

LAW: dict[str, dict[str, Any]] = {
    "Victims of Trafficking and Violence Protection Act of 2000, Pub. L. No. 106-386, 114 Stat. 1464 (2000).": {
        "title": "Victims of Trafficking and Violence Protection Act of 2000", "number": "106-386", "volume": "114",
        "container-title": "Stat.", "section": "1464", "issued": date(2000), "type": "legislation",
    },
    "22 U.S.C. § 7102": {
        "title": "22 U.S.C. § 7102", "volume": "22", "container-title": "U.S.C.", "section": "7102", "type": "legislation",
    },
    "Doe v. Roe, 410 U.S. 113 (1973)": {
        "title": "Doe v. Roe", "volume": "410", "container-title": "U.S.", "page": "113", "issued": date(1973), "type": "legal_case",
    },
}  # fmt: skip

CREDITS: dict[str, dict[str, Any]] = {
    "A 2013 Fordham University study found that many had no home.": {
        "author": bodies("Fordham University"), "issued": date(2013), "genre": "study", "type": "report",
    },
    "According to the United Nations Office on Drugs and Crime": {
        "author": bodies("United Nations Office on Drugs and Crime"), "type": "report",
    },
    "(ILO, Walk Free)": {"author": bodies("ILO", "Walk Free"), "type": "report"},
    "(Dabby, 2013, p. 7)": {"author": bodies("Dabby"), "issued": date(2013), "page": "7", "type": "report"},
    "Dabby (2013)": {"author": bodies("Dabby"), "issued": date(2013), "type": "report"},
    "Ibid., p. 14": {"short-form": "ibid", "page": "14"},
    "Dabby, op. cit., p. 4": {"short-form": "supra", "author": bodies("Dabby"), "page": "4"},
}  # fmt: skip


@pytest.mark.parametrize(
    ("line", "fields"), [pair for group in (AGENCY, PERIODICALS, BOOKS, WEB, LAW, CREDITS) for pair in group.items()]
)
def test_fields(line: str, fields: dict[str, Any]) -> None:
    [source] = cited(line)
    assert source.fields == fields
    assert source.parsed


@pytest.mark.parametrize("line", [line for group in (AGENCY, PERIODICALS, BOOKS, WEB, LAW, CREDITS) for line in group])
def test_every_field_stands_where_its_span_says(line: str) -> None:
    [source] = cited(line, start=100)
    for name, span in source.spans.items():
        assert 100 <= span.start < span.end <= 100 + len(line)
        written = line[span.start - 100 : span.end - 100]
        value = source.fields[name]
        if isinstance(value, str) and name not in ("publisher", "short-form", "URL"):
            assert value in written.replace("*", "")
        if name in ("issued", "revised", "accessed") and "date-parts" in value:
            assert str(value["date-parts"][0][0]) in written


@pytest.mark.parametrize(
    "line", ["see our files", "internal data", "TBD", "various news reports", "n/a", "on file with the author"]
)
def test_what_cannot_be_read_is_kept_verbatim(line: str) -> None:
    [source] = cited(line)
    assert not source.parsed
    assert source.text in line
    assert line.endswith(source.text)


@pytest.mark.parametrize(
    ("line", "titles"),
    [
        (
            "Raphael, J., & Ashley, J. (2008). *Trafficking of women and girls*. Chicago, IL: Authority; Farley, M. (2004). Bad for the body. *Violence Against Women, 10*(10), 1087–1125.",
            ["Trafficking of women and girls", "Bad for the body"],
        ),
        ("Smith, J.; Doe, K. (2012). Working together. New York: Springer.", ["Working together"]),
        ("Brown A. One; or the other. Lancet. 2002;359(9314):1331-6.", ["One; or the other"]),
        (
            "[Counting beds](https://a.example/beds) and [Counting calls](https://b.example/calls)",
            ["Counting beds", "Counting calls"],
        ),
        (
            "Smith, A. (2012). *First work.* Geneva. See also Jones, B. (2013). *Second work.* Vienna.",
            ["First work", "Second work"],
        ),
    ],
)
def test_one_line_may_cite_several_works(line: str, titles: list[str]) -> None:
    assert [s.title for s in cited(line)] == titles


def test_in_text_citations_part_at_semicolons() -> None:
    first, second = cited("(Smith, 2012; Jones & Lee, 2013)")
    assert (first.authors, first.year) == (("Smith",), 2012)
    assert (second.year, second.fields["issued"]) == (2013, date(2013))


@pytest.mark.parametrize("label", ["Source: ", "Sources: ", "[3] ", "3. ", "- ", "Adapted from: ", "See: "])
def test_labels_and_list_marks_are_no_part_of_the_citation(label: str) -> None:
    [source] = cited(label + "Polaris Project. (2012). *Annual Report 2011.* Washington, DC.")
    assert source.text.startswith("Polaris Project")
    assert source.authors == ("Polaris Project",)
