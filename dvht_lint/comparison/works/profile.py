"""What two citations are compared by: their fields in a form that spelling, case and order do not change."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from dvht_lint.comparison.works.untangling import person_names, untangled, year_within
from dvht_lint.model import Source
from dvht_lint.records import record

__all__ = ["Name", "Profile", "is_person", "normal_words", "profile"]

_STOP_WORDS = frozenset(
    {"the", "a", "an", "of", "and", "on", "in", "for", "to", "by", "with", "at", "from", "as", "its"}
)
_CARDINALS = "one two three four five six seven eight nine ten eleven twelve".split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth"
).split()
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
_NUMBER_WORDS = (
    {word: str(number) for words in (_CARDINALS, _ORDINALS) for number, word in enumerate(words, start=1)}
    | _ROMAN
    | {"forth": "4"}
)
_SERIALS = frozenset(
    {
        "annual", "yearly", "quarterly", "monthly", "weekly", "biennial", "semiannual", "yearbook", "almanac", "column", "columns",
        "editorial", "editorials", "newsletter", "bulletin", "calendar", "obituary", "foreword", "preface", "errata",
        "report", "reports", "statistics", "survey", "census", "index", "review", "reviews", "outlook", "update", "updates",
        "trends", "scorecard", "digest", "barometer", "monitor", "news", "notes", "introduction", "message", "letter", "letters",
        "interview", "proceedings", "program", "factbook", "databook", "tables", "profile", "profiles", "estimates", "editor", "editors",
    }
)  # fmt: skip
_DOI_PREFIX = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)")
_QUOTE = re.compile(r"['’`´]s?\b|[“”\"]")
_UNITED = re.compile(r"\bu\.\s?([sn])\.(?!\s?[a-z]\.)(?![a-z])")
"""As in "U.S." and "U. N.", not the beginning of "U.S.A." or of somebody's initials."""
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th)$")
_CLOSING_BRACKET = re.compile(r"(?<=\w)\s*[(\[][^()\[\]]*[)\]]\s*$")
_HEAD_END = re.compile(r":|\s[-–—]+\s|[?!]\s")
_ABOUT = frozenset({"addendum", "erratum", "errata", "corrigendum", "correction", "comment", "comments", "commentary", "reply", "response", "rejoinder", "retraction", "supplement", "appendix", "translation", "summary"})  # fmt: skip
_WORD = re.compile(r"[a-z0-9]+")


@record(frozen=True, slots=True)
class Name:
    """An author: all words of the name, the family name or last word, and the initials of what stands before it."""

    words: tuple[str, ...]
    family: str
    initials: str
    acronyms: tuple[str, ...]
    """The capitals of a body's short form; else the initials of its content words, and of all its words."""
    short: bool
    """Whether the name is a short form by itself ("ILO")."""


@record(frozen=True, slots=True)
class Profile:
    """The fields of one citation as compared."""

    title: str
    """The title's content words run together: "data base" and "database" are one."""
    words: tuple[str, ...]
    """Without a bracket that closes the title: "(extended abstract)", "(Report No. 5)"."""
    head: str
    """The same of the title before its colon or dash; the whole title where it has none."""
    numbers: frozenset[str]
    about: frozenset[str]
    """What makes a text one about another work: an addendum, a reply, a review of it."""
    serial: bool
    """Whether works of this title come out again and again (annual report, column, survey)."""
    authors: tuple[Name, ...]
    years: frozenset[int]
    month: int
    container: str
    publisher: str
    place: str
    volume: str
    issue: str
    edition: str
    pages: str
    number: str
    doi: str
    isbn: str
    url: str
    text: str
    law: str
    """The number that a statute, treaty or document of the United Nations is known by; empty for other works."""


def fold(text: str) -> str:
    """Lower case without accents; `&` is "and", and quotes and possessive marks are gone."""
    text = text.casefold()
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    text = _UNITED.sub(lambda m: "united states" if m[1] == "s" else "united nations", text)
    return _QUOTE.sub("", text.replace("&", " and "))


