"""Works, and the same work as each style of citation writes it; titles in italics stand between asterisks.

The styles are those of the manuals: APA 6 and 7, Chicago (notes, bibliography, author-date), MLA 8, Vancouver and
AMA (NLM), Harvard, IEEE, and the records of bibliographic data bases (comma lists, "Author and Author: Title.").
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

__all__ = ["STYLES", "WORKS", "Work"]

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")  # fmt: skip


@dataclass(frozen=True)
class Work:
    """A work as a librarian would record it; `authors` are (family, given), `body` a corporate author."""

    kind: str
    title: str
    year: int
    authors: tuple[tuple[str, str], ...] = ()
    body: str = ""
    month: int = 0
    day: int = 0
    container: str = ""
    short_container: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    place: str = ""
    number: str = ""
    editors: tuple[tuple[str, str], ...] = ()
    url: str = ""
    doi: str = ""
    acronym: str = ""

    @property
    def long_date(self) -> str:
        """As in "March 3, 2014"."""
        return f"{_MONTHS[self.month - 1]} {self.day}, {self.year}" if self.day else str(self.year)

    @property
    def british_date(self) -> str:
        return f"{self.day} {_MONTHS[self.month - 1]} {self.year}" if self.day else str(self.year)


def _initials(given: str, joint: str = " ", stop: str = ".") -> str:
    return joint.join("-".join(part[0] + stop for part in word.split("-") if part) for word in given.split())


def _glued(given: str) -> str:
    return "".join(part[0] for word in given.split() for part in word.split("-"))


def _list(names: list[str], last: str, two: str) -> str:
    if len(names) < 3:
        return two.join(names)
    return ", ".join(names[:-1]) + last + names[-1]


def _apa_names(people: tuple[tuple[str, str], ...]) -> str:
    names = [f"{family}, {_initials(given)}" for family, given in people]
    return _list(names, ", & ", ", & ")


def _mla_names(work: Work, most: int) -> str:
    if not work.authors:
        return work.body
    (family, given), *rest = work.authors
    if rest and len(work.authors) > most:
        return f"{family}, {given}, et al"
    names = [f"{family}, {given}", *(f"{g} {f}" for f, g in rest)]
    return _list(names, ", and ", ", and ")


def _direct_names(people: tuple[tuple[str, str], ...], *, short: bool = False) -> str:
    names = [f"{_initials(given) if short else given} {family}" for family, given in people]
    return _list(names, ", and ", " and ")


def _spaced(*parts: str) -> str:
    return " ".join(p for p in parts if p)


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else text + "."


def apa7(work: Work) -> str:
    who = _ended(_apa_names(work.authors) or work.body)
    when = f"({work.year}, {_MONTHS[work.month - 1]} {work.day})." if work.day else f"({work.year})."
    link = f"https://doi.org/{work.doi}" if work.doi else work.url
    return _spaced(who, when, _apa_body(work, imprint=_ended(work.publisher) if work.publisher else ""), link)


def apa6(work: Work) -> str:
    who = _ended(_apa_names(work.authors) or work.body)
    imprint = f"{work.place}: {work.publisher}." if work.place else _ended(work.publisher) if work.publisher else ""
    link = f"doi:{work.doi}" if work.doi else f"Retrieved from {work.url}" if work.url else ""
    when = f"({work.year}, {_MONTHS[work.month - 1]} {work.day})." if work.day else f"({work.year})."
    return _spaced(who, when, _apa_body(work, imprint=imprint), link)


def _apa_body(work: Work, imprint: str) -> str:
    if work.kind == "article":
        issue = f"({work.issue})" if work.issue else ""
        return f"{_ended(work.title)} *{work.container}, {work.volume}*{issue}, {work.pages}."
    if work.kind == "paper":
        return f"{_ended(work.title)} In *{work.container}* (pp. {work.pages})."
    if work.kind == "chapter":
        editors = _list([f"{_initials(g)} {f}" for f, g in work.editors], ", & ", " & ")
        role = "Eds." if len(work.editors) > 1 else "Ed."
        return f"{_ended(work.title)} In {editors} ({role}), *{work.container}* (pp. {work.pages}). {imprint}"
    if work.kind == "news":
        return f"{_ended(work.title)} *{work.container}*."
    if work.kind == "thesis":
        return f"*{work.title}* [Doctoral dissertation, {work.publisher}]."
    if work.kind == "dataset":
        return f"*{work.title}* [Data set]. {imprint}".strip()
    number = f" ({work.number})" if work.number else ""
    return f"*{work.title}*{number}. {imprint}".strip()


def chicago_note(work: Work) -> str:
    who = _direct_names(work.authors) or work.body
    link = f", https://doi.org/{work.doi}" if work.doi else f", {work.url}" if work.url else ""
    imprint = ", ".join(filter(None, (": ".join(filter(None, (work.place, work.publisher))), str(work.year))))
    if work.kind == "article":
        issue = f", no. {work.issue}" if work.issue else ""
        return f"{who}, “{work.title},” *{work.container}* {work.volume}{issue} ({work.year}): {work.pages}{link}."
    if work.kind == "paper":
        return f"{who}, “{work.title},” in *{work.container}* ({work.year}), {work.pages}{link}."
    if work.kind == "chapter":
        return f"{who}, “{work.title},” in *{work.container}*, ed. {_direct_names(work.editors)} ({imprint}), {work.pages}."
    if work.kind == "news":
        return f"{who}, “{work.title},” *{work.container}*, {work.long_date}{link}."
    if work.kind == "thesis":
        return f"{who}, “{work.title}” (PhD diss., {work.publisher}, {work.year})."
    number = f", {work.number}" if work.number else ""
    return f"{who}, *{work.title}*{number} ({imprint}){link}."


def chicago_bibliography(work: Work) -> str:
    who = _ended(_mla_names(work, 10))
    link = f" https://doi.org/{work.doi}." if work.doi else f" {work.url}." if work.url else ""
    imprint = ", ".join(filter(None, (": ".join(filter(None, (work.place, work.publisher))), str(work.year))))
    if work.kind == "article":
        issue = f", no. {work.issue}" if work.issue else ""
        return (
            f"{who} “{_ended(work.title)}” *{work.container}* {work.volume}{issue} ({work.year}): {work.pages}.{link}"
        )
    if work.kind == "paper":
        return f"{who} “{_ended(work.title)}” In *{work.container}*, {work.pages}. {work.year}.{link}"
    if work.kind == "chapter":
        editors = _direct_names(work.editors)
        return f"{who} “{_ended(work.title)}” In *{work.container}*, edited by {editors}, {work.pages}. {imprint}."
    if work.kind == "news":
        return f"{who} “{_ended(work.title)}” *{work.container}*, {work.long_date}.{link}"
    if work.kind == "thesis":
        return f"{who} “{_ended(work.title)}” PhD diss., {work.publisher}, {work.year}."
    number = f" {work.number}." if work.number else ""
    return f"{who} *{_ended(work.title)}*{number} {imprint}.{link}"


def chicago_author_date(work: Work) -> str:
    who = _ended(_mla_names(work, 10))
    link = f" https://doi.org/{work.doi}." if work.doi else f" {work.url}." if work.url else ""
    imprint = ": ".join(filter(None, (work.place, work.publisher)))
    if work.kind == "article":
        issue = f" ({work.issue})" if work.issue else ""
        return f"{who} {work.year}. “{_ended(work.title)}” *{work.container}* {work.volume}{issue}: {work.pages}.{link}"
    if work.kind == "paper":
        return f"{who} {work.year}. “{_ended(work.title)}” In *{work.container}*, {work.pages}.{link}"
    if work.kind == "chapter":
        editors = _direct_names(work.editors)
        return f"{who} {work.year}. “{_ended(work.title)}” In *{work.container}*, edited by {editors}, {work.pages}. {imprint}."
    if work.kind == "news":
        day = f"{_MONTHS[work.month - 1]} {work.day}"
        return f"{who} {work.year}. “{_ended(work.title)}” *{work.container}*, {day}, {work.year}.{link}"
    if work.kind == "thesis":
        return f"{who} {work.year}. “{_ended(work.title)}” PhD diss., {work.publisher}."
    number = f" {work.number}." if work.number else ""
    return f"{who} {work.year}. *{_ended(work.title)}*{number} {_ended(imprint) if imprint else ''}{link}".strip()


def mla8(work: Work) -> str:
    who = _ended(_mla_names(work, 2))
    link = f", https://doi.org/{work.doi}" if work.doi else f", {work.url.removeprefix('https://')}" if work.url else ""
    if work.kind == "article":
        issue = f", no. {work.issue}" if work.issue else ""
        return f'{who} "{_ended(work.title)}" *{work.container}*, vol. {work.volume}{issue}, {work.year}, pp. {work.pages}{link}.'
    if work.kind == "paper":
        return f'{who} "{_ended(work.title)}" *{work.container}*, {work.year}, pp. {work.pages}{link}.'
    if work.kind == "chapter":
        editors = _direct_names(work.editors)
        return f'{who} "{_ended(work.title)}" *{work.container}*, edited by {editors}, {work.publisher}, {work.year}, pp. {work.pages}.'
    if work.kind == "news":
        return f'{who} "{_ended(work.title)}" *{work.container}*, {work.british_date}{link}.'
    if work.kind == "thesis":
        return f"{who} *{_ended(work.title)}* {work.year}. {work.publisher}, PhD dissertation."
    publisher = f"{work.publisher}, " if work.publisher else ""
    return f"{who} *{_ended(work.title)}* {publisher}{work.year}{link}."


def vancouver(work: Work) -> str:
    names = [f"{family} {_glued(given)}" for family, given in work.authors]
    who = ", ".join(names[:6]) + (", et al" if len(names) > 6 else "") if names else work.body
    link = f" doi: {work.doi}." if work.doi else ""
    if work.kind == "article":
        issue = f"({work.issue})" if work.issue else ""
        return f"{who}. {_ended(work.title)} {work.short_container or work.container}. {work.year};{work.volume}{issue}:{work.pages}.{link}"
    if work.kind == "paper":
        return f"{who}. {_ended(work.title)} {work.short_container or work.container}. {work.year}:{work.pages}."
    if work.kind == "chapter":
        editors = ", ".join(f"{f} {_glued(g)}" for f, g in work.editors)
        return f"{who}. {_ended(work.title)} In: {editors}, editors. {work.container}. {work.place}: {work.publisher}; {work.year}. p. {work.pages}."
    if work.kind == "news":
        return f"{who}. {_ended(work.title)} {work.container}. {work.year} {_MONTHS[work.month - 1][:3]} {work.day}."
    if work.kind == "thesis":
        return f"{who}. {work.title} [dissertation]. {work.publisher}; {work.year}."
    if work.kind == "webpage":
        return f"{who}. {work.title} [Internet]. {work.year} [cited 2020 Mar 3]. Available from: {work.url}"
    number = f" Report No.: {work.number}." if work.number else ""
    imprint = ": ".join(filter(None, (work.place, work.publisher))) or who
    return f"{who}. {_ended(work.title)} {imprint}; {work.year}.{number}"


def harvard(work: Work) -> str:
    names = [f"{family}, {_initials(given, '')}" for family, given in work.authors]
    who = _list(names, " and ", " and ") or work.body
    imprint = ": ".join(filter(None, (work.place, work.publisher)))
    link = f" Available at: {work.url} (Accessed: 3 March 2020)." if work.url else ""
    if work.kind == "article":
        issue = f"({work.issue})" if work.issue else ""
        return f"{who} ({work.year}) ‘{work.title}’, *{work.container}*, {work.volume}{issue}, pp. {work.pages}."
    if work.kind == "paper":
        return f"{who} ({work.year}) ‘{work.title}’, *{work.container}*, pp. {work.pages}."
    if work.kind == "chapter":
        editors = _list([f"{f}, {_initials(g, '')}" for f, g in work.editors], " and ", " and ")
        return (
            f"{who} ({work.year}) ‘{work.title}’, in {editors} (eds.) *{work.container}*. {imprint}, pp. {work.pages}."
        )
    if work.kind == "news":
        day = f"{work.day} {_MONTHS[work.month - 1]}"
        return f"{who} ({work.year}) ‘{work.title}’, *{work.container}*, {day}.{link}"
    if work.kind == "thesis":
        return f"{who} ({work.year}) *{work.title}*. PhD thesis. {work.publisher}."
    number = f" {work.number}." if work.number else ""
    return f"{who} ({work.year}) *{work.title}*.{number}{' ' + imprint + '.' if imprint else ''}{link}"


def ieee(work: Work) -> str:
    who = _direct_names(work.authors, short=True) or work.body
    if work.kind == "article":
        issue = f", no. {work.issue}" if work.issue else ""
        return f"{who}, “{work.title},” *{work.container}*, vol. {work.volume}{issue}, pp. {work.pages}, {work.year}."
    if work.kind == "paper":
        return f"{who}, “{work.title},” in *{work.container}*, {work.year}, pp. {work.pages}."
    if work.kind == "chapter":
        editors = _direct_names(work.editors, short=True)
        return f"{who}, “{work.title},” in *{work.container}*, {editors}, Eds. {work.place}: {work.publisher}, {work.year}, pp. {work.pages}."
    if work.kind == "news":
        return f"{who}, “{work.title},” *{work.container}*, {work.long_date}."
    if work.kind == "thesis":
        return f"{who}, “{work.title},” Ph.D. dissertation, {work.publisher}, {work.year}."
    if work.kind == "webpage":
        return f"{who}. “{work.title}.” Accessed: Mar. 3, 2020. [Online]. Available: {work.url}"
    number = f", {work.number}" if work.number else ""
    imprint = ": ".join(filter(None, (work.place, work.publisher)))
    return f"{who}, *{work.title}*{number}. {imprint + ', ' if imprint else ''}{work.year}."


def record(work: Work) -> str:
    """As data bases export it: title, authors, venue, year."""
    who = ", ".join(f"{given} {family}" for family, given in work.authors) or work.body
    return ", ".join(filter(None, (work.title, who, work.container or work.publisher, str(work.year))))


def colon_record(work: Work) -> str:
    """As bibliographic servers print it: "Family and Family: Title. Venue Year: pages"."""
    if not work.authors:
        return f"{work.body}: {_ended(work.title)} {work.year}"
    families = [family for family, _ in work.authors]
    who = f"{families[0]} et al." if len(families) > 2 else " and ".join(families)
    where = f" {work.container or work.publisher} {work.year}"
    return f"{who}: {_ended(work.title)}{where}{': ' + work.pages if work.pages else ''}"


def footnote(work: Work) -> str:
    """As the reports of the United Nations note it."""
    if work.authors:
        (family, given), *rest = work.authors
        who = f"{_initials(given)} {family}" + (" and others" if len(rest) > 1 else "")
        if len(rest) == 1:
            who += f" and {_initials(rest[0][1])} {rest[0][0]}"
    else:
        who = work.body
    if work.kind in ("article", "paper"):
        volume = f", {work.volume}" if work.volume else ""
        return f"{who}. {_ended(work.title)} {work.container}{volume}, {work.year}"
    where = ", ".join(filter(None, (work.place, str(work.year))))
    return f"See {who}, {work.title} ({where})."


def title_and_link(work: Work) -> str:
    """As link lists give it, without its author."""
    return f"{_headline(work.title)}, {work.year}. {work.url}" if work.url else ""


def title_and_venue(work: Work) -> str:
    """As a hurried bibliography gives it, without its author."""
    return f"{_ended(work.title)} {work.container}, {work.year}" if work.container else ""


def short_note(work: Work) -> str:
    """As briefings note it: "Family et al., Title, J Abbrev 2009;29"."""
    if work.kind != "article":
        return ""
    families = [family for family, _ in work.authors]
    who = f"{families[0]} et al." if len(families) > 2 else " and ".join(families)
    return f"{who}, {work.title}, {work.short_container} {work.year};{work.volume}"


def agency_note(work: Work) -> str:
    """As European agencies note it: "See Body (ACR), Title, Place Year, p. 5."."""
    if not work.body or not work.place:
        return ""
    return f"See {work.body} ({work.acronym}), {work.title}, {work.place} {work.year}, p. 35."


def acronym_harvard(work: Work) -> str:
    """As British journals cite agencies: "ACR (2017), “Title”, available at: …"."""
    if not work.acronym or not work.url:
        return ""
    return f"{work.acronym} ({work.year}), “{work.title}”, available at: {work.url}"


def acronym_note(work: Work) -> str:
    """As a note of an agency: "ACR, Title (Place, 2017)"."""
    if not work.acronym or not work.place:
        return ""
    return f"{work.acronym}, {_headline(work.title)} ({work.place}, {work.year})"


def mla_agency(work: Work) -> str:
    if not work.acronym or not work.url:
        return ""
    return f"{work.body}. {_headline(work.title)}. {work.acronym}, {work.year}, {work.url.removeprefix('https://')}."


_SMALL = frozenset("a an the and or but of in on at by to for from with into against as".split())


def _headline(title: str) -> str:
    """The title with capitals, as Chicago and MLA write it."""
    words = title.split()
    return " ".join(
        w if i and w.lower() in _SMALL and not words[i - 1].endswith((":", "?")) else w[:1].upper() + w[1:]
        for i, w in enumerate(words)
    )


def headline(style: Callable[[Work], str]) -> Callable[[Work], str]:
    """A style that writes titles with capitals."""

    def written(work: Work) -> str:
        return style(replace(work, title=_headline(work.title)))

    written.__name__ = style.__name__
    return written


STYLES: dict[str, Callable[[Work], str]] = {
    style.__name__: style
    for style in (
        apa7, apa6, headline(chicago_note), headline(chicago_bibliography), headline(chicago_author_date), headline(mla8),
        vancouver, harvard, ieee, record, headline(colon_record), footnote, title_and_link, title_and_venue, short_note,
        agency_note, acronym_harvard, acronym_note, mla_agency,
    )
}  # fmt: skip

WORKS: dict[str, Work] = {
    "an article of three": Work(
        "article", "Pathways into care for survivors of intimate partner violence", 2016,
        (("Adeyemi", "Folasade O."), ("Lindqvist", "Torbjörn"), ("Garcia-Moreno", "Claudia")),
        container="Journal of Interpersonal Violence", short_container="J Interpers Violence", volume="31", issue="4",
        pages="612-638", doi="10.1177/0886260515591977",
    ),
    "an article of one, whose title asks": Work(
        "article", "Who leaves, and why? A cohort study of shelter stays", 2011, (("Okonkwo", "Ngozi"),),
        container="American Journal of Public Health", short_container="Am J Public Health", volume="101", issue="7",
        pages="1290-1297",
    ),
    "an article of two in The Lancet": Work(
        "article", "Injuries and the emergency department: the cost of staying silent", 2002,
        (("Campbell", "Jacquelyn C."), ("Snow Jones", "Alison")), container="The Lancet", short_container="Lancet",
        volume="359", issue="9314", pages="1331-1336",
    ),
    "a conference paper": Work(
        "paper", "Finding duplicate case files in shelter records", 2004,
        (("Raghavan", "Prabhakar"), ("Muthukrishnan", "Sundar"), ("Ives", "Zachary G.")),
        container="Proceedings of the International Conference on Data Engineering",
        short_container="Proc. Int. Conf. Data Eng.", pages="202-213",
    ),
    "a paper of two": Work(
        "paper", "Linking hospital and police data", 1999, (("Haas", "Laura M."), ("Kossmann", "Donald")),
        container="International Conference on Very Large Data Bases", short_container="Proc. Int. Conf. Very Large Data Bases.",
        pages="71-82",
    ),
    "a book": Work(
        "book", "Disposable people: New slavery in the global economy", 2004, (("Bales", "Kevin"),),
        publisher="University of California Press", place="Berkeley",
    ),
    "a book of two": Work(
        "book", "Leaving and staying", 1998, (("Walker", "Lenore E."), ("Stark", "Evan")), publisher="Springer",
        place="New York",
    ),
    "an article whose title names bodies": Work(
        "article", "Hospital, police and court responses to domestic abuse: a survey of women in Ohio, 2004 to 2016", 2018,
        (("De", "Rosana"), ("Zhang", "Yifan"), ("Prince", "Lea"), ("Bank", "Adam"), ("Kyegombe", "Nambusi"), ("Stöckl", "Heidi"), ("Watts", "Charlotte H.")),
        container="Annals of Internal Medicine", short_container="Ann Intern Med", volume="168", issue="6", pages="804-811",
    ),
    "an article with a study's name": Work(
        "article", "Findings from the SHARE! study: a cluster randomised trial in Rakai, Uganda", 2015,
        (("Wagman", "Jennifer A."), ("Gray", "Ronald H.")), container="The Lancet Global Health",
        short_container="Lancet Glob Health", volume="3", issue="1", pages="e23-e33", doi="10.1016/S2214-109X(14)70344-4",
    ),
    "an article of numbers": Work(
        "article", "Homicide in 21 cities, 1999-2008: trends and XML records", 2010, (("Hernández", "Mauricio"), ("Stolfo", "Salvatore J.")),
        container="American Journal of Preventive Medicine", short_container="Am J Prev Med", volume="38", issue="3", pages="1973-1983",
    ),
    "a yearly report of statistics": Work(
        "report", "Criminal victimization, 2016", 2017, body="Bureau of Justice Statistics", acronym="BJS",
        publisher="U.S. Department of Justice", place="Washington, DC", url="https://bjs.ojp.gov/library/cv16.pdf",
    ),
    "a report on a country": Work(
        "report", "Family, domestic and sexual violence in Australia, 2018", 2018, body="Australian Institute of Health and Welfare",
        acronym="AIHW", publisher="AIHW", place="Canberra", url="https://www.aihw.gov.au/reports/family-domestic-sexual-violence-2018",
    ),
    "a report on women and girls": Work(
        "report", "Global study on homicide: Gender-related killing of women and girls", 2018, body="United Nations Office on Drugs and Crime",
        acronym="UNODC", publisher="UNODC", place="Vienna", url="https://www.unodc.org/documents/GSH2018.pdf",
    ),
    "a report whose title has a last word": Work(
        "report", "Violence against women: an EU-wide survey. Main results", 2014, body="European Union Agency for Fundamental Rights",
        acronym="FRA", publisher="Publications Office of the European Union", place="Luxembourg", url="https://fra.europa.eu/en/publication/2014/vaw-survey",
    ),
    "a chapter": Work(
        "chapter", "What survivors carry", 2003, (("Zimmerman", "Cathy"),), container="Handbook of women and health",
        pages="112-134", publisher="Routledge", place="London", editors=(("Brown", "Alice"), ("Dee", "Carl")),
    ),
    "a body's report": Work(
        "report", "Global report on trafficking in persons 2014", 2014, body="United Nations Office on Drugs and Crime",
        acronym="UNODC", publisher="United Nations", place="Vienna",
    ),
    "a numbered report": Work(
        "report", "Female victims of sexual violence, 1994-2010", 2013,
        (("Planty", "Michael"), ("Langton", "Lynn"), ("Krebs", "Christopher")), number="NCJ 240655",
        publisher="Bureau of Justice Statistics", place="Washington, DC",
    ),
    "a report at an address": Work(
        "report", "Hidden in plain sight: A statistical analysis of violence against children", 2014,
        body="United Nations Children's Fund", acronym="UNICEF", publisher="UNICEF", place="New York",
        url="https://data.unicef.org/resources/hidden-in-plain-sight/",
    ),
    "a web page": Work(
        "webpage", "Fast facts: Preventing intimate partner violence", 2022,
        body="Centers for Disease Control and Prevention", acronym="CDC", url="https://www.cdc.gov/violenceprevention/fastfact.html",
    ),
    "a newspaper story": Work(
        "news", "Shelters turn families away as funds run out", 2013, (("Kristof", "Nicholas D."),), month=5, day=5,
        container="The New York Times",
    ),
    "a thesis": Work(
        "thesis", "Survivor stories and the law of evidence", 2015, (("Lopez", "Marisol"),), publisher="University of Texas",
    ),
    "a data set": Work(
        "dataset", "National crime victimization survey, 2016", 2017, body="Bureau of Justice Statistics",
        publisher="Inter-university Consortium for Political and Social Research", url="https://doi.example.org/ncvs/2016",
    ),
}  # fmt: skip
