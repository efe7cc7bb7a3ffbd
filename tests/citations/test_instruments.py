"""Treaties, resolutions, European law, Acts and cases: what is read, and by which number they are one."""

from __future__ import annotations

from typing import Any

import pytest

from dvht_lint.comparison.works.clustering import same_work
from tests.citations.marked import bodies, cited, date, people

READ: dict[str, dict[str, Any]] = {
    "Convention on the Elimination of All Forms of Discrimination against Women, 18 December 1979, 1249 U.N.T.S. 13": {
        "type": "treaty", "title": "Convention on the Elimination of All Forms of Discrimination against Women", "volume": "1249",
        "container-title": "U.N.T.S.", "page": "13", "issued": date(1979, 12, 18),
    },
    "UN General Assembly, Convention on the Rights of Persons with Disabilities, United Nations Treaty Series, vol. 2515, p. 3 (2006)": {
        "type": "treaty", "author": bodies("UN General Assembly"), "title": "Convention on the Rights of Persons with Disabilities",
        "container-title": "United Nations Treaty Series", "volume": "2515", "page": "3", "issued": date(2006),
    },
    "Council of Europe Convention on Action against Trafficking in Human Beings, Warsaw, 16 May 2005, CETS No. 197": {
        "type": "treaty", "title": "Council of Europe Convention on Action against Trafficking in Human Beings",
        "container-title": "CETS", "number": "197", "issued": date(2005, 5, 16),
    },
    "Forced Labour Convention, 1930 (No. 29)": {
        "type": "treaty", "title": "Forced Labour Convention", "number": "29", "issued": date(1930),
    },
    "Report of the Special Rapporteur on trafficking in persons, Siobhán Mullally, A/HRC/47/34 (2021)": {
        "type": "report", "author": people("Mullally, Siobhán"), "title": "Report of the Special Rapporteur on trafficking in persons",
        "number": "A/HRC/47/34", "issued": date(2021),
    },
    "CEDAW Committee, General recommendation No. 38 on trafficking in women and girls, CEDAW/C/GC/38, 20 November 2020": {
        "type": "report", "author": bodies("CEDAW Committee"), "title": "General recommendation No. 38 on trafficking in women and girls",
        "number": "CEDAW/C/GC/38", "issued": date(2020, 11, 20),
    },
    "Directive 2011/36/EU of the European Parliament and of the Council of 5 April 2011, OJ L 101, 15.4.2011, p. 1": {
        "type": "legislation", "title": "Directive 2011/36/EU of the European Parliament and of the Council of 5 April 2011",
        "number": "2011/36/EU", "issued": date(2011, 4, 5),
    },
    "Crimes (Domestic and Personal Violence) Act 2007 (NSW) s 13": {
        "type": "legislation", "title": "Crimes (Domestic and Personal Violence) Act 2007", "jurisdiction": "NSW", "section": "13",
        "issued": date(2007),
    },
    "Modern Slavery Act 2015, c. 30 (UK)": {
        "type": "legislation", "title": "Modern Slavery Act 2015", "number": "c. 30", "jurisdiction": "UK", "issued": date(2015),
    },
    "Wis. Stat. § 968.075 (2019)": {
        "type": "legislation", "title": "Wis. Stat. § 968.075", "container-title": "Wis. Stat.", "section": "968.075", "issued": date(2019),
    },
    "Opuz v. Turkey, App. No. 33401/02 (Eur. Ct. H.R. 2009)": {
        "type": "legal_case", "title": "Opuz v. Turkey", "number": "33401/02", "issued": date(2009),
    },
    "Opuz v Turkey (2009) 50 EHRR 28": {
        "type": "legal_case", "title": "Opuz v Turkey", "volume": "50", "container-title": "EHRR", "page": "28", "issued": date(2009),
    },
    "R v R [1991] UKHL 12": {
        "type": "legal_case", "title": "R v R", "container-title": "UKHL", "page": "12", "issued": date(1991),
    },
}  # fmt: skip

ONE = [
    (
        "Warsaw Convention (Council of Europe Treaty Series No. 197), opened for signature 16.V.2005",
        "Council of Europe Convention on Action against Trafficking in Human Beings, Warsaw, 16 May 2005, CETS No. 197",
    ),
    (
        "CEDAW, Dec. 18, 1979, 1249 U.N.T.S. 13",
        "Convention on the Elimination of All Forms of Discrimination against Women, United Nations Treaty Series, vol. 1249, No. 20378, p. 13",
    ),
    (
        "Declaration on the Elimination of Violence against Women, G.A. Res. 48/104 (Dec. 20, 1993)",
        "United Nations General Assembly. (1993). Declaration on the elimination of violence against women (A/RES/48/104).",
    ),
    (
        "Security Council resolution 1325 (2000), on women and peace and security",
        "UN Security Council, Resolution 1325 (2000), S/RES/1325 (31 October 2000)",
    ),
    (
        "Anti-Trafficking Directive (Directive 2011/36/EU), Official Journal of the European Union L 101/1, 2011",
        "Directive 2011/36/EU of the European Parliament and of the Council of 5 April 2011 on preventing and combating trafficking",
    ),
    (
        "Trafficking Victims Protection Act, Division A of the Victims of Trafficking and Violence Protection Act of 2000, Public Law 106-386",
        "Victims of Trafficking and Violence Protection Act of 2000, Pub. L. No. 106-386, 114 Stat. 1464 (2000)",
    ),
    (
        "Modern Slavery Act 2015, c. 30 (UK)",
        "UK Parliament (2015), Modern Slavery Act 2015, chapter 30. https://www.legislation.gov.uk/ukpga/2015/30",
    ),
]

TWO = [
    (
        "Council of Europe Convention on Action against Trafficking in Human Beings, Warsaw, 16 May 2005, CETS No. 197",
        "Council of Europe Convention on preventing and combating violence against women, Istanbul, 11 May 2011, CETS No. 210",
    ),
    (
        "Trafficking Victims Protection Reauthorization Act of 2005, Pub. L. No. 109-164 (2006)",
        "Trafficking Victims Protection Reauthorization Act of 2013, Pub. L. No. 113-4 (2013)",
    ),
    ("Security Council resolution 1325 (2000)", "Security Council resolution 1820 (2008)"),
    ("Domestic Abuse Act 2021, c. 17 (UK)", "Domestic Abuse (Scotland) Act 2018"),
]


@pytest.mark.parametrize(("line", "fields"), READ.items())
def test_fields(line: str, fields: dict[str, Any]) -> None:
    [source] = cited(line)
    assert source.fields == fields
    assert source.parsed


@pytest.mark.parametrize(("line", "other"), ONE)
def test_an_instrument_is_one_by_its_number(line: str, other: str) -> None:
    assert same_work(*cited(line), *cited(other))


@pytest.mark.parametrize(("line", "other"), TWO)
def test_another_number_is_another_instrument(line: str, other: str) -> None:
    assert not same_work(*cited(line), *cited(other))
