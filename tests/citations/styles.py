"""A work as each style of citation writes it; titles in italics stand between asterisks.

The styles are those of the manuals: APA 6 and 7, Chicago (notes, bibliography, author-date), MLA 8, Vancouver and
AMA (NLM), Harvard, IEEE, and the records of bibliographic data bases (comma lists, "Author and Author: Title.").
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.citations.works import MONTHS, Work

__all__ = ["STYLES"]


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
    when = f"({work.year}, {MONTHS[work.month - 1]} {work.day})." if work.day else f"({work.year})."
    link = f"https://doi.org/{work.doi}" if work.doi else work.url
    return _spaced(who, when, _apa_body(work, imprint=_ended(work.publisher) if work.publisher else ""), link)


def apa6(work: Work) -> str:
    who = _ended(_apa_names(work.authors) or work.body)
    imprint = f"{work.place}: {work.publisher}." if work.place else _ended(work.publisher) if work.publisher else ""
    link = f"doi:{work.doi}" if work.doi else f"Retrieved from {work.url}" if work.url else ""
    when = f"({work.year}, {MONTHS[work.month - 1]} {work.day})." if work.day else f"({work.year})."
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
        day = f"{MONTHS[work.month - 1]} {work.day}"
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
        return f"{who}. {_ended(work.title)} {work.container}. {work.year} {MONTHS[work.month - 1][:3]} {work.day}."
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
        day = f"{work.day} {MONTHS[work.month - 1]}"
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
