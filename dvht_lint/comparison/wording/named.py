"""Names as they stand in a text: capitalised runs of words, and which of them the text credits with what it says."""

from __future__ import annotations

from functools import lru_cache
from operator import and_
from typing import NamedTuple

from dvht_lint import lexicons
from dvht_lint.comparison.aligning import wordnet
from dvht_lint.comparison.aligning.reading import DATED, Wording

__all__ = ["Name", "head", "names", "speaks"]

_JOINERS = lexicons.words("grammar", "joiners of names")
_CREDIT_BEFORE = lexicons.words("grammar", "words before a credit")
_CREDIT_AFTER = lexicons.words("grammar", "verbs of credit")
_SAYING = lexicons.words("grammar", "verbs of saying")
_POSSESSIVES = frozenset({"'s", "’s", "s'", "s’"})
_ASIDE = 12
"""How many words an aside between a name and its verb has at most."""
_QUOTES = "\"“'‘"
_TITLED = DATED | lexicons.words("grammar", "titles")


class Name(NamedTuple):
    """A capitalised run of words `[start, end)`; `credited` where the text credits it with what it says."""

    start: int
    end: int
    credited: bool


@lru_cache(maxsize=1024)
def names(wording: Wording) -> tuple[Name, ...]:
    """The names of a text, in order."""
    found: list[Name] = []
    size = wording.size
    end = 0
    for at in () if _is_titled(wording) else [at for at, capital in enumerate(wording.capitals) if capital]:
        form = wording.forms[at]
        if at < end or form.low in _TITLED:
            continue
        opens = at == 0 or wording.sentence[at] != wording.sentence[at - 1] or _after_quote(wording, at)
        if not form.content and opens:
            continue
        end = at + 1
        while end < size and _goes_on(wording, end):
            end += 1
        while not wording.forms[end - 1].capital and not wording.forms[end - 1].number:
            end -= 1
        if not (end - at == 1 and (not form.content or (opens and wordnet.is_common(form.lemma)))):
            found.append(Name(at, end, _is_credited(wording, at, end)))
    return tuple(found)


def _is_titled(wording: Wording) -> bool:
    """Whether nearly every word has a capital, as in a headline: capitals then tell nothing."""
    content = sum(wording.content)
    both = sum(map(and_, wording.content, wording.capitals))
    return content >= 5 and both >= 0.85 * content


def _after_quote(wording: Wording, at: int) -> bool:
    """Whether a quotation of more than one word opens here, whose first capital means nothing."""
    opened = wording.starts[at] > 0 and wording.text[wording.starts[at] - 1] in _QUOTES
    return opened and wording.text[wording.ends[at] : wording.ends[at] + 2].strip(",.") not in {'"', "”", "'", "’"}


def _goes_on(wording: Wording, at: int) -> bool:
    """Whether the word still belongs to the name before it."""
    form = wording.forms[at]
    gap = wording.text[wording.ends[at - 1] : wording.starts[at]]
    if gap not in {" ", "-", ". ", " & ", ".", "/", "’s ", "'s "}:
        return False
    if gap == ". " and len(wording.forms[at - 1].low) > 2:
        return False
    if form.capital:
        return form.low not in _TITLED
    return (
        form.low in _JOINERS - {"and"}
        and at + 1 < len(wording)
        and (wording.forms[at + 1].capital or wording.forms[at + 1].low == "the")
        and wording.forms[at - 1].capital
        and wording.forms[at - 1].content
    )


def _is_credited(wording: Wording, start: int, end: int) -> bool:
    before = [wording.forms[at].low for at in range(max(0, start - 4), start)]
    while before and before[-1] in {"the", "a", "an"}:
        before.pop()
    if "-".join(before[-2:]) in _CREDIT_BEFORE:
        return True
    after = wording.forms[end].low if end < len(wording) else ""
    that = end + 1 < len(wording) and wording.forms[end + 1].low == "that"
    return after in _CREDIT_AFTER or (that and after in {"found", "said", "noted", "stated"})


def speaks(wording: Wording, name: Name) -> bool:
    """Whether a name is said to have said or found what stands there: "X noted", "X, in its review, noted", "X's study found"."""
    if name.credited:
        return True
    at = name.end
    sentence = wording.sentence[name.start]
    if at < wording.size and wording.comma[at]:
        at = next((i for i in range(at + 1, min(wording.size, at + _ASIDE)) if wording.comma[i]), at)
    elif wording.text[wording.ends[at - 1] - 2 : wording.ends[at - 1]] in _POSSESSIVES:
        at = next((i for i in range(at, min(wording.size, at + 4)) if wording.forms[i].low in _SAYING), at)
    return at < wording.size and wording.sentence[at] == sentence and wording.forms[at].low in _SAYING


def head(wording: Wording, name: Name) -> int:
    """The word that says what a named body is: the one before "of" or "for", else the last."""
    inside = range(name.start + 1, name.end)
    return next((at for at in inside if wording.forms[at].low in _JOINERS), name.end) - 1
