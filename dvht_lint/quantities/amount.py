"""Amounts: a number with what it counts in - percent, money, a measure, an age, a multiple - or bare."""

from __future__ import annotations

from dvht_lint.model import Kind
from dvht_lint.quantities.figure import Figure
from dvht_lint.quantities.number import Number, Shape, read_digits, read_number
from dvht_lint.quantities.tokens import HYPHENS, NONE, NUMBER, OTHER, WORD, Tokens, word_set
from dvht_lint.quantities.vocabulary import (
    Currency,
    Unit,
    currency_names,
    currency_symbols,
    number_words,
    unit_names,
    unit_symbols,
)

__all__ = ["read_amount", "read_unit"]

_PERCENT = frozenset({"%", "percent", "pct", "pct.", "percentage", "％", "٪"})
_MAGNITUDE_LETTERS = {
    "m": 1e6,
    "mm": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "k": 1e3,
    "t": 1e12,
    "tn": 1e12,
    "mn": 1e6,
    "M": 1e6,
    "B": 1e9,
}
_COUNTRY = frozenset({"us", "u.s", "u.s.", "american", "united", "canadian", "australian"})
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
_FEW_LETTERS = 2
_MULTIPLE_OF = word_set("as more less higher lower greater larger bigger the faster longer likelier what that smaller")
_ORDINAL_LETTERS = frozenset({"st", "nd", "rd", "th"})
_COMPOUND = frozenset({"time", "length", "mass", "volume"})
FAHRENHEIT = "fahrenheit"


def read_amount(t: Tokens, i: int, *, comma: bool = False) -> Figure | None:
    """The figure at token `i` with its unit, without qualifier or range; None where no number begins."""
    currency, at = _currency_before(t, i)
    number = read_number(t, at, comma=comma)
    if number is None:
        return None if currency else _article_unit(t, i)
    if currency:
        return _money(t, i, number, currency, comma=comma)
    if number.shape is Shape.ORDINAL:
        if part := _part_of_unit(t, i, number, comma=comma):
            return part
        return Figure(Kind.ORDINAL, i, number.stop, number.value, number.value, "ordinal", words=_in_words(t, i))
    if score := _score(t, i, comma=comma):
        return score
    figure = _with_suffix(t, i, number, comma=comma)
    if figure:
        return figure
    return _bare(t, i, number)


_SCORES = word_set("rating ratings rated score scored scores grade average mark")


def _score(t: Tokens, i: int, *, comma: bool) -> Figure | None:
    """Read "an average rating of 6.88/10": a mark on a scale, not a share."""
    if t.kinds[i] != NUMBER or t.words[i + 1] != "/" or t.words[i + 2] not in {"4", "5", "10", "20", "100"}:
        return None
    if _SCORES.isdisjoint(t.lowers[max(0, i - 4) : i]):
        return None
    read = read_digits(t.words[i], comma=comma)
    if read is None:
        return None
    return Figure(Kind.NUMBER, i, i + 3, read[0], read[0], "score:" + t.words[i + 2], "point", resolution=read[1])


def _part_of_unit(t: Tokens, i: int, number: Number, *, comma: bool) -> Figure | None:
    """Read "tenth of a gallon", "fourth of liter"."""
    if t.lowers[number.stop] != "of" or number.compound or number.value < 3:
        return None
    at = number.stop + 1 + (t.lowers[number.stop + 1] in {"a", "an"})
    unit, end = read_unit(t, at, digits=False)
    if unit is None or unit.dimension == "time":
        return None
    part = number._replace(value=1 / number.value, resolution=0.0, shape=Shape.FRACTION)
    return _measure(t, i, part, unit, at, end, comma=comma)


def _in_words(t: Tokens, i: int) -> bool:
    return t.kinds[i] == WORD


def _figure(kind: Kind, t: Tokens, i: int, stop: int, number: Number, scale: float = 1.0) -> Figure:
    value = number.value * scale
    return Figure(
        kind,
        i,
        stop,
        value,
        value,
        scale=scale,
        resolution=number.resolution * scale,
        factor=number.magnitude,
        malformed=number.malformed,
        words=_in_words(t, i),
        single=_in_words(t, i) and not number.compound and number.value == 1,
    )


def _bare(t: Tokens, i: int, number: Number) -> Figure:
    """A number by itself: a share where it is a fraction of a whole, else a count."""
    figure = _figure(Kind.NUMBER, t, i, number.stop, number)
    if number.shape is Shape.FRACTION and not number.mixed and abs(number.value) <= 1:
        figure.kind, figure.dimension, figure.unit = Kind.RATIO, "share", "%"
        figure.low = figure.high = number.value * 100
        figure.scale = 100.0
    return figure


