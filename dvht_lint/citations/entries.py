"""What every form of citation without marks shares: names that may be authors, the title, and what follows it."""

from __future__ import annotations

import re
from functools import cache

from dvht_lint.citations.dates import find_dates
from dvht_lint.citations.details import read_brackets
from dvht_lint.citations.imprint import read_imprint, take_date
from dvht_lint.citations.names import is_editor, names_people, parse_names
from dvht_lint.citations.places import is_place
from dvht_lint.citations.reading import Reading, trim
from dvht_lint.citations.titles import is_second_title
from dvht_lint.citations.venues import is_venue
from dvht_lint.citations.words import FAMILY, has_body_noun, is_acronym, is_common_word, names_body, title_cased
from dvht_lint.text import Span

__all__ = [
    "asking_title",
    "author_after",
    "has_small_word",
    "is_date",
    "is_name",
    "may_be_author",
    "offices",
    "read_author",
    "read_rest",
    "read_title_and_rest",
    "work_words",
]


@cache
def work_words() -> re.Pattern[str]:
    """Words of titles: what sort of work it is, what it is about, and how its title asks."""
    return re.compile(
        r"\b(?:report|survey|study|statistics|facts?|data|estimates?|guide|handbook|manual|review|analysis|overview|trends?"
        r"|brief|summary|findings|act|law|plan|strategy|toolkit|index|atlas|database|protocol|convention|trafficking|violence|abuse"
        r"|why|how|what|when|who|where|between|during|after|from)\b",
        re.IGNORECASE,
    )


@cache
def offices() -> re.Pattern[str]:
    """How the name of a part of an agency begins: "Office for Victims of Crime", "Bureau of Justice Statistics"."""
    return re.compile(
        r"^(?:the |U\.S\. |US |National |Federal |State |(?-i:[A-Z][a-z]+(?:an|ish|ese|ch|i)) )*(?:bureau|office|department|division|center|centre|institute|administration|agency"
        r"|commission|committee|council|ministry|unit|branch)\b",
        re.IGNORECASE,
    )


def is_name(text: str) -> bool:
    """Whether a text is more likely a body's name than a title: an acronym, or a body without report words."""
    if is_acronym(text):
        return True
    return title_cased(text) and names_body(text) and not work_words().search(text) and not re.search(r"\d{4}", text)


def read_author(text: str, span: Span, reading: Reading) -> None:
    """Record the names of a span as author or editor, and the date that ends it as the date of issue."""
    if len(span) and re.search(r"[^\W\d_]{2}", span.cut(text)):
        words = span.cut(text)
        date = next((d for d in find_dates(text, span)), None)
        if date and date.span.end >= span.end - 1:
            reading.put("issued", date.value, date.span)
            span = trim(text, Span(span.start, date.span.start), " \t\n.,;:([")
            words = span.cut(text)
        reading.put("editor" if is_editor(words) else "author", parse_names(words), span)


def read_rest(text: str, rest: Span, italics: list[Span], reading: Reading) -> None:
    """Read what follows a title: details in brackets, then the date, then the imprint."""
    if not len(rest):
        return
    text = read_brackets(text, rest, reading)
    text = take_date(text, rest, reading)
    read_imprint(text, rest, italics, reading)


def author_after(reading: Reading) -> None:
    """A body that follows the title ("*Title*, Polaris Project, 2012") is its author as much as its publisher."""
    publisher = str(reading.fields.get("publisher") or "")
    if (
        not publisher[:1].isupper()
        or "container-title" in reading
        or not names_body(publisher)
        or not title_cased(publisher)
    ):
        return
    span = reading.spans["publisher"]
    author, comma, printer = publisher.partition(", ")
    if (
        comma
        and (is_name(author) or offices().match(author))
        and all(is_name(part) for part in printer.split(", "))
        and len(span) == len(publisher)
    ):
        reading.put("author", parse_names(author), Span(span.start, span.start + len(author)))
        reading.fields["publisher"], reading.spans["publisher"] = printer, Span(span.end - len(printer), span.end)
        return
    reading.put("author", parse_names(publisher), span)


def read_title_and_rest(text: str, title: Span, rest: Span, reading: Reading) -> None:
    """Record a title without the imprint in brackets or the date that end it."""
    words = title.cut(text)
    imprint = re.search(r"\([^()]*(?:1[5-9]|20)\d\d\)$", words) or re.search(
        r",\s+(?:[A-Z][a-z]{2,8}\.?\s+(?:\d{1,2},\s+)?)?(?:1[5-9]|20)\d\d(?:,\s+pp?\.\s*\d.*)?$", words
    )
    dated = imprint and words[imprint.start()] == "," and next(find_dates(text, rest), None)
    if imprint and imprint.start() and not dated:
        title, rest = Span(title.start, title.start + imprint.start()), Span(title.start + imprint.start(), rest.end)
    cut = read_brackets(text, title, reading)
    reading.put_text("title", text, trim(cut, title))
    read_rest(text, trim(text, rest), [], reading)


_SMALL = re.compile(r"\b(?:from|in|for|of|to|and|with|on|against|the|a|an)\b")
"""A word that a title has and a journal or a publisher of one or two words has not."""
_SHORT = 4
"""Words of a body's name that only an acronym in it tells ("UN Women", "ABC News Online"); longer ones are titles."""


def asking_title(text: str, found: list[Span], first: int) -> Span:
    """A title that is one sentence, or two: a question with its answer, a last word ("Who leaves? A cohort study")."""
    title, *rest = found[first:]
    if (
        len(rest) > 1
        and text[title.end - 1 : title.end + 1].strip(" .")[-1:] in ("?", "!")
        and not re.match(r"In\b", rest[0].cut(text))
        and not is_place(rest[0].cut(text).partition(":")[0])
        and not is_venue(rest[0].cut(text))
        and (_SMALL.search(rest[0].cut(text)) or not re.match(r"\W*\d", rest[1].cut(text)))
    ):
        return Span(title.start, rest[0].end)
    if len(rest) > 1 and is_second_title(rest[0].cut(text), rest[1].cut(text)):
        return Span(title.start, rest[0].end)
    return title


def has_small_word(text: str) -> bool:
    """Whether a preposition, article or "and" stands in a text, as in the answer of a title that asks."""
    return bool(_SMALL.search(text))


def may_be_author(text: str) -> bool:
    """Whether a text may stand as an author before a title: people, a body, an acronym, one name."""
    if len(text) > 160 or re.search(r"\d{3}", text):
        return False
    if names_people(text) or is_acronym(text) or re.search(r"\w et al\.?$", text):
        return True
    if re.fullmatch(rf"{FAMILY}(?P<more> et al\.?)?", text):
        return " " in text or not is_common_word(text)
    if ": " in text or not title_cased(text) or is_place(text):
        return False
    return has_body_noun(text) or (names_body(text) and len(text.split()) <= _SHORT)


def is_date(text: str, span: Span) -> bool:
    """Whether a span is a date and hardly more."""
    date = next(find_dates(text, span), None)
    return date is not None and len(date.span) >= len(span) - 2
