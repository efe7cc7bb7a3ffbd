"""Aligning: linking the words of a claim to those of its statement.

Sentence by sentence: the statement's sentence that shares most with a sentence of the claim is aligned first, as a
longest common subsequence of stems; what is left over is looked for in it out of order (clauses and list items may
stand elsewhere), then in the other sentences, then by meaning: abbreviation, spelling, derivation, synonym.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz.distance import LCSseq

from dvht_lint.comparison.aligning import meaning
from dvht_lint.comparison.aligning.alignment import Alignment, first_word
from dvht_lint.comparison.aligning.reading import Wording
from dvht_lint.comparison.aligning.wordnet import Relation
from dvht_lint.text import Span

__all__ = ["align"]

_SENTENCES = 4
"""How many sentences of the statement one sentence of the claim may draw on."""
_REPEATS = 8
"""How many places of a repeated word are weighed against each other."""
_PAIRS = 4_000
"""How many pairs of words are compared by meaning at most: a long text that shares nothing is another text."""
_RANKS = {Relation.SAME: 2.0, Relation.OPPOSITE: 1.5, Relation.WIDER: 1.0}
"""The relations that make a link, the surest first: the claim's word may be wider than the statement's, not narrower."""
_LOOSE = frozenset({"denial", "direction", "negation"})
"""The lists of opposites whose words need not stand in the same place."""
_NEAR = {Relation.SAME: 0.0, Relation.OPPOSITE: 0.5, Relation.WIDER: 0.3}
"""How near the place of a link by meaning must be to its neighbours' links."""


def align(
    left: Wording,
    right: Wording,
    figures: tuple[frozenset[int], frozenset[int]],
    anchors: Iterable[tuple[Span, Span]] = (),
    abbreviations: Mapping[str, str] = {},
) -> Alignment:
    """Align two wordings. `figures` are the words of either side that belong to figures; `anchors` those that are the same figure."""
    linker = _Linker(left, right, figures, anchors)
    for number, words in enumerate(left.ranges):
        linker.link_sentence(number, words)
    linker.settle_repeats()
    linker.link_leftovers()
    meaning.link_abbreviations(linker.result, abbreviations)
    linker.link_by_meaning()
    result = linker.result
    result.free_left = [at for at, linked in enumerate(result.to_right) if linked < 0]
    result.free_right = [at for at, linked in enumerate(result.to_left) if linked < 0]
    return result


