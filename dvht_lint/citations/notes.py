"""Styles that put the date last or nowhere: Chicago notes and bibliographies, MLA, and agencies' own lines.

"Jane Doe, *Title* (Place: Publisher, 2012), 45." · "Doe, Jane. “Article.” *Journal*, vol. 3, 2014, pp. 5-9." ·
"UNODC, Global Report on Trafficking in Persons 2012, Vienna, 2012."
"""

from __future__ import annotations

import re
from functools import cache

from dvht_lint.citations.dates import find_dates
from dvht_lint.citations.imprint import read_brackets, read_imprint, take_date
from dvht_lint.citations.names import is_editor, names_people, parse_names
from dvht_lint.citations.places import is_place
from dvht_lint.citations.reading import Reading, sentence_end, trim
from dvht_lint.citations.titles import quoted
from dvht_lint.citations.words import is_acronym, names_body
from dvht_lint.text import Span

__all__ = ["read_note"]


def read_note(text: str, region: Span, italics: list[Span], links: list[Span]) -> Reading:
    """The citation by its title (in quotation marks, in italics, a link's text), else by its punctuation."""
    region = trim(text, region)
    reading = Reading()
    title = _marked_title(text, region, italics, links)
    if title is None:
        _read_plain(text, region, reading)
        return reading
    _read_author(text, trim(text, Span(region.start, title.start), ' \t\n.,;:"“‘'), reading)
    end = title.end
    cut = read_brackets(text, title, reading)
    reading.put_text("title", text, trim(cut, title))
    rest = trim(text, Span(end, region.end), " \t\n.,;:\"”’'")
    _read_rest(text, rest, [s for s in italics if s.start >= rest.start], reading)
    if "author" not in reading and "editor" not in reading:
        _author_after(reading)
    return reading


def _marked_title(text: str, region: Span, italics: list[Span], links: list[Span]) -> Span | None:
    quote = quoted(text, region)
    italic = next((s for s in italics if s.start < region.end and s.end > region.start), None)
    if quote and (italic is None or quote.start <= italic.start):
        return quote
    if italic:
        return italic
    for link in links:
        words = link.cut(text).strip()
        if len(words.split()) > 1 and not names_people(words) and not _is_name(words):
            return link
    return None


def _is_name(text: str) -> bool:
    """Whether a text is more likely a body's name than a title: an acronym, or a body without report words."""
    return is_acronym(text) or (names_body(text) and not _WORK.search(text) and not re.search(r"\d{4}", text))


_WORK = re.compile(
    r"\b(?:report|survey|study|statistics|facts?|data|estimates?|guide|handbook|manual|review|analysis|overview|trends?"
    r"|brief|summary|findings|act|law|plan|strategy|toolkit|index|atlas|database|trafficking|violence|abuse|why|how|what)\b",
    re.IGNORECASE,
)


def _read_author(text: str, span: Span, reading: Reading) -> None:
    if len(span) and re.search(r"[^\W\d_]{2}", span.cut(text)):
        words = span.cut(text)
        date = next((d for d in find_dates(text, span)), None)
        if date and date.span.end >= span.end - 1:
            reading.put("issued", date.value, date.span)
            span = trim(text, Span(span.start, date.span.start), " \t\n.,;:([")
            words = span.cut(text)
        reading.put("editor" if is_editor(words) else "author", parse_names(words), span)


def _read_rest(text: str, rest: Span, italics: list[Span], reading: Reading) -> None:
    if not len(rest):
        return
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


def _author_after(reading: Reading) -> None:
    """A body that follows the title ("*Title*, Polaris Project, 2012") is its author as much as its publisher."""
    publisher = reading.fields.get("publisher")
    if publisher and reading.fields.get("container-title") is None and names_body(str(publisher)):
        reading.put("author", parse_names(str(publisher)), reading.spans["publisher"])


