"""One file, from its bytes to a document with claims, statements and sources: a pure function of the file."""

from __future__ import annotations

from dataclasses import replace

from dvht_lint import assembly, roles, suppress
from dvht_lint.citations import parse_citation, resolve_short_forms
from dvht_lint.errors import DvhtLintError
from dvht_lint.limits import OverTimeError, within
from dvht_lint.model import Claim, Document, Problem, Settings, Source, Statement
from dvht_lint.readers import REFERENCE_STEMS, SUPPORTED_SUFFIXES, read, reader_for
from dvht_lint.session.figures import read_figures
from dvht_lint.session.languages import language_of
from dvht_lint.text import SourceText, Span

__all__ = ["load_document", "unreadable"]

_LONGEST_REASON = 300
"""Letters of an error's own words: they can quote the whole text that set it off."""


def load_document(path: str, data: bytes, settings: Settings, *, reference: bool = False) -> Document:
    """Read one file whole. A file that cannot be read is a document with a fatal problem, never an exception.

    That holds where the program itself fails (DV099) or takes too long (DV007): the other files are still checked.
    """
    try:
        with within(settings.time_limit):
            return _load(path, data, settings, reference=reference)
    except OverTimeError:
        message = f"reading took more than {settings.time_limit} seconds (time-limit); the file was not checked"
        return unreadable(path, message, "DV007")
    except DvhtLintError as error:
        return unreadable(path, str(error))
    except Exception as error:  # noqa: BLE001 - whatever a stranger's file sets off must not hide the other files
        why = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        return unreadable(path, f"reading this file crashed, so it was not checked: {why[:_LONGEST_REASON]}", "DV099")


def _load(path: str, data: bytes, settings: Settings, *, reference: bool) -> Document:
    if reader_for(path) is None:
        return unreadable(path, f"no reader for this kind of file; {', '.join(sorted(SUPPORTED_SUFFIXES))} are read")
    document = read(path, data)
    if any(p.fatal for p in document.problems):
        return document
    language = document.language or language_of(document)
    if language != document.language:
        document = replace(document, language=language)
    language = language or settings.language
    if document.blocks:
        stem = path.rsplit("/", 1)[-1].split(".", 1)[0].lower()
        document = roles.assign(document, settings, reference=reference or stem in REFERENCE_STEMS)
        document = assembly.assemble(
            document,
            settings,
            parse_citation=parse_citation,
            read_quantities=lambda text: read_figures(text, language),
        )
        document = replace(document, sources=(*resolve_short_forms(document.sources), *_listed(document)))
    else:
        document = _with_quantities(document, language)
    return replace(document, directives=suppress.read_directives(document))


def unreadable(path: str, message: str, code: str = "DV001") -> Document:
    """A document that stands for a file which could not be read at all."""
    return Document(path, SourceText(path, ""), "unread", problems=(Problem(code, message, Span(0, 0), fatal=True),))


def _listed(document: Document) -> tuple[Source, ...]:
    """The bibliography that the front matter itself holds (`references:`, as Pandoc has it)."""
    items = document.metadata.get("references")
    if not items:
        return ()
    from dvht_lint.readers.csl import sources_of

    first = document.blocks[0].span.start if document.blocks else 0
    return sources_of(items, document.path, Span(0, first))


def _with_quantities(document: Document, language: str) -> Document:
    def claim(c: Claim) -> Claim:
        return replace(c, quantities=read_figures(c.prose.plain, c.language or language))

    def statement(s: Statement) -> Statement:
        return replace(s, quantities=read_figures(s.prose.plain, s.language or language))

    return replace(
        document, claims=tuple(map(claim, document.claims)), statements=tuple(map(statement, document.statements))
    )
