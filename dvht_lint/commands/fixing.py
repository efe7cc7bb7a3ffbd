"""`--fix` and `--diff`: apply, read again, until nothing changes; then write every file whole or show what would change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from dvht_lint import files, fixes
from dvht_lint.commands.project import Opened
from dvht_lint.diagnostic import Diagnostic, Safety
from dvht_lint.errors import UnreadableError
from dvht_lint.reach import read_regular
from dvht_lint.text import SourceText

__all__ = ["Fixed", "by_hand", "changes", "fix", "is_text_of", "write"]

_ROUNDS = 20
"""How often fixes are applied before the run gives up: fixes that keep undoing each other."""

Findings = Callable[[], Iterable[Diagnostic]]
"""The findings as they are now, those the baseline holds left out."""


@dataclass
class Fixed:
    """What the fixes came to: the bytes of each changed file before and after, and how many findings they settled."""

    before: dict[str, bytes] = field(default_factory=dict)
    after: dict[str, bytes] = field(default_factory=dict)
    count: int = 0
    refused: list[str] = field(default_factory=list)
    """Files whose fixes would have made them unreadable; they are left as they were."""
    converged: bool = True


def fix(opened: Opened, findings: Findings, *, unsafe: bool) -> Fixed:
    """Apply the fixes of the reported files inside the session, round after round; nothing is written."""
    fixed = Fixed()
    for _ in range(_ROUNDS):
        if not _round(opened, findings(), fixed, unsafe=unsafe):
            return fixed
    fixed.converged = False
    return fixed


def _round(opened: Opened, findings: Iterable[Diagnostic], fixed: Fixed, *, unsafe: bool) -> bool:
    """One fix wherever none meets another; whether anything changed."""
    by_path: dict[str, list[Diagnostic]] = {}
    for diagnostic in findings:
        if diagnostic.fix is not None and diagnostic.path in opened.reported and diagnostic.path not in fixed.refused:
            by_path.setdefault(diagnostic.path, []).append(diagnostic)
    changed = False
    for path, diagnostics in by_path.items():
        text, data = opened.session.text(path), opened.originals.get(path)
        if not isinstance(data, bytes) or not is_text_of(text, data):
            continue
        result = fixes.apply(text, diagnostics, unsafe=unsafe)
        if result.text.text == text.text:
            continue
        after = fixes.encode(result.text, data)
        opened.update(path, after)
        if any(problem.fatal for problem in opened.session.documents[path].problems):
            opened.update(path, data)
            fixed.refused.append(path)
            continue
        fixed.before.setdefault(path, data)
        fixed.after[path] = after
        fixed.count += len(result.applied)
        changed = True
    return changed


def by_hand(opened: Opened, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings, the fixes of files that are no text (a Word document) left for a person to make."""
    texts: dict[str, bool] = {}
    for diagnostic in diagnostics:
        if diagnostic.fix is None:
            yield diagnostic
            continue
        path = diagnostic.path
        if path not in texts:
            data = opened.originals.get(path)
            texts[path] = not isinstance(data, bytes) or is_text_of(opened.session.text(path), data)
        suggestion = replace(diagnostic.fix, safety=Safety.SUGGESTION)
        yield diagnostic if texts[path] else replace(diagnostic, fix=suggestion)


def is_text_of(text: SourceText, data: bytes) -> bool:
    """Whether the text is what the file holds, character for character: of a Word document it is not."""
    try:
        return SourceText.decode(text.path, data).text == text.text
    except UnicodeDecodeError:
        return False


def write(fixed: Fixed) -> int:
    """Write what changed; returns the number of files. Raises `UnreadableError` for those that cannot be written.

    A file that somebody else changed since it was read is left alone, and counts as one of those.
    """
    failed = []
    for path, data in fixed.after.items():
        try:
            now = read_regular(path)
            if now == data:
                continue  # by another name of the same file
            if now != fixed.before[path]:
                failed.append(f"{path}: changed while it was checked; the fixes were not written")
                continue
            files.write_atomic(Path(path), data)
        except OSError as error:
            failed.append(f"{path}: cannot be written: {error.strerror or error}")
    if failed:
        raise UnreadableError("\n".join(failed))
    return len(fixed.after)


def changes(fixed: Fixed) -> str:
    """What the fixes change, as unified diffs in the order of the paths."""
    return "".join(
        fixes.diff(SourceText.decode(path, fixed.before[path]), SourceText.decode(path, fixed.after[path]), path)
        for path in sorted(fixed.after)
    )
