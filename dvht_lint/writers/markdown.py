"""A two-part document in Markdown: the public claims, then the statements they rest on, each with its `Source:` lines."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from dvht_lint.model import Citation, Claim, Contact, Role, Source, Statement
from dvht_lint.writers.apa import apa_line
from dvht_lint.writers.corpus import Corpus

__all__ = ["HEADING", "corpus_markdown", "escaped"]

HEADING = "References and Citations"
"""The heading that parts the two halves."""

_PAGES = re.compile(r"pp?\.\s*([\w–-]+)")
_SPECIAL = re.compile(
    r"[\\`*\[\]]|(?<!\w)_|_(?!\w)|<(?=[A-Za-z/!?])|&(?=#?\w+;)|\^(?=\d)|(?<![\w@.])@(?=[\w{])"
)  # fmt: skip
_LINE_START = re.compile(r"(?:[-+#>=:~]|\d{1,9}(?=[.)](?:\s|$)))")


def corpus_markdown(corpus: Corpus, *, named: Collection[int] = (), joined: bool = True) -> str:
    """The corpus as a two-part document.

    `named` are the places, among the claims, of those whose statement a comment names, for words alone do not find
    it. With `joined`, claims of one block of the file they were read from stand in one paragraph.
    """
    written = {corpus.claims[index].statement for index in named}
    sources = {source.id: source for source in corpus.sources}
    parts = [*_public(corpus.claims, named, joined=joined), *map(_contact, corpus.contacts)]
    if corpus.statements:
        parts.append(f"## {HEADING}")
        parts.extend(part for statement in corpus.statements for part in _statement(statement, sources, written))
    cited = {name for statement in corpus.statements for name in statement.sources}
    loose = [source for source in corpus.sources if source.id not in cited]
    if loose:
        parts.append("## Bibliography")
        parts.extend(f"- {_line(source)}" for source in loose)
    return "\n\n".join(parts) + "\n" if parts else ""


def _public(claims: Iterable[Claim], named: Collection[int], *, joined: bool) -> Iterator[str]:
    def paragraph(item: tuple[int, Claim]) -> tuple[str, int]:
        index, claim = item
        return (claim.document, claim.block if joined and index not in named else -index - 1)

    for _, group in groupby(enumerate(claims), key=paragraph):
        members = list(group)
        index, first = members[0]
        comment = f"<!-- dvht-lint: statement={first.statement} -->\n" if index in named else ""
        yield comment + escaped(" ".join(claim.prose.plain for _, claim in members))


def _statement(statement: Statement, sources: dict[str, Source], written: Collection[str]) -> Iterator[str]:
    comment = f"<!-- dvht-lint: statement={statement.id} -->\n" if statement.id in written else ""
    bullet = "" if _is_lead(statement) else "- "
    yield f"{comment}{bullet}{escaped(statement.prose.plain)}"
    for name in statement.sources:
        if name in sources:
            cited = next((c for c in statement.citations if c.target == name and c.locator), None)
            yield f"Source: {_line(sources[name], cited)}"


def _is_lead(statement: Statement) -> bool:
    """Whether a statement opens a group of bullets: no source, no figure."""
    if statement.role is Role.LEAD:
        return True
    return not statement.sources and not any(quantity.is_statistic for quantity in statement.quantities)


def _line(source: Source, cited: Citation | None = None) -> str:
    """A source as a reference line, with the page that a statement names; an article's own pages stay."""
    fields = dict(source.fields)
    if not source.parsed or not fields.get("title"):
        return str(fields.get("note") or apa_line(source))
    pages = _PAGES.fullmatch(cited.locator) if cited is not None and "page" not in fields else None
    return apa_line(replace(source, fields={**fields, "page": pages[1]}) if pages else source)


def _contact(contact: Contact) -> str:
    """A contact as a sentence that readers and the linter take for one."""
    ways = [contact.phone]
    if contact.sms:
        ways.append(f"text {contact.keyword} to {contact.sms}" if contact.keyword else f"text {contact.sms}")
    ways += [contact.email, contact.url, contact.hours]
    return f"{escaped(contact.name or contact.id)}: {', '.join(way for way in ways if way)}."


def escaped(text: str) -> str:
    """Plain text as Markdown that reads the same: marks that would be taken for markup are escaped."""
    line = _SPECIAL.sub(r"\\\g<0>", " ".join(text.split()))
    line = line.replace("~", r"\~") if line.count("~") > 1 else line
    start = _LINE_START.match(line)
    if start is None:
        return line
    at = start.end() if start[0][0].isdigit() else 0
    return f"{line[:at]}\\{line[at:]}"
