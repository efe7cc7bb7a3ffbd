"""What a document says, gathered into a corpus: `convert` writes it."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from dvht_lint.citations import parse_citation
from dvht_lint.commands.project import Opened
from dvht_lint.contacts import group, read_mentions, registry
from dvht_lint.model import Citation, CitationKind, Claim, Contact, Document, Role, Source, Statement
from dvht_lint.session import Session
from dvht_lint.text import Prose
from dvht_lint.words import FUNCTION_WORDS
from dvht_lint.writers.corpus import Corpus

__all__ = ["gather"]

_PARTS = frozenset(
    {"article-journal", "article-magazine", "article-newspaper", "article", "chapter", "paper-conference",
     "entry-encyclopedia", "entry-dictionary", "post-weblog", "legislation", "legal_case", "bill", "regulation"}
)  # fmt: skip
"""Types whose `page` says where the work stands; of every other it is the place that a statement rests on."""
_DERIVED_STATEMENT = re.compile(r"s-[0-9a-f]{10}(?:-\d+)?")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_DERIVED_CLAIM = re.compile(r"c-[0-9a-f]{8,10}(?:-\d+)?")


def gather(opened: Opened) -> Corpus:
    """The claims of the reported files, the statements and sources they rest on, and the contacts they name."""
    session = opened.session
    documents = [d for d in session.ordered if d.path in opened.reported]
    sources = _Sources(session)
    statements = _Statements(session, sources)
    for document in documents:
        for statement in document.statements:
            statements.add(statement)
    claims = [c for document in documents for c in _claims(session, document, statements)]
    for document in documents:
        for source in document.sources:
            sources.add(source)
    contacts = tuple(_contacts(session, documents))
    return Corpus(tuple(sources.made.values()), tuple(statements.made.values()), tuple(claims), contacts)


def _claims(session: Session, document: Document, statements: _Statements) -> Iterator[Claim]:
    for position, claim in enumerate(document.claims):
        pair = session.pair(document, position)
        name = ""
        if pair is not None and len(pair.statements) <= 1:
            name = statements.add(pair.statement)
        elif pair is None and session.cited(claim):
            # A claim that cites its source itself is the statement, word for word.
            name = statements.add_claim(claim)
        elif pair is not None:
            # Several statements together: a corpus finds them as the document did, by their words.
            for identifier in pair.statements:
                statements.add_by_id(identifier, pair.statement.document)
        identifier = "" if _DERIVED_CLAIM.fullmatch(claim.id) else claim.id
        yield replace(claim, id=identifier, statement=name)


class _Names:
    """Ids, each given once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, wanted: str) -> str:
        """The wanted id, or the same with a number."""
        name, number = wanted, 1
        while name in self._taken:
            number += 1
            name = f"{wanted}-{number}"
        self._taken.add(name)
        return name


class _Sources:
    """The sources, each work once for every form it is cited in; `made` holds them by new id."""

    def __init__(self, session: Session) -> None:
        self._names = _Names()
        self._by_form: dict[str, str] = {}
        self._by_place: dict[tuple[str, str], Source] = {}
        for document in session.ordered:
            for source in document.sources:
                self._by_place.setdefault((document.path, source.id), source)
                self._by_place.setdefault(("", source.id), source)
        self.made: dict[str, Source] = {}

    def add(self, source: Source) -> str:
        """The new id of a source."""
        left_out = {"short-form", "page"} if _has_locator(source) else {"short-form"}
        kept = {k: v for k, v in source.fields.items() if k not in left_out}
        form = json.dumps([kept, "" if source.parsed else source.text], sort_keys=True, default=str)
        if source.explicit_id:
            form = f"{source.id}\n{form}"
        if form not in self._by_form:
            name = self._names.of(source.id if source.explicit_id else _source_id(source))
            self._by_form[form] = name
            self.made[name] = replace(source, id=name, fields=kept)
        return self._by_form[form]

    def named(self, identifier: str, path: str) -> Source | None:
        """A source by its old id: the file's own, else any."""
        return self._by_place.get((path, identifier)) or self._by_place.get(("", identifier))


