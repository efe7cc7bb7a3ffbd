"""A claim credits a body that is not the statement's source.

Why: "According to" is itself a claim, and the easiest one to check.

Fails: "According to the World Bank" where the statement rests on the United Nations Office on Drugs and Crime.

Passes: the source's author, publisher or title, in full, in part or abbreviated; the body that it belongs to
("the United Nations" for its Office on Drugs and Crime).

Fix: Credit the source, or cite the body that is credited.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding
from dvht_lint.model import Comparison, Reason, Settings
from dvht_lint.rules.base import findings_of, rule


@rule("DV408", "attribution-drift", on=Comparison)
def check(comparison: Comparison, settings: Settings) -> Iterator[Finding]:
    """Report each such edit."""
    del settings
    yield from findings_of(comparison, Reason.ATTRIBUTION)
