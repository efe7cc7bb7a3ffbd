"""Telephone numbers in prose, by their shape alone: whether a number is in service is not asked here.

Statistics are written with commas and without repeated hyphens; what is read here is one of the shapes
that only telephone numbers have: a North American number of ten digits, a toll-free one in any grouping
or in letters, an international one with its plus, a national one with its trunk zero, an Australian or
Irish 1800 number, and, right after a word such as "call" or "dial", a short one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dvht_lint.contacts.keypad import digits_of, spell
from dvht_lint.contacts.taken import Taken
from dvht_lint.model import ContactMention
from dvht_lint.text import Span

__all__ = ["EXTENSION", "in_notation_of", "normal_phone", "phone_mentions", "with_digits"]

_S = r"[ .\-\u2010\u2011\u2013]"
_H = r"[.\-\u2010\u2011\u2013]"
_ONE = r"(?:\(1\)|1)"
_FREE = r"\(?8(?:00|33|44|55|66|77|88)\)?"
_SHAPES = re.compile(
    rf"""(?<![\w.,/$€£\#@\u2010\u2011\u2013-])(?:
    (?P<letters>(?:{_ONE}{_S})?{_FREE}{_S}?(?:\d{{3}}[ ])?(?=[0-9A-Z\-.]{{0,6}}[A-Z]{{2}}|\d-[A-Z]-)
        [0-9A-Z](?:{_H}?[0-9A-Z]){{3,8}})(?!\w)
    |(?P<plus>\+\d{{1,3}}(?:{_S}?\(?\d\)?){{6,13}})(?!\d)
    |(?P<free>(?:{_ONE}{_S}{_FREE}|\(8\d\d\)|{_FREE}(?={_S}\d{{3}}{_S}\d{{4}})){_S}?\d(?:{_S}?\d){{5,7}})(?!{_H}?\d)
    |(?P<nanp>(?:1{_S}?)?(?:\(\d{{3}}\){_S}?|\d{{3}}{_H})\d{{3}}{_S}\d{{4}})(?!{_H}?\d)
    |(?P<spaced>1{_S}\d{{3}}{_S}\d{{3}}{_S}\d{{4}})(?!{_H}?\d)
    |(?P<odd>1(?:[\-\u2010\u2011\u2013]\d{{2,5}}){{2,4}})(?!{_H}?\d)
    |(?P<trunk>0\d{{2,4}}(?:[ \-\u2011]\d{{2,5}}){{1,4}})(?!{_H}?\d)
    |(?P<local>1[38]00[ -]?\d{{3}}[ -]\d{{3}})(?!{_H}?\d)
    )""",
    re.VERBOSE,
)
_CUE = (
    r"(?:call(?:ing)?|dial(?:l?ing)?|phone|telephone|ring|appele[rz]|compose[rz]|llam[ae]r?|marque|marca[r]?"
    r"|chiama(?:te|re)?|anrufen|rufen[ ]sie|ligue|ligar)"
)
_CUES = (
    "call",
    "dial",
    "phone",
    "ring",
    "appele",
    "compose",
    "llam",
    "marqu",
    "marca",
    "chiama",
    "rufen",
    "ligue",
    "ligar",
)
_CUED = re.compile(
    rf"""\b{_CUE}(?:\ (?:us|them|it|now|toll[- ]free|the|number|or|and|text|at|on|le|la|al|il|an|unter|para|n[uú]m[eé]ro))*
    :?\ ?["“(]?(?P<short>(?:1[ ])?[2-9]\d\d[ ]\d{{3}}[ ]\d{{4}}|1?[2-9]\d{{9}}|\d{{3}}[.-]\d{{4}}
    |116[ ]?\d{{3}}|\d{{2}}[ ]\d{{2}}|0\d\d|[1-9]\d\d|[1-9]\d{{3}})
    (?![\w%]|[.,:/–-]\d|\ (?:percent|per|of|women|men|people|children|victims|calls|years?|days?|hours?|times|more)\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_SPELLED_AFTER = re.compile(r" ?\(\s?(?:[-=] ?)?(\d{2,7}|\d{3}[-.]\d{4}|[A-Z]{3,8})\s?\)")
EXTENSION = re.compile(r",? ?(?:x|ext\.?|extension) ?\d{1,6}\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")


def phone_mentions(plain: str) -> Iterator[ContactMention]:
    """The telephone numbers of a text, in order; a word in keypad letters and its digits are two mentions."""
    taken = Taken()
    for match in _SHAPES.finditer(plain):
        # A number in letters has its digits in brackets after it; those are read with it.
        for mention in () if taken.overlaps(Span(match.start(), match.end())) else _read(plain, match):
            taken.add(mention.span)
            yield mention
    lowered = plain.lower()
    if not any(cue in lowered for cue in _CUES):
        return
    for match in _CUED.finditer(plain):
        text, span = match["short"], Span(*match.span("short"))
        if not (_YEAR.fullmatch(text) or taken.overlaps(span)):
            yield ContactMention("phone", normal_phone(text), text, span)


def normal_phone(text: str) -> str:
    """One form for a number however it is written: `+` and digits where the country is told, else its digits.

    A number of ten digits that could be North American, or of eleven with the leading 1, is taken for one.
    """
    letters = any("A" <= char <= "Z" for char in text)
    digits = spell(text.replace("(0)", "")) if letters else digits_of(text.replace("(0)", ""))
    if text.lstrip().startswith("+"):
        return "+" + digits
    national = digits.removeprefix("1")
    if letters:
        national = national[:10]
    if len(national) == 10 and national[0] in "23456789":
        return "+1" + national
    return digits


def with_digits(text: str, digits: str) -> str:
    """The same notation with other digits, or the digits alone where their number differs."""
    if len(digits_of(text)) != len(digits):
        return digits
    supply = iter(digits)
    return "".join(next(supply) if "0" <= char <= "9" else char for char in text)


def in_notation_of(mention: ContactMention, number: str) -> str:
    """A registered number written as the text writes numbers, or as registered where that notation does not fit."""
    text, right = mention.text, normal_phone(number)
    national = right[2:] if right.startswith("+1") else digits_of(number)
    if mention.letters:
        return with_digits(text, national[-len(digits_of(text)) :])
    if text.startswith("tel:"):
        return f"tel:{right}"
    if mention.problem or any("A" <= char <= "Z" for char in text):
        return number
    shown = digits_of(text)
    full = "1" + national if right.startswith("+1") and shown.startswith("1") else national
    return with_digits(text, full) if len(full) == len(shown) else number


def _read(plain: str, match: re.Match[str]) -> Iterator[ContactMention]:
    kind, text = match.lastgroup or "", match.group().rstrip(" .-(")
    if kind == "plus" and text.count("(") > text.count(")"):
        text = text.rpartition("(")[0].rstrip()
    span = Span(match.start(), match.start() + len(text))
    count = len(digits_of(text))
    if kind == "letters":
        yield from _letters(plain, text, span)
        return
    if (kind == "trunk" and not 9 <= count <= 12) or (kind == "odd" and not 9 <= count <= 13):
        return
    value = normal_phone(text)
    problem, correction = _form(kind, text, value)
    yield ContactMention("phone", value, text, span, problem, correction=correction)
    after = _SPELLED_AFTER.match(plain, span.end)
    if after and after[1].isalpha() and value.startswith("+1"):
        letters = after[1]
        yield ContactMention(
            "letters",
            value,
            letters,
            Span(after.start(1), after.end(1)),
            letters=letters,
            spelled=value[: -len(letters)] + spell(letters),
        )


def _letters(plain: str, text: str, span: Span) -> Iterator[ContactMention]:
    """A number in keypad letters, and the digits in brackets that say it again ("SAFE (7233)")."""
    if len(spell(text)) < 10:
        return
    value = normal_phone(text)
    problem = "" if value.startswith("+1") else "a North American number has ten digits or letters after the 1"
    yield ContactMention("phone", value, text, span, problem)
    after = _SPELLED_AFTER.match(plain, span.end)
    if after and after[1][0].isdigit() and value.startswith("+1"):
        digits = digits_of(after[1])
        letters = re.findall(r"[A-Z][A-Z0-9-]*", text)[-1]
        yield ContactMention(
            "phone",
            value[: -len(digits)] + digits,
            after[1],
            Span(after.start(1), after.end(1)),
            letters=letters,
            spelled=value,
        )


def _form(kind: str, text: str, value: str) -> tuple[str, str]:
    """What is wrong with the form of a North American number, and the number well formed."""
    if kind not in {"free", "odd"}:
        return "", ""
    count = len(digits_of(text)) - digits_of(text).startswith("1")
    if count != 10:
        return f"it has {count} digits; a North American number has ten", ""
    groups = [len(group) for group in re.findall(r"\d+", text)]
    if groups[0] == 1:
        del groups[0]
    if groups in ([3, 3, 4], [3, 7], [10], [3, 3, 2, 2], [3, 2, 2, 3]):
        return "", ""
    mark = re.search(r"\d([^\d\s()])\d", text)
    separator = mark[1] if mark else "-"
    parts = ([value[1]] if digits_of(text).startswith("1") else []) + [value[2:5], value[5:8], value[8:]]
    shape = "-".join(map(str, groups))
    return f"its digits are grouped {shape}, not 3-3-4", separator.join(parts)
