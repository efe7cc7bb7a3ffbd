"""Which word of the claim stands for which word of the statement.

Sentence by sentence: the statement's sentence that shares most with a sentence of the claim is aligned first, as a
longest common subsequence of stems; what is left over is looked for in it out of order (clauses and list items may
stand elsewhere), then in the other sentences, then by meaning: spelling, abbreviation, derivation, synonym.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rapidfuzz.distance import LCSseq

from dvht_lint.comparison import meaning
from dvht_lint.comparison.reading import Wording
from dvht_lint.comparison.wordnet import Relation
from dvht_lint.model import Edit
from dvht_lint.text import Span

__all__ = ["Alignment", "align", "words_of"]

_SENTENCES = 4
"""How many sentences of the statement one sentence of the claim may draw on."""


@dataclass(slots=True)
class Alignment:
    """Two wordings with their links, by word index; -1 is no link.

    `figure_left` and `figure_right` are the words that belong to figures, which others compare. `by_meaning` holds the
    left words whose link rests on meaning and not on form; `opposite` those linked to their opposite.
    """

    left: Wording
    right: Wording
    to_right: list[int]
    to_left: list[int]
    figure_left: frozenset[int]
    figure_right: frozenset[int]
    sentences: dict[int, list[int]] = field(default_factory=dict)
    """For each sentence of the claim, the sentences of the statement that it draws on, the best first."""
    by_meaning: set[int] = field(default_factory=set)
    opposite: set[int] = field(default_factory=set)
    conflicts: frozenset[int] = frozenset()
    """Words of the claim whose figure is not the statement's."""
    excused: set[int] = field(default_factory=set)
    """Those of them that a negation makes right."""
    explained_left: set[int] = field(default_factory=set)
    """Unlinked words that some class has explained, so that no other speaks of them."""
    explained_right: set[int] = field(default_factory=set)

    def link(self, left: int, right: int) -> None:
        """Take two words for each other."""
        self.to_right[left] = right
        self.to_left[right] = left

    def explain_figures(self, left: Iterable[Span], right: Iterable[Span], edits: Iterable[Edit]) -> None:
        """Take the unlinked words in these spans for settled by figures, but for hedges and the like of which no edit speaks."""
        told = [(e.left, e.right) for e in edits]
        for wording, links, spans, side, explained in (
            (self.left, self.to_right, left, 0, self.explained_left),
            (self.right, self.to_left, right, 1, self.explained_right),
        ):
            open_words = {at for p in wording.phrases if p.scale == "hedge" for at in range(p.start, p.end)}
            open_words -= words_of(wording, (pair[side] for pair in told))
            explained.update(at for at in words_of(wording, spans) if links[at] < 0 and at not in open_words)

    def before(self, left: int, *, content: bool = True) -> int:
        """The nearest linked word before a word of the claim, in its sentence; -1 where there is none."""
        return _nearest(self.left, self.to_right, left, -1, content=content)

    def after(self, left: int, *, content: bool = True) -> int:
        """The nearest linked word after a word of the claim, in its sentence; -1 where there is none."""
        return _nearest(self.left, self.to_right, left, 1, content=content)

    def before_right(self, right: int, *, content: bool = True) -> int:
        """The nearest linked word before a word of the statement, in its sentence; -1 where there is none."""
        return _nearest(self.right, self.to_left, right, -1, content=content)

    def after_right(self, right: int, *, content: bool = True) -> int:
        """The nearest linked word after a word of the statement, in its sentence; -1 where there is none."""
        return _nearest(self.right, self.to_left, right, 1, content=content)

    def coverage(self, sentence: int) -> float:
        """The share of the content words of a sentence of the claim that are linked, 0 to 1."""
        total = linked = 0
        for at, form in enumerate(self.left.forms):
            if self.left.sentence[at] == sentence and form.content and at not in self.figure_left:
                total += 1
                linked += self.to_right[at] >= 0
        return linked / total if total else 1.0

    def slot(self, start: int, end: int) -> tuple[int, int]:
        """The words of the statement that stand where the claim's words `[start, end)` stand: between their linked neighbours.

        Empty where the neighbours are not linked, or not to words near each other and in order.
        """
        before, after = start - 1, end
        low = self.to_right[before] if before >= 0 else -1
        high = self.to_right[after] if after < len(self.left) else -1
        first = before < 0 or self.left.sentence[before] != self.left.sentence[start]
        last = after >= len(self.left) or self.left.sentence[after] != self.left.sentence[start]
        if low >= 0 and high > low and high - low <= 8:
            return low + 1, high
        if low >= 0 and last:
            stop = low + 1
            while (
                stop < len(self.right) and self.to_left[stop] < 0 and self.right.clause[stop] == self.right.clause[low]
            ):
                stop += 1
            return low + 1, min(stop, low + 8)
        if high >= 0 and first:
            begin = high
            while begin > 0 and self.to_left[begin - 1] < 0 and self.right.clause[begin - 1] == self.right.clause[high]:
                begin -= 1
            return max(begin, high - 8), high
        return 0, 0


