"""One report made by hand that holds every shape a finding can have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dvht_lint.diagnostic import (
    CitedSource,
    Diagnostic,
    FixEdit,
    Receipt,
    Region,
    Related,
    Report,
    ReportedFix,
    ReportedPair,
    RuleInfo,
    Safety,
    Severity,
    Subject,
)
from dvht_lint.model import Comparison, Source
from dvht_lint.text import SourceText, Span

NUMBER_PAGE = """A claim gives another figure than the statement it rests on.

Why: Readers repeat the figure, and a reporter who checks it finds another one. A number that nobody can
trace costs the organisation the trust that the rest of the page relies on.

Fails: "answered 20,427 calls" beside a statement of 19,427.
Passes: "answered more than 19,000 calls".
Fix: Write the figure of the statement.
"""
HEDGE_PAGE = """A claim drops a word that its statement hedges with.

Why: "Potential victims" were not all found to be victims.
"""

POINTS = SourceText(
    "docs/talking points.md",
    "# What we know\n"
    "\n"
    "In 2011, the national hotline, which people may call at any hour of the day or night and from any state, "
    "territory or tribal land, **answered 20,427 calls** and was able to connect 2,945 victims with shelter, legal "
    "aid and other services & supports in the places where they live.\n"
    "\n"
    "🚨🚨 相談 窓口\tone in four (20%) <of> callers were minors.\n"
    "\n"
    "Most survivors\nknow the person\nwho harmed them\nbefore the crime\nbegins.\n"
    "\n"
    "Call 1-888-373-7889 now.\n",
)
REFERENCES = SourceText(
    "references.md",
    "# Sources\n"
    "\n"
    "- The hotline **answered 19,427 calls** and connected 2,945 potential victims to services in 2011.\n"
    "\n"
    "Source: Polaris Project. (2012). Annual Report 2011.\n",
)
DOCUMENTS = {document.path: document for document in (POINTS, REFERENCES)}


def check(subject: object, settings: object) -> Iterator[None]:
    raise NotImplementedError


def rule(code: str, name: str, severity: Severity, doc: str, family: str = "quantities") -> RuleInfo:
    module = f"dvht_lint.rules.{family}.{name.replace('-', '_')}"
    return RuleInfo(code, name, severity, Comparison if family != "sources" else Source, check, doc, module)


RULES = (
    rule("DV101", "uncited-statistic", Severity.ERROR, "A figure rests on no statement.", "claims"),
    rule("DV308", "unused-source", Severity.INFO, "Nothing rests on a source.", "sources"),
    rule("DV403", "dropped-hedge", Severity.ERROR, HEDGE_PAGE, "wording"),
    rule("DV501", "number-drift", Severity.ERROR, NUMBER_PAGE),
)


def span_of(document: SourceText, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words))


def region_of(document: SourceText, words: str) -> Region:
    span = span_of(document, words)
    return Region(document.path, document.place(span.start), document.place(span.end))


def related_to(document: SourceText, words: str, message: str, name: str = "") -> Related:
    return Related(message, region_of(document, words), name, span_of(document, words))


def replace(document: SourceText, words: str, text: str, safety: Safety, title: str) -> ReportedFix:
    region, span = region_of(document, words), span_of(document, words)
    return ReportedFix(title, safety, (FixEdit(region.start, region.end, text, span),))


def diagnostic(code: str, name: str, severity: Severity, message: str, document: SourceText, words: str, **more):
    return Diagnostic(
        code,
        name,
        severity,
        more.pop("confidence", 1.0),
        message,
        region_of(document, words),
        span_of(document, words),
        fingerprint=more.pop("fingerprint"),
        url=f"https://example.org/rules/{name}",
        **more,
    )


CLAIM_TEXT = (
    "In 2011, the national hotline, which people may call at any hour of the day or night and from any state, "
    "territory or tribal land, answered 20,427 calls and was able to connect 2,945 victims with shelter, legal aid "
    "and other services & supports in the places where they live."
)
STATEMENT_TEXT = "The hotline answered 19,427 calls and connected 2,945 potential victims to services in 2011."


def mark(text: str, words: str) -> tuple[Span, ...]:
    return (Span(text.index(words), text.index(words) + len(words)),)


def pair(claim_words: str, statement_words: str) -> dict[str, Subject]:
    line = region_of(POINTS, POINTS.line(3))
    return {
        "claim": Subject("calls", CLAIM_TEXT, line, mark(CLAIM_TEXT, claim_words)),
        "statement": Subject(
            "hotline-2011",
            STATEMENT_TEXT,
            region_of(REFERENCES, REFERENCES.line(3)),
            mark(STATEMENT_TEXT, statement_words),
        ),
        "source": SOURCE,
    }


SOURCE = Subject(
    "polaris-2012", "Polaris Project. (2012). Annual Report 2011.", region_of(REFERENCES, REFERENCES.line(5))
)

NUMBER = diagnostic(
    "DV501",
    "number-drift",
    Severity.ERROR,
    "The claim says 20,427 calls; its statement says 19,427.",
    POINTS,
    "20,427",
    confidence=0.97,
    fingerprint="11aa22bb33cc44dd",
    related=(related_to(REFERENCES, "19,427", "the statement", "hotline-2011"),),
    fix=replace(POINTS, "20,427", "19,427", Safety.UNSAFE, "Write '19,427'"),
    **pair("20,427", "19,427"),
)
HEDGE = diagnostic(
    "DV403",
    "dropped-hedge",
    Severity.ERROR,
    "The statement speaks of 'potential victims'; the claim drops 'potential'.",
    POINTS,
    "victims",
    confidence=0.9,
    fingerprint="22aa22bb33cc44dd",
    related=(related_to(REFERENCES, "potential", "the statement", "hotline-2011"),),
    fix=replace(POINTS, "victims", "potential victims", Safety.SUGGESTION, "Write 'potential victims'"),
    **pair("victims", "potential victims"),
)
EMOJI = diagnostic(
    "DV512",
    "arithmetic",
    Severity.ERROR,
    'One in four is 25%, not 20%: "one in four (20%)" <contradicts> itself | 100% sure: a, b.',
    POINTS,
    "one in four (20%)",
    fingerprint="33aa22bb33cc44dd",
    claim=Subject("minors", "🚨🚨 相談 窓口 one in four (20%) <of> callers were minors.", None),
)
LINES = diagnostic(
    "DV101",
    "uncited-statistic",
    Severity.WARNING,
    "No statement says this.",
    POINTS,
    "Most survivors\nknow the person\nwho harmed them\nbefore the crime\nbegins.",
    fingerprint="44aa22bb33cc44dd",
    claim=Subject("survivors", "Most survivors know the person who harmed them before the crime begins.", None),
)
KEYPAD = diagnostic(
    "DV601",
    "contact-drift",
    Severity.ERROR,
    "1-888-373-7889 is not the hotline's number; the registry has 1-888-373-7888.",
    POINTS,
    "1-888-373-7889",
    fingerprint="55aa22bb33cc44dd",
    fix=replace(POINTS, "1-888-373-7889", "1-888-373-7888", Safety.SAFE, "Write '1-888-373-7888'"),
)
UNUSED = diagnostic(
    "DV308",
    "unused-source",
    Severity.INFO,
    "No statement rests on this source.",
    REFERENCES,
    "Polaris Project. (2012). Annual Report 2011.",
    fingerprint="66aa22bb33cc44dd",
    source=SOURCE,
    related=(related_to(POINTS, "What we know", "cited nowhere below this heading"),),
)
MISSING = Diagnostic(
    "DV001",
    "unreadable-document",
    Severity.ERROR,
    1.0,
    "The file is not UTF-8: byte 0xff at offset 3.",
    Region("old/notes.txt", POINTS.place(0), POINTS.place(0)),
    Span(0, 0),
    fingerprint="00aa22bb33cc44dd",
    url="https://example.org/rules/unreadable-document",
)
INSERTION = diagnostic(
    "DV503",
    "dropped-qualifier",
    Severity.WARNING,
    "The statement says 'about'.",
    POINTS,
    "",
    fingerprint="77aa22bb33cc44dd",
)
SUPPRESSED = diagnostic(
    "DV401",
    "reworded-claim",
    Severity.WARNING,
    "The claim is worded otherwise than its statement.",
    POINTS,
    "was able to connect",
    fingerprint="88aa22bb33cc44dd",
)


def make(*diagnostics: Diagnostic, **more) -> Report:
    found = tuple(sorted(diagnostics, key=Diagnostic.sort_key))
    count = {s: sum(d.severity is s for d in found) for s in Severity}
    receipt = Receipt(
        documents=3,
        claims=5,
        matched=2,
        uncited=3,
        exempt=4,
        quantities=9,
        seconds=0.0512,
        errors=count[Severity.ERROR],
        warnings=count[Severity.WARNING],
        infos=count[Severity.INFO],
        unchecked=1,
        version="1.2.3",
    )
    return Report(found, receipt, DOCUMENTS, rules=RULES, as_of=date(2026, 11, 23), **more)


SOURCES = (
    CitedSource(
        "polaris-2012",
        "Polaris Project (2012)",
        SOURCE.text,
        SOURCE.region,
        2012,
        14,
        2,
        "https://example.org/ar?a=1&b=2",
    ),
    CitedSource("undated", "A leaflet", "A leaflet, no date.", None, None, None, 0, "javascript:alert(1)"),
)
PAIRS = (
    ReportedPair(
        Subject("age", "The line answers at any hour.", region_of(POINTS, "at any hour")),
        Subject("hours", "The line answers at any hour.", region_of(REFERENCES, "services")),
        1.0,
        "exact",
    ),
)
SAMPLE = make(
    NUMBER,
    HEDGE,
    EMOJI,
    LINES,
    KEYPAD,
    UNUSED,
    MISSING,
    INSERTION,
    suppressed=(SUPPRESSED,),
    sources=SOURCES,
    pairs=PAIRS,
)
EMPTY = make()
