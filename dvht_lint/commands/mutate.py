"""`mutate`: plant drift in the user's own texts, and say what share of it is caught for the right reason."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dvht_lint.commands.check import UNCHECKED
from dvht_lint.commands.output import write_output
from dvht_lint.commands.planting import Ground, grounds
from dvht_lint.commands.project import add_configuration_options, add_selection_options, load_config, open_project
from dvht_lint.errors import UsageError
from dvht_lint.mutations import Found, Scores, Subject, Target, all_mutations, render, score
from dvht_lint.mutations.scoring import Row

__all__ = ["add_options", "run"]

_LIMIT = 50


def add_options(parser: argparse.ArgumentParser) -> None:
    """What is mutated, how much of it, and how the outcome is printed."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders; '-' is stdin")
    add_configuration_options(parser)
    add_selection_options(parser)
    parser.add_argument(
        "--limit",
        metavar="N",
        type=_number,
        default=_LIMIT,
        help=f"at most N claims, N citations and N contacts, evenly spread (default: {_LIMIT}; 0: all)",
    )
    parser.add_argument("--output-format", choices=("full", "json"), default="full")
    parser.add_argument("-o", "--output-file", metavar="FILE", help="write the outcome to a file")
    parser.add_argument("--stdin-filename", metavar="NAME", default="", help="the name of what comes on stdin")
    parser.add_argument("-q", "--quiet", action="count", default=0, help="do not say what was mutated")
    parser.add_argument("-v", "--verbose", action="count", default=0, help="list each edit that was missed or flagged")


def _number(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is no number of texts")
    return int(text)


def run(options: argparse.Namespace) -> int:
    """Print the scores; exits 2 where an input could not be read or there is no text to plant drift in."""
    target, options.output_file = options.output_file, None
    form, options.output_format = options.output_format, None
    opened = open_project(load_config(options), options.paths, stdin_filename=options.stdin_filename)
    for document, problem in opened.session.problems():
        if problem.fatal:
            sys.stderr.write(f"dvht-lint: {document.path}: {problem.message}\n")
    planted: list[Subject] = []
    flagged: list[Subject] = []
    scores = _score(grounds(opened.session, opened.reported, options.limit), planted, flagged)
    if not planted:
        why = "every claim has findings already" if flagged else "no claim here rests on a statement"
        raise UsageError(f"nothing to plant drift in: {why}")
    text = _json(scores, planted) if form == "json" else render(scores, verbose=bool(options.verbose))
    if target:
        write_output(target, text.encode())
    else:
        sys.stdout.write(text)
    if not options.quiet:
        left = f"; left out {len(flagged)} with findings as they are" if flagged else ""
        sys.stderr.write(f"planted in {_counted(planted)}{left}\n")
    return UNCHECKED if opened.unchecked else 0


def _score(ground: Iterable[Ground], planted: list[Subject], flagged: list[Subject]) -> Scores:
    """The scores over all texts; each text's session stands only while it is scored. What has findings is left out."""
    current: list[Ground] = []

    def subjects() -> Iterator[Subject]:
        for one in ground:
            if one.flagged:
                flagged.append(one.subject)
                continue
            current[:] = [one]
            planted.append(one.subject)
            yield one.subject

    def check(subject: Subject, text: str) -> Sequence[Found]:
        del subject
        return current[0].found(text)

    return score(subjects(), check, all_mutations())


def _json(scores: Scores, planted: Sequence[Subject]) -> str:
    """`{"share", "flagged", "harmless", "planted_in", "mutations": [{"name", "expected", "planted", "right", …}]}`."""
    flagged, harmless = scores.flagged()
    counts = Counter(subject.target for subject in planted)
    value = {
        "version": 1,
        "share": round(scores.share(), 4),
        "flagged": flagged,
        "harmless": harmless,
        "planted_in": {f"{target}s": counts[target] for target in Target},
        "mutations": [_row(row) for row in scores.rows],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _row(row: Row) -> dict[str, Any]:
    misses = [*row.other, *(row.silent if row.mutation.is_drift else ())]
    return {
        "name": row.mutation.name,
        "summary": row.mutation.summary,
        "kind": "drift" if row.mutation.is_drift else "harmless",
        "expected": list(row.mutation.expected),
        "planted": row.planted,
        "right": len(row.right),
        "other": len(row.other),
        "silent": len(row.silent),
        "misses": [
            {"at": t.subject, "before": t.before, "after": t.after, "told": sorted(set(t.codes))} for t in misses
        ],
    }


def _counted(planted: Sequence[Subject]) -> str:
    counts = Counter(subject.target for subject in planted)
    names = {Target.CLAIM: "paired claim", Target.SOURCE: "citation", Target.CONTACT: "contact text"}
    return ", ".join(f"{counts[t]} {name}{'s' * (counts[t] != 1)}" for t, name in names.items() if counts[t])