def _read_plain(text: str, region: Span, reading: Reading) -> None:
    """A line without any mark of its title: by its full stops, else by its commas."""
    listed = _vancouver().match(text, region.start, region.end)
    if listed:
        _read_author(text, Span(*listed.span(1)), reading)
        title = _sentences(text, Span(listed.end(), region.end))[0]
        _title_and_rest(text, title, Span(title.end, region.end), reading)
        return
    sentences = _sentences(text, region)
    if len(sentences) > 1 and _may_be_author(sentences[0].cut(text)):
        _read_author(text, sentences[0], reading)
        _title_and_rest(text, sentences[1], Span(sentences[1].end, region.end), reading)
        return
    parts = _comma_parts(text, region)
    head = 0
    while (
        head < len(parts) - 1
        and _may_be_author(parts[head].cut(text))
        and (head == 0 or names_body(parts[head].cut(text)))
    ):
        if head and _WORK.search(parts[head].cut(text)) and not parts[head].cut(text).lower().startswith("office"):
            break
        head += 1
    if head:
        _read_author(text, Span(parts[0].start, parts[head - 1].end), reading)
        if _is_date(text, parts[head]) or _bare_bodies(text, region):
            _finish_short(text, Span(parts[head].start, region.end), reading)
            return
        _title_and_rest(text, parts[head], Span(parts[head].end, region.end), reading)
        return
    if _is_name(region.cut(text)) or names_people(region.cut(text)):
        _read_author(text, region, reading)
        return
    first = sentences[0] if len(sentences) > 1 else parts[0]
    _title_and_rest(text, first, Span(first.end, region.end), reading)
    _author_after(reading)


@cache
def _vancouver() -> re.Pattern[str]:
    """Names with glued initials that a full stop ends: "Black MC, Basile KC. "."""
    name = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)? [A-Z]{1,3}"
    return re.compile(rf"({name}(?:, {name}){{0,40}}(?:,? et al)?)\.\s+(?=\S)")


def _finish_short(text: str, rest: Span, reading: Reading) -> None:
    """As in "Dabby, 2013, p. 4" and "ILO, Walk Free": no title at all."""
    date = next(find_dates(text, rest), None)
    if date:
        reading.put("issued", date.value, date.span)
        match = re.compile(r"\s*,?\s*(?:pp?\.?\s*)?(\d+(?:[-–]\d+)?)").match(text, date.span.end, rest.end)
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
    imprint = re.search(r"\([^()]*(?:1[5-9]|20)\d\d\)$", title.cut(text))
    if imprint and imprint.start():
        title, rest = Span(title.start, title.start + imprint.start()), Span(title.start + imprint.start(), rest.end)
    cut = read_brackets(text, title, reading)
    reading.put_text("title", text, trim(cut, title))
    _read_rest(text, trim(text, rest), [], reading)


def _sentences(text: str, region: Span) -> list[Span]:
    spans, start = [], region.start
    for end in sentence_end(text, region):
        spans.append(trim(text, Span(start, end.start)))
        start = end.end
    spans.append(trim(text, Span(start, region.end)))
    return [s for s in spans if len(s)]


def _comma_parts(text: str, region: Span) -> list[Span]:
    """The parts between the commas outside brackets; a place keeps its comma ("Vienna, Austria")."""
    parts, start, depth = [], region.start, 0
    for at in range(region.start, region.end):
        if text[at] in "([":
            depth += 1
        elif text[at] in ")]":
            depth -= 1
        elif text[at] == "," and depth <= 0 and text[at + 1 : at + 2] == " ":
            parts.append(trim(text, Span(start, at)))
            start = at + 1
    parts.append(trim(text, Span(start, region.end)))
    return [p for p in parts if len(p)] or [region]


def _may_be_author(text: str) -> bool:
    if len(text) > 160 or re.search(r"\d{3}", text):
        return False
    return (
        names_people(text)
        or is_acronym(text)
        or (names_body(text) and not is_place(text))
        or bool(re.fullmatch(r"[A-Z][\w'’-]+(?: et al\.?)?", text))
    )


def _is_date(text: str, span: Span) -> bool:
    date = next(find_dates(text, span), None)
    return date is not None and len(date.span) >= len(span) - 2
