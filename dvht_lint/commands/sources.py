"""`sources`: the works behind all citations, how old they are, what rests on each, where each is cited and how."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from dvht_lint import files
from dvht_lint.commands.check import UNCHECKED
from dvht_lint.commands.project import add_configuration_options, add_selection_options, load_config, open_project
from dvht_lint.comparison.works.clustering import with_dependents
from dvht_lint.model import Source, Statement, Work
from dvht_lint.rules.source_fields import last_known_day
from dvht_lint.text import SourceText, Span

__all__ = ["add_options", "age_in_years", "as_apa", "as_csl", "as_json", "as_table", "best_citation", "run"]

TextOf = Callable[[str], SourceText]
"""From a path to the text of the file, for lines and columns."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """`check`'s configuration options, and the forms of the list."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders; '-' is stdin")
    add_configuration_options(parser)
    add_selection_options(parser)
    parser.add_argument(
        "--output-format",
        choices=("full", "concise", "json", "csl", "apa"),
        default="full",
        help="a table with (full) or without (concise) the places, JSON, CSL-JSON, or APA lines",
    )
    parser.add_argument("-o", "--output-file", metavar="FILE", help="write the list to a file")
    parser.add_argument("--stdin-filename", metavar="NAME", default="", help="the name of what comes on stdin")
    parser.add_argument("-q", "--quiet", action="count", default=0, help="no summary")


def run(options: argparse.Namespace) -> int:
    """Print the works that the given files cite; exits 2 where an input could not be read."""
    form = options.output_format
    options.output_format = None
    config = load_config(options)
    opened = open_project(config, options.paths, stdin_filename=options.stdin_filename)
    session = opened.session
    works = with_dependents(session.works(), session.ordered)
    works = tuple(w for w in works if any(s.document in opened.reported for s in w.sources))
    as_of = session.settings.as_of
    if form == "json":
        text = as_json(works, session.text, as_of)
    elif form == "csl":
        text = as_csl(works)
    elif form == "apa":
        text = as_apa(works)
    else:
        text = "".join(as_table(works, session.text, as_of, places=form == "full"))
    if options.output_file:
        files.write_atomic(Path(options.output_file), text.encode())
    else:
        sys.stdout.write(text)
    if not options.quiet:
        sys.stderr.write(_summary(works))
    for path, problem in ((d.path, p) for d, p in session.problems() if p.fatal):
        sys.stderr.write(f"dvht-lint: {path}: {problem.message}\n")
    return UNCHECKED if opened.unchecked else 0


def as_table(works: Sequence[Work], text_of: TextOf, as_of: date, *, places: bool = True) -> Iterator[str]:
    """The works as a table, the most relied-on first; `places` adds every citation and statement of each."""
    yield f"{'AGE':>5}  {'USED':>4}  {'CITED':>5}  WORK\n"
    for work in _ordered(works):
        years = age_in_years(work, as_of)
        age = "?" if years is None else f"{years} y"
        yield f"{age:>5}  {len(work.statements):>4}  {len(work.sources):>5}  {_title(work)}\n"
        if places:
            yield from _places(work, text_of)


def _places(work: Work, text_of: TextOf) -> Iterator[str]:
    for index, source in enumerate(work.sources):
        differing = work.deviations.get(index, ())
        told = "; ".join(f"{name} {source.shown(name)}, elsewhere {work.drifted[name]}" for name in differing)
        note = f"  ({told})" if told else ""
        name = f"{source.id}: " if source.explicit_id else ""
        yield f"{'':>20}cited   {_at(text_of, source.document, source.span)}  {name}{_short(source.text)}{note}\n"
    for statement in work.statements:
        where = _at(text_of, statement.document, statement.span)
        locator = _locator(work, statement)
        yield f"{'':>20}backs   {where}  {_short(statement.prose.plain)}{f'  [{locator}]' if locator else ''}\n"


