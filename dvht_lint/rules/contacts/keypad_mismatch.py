"""The letters of a contact do not dial its digits.

Why: Where a number is given twice, in letters and in digits, one reader uses the one and another the other. If they
differ, one of the two reaches nobody.

Fails: "text “SAFELY” (723-358)", where SAFELY dials 723359; "1-800-555-HELP (4375)", where HELP dials 4357. Where the
registry knows the number, contact-drift speaks instead.

Passes: "text “BEFREE” (233733)", "1-800-799-SAFE (7233)", a keyword that is sent and not dialled ("text START to 88788").

Fix: The digits that the letters dial are put in by `--fix` where the two differ in one digit or two.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Fix, Label, Safety, TextEdit
from dvht_lint.model import ContactGroup, ContactMention, Settings
from dvht_lint.rules.base import rule
from dvht_lint.text import Prose


@rule("DV603", "keypad-mismatch", on=ContactGroup)
def check(group: ContactGroup, settings: Settings) -> Iterator[Finding]:
    """Report letters beside digits that they do not dial, where no registered contact tells which is wrong."""
    del settings
    drifted = {id(prose) for _, prose, mention in group.mentions if mention.expected}
    for path, prose, mention in group.mentions:
        if mention.letters and mention.spelled != mention.value and id(prose) not in drifted:
            yield _finding(path, prose, mention)


def _finding(path: str, prose: Prose, mention: ContactMention) -> Finding:
    length = sum(char.isdigit() for char in mention.text) or len(mention.letters)
    dialled, written = mention.spelled[-length:], mention.value[-length:]
    at = Label(path, mention.place or prose.source(mention.span), f"{mention.letters} dials {dialled}")
    wrong = sum(one != other for one, other in zip(dialled, written, strict=False))
    fix = None
    if mention.field != "letters" and len(dialled) == len(written) and wrong <= 2:
        supply = iter(dialled)
        text = "".join(next(supply) if char.isdigit() else char for char in mention.text)
        fix = Fix(f"Write {text!r}", Safety.SAFE, (TextEdit(at.span, text),))
    message = f"“{mention.letters}” dials {dialled} on a keypad, not {written}"
    return Finding(message, at=at, fix=fix, key=f"{mention.letters}|{mention.text}")
