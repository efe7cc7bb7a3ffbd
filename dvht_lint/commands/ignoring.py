"""`--add-ignores`: a suppression for every finding, its reason to be filled in by whoever decides to keep it.

Where a comment may stand without changing how a file is read (between two items it would part a list) no grammar
tells for sure. So each place is tried: the file is read again with the comment in it, and the comment stays only if
its findings are silenced and nothing else changed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from dvht_lint import fixes
from dvht_lint.commands.fixing import Fixed, is_text_of
from dvht_lint.commands.project import Opened
from dvht_lint.diagnostic import Diagnostic, FixEdit, ReportedFix, Safety
from dvht_lint.model import Block, BlockKind, Document
from dvht_lint.suppress import NEVER_SILENCED
from dvht_lint.text import SourceText, Span

__all__ = ["Added", "add"]

_WITHOUT_REASON = "DV902"
_OWN_LINE = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTE})
_LINES_UP = 8
"""How many lines above a finding of a YAML file are tried: the key of a folded text stands a few lines up."""


@dataclass
class Added:
    """What was written, with the number of suppressions as its count; and how many findings of a file have none."""

    fixed: Fixed = field(default_factory=Fixed)
    left: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Group:
    """The findings that one comment can silence, and the block they stand in (None in a YAML file)."""

    findings: tuple[Diagnostic, ...]
    block: Block | None = None

    @property
    def names(self) -> str:
        """The rules, as a directive names them."""
        return ", ".join(dict.fromkeys(d.name for d in self.findings))


def add(opened: Opened, diagnostics: Iterable[Diagnostic]) -> Added:
    """Put suppressions into the files inside the session; nothing is written."""
    added = Added()
    by_path: dict[str, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        if not diagnostic.code.startswith(NEVER_SILENCED):
            by_path.setdefault(diagnostic.path, []).append(diagnostic)
    for path, found in by_path.items():
        _File(opened, path, added).add(found)
    return added


class _File:
    """One file that gets suppressions."""

    def __init__(self, opened: Opened, path: str, added: Added) -> None:
        self.opened, self.path, self.added = opened, path, added
        self.before = Counter(d.fingerprint for d in opened.session.diagnostics())

    def add(self, diagnostics: Sequence[Diagnostic]) -> None:
        """All at once where the first place of each will do; the rest one after the other."""
        document = self.opened.session.documents.get(self.path)
        data = self.opened.originals.get(self.path)
        if (
            document is None
            or not isinstance(data, bytes)
            or not _style(document)
            or not is_text_of(document.text, data)
        ):
            self.added.left[self.path] = len(diagnostics)
            return
        groups = _groups(document, diagnostics)
        if not self._place([group for group in groups if _edits(document, group)], 0):
            for group in groups:
                self._place_one(group)
        remaining = self._remaining(diagnostics)
        if remaining:
            self.added.left[self.path] = remaining

    def _place_one(self, group: _Group) -> None:
        """Try the places of one group. Earlier comments moved it, so it is found again in the file as it is now."""
        wanted = Counter(d.fingerprint for d in group.findings)
        for number in range(_LINES_UP + 2):
            document = self.opened.session.documents[self.path]
            now = [d for d in self.opened.session.diagnostics() if d.path == self.path and wanted[d.fingerprint]]
            again = [
                g for g in _groups(document, now) if {d.name for d in g.findings} & {d.name for d in group.findings}
            ]
            if not again or number >= len(_edits(document, again[0])) or self._place(again[:1], number):
                return

    def _place(self, groups: Sequence[_Group], number: int) -> bool:
        """Put a comment at the `number`-th place of each group; undone, and false, unless it did what it should."""
        document, data = self.opened.session.documents[self.path], self.opened.originals[self.path]
        assert isinstance(data, bytes)
        edits = [_edits(document, group)[number] for group in groups]
        carriers = [
            replace(group.findings[0], fix=ReportedFix("", Safety.SAFE, (edit,)))
            for group, edit in zip(groups, edits, strict=True)
        ]
        result = fixes.apply(document.text, carriers, unsafe=False)
        if not result.changed:
            return False
        after = fixes.encode(result.text, data)
        self.opened.update(self.path, after)
        if result.skipped or not self._did(groups):
            self.opened.update(self.path, data)
            return False
        self.added.fixed.before.setdefault(self.path, data)
        self.added.fixed.after[self.path] = after
        self.added.fixed.count += len(groups)
        return True

    def _did(self, groups: Sequence[_Group]) -> bool:
        """Whether the findings of the groups are gone, and no other has come."""
        if any(problem.fatal for problem in self.opened.session.documents[self.path].problems):
            return False
        now = Counter(d.fingerprint for d in self.opened.session.diagnostics() if d.code != _WITHOUT_REASON)
        gone = Counter(d.fingerprint for group in groups for d in group.findings)
        expected = self.before - gone
        if any(number > expected[name] for name, number in now.items()):
            return False
        self.before = now
        return True

    def _remaining(self, diagnostics: Iterable[Diagnostic]) -> int:
        now = Counter(d.fingerprint for d in self.opened.session.diagnostics() if d.path == self.path)
        return sum(1 for d in diagnostics if now[d.fingerprint])


# --- places -----------------------------------------------------------------------------------------


def _style(document: Document) -> str:
    """How the file writes a comment, with a place for what it says; empty where it can hold none."""
    if document.path.lower().endswith((".yaml", ".yml")):
        return "# {}"
    return "<!-- {} -->" if document.format in {"markdown", "plain", "html"} else ""


def _groups(document: Document, diagnostics: Iterable[Diagnostic]) -> list[_Group]:
    """The findings by the block they stand in; in a YAML file by their line."""
    found: dict[int, list[Diagnostic]] = {}
    starts = [block.span.start for block in document.blocks]
    for diagnostic in diagnostics:
        if document.blocks:
            index = bisect_right(starts, diagnostic.span.start) - 1
            if index >= 0 and document.blocks[index].span.end >= diagnostic.span.start:
                found.setdefault(index, []).append(diagnostic)
        else:
            found.setdefault(diagnostic.region.start.line, []).append(diagnostic)
    return [
        _Group(tuple(group), document.blocks[key] if document.blocks else None) for key, group in sorted(found.items())
    ]


def _edits(document: Document, group: _Group) -> list[FixEdit]:
    """Where a comment for the group may stand, the best place first."""
    comment = _style(document).format(f'dvht-lint: ignore[{group.names}] reason=""')
    places = _block_places(document, group.block, comment) if group.block else _line_places(document, group, comment)
    text = document.text
    return [FixEdit(text.place(at), text.place(at), written, Span(at, at)) for at, written in places]


def _block_places(document: Document, block: Block, comment: str) -> Iterator[tuple[int, str]]:
    """On a line of its own above the block; else, as in a list or a table, behind its words or before them."""
    text = document.text.text
    start, indent = _line_start(document.text, block.span.start)
    alone = not text[start : block.span.start].strip()
    is_page = document.format == "html"
    if alone and (block.kind in _OWN_LINE or is_page):
        yield start, f"{indent}{comment}\n"
    if is_page:
        yield block.span.start, comment
    end = block.span.start + len(block.span.cut(text).rstrip())
    yield end, f" {comment}"
    yield block.span.start, f"{comment} "


def _line_places(document: Document, group: _Group, comment: str) -> Iterator[tuple[int, str]]:
    """Above the line of the finding, or of the key whose text it stands in: the first that is no part of a text."""
    line = group.findings[0].region.start.line
    for number in range(line, max(line - _LINES_UP, 0), -1):
        offset = document.text.offset(replace(group.findings[0].region.start, line=number, column=1))
        start, indent = _line_start(document.text, offset)
        yield start, f"{indent}{comment}\n"


def _line_start(text: SourceText, offset: int) -> tuple[int, str]:
    """Where the line of an offset starts, and the white space it starts with."""
    place = text.place(offset)
    start = offset - place.column + 1
    line = text.line(place.line)
    return start, line[: len(line) - len(line.lstrip())]
