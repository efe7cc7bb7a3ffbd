"""Comments that speak to the program: suppressions with a reason, and the statement that a block restates.

    <!-- dvht-lint: ignore[number-drift, DV503] reason="rounded on purpose" until=2027-01-31 -->
    <!-- dvht-lint: ignore-file[DV302] reason="a list of links" -->
    <!-- dvht-lint: statement=hotline-2011 -->

In a YAML file they are `#` comments. `ignore` and `statement` speak for the next block (in YAML, the entry before or
beside which they stand), `ignore-file` for the file. Codes, prefixes and names of rules are accepted.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from dvht_lint.diagnostic import Diagnostic
from dvht_lint.model import Block, BlockKind, Comment, Directive, Document, Leftover, Problem
from dvht_lint.text import Span

__all__ = ["NEVER_SILENCED", "Leftover", "Outcome", "apply", "read_directives"]

_EXPECTED = 'expected ignore[RULE, …] reason="…", ignore-file[RULE, …] reason="…" or statement=ID'
_VERBS = ("ignore", "ignore-file", "statement")
_OPTIONS = ("reason", "until")
NEVER_SILENCED = ("DV9", "DV001", "DV002", "DV007", "DV099")
"""What neither a comment nor a baseline can silence: findings on comments, and what makes a run blind."""

Expand = Callable[[str], frozenset[str]]
"""The codes that a code, a prefix or a name stands for; none where it stands for no rule."""


class Outcome(NamedTuple):
    """Diagnostics after suppression; `unused` are directives with the indices of arguments that silenced nothing."""

    kept: tuple[Diagnostic, ...]
    suppressed: tuple[Diagnostic, ...] = ()
    unused: tuple[tuple[Directive, tuple[int, ...]], ...] = ()


def read_directives(document: Document) -> tuple[Directive, ...]:
    """The directives among a document's comments, in order. One that is malformed carries a problem each fault."""
    found: list[Directive] = []
    starts = [block.span.start for block in document.blocks]
    for comment in document.comments:
        ours = _ours().match(comment.text)
        if ours:
            found.append(_read(comment, ours.end(), _Placing(document, comment), _covers(document, comment, starts)))
    return tuple(found)


def apply(diagnostics: Iterable[Diagnostic], directives: Sequence[Directive], expand: Expand, as_of: date) -> Outcome:
    """Take out what the directives of one file silence; `diagnostics` are those of that file.

    A directive with a problem, or whose date has passed, silences nothing. One without a reason does, and is
    reported by a rule of its own (DV902).
    """
    in_force = [d for d in directives if d.verb != "statement" and not d.problems and not _expired(d, as_of)]
    if not in_force:
        return Outcome(tuple(diagnostics))
    active = _Active(in_force, expand)
    used: set[tuple[int, int]] = set()
    kept: list[Diagnostic] = []
    suppressed: list[Diagnostic] = []
    for diagnostic in diagnostics:
        by = [] if diagnostic.code.startswith(NEVER_SILENCED) else list(active.silencing(diagnostic))
        used.update(by)
        (suppressed if by else kept).append(diagnostic)
    unused = tuple(
        (directive, idle)
        for position, directive in enumerate(active.directives)
        if (idle := tuple(i for i, known in enumerate(active.codes[position]) if known and (position, i) not in used))
    )
    return Outcome(tuple(kept), tuple(suppressed), unused)


class _Active:
    """The directives in force, so arranged that those which speak for a place are found without asking them all."""

    def __init__(self, directives: Sequence[Directive], expand: Expand) -> None:
        self.directives = sorted(directives, key=lambda d: (d.verb == "ignore-file", d.covers))
        self.codes = [[expand(argument) for argument in d.arguments] for d in self.directives]
        self._whole = sum(d.verb != "ignore-file" for d in self.directives)
        self._starts = [d.covers.start for d in self.directives[: self._whole]]
        self._reach = list(accumulate((d.covers.end for d in self.directives[: self._whole]), max))

    def silencing(self, diagnostic: Diagnostic) -> Iterator[tuple[int, int]]:
        """The arguments that silence a diagnostic: the positions of directive and argument."""
        span = diagnostic.span
        near = range(bisect_left(self._reach, span.start), bisect_right(self._starts, span.end))
        inside = (i for i in near if _speaks_for(self.directives[i], span))
        for position in (*inside, *range(self._whole, len(self.directives))):
            for index, known in enumerate(self.codes[position]):
                if diagnostic.code in known:
                    yield position, index


def _speaks_for(directive: Directive, span: Span) -> bool:
    return directive.covers.overlaps(span) or directive.covers.contains(span)


def _expired(directive: Directive, as_of: date) -> bool:
    return directive.until is not None and directive.until < as_of


class _Placing:
    """Leads from offsets of a comment's text to spans of the file."""

    def __init__(self, document: Document, comment: Comment) -> None:
        self._span = comment.span
        self._base = document.text.text.find(comment.text, comment.span.start, comment.span.end)

    def __call__(self, start: int, end: int) -> Span:
        return Span(self._base + start, self._base + end) if self._base >= 0 else self._span


