"""Claims: the sentences of the public half, and what of it holds none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from dvht_lint.assembly.captions import Captions
from dvht_lint.assembly.citing import Citer
from dvht_lint.assembly.identity import Ids
from dvht_lint.assembly.sourcing import Note
from dvht_lint.assembly.stems import Stems, prose_of
from dvht_lint.contacts import gives_contact
from dvht_lint.model import Block, BlockKind, Citation, Claim, Document, Quantity, Role, Settings
from dvht_lint.roles.assertion import asserts
from dvht_lint.roles.cues import has_blank, holds_figure, is_blurb, is_boilerplate, is_usage, normal
from dvht_lint.roles.halves import looks_like_citation
from dvht_lint.roles.headings import is_question
from dvht_lint.roles.measured import is_article, keeps_record, measured, names_source, prescribes, reviews_others
from dvht_lint.sentences import split
from dvht_lint.text import MarkKind, Prose, Span

__all__ = ["ClaimMaker"]

_SHORTEST_CELL = 4
"""Words; a shorter cell of a table is a name or a bare figure, no sentence."""
_LONGEST_CREDIT = 20
"""Words of a citation in parentheses."""


class ClaimMaker:
    """Makes the claims of one document; `made` and `exempted` hold them, in order."""

    def __init__(
        self,
        document: Document,
        settings: Settings,
        *,
        citer: Citer,
        read_quantities: Callable[[str], tuple[Quantity, ...]],
        named: Mapping[int, str],
        quote: Callable[[tuple[Note, ...]], str],
    ) -> None:
        """`named` gives statements by where a block begins, `quote` the statement that notes quote."""
        self._document = document
        self._language = document.language or settings.language
        self._phrases = tuple(phrase.casefold() for phrase in settings.exempt if phrase.strip())
        self._citer = citer
        self._read_quantities = read_quantities
        self._named = named
        self._quote = quote
        self._ids = Ids("c-")
        self._is_article = is_article(block.heading for block in document.blocks)
        self._prescribes = keeps_record(document.path) or prescribes(block.prose.plain for block in document.blocks)
        self._stems = Stems(document.blocks)
        self._captions = Captions(document.blocks)
        self._headers: dict[tuple[int, str], Prose] | None = None
        self._row: tuple[int, int] = (0, 0)
        self._in_row: frozenset[int] = frozenset()
        self._beside: dict[int, list[Citation]] = {}
        self.made: list[Claim] = []
        self.exempted: list[tuple[Span, str]] = []

    def exempt(self, span: Span, reason: str) -> None:
        """Note that a span of the file holds no claim."""
        self.exempted.append((span, reason))

    def add(self, index: int, block: Block) -> None:
        """Make the claims of a public block."""
        if block.role is Role.LEAD or (block.role in {Role.CLAIM, Role.HEADING} and block.prose.plain.endswith(":")):
            self._stems.open(index)
        if block.role is not Role.CLAIM:
            self.exempt(block.span, block.role.value)
            return
        if block.kind is BlockKind.CELL and block.level and self._add_row(index):
            return
        if block.kind is BlockKind.CELL and (not block.level or len(block.prose.plain.split()) < _SHORTEST_CELL):
            self.exempt(block.span, "cell")
            return
        stem = self._stems.above(index)
        prose = self._citer.unglued(block.prose)
        sentences = split(prose.plain, block.language or self._language)
        for position, sentence in enumerate(_credited(prose.slice(span) for span in sentences)):
            self._sentence(index, block, sentence, stem, continues=not position)

    def _add_row(self, index: int) -> bool:
        """Make one claim of a row of a table at its first cell; whether the cell is settled by it."""
        blocks = self._document.blocks
        block = blocks[index]
        if (block.group, block.level) == self._row:
            return index in self._in_row
        self._row, self._in_row = (block.group, block.level), frozenset()
        from dvht_lint.assembly.rows import headers_of, nearby, row_at

        if self._headers is None:
            self._headers = headers_of(blocks)
        row = row_at(blocks, index, self._headers)
        figures = row.figures(self._read_quantities(row.prose.plain)) if row else ()
        if row is None or not any(figure.is_statistic for figure in figures):
            return False
        self._in_row = frozenset(row.blocks)
        citations, notes = self._citer.read(row.prose, row.blocks[-1])
        if block.group not in self._beside:
            self._beside[block.group] = [
                c for i in nearby(blocks, index) for c in self._citer.read(blocks[i].prose, i)[0]
            ]
        citations += tuple(self._beside[block.group])
        self.made.append(
            Claim(
                self._ids.of(row.prose.plain),
                row.prose,
                Span(blocks[row.blocks[0]].span.start, blocks[row.blocks[-1]].span.end),
                self._document.path,
                block=index,
                heading=block.heading,
                citations=citations,
                quantities=figures,
                statement=self._named.get(block.span.start, "") or (self._quote(notes) if notes else ""),
                asserts=False,
                language=block.language or self._language,
                key=block.key,
                tabular=True,
                in_table=True,
                statistics=(),
                stem=self._captions.of(index),
            )
        )
        return index in self._in_row

    def add_remark(self, index: int, block: Block) -> None:
        """Make claims of the sentences of a note that cites nothing, where they give a figure."""
        for span in split(block.prose.plain, block.language or self._language):
            prose = block.prose.slice(span)
            if holds_figure(normal(prose.plain)):
                self._sentence(index, block, [prose])
            else:
                self.exempt(prose.source(prose.whole()), "note")

    def _sentence(
        self, index: int, block: Block, sentence: list[Prose], stem: Block | None = None, *, continues: bool = False
    ) -> None:
        """Make the claim of a sentence and the credits that follow it.

        `stem` is the lead above its bullet; only the first sentence of a bullet continues it.
        """
        prose, *behind = sentence
        place = prose.source(prose.whole())
        reason = self._exemption(prose.plain)
        if reason:
            self.exempt(place, reason)
            return
        citations, notes = self._citer.read(prose, index)
        for credit in behind:
            citations += self._citer.read_credit(credit)
            self.exempt(credit.source(credit.whole()), Role.SOURCE.value)
        statement = self._named.get(block.span.start, "")
        quantities = self._read_quantities(prose.plain)
        lead = normal(stem.prose.plain) if stem and stem.role is not Role.HEADING else ""
        in_table = block.kind is BlockKind.CELL
        self.made.append(
            Claim(
                self._ids.of(prose.plain),
                prose,
                place,
                self._document.path,
                block=index,
                heading=block.heading,
                citations=citations,
                quantities=quantities,
                statement=statement or (self._quote(notes) if notes else ""),
                lead=lead,
                in_table=in_table,
                statistics=()
                if in_table
                else measured(
                    prose.plain,
                    quantities,
                    heading=block.heading,
                    stem=lead,
                    quoted=self._prescribes
                    or (self._is_article and not reviews_others(block.heading))
                    or block.kind in {BlockKind.QUOTE, BlockKind.NOTE}
                    or any(mark.kind is MarkKind.CODE for mark in prose.marks),
                ),
                covered=names_source(prose.plain) or (stem is not None and _points_out(stem.prose)),
                asserts=not in_table
                and block.kind is not BlockKind.NOTE
                and asserts(prose.plain, lead=lead)
                and not gives_contact(prose),
                language=block.language or self._language,
                key=block.key,
                stem=prose_of(stem) if continues else None,
            )
        )

    def _exemption(self, text: str) -> str:
        """Why a sentence of a claim's block is none; empty where it is one."""
        sentence = normal(text)
        if not any(c.isalnum() for c in sentence):
            return Role.BOILERPLATE.value
        if self._phrases and any(phrase in sentence.casefold() for phrase in self._phrases):
            return "exempt"
        if has_blank(sentence):
            return Role.FORM.value
        if is_question(sentence) and not holds_figure(sentence):
            return Role.QUESTION.value
        if is_blurb(sentence):
            return Role.CONTACT.value
        if is_usage(sentence):
            return Role.USAGE.value
        return Role.BOILERPLATE.value if is_boilerplate(sentence) else ""


