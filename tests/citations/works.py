"""Works of every kind that citations name, as a librarian would record them."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["MONTHS", "WORKS", "Work"]

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")  # fmt: skip


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
        return f"{MONTHS[self.month - 1]} {self.day}, {self.year}" if self.day else str(self.year)

    @property
    def british_date(self) -> str:
        return f"{self.day} {MONTHS[self.month - 1]} {self.year}" if self.day else str(self.year)


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