class _Linker:
    """One alignment under way; `left_keys` and `right_keys` are what words are compared by."""

    def __init__(
        self,
        left: Wording,
        right: Wording,
        figures: tuple[frozenset[int], frozenset[int]],
        anchors: Iterable[tuple[Span, Span]],
    ) -> None:
        self.left, self.right = left, right
        self.result = Alignment(left, right, [-1] * len(left), [-1] * right.size, *figures)
        self.left_keys = _keys(left, figures[0], "<")
        self.right_keys = _keys(right, figures[1], ">")
        for number, (one, two) in enumerate(anchors):
            for keys, wording, span in ((self.left_keys, left, one), (self.right_keys, right, two)):
                at = first_word(wording, span)
                if at >= 0:
                    keys[at] = f"#{number}"
        self.sentences = right.ranges
        self.solid = [form.content or form.number or at in figures[0] for at, form in enumerate(left.forms)]
        """For each word of the claim, whether it may be linked on its own: function words only go along with others."""

    def link_sentence(self, number: int, words: range) -> None:
        """Link a sentence of the claim to the sentences of the statement that share most with it."""
        to_right, to_left = self.result.to_right, self.result.to_left
        if len(self.sentences) == 1:
            order = [0]
        else:
            wanted = {self.left_keys[at] for at in words if self._weighs(at)}
            shared = [
                (len(wanted.intersection(self.right_keys[r.start : r.stop])), -n) for n, r in enumerate(self.sentences)
            ]
            order = [-n for score, n in sorted(shared, reverse=True)[:_SENTENCES] if score]
        rest: Sequence[int] = words
        chosen: list[int] = []
        for sentence in order:
            free: Sequence[int] = self.sentences[sentence]
            if number:
                free = [at for at in free if to_left[at] < 0]
            pairs = self._with_content(self._common(rest, free))
            if chosen and not any(self.left.content[i] for i, _ in pairs):
                continue
            for i, j in pairs:
                to_right[i], to_left[j] = j, i
            chosen.append(sentence)
            rest = [at for at in rest if to_right[at] < 0]
            if not any(self._weighs(at) for at in rest):
                break
        self.result.sentences[number] = chosen

    def _weighs(self, at: int) -> bool:
        return self.left.content[at] or at in self.result.figure_left

    def _common(self, rows: Sequence[int], columns: Sequence[int]) -> list[tuple[int, int]]:
        """The longest common subsequence of two runs of words, as pairs of word indices."""
        pairs: list[tuple[int, int]] = []
        for op in LCSseq.opcodes(_at(self.left_keys, rows), _at(self.right_keys, columns)):
            if op.tag == "equal":
                pairs += zip(rows[op.src_start : op.src_end], columns[op.dest_start : op.dest_end], strict=True)
        return pairs

    def _with_content(self, pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Without the function words that met by chance: far from any content word that met too."""
        weighty = self.solid
        solid = [pair for pair in pairs if weighty[pair[0]]]
        if 3 * len(solid) > len(pairs) > 0.8 * self.left.size:
            return pairs
        kept = []
        position, last = 0, len(solid) - 1
        for i, j in pairs:
            while position < last and solid[position][0] < i:
                position += 1
            a, b = solid[position] if solid else (-9, -9)
            if abs(i - a) > 3 or abs(j - b) > 3:
                a, b = solid[position - 1] if position else (-9, -9)
            if abs(i - a) <= 3 and abs(j - b) <= 3:
                kept.append((i, j))
        return kept

    def settle_repeats(self) -> None:
        """Where the statement has a word more than once, link the one whose neighbours are linked to the neighbours."""
        result, keys, others = self.result, self.left_keys, self.right_keys
        content, links, last = self.left.content, self.result.to_right, self.left.size - 1
        for at, linked in enumerate(links):
            if linked < 0 or not content[at]:
                continue
            # Most words stand between the same two words on both sides.
            if (not at or links[at - 1] == linked - 1) and (at == last or links[at + 1] == linked + 1):
                continue
            key = keys[at]
            if others.count(key) < 2:
                continue
            free = [p for p, k in enumerate(others) if k == key and result.to_left[p] in {-1, at}]
            nearest = sorted(free, key=lambda place: abs(place - linked))[:_REPEATS] if len(free) > _REPEATS else free
            best = max(nearest, key=lambda place: (self._nearness(at, place), place == linked))
            if best != linked:
                result.to_left[linked] = -1
                result.link(at, best)

    def _nearness(self, left: int, right: int) -> float:
        """How near the links of the neighbours of a left word are to a right word."""
        score = 0.0
        for neighbour, step in ((self.result.before(left), 1), (self.result.after(left), -1)):
            if neighbour >= 0:
                distance = (right - self.result.to_right[neighbour]) * step
                score += 1 / distance if distance > 0 else 0.5 / (1 - distance)
        return score

    def _company(self, left: int, right: int) -> float:
        """How near a right word is to the link of any word near a left word, in whichever order."""
        best = 0.0
        for at in range(max(0, left - 4), min(self.left.size, left + 5)):
            linked = self.result.to_right[at]
            if linked >= 0 and (self.left.forms[at].content or self.left.forms[at].number) and at != left:
                best = max(best, 1 / max(1, abs(right - linked)))
        return best if best >= _NEAR[Relation.OPPOSITE] else 0.0

    def link_leftovers(self) -> None:
        """Link content words that are left over to the same words elsewhere in the sentences drawn on."""
        result, content = self.result, self.left.content
        rest = [at for at, linked in enumerate(result.to_right) if linked < 0 and content[at]]
        wanted = {self.left_keys[at] for at in rest}.intersection(self.right_keys)
        if not wanted:
            return
        places: dict[str, list[int]] = {}
        for at in (at for numbers in result.sentences.values() for number in numbers for at in self.sentences[number]):
            if result.to_left[at] < 0 and self.right_keys[at] in wanted and at not in result.figure_right:
                places.setdefault(self.right_keys[at], []).append(at)
        for at in rest:
            free = [p for p in places.get(self.left_keys[at], ()) if result.to_left[p] < 0]
            if free:
                result.link(at, max(free[:_REPEATS], key=lambda place: self._nearness(at, place)))

    def link_by_meaning(self) -> None:
        """Link what is left over to words of the same meaning, the surest and nearest first."""
        result = self.result
        for _, i, j, relation in sorted(self._related(), key=lambda item: (-item[0], item[1], item[2])):
            if result.to_right[i] < 0 and result.to_left[j] < 0:
                result.link(i, j)
                result.by_meaning.add(i)
                if relation is Relation.OPPOSITE:
                    result.opposite.add(i)

    def _related(self) -> list[tuple[float, int, int, Relation]]:
        """The pairs of words left over that mean the same or the opposite, each with its weight."""
        result, left, right = self.result, self.left, self.right
        drawn = {number for numbers in result.sentences.values() for number in numbers} or set(right.sentence)
        rest = [i for i, k in enumerate(result.to_right) if k < 0 and left.content[i] and i not in result.figure_left]
        free = [
            j
            for j, k in enumerate(result.to_left)
            if k < 0 and right.content[j] and j not in result.figure_right and right.sentence[j] in drawn
        ]
        if not rest or not free:
            return []
        found: list[tuple[float, int, int, Relation]] = []
        left_names, right_names = left.names, right.names
        for i in rest[: _PAIRS // len(free)]:
            low, is_name = left.lows[i], left_names[i]
            for j in free:
                related = meaning.relate_names if is_name and right_names[j] else meaning.relate
                relation = related(low, right.lows[j])
                if relation in _RANKS:
                    near = self._nearness(i, j) if relation is not Relation.OPPOSITE else self._opposition(i, j)
                    if near >= _NEAR[relation]:
                        found.append((_RANKS[relation] + near, i, j, relation))
        return found

    def _beside(self, i: int, j: int) -> bool:
        """Whether two words have the same neighbour on the same side, small words and figures between passed over."""
        result = self.result
        for step in (-1, 1):
            mine = _neighbour(self.left, i, step, result.figure_left)
            its = _neighbour(self.right, j, step, result.figure_right)
            if mine >= 0 and its >= 0 and result.to_right[mine] == its and mine not in result.by_meaning:
                return True
        return False

    def _opposition(self, i: int, j: int) -> float:
        """How near an opposite is; one that no list of ours has must stand right beside the same word."""
        if self.left.forms[i].stem in self.right.stems:
            return 0.0
        start, end = self.result.slot(i, i + 1)
        near = 1.0 if start <= j < end or self._beside(i, j) else max(self._nearness(i, j), self._company(i, j))
        return near if near >= 1.0 or meaning.opposition(self.left.forms[i], self.right.forms[j]) in _LOOSE else 0.0


def _at(keys: list[str], places: Sequence[int]) -> list[str]:
    """The keys at some places, which mostly are a run."""
    return keys[places.start : places.stop] if isinstance(places, range) else [keys[at] for at in places]


def _keys(wording: Wording, figures: frozenset[int], mark: str) -> list[str]:
    """The stems of the words; words of figures, which others compare, have keys that meet nothing."""
    keys = list(wording.keys)
    for at in figures:
        keys[at] = f"{mark}{at}"
    return keys


def _neighbour(wording: Wording, at: int, step: int, figures: frozenset[int]) -> int:
    """The next content word of the clause in one direction that belongs to no figure; -1 where there is none."""
    clause = wording.clause[at]
    at += step
    while 0 <= at < wording.size and wording.clause[at] == clause:
        if wording.content[at] and at not in figures:
            return at
        at += step
    return -1