def _credited(sentences: Iterable[Prose]) -> Iterator[list[Prose]]:
    """Each sentence with the credits in parentheses that stand behind its full stop: "It rose. (Doe, 2011)"."""
    group: list[Prose] = []
    for sentence in (part for whole in sentences for part in _parted(whole)):
        if group and not _is_credit(sentence):
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def _parted(prose: Prose) -> Iterator[Prose]:
    """A credit that opens a sentence is behind the one before: "(Doe, 2011) Texts fell." holds one of each."""
    end = prose.plain.find(")") + 1 if prose.plain.startswith("(") else 0
    rest = prose.plain[end:].lstrip()
    if end and rest[:1].isupper() and _is_credit(prose.slice(Span(0, end))):
        yield prose.slice(Span(0, end))
        prose = prose.slice(Span(end, len(prose.plain))).strip()
    yield prose


_POINTERS = frozenset({MarkKind.NOTE, MarkKind.CITATION})


def _points_out(prose: Prose) -> bool:
    """Whether a lead names a source for what it opens: a note, a key or a link to another site."""
    return any(
        mark.kind in _POINTERS or (mark.kind is MarkKind.LINK and mark.target.startswith(("http://", "https://")))
        for mark in prose.marks
    )


def _is_credit(prose: Prose) -> bool:
    text = prose.plain.rstrip(".")
    if not (text.startswith("(") and text.endswith(")")) or len(text.split()) > _LONGEST_CREDIT:
        return False
    linked = any(mark.kind is MarkKind.LINK and 2 * len(mark.span) > len(text) for mark in prose.marks)
    return linked or looks_like_citation(text)