def _currency_before(t: Tokens, i: int) -> tuple[Currency | None, int]:
    """The currency symbol or code that stands before a number, and the token after it."""
    word = t.words[i]
    symbols = currency_symbols()
    if t.kinds[i] == OTHER:
        found = symbols.get(word)
        return found, i + 1 if found else i
    if t.kinds[i] == WORD and t.kinds[i + 1] != NONE and len(word) <= 4:
        if t.words[i + 1] in {"$", "£"} and t.glued(i + 1) and (found := symbols.get(word + t.words[i + 1])):
            return found, i + 2
        if word.isupper() or word in {"Rs", "Rs.", "Rp", "Fr."}:
            found = symbols.get(word)
            if found and (t.kinds[i + 1] == NUMBER or t.words[i + 1] in {"$", "£", "€"}):
                return found, i + 1 if t.kinds[i + 1] == NUMBER else i + 2
    return None, i


def _money(t: Tokens, i: int, number: Number, currency: Currency, *, comma: bool) -> Figure:
    """Money with its symbol in front: "$2.9 million", "$20-bn", "$1.2m"."""
    letters = _MAGNITUDE_LETTERS.get(t.words[number.stop]) or _MAGNITUDE_LETTERS.get(t.lowers[number.stop])
    if letters and number.magnitude == 1 and t.starts[number.stop] <= t.ends[number.stop - 1] + 1:
        number = number._replace(
            value=number.value * letters,
            resolution=number.resolution * letters,
            magnitude=letters,
            stop=number.stop + 1,
        )
    elif t.hyphen(number.stop) and (factor := number_words().magnitudes.get(t.lowers[number.stop + 1])):
        number = number._replace(
            value=number.value * factor, resolution=number.resolution * factor, magnitude=factor, stop=number.stop + 2
        )
    figure = _figure(Kind.MONEY, t, i, number.stop, number)
    figure.dimension, figure.unit = "money:" + currency.code, currency.code
    figure.unit_at = (i, i + 1)
    named, stop = _currency_after(t, number.stop)
    if named and (named.code in (currency.code, "USD") or currency.code == "USD"):
        figure.stop = stop
        if named.code not in {currency.code, "USD"}:
            figure.dimension, figure.unit = "money:" + named.code, named.code
    return _with_minor(t, figure, currency, comma=comma)


def _currency_after(t: Tokens, i: int) -> tuple[Currency | None, int]:
    """The currency named after a number, up to three words, and the token after it."""
    if t.kinds[i] == OTHER:
        found = currency_symbols().get(t.words[i]) if t.glued(i) or t.kinds[i + 1] != NUMBER else None
        return found, i + 1 if found else i
    names = currency_names()
    if len(t.words[i]) == 3 and t.words[i].isupper() and (found := currency_symbols().get(t.words[i])):
        return found, i + 1
    for length in (3, 2, 1):
        phrase = " ".join(t.lowers[i : i + length])
        if t.kinds[i + length - 1] != WORD:
            continue
        found = names.get(phrase) or names.get(phrase.replace(".", ""))
        if found and not (length == 1 and len(phrase) <= _FEW_LETTERS and not t.glued(i) and t.words[i].islower()):
            return found, i + length
    if t.kinds[i] == WORD and t.words[i + 1] == "$" and t.glued(i + 1):
        found = currency_symbols().get(t.words[i] + "$")
        return found, i + 2 if found else i
    return None, i


def _with_suffix(t: Tokens, i: int, number: Number, *, comma: bool) -> Figure | None:
    """The number with the unit that follows it."""
    stop = number.stop
    at = stop + 1 if t.hyphen(stop) else stop
    if percent := _percent(t, i, number, at):
        return percent
    if age := _age(t, i, number, at):
        return age
    if multiple := _multiple(t, i, number, at):
        return multiple
    currency, end = _currency_after(t, at)
    if currency and not (t.lowers[at] in {"pound", "pounds"} and _weighs(t, i, end)):
        figure = _figure(Kind.MONEY, t, i, end, number)
        figure.dimension, figure.unit, figure.unit_at = "money:" + currency.code, currency.code, (at, end)
        return _with_minor(t, figure, currency, comma=comma)
    if t.lowers[at] in {"cent", "cents", "¢", "penny", "pennies", "pence"}:
        figure = _figure(Kind.MONEY, t, i, at + 1, number, 0.01)
        code = "GBP" if t.lowers[at] == "pence" else "USD"
        figure.dimension, figure.unit, figure.unit_at = "money:" + code, code, (at, at + 1)
        return figure
    if number.shape is Shape.FRACTION:
        at += t.lowers[at] == "of"
        at += t.lowers[at] in {"a", "an"}
        at += t.hyphen(at)
    unit, end = read_unit(t, at, digits=not _in_words(t, i))
    if (
        unit
        and at > stop
        and t.lowers[at - 1] in {"a", "an"}
        and unit.dimension == "time"
        and unit.name in {"yr", "month", "wk"}
        and t.lowers[at - 2] != "of"
        and number.value != 0.5
    ):
        return None
    if unit and not (unit.name == "month" and t.kinds[at - 1] == NONE):
        return _measure(t, i, number, unit, at, end, comma=comma)
    return None


