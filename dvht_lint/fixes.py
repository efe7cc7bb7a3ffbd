"""Applying fixes: edits that do not overlap, the first wins, and not a byte else of the file changes.

Safe fixes are applied by `--fix`, unsafe ones by `--unsafe-fixes` too; a suggestion is for a person to
decide and is never applied.
"""

from __future__ import annotations

import codecs
import difflib
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from itertools import pairwise

from dvht_lint.diagnostic import Diagnostic, FixEdit, Safety
from dvht_lint.records import record
from dvht_lint.text import SourceText, Span

__all__ = ["FixResult", "apply", "diff", "encode"]


@record(frozen=True, slots=True)
class FixResult:
    """The text after the fixes, the diagnostics whose fix is in it, and those whose fix met another one's edits."""

    text: SourceText
    applied: tuple[Diagnostic, ...] = ()
    skipped: tuple[Diagnostic, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether any fix was applied."""
        return bool(self.applied)


def apply(text: SourceText, diagnostics: Iterable[Diagnostic], *, unsafe: bool) -> FixResult:
    """Apply the fixes of one file's diagnostics; those of other files are left alone.

    A fix is applied whole or not at all. Where two touch, the one that stands first in the file wins and the
    other is skipped: a second run, on the text as it then reads, decides whether it still holds.
    """
    wanted = (Safety.SAFE, Safety.UNSAFE) if unsafe else (Safety.SAFE,)
    fixable = [d for d in diagnostics if d.path == text.path and d.fix and d.fix.edits and d.fix.safety in wanted]
    torn = _torn(text, fixable)
    applied: list[Diagnostic] = []
    skipped: list[Diagnostic] = []
    taken: list[FixEdit] = []  # in the order of the file, no two of them meeting
    for diagnostic in sorted(fixable, key=_position):
        edits = _edits(diagnostic)
        fresh = [edit for edit in edits if edit not in _neighbours(taken, edit)]
        if not torn.isdisjoint(edits) or not _fit(text, edits, taken):
            skipped.append(diagnostic)
            continue
        for edit in fresh:
            insort(taken, edit, key=_span)
        applied.append(diagnostic)
    if not applied:
        return FixResult(text, (), tuple(skipped))
    return FixResult(SourceText(text.path, _edited(text.text, taken), text.bom), tuple(applied), tuple(skipped))


def diff(before: SourceText, after: SourceText, path: str) -> str:
    """What changed, as a unified diff; empty where nothing did."""
    lines = difflib.unified_diff(_lines(before.text), _lines(after.text), path, path)
    return "".join(_printed(lines))


def encode(text: SourceText, original: bytes) -> bytes:
    """The text in the encoding, and with the byte order mark, of the bytes it was read from."""
    if original.startswith(codecs.BOM_UTF16_LE):
        return codecs.BOM_UTF16_LE + text.text.encode("utf-16-le")
    if original.startswith(codecs.BOM_UTF16_BE):
        return codecs.BOM_UTF16_BE + text.text.encode("utf-16-be")
    mark = codecs.BOM_UTF8 if original.startswith(codecs.BOM_UTF8) else b""
    return mark + text.text.encode("utf-8")


def _edits(diagnostic: Diagnostic) -> tuple[FixEdit, ...]:
    assert diagnostic.fix is not None
    return tuple(sorted(set(diagnostic.fix.edits), key=_span))


def _span(edit: FixEdit) -> Span:
    return edit.span


def _position(diagnostic: Diagnostic) -> tuple[Span, str]:
    return (_edits(diagnostic)[0].span, diagnostic.code)


def _torn(text: SourceText, diagnostics: Iterable[Diagnostic]) -> set[FixEdit]:
    """The edits that would write one figure twice in a row: a torn "1 9,427" reads as two figures, each to be 19,427."""
    edits = sorted({e for d in diagnostics for e in _edits(d) if e.text[:1].isdigit() and len(e.span)}, key=_span)
    found: set[FixEdit] = set()
    for one, other in pairwise(edits):
        between = text.text[one.span.end : other.span.start]
        if (
            one.text == other.text
            and one.span.end < other.span.start <= one.span.end + 2
            and not between.strip(",. \xa0")
        ):
            found |= {one, other}
    return found


def _fit(text: SourceText, edits: tuple[FixEdit, ...], taken: list[FixEdit]) -> bool:
    """Whether the edits are inside the text and meet neither one another nor, but for equal ones, those taken."""
    if edits[-1].span.end > len(text.text) or any(_meet(one, other) for one, other in pairwise(edits)):
        return False
    return not any(other != edit and _meet(edit, other) for edit in edits for other in _neighbours(taken, edit))


def _neighbours(taken: list[FixEdit], edit: FixEdit) -> list[FixEdit]:
    """The edits of an ordered list that stand next to where this one would: no other can meet it."""
    at = bisect_left(taken, edit.span, key=_span)
    return taken[max(at - 1, 0) : at + 1]


def _meet(one: FixEdit, other: FixEdit) -> bool:
    """Whether two edits share a character, or one inserts inside or at the edge of the other.

    Two texts put in at one place have no order that anybody chose.
    """
    if len(one.span) and len(other.span):
        return one.span.overlaps(other.span)
    return one.span.start <= other.span.end and other.span.start <= one.span.end


def _edited(text: str, edits: list[FixEdit]) -> str:
    """The text with the edits made; a line break in them is the one that the file uses."""
    newline = _newline(text)
    parts, end = [], 0
    for edit in edits:
        parts += [text[end : edit.span.start], edit.text.replace("\r\n", "\n").replace("\n", newline)]
        end = edit.span.end
    return "".join([*parts, text[end:]])


def _newline(text: str) -> str:
    """The line break the file uses first."""
    at = text.find("\n")
    if at < 0:
        return "\r" if "\r" in text else "\n"
    return "\r\n" if text[at - 1 : at] == "\r" else "\n"


def _lines(text: str) -> list[str]:
    """The lines with their `\\n`: what a patch program takes for one (`str.splitlines` breaks at more)."""
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines


def _printed(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
