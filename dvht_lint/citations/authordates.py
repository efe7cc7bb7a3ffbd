"""Citations by author and date in running text: "(Doe, 2011)", "(see Doe 2011, p. 4; Roe & Poe 2012a)", "Doe et al. (2011)".

What is read here only has the form; whether a list of references has the work decides whether it is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from dvht_lint.citations.dates import MONTH
from dvht_lint.citations.words import CAPITALS
from dvht_lint.records import record
from dvht_lint.text import Span

__all__ = ["AuthorDate", "read_author_dates"]


@record(frozen=True, slots=True)
class AuthorDate:
    """One work as a text names it: `names` as written, `span` from the first name to the date, of the plain text.

    `years` are the forms that its year may have in the list ("1899/2010" is one of two).
    """

    names: tuple[str, ...]
    years: tuple[int, ...]
    suffix: str
    span: Span
    more: bool = False
    """Whether "et al." stands for further authors."""
    narrative: bool = False
    """Whether the names are part of the sentence: "Doe (2011)"."""
    locator: str = ""
    written: str = ""
    """The names as one text, as the name of a body with "and" in it has to be read."""
    gloss: str = ""
    """What stands in brackets behind the names: a short form, or the name in full."""

    @property
    def shown(self) -> str:
        """As a message gives it: "Doe and Roe (2011a)"."""
        return f"{self.written} ({self.years[-1]}{self.suffix})"

    def without(self, opening: int) -> AuthorDate:
        """The citation without some words of the sentence that were taken for the beginning of its first name."""
        words = self.written.split(maxsplit=opening)
        if not opening or len(words) <= opening:
            return self
        cut = len(self.written) - len(words[-1])
        return replace(self, written=words[-1], span=Span(self.span.start + cut, self.span.end))


_YEAR = r"(?:1[5-9]|20)\d\d"
_DATE = rf"(?:\[?{_YEAR}\]?\s?/?\s?)?{_YEAR}(?:[a-z](?![a-z]))?"
_CAP = rf"[{CAPITALS}]"
_PARTICLES = r"(?:(?:van|von|der|den|de|la|le|du|del|della|di|da|dos|ten|ter|zu|al|el|bin|ibn)[ -])"
_WORD = rf"(?:[DdOoLl]['’])?{_CAP}[\w'’&/.‐-]*(?<!['’])"
_NAME = rf"{_PARTICLES}{{0,2}}{_WORD}(?:\s(?:{_PARTICLES}|(?:of|for|and|on|the|against|to|in)\s){{0,2}}{_WORD}){{0,8}}"
_JOINT = r"(?:,?\s(?:and|&|&amp;|und|et|y)\s|,\s)"
_ET_AL = r"(?:,?\s(?:et\.? ?al\.?|(?:and|&)\s(?:colleagues|others|coauthors|co-authors)))"


@cache
def _part() -> re.Pattern[str]:
    """One part of a citation in brackets, between its semicolons."""
    lead = (
        r"(?:(?:but|and|also|see|e\.g\.|i\.e\.|cf\.?|compare|in|from|after|source|sources|data|adapted|cited|quoted|reported"
        r"|as|by|reviewed|review|for|a|example|instance|more|recently|most|notably)[\s,:]+){0,6}"
    )
    return re.compile(
        rf"\s*(?i:{lead})(?P<names>{_NAME}(?:{_JOINT}{_NAME}){{0,8}}{_ET_AL}?)(?:\s?[\[(](?P<gloss>[^\[\]()]{{2,90}})[\])])?"
        rf"(?:['’]s?)?,?\s(?:{MONTH},?\s)?(?P<date>{_DATE})(?P<rest>.*)$",
        re.DOTALL,
    )


_OUTER = re.compile(r"\(((?:[^()]|\([^()]{0,100}\)){3,500})\)")
_LATER = re.compile(rf"\s*(?P<date>{_YEAR}(?:[a-z](?![a-z]))?)(?P<rest>.*)$", re.DOTALL)
_MORE_DATES = re.compile(rf"\s*(?:,|;|and|&)\s*(?P<date>{_YEAR}(?:[a-z](?![a-z]))?|[a-z](?![\w.]))(?![\d–-])")
_NO_CITATION = re.compile(r"\s?[-–/]\s?\d|\s?[%°]|\d|,\d{3}|\s+(?:to|and|[A-Za-z]{4,})\b(?!\s?:)")
_NARRATIVE_BRACKET = re.compile(rf"\s?[(\[](?P<date>{_DATE})(?P<rest>[^()\[\]]{{0,60}})[)\]]")
_CHAIN = re.compile(
    rf"(?P<names>{_NAME}(?:{_JOINT}{_NAME}){{0,8}}{_ET_AL}?)(?:\s?\((?P<gloss>[^()]{{2,60}})\))?(?:['’]s?)?(?:\s(?:in|of))?$"
)
_PARTY = re.compile(r"\bvs?\.?\s$")
"""Before the second party of a case, "Brown v. Board"."""
_REACH = 160
_INITIALS = rf"(?:{_CAP}\.\s?-?)+|[JS]r\.?"


def read_author_dates(text: str) -> Iterator[AuthorDate]:
    """The citations of a text, in order; those in brackets with what their part of the brackets says."""
    if "(" not in text or not re.search(_YEAR, text):
        return
    for bracket in _OUTER.finditer(text):
        yield from _in_brackets(text, Span(*bracket.span(1)))
    for bracket in _NARRATIVE_BRACKET.finditer(text):
        yield from _narrative(text, bracket)


def _in_brackets(text: str, inside: Span) -> Iterator[AuthorDate]:
    start = inside.start
    before: AuthorDate | None = None
    for part in re.split(r"(;)", inside.cut(text)):
        found = _part().match(part) if part != ";" else None
        if found:
            who = _named(found["names"], found["gloss"] or "", Span(*found.span("names")).shift(start), narrative=False)
            for before in _dated(who, found, start):
                yield before
        elif before is not None and (later := _LATER.match(part)):
            where = Span(*later.span("date")).shift(start)
            yield from _dated(replace(before, span=where), later, start)
        start += len(part)


def _narrative(text: str, bracket: re.Match[str]) -> Iterator[AuthorDate]:
    start = max(0, bracket.start() - _REACH)
    window = text[start : bracket.start()]
    chain = next((found for at in _starts(window) if (found := _CHAIN.match(window, at))), None)
    if chain is not None and not _PARTY.search(window, 0, chain.start()):
        who = _named(chain["names"], chain["gloss"] or "", Span(*chain.span("names")).shift(start), narrative=True)
        yield from _dated(who, bracket, 0)


def _starts(window: str) -> Iterator[int]:
    """The places where a chain of names may begin: words with a capital, and the particles before them."""
    return (m.start() for m in re.finditer(rf"(?<![\w'’.-])(?:{_PARTICLES}{{0,2}}{_WORD})", window))


def _named(written: str, gloss: str, span: Span, *, narrative: bool) -> AuthorDate:
    """The names of a chain, without initials and months, and whether more are meant; no year yet."""
    bare = re.sub(r"['’]s?$", "", written.strip())
    cut = re.sub(rf"{_ET_AL}$", "", bare)
    parts = [part.strip() for part in re.split(_JOINT, cut)]
    people = [re.sub(rf"^(?:{_CAP}\.\s?-?)+\s?", "", part) for part in parts if not re.fullmatch(_INITIALS, part)]
    names = [name for at, name in enumerate(people) if name and not (at and re.fullmatch(MONTH, name))]
    return AuthorDate(tuple(names), (), "", span, cut != bare, narrative, written=bare, gloss=gloss.strip())


def _dated(who: AuthorDate, found: re.Match[str], shift: int) -> Iterator[AuthorDate]:
    """A citation for each date of a match that stands behind the names; none where what follows makes it no date."""
    rest = found["rest"]
    if not who.names or _NO_CITATION.match(rest):
        return
    years, suffix = _year(found["date"])
    end = shift + found.end("date")
    span = Span(who.span.start, end) if end > who.span.end else who.span
    yield replace(who, years=years, suffix=suffix, span=span, locator=rest.strip(" ,:"))
    at = end
    while following := _MORE_DATES.match(rest):
        date = following["date"]
        later, mark = (years, date) if date.isalpha() else _year(date)
        where = Span(*following.span("date")).shift(at)
        yield replace(who, years=later, suffix=mark, span=where, locator="")
        at, rest = at + following.end(), rest[following.end() :]


def _year(date: str) -> tuple[tuple[int, ...], str]:
    suffix = date[-1] if date[-1].isalpha() else ""
    return tuple(int(year) for year in re.findall(_YEAR, date)), suffix
