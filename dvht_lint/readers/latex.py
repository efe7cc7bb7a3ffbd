"""The little LaTeX that bibliographies are written in, as plain text; and BibTeX's lists of names.

Accents compose by Unicode's rules, so no table of letters is needed. Names: the BibTeX manual, "von Last, Jr, First".
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

__all__ = ["split_names", "to_text"]

_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307", '"': "\u0308",
    "r": "\u030a", "H": "\u030b", "v": "\u030c", "c": "\u0327", "k": "\u0328", "d": "\u0323", "b": "\u0331",
}  # fmt: skip
_LETTERS = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "aa": "å", "AA": "Å",
    "i": "ı", "j": "ȷ", "dh": "ð", "th": "þ", "textendash": "–", "textemdash": "—", "textquoteright": "’", "textquoteleft": "‘",
    "ldots": "…", "dots": "…", "textasciitilde": "~", "S": "§", "P": "¶", "copyright": "©", "pounds": "£", "textregistered": "®",
}  # fmt: skip


@cache
def _accent() -> re.Pattern[str]:
    return re.compile(
        r"\\(?:([`'^~=.\"])\s*|([uvHckbdr])(?=[\s{\\])\s*)(?:\{\s*\\?(\w)\s*\}|\\([ij])(?![A-Za-z])\s?|(\w))"
    )


@cache
def _command() -> re.Pattern[str]:
    return re.compile(r"\\([A-Za-z]+)\*?(?:\s+|(?=\W|$))")


def to_text(value: str) -> str:
    """A field's value as a reader sees it: accents composed, commands and braces gone, white space single."""
    if "\\" in value:
        value = _accent().sub(_composed, value)
        value = re.sub(r"\\([&%$#_{}])", lambda m: {"{": "\x01", "}": "\x02"}.get(m[1], m[1]), value)
        value = value.replace("\\\\", " ").replace("\\-", "").replace("\\ ", " ").replace("\\,", " ")
        value = _command().sub(lambda m: _LETTERS.get(m[1], ""), value)
    value = value.replace("{", "").replace("}", "").replace("\x01", "{").replace("\x02", "}")
    value = value.replace("~", " ").replace("---", "—").replace("--", "–").replace("``", "“").replace("''", "”")
    return " ".join(value.split())


def _composed(match: re.Match[str]) -> str:
    letter = match[3] or match[4] or match[5]
    return unicodedata.normalize("NFC", letter + _ACCENTS[match[1] or match[2]])


def split_names(value: str) -> list[dict[str, str]]:
    """The names of an author field as CSL-JSON; a name in braces is a body's, "others" is left out."""
    names = (_name(part.strip()) for part in _outside(value, r"\s+and\s+"))
    return [n for n in names if n and n != {"literal": "others"}]


def _name(text: str) -> dict[str, str]:
    if not text:
        return {}
    if text.startswith("{") and text.endswith("}") and "}" not in text[:-1]:
        return {"literal": to_text(text)}
    parts = [to_text(p) for p in _outside(text, r"\s*,\s*")]
    if len(parts) == 2:
        return {"family": parts[0], "given": parts[1]}
    if len(parts) == 3:
        return {"family": parts[0], "given": parts[2], "suffix": parts[1]}
    words = [to_text(w) for w in _outside(text, r"[\s~]+")]
    if len(words) == 1 or len(parts) > 3:
        return {"literal": to_text(text)}
    first_particle = next((i for i, w in enumerate(words[:-1]) if i and w[:1].islower()), len(words) - 1)
    return {"family": " ".join(words[first_particle:]), "given": " ".join(words[:first_particle])}


def _outside(text: str, separator: str) -> list[str]:
    """The text split at a separator wherever no brace is open."""
    parts, start, depth = [], 0, 0
    for match in re.compile(rf"[{{}}]|{separator}", re.IGNORECASE).finditer(text):
        if match[0] in "{}":
            depth += 1 if match[0] == "{" else -1
        elif depth <= 0:
            parts.append(text[start : match.start()])
            start = match.end()
    return [*parts, text[start:]]
