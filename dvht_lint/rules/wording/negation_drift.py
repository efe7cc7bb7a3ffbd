"""A claim denies what its statement says, or says what it denies.

Why: One small word turns a fact into its opposite, and it is the word that a hurried edit loses.

Fails: "Services are available" for "services are not available"; "neither … nor" for "both … and"; "failed to
report" for "reported"; "legal" for "illegal"; an opposite in the same place ("rejected" for "approved").

Passes: "don't" for "do not"; "not legal" for "illegal"; "not only … but also" for "both"; a denial of another
figure ("not in 2010" where the statement says 2012).

Fix: Restore the statement's polarity. A negation is never a matter of more or less: both directions are errors.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding
from dvht_lint.model import Comparison, Reason, Settings
from dvht_lint.rules.base import findings_of, rule


@rule("DV402", "negation-drift", on=Comparison)
def check(comparison: Comparison, settings: Settings) -> Iterator[Finding]:
    """Report each such edit."""
    del settings
    yield from findings_of(comparison, Reason.NEGATION)
