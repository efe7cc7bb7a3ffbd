"""Bodies that statements are credited to: their short names, their parents, and whether one is a statement's source."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from dvht_lint import lexicons
from dvht_lint.comparison.aligning.reading import read
from dvht_lint.model import Source

__all__ = ["is_source", "same_body"]


@cache
def _bodies() -> dict[str, tuple[str, frozenset[str]]]:
    """By any name of a body: its full name, and the full names it may go by, its own and its parents'."""
    entries = lexicons.load("bodies")
    table: dict[str, tuple[str, frozenset[str]]] = {}
    for full, entry in entries.items():
        above, layer = {full}, [full]
        while layer:
            layer = [p for name in layer for p in entries.get(name, {"parents": []})["parents"] if p not in above]
            above.update(layer)
        for name in (full, *entry["short"]):
            table[name] = full, frozenset(above)
    return table


@lru_cache(maxsize=4096)
def _key(text: str) -> tuple[str, ...]:
    return tuple(
        f.low for f in read(text).forms if f.low not in {"the", "u.s", "us", "united", "states"} or f.low == "united"
    )


def same_body(left: str, right: str) -> bool:
    """Whether two names are one body's, or the body's and its parent's, or one the initials or a part of the other."""
    one, two = " ".join(_key(left)), " ".join(_key(right))
    if f" {one} " in f" {two} " or f" {two} " in f" {one} ":
        return True
    unknown: tuple[str, frozenset[str]] = "", frozenset()
    (name, above), (other, others) = _bodies().get(one, unknown), _bodies().get(two, unknown)
    # Two agencies of one parent are two bodies.
    if {name, one} & others or {other, two} & above:
        return True
    letters = left.replace(".", "")
    initials = "".join(w[0] for w in right.split() if w[:1].isupper())
    return letters.isupper() and len(letters) > 1 and initials.startswith(letters)


def is_source(text: str, sources: Sequence[Source]) -> bool:
    """Whether a name is that of a source's author, publisher or title, in full, in part or by its parent."""
    for source in sources:
        fields = [
            *source.authors,
            source.title,
            *(str(source.fields.get(k, "")) for k in ("publisher", "container-title")),
        ]
        if any(f and (same_body(text, f) or same_body(f, text)) for f in fields) or (
            not any(fields) and " ".join(_key(text)) in " ".join(_key(source.text))
        ):
            return True
    return False
