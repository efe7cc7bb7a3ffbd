"""A suppression does not say why.

Why: "Ignore this" without a reason cannot be reviewed, and will be copied. The reason is what the next editor needs to
know whether it still holds.

Fails: `<!-- dvht-lint: ignore[number-drift] -->`; `reason=""`.

Passes: `<!-- dvht-lint: ignore[number-drift] reason="the board asked for round figures" -->`.

Fix: Add `reason="…"`. The suppression is in force meanwhile, so that one fault is reported once.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Label
from dvht_lint.model import Document, Settings
from dvht_lint.rules.base import rule


@rule("DV902", "suppression-without-reason", on=Document)
def check(document: Document, settings: Settings) -> Iterator[Finding]:
    """Report each well-formed suppression that has no reason."""
    del settings
    for directive in document.directives:
        if directive.verb in {"ignore", "ignore-file"} and not directive.reason and not directive.problems:
            names = ", ".join(directive.arguments)
            message = f'no reason is given for ignoring {names}; expected reason="…"'
            yield Finding(message, at=Label(document.path, directive.span), key=names)
