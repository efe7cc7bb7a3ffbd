"""One form for each contact, however it is written, and the way back into a text's own notation."""

from __future__ import annotations

import re

from dvht_lint.contacts.keypad import digits_of, spell
from dvht_lint.model import ContactMention

__all__ = ["in_notation_of", "normal_phone", "normal_url", "same_number", "with_digits"]


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


def normal_url(text: str) -> str:
    """A web address without scheme, `www.` and closing slash, its host in lower case."""
    rest = re.sub(r"^[A-Za-z]{3,6}:/{0,3}", "", text.strip())
    host, slash, path = rest.partition("/")
    host = host.lower().removeprefix("www.").rstrip(".")
    return (host + slash + path).rstrip("/")


def same_number(left: str, right: str) -> bool:
    """Whether two normal forms dial one line: `+448082000247` and `08082000247` do."""
    if left == right:
        return True
    if left.startswith("+") == right.startswith("+"):
        return False
    full, national = (left, right) if left.startswith("+") else (right, left)
    stripped = national.lstrip("0")
    return len(stripped) >= 6 and full.endswith(stripped) and 1 <= len(full) - 1 - len(stripped) <= 3


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
