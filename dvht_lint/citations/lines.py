"""Citations without any mark of their title, told by full stops and commas alone.

"Polaris Project, Annual Report (2012)" · "World Bank. World Development Report 2012. Washington, D.C.: World Bank,
2011." · "Black MC, Basile KC. Title. Lancet. 2002;359:1331-6." · "UNODC 2012" · "ILO, Walk Free"
"""

from __future__ import annotations

import re
from functools import cache

from dvht_lint.citations.dates import find_dates
from dvht_lint.citations.imprint import read_brackets, read_imprint, take_date
from dvht_lint.citations.names import is_editor, names_people, parse_names
from dvht_lint.citations.places import is_place
from dvht_lint.citations.reading import Reading, sentence_end, trim
from dvht_lint.citations.words import is_acronym, names_body
from dvht_lint.text import Span

__all__ = ["author_after", "is_name", "read_author", "read_line", "read_rest"]


@cache
def _work_words() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:report|survey|study|statistics|facts?|data|estimates?|guide|handbook|manual|review|analysis|overview|trends?"
        r"|brief|summary|findings|act|law|plan|strategy|toolkit|index|atlas|database|protocol|convention|trafficking|violence|abuse"
        r"|why|how|what|when|who|where|between|during|after|from)\b",
        re.IGNORECASE,
    )


@cache
def _offices() -> re.Pattern[str]:
    """How the name of a part of an agency begins: "Office for Victims of Crime", "Bureau of Justice Statistics"."""
    return re.compile(
        r"^(?:the |U\.S\. |US |National |Federal |State )*(?:bureau|office|department|division|center|centre|institute|administration|agency"
        r"|commission|committee|council|ministry|unit|branch)\b",
        re.IGNORECASE,
    )


@cache
def _vancouver() -> re.Pattern[str]:
    """Names with glued initials that a full stop ends: "Black MC, Basile KC. "."""
    name = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)? [A-Z]{1,3}"
    return re.compile(rf"({name}(?:, {name}){{0,40}}(?:,? et al)?)\.\s+(?=\S)")


@cache
def _body_year() -> re.Pattern[str]:
    """A body, a year and perhaps a title: "Polaris Project 2012 Annual Report", "UNODC 2012"."""
    return re.compile(
        r"(?P<who>[A-Z][^,.;:()\d]{1,80}?),?\s+\(?(?P<title>(?P<year>(?:1[5-9]|20)\d\d)\)?(?:\s+[A-Z][^.,;()]{3,100})?)\.?$"
    )


def read_line(text: str, region: Span, reading: Reading) -> None:
    """Read a line by its full stops, else by its commas, else as a name or title alone."""
    if _read_listed(text, region, reading) or _read_body_year(text, region, reading):
        return
    sentences = _sentences(text, region)
    if len(sentences) > 1 and _may_be_author(sentences[0].cut(text)):
        read_author(text, sentences[0], reading)
        if _is_date(text, sentences[1]):
            _finish_short(text, Span(sentences[1].start, region.end), reading)
        else:
            _title_and_rest(text, sentences[1], Span(sentences[1].end, region.end), reading)
        return
    parts = _comma_parts(text, region)
    head = _author_parts(text, parts)
    if head:
        read_author(text, Span(parts[0].start, parts[head - 1].end), reading)
        if _is_date(text, parts[head]) or _bare_bodies(text, region):
            _finish_short(text, Span(parts[head].start, region.end), reading)
        else:
            _title_and_rest(text, _whole_title(text, parts, head), Span(parts[head].end, region.end), reading)
        return
    words = region.cut(text)
    if is_name(words) or names_people(words):
        read_author(text, region, reading)
        return
    first = sentences[0] if len(sentences) > 1 else _whole_title(text, parts, 0)
    _title_and_rest(text, first, Span(first.end, region.end), reading)
    author_after(reading)


def _read_listed(text: str, region: Span, reading: Reading) -> bool:
    listed = _vancouver().match(text, region.start, region.end)
    if not listed:
        return False
    read_author(text, Span(*listed.span(1)), reading)
    title = _sentences(text, Span(listed.end(), region.end))[0]
    _title_and_rest(text, title, Span(title.end, region.end), reading)
    return True


def _read_body_year(text: str, region: Span, reading: Reading) -> bool:
    match = _body_year().match(text, region.start, region.end)
    if not match or not _may_be_author(match["who"]) or match["who"].lower().startswith(("the ", "a ")):
        return False
    read_author(text, Span(*match.span("who")), reading)
    if re.fullmatch(r"\d{4}\)?", match["title"]):
        reading.put("issued", {"date-parts": [[int(match["year"])]]}, Span(*match.span("year")))
    else:
        reading.put_text("title", text, Span(*match.span("title")))
    return True


def _author_parts(text: str, parts: list[Span]) -> int:
    """How many of the parts between commas name the author: an agency, its office and its bureau."""
    head = 0
    while head < len(parts) - 1:
        words = parts[head].cut(text)
        if not _may_be_author(words) or (head and not names_body(words)):
            break
        if head and _work_words().search(words) and not _offices().search(words):
            break
        head += 1
    return head


