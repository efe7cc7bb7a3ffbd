"""Reading the words of the scales: which phrases are meant as such, and of which word they are said."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dvht_lint import lexicons
from dvht_lint.comparison.aligning.reading import Form, Phrase, Wording

__all__ = ["Anchored", "Scale", "follows_noun", "is_plural", "read_scale", "scales"]

_PLURALS = lexicons.words("grammar", "irregular plurals")
# Participles that seldom are the verb of a sentence.
_ADJECTIVES = lexicons.words("grammar", "participles that qualify")
_BEFORE_VERBS = lexicons.words("grammar", "words before a verb")
_AFTER_PARTICIPLE = lexicons.words("grammar", "prepositions after a participle")
_DO = frozenset({"do", "does", "did"})
_REPORTED = lexicons.words("grammar", "verbs of report")
_BE = lexicons.words("grammar", "forms of be")
_PRONOUNS = lexicons.words("grammar", "pronouns")
_SIDES = lexicons.words("grammar", "sides")
# "… and many cited fear": a quantifier may stand for those it counts.
_ALONE = frozenset({"many", "most", "few", "some", "several"})
_OPENING = frozenset({"and", "but", "while", "though", "or"})
_TIMES = lexicons.words("grammar", "units of time")


class Scale(NamedTuple):
    """One ordered scale, by the numbers of its steps."""

    bare: int
    """The step of a text that says nothing."""
    negative: int
    """How many of the lowest steps speak against."""
    attaches: str
    """Where the word stands that a phrase is said of: `next`, `either` side, or `both` (it joins two)."""


class Anchored(NamedTuple):
    """A phrase of a scale with the word it is said of."""

    phrase: Phrase
    anchor: int
    """The word it is said of, -1 where there is none."""


@cache
def scales() -> dict[str, Scale]:
    """The scales by name."""
    return {
        name: Scale(
            next(n for n, step in enumerate(entry["steps"]) if "*" in step), entry.get("negative", 0), entry["attaches"]
        )
        for name, entry in lexicons.load("scales").items()
    }


def read_scale(wording: Wording, name: str, taken: frozenset[int] | set[int]) -> list[Anchored]:
    """The phrases of a scale that are meant as such, without those that have a word in `taken`."""
    attaches = scales()[name].attaches
    return [
        Anchored(phrase, _anchor(wording, phrase, attaches))
        for phrase in wording.of(name)
        if taken.isdisjoint(range(phrase.start, phrase.end)) and _is_meant(wording, phrase)
    ]


def _anchor(wording: Wording, phrase: Phrase, attaches: str) -> int:
    """The word that a phrase is said of: the next content word, or the one before where none follows."""
    if wording.forms[phrase.start].low in {"everyone", "everybody"}:
        return -1
    ends = phrase.end >= wording.size or not wording.forms[phrase.end].content
    if phrase.scale == "hedge" and ends and follows_noun(wording, phrase):
        return phrase.start - 1
    start = phrase.end + 2 if _is_of_them(wording, phrase.end) else phrase.end
    for at in range(start, min(start + 5, wording.size)):
        if wording.clause[at] != wording.clause[phrase.end - 1]:
            break
        if wording.forms[at].content:
            return at
        if wording.forms[at].low in _PRONOUNS:
            break
    if attaches != "next":
        for at in range(phrase.start - 1, max(phrase.start - 5, -1), -1):
            if wording.clause[at] != wording.clause[phrase.start]:
                break
            if wording.forms[at].content:
                return at
    return -1


def _is_of_them(wording: Wording, at: int) -> bool:
    """Whether "of them" follows a quantifier: what is said of them is then what is counted out."""
    return at + 1 < wording.size and wording.forms[at].low == "of" and wording.forms[at + 1].low in {"them", "us"}


def _is_meant(wording: Wording, phrase: Phrase) -> bool:
    """Whether a phrase that can be something else as well is what the scale means here."""
    forms, at, end = wording.forms, phrase.start, phrase.end
    before = forms[at - 1].low if at else ""
    after = forms[end].low if end < len(forms) else ""
    if phrase.scale == "certainty":
        return _is_modal(wording, phrase, before, after)
    if phrase.scale == "hedge":
        return _is_hedge(wording, phrase, before, after)
    if phrase.scale == "quantifier" and end - at == 1:
        return _is_quantifier(wording, phrase, before, after)
    return True


def _is_modal(wording: Wording, phrase: Phrase, before: str, after: str) -> bool:
    """Whether a modal is no name or month ("in May"), no denial ("cannot") and no full verb ("did the work")."""
    first, last = wording.forms[phrase.start], wording.forms[phrase.end - 1]
    if first.capital and not wording.opens(phrase.start):
        return False
    if phrase.end - phrase.start == 1:
        return first.low not in _DO or (after not in {"", "not", "so"} and before != "to")
    return last.low != "to" or first.low not in _REPORTED or before in _BE


def _is_hedge(wording: Wording, phrase: Phrase, before: str, after: str) -> bool:
    """Whether a participle or adjective qualifies a noun ("detected victims", "victims detected in 2018").

    A participle between two nouns may be the verb ("police identified victims"); whether it is shows when it is dropped.
    """
    forms = wording.forms
    first, last = forms[phrase.start].low, forms[phrase.end - 1].low
    if last == "to" and phrase.end - phrase.start == 2 and first in _REPORTED:
        return before in _BE
    if phrase.end - phrase.start > 1:
        return True
    if first == "likely":
        return before not in {"more", "most", "less", "least", "as", "equally"} and after != "to"
    if phrase.end >= wording.size or wording.comma[phrase.end]:
        return False
    if first in _ADJECTIVES:
        return forms[phrase.end].content
    if first.endswith("ly") or first in {"possible", "potential"}:
        return after not in {"to", "that", "for"}
    if not first.endswith(("ed", "en", "wn")):
        return True
    if not forms[phrase.end].content:
        return follows_noun(wording, phrase) and after in _AFTER_PARTICIPLE
    return before not in _BEFORE_VERBS or wording.clause[phrase.start - 1] != wording.clause[phrase.start]


def follows_noun(wording: Wording, phrase: Phrase) -> bool:
    """Whether a participle stands right behind a noun: "victims detected in 2018", "police identified victims"."""
    at = phrase.start - 1
    if at < 0 or wording.clause[at] != wording.clause[phrase.start] or wording.comma[phrase.start]:
        return False
    previous = wording.forms[at]
    return (
        previous.content
        and not previous.low.endswith(("ed", "ly"))
        and wording.forms[phrase.start].low.endswith(("ed", "en", "wn"))
    )


def _is_quantifier(wording: Wording, phrase: Phrase, before: str, after: str) -> bool:
    """Whether a word counts out things: "most victims", not "the most recent", "each other", "at all"."""
    low = wording.forms[phrase.start].low
    if low in {"everyone", "everybody"}:
        return True
    if after in _SIDES or (before == "of" and phrase.start > 1 and _is_share(wording, phrase.start - 2)):
        return False
    if after == "of":
        return before not in {"first", "best", "worst", "above"}
    if before in {"at", "after", "as", "how", "too", "so", "one"} or phrase.end >= wording.size:
        return False
    if low in _ALONE and after.endswith("ed") and (before in _OPENING or wording.opens(phrase.start)):
        return True
    if low in {"exclusively", "entirely", "solely"}:
        return True
    if low == "most" and before in {"the", "a", "its", "his", "her", "their", "second", "third", "one"}:
        return False
    if low in {"every", "each"}:
        return after not in _TIMES and after not in {"other", "of", "time"} and wording.forms[phrase.end].content
    return _plural_follows(wording, phrase.end)


def _is_share(wording: Wording, at: int) -> bool:
    """Whether a share stands here, whose whole is meant with or without "all": "half of all children"."""
    return wording.forms[at].number or wording.forms[at].low in {
        "percent",
        "cent",
        "half",
        "third",
        "thirds",
        "quarter",
        "quarters",
        "fifth",
    }


def is_plural(form: Form) -> bool:
    """Whether a word looks like a plural."""
    return form.low in _PLURALS or (
        form.content and form.low.endswith("s") and not form.low.endswith(("ss", "us", "is", "ous"))
    )


def _plural_follows(wording: Wording, at: int) -> bool:
    for index in range(at, min(at + 4, wording.size)):
        form = wording.forms[index]
        if wording.clause[index] != wording.clause[at] or wording.comma[index]:
            return False
        if is_plural(form):
            return True
        if form.number:
            return False
    return False
