"""The baseline: findings that are known and wait, so that only new ones fail a run.

An entry is keyed on the fingerprint of its finding (the rule and the texts it speaks of, never a line number), with how
many findings have it. It lapses when a text changes; what is left of it is reported (DV905), so that it cannot hide the
same fault later. What else an entry holds is for people.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dvht_lint import files
from dvht_lint.commands.output import write_output
from dvht_lint.commands.project import Opened
from dvht_lint.commands.reporting import Judged
from dvht_lint.diagnostic import Diagnostic
from dvht_lint.errors import ConfigurationError, UsageError
from dvht_lint.model import Problem, StaleEntry
from dvht_lint.reach import LARGEST_RECORD
from dvht_lint.readers.json_nodes import parse_json
from dvht_lint.readers.nodes import Mapping, Node, Scalar, Sequence
from dvht_lint.records import record
from dvht_lint.session import Session
from dvht_lint.session.placing import Context, place_finding
from dvht_lint.suppress import NEVER_SILENCED
from dvht_lint.text import SourceText, Span

__all__ = ["Baseline", "Entry", "apply", "parse", "read", "write"]

VERSION = 1
_STALE = "DV905"
_NOWHERE = Span(0, 0)


@record(frozen=True, slots=True)
class Entry:
    """Findings that are known: `file` is relative to the baseline's folder, `span` where the entry stands in it."""

    fingerprint: str
    count: int
    code: str
    name: str
    file: str
    message: str = ""
    claim: str = ""
    statement: str = ""
    span: Span = _NOWHERE


@record(frozen=True, slots=True)
class Baseline:
    """A baseline as read; `path` is as shown to the user."""

    path: str
    text: SourceText
    entries: tuple[Entry, ...] = ()


# --- reading --------------------------------------------------------------------------------------


def read(path: str) -> Baseline:
    """Read a baseline file. Raises `ConfigurationError` with the place where it cannot be used."""
    shown = files.shown(Path(path))
    data = files.read_bytes(path, LARGEST_RECORD)
    if isinstance(data, Problem):
        hint = "" if Path(path).exists() else "; write one with --write-baseline FILE"
        raise ConfigurationError(f"the baseline {data.message}{hint}", shown)
    return parse(shown, data)


def parse(shown: str, data: bytes) -> Baseline:
    """A baseline from its bytes; raises as `read` does."""
    try:
        text = SourceText.decode(shown, data)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigurationError("the baseline is not UTF-8 text", shown, line, 1) from None
    parsed = parse_json(text.text)
    if parsed.problems:
        problem = parsed.problems[0]
        raise _error(text, f"the baseline cannot be read: {problem.message}", problem.span.start)
    return Baseline(shown, text, tuple(_entries(text, parsed.root)))


def _entries(text: SourceText, root: Node | None) -> Iterator[Entry]:
    start = root.start if root is not None else 0
    version = _value(root, "version")
    if version is None:
        raise _error(text, "not a baseline: it has no version; write one with --write-baseline FILE", start)
    if version != VERSION:
        raise _error(text, f"the baseline has version {version!r}; this program reads version {VERSION}", start)
    findings = root.entries.get("findings") if isinstance(root, Mapping) else None
    if findings is None or not isinstance(findings.value, Sequence):
        raise _error(text, "not a baseline: expected a list of findings", start)
    for item in findings.value.items:
        yield _entry(text, item)


def _entry(text: SourceText, node: Node) -> Entry:
    values = {name: _value(node, name) for name in ("fingerprint", "code", "name", "path", "message")}
    fingerprint, count = values["fingerprint"], _value(node, "count")
    if not isinstance(node, Mapping) or not isinstance(fingerprint, str) or not fingerprint:
        raise _error(text, "a finding of the baseline has no fingerprint", node.start)
    if not isinstance(count, int) or isinstance(count, bool) or count < 1:
        raise _error(text, "count: expected a whole number from 1", node.start)
    span = node.entries["fingerprint"].span
    code, name, file, message = (str(values[key] or "") for key in ("code", "name", "path", "message"))
    claim, statement = (str(_value(node, key) or "") for key in ("claim", "statement"))
    return Entry(fingerprint, count, code, name, file, message, claim, statement, span)


def _value(node: Node | None, name: str) -> Any:
    entry = node.entries.get(name) if isinstance(node, Mapping) else None
    return entry.value.value if entry is not None and isinstance(entry.value, Scalar) else None


def _error(text: SourceText, message: str, offset: int) -> ConfigurationError:
    place = text.place(offset)
    return ConfigurationError(message, text.path, place.line, place.column)


# --- applying ---------------------------------------------------------------------------------------