@lru_cache(maxsize=65536)
def normal_words(text: str) -> tuple[str, ...]:
    """The words of a text, folded; ordinals and number words are digits."""
    words = _WORD.findall(fold(text))
    return tuple(_ORDINAL.sub(r"\1", w) if w[0].isdigit() else _NUMBER_WORDS.get(w, w) for w in words)


def content_words(text: str) -> tuple[str, ...]:
    """The words that tell texts apart; all of them where nothing else is left."""
    words = normal_words(text)
    return tuple(w for w in words if w not in _STOP_WORDS) or words


def profile(source: Source) -> Profile:
    """The profile of a citation, made once for each: an edit elsewhere compares it again, unchanged."""
    kept = vars(source)
    if _KEPT not in kept:
        kept[_KEPT] = _profile(source)
    made: Profile = kept[_KEPT]
    return made


_KEPT = "_work_profile"
"""Where a source keeps its profile: beside its cached properties, outside of its fields and of equality."""


def _profile(source: Source) -> Profile:
    fields = source.fields
    title, cut_off, year_before = untangled(str(fields.get("title") or ""))
    bare = _CLOSING_BRACKET.sub("", title)
    head = _CLOSING_BRACKET.sub("", _HEAD_END.split(bare, maxsplit=1)[0])
    words = content_words(bare)
    years = [y for y in (_year(fields.get("issued")), _year(fields.get("revised"))) if y]
    years = years or [y for y in (year_before or year_within(_text(fields, "container-title")),) if y]
    authors = (*names(fields.get("author") or fields.get("editor")), *names(cut_off))
    return Profile(
        title="".join(words),
        words=words,
        head="".join(content_words(head)),
        numbers=frozenset(w for w in normal_words(title) if w.isdigit()),
        about=frozenset(words) & _ABOUT,
        serial=_is_serial(words, content_words(head)) or (len(words) <= 2 and not any(map(is_person, authors))),
        authors=authors,
        years=frozenset(years),
        month=_month(fields.get("issued")),
        container=_text(fields, "container-title"),
        publisher=_text(fields, "publisher"),
        place=_text(fields, "publisher-place"),
        volume=_text(fields, "volume"),
        issue=_text(fields, "issue"),
        edition="".join(w for w in normal_words(_text(fields, "edition")) if w not in ("ed", "edition", "edn")),
        pages=_text(fields, "page"),
        number=_text(fields, "number"),
        doi=_DOI_PREFIX.sub("", _text(fields, "DOI").lower()),
        isbn="".join(c for c in _text(fields, "ISBN").lower() if c in "0123456789x"),
        url=normal_url(_text(fields, "URL")),
        text="" if title else "".join(normal_words(source.text)),
        law=_law(fields),
    )


def _law(fields: Mapping[str, Any]) -> str:
    """The number that identifies an instrument wherever it stands and whatever it is called.

    "48/104" and "A/RES/48/104" are one resolution, "CETS No. 210" and "Council of Europe Treaty Series No. 210" one treaty.
    """
    kind, number = _text(fields, "type"), _text(fields, "number").casefold()
    if kind == "treaty":
        series = {"u": "unts", "c": "cets", "e": "cets"}.get(_text(fields, "container-title")[:1].casefold(), "ilo")
        return f"{series} {number or _text(fields, 'volume') + ':' + _text(fields, 'page')}"
    council = re.fullmatch(r"(?:s/res/)?(\d{3,4})(?: \(\d{4}\))", number) or re.fullmatch(r"s/res/(\d{3,4})", number)
    if council:
        return f"s/res/{council[1]}"
    if kind == "legislation":
        return number.removeprefix("a/res/") if "-" in number or "/" in number else ""
    return number.removeprefix("a/res/") if re.match(r"[a-z]{1,5}/", number) else ""


