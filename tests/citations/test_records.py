"""Lines in the order of data bases and briefings, and the traps of titles that hold names, years and bodies."""

from __future__ import annotations

from typing import Any

import pytest

from tests.citations.marked import bodies, cited, date, people

READ: dict[str, tuple[str, dict[str, Any]]] = {
    "the authors stand between title and venue": (
        "Counting the hidden, Torbjörn Lindqvist, Ngozi Okonkwo, Journal of Human Trafficking, 2017",
        {"title": "Counting the hidden", "author": people("Lindqvist, Torbjörn", "Okonkwo, Ngozi"), "container-title": "Journal of Human Trafficking", "issued": date(2017)},
    ),
    "two words of a title are no person": (
        "Family violence, Human Rights, Helena Galhardas, Daniela Florescu, Journal of Family Issues, 1998",
        {"title": "Family violence, Human Rights", "author": people("Galhardas, Helena", "Florescu, Daniela")},
    ),
    "a name of common words before the venue": (
        "Shelter-Based Counts, Yossi Matias, Jeffrey Scott Vitter, Min Wang, JAMA, 1998",
        {"title": "Shelter-Based Counts", "author": people("Matias, Yossi", "Vitter, Jeffrey Scott", "Wang, Min")},
    ),
    "a body's noun in a title with capitals": (
        "Mapping Police Association Rules, Ramakrishnan Srikant, Rakesh Agrawal, Data Conference, 1996",
        {"title": "Mapping Police Association Rules", "author": people("Srikant, Ramakrishnan", "Agrawal, Rakesh")},
    ),
    "no author and a venue": (
        "A fast index of protective orders, International Conference on Family Law, 2001",
        {"title": "A fast index of protective orders", "container-title": "International Conference on Family Law", "author": None},
    ),
    "families before a colon": (
        "Lindqvist et al.: Shelters and the law. Trauma Review 2012: 12-19",
        {"author": [{"family": "Lindqvist"}], "title": "Shelters and the law", "container-title": "Trauma Review", "page": "12-19"},
    ),
    "two themes before a colon are a title": (
        "Women and Children: A Review of Shelters. Geneva: WHO, 2002.",
        {"title": "Women and Children: A Review of Shelters", "author": bodies("WHO"), "publisher-place": "Geneva", "publisher": "WHO"},
    ),
    "a body, a title and no more": ("UNICEF, Hidden in Plain Sight", {"author": bodies("UNICEF"), "title": "Hidden in Plain Sight"}),
    "a year that the title is about": (
        "ABS, Personal Safety, Australia, 2016 (Canberra, 2017)",
        {"author": bodies("ABS"), "title": "Personal Safety, Australia, 2016", "issued": date(2017), "publisher-place": "Canberra", "container-title": None},
    ),
    "a title that begins like a body": (
        "Hospital, police and court responses to abuse, 2018. https://example.org/responses",
        {"title": "Hospital, police and court responses to abuse", "author": None, "issued": date(2018)},
    ),
    "pages that look like years": (
        'Okonkwo, Ngozi. "Calls at night." The Lancet, vol. 368, no. 9551, 2006, pp. 1973-1983.',
        {"issued": date(2006), "page": "1973-1983", "container-title": "The Lancet", "volume": "368"},
    ),
    "a journal in short words with stops": (
        "Knut EM, Ngata RT. Outliers among shelter records. Proc. Int. Conf. Data Eng. 1998:392-403.",
        {"container-title": "Proc. Int. Conf. Data Eng", "page": "392-403", "publisher": None},
    ),
    "a page of the web, cited in square brackets": (
        "Centers for Disease Control and Prevention. Fast facts [Internet]. 2022 [cited 2022 Mar 3]. Available from: https://www.cdc.gov/ipv",
        {"title": "Fast facts", "issued": date(2022), "accessed": date(2022, 3, 3), "URL": "https://www.cdc.gov/ipv"},
    ),
    "a thesis in a note": (
        "Marisol Lopez, “Survivor Stories” (PhD diss., University of Texas, 2015), 12.",
        {"genre": "PhD diss", "publisher": "University of Texas", "issued": date(2015), "type": "thesis"},
    ),
    "a number after the publisher": (
        "Morgan RE, Kena G. Criminal victimization, 2016: revised. Bureau of Justice Statistics, NCJ 252121; 2018.",
        {"title": "Criminal victimization, 2016: revised", "publisher": "Bureau of Justice Statistics", "number": "NCJ 252121", "issued": date(2018)},
    ),
    "a quotation that the title goes on after": (
        'Human Rights Watch, "Who will listen?": Police and survivors in Libya, 2019',
        {"author": bodies("Human Rights Watch"), "title": '"Who will listen?": Police and survivors in Libya', "issued": date(2019)},
    ),
    "an article by the Oxford standard": (
        "S. Walby and J. Towers, ‘Measuring victims’ losses’ (2017) 1 Journal of Gender-Based Violence 11.",
        {"author": people("Walby, S.", "Towers, J."), "title": "Measuring victims’ losses", "volume": "1", "page": "11", "container-title": "Journal of Gender-Based Violence"},
    ),
    "a publisher before its city": (
        'Jones, A., "Next Time", Beacon Press, Boston, 2000.',
        {"publisher": "Beacon Press", "publisher-place": "Boston", "issued": date(2000)},
    ),
    "a body of another language is no person": (
        "Casa de Esperanza. (2012). Advocates at work. St. Paul, MN.",
        {"author": bodies("Casa de Esperanza"), "title": "Advocates at work"},
    ),
    "a body that only its second mention shows": (
        "Futures Without Violence. Facts on Work. San Francisco: Futures Without Violence, 2012.",
        {"author": bodies("Futures Without Violence"), "title": "Facts on Work", "publisher": "Futures Without Violence"},
    ),
    "two families and a year": (
        "(see, e.g., Brown & Green, 2012)",
        {"author": [{"family": "Brown"}, {"family": "Green"}], "issued": date(2012), "title": None},
    ),
    "a preprint": (
        "Fernández-Fontelo et al., “Estimating the burden of violence,” arXiv:2001.12345, 2020",
        {"number": "arXiv:2001.12345", "author": [{"family": "Fernández-Fontelo"}], "publisher": None},
    ),
    "capitals of every alphabet": (
        "Östlund G, Ávila Á, van der Berg AM. Counting calls. Lancet. 2002;359(9314):1331-6.",
        {"author": people("Östlund, G", "Ávila, Á", "van der Berg, AM"), "title": "Counting calls"},
    ),
    "a year inside a title": (
        "Femicide in Canada, 2019: a call for action, 2020. https://example.org/femicide",
        {"title": "Femicide in Canada, 2019: a call for action", "issued": date(2020)},
    ),
    "a question and its answer": (
        "What works? Evidence from schools, 2018. https://example.org/works",
        {"title": "What works? Evidence from schools", "issued": date(2018)},
    ),
    "a proceedings paper in a book": (
        "Raghavan, Prabhakar, and Gang He. “Case Files.” In Proceedings of the Conference on Data, edited by Alice Brown, 12-19. London: Sage, 2004.",
        {"author": people("Raghavan, Prabhakar", "He, Gang"), "editor": people("Brown, Alice"), "container-title": "Proceedings of the Conference on Data", "page": "12-19", "publisher": "Sage", "type": "paper-conference"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("line", "fields"), READ.values(), ids=READ)
def test_record(line: str, fields: dict[str, Any]) -> None:
    [source] = cited(line)
    assert {name: source.fields.get(name) for name in fields} == fields
