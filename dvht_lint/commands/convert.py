"""`convert`: a two-part document to a corpus file, and back; or its sources alone."""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from dvht_lint.commands.check import FINDINGS, UNCHECKED
from dvht_lint.commands.gathering import gather
from dvht_lint.commands.output import refuse_input, write_output
from dvht_lint.commands.project import Opened, add_configuration_options, load_config, open_project
from dvht_lint.config import Config
from dvht_lint.errors import UsageError
from dvht_lint.model import Source
from dvht_lint.session import Session
from dvht_lint.writers.apa import apa_lines
from dvht_lint.writers.corpus import Corpus, corpus_json, corpus_yaml
from dvht_lint.writers.csl import csl_json
from dvht_lint.writers.markdown import corpus_markdown

__all__ = ["add_options", "run"]

_ET_AL = re.compile(r"\bet al\b")

FORMATS = ("corpus", "markdown", "csl-json", "apa")


def add_options(parser: argparse.ArgumentParser) -> None:
    """What is converted, into what, and where it goes."""
    parser.add_argument("file", metavar="FILE", help="the document or corpus file; '-' is stdin")
    add_configuration_options(parser)
    parser.add_argument(
        "--to",
        choices=FORMATS,
        default="corpus",
        help="a corpus file (default), a two-part document in Markdown, or the sources alone",
    )
    parser.add_argument("-o", "--output-file", metavar="FILE", help="write to a file (.json: the corpus as JSON)")
    parser.add_argument("--stdin-filename", metavar="NAME", default="", help="the name of what comes on stdin")
    parser.add_argument("-q", "--quiet", action="count", default=0, help="do not say what was converted")


def run(options: argparse.Namespace) -> int:
    """Convert; exits 1 where something could not be carried over, 2 where the file could not be read."""
    target, options.output_file = options.output_file or "", None
    refuse_input(options.file, target)
    config = load_config(options)
    opened = open_project(config, [options.file], stdin_filename=options.stdin_filename)
    for document, problem in opened.session.problems():
        if problem.fatal:
            sys.stderr.write(f"dvht-lint: {document.path}: {problem.message}\n")
    if opened.unchecked:
        return UNCHECKED
    corpus = gather(opened)
    if corpus == Corpus():
        raise UsageError(f"nothing to convert: no claim, statement or source in {options.file}")
    text, name = _written(config, corpus, options.to, as_json=target.lower().endswith(".json"))
    if target:
        write_output(target, text.encode())
    else:
        sys.stdout.write(text)
        sys.stdout.flush()
    lost = [*_lost(corpus, gather(_read_back(config, text, name))), *_left_out(opened)] if name else []
    if not options.quiet:
        sys.stderr.write(_summary(opened, corpus))
    for line in lost:
        sys.stderr.write(f"dvht-lint: not carried over: {line}\n")
    return FINDINGS if lost else 0


def _written(config: Config, corpus: Corpus, to: str, *, as_json: bool) -> tuple[str, str]:
    """The text, and the name under which it is read back; no name where it is not meant to be."""
    if to == "csl-json":
        return csl_json(corpus.sources), ""
    if to == "apa":
        return "".join(f"{line}\n" for line in apa_lines(corpus.sources)), ""
    if to == "corpus":
        return (corpus_json(corpus), "converted.json") if as_json else (corpus_yaml(corpus), "converted.yaml")
    return _markdown(config, corpus), "converted.md"


def _markdown(config: Config, corpus: Corpus) -> str:
    """The two-part document; a comment names the statement of a claim only where words alone would not find it."""
    joined = any(claim.block for claim in corpus.claims)
    text = corpus_markdown(corpus, joined=joined)
    found = gather(_read_back(config, text, "converted.md"))
    if joined and _claims_text(found) != _claims_text(corpus):
        joined = False  # two sentences that read as one, or one as two, once they stand side by side
        found = gather(_read_back(config, corpus_markdown(corpus, joined=False), "converted.md"))
    rests, meant = _resting(found), _resting(corpus)
    named = [
        index
        for index, claim in enumerate(corpus.claims)
        if claim.statement and rests.get(_plain(claim.prose.plain)) != meant[_plain(claim.prose.plain)]
    ]
    return corpus_markdown(corpus, named=named, joined=joined)


def _read_back(config: Config, text: str, name: str) -> Opened:
    opened = Opened(Session(config), {name})
    opened.session.update(name, text.encode())
    return opened


