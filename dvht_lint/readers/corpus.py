"""Corpus files (YAML or JSON): sources, statements, claims and contacts, each with its place."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from dvht_lint.config import CONTACT_LISTS, CONTACT_TEXTS
from dvht_lint.model import Citation, CitationKind, Claim, Contact, Document, Problem, Source, Statement
from dvht_lint.readers.corpus_source import read_source
from dvht_lint.readers.json_nodes import parse_json
from dvht_lint.readers.nodes import Entry, Mapping, Node, Parsed, Scalar, Sequence
from dvht_lint.readers.scalar_prose import scalar_prose
from dvht_lint.readers.shapes import Shapes, described
from dvht_lint.text import Prose, SourceText, Span

__all__ = ["SUFFIXES", "VERSION", "looks_like_corpus", "read"]

SUFFIXES = (".yaml", ".yml", ".json")
VERSION = 1
"""The version of the format that this reader knows."""

_SECTIONS = ("version", "sources", "statements", "claims", "contacts")
_STATEMENT_KEYS = ("text", "sources", "reviewed", "notes")
_CITED_KEYS = ("id", "locator", "quote")
_CLAIM_KEYS = ("id", "text", "document", "statement")
_SCHEMA = b"corpus.schema.json"


def read(path: str, data: bytes) -> Document:
    """Read a corpus file. Raises `UnicodeDecodeError` where it is not UTF-8 (`readers.read` makes it a problem).

    A claim with a `document` is not among the claims, for it stands there: `metadata["placed"]` has it, as a pair
    of the document's path (as written, relative to this file) and the claim.
    """
    source = SourceText.decode(path, data)
    is_json = path.lower().endswith(".json")
    if is_json:
        parsed = parse_json(source.text)
    else:
        from dvht_lint.readers.yaml_nodes import parse_yaml

        parsed = parse_yaml(source.text)
    if parsed.failed:
        return Document(path, source, "corpus", problems=tuple(parsed.problems))
    if _is_foreign(parsed.root):
        message = (
            "this is no corpus, which has version, sources, statements, claims and contacts; nothing in it was checked"
        )
        return Document(path, source, "corpus", problems=(Problem("DV003", message, Span(0, 0)),))
    return _Corpus(source, parsed).document(parsed)


def _is_foreign(root: Node | None) -> bool:
    """Whether a file is another program's: no version, and other keys than ours or none at all."""
    if isinstance(root, Mapping):
        return (
            "version" not in root.entries
            and "$schema" not in root.entries
            and not root.entries.keys() <= set(_SECTIONS)
        )
    return isinstance(root, Sequence)


def looks_like_corpus(data: bytes) -> bool:
    """Whether a YAML or JSON file is a corpus, by a glance at its keys: other people's files are left alone.

    It is one where it names our schema, or has `version` beside another section at its top level.
    """
    if _SCHEMA in data[:2000]:
        return True
    head, keys = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1], set()
    if head == b"{":
        keys = {match[1] for match in _json_keys().finditer(data)}
    elif head != b"[":
        keys = {match[1] for match in _yaml_keys().finditer(data)}
    return b"version" in keys and len(keys) > 1


@cache
def _yaml_keys() -> re.Pattern[bytes]:
    return re.compile(
        rb"""^["']?(version(?=["']?:[ \t]*["']?1\b)|sources|statements|claims|contacts)["']?:\s""", re.MULTILINE
    )


@cache
def _json_keys() -> re.Pattern[bytes]:
    return re.compile(rb'"(?:(version)"\s*:\s*1\b|(?:(?:sources|statements|contacts)"\s*:\s*\{|claims"\s*:\s*\[))')


