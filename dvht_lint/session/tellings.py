"""What a claim or statement tells, and whether another tells the same thing: subject, measure and time.

Two sentences tell the same where their words do, figures aside: most of the words of both, or the clause that the figure
stands in and a second figure that agrees. A name, place, group, time or label that only one of them has makes them two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from dvht_lint.comparison.aligning import wordnet
from dvht_lint.comparison.wording.places import senses
from dvht_lint.lexicons import load
from dvht_lint.matchers import mask
from dvht_lint.model import Block, BlockKind, Claim, Document, Kind, Qualifier, Quantity, Statement
from dvht_lint.records import record
from dvht_lint.text import Span
from dvht_lint.words import FUNCTION_WORDS, fold, stem

__all__ = ["Telling", "Weigh", "may_be_one", "same_subject", "tellings_of", "tells_figure"]

Weigh = Callable[[Iterable[str]], float]
"""How much words say: the rarer in the project, the more."""

_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d{2}(?!\d)")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_BORDER = re.compile(r"[;:()\[\]—–]|---|,\s|\s(?:while|whereas|but|and|compared|versus|vs)\s|\s-\s")
_FIELD = re.compile(
    r"[:=|]\s*[~`*+-]*(?:(?:about|approximately|roughly|around|nearly|over|up to|at least|more than|less than)\s)?[~`*+$€£-]*$",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\W*(?:proposal|target|goal|objective|action|recommendation|milestone)s?\b[^:]{0,40}:|(?:hire|deploy|fund|build|launch|recruit|train|enroll?)\s",
    re.IGNORECASE,
)
"""What opens a plan, which is told again at each step with the figure of that step."""
_RULE = re.compile(r"\b(?:must|shall)\b")
_P_VALUE = re.compile(r"\b[pP]\s*[=<>]")
_RESULT = re.compile(r"[=<>≤≥]\s*[-−]?\d?\.?\d")
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can|could|may|might|will|would|should|must|rose|fell|grew|took|gave"
    r"|made|found|said|went|came|held|kept|left|lost|met|paid|ran|saw|sent|sold|spent|stood|told|won|began|became|brought|built|bought|chose"
    r"|drew|drove|felt|got|heard|knew|led|let|put|spoke|wrote|cost|cut|hit|set)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b\w{2,}ed\b")
_SENTENCE = re.compile(r"[.!?]\s+|\s-{1,3}\s|[;|]")
_LABEL_WORDS = 5
_SHORT = 9
_LABEL = re.compile(r"\b(?:[A-Z]|[IVX]+|\d+)\b")
_NUMBERING = re.compile(r"^[\d.]+\s+")
_FEWEST = 3
_NEAR = 0.75
"""The share of all words, weighed, that two sentences have in common where they are one."""
_IN_CLAUSE = 0.6
"""The share of each clause's words that the other sentence has where one is a paraphrase of the other."""
_WHOLE, _PART = 0.9, 0.35
"""The shares where the one clause stands in the other sentence, which says more."""
_HEADED = 0.7
_ANCHORED = 1.1
"""What the two shares add up to where another figure agrees."""
_HALF = 0.45
_STEP = 3
"""Blocks."""
_LEAST, _SOME, _MANY = 2, 5, 7
"""Words."""
_BOUNDS = frozenset({Qualifier.MORE_THAN, Qualifier.AT_LEAST, Qualifier.LESS_THAN, Qualifier.AT_MOST})
_SORTS = (
    "total average mean median annual annually yearly monthly weekly daily quarterly first second third fourth fifth last next previous new"
    " old former current federal state county national local tribal municipal international public private rural urban suburban northern"
    " southern eastern western north south east west upper lower male female young older elderly minimum maximum low high short long"
    " early late summer winter spring autumn"
    " january february march april june july august september october november december"
)
"""Words that say which of several like things is meant."""


@record(frozen=True, slots=True)
class Telling:
    """A claim or statement with what has to agree before its figures are compared with another's."""

    side: Claim | Statement
    words: frozenset[str]
    marked: frozenset[str]
    """The stems of its words that name something or say which of several is meant."""
    years: frozenset[str]
    """The years it speaks of, those of its paragraph, heading or page where it names none."""
    lead: frozenset[str]
    around: frozenset[str]
    """What the headings and the page above it name: places, labels, groups."""
    group: tuple[str, int]
    """The list or table that it stands in."""

    @property
    def key(self) -> str:
        """The words in one text, which two tellings in the same words share."""
        return " ".join(sorted(self.words))


