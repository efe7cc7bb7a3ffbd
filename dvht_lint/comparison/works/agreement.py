"""Whether two citations are of one work.

CONTRACT: they are, when author, title and publisher or container agree, though year, place or another field does
not; a recurring item, another edition or volume, a conference paper and its journal version are other works.
"""

from __future__ import annotations

import re
from functools import cache

from rapidfuzz import fuzz

from dvht_lint.comparison.works.authors import authors_agree, names_agree, same_first_author
from dvht_lint.comparison.works.profile import Profile, is_person, normal_words
from dvht_lint.comparison.works.venues import kind_of_venue, not_yet_published, venues_agree
from dvht_lint.lexicons import load

__all__ = ["one_work", "titles_alike"]

_EXACT, _NEAR, _WEAK = 0.96, 0.88, 0.72
_GENERIC = 3
"""Words of a title that any body may give its yearly report ("Annual Report 2011")."""
_MISSPELT = 97
"""Percent of two titles, run together, from which on they differ by a slip of the pen."""
_SHORTEST_CUT = 24
"""Letters of a title's content words that say enough to know the title by, when the rest of it was cut off."""
_PART = 60
"""Percent; below, two titles or subtitles are of two works, however alike the rest ("Stalking: Findings from …")."""


def one_work(a: Profile, b: Profile, *, series: bool = False, introduced: bool = False) -> bool:
    """Whether two citations are of one work.

    `series` says that the title is known to come out in many years; `introduced` that a third citation agrees with both: then
    the author that one of them leaves out is taken to be the other's, if the year is.
    """
    if a.law and a.law == b.law:
        return True
    likeness = titles_alike(a, b)
    identity = _identifiers_agree(a, b)
    if identity is not None and (likeness > 0.5 or not a.title or not b.title):
        return identity
    if not a.title or not b.title:
        return (
            not a.title and not b.title and not _numbered_apart(a, b) and (a.text == b.text or _short_forms_agree(a, b))
        )
    if likeness < _WEAK or a.about != b.about or _other_volume(a, b) or _other_numbers(a, b):
        return False
    recurring = (series or a.serial or b.serial) and not _same_instalment(a, b)
    return _weigh(a, b, likeness, recurring=recurring, introduced=introduced)


def _same_instalment(a: Profile, b: Profile) -> bool:
    """Whether both titles name the same year of a recurring work: "National Crime Victimization Survey, 2016"."""
    years = {n for n in a.numbers & b.numbers if len(n) == 4}
    return bool(years) and a.title == b.title and len(a.words) > _GENERIC


def _weigh(a: Profile, b: Profile, likeness: float, *, recurring: bool, introduced: bool) -> bool:
    authors, venue, year = authors_agree(a, b), _venue(a, b), _same_year(a, b)
    if authors is None and introduced and year is True:
        authors = True
    if authors is False:
        return likeness >= _EXACT and len(a.words) >= 5 and year is True and venue is not False and not recurring
    if likeness >= _EXACT:
        if year is False:
            apart = venue is False or recurring or _issues_differ(a, b) or _more_bodies(a, b) or _other_version(a, b)
            return not apart
        if venue is False:
            dated = year is True or (
                authors is True and (_same_instalment(a, b) or (year is None and len(a.words) > 2))
            )
            return dated and not _other_kind(a, b) and not recurring
        return not recurring or (not _issues_differ(a, b) and (authors is True or (venue is True and year is True)))
    if authors is None or (venue is False and not _dated_alike(a, b, likeness)) or (recurring and likeness < _NEAR):
        return False
    settled = venue is True and year is True and _by_persons(a, b)
    if _numbered_apart(a, b) or _other_subtitle(a, b) or (_other_subject(a, b) and not settled):
        return False
    if year is False:
        return likeness >= 0.93 and venue is True and not recurring
    if likeness >= _NEAR:
        return True
    return year is True and same_first_author(a, b) and (venue is True or _head_only(a, b) or len(a.words) >= 4)


def _dated_alike(a: Profile, b: Profile, likeness: float) -> bool:
    """Whether a title with a slip of the pen, its authors and year say enough, whatever a venue is called."""
    return likeness >= 0.93 and _same_year(a, b) is True and same_first_author(a, b) and not _other_kind(a, b)


