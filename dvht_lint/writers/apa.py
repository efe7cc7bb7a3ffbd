"""Sources as APA reference lines in Markdown: "Polaris Project. (2012). *Annual Report 2011.* Washington, DC."

The form is the one that talking points are written in: APA, with the place of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from dvht_lint.model import Source

__all__ = ["apa_line", "apa_lines"]

_MONTHS = ("", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")  # fmt: skip
_SEASONS = ("", "Spring", "Summer", "Fall", "Winter")
_PARTS = frozenset({"article-journal", "article-magazine", "article-newspaper", "chapter", "paper-conference", "post-weblog", "entry-encyclopedia"})  # fmt: skip


def apa_lines(sources: Iterable[Source]) -> list[str]:
    """A reference list: one line for each distinct citation, in alphabetical order."""
    return sorted({apa_line(s) for s in sources}, key=lambda line: line.replace("*", "").casefold())


def apa_line(source: Source) -> str:
    """One source as a line; what could not be read stands as it was written."""
    fields = source.fields
    if not source.parsed or not fields.get("title"):
        address = str(fields.get("URL") or "")
        return f"[{source.text}]({address})" if address and address not in source.text else source.text
    if fields.get("type") in ("legislation", "legal_case"):
        return _law(fields)
    who = _names(fields.get("author") or fields.get("editor"), editors="author" not in fields)
    date = f"({_when(fields)})."
    title = _title(fields)
    lead = [who, date, title] if who else [title, date]
    return " ".join(part for part in (*lead, *_imprint(fields)) if part)


def _law(fields: Any) -> str:
    """A statute or case in The Bluebook's form, which APA takes over."""
    parts = (fields.get("issued") or {}).get("date-parts") or [[]]
    year = str(parts[0][0]) if parts[0] else ""
    where = [str(fields[n]) for n in ("volume", "container-title") if fields.get(n)]
    if fields.get("type") == "legal_case":
        court = " ".join(p for p in (str(fields.get("authority") or ""), year) if p)
        where += [str(fields["page"])] if fields.get("page") else []
        return f"{fields['title']}, {' '.join(where)}{f' ({court})' if court else ''}."
    if fields.get("section"):
        mark = "" if "Stat" in str(fields.get("container-title")) else "§ "
        where.append(f"{mark}{fields['section']}")
    law = [str(fields["title"])] if str(fields["title"]) != " ".join(where) else []
    law += [f"Pub. L. No. {fields['number']}"] if fields.get("number") else []
    return ", ".join([*law, *([" ".join(where)] if where else [])]) + (f" ({year})." if year else ".")


def _names(value: Any, *, editors: bool) -> str:
    names = [_name(n) for n in (value if isinstance(value, list) else [value] if value else [])]
    if not names:
        return ""
    joined = names[0] if len(names) == 1 else f"{', '.join(names[:-1])}, & {names[-1]}"
    if editors:
        joined += " (Ed.)" if len(names) == 1 else " (Eds.)"
    return joined if joined.endswith(".") else joined + "."


def _name(value: Any) -> str:
    if not isinstance(value, dict):
        return str(value)
    if "family" not in value:
        return str(value.get("literal") or value.get("given") or "")
    given = re.sub(r"^[A-Z]{2,3}$", lambda m: " ".join(f"{c}." for c in m[0]), str(value.get("given") or ""))
    initials = (
        given if re.fullmatch(r"(?:[A-Z]\.[ -]?)*", given) else " ".join(f"{w[0]}." for w in re.findall(r"\w+", given))
    )
    suffix = f", {value['suffix']}" if value.get("suffix") else ""
    return f"{value['family']}, {initials.strip()}{suffix}" if initials else f"{value['family']}{suffix}"


def _when(fields: Any) -> str:
    issued, revised = _date(fields.get("issued")), _date(fields.get("revised"))
    if revised and revised == issued:
        return f"Revised {revised}"
    return f"{issued or 'n.d.'}, revised {revised}" if revised else issued or "n.d."


def _date(value: Any) -> str:
    if not isinstance(value, dict):
        return str(value or "")
    parts = (value.get("date-parts") or [[]])[0]
    if not parts:
        return str(value.get("literal") or value.get("raw") or "")
    season = value.get("season")
    month = _MONTHS[parts[1]] if len(parts) > 1 and 0 < parts[1] < 13 else ""
    if not month and str(season).isdigit() and 0 < int(str(season)) < 5:
        month = _SEASONS[int(str(season))]
    day = f" {parts[2]}" if month and len(parts) > 2 else ""
    years = f"{parts[0]}–{value['date-parts'][1][0]}" if len(value["date-parts"]) > 1 else str(parts[0])
    return f"{years}, {month}{day}" if month else years


def _title(fields: Any) -> str:
    title = str(fields.get("title") or "").strip()
    if not title:
        return ""
    details = [str(fields[n]) for n in ("number", "genre") if fields.get(n)]
    if fields.get("edition"):
        edition = str(fields["edition"])
        details.insert(0, f"{edition if not edition.isdigit() else _ordinal(int(edition))} ed.")
    bracket = f" ({', '.join(details)})" if details else ""
    stop = "" if title.endswith(("?", "!", ".")) and not bracket else "."
    if fields.get("type") in _PARTS and fields.get("container-title"):
        return f"{title}{bracket}{stop}"
    return f"*{title}{stop}*" if not bracket else f"*{title}*{bracket}."


def _ordinal(number: int) -> str:
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _imprint(fields: Any) -> list[str]:
    parts = []
    container = fields.get("container-title")
    if container and fields.get("type") == "chapter":
        editors = _names(fields.get("editor"), editors=True).rstrip(".") if fields.get("author") else ""
        pages = f" (pp. {fields['page']})" if fields.get("page") else ""
        parts.append(f"In {editors + ', ' if editors else ''}*{container}*{pages}.")
    elif container:
        parts.append(_journal(fields, str(container)))
    place, publisher = fields.get("publisher-place"), fields.get("publisher")
    if place or publisher:
        parts.append(": ".join(str(p) for p in (place, publisher) if p).rstrip(".") + ".")
    if fields.get("page") and not container:
        parts.append(f"p. {fields['page']}." if str(fields["page"]).isdigit() else f"pp. {fields['page']}.")
    if fields.get("DOI"):
        parts.append(f"https://doi.org/{fields['DOI']}")
    elif fields.get("URL"):
        accessed = _long_date(fields.get("accessed"))
        parts.append(f"Retrieved {accessed}, from {fields['URL']}" if accessed else str(fields["URL"]))
    return parts


def _journal(fields: Any, container: str) -> str:
    volume = f", {fields['volume']}" if fields.get("volume") else ""
    issue = f"({fields['issue']})" if fields.get("issue") else ""
    page = str(fields.get("page") or "")
    pages = f", {page}" if page and volume else f", p. {page}" if page else ""
    return f"*{container}{volume}*{issue}{pages}."


def _long_date(value: Any) -> str:
    """As in "January 15, 2024"."""
    parts = (value.get("date-parts") or [[]])[0] if isinstance(value, dict) else []
    if len(parts) == 3 and 0 < parts[1] < 13:
        return f"{_MONTHS[parts[1]]} {parts[2]}, {parts[0]}"
    return ""
