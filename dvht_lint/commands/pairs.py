"""`pairs`: which claim rests on which statement, how well it fits, and why the rest is exempt or uncited."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dvht_lint import files
from dvht_lint.commands.check import UNCHECKED
from dvht_lint.commands.project import (
    Opened,
    add_configuration_options,
    add_selection_options,
    load_config,
    open_project,
)
from dvht_lint.model import Comparison, Pair
from dvht_lint.quantities import describe
from dvht_lint.records import record
from dvht_lint.text import Place, SourceText, Span

__all__ = ["add_options", "run"]


@record(frozen=True, slots=True)
class _Paired:
    path: str
    span: Span
    pair: Pair
    comparison: Comparison | None


@record(frozen=True, slots=True)
class _Unmatched:
    path: str
    span: Span
    claim_id: str
    claim: str
    reason: str


def add_options(parser: argparse.ArgumentParser) -> None:
    """`check`'s configuration and output options."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders; '-' is stdin")
    add_configuration_options(parser)
    add_selection_options(parser)
    parser.add_argument("--output-format", choices=("full", "concise", "json"), default="full")
    parser.add_argument("-o", "--output-file", metavar="FILE", help="write the list to a file")
    parser.add_argument("--color", choices=("auto", "always", "never"), help="when to colour")
    parser.add_argument("--stdin-filename", metavar="NAME", default="", help="the name of what comes on stdin")
    parser.add_argument("-q", "--quiet", action="count", default=0, help="no receipt")
    parser.add_argument(
        "-v", "--verbose", action="count", default=0, help="print the figures of both sides and how they were bound"
    )


def run(options: argparse.Namespace) -> int:
    """Print the pairs, best first; exits 2 where an input could not be read."""
    output_format = options.output_format
    options.output_format = None
    config = load_config(options)
    opened = open_project(config, options.paths, stdin_filename=options.stdin_filename)
    paired = sorted(_paired(opened, verbose=bool(options.verbose)), key=lambda p: (-p.pair.score, p.path, p.span))
    unmatched = list(_unmatched(opened))
    if output_format == "json":
        text = _json(opened, paired, unmatched)
    else:
        text = "".join(
            _text(opened, paired, unmatched, verbose=bool(options.verbose), concise=output_format == "concise")
        )
    if options.output_file:
        files.write_atomic(Path(options.output_file), text.encode())
    else:
        sys.stdout.write(text)
    for path, problem in ((d.path, p) for d, p in opened.session.problems() if p.fatal):
        sys.stderr.write(f"dvht-lint: {path}: {problem.message}\n")
    return UNCHECKED if opened.unchecked else 0


def _paired(opened: Opened, *, verbose: bool) -> Iterator[_Paired]:
    session = opened.session
    for document, position, claim in session.claims():
        if document.path not in opened.reported:
            continue
        pair = session.pair(document, position)
        if pair is not None:
            comparison = session.comparison(document, position) if verbose else None
            yield _Paired(document.path, claim.span, pair, comparison)


def _unmatched(opened: Opened) -> Iterator[_Unmatched]:
    session = opened.session
    for document in session.ordered:
        if document.path not in opened.reported:
            continue
        rows = [
            _Unmatched(document.path, span, "", _oneline(span.cut(document.text.text)), why)
            for span, why in document.exempt
        ]
        for position, claim in enumerate(document.claims):
            if session.pair(document, position) is None:
                reason = "cell" if claim.in_table else "cited" if session.backs(claim) else "uncited"
                rows.append(_Unmatched(document.path, claim.span, claim.id, claim.prose.plain, reason))
        yield from sorted(rows, key=lambda r: r.span)


def _json(opened: Opened, paired: list[_Paired], unmatched: list[_Unmatched]) -> str:
    text = opened.session.text
    pairs = [
        {
            "path": p.path,
            **_ends(text(p.path), p.span),
            "claim_id": p.pair.claim.id,
            "claim": p.pair.claim.prose.plain,
            "statement_id": p.pair.statements[0] if p.pair.statements else p.pair.statement.id,
            "statement": p.pair.statement.prose.plain,
            "score": p.pair.score,
            "how": p.pair.how.value,
        }
        for p in paired
    ]
    rest = [
        {"path": u.path, **_ends(text(u.path), u.span), "claim_id": u.claim_id, "claim": u.claim, "reason": u.reason}
        for u in unmatched
    ]
    return json.dumps({"pairs": pairs, "unmatched": rest}, ensure_ascii=False, indent=2) + "\n"


def _ends(text: SourceText, span: Span) -> dict[str, Any]:
    return {"start": _place(text.place(span.start)), "end": _place(text.place(span.end))}


def _place(place: Place) -> dict[str, int]:
    return {"line": place.line, "column": place.column}


def _text(
    opened: Opened, paired: list[_Paired], unmatched: list[_Unmatched], *, verbose: bool, concise: bool
) -> Iterator[str]:
    text = opened.session.text
    for p in paired:
        where = text(p.path).place(p.span.start)
        ids = " + ".join(p.pair.statements or (p.pair.statement.id,))
        yield f"{p.path}:{where.line}:{where.column}: {p.pair.score:.2f} {p.pair.how} -> {ids}\n"
        if not concise:
            other = p.pair.statement
            at = text(other.document).place(other.span.start)
            yield f"    claim      {_oneline(p.pair.claim.prose.plain)}\n"
            yield f"    statement  {_oneline(other.prose.plain)} ({other.document}:{at.line})\n"
        if verbose and p.comparison is not None:
            yield from _figures(p.comparison)
    for u in unmatched:
        where = text(u.path).place(u.span.start)
        yield f"{u.path}:{where.line}:{where.column}: {u.reason}: {_oneline(u.claim)}\n"


def _figures(comparison: Comparison) -> Iterator[str]:
    """The figures of both sides, as sets with their roles, and how they were bound."""
    left, right = comparison.left.quantities, comparison.right.quantities
    for binding in comparison.bindings:
        mine = describe(left[binding.left]) if binding.left >= 0 else "(none)"
        theirs = describe(right[binding.right]) if binding.right >= 0 else "(none)"
        yield f"    figure     {mine}  <- {binding.relation} ->  {theirs}\n"
    bound = {b.left for b in comparison.bindings}
    for index, quantity in enumerate(left):
        if index not in bound:
            yield f"    figure     {describe(quantity)}  (not compared)\n"


def _oneline(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 110 else flat[:109] + "…"
