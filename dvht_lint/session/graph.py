"""The incremental graph: document -> claims -> pairs -> comparisons, and the groups over all documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from dvht_lint import suppress
from dvht_lint.config import Config
from dvht_lint.diagnostic import Diagnostic, Label, RuleInfo
from dvht_lint.model import (
    Block,
    Claim,
    Comparison,
    ContactGroup,
    DeadLink,
    Document,
    EvidenceChange,
    Evidenced,
    Leftover,
    Miscited,
    NameGroup,
    Pair,
    Problem,
    Project,
    RepeatedClaim,
    Source,
    Stated,
    Statement,
    Translation,
    Uncited,
    Work,
)
from dvht_lint.rules.base import all_rules
from dvht_lint.session.checking import Checked, Checker, Subject
from dvht_lint.session.comparing import Comparisons
from dvht_lint.session.coverage import uncited
from dvht_lint.session.dialled import differing
from dvht_lint.session.doubles import told_once
from dvht_lint.session.evidence import Copy, CopyKey, EvidenceGraph
from dvht_lint.session.evidence.miscited import miscited_claim
from dvht_lint.session.groups import Groups
from dvht_lint.session.linking import Links
from dvht_lint.session.loading import load_document
from dvht_lint.session.matching import Matching, claim_key
from dvht_lint.session.placing import Context, Placing, place_finding
from dvht_lint.session.repeating import figure_differs, repeated_claims
from dvht_lint.session.retelling import ClaimName, retellings, with_retellings
from dvht_lint.session.selection import Selection, resolve, select
from dvht_lint.session.tabling import against_tables
from dvht_lint.session.translating import Translations
from dvht_lint.text import SourceText

__all__ = ["Session"]

_CRASH = "DV099"
_DIRECTIVE_CODES = frozenset({"DV901"})
"""Rules on what suppression itself left over; they run after it."""


class Session:
    """Documents and what is wrong with them, kept up to date.

    `update` takes the bytes of a file; `diagnostics` says what is wrong now. Any series of updates ends with the
    diagnostics of a fresh session over the same files.
    """

    def __init__(self, config: Config, rules: Iterable[RuleInfo] | None = None) -> None:
        """Raises `UsageError` or `ConfigurationError` where the configuration selects a rule that does not exist."""
        self.config = config
        self.settings = config.settings()
        self.rules = tuple(all_rules() if rules is None else rules)
        self.selection: Selection = select(config, self.rules)
        self.documents: dict[str, Document] = {}
        self.suppressed: tuple[Diagnostic, ...] = ()
        self._crash = next((r for r in self.rules if r.code == _CRASH), None)
        self._checker = Checker(self.selection.rules, self.settings, crash_rule=self._crash)
        self._matching = Matching(self.settings)
        self._groups = Groups(self.settings)
        self._translations = Translations(config.translations, self.settings)
        self._rendered: dict[str, Document] | None = None
        self._links = Links()
        self._evidence = EvidenceGraph(self.settings)
        self._outside: tuple[EvidenceChange | DeadLink, ...] = ()
        self._miscited: dict[tuple[str, int], tuple[Comparison, Miscited | None]] = {}
        self._comparisons = Comparisons(self.settings, self.documents, self.sources_of)
        self._placing = Placing(self.text, self.selection)
        self._uncited: dict[tuple[str, int], Uncited] = {}
        self._stated: dict[tuple[str, int], Stated] = {}
        self._tabled: dict[str, tuple[Document, tuple[RepeatedClaim, ...]]] = {}
        self._retold: dict[ClaimName, tuple[Label, ...]] = {}
        self._diagnostics: tuple[Diagnostic, ...] | None = None

    # --- updates ---------------------------------------------------------------------------------

    def update(self, path: str, data: bytes, *, reference: bool = False) -> None:
        """Read a file again; `reference` says that all of it is a reference half."""
        self.put(load_document(path, data, self.settings, reference=reference))

    def put(self, document: Document) -> None:
        """Take a document that was read elsewhere (in another process, or from the cache)."""
        self._forget(document.path)
        self._rendered = None
        self.documents[document.path] = document
        self._matching.update(document.path, document)
        self._matching.place(document.path, document.metadata.get("placed", ()))
        self._links.update(document.path, document)
        self._diagnostics = None

    def remove(self, path: str) -> None:
        """Forget a file."""
        self._forget(path)
        self._rendered = None
        if self.documents.pop(path, None) is not None:
            self._matching.update(path, None)
            self._matching.place(path, ())
            self._links.update(path, None)
            self._diagnostics = None

    def put_evidence(self, key: CopyKey, copy: Copy | None) -> None:
        """Take what the evidence of a source says; None where there is none any more."""
        if self._evidence.put(key, copy):
            self._diagnostics = None

    def put_outside(self, found: Iterable[EvidenceChange | DeadLink]) -> None:
        """Take what was found out about the sources outside of the documents: since the lock, or online."""
        found = tuple(found)
        if found != self._outside:
            self._outside, self._diagnostics = found, None

    def _forget(self, path: str) -> None:
        self._comparisons.forget(path)
        for memory in (self._uncited, self._stated, self._miscited):
            for key in [k for k in memory if k[0] == path]:
                del memory[key]

    # --- what is there ---------------------------------------------------------------------------

    @property
    def ordered(self) -> tuple[Document, ...]:
        """The documents by path."""
        return tuple(self.documents[p] for p in sorted(self.documents))

    def claims(self) -> Iterator[tuple[Document, int, Claim]]:
        """Every claim with its document and its place in it."""
        for document in self.ordered:
            for position, claim in enumerate(document.claims):
                yield document, position, claim

    def pair(self, document: Document, position: int) -> Pair | None:
        """The pair of a claim, or None."""
        return self._matching.pair(claim_key(document, position))

    def cited(self, claim: Claim) -> tuple[Source, ...]:
        """The sources that a claim cites by itself, without a statement between."""
        return self._links.cited(claim)

    def backs(self, claim: Claim) -> bool:
        """Whether a claim says itself where it is from, or its page translates one that does."""
        return claim.document in self._originals() or self._links.backs(claim)

    def _originals(self) -> dict[str, Document]:
        """The original of each translation, by the translation's path."""
        if self._rendered is None:
            self._rendered = self._translations.originals(self.documents)
        return self._rendered

    def sources_of(self, statement: Statement) -> tuple[Source, ...]:
        """The sources that a statement rests on."""
        return self._links.sources_of(statement)

    def works(self) -> tuple[Work, ...]:
        """The works behind all citations."""
        return self._groups.works(self.ordered)

    def evidenced(self) -> Iterator[tuple[Evidenced, tuple[Miscited, ...]]]:
        """Each statement beside what its sources say, and each claim that cites a source without a statement between."""
        sides: list[Claim | Statement] = [s for d in self.documents.values() for s in d.statements]
        sides += [c for d, i, c in self.claims() if c.citations and self.pair(d, i) is None]
        return self._evidence.subjects(self.ordered, sides, self._named_by)

    @property
    def evidence(self) -> Mapping[CopyKey, Copy]:
        """The copies of sources at hand."""
        return self._evidence.copies

    def _named_by(self, side: Claim | Statement) -> tuple[Source, ...]:
        return self.cited(side) if isinstance(side, Claim) else self.sources_of(side)

    def comparison(self, document: Document, position: int) -> Comparison | None:
        """The comparison of a claim with its statement, or None where it has none."""
        pair = self.pair(document, position)
        return self._comparisons.of(claim_key(document, position), pair) if pair is not None else None

    @property
    def expects_references(self) -> bool:
        """Whether the project has references of its own: configured, a corpus, or a file of nothing else."""
        return bool(self.config.references or self.config.corpus) or any(
            d.statements and not d.claims for d in self.documents.values()
        )

    @property
    def crashed(self) -> bool:
        """Whether a rule crashed in the last run."""
        return self._checker.crashed

    def text(self, path: str) -> SourceText:
        """The text of a document; empty for a file that is none."""
        document = self.documents.get(path)
        return document.text if document is not None else SourceText(path, self._evidence.text_of(path) or "")

    # --- diagnostics -----------------------------------------------------------------------------

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything wrong now, in the order of `Diagnostic.sort_key`."""
        if self._diagnostics is None:
            self._diagnostics = self._run()
        return self._diagnostics

    def _run(self) -> tuple[Diagnostic, ...]:
        self._retold = {}
        placed = [d for checked in self._checker.run(self._subjects()) for d in self._placed(checked)]
        self._placing.forget()
        placed = [d for d in placed if not self.selection.silences(d.code, d.path)]
        placed = told_once(placed, self._outside, self.text)
        kept, suppressed = self._suppress(with_retellings(placed, self._retold, self.text))
        self.suppressed = tuple(sorted(suppressed, key=Diagnostic.sort_key))
        return tuple(sorted(kept, key=Diagnostic.sort_key))

    def _placed(self, checked: Checked) -> Iterator[Diagnostic]:
        for rule, finding in checked.found:
            context = self._links.context(checked.subject.context, finding, self._matching.statement)
            yield self._placing.place(rule, finding, context)

    def _suppress(self, placed: list[Diagnostic]) -> tuple[list[Diagnostic], list[Diagnostic]]:
        """Apply the directives of every file, then report those that silenced nothing."""
        by_path: dict[str, list[Diagnostic]] = {}
        for diagnostic in placed:
            by_path.setdefault(diagnostic.path, []).append(diagnostic)
        kept: list[Diagnostic] = []
        silenced: list[Diagnostic] = []
        expand = partial(resolve, rules=self.rules)
        for document in self.ordered:
            found = by_path.pop(document.path, [])
            outcome = suppress.apply(found, document.directives, expand, self.settings.as_of)
            kept.extend(outcome.kept)
            silenced.extend(outcome.suppressed)
            kept.extend(self._unused(document, outcome))
        for rest in by_path.values():
            kept.extend(rest)
        return kept, silenced

    def _unused(self, document: Document, outcome: suppress.Outcome) -> Iterator[Diagnostic]:
        rule = next((r for r in self.selection.rules if r.code in _DIRECTIVE_CODES), None)
        if rule is None or not outcome.unused or self.selection.silences(rule.code, document.path):
            return
        subject = Leftover(document, outcome.unused)
        for finding in rule.check(subject, self.settings):
            yield place_finding(rule, finding, Context(), self.text, self.selection)

    # --- subjects --------------------------------------------------------------------------------

    def _subjects(self) -> Iterator[Subject]:
        """All that rules look at, one after the other."""
        for document in self.ordered:
            yield Subject(self._links.with_problems(document), document.path)
            if self._checker.wants(Block):
                yield from (Subject(block, document.path) for block in document.blocks)
            for source in document.sources:
                yield Subject(source, document.path, Context(source=source))
            for statement in document.statements:
                yield Subject(statement, document.path, Context(statement=statement))
        pairs: list[Pair] = []
        originals = self._originals()
        for document in self.ordered:
            if document.path in originals:
                yield from self._translation_subjects(document, originals[document.path])
                continue
            for position, claim in enumerate(document.claims):
                yield Subject(claim, document.path, Context(claim=claim))
                yield from self._claim_subjects(document, position, pairs)
            yield from self._uncited_subjects(document)
            yield from self._stem_subjects(document)
        yield from self._group_subjects()
        if self._checker.wants(ContactGroup):
            yield from self._dialled_subjects(pairs)
        if self._checker.wants(Project):
            yield Subject(self._links.project(self.ordered, tuple(pairs)), "")

    def _claim_subjects(self, document: Document, position: int, pairs: list[Pair]) -> Iterator[Subject]:
        claim = document.claims[position]
        pair = self.pair(document, position)
        if pair is not None:
            pairs.append(pair)
            sources = self.sources_of(pair.statement)
            context = Context(claim, pair.statement, sources[0] if sources else None)
            yield Subject(pair, document.path, context)
            comparison = self._comparisons.of(claim_key(document, position), pair)
            yield Subject(comparison, document.path, context)
            yield self._stated_subject(document, position, comparison)
            if claim.citations and sources and self._checker.wants(Miscited):
                yield from self._miscited_subject(document, position, comparison)
        else:
            yield self._stated_subject(document, position, None)

    def _uncited_subjects(self, document: Document) -> Iterator[Subject]:
        found = uncited(
            document,
            self.settings.coverage,
            is_paired=lambda position: self.pair(document, position) is not None,
            backs=self._links.backs,
            project_has_references=self.expects_references,
        )
        for position, value in found:
            key = claim_key(document, position)
            if self._uncited.get(key) != value:
                self._uncited[key] = value
            yield Subject(self._uncited[key], document.path, Context(claim=value.claim))

    def _stated_subject(self, document: Document, position: int, comparison: Comparison | None) -> Subject:
        key, claim = claim_key(document, position), document.claims[position]
        known = self._stated.get(key)
        if known is None or known.claim is not claim or known.comparison is not comparison:
            known = self._stated[key] = Stated(claim, comparison)
        return Subject(known, document.path, Context(claim=claim))

    def _stem_subjects(self, document: Document) -> Iterator[Subject]:
        """The stems of lists, beside the statements that their bullets rest on."""
        bullets = ((claim_key(document, i), self.pair(document, i)) for i, c in enumerate(document.claims) if c.stem)
        for pair, comparison in self._comparisons.of_stems((key, pair) for key, pair in bullets if pair is not None):
            yield Subject(comparison, document.path, Context(pair.claim, pair.statement))

    def _translation_subjects(self, document: Document, original: Document) -> Iterator[Subject]:
        """The claims of a translation: they rest on the original, and nothing else is asked of them."""
        for position, claim in enumerate(document.claims):
            yield Subject(claim, document.path, Context(claim=claim))
            yield self._stated_subject(document, position, None)
        if self._checker.wants(Translation):
            for translation in self._translations.compared(original, document):
                left = translation.comparison.left
                yield Subject(translation, document.path, Context(left if isinstance(left, Claim) else None))

    def _miscited_subject(self, document: Document, position: int, comparison: Comparison) -> Iterator[Subject]:
        """The claim that names one source and restates what rests on another."""
        key = claim_key(document, position)
        known = self._miscited.get(key)
        if known is None or known[0] is not comparison:
            claim = document.claims[position]
            known = (comparison, miscited_claim(claim, comparison, self.cited(claim), self.sources_of, self.works))
            self._miscited[key] = known
        if known[1] is not None:
            yield Subject(
                known[1], document.path, Context(claim, comparison.pair.statement if comparison.pair else None)
            )

    def _evidence_subjects(self) -> Iterator[Subject]:
        for evidenced, miscited in self.evidenced():
            side = evidenced.statement
            source = evidenced.sources[0] if evidenced.sources else None
            claim, statement = (side, None) if isinstance(side, Claim) else (None, side)
            context = Context(claim, statement, source)
            yield from (Subject(value, side.document, context) for value in (evidenced, *miscited))

    def _group_subjects(self) -> Iterator[Subject]:
        if self._checker.wants(Evidenced) or self._checker.wants(Miscited):
            yield from self._evidence_subjects()
        for found in self._outside:
            yield Subject(found, found.source.document, Context(source=found.source))
        if self._checker.wants(Work):
            for work in self.works():
                yield Subject(work, work.sources[0].document, Context(source=work.sources[0]))
        if self._checker.wants(RepeatedClaim):
            yield from self._repeated_subjects()
        if self._checker.wants(NameGroup):
            for names in self._groups.names(self.ordered):
                yield Subject(names, names.mentions[0].document)
        if self._checker.wants(ContactGroup):
            for contacts in self._groups.contacts(self.ordered):
                yield Subject(contacts, contacts.mentions[0][0])

    def _dialled_subjects(self, pairs: Iterable[Pair]) -> Iterator[Subject]:
        """The numbers of claims that are not their statement's, and that nothing was said of yet."""
        told = {
            (path, prose.source(mention.span))
            for group in self._groups.contacts(self.ordered)
            for path, prose, mention in group.mentions
            if group.contact is not None or mention.expected
        }
        for pair in pairs:
            found = differing(pair)
            if found is not None:
                path, prose, mention = found.mentions[0]
                if (path, prose.source(mention.span)) not in told:
                    yield Subject(found, path, Context(pair.claim, pair.statement))

    def _repeated_subjects(self) -> Iterator[Subject]:
        """The claims whose figure differs from that of the same claim elsewhere or of their page's table, and from no statement."""
        yield from self._tabled_subjects()
        translated = self._originals()
        groups = self._groups.repeated(d for d in self.ordered if d.path not in translated)
        if not groups:
            return
        concerned = {id(side) for group in groups for side in group.sides}
        compared = {id(c): self.comparison(d, i) for d, i, c in self.claims() if id(c) in concerned}

        def backed(side: Claim | Statement) -> bool:
            return compared.get(id(side)) is not None or isinstance(side, Statement)

        for group in groups:
            drifted = {id(c) for c in group.sides if (own := compared.get(id(c))) is not None and figure_differs(own)}
            for claim in group.sides:
                if isinstance(claim, Claim) and id(claim) in drifted:
                    self._retold[claim.document, claim.id] = retellings(claim, group)
            for repeated in repeated_claims(group, lambda side, told=drifted: id(side) in told, backed):  # type: ignore[misc]
                side = repeated.comparisons[0].left
                context = Context(side) if isinstance(side, Claim) else Context(statement=side)
                yield Subject(repeated, side.document, context)

    def _tabled_subjects(self) -> Iterator[Subject]:
        """The claims whose figure is not that of the cell of their own page which they restate."""
        for document in self.ordered:
            known = self._tabled.get(document.path)
            if known is None or known[0] is not document:
                known = self._tabled[document.path] = (document, tuple(against_tables(document)))
            for repeated in known[1]:
                claim = repeated.comparisons[0].left
                assert isinstance(claim, Claim)
                yield Subject(repeated, document.path, Context(claim))

    def problems(self) -> Iterator[tuple[Document, Problem]]:
        """The faults of the inputs themselves."""
        for document in self.ordered:
            for problem in document.problems:
                yield document, problem
