"""The figures of a text that may be statistics: what is part of a hotline's number or address is not one."""

from __future__ import annotations

from dvht_lint.contacts import covered
from dvht_lint.model import Quantity
from dvht_lint.quantities import read_quantities

__all__ = ["read_figures"]


def read_figures(text: str, language: str = "") -> tuple[Quantity, ...]:
    """The quantities of a text without those that stand in a contact."""
    quantities = read_quantities(text, language)
    taken = covered(text) if quantities else ()
    return tuple(q for q in quantities if not any(q.span.overlaps(span) for span in taken)) if taken else quantities