_WEIGHT = word_set("of meat weigh weighs weighed weighing weight lose lost heavy gain gained ounces oz")


def _weighs(t: Tokens, i: int, end: int) -> bool:
    """Whether pounds are a weight here: "lost ten pounds", "six pounds of meat"."""
    if t.lowers[end] == "of" and t.lowers[end + 1] in {"gold", "silver", "sterling"}:
        return True
    near = {t.lowers[i - 1], t.lowers[i - 2], t.lowers[end], t.lowers[end + 1]} if i > 1 else {t.lowers[end]}
    return not _WEIGHT.isdisjoint(near)


def _percent(t: Tokens, i: int, number: Number, at: int) -> Figure | None:
    word = t.lowers[at]
    stop = at + 1
    if word == "per" and (t.lowers[at + 1] == "cent" or (t.hyphen(at + 1) and t.lowers[at + 2] == "cent")):
        stop = at + 2 if t.lowers[at + 1] == "cent" else at + 3
    elif word not in _PERCENT and not (word == "pp" and not _in_words(t, i)):
        return None
    figure = _figure(Kind.PERCENT, t, i, stop, number)
    figure.dimension, figure.unit, figure.unit_at = "share", "%", (at, stop)
    figure.resolution = 0.0 if number.shape is Shape.FRACTION else min(figure.resolution, 1.0)
    point = stop + 1 if t.hyphen(stop) else stop
    if word == "pp" or t.lowers[point] in {"point", "points"}:
        figure.kind, figure.dimension, figure.unit = Kind.POINTS, "points", "percentage point"
        figure.stop = stop if word == "pp" else point + 1
        figure.unit_at = (at, figure.stop)
    elif word == "percentage":
        return None
    elif t.kinds[stop] == NUMBER and t.glued(stop) and len(t.words[stop]) <= 2 and word == "%":
        figure.malformed = "a note mark seems to be glued to the figure"
    return figure


def _age(t: Tokens, i: int, number: Number, at: int) -> Figure | None:
    """Read "18-year-old", "18 years old", "12 months of age"."""
    unit = {"year": 1.0, "years": 1.0, "yr": 1.0, "month": 1 / 12, "months": 1 / 12}.get(t.lowers[at])
    if not unit:
        return None
    end = at + 1
    if t.words[end] in HYPHENS:
        end += 1
    if t.lowers[end] in {"old", "olds"}:
        end += 1
    elif t.lowers[end] == "of" and t.lowers[end + 1] == "age":
        end += 2
    else:
        return None
    figure = _figure(Kind.AGE, t, i, end, number, unit)
    figure.dimension, figure.unit, figure.unit_at = "age", "year", (at, end)
    return figure


def _multiple(t: Tokens, i: int, number: Number, at: int) -> Figure | None:
    word = t.lowers[at]
    if word in {"x", "×"} and t.glued(at) and not t.glued(at + 1):
        stop = at + 1
    elif word in {"times", "fold"} and (
        word == "fold" or t.lowers[at + 1] in _MULTIPLE_OF or t.lowers[at + 1] in {"in", "a", "per"}
    ):
        if t.lowers[at + 1] in {"a", "per"} and word == "times":
            return None
        stop = at + 1
    else:
        return None
    figure = _figure(Kind.MULTIPLE, t, i, stop, number)
    figure.dimension, figure.unit, figure.unit_at = "multiple", "time", (at, stop)
    return figure


def read_unit(t: Tokens, i: int, *, digits: bool = True) -> tuple[Unit | None, int]:
    """The unit of measure at token `i` with its squares, cubes and "per", and the token after it."""
    unit, stop = _one_unit(t, i, digits=digits)
    if unit is None:
        return None, i
    if t.lowers[stop] == "per" or (t.words[stop] == "/" and t.glued(stop)):
        below, end = _one_unit(t, stop + 1, digits=True)
        if below and below.dimension != "count":
            name = f"{unit.name}/{below.name}"
            return Unit(name, f"{unit.dimension}/{below.dimension}", unit.scale / below.scale), end
    return unit, stop