class _Corpus:
    """One corpus file on its way to a document."""

    def __init__(self, source: SourceText, parsed: Parsed) -> None:
        self.source, self.path = source, source.path
        self.shapes = Shapes(source.text, parsed.problems)
        self.sections: dict[str, Entry] = {}
        self.placed: list[tuple[str, Claim]] = []
        self.claim_ids: dict[str, Span] = {}
        self.named_statements: list[tuple[str, Span]] = []
        self.same_words: dict[str, int] = {}

    def document(self, parsed: Parsed) -> Document:
        """Read every section; ids are looked up once all are known."""
        if parsed.root is None:
            message = "the file is empty: a corpus has version, sources, statements, claims and contacts"
            self.shapes.fault("DV003", message, Span(0, 0))
        else:
            start = Span(parsed.root.start, parsed.root.start)
            keys = (*_SECTIONS, "$schema")
            self.sections = self.shapes.table(parsed.root, "the corpus", keys, required=("version",), owner=start)
            if "$schema" in self.sections:
                self.shapes.string(self.sections["$schema"].value, "$schema")
        self.check_version()
        sources = tuple(read_source(self.shapes, self.path, *item) for item in self.named("sources"))
        named_statements = self.named("statements")
        statements = tuple(s for item in named_statements if (s := self.statement(*item)))
        claims = self.claims()
        contacts = tuple(self.contact(*item) for item in self.named("contacts"))
        # Statements that were not sound enough to be read count as defined.
        self.check_ids(sources, statements, {name for name, _ in named_statements})
        problems = sorted(self.shapes.problems, key=lambda problem: (problem.span, problem.code))
        return Document(
            self.path, self.source, "corpus",
            comments=tuple(parsed.comments), problems=tuple(problems), claims=claims, statements=statements,
            sources=sources, contacts=contacts, metadata={"placed": tuple(self.placed)} if self.placed else {},
        )  # fmt: skip

    def check_version(self) -> None:
        entry = self.sections.get("version")
        if entry is None:
            return
        node = entry.value
        value = node.value if isinstance(node, Scalar) and not node.style else None
        if isinstance(value, bool) or str(value) != str(VERSION):
            message = f"version must be {VERSION}, the one version of the format, not {described(entry.value)}"
            self.shapes.fault("DV003", message, self.shapes.head(entry.value))

    def named(self, section: str) -> list[tuple[str, Entry]]:
        entry = self.sections.get(section)
        return list(self.shapes.named(entry.value, section).items()) if entry else []

    def prose(self, node: Node, what: str) -> Prose | None:
        """The prose of a text; None, with a problem noted, where it is none."""
        if self.shapes.string(node, what) and isinstance(node, Scalar):
            return scalar_prose(node, self.source.text)
        return None

    def statement(self, name: str, entry: Entry) -> Statement | None:
        what = f"statement '{name}'"
        owner = Span(entry.key.start, entry.key.end)
        entries = self.shapes.table(entry.value, what, _STATEMENT_KEYS, required=("text",), owner=owner)
        prose = self.prose(entries["text"].value, f"the text of {what}") if "text" in entries else None
        citations = self.citations(entries["sources"].value, what) if "sources" in entries else ()
        reviewed = entries.get("reviewed")
        if "notes" in entries:
            self.shapes.string(entries["notes"].value, f"'notes' of {what}")
        day = self.shapes.day(reviewed.value, f"'reviewed' of {what}") if reviewed else None
        if prose is None:
            return None
        text = entries["text"].value
        ids = tuple(dict.fromkeys(citation.target for citation in citations))
        return Statement(
            name, prose, Span(text.start, text.end), self.path, citations=citations, sources=ids, reviewed=day
        )

    def citations(self, node: Node, what: str) -> tuple[Citation, ...]:
        """The sources of a statement: ids, or tables with an id, a locator and a quote; one alone need not be a list."""
        items = (
            [node] if isinstance(node, Mapping) or _is_text(node) else self.shapes.items(node, f"'sources' of {what}")
        )
        return tuple(citation for item in items if (citation := self.citation(item, what)))

    def citation(self, node: Node, what: str) -> Citation | None:
        if not isinstance(node, Mapping):
            target = self.shapes.string(node, f"a source of {what}")
            return Citation(CitationKind.KEY, target, Span(node.start, node.end)) if target else None
        entries = self.shapes.table(node, f"a source of {what}", _CITED_KEYS, required=("id",))
        texts = {
            key: self.shapes.string(entry.value, f"'{key}' in a source of {what}", numbers=key == "locator")
            for key, entry in entries.items()
        }
        if not texts.get("id"):
            return None
        at = entries["id"].value
        prose = scalar_prose(entries["quote"].value, self.source.text) if texts.get("quote") else None  # type: ignore[arg-type]
        return Citation(
            CitationKind.KEY,
            texts["id"],
            Span(at.start, at.end),
            texts.get("locator", ""),
            texts.get("quote", ""),
            prose,
        )

    def claims(self) -> tuple[Claim, ...]:
        entry = self.sections.get("claims")
        items = self.shapes.items(entry.value, "claims") if entry else []
        claims: list[Claim] = []
        for item in items:
            entries = self.shapes.table(item, "a claim", _CLAIM_KEYS, required=("text",))
            claim = self.claim(entries)
            if claim is None:
                continue
            if "document" in entries:
                document = self.shapes.string(entries["document"].value, "'document' of a claim")
                self.placed.append((document, claim))
            else:
                claims.append(claim)
        return tuple(claims)

    def claim(self, entries: dict[str, Entry]) -> Claim | None:
        texts = {
            key: self.shapes.string(entry.value, f"'{key}' of a claim", numbers=key == "id")
            for key, entry in entries.items()
            if key in {"id", "statement"}
        }
        prose = self.prose(entries["text"].value, "the text of a claim") if "text" in entries else None
        name = texts.get("id", "")
        if name:
            span = self.shapes.head(entries["id"].value)
            if name in self.claim_ids:
                self.shapes.fault("DV004", f"two claims have the id {name!r}", span, see=(self.claim_ids[name],))
                name = ""  # two of one name would be taken for one
            else:
                self.claim_ids[name] = span
        if texts.get("statement"):
            self.named_statements.append((texts["statement"], self.shapes.head(entries["statement"].value)))
        if prose is None:
            return None
        at = entries["text"].value
        name = name or self.derived_id(prose.plain)
        return Claim(name, prose, Span(at.start, at.end), self.path, statement=texts.get("statement", ""))

    def derived_id(self, text: str) -> str:
        """An id that stays as long as the claim's words do; the same words twice are numbered."""
        import hashlib

        digest = hashlib.sha256(" ".join(text.split()).casefold().encode("utf-8", "surrogatepass")).hexdigest()[:8]
        count = self.same_words[digest] = self.same_words.get(digest, 0) + 1
        return f"c-{digest}" if count == 1 else f"c-{digest}-{count}"

    def contact(self, name: str, entry: Entry) -> Contact:
        what = f"contact '{name}'"
        owner = Span(entry.key.start, entry.key.end)
        entries = self.shapes.table(entry.value, what, CONTACT_TEXTS | CONTACT_LISTS, owner=owner)
        values: dict[str, Any] = {}
        for key, given in entries.items():
            read_value = self.shapes.strings if key in CONTACT_LISTS else self._contact_text
            values[key.replace("-", "_")] = read_value(given.value, f"'{key}' of {what}")
        spans = {key: self.shapes.head(given.value) for key, given in entries.items()}
        return Contact(id=name, document=self.path, span=entry.span, spans=spans, **values)

    def _contact_text(self, node: Node, what: str) -> str:
        return self.shapes.string(node, what, numbers=True)

    def check_ids(
        self, sources: tuple[Source, ...], statements: tuple[Statement, ...], known_statements: set[str]
    ) -> None:
        """Every id that is named must be defined: in this file, or (the session knows) in another of the project."""
        known_sources = {source.id for source in sources}
        for statement in statements:
            for citation in statement.citations:
                self.check_id(
                    citation.target, citation.span, known_sources, f"statement '{statement.id}' rests on the source"
                )
        for source in sources:
            newer = str(source.fields.get("superseded-by", ""))
            if newer and newer not in known_sources and not re.search(r"\s|://", newer):
                self.check_id(
                    newer, source.spans["superseded-by"], known_sources, f"source '{source.id}' is superseded by"
                )
        for name, span in self.named_statements:
            self.check_id(name, span, known_statements, "the claim rests on the statement")

    def check_id(self, name: str, span: Span, known: set[str], what: str) -> None:
        if name not in known:
            hint = self.shapes.near(name, known)
            self.shapes.fault("DV005", f"{what} '{name}', which is not defined{hint}", span, key=name)


def _is_text(node: Node) -> bool:
    return isinstance(node, Scalar) and node.value is not None
