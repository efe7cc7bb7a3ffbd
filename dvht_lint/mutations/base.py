"""What a mutation is, and where all of them are found."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import cache
from random import Random

from dvht_lint.model import Quantity
from dvht_lint.mutations.planting import Planted
from dvht_lint.records import record

__all__ = ["Mutation", "Target", "all_mutations"]


class Target(StrEnum):
    """Which texts a mutation works on."""

    CLAIM = "claim"
    SOURCE = "source"
    CONTACT = "contact"


@record(frozen=True, slots=True)
class Mutation:
    """One kind of edit: a drift that `expected` codes must tell, or, where there are none, a harmless one."""

    name: str
    expected: tuple[str, ...]
    target: Target
    summary: str
    plant: Callable[[str, Sequence[Quantity], Random], Planted | None]

    @property
    def is_drift(self) -> bool:
        """Whether it changes the meaning."""
        return bool(self.expected)

    def apply(self, text: str, quantities: Sequence[Quantity] = ()) -> Planted | None:
        """The text with the edit planted and where it stands; None where the text has no place for it.

        The same text always gets the same edit: the choice among places is seeded by name and text.
        """
        planted = self.plant(text, quantities, Random(f"{self.name}\n{text}"))  # noqa: S311
        return planted if planted and planted[0] != text else None


@cache
def all_mutations() -> tuple[Mutation, ...]:
    """Every mutation of the package, drifts first, each group by name. Walking the package is the registry."""
    import dvht_lint.mutations as package

    found = []
    for info in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if info.ispkg or info.name.count(".") < package.__name__.count(".") + 2:
            continue
        module = importlib.import_module(info.name)
        summary = (module.__doc__ or "").partition("\n")[0]
        target = getattr(module, "TARGET", Target.CLAIM)
        found.append(Mutation(module.NAME, tuple(module.EXPECTED), target, summary, module.plant))
    return tuple(sorted(found, key=lambda mutation: (not mutation.is_drift, mutation.name)))