def _by_persons(a: Profile, b: Profile) -> bool:
    """Whether the same persons wrote two articles: unlike a body, they hardly have two alike in one issue."""
    return same_first_author(a, b) and any(is_person(n) for n in (*a.authors, *b.authors)) and not _other_article(a, b)


def _other_version(a: Profile, b: Profile) -> bool:
    """Whether one citation says where the work stands, the other not or not yet, and years lie between them."""
    settled = [bool(p.container) and not not_yet_published(p.container) for p in (a, b)]
    return settled[0] != settled[1] and min(abs(x - y) for x in a.years for y in b.years) > 1


def _numbered_apart(a: Profile, b: Profile) -> bool:
    """Whether each has an identifier of its own."""
    return any(x and y and x != y for x, y in ((a.doi, b.doi), (a.url, b.url), (a.number, b.number), (a.isbn, b.isbn)))


def _other_subject(a: Profile, b: Profile) -> bool:
    """Whether titles that look alike are of two items of a row: another place, or another word out of a few.

    Spelling apart, one word in five may differ.
    """
    if a.title == b.title or _head_only(a, b) or _cut_short(a, b):
        return False
    left, right = (_unmatched(x.words, y.words) for x, y in ((a, b), (b, a)))
    if any(word in _place_words() for word in (*left, *right)):
        return True
    if (left or right) and _other_article(a, b):
        return True
    longest = max(len(a.words), len(b.words))
    return max(len(left), len(right)) > max(longest / 5, 0.5)


def _other_subtitle(a: Profile, b: Profile) -> bool:
    """Whether the titles, or the subtitles that both have, are hardly alike taken by themselves."""
    tails = (a.title.removeprefix(a.head), b.title.removeprefix(b.head))
    return all(tails) and not _cut_short(a, b) and min(fuzz.ratio(a.head, b.head), fuzz.ratio(*tails)) < _PART


def _other_article(a: Profile, b: Profile) -> bool:
    """Whether two articles begin on two pages of one volume."""
    pages = (_first_page(a), _first_page(b))
    return bool(a.container and b.container and all(pages)) and pages[0] != pages[1] and a.volume == b.volume


def _unmatched(words: tuple[str, ...], others: tuple[str, ...]) -> list[str]:
    """The words of a title that the other has not, spelling apart; run-together words are matched by their sum."""
    run = "".join(others)
    return [
        w for w in words if len(w) > 2 and w not in others and w not in run and not any(_spelt(w, o) for o in others)
    ]


def _spelt(a: str, b: str) -> bool:
    return fuzz.ratio(a, b, score_cutoff=80) > 0


@cache
def _place_words() -> frozenset[str]:
    entries = load("citation_names")
    return frozenset(
        w for name in (*entries["regions"], *entries["countries"]) if len(name) > 3 for w in normal_words(name)
    )


def _more_bodies(a: Profile, b: Profile) -> bool:
    """Whether a body wrote with the authors of one that is not with the other's: a later edition often has more."""
    short, long = (a.authors, b.authors) if len(a.authors) <= len(b.authors) else (b.authors, a.authors)
    return len(short) < len(long) and any(n.acronyms and not any(names_agree(n, s) for s in short) for n in long)


def titles_alike(a: Profile, b: Profile) -> float:
    """How alike two titles are, 0 to 1; a title is wholly like itself without its subtitle."""
    if not a.title or not b.title:
        return 0.0
    if a.title == b.title:
        return 1.0
    whole = fuzz.ratio(a.title, b.title, score_cutoff=60) / 100
    if _head_only(a, b) or _cut_short(a, b):
        return max(whole, 0.9)
    return whole


def _cut_short(a: Profile, b: Profile) -> bool:
    """Whether one title is the beginning or end of the other, and most of it: lists cut long titles."""
    short, long = sorted((a.title, b.title), key=len)
    return _SHORTEST_CUT <= len(short) < len(long) <= 2 * len(short) and (
        long.startswith(short) or long.endswith(short) or fuzz.ratio(short, long[: len(short)]) >= _MISSPELT
    )