def _covers(document: Document, comment: Comment, starts: Sequence[int]) -> Span:
    """The block that a comment stands in or before; in a corpus file, the entry that the reader says."""
    if comment.covers is not None:
        return comment.covers
    index = bisect_left(starts, comment.span.start)
    if index and document.blocks[index - 1].span.end >= comment.span.end:
        return document.blocks[index - 1].span
    if index < len(starts):
        return Span(starts[index], _last(document.blocks, index).span.end)
    return Span(comment.span.end, comment.span.end)


def _last(blocks: Sequence[Block], index: int) -> Block:
    """The last block that a comment before block `index` speaks for: a table's last cell, an item's last paragraph."""
    first = blocks[index]
    kinds = {BlockKind.CELL: BlockKind.CELL, BlockKind.ITEM: BlockKind.PARAGRAPH}
    while index + 1 < len(blocks) and first.group and blocks[index + 1].group == first.group:
        if blocks[index + 1].kind is not kinds.get(first.kind):
            break
        index += 1
    return blocks[index]


def _read(comment: Comment, at: int, place: _Placing, covers: Span) -> Directive:
    text = comment.text
    ours = place(0, len(text))
    found = _verb().match(text, at)
    if not found or found["verb"] not in _VERBS:
        written = found["verb"] if found else text[at:].strip()
        where = place(*found.span("verb")) if found else ours
        message = f"unknown directive {written!r}{_near(written, _VERBS)} {_EXPECTED}"
        return Directive("", (), comment.span, covers, problems=(Problem("DV904", message, where),))
    verb = found["verb"]
    if verb == "statement":
        return _naming(found, comment, place, covers)
    problems: list[Problem] = []
    rules = _arguments(found, place)
    if not rules:
        problems.append(Problem("DV904", f'{verb} names no rule; expected {verb}[RULE, …] reason="…"', ours))
    options = _options(text, found.end(), place, problems) if rules else {}
    return Directive(
        verb,
        tuple(name for name, _ in rules),
        comment.span,
        covers,
        reason=options["reason"][0].strip() if "reason" in options else "",
        until=_until(options, problems),
        argument_spans=tuple(span for _, span in rules),
        problems=tuple(problems),
    )


def _naming(found: re.Match[str], comment: Comment, place: _Placing, covers: Span) -> Directive:
    """`statement=ID`."""
    if found["id"]:
        return Directive("statement", (found["id"],), comment.span, covers, argument_spans=(place(*found.span("id")),))
    problem = Problem("DV904", "the directive names no statement; expected statement=ID", place(0, len(comment.text)))
    return Directive("statement", (), comment.span, covers, problems=(problem,))


def _until(options: Mapping[str, tuple[str, Span]], problems: list[Problem]) -> date | None:
    if "until" not in options:
        return None
    written, where = options["until"]
    try:
        return date.fromisoformat(written)
    except ValueError:
        problems.append(Problem("DV903", f"{written!r} is not a date; expected until=YYYY-MM-DD", where))
        return None


def _arguments(found: re.Match[str], place: _Placing) -> list[tuple[str, Span]]:
    """The rules in the brackets, each with its place."""
    if found["rules"] is None:
        return []
    base = found.start("rules")
    return [(m[0], place(base + m.start(), base + m.end())) for m in re.finditer(r"[^\s,]+", found["rules"])]


def _options(text: str, at: int, place: _Placing, problems: list[Problem]) -> dict[str, tuple[str, Span]]:
    """`reason` and `until` as written, each with its place; anything else is a problem."""
    options: dict[str, tuple[str, Span]] = {}
    end = len(text.rstrip())
    while at < end:
        found = _option().match(text, at)
        if not found:
            problems.append(
                Problem(
                    "DV904", f'cannot read {text[at:end]!r}; expected reason="…" or until=YYYY-MM-DD', place(at, end)
                )
            )
            break
        key = found["key"]
        value = next(v for v in found.group("a", "b", "c", "d") if v is not None)
        where = place(found.start(), found.start() + len(found[0].rstrip(" ,\n")))
        if key not in _OPTIONS:
            problems.append(
                Problem("DV904", f"unknown key {key!r}{_near(key, _OPTIONS)} expected reason or until", where)
            )
        elif key in options:
            problems.append(Problem("DV904", f"{key} is given twice", where))
        else:
            options[key] = (value, where)
        at = found.end()
    return options


def _near(written: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(written.lower(), known, n=1, cutoff=0.6)
    return f"; did you mean {near[0]!r}?" if near else ";"


@cache
def _ours() -> re.Pattern[str]:
    return re.compile(r"\s*dvht-lint\s*(?::|(?=(?:ignore|statement)\b))\s*", re.IGNORECASE)


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(r"(?P<verb>[A-Za-z][\w-]*)\s*(?:\[(?P<rules>[^\[\]]*)\]|=\s*(?P<id>[^\s\"']+))?\s*")


@cache
def _option() -> re.Pattern[str]:
    return re.compile(
        r"(?P<key>[A-Za-z][\w-]*)\s*=\s*(?:\"(?P<a>[^\"]*)\"|“(?P<b>[^”]*)”|'(?P<c>[^']*)'|(?P<d>[^\s\"'“]+))\s*,?\s*"
    )
