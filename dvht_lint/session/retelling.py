"""A claim that drifts from its statement and is made elsewhere with another figure: one finding, which names the other place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from dvht_lint.diagnostic import Diagnostic, Label, Related
from dvht_lint.model import Claim
from dvht_lint.session.placing import region_of
from dvht_lint.session.repeating import FIGURE_EDITS, Group
from dvht_lint.text import SourceText

__all__ = ["ClaimName", "retellings", "with_retellings"]

ClaimName = tuple[str, str]
"""A claim by its document's path and its id."""
_CODES = frozenset(reason.value for reason in FIGURE_EDITS)


def retellings(claim: Claim, group: Group) -> tuple[Label, ...]:
    """Where a group of repeated claims gives another figure than one of them does."""
    others = (c for c in group.others(claim) if isinstance(c, Claim))
    return tuple(
        Label(other.document, other.prose.source(other.prose.whole()), "the same claim with another figure", other.id)
        for other in others
    )


def with_retellings(
    placed: Sequence[Diagnostic], retold: Mapping[ClaimName, tuple[Label, ...]], texts: Callable[[str], SourceText]
) -> list[Diagnostic]:
    """The diagnostics, those on the figures of a repeated claim with the other places among what they relate to."""
    if not retold:
        return list(placed)
    return [
        _extended(d, retold[name], texts)
        if d.code in _CODES and d.claim is not None and (name := (d.path, d.claim.id)) in retold
        else d
        for d in placed
    ]


def _extended(diagnostic: Diagnostic, labels: Iterable[Label], texts: Callable[[str], SourceText]) -> Diagnostic:
    more = (Related(x.message, region_of(texts, x.path, x.span), x.id, x.span) for x in labels)
    return replace(diagnostic, related=(*diagnostic.related, *more))
