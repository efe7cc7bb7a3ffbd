"""Roman numerals of names and parts: "Title IX", "World War II", "Louis XVI", and "the Sixteenth" for the last."""

from __future__ import annotations

from dvht_lint.model import Kind
from dvht_lint.quantities.label import Label
from dvht_lint.quantities.tokens import WORD, Tokens
from dvht_lint.quantities.vocabulary import label_words, number_words

__all__ = ["ROMANS", "read_numeral"]

_TENS = ("", "X", "XX", "XXX")
_UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
ROMANS = {ten + unit: 10 * i + j for i, ten in enumerate(_TENS) for j, unit in enumerate(_UNITS) if i or j}
"""Roman numerals up to 39, by value: higher ones are as likely abbreviations ("CI", "MD")."""
_ALONE = frozenset({"war"})
"""Names after which a single letter is a numeral too: "World War I"."""


def read_numeral(t: Tokens, i: int) -> Label | None:
    """The label whose numeral stands at token `i`, right after the name that it belongs to."""
    before = t.lowers[i - 1]
    if t.words[i] in ROMANS and t.kinds[i - 1] == WORD and t.capital(i - 1) and not t.glued(i):
        part = before in label_words().before
        if part or before in _ALONE or len(t.words[i]) > 1:
            stop = i + 1
            while part and t.words[stop] == "(" and t.glued(stop) and t.words[stop + 2] == ")":
                stop += 3
            return Label(Kind.LAW if part else Kind.LABEL, i, stop, float(ROMANS[t.words[i]]), before)
    if _is_part_in_lower(t, i):
        return Label(Kind.LABEL, i, i + 1, float(ROMANS[t.words[i]]), before)
    ordinal = number_words().ordinals.get(t.lowers[i], 0.0)
    if ordinal and before == "the" and t.capital(i) and t.capital(i - 2) and not t.opens_sentence(i - 2):
        return Label(Kind.LABEL, i, i + 1, ordinal, t.lowers[i - 2])
    return None


def _is_part_in_lower(t: Tokens, i: int) -> bool:
    """Whether a numeral numbers a part named in lower case: "chapter II"."""
    return (
        t.words[i] in ROMANS
        and t.words[i] != "I"
        and t.lowers[i - 1] in label_words().before
        and t.kinds[i - 1] == WORD
    )