def _one_unit(t: Tokens, i: int, *, digits: bool) -> tuple[Unit | None, int]:
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
    if unit is None and len(bare) > _FEW_LETTERS and bare.endswith("s"):
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
    if len(word) < _FEW_LETTERS or (
        len(word) == _FEW_LETTERS and not word.isupper() and word not in {"kb", "mb", "gb", "tb"}
    ):
        return None
    for form in (
        word.lower(),
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


def _measure(t: Tokens, i: int, number: Number, unit: Unit, at: int, end: int, *, comma: bool) -> Figure:
    kind = Kind.DURATION if unit.dimension == "time" else Kind.MEASURE
    figure = _figure(kind, t, i, end, number, unit.scale)
    figure.dimension, figure.unit, figure.unit_at = unit.dimension, unit.name, (at, end)
    if unit.name == "°F":
        figure.low = figure.high = (number.value - 32) * 5 / 9
        figure.dimension, figure.resolution = "temperature", number.resolution * 5 / 9
    return _compounded(t, figure, comma=comma) if unit.dimension in _COMPOUND else figure


def _compounded(t: Tokens, figure: Figure, *, comma: bool) -> Figure:
    """A measure in several units added up: "1 hour and 30 minutes", "5 ft 10 in", "1 hour thirty", "an hour and a half"."""
    scale = figure.scale
    for _ in range(5):
        at = figure.stop
        while t.words[at] == "," or t.lowers[at] == "and":
            at += 1
        if at > figure.stop + 2 or t.kinds[at] == NONE:
            break
        if at > figure.stop and t.words[figure.stop] != "," and (part := _and_part(t, at)):
            figure.stop = part[1]
            figure.low = figure.high = figure.low + part[0] * scale
            figure.single = False
            return figure
        number = read_number(t, at, comma=comma)
        if number is None or number.shape is Shape.ORDINAL or number.value < 0:
            break
        unit, end = _one_unit(t, number.stop, digits=t.kinds[number.stop - 1] == NUMBER)
        value = number.value
        if (
            unit is None
            and scale == 3600
            and at <= figure.stop + 1
            and t.words[figure.stop] != ","
            and value < 60
            and t.kinds[number.stop] != WORD
        ):
            unit, end = unit_names()["minute"], number.stop
        if unit is None or unit.dimension != figure.dimension or not value * unit.scale < scale:
            break
        figure.low = figure.high = figure.low + value * unit.scale
        figure.single = False
        figure.resolution = number.resolution * unit.scale
        figure.stop, scale = end, unit.scale
    return figure


def _and_part(t: Tokens, i: int) -> tuple[float, int] | None:
    """The fraction in "an hour and a half" and the token after it."""
    at = i + 1 if t.lowers[i] in {"a", "an"} else i
    value = {"half": 0.5, "quarter": 0.25}.get(t.lowers[at])
    return (value, at + 1) if value and t.lowers[at + 1] not in unit_names() else None


def _with_minor(t: Tokens, figure: Figure, currency: Currency, *, comma: bool) -> Figure:
    """Money with its hundredths: "twenty dollars fifty cents", "20 ringgit and 43 sen", "twenty dollars and 43"."""
    at = figure.stop
    joined = t.lowers[at] in {"and", ","}
    if joined:
        at += 1
    number = read_number(t, at, comma=comma)
    if number is None or not 0 < number.value < 100 or number.shape is Shape.ORDINAL or not figure.low.is_integer():
        return figure
    if t.lowers[number.stop] in currency.minor or t.lowers[number.stop] in {"cent", "cents"}:
        figure.stop = number.stop + 1
    elif t.lowers[figure.stop] == "and" and t.kinds[number.stop] != WORD and t.words[figure.start] != "$":
        figure.stop = number.stop
    else:
        return figure
    figure.low = figure.high = figure.low + number.value / 100
    figure.resolution = 0.01
    figure.single = False
    return figure


def _article_unit(t: Tokens, i: int) -> Figure | None:
    """Read "a dollar", "an hour", "a kg": one of a unit, which may not be meant as a figure."""
    if t.lowers[i] not in {"a", "an"}:
        return None
    at = i + 1
    currency, end = _currency_after(t, at)
    one = Number(1.0, at, 1.0, Shape.WORDS)
    if currency and t.kinds[at] == WORD:
        figure = _figure(Kind.MONEY, t, i, end, one)
        figure.dimension, figure.unit, figure.unit_at = "money:" + currency.code, currency.code, (at, end)
        return _with_minor(t, figure, currency, comma=False)
    unit, end = read_unit(t, at)
    if unit is None or unit.dimension in {"dose", "angle", "degree"} or (t.kinds[end] == NUMBER and t.capital(at)):
        return None
    figure = _measure(t, i, one, unit, at, end, comma=False)
    figure.single = figure.low == unit.scale
    return figure
