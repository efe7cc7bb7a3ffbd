"""Numbers that are places in a text or laws: sections, titles, bills, tables, steps; and the readers of other labels."""

from __future__ import annotations

from dvht_lint.model import Kind
from dvht_lint.quantities.calendar import MONTHS
from dvht_lint.quantities.label import Label, squeezed
from dvht_lint.quantities.names import read_name, read_named_word
from dvht_lint.quantities.notation import read_notation
from dvht_lint.quantities.nouns import plural_noun
from dvht_lint.quantities.numeral import read_digits
from dvht_lint.quantities.numerals import read_numeral
from dvht_lint.quantities.tokens import HYPHENS, NUMBER, WORD, Tokens
from dvht_lint.quantities.vocabulary import label_words

__all__ = ["Label", "read_label"]

_SHORT = frozenset({"no", "sec", "art", "fig", "vol", "p", "pp", "ch"})
"""Abbreviations whose full stop is a token of its own."""
_BILLS = frozenset({"h.r.", "h.r", "hr", "p.l.", "l.", "pub.l.", "s.", "h.j.res."})
_LAW_PARTS = frozenset({"section", "sections", "§", "§§", "title", "article", "articles", "sec", "sec.", "act"})
_ALWAYS = frozenset({"section", "title", "article", "table", "figure", "chapter"})
_NEVER_LOWER = frozenset({"no", "act", "target", "number"})
"""Words that name a part of a text only with a capital: "act 3 times", "no 40 people"."""
_NAMED_SLASHES = (["24", "/", "7"], ["9", "/", "11"])


def read_label(t: Tokens, i: int) -> Label | None:
    """The label whose number stands at token `i`, told by what stands before it and what is glued to it."""
    if t.kinds[i] != NUMBER:
        return read_numeral(t, i) or read_named_word(t, i)
    return _law(t, i) or _part(t, i) or read_notation(t, i) or read_name(t, i)


def _law(t: Tokens, i: int) -> Label | None:
    """Read "22 U.S.C. § 7102(9)", "S.146", "H.R. 2620", "Pub. L. 106-386"."""
    words = label_words()
    stop, before = i + 1, t.lowers[i - 1]
    if t.lowers[stop] in words.law and t.lowers[stop + 1] not in MONTHS:
        at = stop + 1
        while t.words[at] in {".", "§", "§§"} or t.lowers[at] in {"sec", "sec.", "section"}:
            at += 1
        if t.words[at - 1] == "§" or (t.kinds[at] == NUMBER and t.lowers[stop] not in {"u.s", "u.s.", "fed"}):
            end = _brackets(t, at + 1)
            return Label(Kind.LAW, i, end, 0.0, squeezed(t, i, end))
    if before == "." and t.glued(i) and t.glued(i - 1) and t.words[i - 2] in {"S", "R", "B", "Res"}:
        return Label(Kind.LAW, i - 2, _brackets(t, stop), 0.0, squeezed(t, i - 2, stop))
    if (before in _BILLS and t.capital(i - 1)) or (before == "law" and t.lowers[i - 2] == "public"):
        end = stop + 2 if t.words[stop] in HYPHENS and t.kinds[stop + 1] == NUMBER else stop
        return Label(Kind.LAW, i - 1, end, 0.0, squeezed(t, i - 1, end))
    return None


def _part(t: Tokens, i: int) -> Label | None:
    """Read "Table 3", "step 2", "No. 7", "#1", "top 10", "24/7", and the numbers that go on a list of such."""
    before, stop = t.lowers[i - 1], i + 1
    if before in label_words().before:
        return _after_word(t, i, i - 1)
    if before == "." and t.lowers[i - 2] in _SHORT:
        return _after_word(t, i, i - 2)
    if before == "top" and (t.kinds[stop] != WORD or not plural_noun(t, stop)) and t.words[stop] != "%":
        return Label(Kind.LABEL, i, stop, 0.0, "top" + t.words[i])
    if before == "#":
        return Label(Kind.LABEL, i - 1, stop, 0.0, squeezed(t, i - 1, stop))
    if t.words[i : stop + 2] in _NAMED_SLASHES:
        return Label(Kind.LABEL, i, stop + 2, 0.0, t.words[i] + "/" + t.words[stop + 1])
    return None


def _brackets(t: Tokens, i: int) -> int:
    """The token after the "(b)(9)" that follow a section."""
    while t.words[i] == "(" and t.glued(i) and t.words[i + 2] == ")":
        i += 3
    return i


def _after_word(t: Tokens, i: int, before: int) -> Label | None:
    """Read "Section 107(b)", "Table 3", "step 2" - but not "part 50% of" or "no 40 people"."""
    word, text, after = t.lowers[before], t.words[i], t.lowers[i + 1]
    if after in {"%", "percent", "per"} or ("," in text and len(text.partition(",")[2]) >= 3):
        return None
    numbered = word in {"goal", "target", "indicator"} and "." in text
    if not numbered and (
        (plural_noun(t, i + 1) and word not in _ALWAYS) or (word in _NEVER_LOWER and not t.capital(before))
    ):
        return None
    if word in {"article", "articles"} and len(text) == 4 and not t.capital(before):
        return None
    stop = _brackets(t, i + 1)
    if t.words[stop] in HYPHENS and t.kinds[stop + 1] == NUMBER and t.glued(stop + 1):
        stop += 2
    value = read_digits(text)
    return Label(Kind.LAW if word in _LAW_PARTS else Kind.LABEL, i, stop, value[0] if value else 0.0, word)
