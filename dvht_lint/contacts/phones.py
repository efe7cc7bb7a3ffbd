"""Telephone numbers in prose, by their shape alone: whether a number is in service is not asked here.

Statistics are written with commas and without repeated hyphens; what is read here is one of the shapes
that only telephone numbers have: a North American number of ten digits, a toll-free one in any grouping
or in letters, an international one with its plus, a national one with its trunk zero, an Australian or
Irish 1800 number, and, right after a word such as "call" or "dial", a short one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dvht_lint.contacts.keypad import digits_of, spell
from dvht_lint.contacts.normal import normal_phone
from dvht_lint.contacts.taken import Taken
from dvht_lint.model import ContactMention
from dvht_lint.text import Span

__all__ = ["phone_mentions"]

_S, _H = "[ .-]", "[.-]"
_ONE = r"(?:\(1\)|1)"
_FREE = r"(?:\(8(?:00|33|44|55|66|77|88)\)|8(?:00|33|44|55|66|77|88))"


@cache
def _shapes() -> re.Pattern[str]:
    return re.compile(
        rf"""(?<![\w.,/$#@-])(?:
        (?P<letters>(?:{_ONE}{_S})?{_FREE}{_S}?(?:[0-9]{{3}}[ ])?(?=[0-9A-Z.-]{{0,6}}[A-Z]{{2}}|[0-9]-[A-Z]-)
            [0-9A-Z](?:{_H}?[0-9A-Z]){{3,8}})(?!\w)
        |(?P<plus>\+[0-9]{{1,3}}(?:{_S}?\(?[0-9]\)?){{6,13}})(?![0-9])
        |(?:(?P<free>(?:{_ONE}{_S}{_FREE}|\(8[0-9]{{2}}\)|{_FREE}(?={_S}[0-9]{{3}}{_S}[0-9]{{4}})){_S}?[0-9](?:{_S}?[0-9]){{5,7}})
        |(?P<nanp>(?:1{_S}?)?(?:\([0-9]{{3}}\){_S}?[0-9]{{3}}{_S}|[0-9]{{3}}-[0-9]{{3}}-|[0-9]{{3}}\.[0-9]{{3}}\.)[0-9]{{4}}|1{_S}[0-9]{{3}}{_S}[0-9]{{3}}{_S}[0-9]{{4}})
        |(?P<odd>1(?:-[0-9]{{2,5}}){{2,4}})
        |(?P<trunk>(?!0[0-9]{{4}}-[0-9]{{4}}\b)0[0-9]{{2,4}}(?:[ -][0-9]{{2,5}}){{1,4}})
        |(?P<local>1[38]00[ -]?[0-9]{{3}}[ -][0-9]{{3}}))(?!{_H}?[0-9])
        )""",
        re.VERBOSE,
    )


@cache
def _cued() -> re.Pattern[str]:
    return re.compile(
        r"""\b(?:(?:hot|help|life)line(?=:[ ]?[1-9])|call(?:ing)?|dial(?:l?ing)?|phone|telephone|ring|appele[rz]|compose[rz]|llam[ae]r?|marque|marcar?
        |chiama(?:te|re)?|anrufen|rufen[ ]sie|ligue|ligar)
        (?:[ ](?:us|them|it|now|toll[- ]free|the|number|or|and|text|at|on|le|la|al|il|an|unter|para|n[uú]m[eé]ro))*
        :?[ ]?["(]?(?P<number>(?:1[ ])?[2-9][0-9]{2}[ ][0-9]{3}[ ][0-9]{4}|1?[2-9][0-9]{9}|[0-9]{3}[.-][0-9]{4}
        |116[ ]?[0-9]{3}|[0-9]{2}[ ][0-9]{2}|0[0-9]{2}|[1-9][0-9]{2,3})
        (?![\w%]|[.,:/-][0-9]|[ ](?:percent|per|of|women|men|people|children|victims|calls|years?|days?|hours?|times|more)\b)""",
        re.VERBOSE | re.IGNORECASE,
    )


# What a text must hold for one of the two to be worth its time.
_LONG_RUN = re.compile(r"8(?:00|[3-8])|(?:[0-9][ .()-]{0,2}){8}[0-9]")
_CUES = ("call", "line:", "dial", "phone", "ring", "appele", "compose", "llam", "marqu", "marca", "chiama", "rufen", "liga", "ligue")  # fmt: skip
_SPELLED_AFTER = re.compile(r" ?\(\s?(?:[-=] ?)?(\d{2,7}|\d{3}[-.]\d{4}|[A-Z]{3,8})\s?\)")
_YEAR = re.compile(r"(?:19|20)\d\d")


def phone_mentions(plain: str) -> Iterator[ContactMention]:
    """The telephone numbers of a flat text (`reader.flat`), in order; a word in keypad letters and its digits are two mentions."""
    taken = Taken()
    for match in _shapes().finditer(plain) if _LONG_RUN.search(plain) else ():
        # A number in letters has its digits in brackets after it; those are read with it.
        for mention in () if taken.overlaps(Span(match.start(), match.end())) else _read(plain, match):
            taken.add(mention.span)
            yield mention
    lowered = plain.lower()
    if not any(cue in lowered for cue in _CUES):
        return
    for match in _cued().finditer(plain):
        text, span = match["number"], Span(*match.span("number"))
        if not (_YEAR.fullmatch(text) or taken.overlaps(span)):
            yield ContactMention("phone", normal_phone(text), text, span)


def _read(plain: str, match: re.Match[str]) -> Iterator[ContactMention]:
    kind, text = match.lastgroup or "", match.group().rstrip(" .-(")
    if kind == "plus" and text.count("(") > text.count(")"):
        text = text.rpartition("(")[0].rstrip()
    span = Span(match.start(), match.start() + len(text))
    count = len(digits_of(text))
    if kind == "letters":
        yield from _letters(plain, text, span)
        return
    if kind == "plus" and text[-2] == ".":
        return  # a signed decimal
    # Britain's oldest free numbers have four digits after 0800; any other trunk number has nine or more.
    fewest = 8 if text.startswith("0800") else 9
    if (kind == "trunk" and not fewest <= count <= 12) or (kind == "odd" and not 9 <= count <= 13):
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
