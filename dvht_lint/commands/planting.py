"""The user's own texts as ground for planted drift: what is found when one of them reads otherwise.

Each kind of text has a session of its own, with the rules that look at it and no more than it is compared with: an
edit of one claim then costs one match and one comparison, whatever the size of the project.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from dvht_lint.citations import parse_citation
from dvht_lint.config import Config
from dvht_lint.contacts import read_mentions
from dvht_lint.diagnostic import RuleInfo, Severity
from dvht_lint.model import Block, Claim, Comparison, Document, Pair, Role, Source, Uncited, Work
from dvht_lint.mutations import Found, Subject, Target
from dvht_lint.records import record
from dvht_lint.session import Session
from dvht_lint.session.figures import read_figures
from dvht_lint.text import Prose, ProseBuilder, Span

__all__ = ["Ground", "grounds"]

T = TypeVar("T")


@record(frozen=True, slots=True)
class Ground:
    """A text that drift is planted in, and `found(text)`: what is found when it reads otherwise.

    `flagged` says that it has an error or warning as it is: drift planted there could hide behind it.
    """

    subject: Subject
    found: Callable[[str], Sequence[Found]]
    flagged: bool = False


def grounds(session: Session, reported: set[str], limit: int) -> Iterator[Ground]:
    """The paired claims, the citations and the texts with contacts of the reported files, at most `limit` of each."""
    documents = [d for d in session.ordered if d.path in reported]
    claims = [(d, i) for d in documents for i in range(len(d.claims)) if session.pair(d, i) is not None]
    yield from _claims(session, _sample(claims, limit))
    sources = [(d, i) for d in documents for i, s in enumerate(d.sources) if s.parsed and not s.explicit_id]
    yield from _sources(session, _sample(sources, limit))
    blocks = [
        (d, i) for d in documents for i, b in enumerate(d.blocks) if b.role is not Role.SOURCE and _has_contact(b.prose)
    ]
    yield from _contacts(session, _sample(blocks, limit))


def _sample(items: Sequence[T], limit: int) -> list[T]:
    """At most `limit` of the items, evenly spread: the same ones in every run."""
    if not limit or len(items) <= limit:
        return list(items)
    return [items[index * len(items) // limit] for index in range(limit)]


def _bench(session: Session, looks: Callable[[RuleInfo], bool]) -> Session | None:
    """A session with those of the selected rules that look at one kind of text; None where no rule does."""
    codes = tuple(rule.code for rule in session.selection.rules if looks(rule))
    if not codes:
        return None
    config: Config = replace(session.config, select=codes, extend_select=(), ignore=(), extend_ignore=())
    return Session(config, session.rules)


def _found(bench: Session) -> list[Found]:
    return [Found(d.code, d.severity) for d in bench.diagnostics()]


# --- claims ----------------------------------------------------------------------------------------


def _claims(session: Session, places: Sequence[tuple[Document, int]]) -> Iterator[Ground]:
    bench = _bench(session, lambda rule: rule.on in {Claim, Pair, Comparison, Uncited})
    if bench is None:
        return
    for document in session.ordered:
        if document.statements and _is_shared(document):
            bench.put(replace(document, claims=()))
    for document, position in places:
        subject = _claim_subject(document, document.claims[position])
        found = _claim_check(session, bench, document, position)
        flagged = any(one.severity is not Severity.INFO for one in found(subject.text))
        yield Ground(subject, found, flagged)
        # The next claim must stand alone; a statement that others may rest on stays.
        if _is_shared(document):
            bench.put(replace(document, claims=()))
        else:
            bench.remove(document.path)


def _is_shared(document: Document) -> bool:
    """Whether claims of other files may rest on its statements: a corpus, or a file of nothing but references."""
    return not (document.blocks and document.claims)


def _claim_subject(document: Document, claim: Claim) -> Subject:
    place = document.text.place(claim.span.start)
    return Subject(f"{document.path}:{place.line}", claim.prose.plain, claim.quantities)


def _claim_check(
    session: Session, bench: Session, document: Document, position: int
) -> Callable[[str], Sequence[Found]]:
    claim, pair = document.claims[position], session.pair(document, position)

    def found(text: str) -> Sequence[Found]:
        other = pair.statement.document if pair else ""
        if other not in bench.documents and other != document.path:
            bench.put(replace(session.documents[other], claims=()))
        prose = _prose(text, claim.span)
        edited = replace(claim, prose=prose, quantities=read_figures(prose.plain, claim.language or document.language))
        bench.put(replace(document, claims=(edited,)))
        return _found(bench)

    return found


# --- citations and contacts --------------------------------------------------------------------------


def _sources(session: Session, places: Sequence[tuple[Document, int]]) -> Iterator[Ground]:
    bench = _bench(session, lambda rule: rule.on in {Source, Work})
    if bench is None or not places:
        return
    for document in session.ordered:
        bench.put(_sources_alone(document))
    for document, position in places:
        source = document.sources[position]
        yield Ground(
            _subject(document, source.span, source.text, Target.SOURCE), _source_check(bench, document, position)
        )
        bench.put(_sources_alone(document))


def _sources_alone(document: Document) -> Document:
    return replace(document, claims=(), blocks=())


def _source_check(bench: Session, document: Document, position: int) -> Callable[[str], Sequence[Found]]:
    source = document.sources[position]

    def found(text: str) -> Sequence[Found]:
        read = parse_citation(_prose(text, source.span), document.path)
        edited = replace(read[0], id=source.id, span=source.span) if read else replace(source, text=text)
        sources = (*document.sources[:position], edited, *document.sources[position + 1 :])
        bench.put(replace(_sources_alone(document), sources=sources))
        return _found(bench)

    return found


def _contacts(session: Session, places: Sequence[tuple[Document, int]]) -> Iterator[Ground]:
    bench = _bench(session, lambda rule: rule.family == "contacts")
    if bench is None or not places:
        return
    for document in session.ordered:
        bench.put(_contacts_alone(document))
    for document, position in places:
        block = document.blocks[position]
        subject = _subject(document, block.span, block.prose.plain, Target.CONTACT)
        yield Ground(subject, _contact_check(bench, document, position), _is_flagged(bench, document, block))
        bench.put(_contacts_alone(document))


def _is_flagged(bench: Session, document: Document, block: Block) -> bool:
    """Whether a block has an error or warning as it is."""
    return any(
        found.path == document.path
        and found.severity is not Severity.INFO
        and block.span.start <= document.text.offset(found.region.start) < block.span.end
        for found in bench.diagnostics()
    )


def _contacts_alone(document: Document) -> Document:
    blocks = tuple(b for b in document.blocks if b.role is not Role.SOURCE and _has_contact(b.prose))
    return replace(document, claims=(), statements=(), sources=(), blocks=blocks)


def _contact_check(bench: Session, document: Document, position: int) -> Callable[[str], Sequence[Found]]:
    block = document.blocks[position]

    def found(text: str) -> Sequence[Found]:
        alone = _contacts_alone(document)
        edited = replace(block, prose=_prose(text, block.span))
        bench.put(replace(alone, blocks=tuple(edited if b is block else b for b in alone.blocks)))
        return _found(bench)

    return found


def _has_contact(prose: Prose) -> bool:
    return any(mention.field in {"phone", "sms", "email"} for mention in read_mentions(prose))


def _subject(document: Document, span: Span, text: str, target: Target) -> Subject:
    return Subject(f"{document.path}:{document.text.place(span.start).line}", text, (), target)


def _prose(text: str, span: Span) -> Prose:
    """An edited text as a reader would give it, standing as a whole where the text stood."""
    builder = ProseBuilder()
    builder.replace(Prose.verbatim(text.replace("\n", " ")).plain, span)
    return builder.build()
