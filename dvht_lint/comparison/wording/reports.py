"""Reported speech: what people said, believed or alleged in the statement, and what the claim gives as a fact.

"31% of nurses said they had been assaulted" is a fact about what nurses said. The claim that drops the verb of saying and
keeps its complement says more. The finding of a study is another matter: "the survey found that" may go.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from dvht_lint import lexicons
from dvht_lint.comparison.aligning.alignment import Alignment
from dvht_lint.comparison.aligning.edits import certainty_of, make, quoted
from dvht_lint.comparison.aligning.reading import Wording
from dvht_lint.model import Edit, Reason

__all__ = ["find", "introductions"]

_TESTIMONY = lexicons.words("reports", "testimony")
_DOUBTFUL = (
    lexicons.words("reports", "belief")
    | lexicons.words("reports", "allegation")
    | lexicons.words("reports", "estimate")
)
_VERBS = _TESTIMONY | _DOUBTFUL
_FINDINGS = lexicons.words("reports", "findings")
_UNDERGOING = lexicons.words("reports", "undergoing")
_SIGNS = _VERBS | lexicons.words("reports", "other signs")
_NOUNS_TOO = frozenset({"state", "states", "project", "projects", "answer", "answers"})
_BE = lexicons.words("grammar", "forms of be")
_SELVES = frozenset({"they", "she", "he", "their", "his", "her", "them", "it"})
_ADDRESSED = 3
"""How many words an addressee takes at most: "told the researchers that"."""
_REACH = 14
"""How many words of the complement are looked at."""
_SHARE = 0.6
"""How much of the complement the claim must have."""


def introductions(wording: Wording) -> Iterator[range]:
    """The words that only introduce what follows: "figures that the ministry collected show that"."""
    for words in wording.ranges if "that" in wording.lows else ():
        for at in words[1:]:
            before = wording.forms[at - 1].low
            if wording.forms[at].low == "that" and (before in _VERBS or before in _FINDINGS):
                yield range(words.start, at + 1)


class _Report(NamedTuple):
    verb: int
    start: int
    """The first word of the complement."""
    end: int
    doubtful: bool
    """Whether anybody's word is meant, and not only what people say of themselves."""


def find(alignment: Alignment) -> Iterator[Edit]:
    """The edits at verbs of report that the claim drops."""
    right = alignment.right
    for at in [at for at, low in enumerate(right.lows) if low in _VERBS]:
        if alignment.to_left[at] >= 0 or at in alignment.explained_right:
            continue
        found = _report(alignment, at)
        edit = _undergone(alignment, at) or (_stated(alignment, found) if found else None)
        if edit is not None:
            yield edit


def _report(alignment: Alignment, verb: int) -> _Report | None:
    """The verb with its complement: a clause, or "being", "having" and the like."""
    right = alignment.right
    low = right.forms[verb].low
    passive = verb > 0 and right.forms[verb - 1].low in _BE
    impersonal = passive and verb > 1 and right.forms[verb - 2].low == "it"
    if verb == 0 or (passive and not impersonal) or right.comma[verb]:
        return None
    start = _complement(right, verb)
    if start < 0:
        return None
    doubtful = low in _DOUBTFUL
    own = right.forms[start].low in _SELVES or right.forms[start].low.endswith("ing")
    if not (doubtful or own or _is_counted(alignment, verb)):
        return None
    end = start
    while end < right.size and end - start < _REACH and right.sentence[end] == right.sentence[verb]:
        if right.comma[end] and end > start + 2:
            break
        end += 1
    return _Report(verb, start, end, doubtful)


def _complement(wording: Wording, verb: int) -> int:
    """Where the complement of a verb of report starts; -1 where it has none."""
    for at in range(verb + 1, min(verb + 2 + _ADDRESSED, wording.size)):
        form = wording.forms[at]
        if wording.sentence[at] != wording.sentence[verb] or wording.comma[at]:
            return -1
        if form.low == "that":
            return at + 1 if at + 1 < wording.size else -1
        if form.low in _SELVES - {"her", "his", "their", "them", "it"}:
            return at
        if at == verb + 1:
            if form.low.endswith("ing") and len(form.low) > 4:
                return at
            if form.low in {"to", "of", "on", "for", "by", "in", "as", "from"}:
                return -1
    return -1


def _is_counted(alignment: Alignment, verb: int) -> bool:
    """Whether a figure counts those who report: "14% of men reported that"."""
    clause = alignment.right.clause
    return any(at in alignment.figure_right and clause[at] == clause[verb] for at in range(max(0, verb - 6), verb))


def _stated(alignment: Alignment, report: _Report) -> Edit | None:
    """The complement without the verb."""
    right, links = alignment.right, alignment.to_left
    content = [at for at in range(report.start, report.end) if right.forms[at].content]
    linked = [at for at in content if links[at] >= 0]
    if not linked or len(linked) < _SHARE * len(content):
        return None
    sentence = alignment.left.sentence[links[linked[0]]]
    if any(_is_sign(alignment.left, at) for at in alignment.left.ranges[sentence]):
        return None
    if not report.doubtful and not any(links[at] >= 0 for at in range(max(0, report.verb - 4), report.verb)):
        return None
    return _edit(alignment, report.verb, report.start, links[linked[0]])


def _is_sign(wording: Wording, at: int) -> bool:
    """Whether a word says that somebody reports; "the state" and "a project" are none, "states that" is."""
    low = wording.forms[at].low
    if low in _NOUNS_TOO:
        return at + 1 < wording.size and wording.forms[at + 1].low == "that"
    return low in _SIGNS


def _edit(alignment: Alignment, verb: int, start: int, at: int) -> Edit:
    right = alignment.right
    stop = start + 1 if right.forms[start].low in _SELVES or right.forms[start].low.endswith("ing") else start
    said = right.words(verb, stop)
    message = f"The claim gives as a fact what the statement reports: {quoted(said)}."
    words = range(verb, stop)
    edit = make(alignment, Reason.HEDGE, range(at, at + 1), words, message, confidence=certainty_of(alignment, at))
    return replace(edit, replacement=None)


def _undergone(alignment: Alignment, verb: int) -> Edit | None:
    """A verb of undergoing in the place of the report: "experienced violence" for "reported violence"."""
    if alignment.right.forms[verb].low not in _TESTIMONY:
        return None
    left, links = alignment.left, alignment.to_left
    before = next((at for at in range(verb - 1, max(verb - 4, -1), -1) if links[at] >= 0), -1)
    after = next((at for at in range(verb + 1, min(verb + 4, alignment.right.size)) if links[at] >= 0), -1)
    if after < 0 or alignment.right.forms[verb - 1].low in _BE:
        return None
    low, high = (links[before] if before >= 0 else links[after] - 4), links[after]
    for at in range(max(low + 1, 0), high):
        if left.forms[at].low in _UNDERGOING and alignment.to_right[at] < 0:
            message = (
                f"The claim says {quoted(left.words(at, at + 1))} where the statement says "
                f"{quoted(alignment.right.words(verb, verb + 1))}: it gives as a fact what is reported."
            )
            words = range(verb, verb + 1)
            return make(
                alignment, Reason.HEDGE, range(at, at + 1), words, message, confidence=certainty_of(alignment, at, verb)
            )
    return None
