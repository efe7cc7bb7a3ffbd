"""Reports show what strangers wrote: nothing in it may steer what reads the report.

A terminal obeys control characters, a reader's eye the marks that turn text round, a CI runner a line that begins like
one of its commands.
"""

from __future__ import annotations

import re

__all__ = ["guarded"]

_DATA = frozenset({"json", "json-lines", "gitlab", "sarif", "rdjson"})
_TERMINAL = frozenset({"full", "concise", "grouped"})
# The C1 controls, the marks and overrides of direction, the separators of lines, and bytes that are no UTF-8.
_STEERING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_HIDDEN = "\u200b"
# `::name::` at the start of a line is a command to GitHub's runner, `##[name]` and `##vso[name]` anywhere are to it and others.
_COMMAND = re.compile(r"^([ \t]*)::", re.MULTILINE)
_OLD_COMMAND = re.compile(r"##(?=[a-z]{0,20}\[)")


def guarded(form: str, text: str) -> str:
    """The text of a report in a form, with what could steer its reader made harmless; data keep every character, escaped."""
    if form in _DATA:
        return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    text = _STEERING.sub("\ufffd", text)
    if form in _TERMINAL:
        text = _COMMAND.sub(lambda found: f"{found[1]}{_HIDDEN}::" if found[1] else "./::", text)
    else:
        text = _CONTROL.sub("\ufffd", text)
    return _OLD_COMMAND.sub("# #", text) if form in _TERMINAL or form == "github" else text
