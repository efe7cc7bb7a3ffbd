"""A claim names another body, person, people or kind of thing than its statement.

Why: The figure may be right and the name wrong; readers who check the source will not find it there.

Fails: "the Justice Department funds the line" for "the Health Department funds the line"; "East Harlem" for
"West Harlem"; "nurses" for "teachers" in the same place.

Passes: a name given in part, by its initials or by an abbreviation that the document defines; "the CDC" for the
Centers for Disease Control and Prevention; a name that the claim leaves out.

Fix: Use the statement's name.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding
from dvht_lint.model import Comparison, Reason, Settings
from dvht_lint.rules.base import findings_of, rule


@rule("DV407", "entity-drift", on=Comparison)
def check(comparison: Comparison, settings: Settings) -> Iterator[Finding]:
    """Report each such edit."""
    del settings
    yield from findings_of(comparison, Reason.ENTITY)
