"""Units of measure at a token, by name or symbol, with squares, cubes and "per"."""

from __future__ import annotations

from dvht_lint.quantities.tokens import HYPHENS, NONE, NUMBER, OTHER, WORD, Tokens
from dvht_lint.quantities.vocabulary import (
    Unit,
    unit_names,
    unit_symbols,
)

__all__ = ["FEW_LETTERS", "one_unit", "read_unit"]

_SHORT_UNITS = frozenset(
    {
        "in",
        "a",
        "h",
        "s",
        "d",
        "t",
        "st",
        "A",
        "T",
        "N",
        "J",
        "V",
        "W",
        "K",
        "F",
        "H",
        "B",
        "S",
        "ct",
        "min",
        "mo",
        "ac",
    }
)


FEW_LETTERS = 2


_CLOCK_UNITS = frozenset({"second", "minute", "hour"})


def read_unit(t: Tokens, i: int, *, digits: bool = True) -> tuple[Unit | None, int]:
    """The unit of measure at token `i` with its squares, cubes and "per", and the token after it."""
    unit, stop = one_unit(t, i, digits=digits)
    if unit is None:
        return None, i
    spoken = t.lowers[stop] in {"a", "an"} and unit.dimension == "length" and t.lowers[stop + 1] in _CLOCK_UNITS
    if t.lowers[stop] == "per" or spoken or (t.words[stop] == "/" and t.glued(stop)):
        below, end = one_unit(t, stop + 1, digits=True)
        if below and below.dimension != "count":
            name = f"{unit.name}/{below.name}"
            return Unit(name, f"{unit.dimension}/{below.dimension}", unit.scale / below.scale), end
    return unit, stop


def one_unit(t: Tokens, i: int, *, digits: bool) -> tuple[Unit | None, int]:
    """One unit by name or symbol, at most three tokens, with "square" or "cubic"."""
    if t.kinds[i] == NONE:
        return None, i
    power, at = {"square": 2, "sq": 2, "sq.": 2, "cubic": 3, "cu": 3}.get(t.lowers[i], 1), i
    if power > 1:
        at = i + 1 if t.words[i + 1] != "." else i + 2
    names = unit_names()
    for length in (3, 2, 1):
        if t.kinds[at + length - 1] == NONE:
            continue
        phrase = " ".join(w for w in t.lowers[at : at + length] if w not in HYPHENS)
        if phrase in names and t.kinds[at + length - 1] == WORD and phrase not in {"a", "in"}:
            unit, stop = names[phrase], at + length
            if (
                unit.name == "s"
                and t.lowers[at] == "second"
                and t.kinds[at + 1] == WORD
                and length == 1
                and t.lowers[at + 1] in unit_names()
            ):
                return None, i
            return _raised(t, unit, power, stop)
    if not digits and power == 1:
        return None, i
    return _symbol(t, at, power)


_STROKES = frozenset({"'", "’", "‘", "′", '"', "“", "”", "″"})


def _symbol(t: Tokens, i: int, power: int) -> tuple[Unit | None, int]:
    """A unit by symbol: km, km², m3, °C, ', \"."""
    word = t.words[i]
    symbols = unit_symbols()
    if word in _STROKES and t.words[i - 2] in _STROKES and t.glued(i - 1):
        return None, i
    if word == "°":
        letter = t.words[i + 1].upper()
        if letter in {"C", "F"} or t.lowers[i + 1] in {"celsius", "fahrenheit", "centigrade"}:
            return symbols["°C" if letter.startswith("C") else "°F"], i + 2
        return unit_names()["degree"], i + 1
    if word in {"'", "’", "′", '"', "”", "″"} and t.glued(i):
        return _quote_unit(t, i)
    bare = word.rstrip("²³")
    raised = len(word) > len(bare) and (2 if word.endswith("²") else 3)
    unit = symbols.get(bare) or symbols.get(bare.replace(".", "")) or _any_case(bare)
    if unit is None and word in {"v", "w"} and t.kinds[i - 1] == NUMBER and t.kinds[i + 1] in {NONE, OTHER}:
        unit = symbols[word.upper()]
    if unit is None and len(bare) > FEW_LETTERS and bare.endswith("s"):
        unit = symbols.get(bare.replace(".", "")[:-1])
    if unit is None or (bare in _SHORT_UNITS and not _is_short_unit(t, i, bare)):
        return None, i
    stop = i + 1
    if not raised and unit.dimension == "length" and t.glued(stop) and t.words[stop] in {"2", "3"}:
        raised, stop = int(t.words[stop]), stop + 1
    if t.words[stop] == "^" and t.words[stop + 1] in {"2", "3"}:
        raised, stop = int(t.words[stop + 1]), stop + 2
    if unit.name in {"°F", "°C"}:
        return unit, stop
    return _raised(t, unit, int(raised) or power, stop)


def _any_case(word: str) -> Unit | None:
    """A symbol in the wrong case ("khz", "kb", "KM") where it can mean one unit only."""
    symbols = unit_symbols()
    if len(word) < FEW_LETTERS or (
        len(word) == FEW_LETTERS and not word.isupper() and word not in {"kb", "mb", "gb", "tb"}
    ):
        return None
    for form in (
        word.lower(),
        # A careless "mhz" is millions, never thousandths.
        word[0].upper() + word[1:].title(),
        word[0].lower() + word[1:].upper(),
        word[0].lower() + word[1:].title(),
        word.upper(),
        word.title(),
        word[0].upper() + word[1:].lower(),
    ):
        if form in symbols:
            return symbols[form]
    return None


def _is_short_unit(t: Tokens, i: int, word: str) -> bool:
    """Whether a short word after a number is a unit: "5 in." and "3 h", not "5 in 10" or "3 A students"."""
    if t.words[i - 1] == "/" or t.lowers[i - 1] == "per":
        return word not in {"in", "a", "A"}
    if t.kinds[i - 1] != NUMBER:
        return False
    after = t.kinds[i + 1]
    if word in {"in", "a", "A", "st"}:
        return t.glued(i) or after == NONE or (t.words[i + 1] in {".", ",", ")", ";"} and word == "in")
    return after != WORD or not t.capital(i + 1)


def _quote_unit(t: Tokens, i: int) -> tuple[Unit | None, int]:
    """Feet and inches (or minutes and seconds) as strokes, right after digits and not closing a quotation."""
    if t.kinds[i - 1] != NUMBER:
        return None, i
    word = t.words[i]
    doubled = word in {"'", "’", "′"} and t.words[i + 1] == word and t.glued(i + 1)
    if word in {'"', "”", "″"} or doubled:
        before = t.text[max(0, t.starts[i] - 120) : t.starts[i]]
        if not doubled and before.count('"') % 2 and word != "″":
            return None, i
        return unit_names()["inch"], i + 2 if doubled else i + 1
    if t.kinds[i + 1] == WORD and t.glued(i + 1):
        return None, i
    return unit_names()["foot"], i + 1


def _raised(t: Tokens, unit: Unit, power: int, stop: int) -> tuple[Unit | None, int]:
    if power > 1 and unit.dimension == "length":
        dimension = "area" if power == 2 else "volume"
        return Unit(f"{unit.name}{power}", dimension, unit.scale**power), stop
    if unit.name == "degree":
        letter = t.lowers[stop]
        if letter in {"c", "celsius", "f", "fahrenheit", "centigrade"}:
            return unit_symbols()["°F" if letter.startswith("f") else "°C"], stop + 1
    return (None, stop) if power > 1 else (unit, stop)