class _Statements:
    """The statements by old place and id; `made` holds them by new id."""

    def __init__(self, session: Session, sources: _Sources) -> None:
        self._session = session
        self._sources = sources
        self._names = _Names()
        self._known: dict[tuple[str, str], str] = {}
        self.made: dict[str, Statement] = {}

    def add(self, statement: Statement) -> str:
        """The new id of a statement."""
        key = (statement.document, statement.id)
        if key not in self._known:
            document = self._session.documents.get(statement.document)
            derived = _DERIVED_STATEMENT.fullmatch(statement.id) or (document and document.format == "pairs")
            self._known[key] = self._make(statement, _text_id(statement) if derived else statement.id)
        return self._known[key]

    def add_by_id(self, identifier: str, path: str) -> None:
        """Take a statement of a document by its id."""
        document = self._session.documents.get(path)
        for statement in document.statements if document else ():
            if statement.id == identifier:
                self.add(statement)

    def add_claim(self, claim: Claim) -> str:
        """The id of the statement that a claim with sources of its own makes."""
        key = (claim.document, f"claim {claim.span.start}")
        if key not in self._known:
            cited = tuple(source.id for source in self._session.cited(claim))
            statement = Statement(
                claim.id, claim.prose, claim.span, claim.document, claim.citations, claim.quantities, cited
            )
            self._known[key] = self._make(statement, _text_id(statement))
        return self._known[key]

    def _make(self, statement: Statement, wanted: str) -> str:
        name = self._names.of(wanted)
        citations = [
            _citation(statement, old, source, self._sources.add(source)) for old, source in self._sources_of(statement)
        ]
        ids = tuple(dict.fromkeys(c.target for c in citations))
        role = Role.LEAD if statement.role is Role.LEAD else Role.STATEMENT
        self.made[name] = replace(statement, id=name, sources=ids, citations=tuple(citations), role=role)
        return name

    def _sources_of(self, statement: Statement) -> Iterator[tuple[str, Source]]:
        """The sources with their old ids; a row of a pairs file gives the citation itself."""
        for old in statement.sources:
            source = self._sources.named(old, statement.document)
            if source is not None:
                yield old, source
        for citation in statement.citations:
            if citation.kind is CitationKind.LINE and citation.target not in statement.sources:
                for source in parse_citation(Prose.verbatim(citation.target), statement.document):
                    yield source.id, source


def _citation(statement: Statement, old: str, source: Source, new: str) -> Citation:
    """What a statement says of a source: the locator, which a `Source:` line holds as its page, and the quotation."""
    given = [c for c in statement.citations if c.target == old]
    locator = next((c.locator for c in given if c.locator), "")
    if not locator and _has_locator(source):
        page = str(source.fields["page"])
        locator = f"{'p.' if page.isdigit() else 'pp.'} {page}"
    quote = next((c.quote for c in given if c.quote), "")
    return Citation(CitationKind.KEY, new, statement.span, locator, quote)


def _has_locator(source: Source) -> bool:
    fields = source.fields
    kind = str(fields.get("type", ""))
    return (
        not source.explicit_id and bool(fields.get("page")) and kind not in _PARTS and not fields.get("container-title")
    )


def _contacts(session: Session, documents: Iterable[Document]) -> Iterator[Contact]:
    """The contacts of the files, and of the registry those that the files mention."""
    documents = list(documents)
    own = tuple(c for d in session.ordered for c in d.contacts) + session.settings.contacts
    kept = {c.id: c for d in documents for c in d.contacts}
    prose = [(d.path, b.prose) for d in documents for b in d.blocks if b.prose.plain and b.role is not Role.SOURCE]
    mentions = [(path, text, mention) for path, text in prose for mention in read_mentions(text)]
    for found in group(mentions, registry(replace(session.settings, contacts=own))) if mentions else ():
        if found.contact is not None:
            kept.setdefault(found.contact.id, found.contact)
    yield from kept.values()


# --- ids that people can read --------------------------------------------------------------------


def _source_id(source: Source) -> str:
    """`polaris-project-2012`: who and when; the title where nobody is named."""
    who = source.authors[0] if source.authors else source.title or source.text
    words = _words(who)[:4]
    year = [str(source.year)] if source.year else []
    return "-".join([*words, *year]) or source.id


def _text_id(statement: Statement) -> str:
    """The first words of a statement that carry weight, and its year: `hotline-answered-calls-2011`.

    Other figures stay out: an id outlives them.
    """
    words = _words(statement.prose.plain)
    years = [word for word in words if _YEAR.fullmatch(word)][:1]
    return "-".join([word for word in words if not word[0].isdigit()][:4] + years) or statement.id


def _words(text: Any) -> list[str]:
    plain = unicodedata.normalize("NFKD", str(text).casefold())
    plain = re.sub(r"[\u0300-\u036f'’]|(?<=\d),(?=\d)", "", plain)
    words = [word[:20] for word in re.findall(r"[a-z0-9]+", plain)]
    return [word for word in words if word not in FUNCTION_WORDS] or words
