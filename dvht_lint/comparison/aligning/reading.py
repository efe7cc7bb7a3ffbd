"""A text read into words once: their forms, sentences and clauses, and the phrases of the lexicons in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, KeysView, Sequence
from functools import cache, cached_property, lru_cache
from itertools import accumulate
from typing import NamedTuple

from dvht_lint import lexicons
from dvht_lint.comparison.aligning.wordnet import is_common
from dvht_lint.text import Span
from dvht_lint.words import FUNCTION_WORDS, fold, stem

__all__ = ["DATED", "Form", "Phrase", "Wording", "form_of", "read"]

# Inner apostrophes and the full stops of abbreviations stay in a word ("victim's", "U.S"); hyphens and commas part words.
# Possessive, since nothing is won by trying less of a word.
_WORD = re.compile(r"(\w++(?:['’.]\w++)*+)")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]*_]*\s|\n")
_CLAUSE_BREAK = re.compile(r"[;:()\[\]—–]|\s--?\s")
_CLAUSE_WORDS = lexicons.words("grammar", "openers of clauses")
# Contractions as careless writers type them.
_BARE_CONTRACTIONS = {
    f"{word}nt": word
    for word in ("do", "does", "did", "is", "was", "were", "are", "have", "has", "had", "could", "would", "should")
} | {"cant": "can", "wont": "will"}
_NUMBERS = lexicons.words("grammar", "numbers")
_SHORT_STEMS = {"won't": "will", "shan't": "shall", "ain't": "is"}
_ENDINGS = {"'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "'d": "would"}
DATED = lexicons.words("grammar", "days and months")
"""Words that have a capital without being a name."""
_TITLES = lexicons.words("grammar", "abbreviations before a capital")
_EXTRA_FUNCTION_WORDS = lexicons.words("grammar", "function words")


LONGEST = 2_000
"""How many words of a text are read: a claim is a sentence, and whatever is longer is compared by its beginning."""


class Form(NamedTuple):
    """What a written word is taken for; `stem` is what two texts are compared by."""

    low: str
    """As written, in lower case, without accents or a possessive ending."""
    lemma: str
    """With its spelling and irregular inflection made regular."""
    stem: str
    content: bool
    number: bool
    capital: bool
    opens: bool = False
    """Whether it opens a clause: "because", "which"."""
    parts: tuple[tuple[str, int], ...] = ()
    """For a contraction: the words it is made of, each with the length of what is written for it."""


class Phrase(NamedTuple):
    """A run of words `[start, end)` that a lexicon holds, with what it says of it."""

    start: int
    end: int
    scale: str
    step: int


@cache
def _lemmas() -> dict[str, str]:
    forms = lexicons.load("forms")
    table = {form: base for base, others in forms["irregular"].items() for form in others.split()}
    table.update(forms["spellings"])
    return table


@lru_cache(maxsize=1 << 15)
def form_of(written: str) -> Form:
    """What a written word is taken for; the same word is looked at once."""
    low = fold(written)
    low = low.removesuffix("'s")
    lemma = _lemmas().get(low, low)
    number = low[:1].isdigit() or low in _NUMBERS
    content = (
        not number and lemma not in FUNCTION_WORDS and low not in _EXTRA_FUNCTION_WORDS and low not in FUNCTION_WORDS
    )
    return Form(
        low, lemma, stem(lemma), content, number, written[:1].isupper(), low in _CLAUSE_WORDS, _parts(written, low)
    )  # fmt: skip


def _parts(written: str, low: str) -> tuple[tuple[str, int], ...]:
    size = len(written)
    if low in _BARE_CONTRACTIONS:
        return (_BARE_CONTRACTIONS[low], size - 2), ("not", 2)
    if low == "cannot":
        return (written[:3], 3), ("not", 3)
    if low.endswith("n't"):
        cut = 2 if low == "can't" else 3
        return (_SHORT_STEMS.get(low, written[:-cut]), size - cut), ("not", cut)
    start = low.rfind("'")
    if start > 0 and low[start:] in _ENDINGS:
        return (written[:start], start), (_ENDINGS[low[start:]], size - start)
    return ()


class Wording:
    """A text as words: parallel lists, one entry a word."""

    def __init__(self, text: str, hedges: tuple[str, ...] = (), scope_words: tuple[str, ...] = ()) -> None:
        self.text = text
        self._own = (hedges, scope_words)
        # Splitting at the words gives what stands between them as well, all in one call.
        pieces = _WORD.split(text, LONGEST)
        edges = list(accumulate(map(len, pieces)))
        self.forms: list[Form] = list(map(form_of, pieces[1::2]))
        self.starts: list[int] = edges[:-1:2]
        self.ends: list[int] = edges[1::2]
        gaps = pieces[:-1:2]
        # A loop over the words of a text costs more than all that is done with most of them: columns are made at once.
        columns = _columns(self.forms)
        if any(columns.parts):
            self._expand(gaps)
            columns = _columns(self.forms)
        self.size = len(self.forms)
        self.lows: tuple[str, ...] = columns.low
        self.keys: tuple[str, ...] = columns.stem
        """The stems of the words, in order."""
        self.content: tuple[bool, ...] = columns.content
        self.capitals: tuple[bool, ...] = columns.capital
        self.stems = frozenset(self.keys)
        self.sentence: list[int] = []
        self.clause: list[int] = []
        self.comma = [False] * self.size
        """Whether a comma stands before the word."""
        self.ranges: list[range] = []
        """The word indices of each sentence."""
        self._part(gaps, columns.opens)

    def __len__(self) -> int:
        return self.size

    def _expand(self, gaps: list[str]) -> None:
        """Put the words of a contraction in its place."""
        forms, starts, ends, before = self.forms, self.starts, self.ends, gaps[:]
        self.forms, self.starts, self.ends = [], [], []
        gaps.clear()
        for form, start, end, gap in zip(forms, starts, ends, before, strict=True):
            gaps.append(gap)
            if not form.parts:
                self.forms.append(form)
                self.starts.append(start)
                self.ends.append(end)
                continue
            gaps += [""] * (len(form.parts) - 1)
            at = start
            for written, length in form.parts:
                self.forms.append(form_of(written))
                self.starts.append(at)
                at += length
                self.ends.append(at)

    def _part(self, gaps: list[str], opens: tuple[bool, ...]) -> None:
        """Part the words into sentences and clauses; `gaps` is what stands before each word, `opens` whether it opens a clause."""
        sentence = clause = since = began = 0
        # A closer look only where words do not simply follow each other.
        for at in [at for at, gap in enumerate(gaps) if gap != " " or opens[at]]:
            if not at:
                continue
            gap = gaps[at]
            self.comma[at] = "," in gap
            ends = len(gap) != 1 and _SENTENCE_END.search(gap) is not None and self._ends_sentence(at, gap)
            opened = ends or (gap != " " and _CLAUSE_BREAK.search(gap) is not None)
            if opened or opens[at]:
                self.sentence += [sentence] * (at - since)
                self.clause += [clause] * (at - since)
                since = at
                clause += opened + opens[at]
            if ends:
                self.ranges.append(range(began, at))
                began = at
                sentence += 1
        self.sentence += [sentence] * (self.size - since)
        self.clause += [clause] * (self.size - since)
        if self.size:
            self.ranges.append(range(began, self.size))

    def _ends_sentence(self, at: int, gap: str) -> bool:
        if "\n" in gap or "!" in gap or "?" in gap:
            return True
        last, first = self.forms[at - 1], self.text[self.starts[at]]
        return (
            (first.isupper() or first.isdigit() or "“" in gap or '"' in gap)
            and last.low not in _TITLES
            and not (len(last.low) == 1 and last.capital)
            and not (len(last.low) <= 5 and "." in last.low)
        )

    def span(self, start: int, end: int) -> Span:
        """The span of the text that the words `[start, end)` cover; empty, before the word `start`, where there are none."""
        if start >= end:
            at = self.starts[start] if start < len(self) else len(self.text)
            return Span(at, at)
        return Span(self.starts[start], max(self.ends[end - 1], self.starts[start]))

    def opens(self, at: int) -> bool:
        """Whether a word is the first of its sentence."""
        return at == 0 or self.sentence[at] != self.sentence[at - 1]

    def named(self, at: int) -> bool:
        """Whether the capital of a word makes it a name: not that of an ordinary first word, of a day or a month."""
        form = self.forms[at]
        if not form.capital or form.low in DATED:
            return False
        return not (self.opens(at) and is_common(form.lemma))

    def words(self, start: int, end: int) -> str:
        """The text of the words `[start, end)`."""
        return self.text[self.starts[start] : self.ends[end - 1]] if start < end else ""

    @cached_property
    def names(self) -> list[bool]:
        """For each word, whether it is a name or part of one."""
        return [capital and self.named(at) for at, capital in enumerate(self.capitals)]

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """The phrases of the lexicons, the longest at each place, in order; a word belongs to one phrase a scale."""
        found: list[Phrase] = []
        table = _phrase_table(*self._own)
        lows = self.lows
        taken: dict[str, int] = {}
        for at in [at for at, low in enumerate(lows) if low in table]:
            alone, longer = table[lows[at]]
            entries = longer.get(lows[at + 1], ()) if longer and at + 1 < self.size else ()
            for words, size, scale, step in (*entries, *alone):
                if size > 2 and lows[at : at + size] != words:
                    continue
                if taken.get(scale, 0) > at:
                    continue
                taken[scale] = at + size
                found.append(Phrase(at, at + size, scale, step))
        return tuple(found)

    def of(self, scale: str) -> Sequence[Phrase]:
        """The phrases of one scale."""
        return self._by_scale.get(scale, ())

    @property
    def scales(self) -> KeysView[str]:
        """The scales that the text has phrases of."""
        return self._by_scale.keys()

    @cached_property
    def _by_scale(self) -> dict[str, list[Phrase]]:
        table: dict[str, list[Phrase]] = {}
        for phrase in self.phrases:
            table.setdefault(phrase.scale, []).append(phrase)
        return table


class _Columns(NamedTuple):
    """The fields of `Form`, each for all words of a text."""

    low: tuple[str, ...] = ()
    lemma: tuple[str, ...] = ()
    stem: tuple[str, ...] = ()
    content: tuple[bool, ...] = ()
    number: tuple[bool, ...] = ()
    capital: tuple[bool, ...] = ()
    opens: tuple[bool, ...] = ()
    parts: tuple[tuple[tuple[str, int], ...], ...] = ()


def _columns(forms: list[Form]) -> _Columns:
    return _Columns(*zip(*forms, strict=True))


_Entry = tuple[tuple[str, ...], int, str, int]
_Entries = tuple[tuple[_Entry, ...], dict[str, tuple[_Entry, ...]]]


@cache
def _phrase_table(hedges: tuple[str, ...], scope_words: tuple[str, ...]) -> dict[str, _Entries]:
    """By first word: the phrases of that word alone, and by second word the longer ones, the longest first.

    Each has its words, their number, its scale and its step. Hedges and scope words of the configuration are added: a
    hedge as one of the weakest, a scope word as a group of places.
    """
    table: dict[str, dict[str, list[_Entry]]] = {}
    for phrase, scale, step in [
        *_lexicon_phrases(),
        *((hedge, "hedge", 0) for hedge in hedges),
        *((word, "area", 2) for word in scope_words),
    ]:
        words = tuple(phrase.lower().replace("-", " ").split())
        if words:
            second = words[1] if len(words) > 1 else ""
            table.setdefault(words[0], {}).setdefault(second, []).append((words, len(words), scale, step))
    for entries in table.values():
        for found in entries.values():
            found.sort(key=lambda entry: -entry[1])
    return {
        first: (tuple(entries.pop("", ())), {second: tuple(found) for second, found in entries.items()})
        for first, entries in table.items()
    }


def _lexicon_phrases() -> Iterator[tuple[str, str, int]]:
    """Every phrase of the lexicons with its scale and step."""
    for scale, entry in lexicons.load("scales").items():
        for step, phrases in enumerate(entry["steps"]):
            yield from ((phrase, scale, step) for phrase in phrases if phrase != "*")
    negation = lexicons.load("negation")
    yield from ((phrase, "negation", 1) for phrase in negation["cues"])
    yield from ((phrase, "negation", 0) for phrase in negation["pseudo"])
    for kind, phrases in lexicons.load("conditions").items():
        yield from ((phrase, kind, 0) for phrase in phrases)
    places = lexicons.load("places")
    for step, kind in enumerate(("world", "national", "groups")):
        yield from ((phrase, "area", step) for phrase in places[kind])


@lru_cache(maxsize=4096)
def read(text: str, hedges: tuple[str, ...] = (), scope_words: tuple[str, ...] = ()) -> Wording:
    """The text read into words, with the hedges and scope words of the configuration; the same text is read once."""
    return Wording(text, hedges, scope_words)