def _whole_title(text: str, parts: list[Span], first: int) -> Span:
    """A title with the commas inside it: it goes on to a date, a place, a page or a body."""
    end = first
    while end + 1 < len(parts):
        following = parts[end + 1]
        words = following.cut(text)
        years = re.match(r"(?:1[5-9]|20)\d\d(?:\s?[-–]\s?\d{2,4}\b|\s*\((?:1[5-9]|20)\d\d\)$)", words)
        if not years and (
            _is_date(text, following)
            or is_place(words)
            or re.match(r"(?:pp?|pages?|vol|no)\b\.?\s*\d|[\d(\[]|retrieved|accessed", words, re.IGNORECASE)
            or (is_name(words) and len(words.split()) <= 8)
            or (":" in words and len(words.partition(":")[0].split()) <= 2 and not words.startswith("and "))
        ):
            break
        end += 1
    return Span(parts[first].start, parts[end].end)


def is_name(text: str) -> bool:
    """Whether a text is more likely a body's name than a title: an acronym, or a body without report words."""
    if is_acronym(text):
        return True
    return text[:1].isupper() and names_body(text) and not _work_words().search(text) and not re.search(r"\d{4}", text)


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
    text = _open_brackets(text, rest)
    read_imprint(text, rest, italics, reading)


def _open_brackets(text: str, region: Span) -> str:
    """Text like "(Place: Publisher,      ), 45" with its brackets opened, as an imprint of its own."""
    match = re.match(r"\s*\(([^()]*)\)", text[region.start : region.end])
    if not match or not re.search(r"[^\W\d_]{2}", match[1]):
        return text
    start, end = region.start + match.start(1), region.start + match.end(1)
    inner = text[start:end].rstrip(" ,") or " "
    after = text[end + 1 : region.end]
    page = re.sub(r"^(\s*),(\s*)(?=\d)", lambda m: m[1] + "." + m[2], after)
    return text[: start - 1] + " " + inner + "." + " " * (end - start - len(inner)) + page + text[region.end :]


def author_after(reading: Reading) -> None:
    """A body that follows the title ("*Title*, Polaris Project, 2012") is its author as much as its publisher."""
    publisher = str(reading.fields.get("publisher") or "")
    if publisher[:1].isupper() and "container-title" not in reading and names_body(publisher):
        reading.put("author", parse_names(publisher), reading.spans["publisher"])


def _finish_short(text: str, rest: Span, reading: Reading) -> None:
    """As in "Dabby, 2013, p. 4" and "ILO, Walk Free": no title at all."""
    date = next(find_dates(text, rest), None)
    if date:
        reading.put("issued", date.value, date.span)
        match = re.compile(r"\s*,?\s*(?:pp?\.?\s*)?([A-Z]?\d+(?:[-–]\d+)?)").match(text, date.span.end, rest.end)
        if match:
            reading.put("page", match[1], Span(*match.span(1)))
        return
    names = reading.fields.pop("author", [])
    start = reading.spans.pop("author").start if names else rest.start
    reading.put("author", parse_names(text[start : rest.end]), Span(start, rest.end))


def _bare_bodies(text: str, region: Span) -> bool:
    """Whether a comma list is of bodies alone: "ILO, Walk Free", "CDC, NIJ"."""
    words = region.cut(text)
    return len(words.split()) <= 6 and len(parse_names(words)) > 1


def _title_and_rest(text: str, title: Span, rest: Span, reading: Reading) -> None:
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


def _sentences(text: str, region: Span) -> list[Span]:
    spans, start = [], region.start
    for end in sentence_end(text, region):
        spans.append(trim(text, Span(start, end.start)))
        start = end.end
    spans.append(trim(text, Span(start, region.end)))
    return [s for s in spans if len(s)]


def _comma_parts(text: str, region: Span) -> list[Span]:
    """The parts between the commas outside brackets; "July 5, 2013" is one."""
    parts, start, depth = [], region.start, 0
    for at in range(region.start, region.end):
        if text[at] in "([":
            depth += 1
        elif text[at] in ")]":
            depth -= 1
        elif text[at] == "," and depth <= 0 and text[at + 1 : at + 2] == " " and not _inside_date(text, at):
            parts.append(trim(text, Span(start, at)))
            start = at + 1
    parts.append(trim(text, Span(start, region.end)))
    return [p for p in parts if len(p)] or [region]


def _inside_date(text: str, at: int) -> bool:
    return bool(
        re.search(r"[A-Z][a-z]{2,8}\.?\s\d{1,2}$", text[max(0, at - 14) : at])
        and re.match(r",\s(?:1[5-9]|20)\d\d\b", text[at : at + 6])
    )


def _may_be_author(text: str) -> bool:
    if len(text) > 160 or re.search(r"\d{3}", text):
        return False
    if names_people(text) or is_acronym(text) or (names_body(text) and not is_place(text)):
        return True
    return bool(re.fullmatch(r"[A-Z][\w'’-]+(?: et al\.?)?", text))


def _is_date(text: str, span: Span) -> bool:
    date = next(find_dates(text, span), None)
    return date is not None and len(date.span) >= len(span) - 2
