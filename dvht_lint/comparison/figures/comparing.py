"""Figures compared: every figure of a claim against those of its statement, each difference one edit with one reason."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dvht_lint.comparison.figures.binding import Bound, bind
from dvht_lint.comparison.figures.changes import direction, role_of_change, same_beside
from dvht_lint.comparison.figures.derived import follows, follows_surely
from dvht_lint.comparison.figures.messages import message, phrase
from dvht_lint.comparison.figures.nouns import is_person, same_things, span_words, stands_for
from dvht_lint.comparison.figures.parts import gives_share, parts
from dvht_lint.comparison.figures.relation import Support
from dvht_lint.comparison.figures.roles import Roles, Side
from dvht_lint.comparison.figures.spans import last_word, magnitude, own_spans, rate_spans
from dvht_lint.model import Binding, Edit, Harm, Kind, Quantity, Reason
from dvht_lint.records import record
from dvht_lint.text import Span
from dvht_lint.words import stem

__all__ = ["FigureComparison", "compare_figures"]

_CONTACTS = frozenset({Kind.PHONE, Kind.CODE, Kind.CITATION})
_NAMES = frozenset({Kind.LABEL, Kind.LAW})
_TIMES = frozenset({Kind.DATE, Kind.PERIOD})


_WORD = re.compile(r"[^\W\d_]+")
_JOINED = re.compile(r"\s+(?:and|or)\s")
_NEGATION = re.compile(r"\b(?:not|never|no longer|\w+n['’]t)\b", re.IGNORECASE)
_NAMED_BY_YEAR = re.compile(r"(?:\b(?:a|an|the|his|her|its|their)|['’]s?) \d{4} \w$", re.IGNORECASE)
_DEMOGRAPHIC = frozenset({"woman", "man", "child", "girl", "boy", "adult", "minor"})


@record(frozen=True, slots=True)
class FigureComparison:
    """The edits, how the figures were bound, and the spans of each text that belong to figures.

    What is covered is settled here: the alignment of the words need not look at it again.
    """

    edits: tuple[Edit, ...] = ()
    bindings: tuple[Binding, ...] = ()
    left_covered: tuple[Span, ...] = ()
    right_covered: tuple[Span, ...] = ()


def compare_figures(
    left_text: str, left: Sequence[Quantity], right_text: str, right: Sequence[Quantity]
) -> FigureComparison:
    """Compare the figures of a claim (left) with those of the statement it rests on (right).

    The spans of the quantities are offsets in the two texts. A figure that only the statement has is nothing,
    unless the words around it stand in the claim.
    """
    if left_text == right_text and left == right:
        bindings = (Binding(at, at, "equal") for at, q in enumerate(left) if q.kind not in _CONTACTS)
        return FigureComparison(bindings=tuple(bindings))
    work = _Comparing(Side(left_text, left), Side(right_text, right))
    return work.compare()


class _Comparing:
    """One comparison under way."""

    def __init__(self, claim: Side, statement: Side) -> None:
        self.claim = claim
        self.statement = statement
        self.roles = Roles(claim, statement)
        self.edits: list[Edit] = []
        self.bindings: list[Binding] = []
        self.ours: list[Span] = []
        self.theirs: list[Span] = []

    def compare(self) -> FigureComparison:
        bound = bind(self.roles)
        for b in bound:
            self._judge(b)
        self._dropped({b.right for b in bound})
        self._cover_contacts()
        return FigureComparison(
            tuple(sorted(self.edits, key=lambda e: e.left)),
            tuple(self.bindings),
            tuple(sorted(set(self.ours))),
            tuple(sorted(set(self.theirs))),
        )

    def _judge(self, b: Bound) -> None:
        """Turn one binding into an edit, or into none."""
        c = self.claim.quantities[b.left]
        if b.right < 0:
            self._unbacked(b.left, c)
            return
        s = self.statement.quantities[b.right]
        self._cover(c, s)
        relation = b.relation
        if b.swapped >= 0:
            self._swapped(b, c, s)
            return
        rank = c.kind is Kind.ORDINAL and relation.reason is Reason.NUMBER
        if (
            (rank or (c.kind in _TIMES and relation.reason is Reason.PERIOD))
            and self._negated(c)
            and not self._negated_statement()
        ):
            self.bindings.append(Binding(b.left, b.right, "denied"))
            return
        if relation.reason is Reason.NUMBER and follows_surely(
            c, self.statement.quantities, one_more=self._has_company(c)
        ):
            self.bindings.append(Binding(b.left, -1, "derived"))
            self.ours.extend(filter(None, [c.unit_span]))
            return
        if relation.reason is None:
            relation_name = "equal" if relation.support is Support.EQUAL else "weaker"
            edit = self._unit_edit(c, s) or self._base_edit(c, s) or self._change_edit(c, s)
            if edit:
                self.edits.append(edit)
                relation_name = "drift"
            self.bindings.append(Binding(b.left, b.right, relation_name))
            return
        self.bindings.append(Binding(b.left, b.right, "drift" if relation.harm is Harm.MORE else "weaker"))
        edit = self._edit(b, c, s)
        if edit.reason is not Reason.PERIOD or all(edit.left != e.left for e in self.edits):
            self.edits.append(edit)

    def _negated(self, c: Quantity) -> bool:
        """Whether the claim denies what it dates: "did not open in 2018" does not give another year."""
        return bool(_NEGATION.search(self.claim.text[: c.span.start]))

    def _negated_statement(self) -> bool:
        return bool(_NEGATION.search(self.statement.text))

    def _edit(self, b: Bound, c: Quantity, s: Quantity) -> Edit:
        reason, harm = b.relation.reason, b.relation.harm
        assert reason is not None
        if reason is Reason.UNIT and c.per != s.per and (c.per_span or s.per_span):
            return self._frequency_edit(c, s)
        left, right, replacement = self._place(reason, c, s)
        text = message(reason, self.claim.text, c, self.statement.text, s)
        if b.elsewhere >= 0:
            other = self.statement.quantities[b.elsewhere]
            text = f"{text[:-1]} ({phrase(self.statement.text, other)} stands there in another role)."
        return Edit(reason, left, right, text, harm, _confidence(self.roles.of(b.left, b.right)), replacement)

    def _frequency_edit(self, c: Quantity, s: Quantity) -> Edit:
        """Another frequency, said apart from the figure: "Every month" for "a year"."""
        left, right = c.per_span or c.span, s.per_span or s.span
        self.ours.append(left)
        self.theirs.append(right)
        text = f"The claim gives {phrase(self.claim.text, c)} {_often(self.claim, c)}; the statement {_often(self.statement, s)}."
        replacement = right.cut(self.statement.text) if c.per_span and s.per_span else None
        return Edit(Reason.PERIOD, left, right, text, confidence=0.85, replacement=replacement)

    def _place(self, reason: Reason, c: Quantity, s: Quantity) -> tuple[Span, Span, str | None]:
        """The changed atom on both sides, and what to paste in its place."""
        right_text = self.statement.text
        if reason is Reason.QUALIFIER_DROPPED and s.qualifier_span:
            before = s.qualifier_span.start < s.span.start
            at = c.span.start if before else c.span.end
            words = s.qualifier_span.cut(right_text)
            return Span(at, at), s.qualifier_span, f"{words} " if before else f" {words}"
        if reason is Reason.QUALIFIER and c.qualifier_span:
            right = s.qualifier_span or Span(s.span.start, s.span.start)
            words = right.cut(right_text)
            return c.qualifier_span, right, words or None
        if reason is Reason.UNIT and c.factor != s.factor:
            ours, theirs = magnitude(c), magnitude(s)
            if ours and theirs:
                return ours, theirs, theirs.cut(right_text)
        if reason is Reason.UNIT and c.per != s.per and c.per and s.per:
            ours, theirs = last_word(c), last_word(s)
            return ours, theirs, theirs.cut(right_text)
        if reason is Reason.UNIT and c.unit_span and s.unit_span and c.unit != s.unit and c.factor == s.factor:
            return c.unit_span, s.unit_span, s.unit_span.cut(right_text)
        return c.span, s.span, s.span.cut(right_text)

    def _swapped(self, b: Bound, c: Quantity, s: Quantity) -> None:
        self.bindings.append(Binding(b.left, b.right, "drift"))
        if b.swapped < b.left:
            return
        other = self.claim.quantities[b.swapped]
        text = (
            f"The claim has {phrase(self.claim.text, c)} and {phrase(self.claim.text, other)} in each other's places: "
            f"both stand in the statement, the other way round."
        )
        self.edits.append(Edit(Reason.SWAPPED, c.span, s.span, text, confidence=0.85))

    def _unit_edit(self, c: Quantity, s: Quantity) -> Edit | None:
        """The same number of something else: "19,427 calls" and "19,427 texts"."""
        if c.per != s.per and c.per and s.per:
            return None
        if c.dimension != "count" or s.dimension != "count" or not (c.unit and s.unit and c.unit_span and s.unit_span):
            return None
        if stands_for(c.unit, s.unit) or _known(c.unit, self.statement) or _known(s.unit, self.claim):
            return None
        if is_person(s.unit) and is_person(c.unit) and c.unit not in _DEMOGRAPHIC:
            return None
        if is_person(c.unit) and _done_to(s.unit, self.claim.text[c.span.end :]):
            return None
        if c.unit_span.start > c.span.end + 1 or s.unit_span.start > s.span.end + 1 or c.incidental:
            return None
        self.ours.append(c.unit_span)
        self.theirs.append(s.unit_span)
        text = message(Reason.UNIT, self.claim.text, c, self.statement.text, s)
        return Edit(
            Reason.UNIT,
            c.unit_span,
            s.unit_span,
            text,
            confidence=0.7,
            replacement=s.unit_span.cut(self.statement.text),
        )

    def _base_edit(self, c: Quantity, s: Quantity) -> Edit | None:
        """The same share of something else: "of victims" and "of women"."""
        if not (c.base and s.base and c.base_span and s.base_span) or c.base == s.base:
            return None
        ours, theirs = c.base.split(), s.base.split()
        head, other = ours[-1], theirs[-1]
        if stem(head) in {stem(w) for w in theirs} or stem(other) in {stem(w) for w in ours}:
            return None
        if stands_for(_one(head), _one(other)) or stands_for(_one(other), _one(head)):
            return None
        left, right = c.base_span, s.base_span
        # Of a base of two nouns only the first was read: "mothers and fathers".
        if _JOINED.match(self.claim.text, left.end) or _JOINED.match(self.statement.text, right.end):
            return None
        self.ours.append(left)
        self.theirs.append(right)
        mine, other_base = left.cut(self.claim.text), right.cut(self.statement.text)
        text = f"The claim gives {phrase(self.claim.text, c)} of “{mine}”; the statement gives it of “{other_base}”."
        return Edit(Reason.BASE, left, right, text, confidence=0.8, replacement=other_base)

    def _change_edit(self, c: Quantity, s: Quantity) -> Edit | None:
        """The same figure of a change the other way, or of what it came to: "up 9%" for "down 9%", "to 20%" for "by 20%"."""
        if same_beside(self.claim.text, c, self.statement.text, s):
            return None
        ours, theirs = direction(self.claim.text, c), direction(self.statement.text, s)
        if ours and theirs and ours.says != theirs.says:
            return self._beside(
                Reason.DIRECTION, ours.span, theirs.span, "“{0}” where the statement says “{1}”, its opposite"
            )
        ours, theirs = role_of_change(self.claim.text, c), role_of_change(self.statement.text, s)
        if ours and theirs and {ours.says, theirs.says} == {"step", "level"}:
            what = f"{{0}} {c.text}” where the statement says “{{1}} {s.text}"
            return self._beside(Reason.NUMBER, ours.span, theirs.span, f"“{what}”: a change is not what it comes to")
        return None

    def _beside(self, reason: Reason, left: Span, right: Span, what: str) -> Edit | None:
        """The edit of a word beside a figure; None where it was told of another figure already."""
        told = any(edit.left == left for edit in self.edits)
        self.ours.append(left)
        self.theirs.append(right)
        ours, theirs = left.cut(self.claim.text), right.cut(self.statement.text)
        text = f"The claim says {what.format(ours, theirs)}."
        return None if told else Edit(reason, left, right, text, confidence=0.85, replacement=theirs)

    def _unbacked(self, index: int, c: Quantity) -> None:
        """A figure of the claim that nothing in the statement plays the role of."""
        if c.relative and (other := self._other_span(self.statement, self.claim)):
            self._period(index, c.span, other)
            return
        if c.kind in _NAMES or _is_article(c) or c.kind is Kind.ORDINAL:
            self.bindings.append(Binding(index, -1, "unbound"))
            return
        self.ours.extend(own_spans(c))
        if follows(c, self.statement.quantities, self.statement.text) or self._given_as_share(c):
            self.bindings.append(Binding(index, -1, "derived"))
            return
        if c.kind in _TIMES and self._negated(c) and not self._negated_statement():
            self.bindings.append(Binding(index, -1, "denied"))
            return
        if c.dimension == "share" and (part := next(parts(self.statement.quantities, self.statement.text), None)):
            self._other_part(index, c, part)
            return
        self.bindings.append(Binding(index, -1, "unbacked"))
        what = phrase(self.claim.text, c)
        text = f"The claim says {what}; the statement has no figure in its place."
        # "Four students" of a statement that names all four; where it counts, or has their noun, a number is added.
        counts = any(q.dimension in {"count", "share"} for q in self.statement.quantities)
        counts = counts or stem(c.unit) in self.statement.stems
        ordinary = c.incidental and c.kind is Kind.NUMBER and not counts
        harm = Harm.LESS if ordinary or (c.kind in _TIMES and self._only_names(c)) else Harm.MORE
        reason = Reason.PERIOD if c.relative else Reason.UNBACKED
        self.edits.append(Edit(reason, c.span, Span(0, 0), text, harm, 0.8))

    def _given_as_share(self, c: Quantity) -> bool:
        """Whether a part or its whole is what the statement gives as one share: "6 out of 41" for "6/41" and "14.6%"."""
        shares = [
            100 * p.value_low / q.value_low for p, q in parts(self.claim.quantities, self.claim.text) if c in (p, q)
        ]
        return any(gives_share(s, share) for s in self.statement.quantities for share in shares)

    def _other_part(self, index: int, c: Quantity, part: tuple[Quantity, Quantity]) -> None:
        """A share that is not that of the two counts of the statement: "a third" for "14 of the 52"."""
        self.bindings.append(Binding(index, -1, "drift"))
        span = Span(part[0].span.start, part[1].span.end)
        self.theirs.append(span)
        counts = span.cut(self.statement.text)
        text = f"The claim says {phrase(self.claim.text, c)}; the statement says “{counts}”."
        self.edits.append(Edit(Reason.NUMBER, c.span, span, text, confidence=0.85, replacement=counts))

    def _other_span(self, side: Side, opposite: Side) -> Span | None:
        """Where a text names a span of time in words, no figure, that the other one does not: "in their lifetime"."""
        spans = span_words()
        for found in _WORD.finditer(side.text):
            word = found[0].lower()
            if word not in spans or any(q.span.overlaps(Span(*found.span())) for q in side.quantities):
                continue
            if not _known(word, opposite):
                return Span(*found.span())
        return None

    def _period(self, index: int, left: Span, right: Span) -> None:
        """Another stretch of time: "in their lifetime" for "in the past year"."""
        self.bindings.append(Binding(index, -1, "drift"))
        self.ours.append(left)
        self.theirs.append(right)
        ours, theirs = left.cut(self.claim.text), right.cut(self.statement.text)
        text = f"The claim speaks of “{ours}”; the statement of “{theirs}”."
        self.edits.append(Edit(Reason.PERIOD, left, right, text, confidence=0.85, replacement=theirs))

    def _has_company(self, c: Quantity) -> bool:
        """Whether a count leaves one out: "Long and four other players"."""
        after = self.claim.text[c.span.end : c.span.end + 8].split()
        before = self.claim.text[: c.span.start].split()
        return after[:1] in (["other"], ["others"]) and before[-1:] in (["and"], ["with"])

    def _only_names(self, c: Quantity) -> bool:
        """Whether a year only helps to name a thing ("her 1913 play") and the statement has no date to set against it."""
        if any(q.kind in _TIMES for q in self.statement.quantities):
            return False
        return bool(_NAMED_BY_YEAR.search(self.claim.text[max(0, c.span.start - 24) : c.span.end + 2]))

    def _dropped(self, used: set[int]) -> None:
        """Figures of the statement that the claim leaves out of words that it keeps."""
        for j, s in enumerate(self.statement.quantities):
            if j in used:
                continue
            if s.relative and (other := self._other_span(self.claim, self.statement)):
                self._period(-1, other, s.span)
                continue
            if not s.is_statistic or s.kind in _CONTACTS:
                continue
            self.theirs.extend(own_spans(s))
            place = self._place_of(s)
            if place is not None:
                self.bindings.append(Binding(-1, j, "dropped"))
                text = f"The claim leaves out {phrase(self.statement.text, s)} of the statement."
                self.edits.append(Edit(Reason.FIGURE_DROPPED, place, s.span, text, Harm.LESS, 0.7))

    def _place_of(self, s: Quantity) -> Span | None:
        """Where in the claim a dropped figure would stand: before the word that follows it in the statement."""
        after = self.statement.text[s.span.end : s.span.end + 40].split()
        before = self.statement.text[max(0, s.span.start - 40) : s.span.start].split()
        if not after or not before:
            return None
        lower = self.claim.text.lower()
        follower = after[0].strip(".,;:!?").lower()
        leader = before[-1].strip(".,;:!?").lower()
        if len(follower) < 3 or len(leader) < 3:
            return None
        at = lower.find(f"{leader} {follower}")
        return None if at < 0 else Span(at + len(leader) + 1, at + len(leader) + 1)

    def _cover(self, c: Quantity, s: Quantity) -> None:
        self.ours.extend([*own_spans(c), *rate_spans(c, self.claim.text)])
        self.theirs.extend([*own_spans(s), *rate_spans(s, self.statement.text)])
        if (
            c.unit_span
            and s.unit_span
            and (c.unit == s.unit or (c.dimension == "count" and same_things(c.unit, s.unit)))
        ):
            self.ours.append(c.unit_span)
            self.theirs.append(s.unit_span)

    def _cover_contacts(self) -> None:
        """Phones and short codes are the contact rules' business."""
        self.ours.extend(q.span for q in self.claim.quantities if q.kind in _CONTACTS)
        self.theirs.extend(q.span for q in self.statement.quantities if q.kind in _CONTACTS)