def tellings_of(document: Document) -> Iterator[Telling]:
    """The sentences of a document that give figures, but for records: rows of tables and values behind a label."""
    if document.format == "pairs":  # its rows are pairs from many places, not one text
        return
    section = frozenset(_YEAR.findall(document.path))
    tops = [b.prose.plain for b in document.blocks if b.kind is BlockKind.HEADING and b.level == 1]
    title = tops[0] if len(tops) == 1 else ""
    path = re.sub(r"[\W_]+", " ", document.path)
    page = _named(f"{document.metadata.get('title') or title} · {path}") - {stem(word) for word in _sorts()}
    years: dict[int, frozenset[str]] = {}
    headings: dict[str, frozenset[str]] = {}
    sides: Sequence[Claim | Statement] = (*document.claims, *(s for s in document.statements if not s.part_of))
    for ordinal, side in enumerate(sides):
        text, heading = side.prose.plain, side.heading if isinstance(side, Claim) else ""
        lead = side.lead if isinstance(side, Claim) else ""
        own = frozenset(_YEAR.findall(text)) | frozenset(_YEAR.findall(lead))
        if isinstance(side, Claim):
            years[side.block] = own or years.get(side.block, frozenset())
            if side.tabular or not side.asserts:
                continue  # advice, proposals and leads
        if not any(tells_figure(q) for q in side.quantities):
            continue
        words = mask(text, side.quantities).bag
        if len(words) < _FEWEST or _is_record(text, side.quantities):
            continue
        if heading not in headings:
            headings[heading] = _named(heading) | frozenset(_LABEL.findall(_NUMBERING.sub("", heading))) | page
        block = _block(document, side)
        when = (
            own
            or (years.get(side.block) if isinstance(side, Claim) else None)
            or frozenset(_YEAR.findall(heading))
            or section
        )
        yield Telling(
            side,
            words,
            frozenset(_marked(text, side.quantities)),
            when,
            mask(lead).bag,
            headings[heading],
            (document.path, block.group if block and block.group and isinstance(side, Claim) else -1 - ordinal),
        )


def tells_figure(q: Quantity) -> bool:
    """Whether a figure is one that two places may tell differently."""
    return (q.is_statistic or q.relative) and not q.malformed


def may_be_one(one: Telling, two: Telling) -> bool:
    """Whether two tellings have enough words in common, and nothing above them that sets them apart, to be worth comparing."""
    shared, fewer = len(one.words & two.words), min(len(one.words), len(two.words))
    return (shared > _FEWEST or shared == fewer) and 3 * shared >= fewer and not _set_apart(one, two)


def same_subject(one: Telling, two: Telling, pairs: Sequence[tuple[int, int]], weigh: Weigh, *, anchored: bool) -> bool:
    """Whether two tellings are about one thing, so far as the figures in `pairs` (by index) are concerned.

    `anchored` says that another figure of theirs agrees.
    """
    if weigh(one.words & two.words) >= _NEAR * weigh(one.words | two.words):
        return not (one.marked ^ two.marked) and _substituted(one.words, two.words) <= 1
    if all((one.marked - two.words, two.marked - one.words)) or _next_to(one.side, two.side):
        return False  # a text that goes on with its subject counts the next thing
    return all(_same_clause(one, two, pair, weigh, anchored=anchored) for pair in pairs)


def _same_clause(one: Telling, two: Telling, pair: tuple[int, int], weigh: Weigh, *, anchored: bool) -> bool:
    """Whether the clauses that two figures stand in say one thing, and their sentences are about it."""
    if all(side.quantities[at].qualifier in _BOUNDS for side, at in zip((one.side, two.side), pair, strict=True)):
        return False  # a threshold or a scope, which another sentence may set otherwise
    mine, its = _clause(one.side, pair[0]), _clause(two.side, pair[1])
    if (mine.own - two.words) & one.marked or (its.own - one.words) & two.marked:
        return False
    shared = len(one.words & two.words)
    alike = weigh(one.words & two.words) / weigh(one.words | two.words)
    small, large = sorted((_share(mine.words, its.near, weigh), _share(its.words, mine.near, weigh)))
    if min(len(mine.words & its.near), len(its.words & mine.near)) < _LEAST or shared <= _FEWEST:
        return False
    if anchored:
        return small + large >= _ANCHORED or bool(mine.head & its.head)
    contained = large >= _WHOLE and small >= _PART
    paraphrased = small >= _IN_CLAUSE and (shared >= _MANY or (shared >= _SOME and alike >= _HALF))
    of_one = bool(mine.head & its.head - _people()) and large >= _HEADED and shared >= _SOME
    return contained or paraphrased or of_one


def _set_apart(one: Telling, two: Telling) -> bool:
    """Whether their places set two tellings apart: neighbours in a list, other years, other leads, other places above."""
    if one.group == two.group or _same_block(one.side, two.side):
        return True
    if one.years and two.years and not one.years & two.years:
        return True
    if one.lead and two.lead and len(one.lead & two.lead) * 2 < len(one.lead | two.lead):
        return True
    above = one.around - two.around - two.marked, two.around - one.around - one.marked
    return all(above)


def _next_to(one: Claim | Statement, two: Claim | Statement) -> bool:
    if one.document != two.document or type(one) is not type(two):
        return False
    headings = {side.heading for side in (one, two) if isinstance(side, Claim)}
    return abs(one.block - two.block) <= _STEP or (len(headings) == 1 and "" not in headings)


def _same_block(one: Claim | Statement, two: Claim | Statement) -> bool:
    return one.document == two.document and type(one) is type(two) and one.block == two.block