# --- what the written text does not hold -----------------------------------------------------------


def _lost(before: Corpus, after: Corpus) -> Iterator[str]:
    """What is in one corpus and not in the other, in words."""
    if _claims_text(before) != _claims_text(after):
        have = _claims_text(after)
        for claim in before.claims:
            if _plain(claim.prose.plain) not in have:
                yield f"the claim “{_short(claim.prose.plain)}”"
    yield from _lost_statements(before, after)
    by_title: dict[str, list[Source]] = defaultdict(list)
    for source in after.sources:
        by_title[source.title].append(source)
    for source in before.sources:
        near = _nearest(source, by_title[source.title])
        fields, kept = _fields(source), _fields(near) if near else {}
        for name in fields:
            if fields[name] != kept.get(name):
                yield f"'{name}' of the source {source.id}"
    ids = {contact.id: contact for contact in after.contacts}
    for contact in before.contacts:
        if contact.id not in ids:
            yield f"the registry entry of the contact {contact.id}"


def _left_out(opened: Opened) -> Iterator[str]:
    """What stands in the files and has no place in a corpus, so that `gather` does not take it."""
    for document in opened.session.ordered:
        if document.path not in opened.reported:
            continue
        for directive in document.directives:
            if directive.verb != "statement":
                line = document.text.place(directive.span.start).line
                yield f"{directive.verb}[{', '.join(directive.arguments)}] of line {line}"
        for source in document.sources:
            if source.parsed and _ET_AL.search(source.text):
                line = document.text.place(source.span.start).line
                yield f"“et al.” of line {line}: name the authors whom it stands for"


def _lost_statements(before: Corpus, after: Corpus) -> Iterator[str]:
    have = {_plain(s.prose.plain): s for s in after.statements}
    for statement in before.statements:
        found = have.get(_plain(statement.prose.plain))
        if found is None:
            yield f"the statement “{_short(statement.prose.plain)}”"
            continue
        if len(found.sources) < len(statement.sources):
            yield f"a source of the statement {statement.id}"
        if statement.reviewed and not found.reviewed:
            yield f"'reviewed' of the statement {statement.id}"
        for name in ("locator", "quote"):
            said = Counter(getattr(c, name) for c in statement.citations if getattr(c, name))
            if said - Counter(getattr(c, name) for c in found.citations):
                yield f"'{name}' of the statement {statement.id}"


def _fields(source: Source) -> dict[str, Any]:
    """The fields that matter; one that could not be read is its text."""
    if not source.fields.get("title"):
        return {"text": _plain(str(source.fields.get("note") or source.text))}
    return {name: value for name, value in source.fields.items() if name != "id" and value}


def _nearest(source: Source, others: Iterable[Source]) -> Source | None:
    """The one with the most fields in common."""

    def likeness(other: Source) -> int:
        fields = _fields(other)
        return sum(fields.get(name) == value for name, value in _fields(source).items())

    return max(others, key=likeness, default=None)


def _claims_text(corpus: Corpus) -> str:
    return _plain(" ".join(claim.prose.plain for claim in corpus.claims))


def _resting(corpus: Corpus) -> dict[str, str]:
    """The text that each claim rests on, by the claim's own; empty where it rests on none."""
    texts = {statement.id: _plain(statement.prose.plain) for statement in corpus.statements}
    return {_plain(claim.prose.plain): texts.get(claim.statement, "") for claim in corpus.claims}


def _plain(text: str) -> str:
    return " ".join(text.split())


def _short(text: str) -> str:
    flat = _plain(text)
    return flat if len(flat) <= 70 else flat[:69] + "…"


def _summary(opened: Opened, corpus: Corpus) -> str:
    counts = (
        ("claim", len(corpus.claims)),
        ("statement", len(corpus.statements)),
        ("source", len(corpus.sources)),
        ("contact", len(corpus.contacts)),
    )
    listed = ", ".join(f"{number} {name}{'s' * (number != 1)}" for name, number in counts)
    exempt = sum(len(d.exempt) for d in opened.session.ordered if d.path in opened.reported)
    left = f"; left out {exempt} of headings, forms, questions and the like, which state nothing" if exempt else ""
    unsourced = sum(not statement.sources for statement in corpus.statements)
    asked = f"; {unsourced} without a source (DV201)" if unsourced else ""
    return f"converted {listed}{asked}{left}\n"