def as_json(works: Sequence[Work], text_of: TextOf, as_of: date) -> str:
    """The works as JSON: `{"sources": [{"title", "age", "citations": […], "statements": […]}]}`, ages in whole years."""
    rows = [_row(work, text_of, as_of) for work in _ordered(works)]
    return json.dumps({"as_of": str(as_of), "sources": rows}, ensure_ascii=False, indent=2) + "\n"


def _row(work: Work, text_of: TextOf, as_of: date) -> dict[str, Any]:
    best = best_citation(work)
    return {
        "id": best.id,
        "type": best.fields.get("type"),
        "authors": list(best.authors),
        "title": best.title or None,
        "issued": best.shown("issued") or None,
        "revised": best.shown("revised") or None,
        "age": age_in_years(work, as_of),
        "URL": best.fields.get("URL"),
        "DOI": best.fields.get("DOI"),
        "drifted": dict(work.drifted),
        "citations": [
            {
                "id": source.id,
                "path": source.document,
                **_ends(text_of(source.document), source.span),
                "text": source.text,
                "parsed": source.parsed,
                "differs": list(work.deviations.get(index, ())),
            }
            for index, source in enumerate(work.sources)
        ],
        "statements": [
            {
                "id": statement.id,
                "path": statement.document,
                **_ends(text_of(statement.document), statement.span),
                "text": statement.prose.plain,
                "locator": _locator(work, statement) or None,
            }
            for statement in work.statements
        ],
    }


def as_csl(works: Sequence[Work]) -> str:
    """The fullest citation of each work as a CSL-JSON bibliography."""
    from dvht_lint.writers.csl import csl_json

    return csl_json(best_citation(work) for work in works)


def as_apa(works: Sequence[Work]) -> str:
    """The fullest citation of each work as a reference list in APA's form."""
    from dvht_lint.writers.apa import apa_lines

    return "".join(f"{line}\n" for line in apa_lines(best_citation(work) for work in works))


def _ordered(works: Sequence[Work]) -> list[Work]:
    return sorted(works, key=lambda w: (-len(w.statements), -len(w.sources), w.sources[0].label.casefold()))


def best_citation(work: Work) -> Source:
    """The citation that says most: an entry of the corpus or bibliography, else the fullest that departs in nothing."""

    def fullness(index: int) -> tuple[bool, bool, int, int]:
        source = work.sources[index]
        return (index not in work.deviations, source.explicit_id, len(source.fields), -index)

    return work.sources[max(range(len(work.sources)), key=fullness)]


def _title(work: Work) -> str:
    best = best_citation(work)
    return f"{best.label}. {_short(best.title)}" if best.title and best.authors else _short(best.label)


def age_in_years(work: Work, as_of: date) -> int | None:
    """Whole years since the newest issue or revision; None where no date is known."""
    day = last_known_day(work)
    if day is None:
        return None
    return max(0, as_of.year - day.year - ((as_of.month, as_of.day) < (day.month, day.day)))


def _locator(work: Work, statement: Statement) -> str:
    ids = {s.id for s in work.sources}
    return "; ".join(c.locator for c in statement.citations if c.locator and c.target in ids)


def _at(text_of: TextOf, path: str, span: Span) -> str:
    place = text_of(path).place(span.start)
    return f"{path}:{place.line}:{place.column}"


def _ends(text: SourceText, span: Span) -> dict[str, Any]:
    start, end = text.place(span.start), text.place(span.end)
    return {
        "start": {"line": start.line, "column": start.column},
        "end": {"line": end.line, "column": end.column},
    }


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 80 else flat[:79] + "…"


def _summary(works: Sequence[Work]) -> str:
    cited = sum(len(w.sources) for w in works)
    drifted = sum(bool(w.deviations) for w in works)
    told = f", {drifted} cited in more than one form" if drifted else ""
    return f"{len(works)} work{'s' * (len(works) != 1)} behind {cited} citation{'s' * (cited != 1)}{told}\n"