def _is_article(q: Quantity) -> bool:
    """Whether a figure may not be meant as one: "a day", "one reason", the year of "Ben-Hur (1959 film)"."""
    first = q.text.split()[0].lower()
    return q.incidental and (
        q.kind in _TIMES or q.relative or first in {"a", "an"} or (first == "one" and q.kind is Kind.NUMBER)
    )


def _known(noun: str, side: Side) -> bool:
    """Whether a text has the noun somewhere, in the singular or plural."""
    return re.search(rf"\b{re.escape(noun.removesuffix('y'))}(?:s|es|y|ies)?\b", side.text, re.IGNORECASE) is not None


def _often(side: Side, q: Quantity) -> str:
    """How often, as written where it is written apart."""
    return f"“{q.per_span.cut(side.text).lower()}”" if q.per_span else f"per {_PERIODS.get(q.per, q.per)}"


_PERIODS = {"yr": "year", "wk": "week", "d": "day", "h": "hour", "min": "minute", "s": "second"}


def _done_to(noun: str, text: str) -> bool:
    """Whether a text says of people in a verb what the noun counts: "3,778 recoveries", "3,778 people had recovered"."""
    if noun in _DONE:
        return not _DONE[noun].isdisjoint(_WORD.findall(text.lower()))
    return (
        len(noun) > 5
        and re.search(rf"\b{re.escape(noun[: max(5, len(noun) - 4)])}\w*", text, re.IGNORECASE) is not None
    )


_DONE = {
    "death": frozenset({"died", "die", "dies", "dead", "killed"}),
    "fatality": frozenset({"died", "die", "dies", "dead", "killed"}),
    "birth": frozenset({"born"}),
}
"""Nouns of events whose verb begins otherwise."""


def _one(noun: str) -> str:
    """A noun of a base in the singular, as far as the lexicon of counted nouns needs it."""
    irregular = {"people": "person", "women": "woman", "men": "man", "children": "child", "countries": "country"}
    return irregular.get(noun) or (noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s"))


def _confidence(role: float) -> float:
    """How sure the finding is, by how well the roles agree."""
    return round(min(0.97, 0.75 + 0.3 * max(role, 0.0)), 2)
