"""The words of the grammar as tables, made from the lexicons when first asked for."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from dvht_lint.lexicons import load

__all__ = [
    "BoundWords",
    "Currency",
    "LabelWords",
    "NumberWords",
    "Unit",
    "bound_words",
    "currency_names",
    "currency_symbols",
    "label_words",
    "number_words",
    "unit_names",
    "unit_symbols",
]


class NumberWords(NamedTuple):
    """English words for numbers, each table from word to value."""

    cardinals: dict[str, float]
    scales: dict[str, float]
    ordinals: dict[str, float]
    fractions: dict[str, float]
    groups: dict[str, float]
    magnitudes: dict[str, float]
    multiples: dict[str, float]


class Unit(NamedTuple):
    """A unit of measure: how many of the dimension's base unit one of it is."""

    name: str
    dimension: str
    scale: float


class Currency(NamedTuple):
    """A currency by its ISO 4217 code, with the names of its hundredth."""

    code: str
    minor: frozenset[str]


class BoundWords(NamedTuple):
    """Qualifier phrases as tuples of tokens -> the value of `model.Qualifier`; `last` and `first` are quick tests."""

    before: dict[tuple[str, ...], str]
    after: dict[tuple[str, ...], str]
    last: frozenset[str]
    first: frozenset[str]


class LabelWords(NamedTuple):
    """Words before a number that is a name, a part of a text or a law."""

    before: frozenset[str]
    law: frozenset[str]
    bill: frozenset[str]


@cache
def number_words() -> NumberWords:
    """The English number words."""
    entries: dict[str, dict[str, float]] = load("number_words")
    tables = {name: {word: float(value) for word, value in entries[name].items()} for name in NumberWords._fields}
    ordinals = tables["ordinals"]
    # "twentyfifth", "fortytwo": compounds written as one word.
    tens = [(word, value) for word, value in tables["cardinals"].items() if value >= 20]
    for ten, value in tens:
        tables["cardinals"] |= {ten + w: value + v for w, v in list(tables["cardinals"].items()) if 0 < v < 10}
    for ten, value in tens:
        ordinals |= {ten + w: value + v for w, v in list(ordinals.items()) if 0 < v < 10}
    return NumberWords(**tables)


@cache
def _units() -> tuple[dict[str, Unit], dict[str, Unit]]:
    entries: dict[str, Any] = load("units")
    names: dict[str, Unit] = {}
    symbols: dict[str, Unit] = {}
    for entry in entries["units"]:
        unit = Unit(entry["name"], entry["dimension"], float(entry["scale"]))
        prefixed = entries["prefixes"] if entry["prefixes"] else []
        for name in filter(None, entry["names"]):
            names[name] = names[_plural(name)] = unit
            for prefix, symbol, factor in prefixed:
                scaled = Unit(symbol + unit.name, unit.dimension, unit.scale * factor)
                for form in (prefix + name, prefix + _plural(name), f"{prefix} {name}", f"{prefix} {_plural(name)}"):
                    names.setdefault(form, scaled)
        for symbol in entry["symbols"]:
            symbols[symbol] = unit
            for _, prefix, factor in prefixed:
                symbols.setdefault(prefix + symbol, Unit(prefix + unit.name, unit.dimension, unit.scale * factor))
    return names, symbols


def _plural(name: str) -> str:
    return name if name.endswith(("s", "x", "z")) else name + "s"


def unit_names() -> dict[str, Unit]:
    """Units by name in lower case, singular and plural."""
    return _units()[0]


def unit_symbols() -> dict[str, Unit]:
    """Units by symbol, case as written."""
    return _units()[1]


_LOWER_CODES = frozenset({"usd", "eur", "gbp", "cad", "aud", "chf", "inr", "jpy"})
"""Codes that people write in lower case; others are English words ("try", "all", "top")."""


@cache
def _currencies() -> tuple[dict[str, Currency], dict[str, Currency]]:
    names: dict[str, Currency] = {}
    symbols: dict[str, Currency] = {}
    for entry in load("currencies"):
        currency = Currency(entry["code"], frozenset(entry["minor"]))
        for name in entry["names"]:
            if name == entry["code"].lower() and name not in _LOWER_CODES:
                continue
            names.setdefault(name, currency)
            names.setdefault(name + "s", currency)
        symbols |= dict.fromkeys(entry["symbols"], currency)
        symbols[currency.code] = currency
    return names, symbols


def currency_names() -> dict[str, Currency]:
    """Currencies by name and code in lower case."""
    return _currencies()[0]


def currency_symbols() -> dict[str, Currency]:
    """Currencies by symbol and upper-case code."""
    return _currencies()[1]


@cache
def bound_words() -> BoundWords:
    """The qualifiers that stand before and after a figure."""
    entries: dict[str, dict[str, list[str]]] = load("qualifiers")
    before = {tuple(phrase.split()): name for name, phrases in entries["before"].items() for phrase in phrases}
    after = {tuple(phrase.split()): name for name, phrases in entries["after"].items() for phrase in phrases}
    return BoundWords(before, after, frozenset(p[-1] for p in before), frozenset(p[0] for p in after))


@cache
def label_words() -> LabelWords:
    """The words before labels, laws and bills."""
    entries: dict[str, list[str]] = load("figure_labels")
    return LabelWords(*(frozenset(entries[name]) for name in LabelWords._fields))
