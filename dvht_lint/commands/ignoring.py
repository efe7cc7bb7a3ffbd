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
from dvht_lint.records import record
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


@record(frozen=True, slots=True)
class _Group:
    """The findings that one comment can silence, and the block they stand in (None in a YAML file)."""

    findings: tuple[Diagnostic, ...]
    block: Block | None = None

    @property
    def names(self) -> str:
        """The rules, as a directive names them."""
        return ", ".join(dict.fromkeys(d.name for d in self.findings))


def add(opened: Opened, diagnostics: Iterable[Diagnostic]) -> Added:
    """Put suppressions into the files inside the session; nothing is written.

    The first place of every comment is tried in all files at once, so that the project is checked once; only files where
    that will not do are gone through comment by comment.
    """
    by_path: dict[str, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        if not diagnostic.code.startswith(NEVER_SILENCED):
            by_path.setdefault(diagnostic.path, []).append(diagnostic)
    added = Added()
    before = _findings(opened)
    open_files = [file for path, found in by_path.items() if (file := _File(opened, path, found, added)).is_open]
    tried = [file for file in open_files if file.put(file.groups, 0)]
    expected = before - Counter(key for file in tried for key in file.keys)
    surplus = {path for path, _ in _findings(opened) - expected}
    for file in tried:
        # A finding in a file that got no comment may be anybody's doing: then all are tried one by one.
        if file.path in surplus or not surplus <= {f.path for f in tried}:
            file.take_back()
        else:
            file.keep()
    for file in open_files:
        if not file.is_done:
            file.one_by_one()
    for path, found in by_path.items():
        left = sum((Counter((path, d.fingerprint) for d in found) & _findings(opened)).values())
        if left:
            added.left[path] = left
    return added


def _findings(opened: Opened) -> Counter[tuple[str, str]]:
    """The findings as they are now, but for reasons that are still to be filled in."""
    return Counter((d.path, d.fingerprint) for d in opened.session.diagnostics() if d.code != _WITHOUT_REASON)


class _File:
    """One file that gets suppressions."""

    def __init__(self, opened: Opened, path: str, diagnostics: Sequence[Diagnostic], added: Added) -> None:
        self.opened, self.path, self.added = opened, path, added
        self.is_done = False
        self.tried: tuple[bytes, int] | None = None
        document, data = opened.session.documents.get(path), opened.originals.get(path)
        self.is_open = (
            document is not None
            and isinstance(data, bytes)
            and bool(_style(document))
            and is_text_of(document.text, data)
        )
        groups = _groups(document, diagnostics) if document is not None and self.is_open else []
        self.groups = [group for group in groups if document is not None and _edits(document, group)]

    @property
    def keys(self) -> list[tuple[str, str]]:
        """The findings that the comments are to silence."""
        return [(self.path, d.fingerprint) for group in self.groups for d in group.findings]

    def put(self, groups: Sequence[_Group], number: int) -> bool:
        """Put a comment at the `number`-th place of each group; false, and undone, where two would meet."""
        document, data = self.opened.session.documents[self.path], self.opened.originals[self.path]
        assert isinstance(data, bytes)
        carriers = [
            replace(group.findings[0], fix=ReportedFix("", Safety.SAFE, (_edits(document, group)[number],)))
            for group in groups
        ]
        result = fixes.apply(document.text, carriers, unsafe=False)
        if not result.changed or result.skipped:
            return False
        self.opened.update(self.path, fixes.encode(result.text, data))
        self.tried = (data, len(groups))
        if any(problem.fatal for problem in self.opened.session.documents[self.path].problems):
            self.take_back()
            return False
        return True

    def keep(self) -> None:
        """Let what was put stay."""
        assert self.tried is not None
        data, number = self.tried
        after = self.opened.originals[self.path]
        assert isinstance(after, bytes)
        self.added.fixed.before.setdefault(self.path, data)
        self.added.fixed.after[self.path] = after
        self.added.fixed.count += number
        self.is_done, self.tried = True, None

    def take_back(self) -> None:
        """Undo what was put."""
        assert self.tried is not None
        self.opened.update(self.path, self.tried[0])
        self.tried = None

    def one_by_one(self) -> None:
        """Try the places of each group, the best first, until one does what it should."""
        for group in self.groups:
            self._place_one(group)

    def _place_one(self, group: _Group) -> None:
        """Earlier comments moved the group, so it is found again in the file as it is now."""
        names = {d.name for d in group.findings}
        fingerprints = {d.fingerprint for d in group.findings}
        for number in range(_LINES_UP + 2):
            document = self.opened.session.documents[self.path]
            before = _findings(self.opened)
            now = [
                d
                for d in self.opened.session.diagnostics()
                if d.path == self.path and d.fingerprint in fingerprints and d.name in names
            ]
            again = _groups(document, now)[:1]
            if not again or number >= len(_edits(document, again[0])):
                return
            if not self.put(again, number):
                continue
            gone = Counter((self.path, d.fingerprint) for d in again[0].findings)
            if not _findings(self.opened) - (before - gone):
                self.keep()
                return
            self.take_back()


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
