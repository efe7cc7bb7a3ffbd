"""A claim says that one thing causes or prevents another where its statement says less.

Why: Most studies of the field are correlational. Studies of press releases put the step from "linked to" to
"causes" at a third of all releases, and the news copies it.

Fails: "causes" for "is linked to", "is associated with" or "contributes to"; "prevents" for "reduces".

Passes: "is associated with" for "is linked to"; "leads to" for "results in"; "is linked to" for "causes", which
says less (an info).

Fix: Use the statement's verb.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding
from dvht_lint.model import Comparison, Reason, Settings
from dvht_lint.rules.base import findings_of, rule


@rule("DV409", "causal-drift", on=Comparison)
def check(comparison: Comparison, settings: Settings) -> Iterator[Finding]:
    """Report each such edit."""
    del settings
    yield from findings_of(comparison, Reason.CAUSE)