def apply(baseline: Baseline, opened: Opened) -> Judged:
    """Take out the findings that the baseline holds, the first ones where it counts fewer, and add what is stale."""
    session = opened.session
    left = Counter[str]()
    for entry in baseline.entries:
        left[entry.fingerprint] += entry.count
    held: set[int] = set()
    for diagnostic in session.diagnostics():
        if can_hold(diagnostic) and left[diagnostic.fingerprint] > 0:
            left[diagnostic.fingerprint] -= 1
            held.add(id(diagnostic))
    reported = opened.diagnostics()
    stale = _stale(baseline, session, left)
    kept = sorted([*(d for d in reported if id(d) not in held), *stale], key=Diagnostic.sort_key)
    baselined = tuple(d for d in reported if id(d) in held)
    return Judged(tuple(kept), baselined, {baseline.path: baseline.text})


def can_hold(diagnostic: Diagnostic) -> bool:
    """Whether a baseline may hold a finding: not what makes a run blind, nor what is wrong with a directive."""
    return not diagnostic.code.startswith(NEVER_SILENCED)


def _stale(baseline: Baseline, session: Session, left: Counter[str]) -> Iterator[Diagnostic]:
    rule = next((r for r in session.selection.rules if r.code == _STALE), None)
    if rule is None:
        return
    for entry in reversed(baseline.entries):
        spare = min(left[entry.fingerprint], entry.count)
        if not spare or not _was_judged(entry, baseline.path, session):
            continue
        left[entry.fingerprint] -= spare
        text = entry.claim or entry.message
        found = entry.count - spare
        value = StaleEntry(
            baseline.path, entry.span, entry.name, entry.file, text, entry.count, found, entry.fingerprint
        )
        for finding in rule.check(value, session.settings):
            yield place_finding(rule, finding, Context(), lambda _: baseline.text, session.selection)


def _was_judged(entry: Entry, baseline_path: str, session: Session) -> bool:
    """Whether the run would have found what an entry holds: its rule ran, and its file was read or is gone."""
    selection = session.selection
    if not any(r.code == entry.code for r in selection.rules) and any(r.code == entry.code for r in session.rules):
        return False
    path = Path(baseline_path).absolute().parent / entry.file
    shown = files.shown(path)
    if selection.silences(entry.code, shown):
        return False
    document = session.documents.get(shown)
    if document is None:
        return not path.exists()
    return not any(p.fatal for p in document.problems)


# --- writing ----------------------------------------------------------------------------------------


def write(path: Path, opened: Opened) -> int:
    """Write every finding of a run as the baseline; returns how many findings it holds.

    What an older baseline at that path holds of files and rules that took no part in the run stays. Raises
    `UsageError` where an input could not be checked, and `ConfigurationError` where the older one is broken.
    """
    session = opened.session
    if opened.unchecked or session.crashed:
        names = ", ".join(opened.unchecked[:3]) or "a rule crashed"
        raise UsageError(f"no baseline was written, because not everything could be checked: {names}")
    folder = path.absolute().parent
    found = Counter(d.fingerprint for d in opened.diagnostics() if can_hold(d))
    entries = {
        d.fingerprint: _made(d, found[d.fingerprint], folder)
        for d in reversed(opened.diagnostics())
        if d.fingerprint in found and can_hold(d)
    }
    for entry in _others(path, opened):
        entries.setdefault(entry.fingerprint, entry)
    write_output(str(path), _encoded(entries.values()))
    return sum(entry.count for entry in entries.values())


def _others(path: Path, opened: Opened) -> Iterator[Entry]:
    """The entries of the older baseline that this run says nothing about."""
    if not path.exists():
        return
    older = read(str(path))
    for entry in older.entries:
        shown = files.shown(path.absolute().parent / entry.file)
        reported = shown in opened.reported or shown not in opened.session.documents
        if not (_was_judged(entry, older.path, opened.session) and reported):
            yield entry


def _made(diagnostic: Diagnostic, count: int, folder: Path) -> Entry:
    claim = diagnostic.claim.text if diagnostic.claim else ""
    statement = diagnostic.statement.text if diagnostic.statement else ""
    file = Path(os.path.relpath(Path(diagnostic.path).absolute(), folder)).as_posix()
    return Entry(
        diagnostic.fingerprint, count, diagnostic.code, diagnostic.name, file, diagnostic.message, claim, statement
    )


def _encoded(entries: Iterable[Entry]) -> bytes:
    """The file: a finding an object, in an order that no move of a line changes."""
    ordered = sorted(entries, key=lambda e: (e.file, e.code, e.claim, e.message, e.fingerprint))
    content = {"version": VERSION, "findings": [_object(entry) for entry in ordered]}
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "surrogatepass")


def _object(entry: Entry) -> dict[str, Any]:
    fields = {
        "fingerprint": entry.fingerprint,
        "count": entry.count,
        "code": entry.code,
        "name": entry.name,
        "path": entry.file,
        "message": entry.message,
        "claim": entry.claim,
        "statement": entry.statement,
    }
    return {name: value for name, value in fields.items() if value != ""}
