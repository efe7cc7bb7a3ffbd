"""Data classes that cost little to define and to make.

The standard `dataclass` writes and compiles six functions for each frozen class, a millisecond a class, which is a fifth
of the time a hook takes; and a frozen instance is made four times as slowly as an open one. A `record` is to a type
checker a frozen data class. When it runs, only its `__init__` is generated, and equality, hash and representation are
closures over the names of its fields. That nobody assigns to a field is for the type checker to see.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["record"]

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from dataclasses import dataclass, fields

    def record(*, frozen: bool, slots: bool) -> Callable[[type], type]:
        """A decorator with the options of `dataclass`; methods that the class defines itself are left to it."""
        del frozen  # the type checker's

        def decorate(cls: type) -> type:
            own = frozenset(vars(cls))
            made = dataclass(slots=slots, eq=False, repr=False)(cls)
            for name, method in _methods(made).items():
                if name not in own:
                    setattr(made, name, method)
            return made

        return decorate

    def _methods(cls: type) -> dict[str, Callable[..., Any]]:
        compared = [f.name for f in fields(cls) if f.compare]
        shown = [f.name for f in fields(cls) if f.repr]
        values = attrgetter(*compared) if compared else type

        def equal(self: object, other: object) -> bool:
            if self is other:
                return True
            return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

        def hashed(self: object) -> int:
            return hash(values(self))

        def represented(self: object) -> str:
            return f"{self.__class__.__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"

        return {"__eq__": equal, "__hash__": hashed, "__repr__": represented}
