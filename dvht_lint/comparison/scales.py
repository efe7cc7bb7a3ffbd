"""Words that stand on an ordered scale: hedges, modals, frequency, quantifiers, causes.

The scales are data (`lexicons/scales.json`): each runs from what claims least to what claims most, with `*` where a
text says nothing. Which way an edit goes is read off the scale; no pair of words is listed anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from dvht_lint import lexicons
from dvht_lint.comparison.alignment import Alignment
from dvht_lint.comparison.edits import certainty_of, explain, insertion, make, quoted
from dvht_lint.comparison.reading import Phrase, Wording
from dvht_lint.model import Edit, Harm, Reason

__all__ = ["find"]

_REASONS = {
    "hedge": Reason.HEDGE,
    "certainty": Reason.CERTAINTY,
    "frequency": Reason.CERTAINTY,
    "quantifier": Reason.QUANTIFIER,
    "cause": Reason.CAUSE,
    "prevention": Reason.CAUSE,
}
_WHAT = {
    "hedge": "how far the finding is established",
    "certainty": "how certain it is",
    "frequency": "how often it holds",
    "quantifier": "for how many it holds",
    "cause": "whether one causes the other",
    "prevention": "whether one prevents the other",
}
_PLURALS = frozenset(
    "people women men children police persons data media youth staff those them these us you cases".split()
)
# Participles that seldom are the verb of a sentence.
_ADJECTIVES = frozenset("suspected alleged presumed purported supposed apparent presumptive self-reported".split())
_BE = frozenset("is are was were be been being".split())
_PRONOUNS = frozenset("those these them us you it this that which whom who".split())
_SIDES = frozenset("side sides end ends hand way direction".split())
_TIMES = frozenset("year month week day hour minute second time season decade century night morning".split())


class _Scale(NamedTuple):
    bare: int
    """The step of a text that says nothing."""
    negative: int
    """How many of the lowest steps speak against."""
    attaches: str


class _Anchored(NamedTuple):
    phrase: Phrase
    anchor: int
    """The word it is said of, -1 where there is none."""


@cache
def _scales() -> dict[str, _Scale]:
    return {
        name: _Scale(
            next(n for n, step in enumerate(entry["steps"]) if "*" in step), entry.get("negative", 0), entry["attaches"]
        )
        for name, entry in lexicons.load("scales").items()
    }


def find(alignment: Alignment) -> Iterator[Edit]:
    """The edits on every scale."""
    left, right = alignment.left, alignment.right
    if not left.phrases and not right.phrases:
        return
    loose: list[tuple[str, _Anchored]] = []
    edits: list[Edit] = []
    missing: list[tuple[str, _Anchored]] = []
    for name, scale in _scales().items():
        ones = _read(left, name, scale, alignment.figure_left | alignment.explained_left)
        twos = _read(right, name, scale, alignment.figure_right | alignment.explained_right)
        for one, two in _pairs(alignment, ones, twos):
            edits += _pair(alignment, name, scale, one, two)
        if scale.attaches != "both":
            loose += [(name, one) for one in ones]
            missing += [(name, two) for two in twos]
    _cancel(alignment, loose, missing)
    for name, one in loose:
        edits += _added(alignment, name, _scales()[name], one)
    for name, two in missing:
        edits += _dropped(alignment, name, _scales()[name], two)
    yield from edits


# --- reading --------------------------------------------------------------------------------------


def _read(wording: Wording, name: str, scale: _Scale, taken: frozenset[int] | set[int]) -> list[_Anchored]:
    found = []
    for phrase in wording.of(name):
        if taken.isdisjoint(range(phrase.start, phrase.end)) and _is_meant(wording, phrase):
            found.append(_Anchored(phrase, _anchor(wording, phrase, scale.attaches)))
    return found


def _anchor(wording: Wording, phrase: Phrase, attaches: str) -> int:
    """The word that a phrase is said of: the next content word, or the one before where none follows."""
    if wording.forms[phrase.start].low in {"everyone", "everybody"}:
        return -1
    for at in range(phrase.end, min(phrase.end + 5, len(wording))):
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


def _is_meant(wording: Wording, phrase: Phrase) -> bool:
    """Whether a phrase that can be something else as well is what the scale means here."""
    forms, at, end = wording.forms, phrase.start, phrase.end
    low = forms[at].low
    before = forms[at - 1].low if at else ""
    after = forms[end].low if end < len(forms) else ""
    if phrase.scale == "certainty":
        if (
            low in {"may", "will", "might", "can", "should", "must"}
            and at
            and forms[at].capital
            and forms[at - 1].low not in {"", "and"}
        ):
            return wording.sentence[at] != wording.sentence[at - 1]
        if low in {"can", "could"} and after == "not":
            return False
        if low in {"do", "does", "did", "has", "have"}:
            return (
                end < len(forms)
                and after not in {"not", "so"}
                and before not in {"to"}
                and end - at == 1
                and low not in {"has", "have"}
            )
        return (
            not (
                low in {"said", "stated", "reported", "alleged", "thought", "believed", "expected", "planned", "due"}
                and wording.forms[end - 1].low == "to"
            )
            or before in _BE
        )
    if phrase.scale == "hedge":
        return _is_hedge(wording, phrase, before, after)
    if phrase.scale == "quantifier" and end - at == 1:
        return _is_quantifier(wording, phrase, before, after)
    return True


def _is_hedge(wording: Wording, phrase: Phrase, before: str, after: str) -> bool:
    """Whether a participle or adjective qualifies a noun ("detected victims") and is no verb ("police identified")."""
    if phrase.end - phrase.start > 1:
        return True
    low = wording.forms[phrase.start].low
    if low == "likely":
        return before not in {"more", "most", "less", "least", "as", "equally"} and after != "to"
    if low in _ADJECTIVES:
        return phrase.end < len(wording) and wording.forms[phrase.end].content
    if low.endswith("ly") or low in {"possible", "potential"}:
        return after not in {"", "to", "that", "for"}
    if not low.endswith(("ed", "en", "wn")):
        return True
    if phrase.end >= len(wording) or not wording.forms[phrase.end].content or wording.comma[phrase.end]:
        return False
    if (
        phrase.start == 0
        or wording.clause[phrase.start - 1] != wording.clause[phrase.start]
        or wording.comma[phrase.start]
    ):
        return True
    previous = wording.forms[phrase.start - 1]
    return (not previous.content or previous.low.endswith("ed")) and previous.low not in {
        "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "it", "they", "he", "she", "we", "who", "which", "that", "also",
    }  # fmt: skip


def _is_quantifier(wording: Wording, phrase: Phrase, before: str, after: str) -> bool:
    """Whether a word counts out things: "most victims", not "the most recent", "each other", "at all"."""
    low = wording.forms[phrase.start].low
    if low in {"everyone", "everybody"}:
        return True
    if after in _SIDES or (before == "of" and phrase.start > 1 and _is_share(wording, phrase.start - 2)):
        return False
    if after == "of":
        return before not in {"first", "best", "worst", "above"}
    if before in {"at", "after", "as", "how", "too", "so", "that", "one"} or phrase.end >= len(wording):
        return False
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


def _plural_follows(wording: Wording, at: int) -> bool:
    for index in range(at, min(at + 4, len(wording))):
        form = wording.forms[index]
        if wording.clause[index] != wording.clause[at] or wording.comma[index]:
            return False
        if form.low in _PLURALS or (
            form.content and form.low.endswith("s") and not form.low.endswith(("ss", "us", "is", "ous"))
        ):
            return True
        if form.number:
            return False
    return False


# --- pairing --------------------------------------------------------------------------------------


def _pairs(alignment: Alignment, ones: list[_Anchored], twos: list[_Anchored]) -> list[tuple[_Anchored, _Anchored]]:
    """Take the phrases that stand for each other out of the two lists: linked, said of linked words, or in one slot."""
    found = []
    for stands in (_linked, _same_anchor, _same_slot, _same_words):
        for one in list(ones):
            two = next((t for t in twos if stands(alignment, one, t)), None)
            if two is not None:
                ones.remove(one)
                twos.remove(two)
                found.append((one, two))
    return found


def _linked(alignment: Alignment, one: _Anchored, two: _Anchored) -> bool:
    return any(
        alignment.to_right[at] in range(two.phrase.start, two.phrase.end)
        for at in range(one.phrase.start, one.phrase.end)
    )


def _same_anchor(alignment: Alignment, one: _Anchored, two: _Anchored) -> bool:
    return one.anchor >= 0 and two.anchor >= 0 and alignment.to_right[one.anchor] == two.anchor


def _same_slot(alignment: Alignment, one: _Anchored, two: _Anchored) -> bool:
    start, end = alignment.slot(one.phrase.start, one.phrase.end)
    if start < two.phrase.end and two.phrase.start < end:
        return True
    before, after = alignment.before(one.phrase.start), alignment.after(one.phrase.end - 1)
    if before < 0 or after < 0:
        return False
    low, high = sorted((alignment.to_right[before], alignment.to_right[after]))
    return low < two.phrase.start < high and high - low <= 12


def _same_words(alignment: Alignment, one: _Anchored, two: _Anchored) -> bool:
    left = alignment.left.words(one.phrase.start, one.phrase.end).lower()
    return left == alignment.right.words(two.phrase.start, two.phrase.end).lower()


def _cancel(alignment: Alignment, loose: list[tuple[str, _Anchored]], missing: list[tuple[str, _Anchored]]) -> None:
    """Drop what another scale says as well: "most victims are women" is "victims are usually women"."""
    for item in list(loose):
        name, one = item
        if one.phrase.step >= _scales()[name].bare:
            continue
        other = next(
            (m for m in missing if m[1].phrase.step < _scales()[m[0]].bare and _same_clause(alignment, one, m[1])), None
        )
        if other is not None:
            loose.remove(item)
            missing.remove(other)
            explain(
                alignment, range(one.phrase.start, one.phrase.end), range(other[1].phrase.start, other[1].phrase.end)
            )


def _same_clause(alignment: Alignment, one: _Anchored, two: _Anchored) -> bool:
    if two.anchor < 0:
        return False
    clause = alignment.left.clause[one.phrase.start]
    return any(
        linked >= 0 and alignment.right.clause[linked] == alignment.right.clause[two.anchor]
        for at, linked in enumerate(alignment.to_right)
        if alignment.left.clause[at] == clause
    )


# --- deciding -------------------------------------------------------------------------------------


def _harm(scale: _Scale, left: int, right: int) -> Harm:
    if left == right:
        return Harm.SAME
    if (left < scale.negative) != (right < scale.negative):
        return Harm.MORE
    if left < scale.negative:
        return Harm.MORE if left < right else Harm.LESS
    return Harm.MORE if left > right else Harm.LESS


def _pair(alignment: Alignment, name: str, scale: _Scale, one: _Anchored, two: _Anchored) -> list[Edit]:
    left, right = range(one.phrase.start, one.phrase.end), range(two.phrase.start, two.phrase.end)
    harm = _harm(scale, one.phrase.step, two.phrase.step)
    if harm is Harm.SAME:
        explain(alignment, left, right)
        return []
    mine, theirs = alignment.left.words(left.start, left.stop), alignment.right.words(right.start, right.stop)
    more = "more" if harm is Harm.MORE else "less"
    message = (
        f"The claim says {quoted(mine)} where the statement says {quoted(theirs)}: it says {more} about {_WHAT[name]}."
    )
    confidence = certainty_of(alignment, left.start, right.start)
    return [make(alignment, _REASONS[name], left, right, message, harm=harm, confidence=confidence)]


def _added(alignment: Alignment, name: str, scale: _Scale, one: _Anchored) -> list[Edit]:
    harm = _harm(scale, one.phrase.step, scale.bare)
    linked = alignment.to_right[one.anchor] if one.anchor >= 0 else -1
    if (
        harm is Harm.SAME
        or linked < 0
        or not alignment.explained_left.isdisjoint(range(one.phrase.start, one.phrase.end))
    ):
        return []
    words = range(one.phrase.start, one.phrase.end)
    mine, said_of = alignment.left.words(words.start, words.stop), alignment.left.words(one.anchor, one.anchor + 1)
    more = "more" if harm is Harm.MORE else "less"
    message = f"The claim adds {quoted(mine)} to {quoted(said_of)}, which the statement does not say: it says {more} about {_WHAT[name]}."
    confidence = certainty_of(alignment, one.anchor, linked)
    return [make(alignment, _REASONS[name], words, range(linked, linked), message, harm=harm, confidence=confidence)]


def _dropped(alignment: Alignment, name: str, scale: _Scale, two: _Anchored) -> list[Edit]:
    harm = _harm(scale, scale.bare, two.phrase.step)
    if (
        harm is Harm.SAME
        or two.anchor < 0
        or not alignment.explained_right.isdisjoint(range(two.phrase.start, two.phrase.end))
    ):
        return []
    linked = alignment.to_left[two.anchor]
    if linked < 0 or _stands_elsewhere(alignment, two.phrase):
        return []
    words = range(two.phrase.start, two.phrase.end)
    theirs, said_of = alignment.right.words(words.start, words.stop), alignment.left.words(linked, linked + 1)
    more = "more" if harm is Harm.MORE else "less"
    message = f"The claim drops {quoted(theirs)}, which the statement says of {quoted(said_of)}: it says {more} about {_WHAT[name]}."
    return [
        insertion(
            alignment,
            _REASONS[name],
            linked,
            words,
            message,
            harm=harm,
            confidence=_drop_confidence(alignment, two, linked),
        )
    ]


def _stands_elsewhere(alignment: Alignment, phrase: Phrase) -> bool:
    """Whether the claim has the word in another place or part of speech: "victims who were detected"."""
    stems = {f.stem for f in alignment.right.forms[phrase.start : phrase.end] if f.content}
    return bool(stems) and stems <= alignment.left.stems


def _drop_confidence(alignment: Alignment, two: _Anchored, linked: int) -> float:
    """How sure a drop is: the words around what was dropped must be there, on both sides and in step."""
    confidence = certainty_of(alignment, linked, two.anchor)
    drawn = alignment.sentences.get(alignment.left.sentence[linked], [])
    if drawn and drawn[0] != alignment.right.sentence[two.anchor]:
        confidence = round(confidence * 0.6, 2)
    before = alignment.before_right(two.phrase.start)
    if (
        before < 0
        or two.phrase.start == 0
        or alignment.right.sentence[two.phrase.start - 1] != alignment.right.sentence[two.phrase.start]
    ):
        return confidence
    gap = two.phrase.start - before
    in_step = 0 <= linked - alignment.to_left[before] <= 4
    return confidence if in_step and gap <= 4 else round(confidence * 0.5, 2)
