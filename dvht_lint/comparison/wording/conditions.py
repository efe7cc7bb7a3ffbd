"""Conditions and restrictions: "if", "when", "among those who", "only".

A condition of the statement whose clause the claim leaves out, while it keeps the main clause, is dropped. A restriction that the
claim adds makes it say more of what is left out: "only" excludes.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint import lexicons
from dvht_lint.comparison.aligning.alignment import Alignment
from dvht_lint.comparison.aligning.edits import certainty_of, insertion, make, quoted
from dvht_lint.comparison.aligning.reading import Phrase, Wording
from dvht_lint.model import Edit, Harm, Reason

__all__ = ["find"]

_CONDITIONS = frozenset({"clauses", "groups"})
_REACH = 14
_COVERAGE = 0.6
"""How much of the claim's sentence must be the statement's for a condition to be missing from it, and not to be out of place."""
_AFTER = lexicons.words("grammar", "auxiliaries")
_BE = lexicons.words("grammar", "forms of be")


def find(alignment: Alignment) -> Iterator[Edit]:
    """The edits at conditions and restrictions."""
    left, right = alignment.left, alignment.right
    ours = [*left.of("clauses"), *left.of("groups")]
    for phrase in () if right.scales.isdisjoint(_CONDITIONS) else right.phrases:
        if phrase.scale in _CONDITIONS and alignment.explained_right.isdisjoint(range(phrase.start, phrase.end)):
            edit = _dropped(alignment, phrase, ours)
            if edit is not None:
                yield edit
    yield from _restrictions(alignment)


def _reach(wording: Wording, phrase: Phrase) -> range:
    """The words of the condition: to the next comma or the end of its clause."""
    end = phrase.end
    clause = wording.clause[phrase.end] if phrase.end < wording.size else -1
    while end < wording.size and end - phrase.end < _REACH and wording.clause[end] == clause:
        if wording.comma[end] and end > phrase.end:
            break
        end += 1
    return range(phrase.start, end)


def _dropped(alignment: Alignment, phrase: Phrase, ours: list[Phrase]) -> Edit | None:
    right = alignment.right
    words = _reach(right, phrase)
    content = [at for at in words if right.forms[at].content or right.forms[at].number]
    if not content or any(alignment.to_left[at] >= 0 or _is_explained(alignment, at) for at in content):
        return None
    if not _is_condition(right, phrase):
        return None
    linked = _main_clause(alignment, words)
    if linked < 0:
        return None
    sentence = alignment.left.sentence[linked]
    if any(alignment.left.sentence[p.start] == sentence and not _restates_another(alignment, p, words) for p in ours):
        return None
    if alignment.coverage(sentence) < _COVERAGE or not _draws_on(alignment, sentence, right.sentence[words.start]):
        return None
    text = right.words(words.start, words.stop)
    end = max(at for at in range(alignment.left.size) if alignment.left.sentence[at] == sentence) + 1
    message = f"The claim leaves out the condition {quoted(text)} under which the statement holds."
    return insertion(alignment, Reason.CONDITION, end, words, message, confidence=certainty_of(alignment, linked))


def _draws_on(alignment: Alignment, left: int, right: int) -> bool:
    """Whether most of what a sentence of the claim restates stands in this sentence of the statement."""
    forms, links = alignment.left.forms, alignment.to_right
    linked = [links[at] for at in alignment.left.ranges[left] if links[at] >= 0 and forms[at].content]
    return 2 * sum(alignment.right.sentence[at] == right for at in linked) > len(linked)


def _restates_another(alignment: Alignment, phrase: Phrase, words: range) -> bool:
    """Whether a condition of the claim restates another of the statement's than the one in `words`."""
    others = [
        _reach(alignment.right, p) for p in alignment.right.phrases if p.scale == phrase.scale and p.start not in words
    ]
    linked = [alignment.to_right[at] for at in _reach(alignment.left, phrase)]
    return any(at in other for at in linked for other in others)


def _is_explained(alignment: Alignment, at: int) -> bool:
    """Whether another class speaks of a word; a figure that goes with its condition ("within 48 hours") is the condition's."""
    return at in alignment.explained_right and at not in alignment.figure_right


def _is_condition(wording: Wording, phrase: Phrase) -> bool:
    """Whether a word that can open a condition does so here: no question ("how … when"), no date ("when in 2010"), no aside."""
    low = wording.forms[phrase.start].low
    if wording.text[: wording.starts[phrase.start]].endswith("("):
        return False
    if low == "when" and phrase.start and wording.comma[phrase.start] and wording.forms[phrase.start - 1].number:
        return False
    after = wording.forms[phrase.end].low if phrase.end < wording.size else ""
    before = wording.forms[phrase.start - 1].low if phrase.start else ""
    if low in {"when", "where", "if"} and (
        after in _AFTER or before in {"how", "and", "or", "know", "to", "on", "of", "ask", "even", "see", "as"}
    ):
        return False
    if low in {"where", "once", "until"} or (low == "subject" and before in _BE):
        return False
    return not (low in {"among", "amongst"} and after in {"others", "other", "them", "these", "the", "many", "several"})


def _main_clause(alignment: Alignment, words: range) -> int:
    """The last word of the claim that is linked to the statement's main clause beside the condition; -1 where too few are."""
    right = alignment.right
    sentence = right.sentence[words.start]
    linked = [
        alignment.to_left[at]
        for at in range(right.size)
        if right.sentence[at] == sentence and at not in words and alignment.to_left[at] >= 0 and right.forms[at].content
    ]
    whole = bool(linked) and alignment.coverage(alignment.left.sentence[linked[0]]) == 1.0
    return max(linked) if len(linked) >= (2 if whole else 3) else -1


def _restrictions(alignment: Alignment) -> Iterator[Edit]:
    ours, theirs = alignment.left.of("restrictors"), alignment.right.of("restrictors")
    for phrase in ours:
        at = phrase.start
        if theirs or at in alignment.explained_left or alignment.to_right[at] >= 0 or at in alignment.figure_left:
            continue
        if alignment.left.forms[at].low in {"just", "alone", "merely"}:
            continue
        focus = alignment.after(at)
        if not (_is_put_before(alignment, at, focus) or _is_put_between(alignment, at)) or focus < 0:
            continue
        linked = alignment.to_right[focus]
        one, two = alignment.left.words(at, at + 1), alignment.left.words(focus, focus + 1)
        message = f"The claim adds {quoted(one)} to {quoted(two)}: it excludes what the statement does not exclude."
        yield make(
            alignment, Reason.QUANTIFIER, range(at, at + 1), range(linked, linked), message,
            harm=Harm.MORE, confidence=certainty_of(alignment, focus, linked), replacement="",
        )  # fmt: skip


def _is_put_before(alignment: Alignment, at: int, focus: int) -> bool:
    """Whether a word was put right before a linked one: "only women" for "women", not "the only woman"."""
    links, before = alignment.to_right, alignment.left.forms[at - 1].low if at else ""
    return focus == at + 1 and (not at or links[at - 1] == links[focus] - 1) and before not in {"the", "not", "an", "a"}


def _is_put_between(alignment: Alignment, at: int) -> bool:
    """Whether the words on both sides follow each other in the statement: "granted only to" for "granted to"."""
    links = alignment.to_right
    if not 0 < at < len(links) - 1 or alignment.left.forms[at + 1].low in {"a", "an"}:
        return False
    return links[at - 1] >= 0 and links[at + 1] == links[at - 1] + 1
