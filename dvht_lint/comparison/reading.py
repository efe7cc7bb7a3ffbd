"""A text read into words once: their forms, sentences and clauses, and the phrases of the lexicons in it."""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from dvht_lint import lexicons
from dvht_lint.comparison.wordnet import is_common
from dvht_lint.text import Span
from dvht_lint.words import FUNCTION_WORDS, fold, stem

__all__ = ["DATED", "Form", "Phrase", "Wording", "read"]

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:\.[^\W\d_](?![^\W\d_]))+|[^\W\d_]+(?:['’][^\W\d_]+)*")
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
def _form(written: str) -> Form:
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
        self.forms: list[Form] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.sentence: list[int] = []
        self.clause: list[int] = []
        self.comma: list[bool] = []
        """Whether a comma stands before the word."""
        self._sentence = self._clause = 0
        at = 0
        for match in _WORD.finditer(text):
            start, end = match.span()
            if len(self.forms) >= LONGEST:
                break
            form = _form(match[0])
            comma = False
            if start - at != 1 or text[at] != " ":
                gap = text[at:start]
                comma = "," in gap
                self._break(gap, match[0])
            if form.parts:
                for written, length in form.parts:
                    self._add(_form(written), start, start + length, comma=comma)
                    start, comma = start + length, False
            else:
                self._add(form, start, end, comma=comma)
            at = end

    def __len__(self) -> int:
        return len(self.forms)

    def _break(self, gap: str, written: str) -> None:
        """Begin a new sentence or clause where the text between two words says so."""
        if not self.forms:
            return
        if _SENTENCE_END.search(gap) and self._ends_sentence(gap, written):
            self._sentence += 1
            self._clause += 1
        elif _CLAUSE_BREAK.search(gap):
            self._clause += 1

    def _add(self, form: Form, start: int, end: int, *, comma: bool) -> None:
        if form.opens and self.forms:
            self._clause += 1
        self.forms.append(form)
        self.starts.append(start)
        self.ends.append(end)
        self.sentence.append(self._sentence)
        self.clause.append(self._clause)
        self.comma.append(comma)

    def _ends_sentence(self, gap: str, written: str) -> bool:
        if "\n" in gap or "!" in gap or "?" in gap:
            return True
        last = self.forms[-1]
        return (
            (written[0].isupper() or written[0].isdigit() or "“" in gap or '"' in gap)
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
        return self.span(start, end).cut(self.text)

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """The phrases of the lexicons, the longest at each place, in order; a word belongs to one phrase a scale."""
        found: list[Phrase] = []
        table = _phrase_table(*self._own)
        lows = [form.low for form in self.forms]
        taken: dict[str, int] = {}
        for at, low in enumerate(lows):
            if low not in table:
                continue
            for words, scale, step in table[low]:
                end = at + len(words)
                if taken.get(scale, 0) > at or (len(words) > 1 and tuple(lows[at:end]) != words):
                    continue
                taken[scale] = end
                found.append(Phrase(at, end, scale, step))
        return tuple(found)

    def of(self, scale: str) -> list[Phrase]:
        """The phrases of one scale."""
        return self._by_scale.get(scale, [])

    @cached_property
    def _by_scale(self) -> dict[str, list[Phrase]]:
        table: dict[str, list[Phrase]] = {}
        for phrase in self.phrases:
            table.setdefault(phrase.scale, []).append(phrase)
        return table

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all words."""
        return frozenset(form.stem for form in self.forms)


@cache
def _phrase_table(
    hedges: tuple[str, ...], scope_words: tuple[str, ...]
) -> dict[str, list[tuple[tuple[str, ...], str, int]]]:
    """By first word: the phrases that start with it, the longest first, with their scale and step.

    Hedges and scope words of the configuration are added: a hedge as one of the weakest, a scope word as a group of places.
    """
    table: dict[str, list[tuple[tuple[str, ...], str, int]]] = {}

    def add(phrase: str, scale: str, step: int) -> None:
        words = tuple(form.low for form in Wording(phrase).forms)
        if words:
            table.setdefault(words[0], []).append((words, scale, step))

    for scale, entry in lexicons.load("scales").items():
        for step, phrases in enumerate(entry["steps"]):
            for phrase in phrases:
                if phrase != "*":
                    add(phrase, scale, step)
    negation = lexicons.load("negation")
    for phrase in negation["cues"]:
        add(phrase, "negation", 1)
    for phrase in negation["pseudo"]:
        add(phrase, "negation", 0)
    for kind, phrases in lexicons.load("conditions").items():
        for phrase in phrases:
            add(phrase, kind, 0)
    places = lexicons.load("places")
    for kind in ("world", "national", "groups"):
        for phrase in places[kind]:
            add(phrase, "area", ("world", "national", "groups").index(kind))
    for phrase in hedges:
        add(phrase, "hedge", 0)
    for phrase in scope_words:
        add(phrase, "area", 2)
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


@lru_cache(maxsize=4096)
def read(text: str, hedges: tuple[str, ...] = (), scope_words: tuple[str, ...] = ()) -> Wording:
    """The text read into words, with the hedges and scope words of the configuration; the same text is read once."""
    return Wording(text, hedges, scope_words)