def _text(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name)
    return " ".join(str(value).split()) if value else ""


def _is_serial(words: tuple[str, ...], head: tuple[str, ...]) -> bool:
    """Whether a title names a recurring item: a serial noun ends it (or its head), or begins it."""
    last = [w for w in (words[-1:] + head[-1:]) if not w.isdigit()] or list(words[-2:-1])
    return any(w in _SERIALS for w in last) or (bool(words) and words[0] in _SERIALS)


def is_person(name: Name) -> bool:
    """Whether initials tell that a name is a person's."""
    return not name.short and any(len(word) == 1 for word in name.words[:-1])


def normal_url(url: str) -> str:
    """An address without what does not tell pages apart; empty for a site's root."""
    if not url:
        return ""
    bare = re.sub(r"^(?:https?:)?//(?:www\.)?|^www\.", "", url.strip(), flags=re.IGNORECASE)
    bare = re.sub(r"#.*$|[?&]utm_[^&#]*", "", bare).rstrip("/")
    host, slash, path = bare.partition("/")
    return f"{host.lower()}/{path}" if slash else ""


def names(value: Any) -> tuple[Name, ...]:
    """The names of a CSL name list; single names and plain strings are taken as they come."""
    if isinstance(value, (str, Mapping)):
        value = [value]
    found = (_name(one) for item in value or () for one in _single(item))
    return tuple(n for n in found if n.words)


def _single(item: Any) -> tuple[Any, ...]:
    """The names that an entry of a name list holds: one, unless it is a string of several persons."""
    if isinstance(item, Mapping) and item.get("family"):
        return (item,)
    return person_names(str(item.get("literal") or item.get("given") or "") if isinstance(item, Mapping) else str(item))


def _name(item: Any) -> Name:
    if isinstance(item, Mapping) and item.get("family"):
        given, family = str(item.get("given") or ""), str(item["family"])
        parts = _NAME_PART.findall(fold(re.sub(r"(?<=[A-Z])(?=[A-Z]\b)", " ", given)))
        last = "".join(_NAME_PART.findall(fold(family)))
        return Name((*parts, last), last, "".join(p[0] for p in parts), (), short=False)
    text = re.sub(r"\s*\([^()]*\)", "", item) or item
    words = _NAME_PART.findall(fold(text))
    if "," in text and len(words) <= 4:
        family, _, given = text.partition(",")
        words = [*_NAME_PART.findall(fold(given)), *_NAME_PART.findall(fold(family))]
    elif len(words) <= 3 and len(words[0:1] and words[0]) > 1 and words[1:] and all(len(w) == 1 for w in words[1:]):
        words = [*words[1:], words[0]]  # "Freund Y."
    content = tuple(w for w in words if w not in _STOP_WORDS) or tuple(words)
    capitals = "".join(c for c in text if c.isupper())
    short = len(words) == 1 and len(capitals) >= 2
    initials = "".join(w[0] for w in content)
    acronyms = (capitals.lower(),) if short else (initials, "".join(w[0] for w in words))
    return Name(content, content[-1] if content else "", initials[:-1], acronyms, short)


_NAME_PART = re.compile(r"[^\W\d_]+|\d+")


def _year(value: Any) -> int:
    if isinstance(value, Mapping):
        parts = value.get("date-parts") or [[]]
        value = parts[0][0] if parts and parts[0] else value.get("raw") or ""
    match = re.match(r"\s*(\d{4})", str(value or ""))
    return int(match[1]) if match else 0


def _month(value: Any) -> int:
    if isinstance(value, Mapping):
        parts = (value.get("date-parts") or [[]])[0]
        return int(parts[1]) if len(parts) > 1 and str(parts[1]).isdigit() else 0
    match = re.match(r"\d{4}-(\d\d)", str(value or ""))
    return int(match[1]) if match else 0
