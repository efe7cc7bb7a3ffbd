"""An identifier cannot be right: a DOI, ISBN, ISSN, URL or date that breaks its own rules.

Why: These are what a reader follows. A figure exchanged in an ISBN is caught by its check digit, and a month 13 by
the calendar; neither needs the network.

Fails: `ISBN 978-0-306-40615-8` (the last digit should be 7), `doi:10.1016`, `http:/example.org/report`, issued 2013-13.

Passes: the same identifiers with or without hyphens, `https://doi.org/` before a DOI, "n.d.", a season.

Fix: Copy the identifier from the work again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dvht_lint.diagnostic import Finding
from dvht_lint.model import Settings, Source
from dvht_lint.rules.base import rule
from dvht_lint.rules.source_fields import at_field, date_fault, is_borrowed


@rule("DV305", "invalid-identifier", on=Source)
def check(source: Source, settings: Settings) -> Iterator[Finding]:
    """Report each identifier and date that is not well formed."""
    del settings
    for name, fault_of in _CHECKS.items():
        values = None if is_borrowed(source, name) else source.fields.get(name)
        for value in values if isinstance(values, list) and name in ("ISBN", "ISSN") else [values]:
            fault = fault_of(str(value).strip()) if value else ""
            if fault:
                yield Finding(
                    f"the {name} {value!s} {fault}", at=at_field(source, name), source=source.id, key=f"{name}|{value}"
                )
    for name in ("issued", "revised", "accessed"):
        fault = date_fault(source.fields.get(name))
        if fault and not is_borrowed(source, name):
            shown = source.shown(name)
            yield Finding(
                f"the date {shown} {fault}", at=at_field(source, name), source=source.id, key=f"{name}|{shown}"
            )


def _doi(value: str) -> str:
    bare = re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", value, flags=re.IGNORECASE)
    return (
        ""
        if re.fullmatch(r"10\.\d{4,9}(?:\.\d+)*/\S+", bare)
        else "is not a DOI: one begins with 10., a registrant and a slash"
    )


def _isbn(value: str) -> str:
    digits = re.sub(r"[\s-]", "", re.sub(r"\s*\(.*", "", value)).upper()
    if re.fullmatch(r"\d{9}[\dX]", digits):
        expected = _mod_eleven(digits[:9])
    elif re.fullmatch(r"97[89]\d{10}", digits):
        total = sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(digits[:12]))
        expected = str(-total % 10)
    else:
        return f"is not an ISBN: it has {len(digits)} characters, not 10 or 13 digits"
    return "" if digits[-1] == expected else f"is not an ISBN: its last digit should be {expected}"


def _issn(value: str) -> str:
    """The fault of the first of several that is wrong: "0028-4793 (Print), 1533-4406"."""
    several = re.split(r"[,;/\n]|(?<=[\dXx)])\s+(?=\d{4})", re.sub(r"\s*\([^()]*\)|[{}]", "", value))
    return next(filter(None, map(_one_issn, filter(str.strip, several))), "")


def _one_issn(value: str) -> str:
    digits = re.sub(r"[\s‐–-]", "", value).upper()
    if not re.fullmatch(r"\d{7}[\dX]", digits):
        return "is not an ISSN: one has eight digits"
    expected = _mod_eleven(digits[:7])
    return "" if digits[-1] == expected else f"is not an ISSN: its last digit should be {expected}"


def _mod_eleven(digits: str) -> str:
    """The check digit of ISBN-10 and ISSN (ISO 2108, ISO 3297): weights fall to 2, X is ten."""
    total = sum(int(d) * weight for d, weight in zip(digits, range(len(digits) + 1, 1, -1), strict=True))
    return "0123456789X"[-total % 11]


def _url(value: str) -> str:
    if re.search(r"\s", value):
        return "has a space in it"
    match = re.fullmatch(r"(?:(?:https?|ftp)://)?([^/?#]+)(.*)", value, re.IGNORECASE)
    if not match or re.match(r"[a-z]+:/?[^/]", value, re.IGNORECASE):
        return "is not a web address"
    host = match[1].rpartition("@")[2].partition(":")[0]
    if not re.fullmatch(
        r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}\.?|localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-fA-F:]+\]", host
    ):
        return f"is not a web address: {host!r} is not the name of a site"
    return ""


_CHECKS: dict[str, Callable[[str], str]] = {"DOI": _doi, "ISBN": _isbn, "ISSN": _issn, "URL": _url}