def _nearest(wording: Wording, links: list[int], at: int, step: int, *, content: bool) -> int:
    sentence = wording.sentence[at] if at < len(wording) else -1
    at += step
    while 0 <= at < len(wording) and wording.sentence[at] == sentence:
        if links[at] >= 0 and (wording.forms[at].content or wording.forms[at].number or not content):
            return at
        at += step
    return -1


def words_of(wording: Wording, spans: Iterable[Span]) -> frozenset[int]:
    """The indices of the words that lie in one of the spans, in part or whole."""
    found: set[int] = set()
    for span in spans:
        first = bisect_right(wording.ends, span.start)
        found.update(range(first, max(first, bisect_left(wording.starts, span.end))))
    return frozenset(found)


def align(
    left: Wording,
    right: Wording,
    figures: tuple[Iterable[Span], Iterable[Span]] = ((), ()),
    anchors: Iterable[tuple[Span, Span]] = (),
    abbreviations: Mapping[str, str] = {},
) -> Alignment:
    """Align two wordings. `figures` are the spans of either side that hold figures; `anchors` those that are the same figure."""
    result = Alignment(
        left, right, [-1] * len(left), [-1] * len(right), words_of(left, figures[0]), words_of(right, figures[1])
    )
    keys_left, keys_right = [f.stem for f in left.forms], [f.stem for f in right.forms]
    for at in result.figure_left:
        keys_left[at] = f"<{at}"
    for at in result.figure_right:
        keys_right[at] = f">{at}"
    for number, (one, two) in enumerate(anchors):
        for keys, wording, span in ((keys_left, left, one), (keys_right, right, two)):
            for at in sorted(words_of(wording, (span,)))[:1]:
                keys[at] = f"#{number}"
    ranges_left, ranges_right = _ranges(left.sentence), _ranges(right.sentence)
    for sentence, span in enumerate(ranges_left):
        _align_sentence(result, sentence, span, ranges_right, keys_left, keys_right)
    _settle_repeats(result, keys_left, keys_right)
    _link_leftovers(result, keys_left, keys_right, ranges_right)
    meaning.link_abbreviations(result, abbreviations)
    _link_by_meaning(result)
    return result


def _ranges(sentences: list[int]) -> list[range]:
    """The word indices of each sentence."""
    found: list[range] = []
    start = 0
    for at in range(1, len(sentences) + 1):
        if at == len(sentences) or sentences[at] != sentences[start]:
            found.append(range(start, at))
            start = at
    return found


def _align_sentence(
    result: Alignment, number: int, span: range, ranges: list[range], keys_left: list[str], keys_right: list[str]
) -> None:
    left = result.left
    wanted = {keys_left[at] for at in span if left.forms[at].content or keys_left[at][0] == "#"}
    scores = [(len(wanted.intersection(keys_right[r.start : r.stop])), -n) for n, r in enumerate(ranges)]
    order = [-n for score, n in sorted(scores, reverse=True)[:_SENTENCES] if score]
    rest = list(span)
    chosen: list[int] = []
    for sentence in order:
        free = [at for at in ranges[sentence] if result.to_left[at] < 0]
        pairs = _common(rest, free, keys_left, keys_right)
        pairs = _with_content(result, pairs)
        if chosen and not any(left.forms[one].content for one, _ in pairs):
            continue
        for one, two in pairs:
            result.link(one, two)
        chosen.append(sentence)
        rest = [at for at in rest if result.to_right[at] < 0]
        if not any(left.forms[at].content or keys_left[at][0] == "#" for at in rest):
            break
    result.sentences[number] = chosen


def _common(rows: list[int], columns: list[int], keys_left: list[str], keys_right: list[str]) -> list[tuple[int, int]]:
    """The longest common subsequence of two runs of words, as pairs of word indices."""
    pairs: list[tuple[int, int]] = []
    for op in LCSseq.opcodes([keys_left[at] for at in rows], [keys_right[at] for at in columns]):
        if op.tag == "equal":
            pairs += zip(rows[op.src_start : op.src_end], columns[op.dest_start : op.dest_end], strict=True)
    return pairs