def _substituted(one: frozenset[str], two: frozenset[str]) -> int:
    """How many words of the one stand in the place of words of the other."""
    return min(len(one - two), len(two - one))


def _share(clause: frozenset[str], words: frozenset[str], weigh: Weigh) -> float:
    whole = weigh(clause)
    return weigh(clause & words) / whole if whole else 0.0


@record(frozen=True, slots=True)
class _Clause:
    """The words around a figure: of its clause; of that, or the sentence where it has next to none; of it and its neighbours; of what it counts."""

    own: frozenset[str]
    words: frozenset[str]
    near: frozenset[str]
    head: frozenset[str]


def _clause(side: Claim | Statement, index: int) -> _Clause:
    text, quantities = side.prose.plain, side.quantities
    q = quantities[index]
    before = [0, 0, *(m.end() for m in _BORDER.finditer(text, 0, q.span.start))]
    after = [*(m.start() for m in _BORDER.finditer(text, q.span.end)), len(text), len(text)]
    words = _words(text, quantities, before[-1], after[0])
    near = _words(text, quantities, before[-2], after[1])
    whole = mask(text, quantities).bag
    head = (
        mask(q.base).bag
        if q.kind is Kind.PERCENT
        else frozenset({stem(q.unit)} if q.kind is Kind.NUMBER and q.unit else ())
    )
    return _Clause(words, words if len(words) >= _LEAST else whole, near if len(near) > _FEWEST else whole, head)


def _words(text: str, quantities: Sequence[Quantity], start: int, end: int) -> frozenset[str]:
    inside = [
        replace(q, span=Span(q.span.start - start, q.span.end - start))
        for q in quantities
        if start <= q.span.start and q.span.end <= end
    ]
    return mask(text[start:end], inside).bag


def _block(document: Document, side: Claim | Statement) -> Block | None:
    return document.blocks[side.block] if side.block < len(document.blocks) else None


def _is_record(text: str, quantities: Sequence[Quantity]) -> bool:
    """Whether a text is a label and its value ("Annual cost: about $4 million"), a name or a result, and no sentence."""
    first = next((q for q in quantities if tells_figure(q)), None)
    label = _FIELD.search(text[: first.span.start]) if first is not None else None
    if label is not None:
        said = _SENTENCE.split(text[: label.start()])[-1].split()
        if len(said) <= _LABEL_WORDS or said[-1][:1].isupper():
            return True
    if (
        "](" in text
        or _PLAN.match(text)
        or _RULE.search(text)
        or (_P_VALUE.search(text) and len(_RESULT.findall(text)) > 1)
    ):
        return True
    closed = text.rstrip('"”’)]* ')[-1:] in {".", "!", "?"}
    return not _has_verb(text, participles=closed) and (not closed or len(text.split()) < _SHORT)


def _has_verb(text: str, *, participles: bool) -> bool:
    """Whether a text has a verb that shows: an auxiliary, a past form, or a third person ("affects")."""
    if _VERB.search(text) or not participles:
        return bool(_VERB.search(text))
    if _PAST.search(text):
        return True
    found = [m[0].casefold() for m in _WORD.finditer(text)]
    return any(
        word.endswith("s") and "v" in entry.senses and before not in FUNCTION_WORDS
        for before, word in pairwise(found)
        if (
            entry := wordnet.entry(
                word.removesuffix("es") if word.endswith(("shes", "ches")) else word.removesuffix("s")
            )
        )
    )


def _marked(text: str, quantities: Sequence[Quantity]) -> Iterator[str]:
    """The stems of the words that name something or say which of several like things is meant."""
    spans = [q.span for q in quantities]
    everyone = {"men", "women"} <= {m[0].casefold() for m in _WORD.finditer(text)}
    for match in _WORD.finditer(text):
        word, start = match[0], match.start()
        low = fold(word).removesuffix("'s")
        if (
            low in FUNCTION_WORDS
            or (everyone and low in {"men", "women"})
            or any(span.start <= start < span.end for span in spans)
        ):
            continue
        inside = start > 0 and text[:start].rstrip()[-1:] not in set('.!?:"“')
        if (word[0].isupper() and inside) or low in _sorts() or low in _groups() or senses(low) or word[1:].isupper():
            yield stem(low)


def _named(text: str) -> frozenset[str]:
    """The places, groups and sorts that a heading, title or path names."""
    lows = {fold(m[0]).removesuffix("'s") for m in _WORD.finditer(text)}
    return frozenset(
        stem(low) for low in lows if low in _sorts() or low in _groups() or (len(low) > 2 and _is_place(low))
    )


@lru_cache(maxsize=4096)
def _is_place(low: str) -> bool:
    return bool(senses(low))


@lru_cache(maxsize=1)
def _people() -> frozenset[str]:
    """What so many figures count that it tells none of them from another."""
    return frozenset(stem(word) for word in load("populations"))


@lru_cache(maxsize=1)
def _sorts() -> frozenset[str]:
    return frozenset(_SORTS.split())


@lru_cache(maxsize=1)
def _groups() -> frozenset[str]:
    return frozenset(load("populations")) - {"people", "person", "population", "individual", "human"}
