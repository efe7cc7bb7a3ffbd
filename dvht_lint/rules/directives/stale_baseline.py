"""An entry of the baseline silences nothing any more.

Why: A baseline holds what was wrong when the checks began. When the claim or its statement is edited, the entry no longer
speaks of a text that anybody publishes; left where it is, it would hide the same fault if it came back.

Fails: an entry for "In 2011 the line answered 9,241 calls" after that figure was corrected; an entry that counts two findings
where one is left.

Passes: an entry whose findings are all still there, or whose document or rule took no part in the run.

Fix: Write the baseline again with `--write-baseline FILE`, or delete the entry.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Label
from dvht_lint.model import Settings, StaleEntry
from dvht_lint.rules.base import rule

_LONGEST = 80


@rule("DV905", "stale-baseline", on=StaleEntry)
def check(entry: StaleEntry, settings: Settings) -> Iterator[Finding]:
    """Report an entry that counts more findings than there are."""
    del settings
    text = entry.text if len(entry.text) <= _LONGEST else entry.text[: _LONGEST - 1] + "…"
    about = f"{entry.rule} in {entry.file}" + (f": {text!r}" if text else "")
    if not entry.found:
        message = f"this entry of the baseline silences nothing any more ({about})"
    else:
        left = "1 is left" if entry.found == 1 else f"{entry.found} are left"
        message = f"this entry of the baseline counts {entry.count} findings, {left} ({about})"
    yield Finding(message, at=Label(entry.path, entry.span), key=entry.fingerprint)