def _with_content(result: Alignment, pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Without the function words that met by chance: far from any content word that met too."""
    forms = result.left.forms
    solid = [(i, j) for i, j in pairs if forms[i].content or forms[i].number or i in result.figure_left]
    kept = []
    position = 0
    for i, j in pairs:
        while position < len(solid) and solid[position][0] < i:
            position += 1
        near = solid[max(position - 1, 0) : position + 1]
        if any(abs(i - a) <= 3 and abs(j - b) <= 3 for a, b in near):
            kept.append((i, j))
    return kept


def _settle_repeats(result: Alignment, keys_left: list[str], keys_right: list[str]) -> None:
    """Where the statement has a word twice, link the one whose neighbours are linked to the neighbours."""
    places: dict[str, list[int]] = {}
    for at, key in enumerate(keys_right):
        places.setdefault(key, []).append(at)
    for at, linked in enumerate(result.to_right):
        if linked < 0 or not result.left.forms[at].content or len(places[keys_left[at]]) < 2:
            continue
        best = max(
            (p for p in places[keys_left[at]] if result.to_left[p] in {-1, at}),
            key=lambda place: (_nearness(result, at, place), place == linked),
        )
        if best != linked:
            result.to_left[linked] = -1
            result.link(at, best)


def _nearness(result: Alignment, left: int, right: int) -> float:
    """How near the links of the neighbours of a left word are to a right word."""
    score = 0.0
    for neighbour, step in ((result.before(left), 1), (result.after(left), -1)):
        if neighbour >= 0:
            distance = (right - result.to_right[neighbour]) * step
            score += 1 / distance if distance > 0 else 0.5 / (1 - distance)
    return score


def _company(result: Alignment, left: int, right: int) -> float:
    """How near a right word is to the link of any word near a left word, in whichever order."""
    best = 0.0
    for at in range(max(0, left - 4), min(len(result.left), left + 5)):
        linked = result.to_right[at]
        if linked >= 0 and (result.left.forms[at].content or result.left.forms[at].number) and at != left:
            best = max(best, 1 / max(1, abs(right - linked)))
    return best if best > 0.4 else 0.0


def _link_leftovers(result: Alignment, keys_left: list[str], keys_right: list[str], ranges: list[range]) -> None:
    """Link content words that are left over to the same words elsewhere in the sentences drawn on."""
    left, right = result.left, result.right
    places: dict[str, list[int]] = {}
    for numbers in result.sentences.values():
        for number in numbers:
            for at in ranges[number]:
                if result.to_left[at] < 0 and right.forms[at].content and at not in result.figure_right:
                    places.setdefault(keys_right[at], []).append(at)
    if not places:
        return
    for at, form in enumerate(left.forms):
        if result.to_right[at] < 0 and form.content and keys_left[at] in places:
            free = [p for p in places[keys_left[at]] if result.to_left[p] < 0]
            if free:
                result.link(at, max(free, key=lambda place: _nearness(result, at, place)))


def _link_by_meaning(result: Alignment) -> None:
    """Link what is left over to words of the same meaning, the nearest in place first; to opposites only in the same place."""
    left, right = result.left, result.right
    rest = [i for i, f in enumerate(left.forms) if f.content and result.to_right[i] < 0 and i not in result.figure_left]
    if not rest:
        return
    drawn = {number for numbers in result.sentences.values() for number in numbers} or set(right.sentence)
    free = [
        j
        for j, f in enumerate(right.forms)
        if f.content and result.to_left[j] < 0 and j not in result.figure_right and right.sentence[j] in drawn
    ]
    found: list[tuple[float, int, int, Relation]] = []
    for i in rest:
        for j in free:
            relation = meaning.relate_at(left, i, right, j)
            if relation in {Relation.SAME, Relation.WIDER, Relation.OPPOSITE, Relation.NARROWER}:
                near = _nearness(result, i, j)
                if relation is Relation.OPPOSITE:
                    near = max(near, _company(result, i, j)) if left.forms[i].stem not in right.stems else 0.0
                    if not meaning.opposed(left.forms[i], right.forms[j]) and near < 1.0:
                        continue
                if relation is Relation.SAME or near >= (0.5 if relation is Relation.OPPOSITE else 0.3):
                    rank = {Relation.SAME: 2.0, Relation.OPPOSITE: 1.5, Relation.WIDER: 1.0}.get(relation, 0.5)
                    found.append((rank + near, i, j, relation))
    for _, i, j, relation in sorted(found, key=lambda item: (-item[0], item[1], item[2])):
        if result.to_right[i] < 0 and result.to_left[j] < 0:
            if relation is Relation.NARROWER:
                continue
            result.link(i, j)
            result.by_meaning.add(i)
            if relation is Relation.OPPOSITE:
                result.opposite.add(i)
