"""Words of a text, with their places and stems: the one notion of a word that matching and comparing share."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["FUNCTION_WORDS", "fold", "stem", "word_spans"]

# A word keeps inner apostrophes, hyphens and full stops of abbreviations out of its neighbours' way: "victim's",
# "toll-free" and "U.S." are found as `victim's`, `toll`, `free`, `U.S`.
_WORD = re.compile(r"[^\W\d_]++(?:['’][^\W\d_]++)*+(?:\.[^\W\d_](?![^\W\d_]))*+|\d++(?:[.,]\d++)*+")

FUNCTION_WORDS = frozenset(
    "a an the and or but nor of to in on at by for from with without into onto over under about as than then that this"
    " these those it its they them their theirs he him his she her hers we us our ours you your yours i me my mine who"
    " whom whose which what where when why how is are was were be been being am has have had having do does did done will"
    " would shall should can could may might must not no so such there here also both either neither each every all any"
    " some if while because since until through during between among after before more most less least up down out off"
    " s t d ll re ve m one".split()
)

_TRANSLATE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-"})


def fold(text: str) -> str:
    """The text in lower case, without accents and with plain quotes and dashes; its length may differ."""
    text = text.translate(_TRANSLATE).lower()
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def word_spans(text: str) -> list[tuple[int, int]]:
    """Where the words and numbers of a text start and end, in order."""
    return [m.span() for m in _WORD.finditer(text)]


_SUFFIXES = (
    ("ilies", "i"), ("izations", "iz"), ("isations", "iz"), ("ization", "iz"), ("isation", "iz"), ("fulness", "ful"), ("iveness", "iv"),
    ("ational", "at"), ("ities", ""), ("ments", ""), ("ingly", ""), ("ation", "at"), ("ators", "at"), ("ments", ""),
    ("ition", "it"), ("ising", "iz"), ("izing", "iz"), ("ised", "iz"), ("ized", "iz"), ("ises", "iz"), ("izes", "iz"),
    ("ment", ""), ("ness", ""), ("ated", "at"), ("ates", "at"), ("ating", "at"), ("ator", "at"), ("ions", ""), ("ings", ""),
    ("ally", "al"), ("ance", ""), ("ence", ""), ("ers", ""), ("ors", ""), ("ing", ""), ("ion", ""), ("ies", "y"), ("ied", "y"),
    ("ity", ""), ("ise", "iz"), ("ize", "iz"), ("ate", "at"), ("ed", ""), ("es", ""), ("er", ""), ("or", ""), ("ily", "i"), ("ly", ""),
    ("al", ""), ("'s", ""), ("s'", ""), ("s", ""), ("e", ""),
)  # fmt: skip


# Forms of one word that no suffix rule joins.
_IRREGULAR = {
    form: base
    for base, forms in {
        "die": "died dies dying dead death deaths", "child": "children", "woman": "women", "man": "men", "person": "people persons",
        "wife": "wives", "life": "lives", "begin": "began begun", "give": "gave given", "find": "found", "say": "said",
        "see": "saw seen", "know": "knew known knowledge", "grow": "grew grown growth", "rise": "rose risen", "fall": "fell fallen",
        "write": "wrote written writer", "speak": "spoke spoken speech", "leave": "left", "lose": "lost loss losses",
        "buy": "bought", "sell": "sold sale sales", "win": "won winner winners", "make": "made", "take": "took taken", "hold": "held", "keep": "kept",
        "pay": "paid", "meet": "met", "send": "sent", "spend": "spent", "build": "built", "teach": "taught", "think": "thought", "bear": "bore born birth",
        "choose": "chose chosen choice", "fight": "fought", "flee": "fled flight", "live": "living alive", "drive": "drove driven", "strike": "struck",
    }.items()
    for form in forms.split()
}  # fmt: skip


def _by_last_letter() -> dict[str, tuple[tuple[str, str], ...]]:
    """The suffixes a word with this last letter may have, in their order."""
    letters = dict.fromkeys(suffix[-1] for suffix, _ in _SUFFIXES)
    return {letter: tuple(pair for pair in _SUFFIXES if pair[0][-1] == letter) for letter in letters}


_ENDINGS = _by_last_letter()


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A crude stem of a folded word: enough for "answered" to meet "answers", "trafficked" to meet "trafficking".

    Suffix stripping in the manner of Porter (1980), in two steps and without his conditions on syllables: at
    least three letters stay, and a doubled final consonant is made single.
    """
    word = _IRREGULAR.get(word, word)
    if len(word) <= 3 or word[0].isdigit():
        return word
    word = word.replace("our", "or") if len(word) > 5 else word
    shorter = _shortened(word)
    # "answered" and "answers" still hold the ending that "answer" loses.
    word = _shortened(shorter) if shorter.endswith(("er", "or")) else shorter
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word.endswith("y") else word


def _shortened(word: str) -> str:
    """The word without its first fitting suffix."""
    for suffix, instead in _ENDINGS.get(word[-1], ()):
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            if suffix == "s" and word.endswith(("ss", "us", "is")):
                break
            return word[: len(word) - len(suffix)] + instead
    return word