def _head_only(a: Profile, b: Profile) -> bool:
    """Whether one of two titles is the other's without its subtitle, spelling apart; one word alone says too little."""
    short, long = (a, b) if len(a.title) <= len(b.title) else (b, a)
    if len(short.title) < 8 or long.head == long.title:
        return False
    return short.title == long.head or fuzz.ratio(short.title, long.head) >= _MISSPELT


def _identifiers_agree(a: Profile, b: Profile) -> bool | None:
    if a.doi and b.doi:
        return True if a.doi == b.doi else None
    if a.isbn and b.isbn and a.isbn[-10:-1] == b.isbn[-10:-1]:
        return True
    if a.url and a.url == b.url and _same_year(a, b) is not False:
        return True
    return None


def _short_forms_agree(a: Profile, b: Profile) -> bool:
    return bool(a.years and a.years == b.years and a.authors and authors_agree(a, b)) and not (a.url or b.url)


def _other_volume(a: Profile, b: Profile) -> bool:
    """Another edition; another volume or number of something that is no article."""
    if a.edition and b.edition and a.edition != b.edition:
        return True
    if bool(a.edition) != bool(b.edition) and _same_year(a, b) is False:
        return True
    if not (a.container or b.container):
        return bool(a.volume and b.volume and a.volume != b.volume)
    return False


def _other_numbers(a: Profile, b: Profile) -> bool:
    """Whether the titles number two different items: "Annual Report 2011" and "… 2012", "Part 1" and "Part 2".

    A year that only one title bears must be that of the other's issue.
    """
    if a.numbers == b.numbers:
        return False
    if a.numbers and b.numbers:
        return True
    have, lack = (a, b) if a.numbers else (b, a)
    if _head_only(a, b) or _strayed(have, lack):
        return False
    return not (len(have.numbers) == 1 and int(next(iter(have.numbers))) in lack.years)


def _strayed(have: Profile, lack: Profile) -> bool:
    """Whether the number of a long title is a page's or a footnote's that came between its words, the rest being equal."""
    rest = [w for w in have.words if not w.isdigit()]
    inside = not any(w.isdigit() for w in (have.words[0], have.words[-1]))
    return inside and len(rest) > 5 and "".join(rest) == lack.title and _same_year(have, lack) is True


def _issues_differ(a: Profile, b: Profile) -> bool:
    """Whether volume, issue or pages say that two items stand in two issues."""
    pairs = ((a.volume, b.volume), (a.issue, b.issue), (_first_page(a), _first_page(b)))
    differ = sum(bool(x and y and x != y) for x, y in pairs)
    agree = sum(bool(x and x == y) for x, y in pairs)
    return differ > agree


def _first_page(p: Profile) -> str:
    match = re.search(r"\d+", p.pages)
    return match[0] if match else ""


def _same_year(a: Profile, b: Profile) -> bool | None:
    if not a.years or not b.years:
        return None
    return bool(a.years & b.years)


def _venue(a: Profile, b: Profile) -> bool | None:
    """Whether container or publisher agree; None where there is nothing to compare."""
    if not_yet_published(a.container) or not_yet_published(b.container):
        return None
    if a.container and b.container:
        return venues_agree(a.container, b.container)
    if a.publisher and b.publisher and not (a.container or b.container):
        return venues_agree(a.publisher, b.publisher)
    if (a.container and b.publisher) or (b.container and a.publisher):
        return _where_agrees(a, b)
    if a.place and b.place and not (a.container or b.container or a.publisher or b.publisher):
        return True if set(normal_words(a.place)) & set(normal_words(b.place)) else None
    return None


def _where_agrees(a: Profile, b: Profile) -> bool | None:
    """Whether what one gives as its container is what the other gives as its publisher.

    A journal and a publisher may be of one article; with another year they are of two works.
    """
    container, publisher = (a.container, b.publisher) if a.container else (b.container, a.publisher)
    if venues_agree(container, publisher):
        return True
    apart = kind_of_venue(container) == "periodical" and _same_year(a, b) is False
    return False if apart else None


def _other_kind(a: Profile, b: Profile) -> bool:
    """Whether one stands in a periodical and the other in proceedings."""
    return "" not in (kind_of_venue(a.container), kind_of_venue(b.container)) and kind_of_venue(
        a.container
    ) != kind_of_venue(b.container)
