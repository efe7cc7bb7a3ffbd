"""Which figures of a sentence are measured values about the world, and so need a source.

A share, a rate, a change, a count of many or a large sum is one. A figure is the writer's own where the clause that it
stands in plans, demands, advises or prices something, sets a condition or gives an example, tells of the writer's own work
or of a method, quotes a voice, or points at a table of the page itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dvht_lint.model import Kind, Quantity
from dvht_lint.roles.assertion import is_imperative
from dvht_lint.roles.cues import crude_sentences, normal
from dvht_lint.text import Span
from dvht_lint.words import FUNCTION_WORDS

__all__ = [
    "is_article",
    "keeps_record",
    "measured",
    "names_source",
    "prescribes",
    "reviews_others",
    "tells_of_own_work",
]

_SHARES = frozenset({Kind.PERCENT, Kind.POINTS, Kind.RATIO, Kind.RATE})
_MANY = 20
"""From so many on a count is a statistic by itself; fewer are seen on one's fingers."""
_LARGE_SUM = 100_000
"""From this amount of money on a sum is no price."""
_YEARS = range(1800, 2101)

_BREAK = re.compile(
    r"[;:—–()]|,\s+(?:and|but|which|who|while|so|because|of)\b|\b(?:that|because|since|whereas|although|though|while|but)\b"
)
"""Where a clause begins that the verb before it does not govern any more."""
_OWN = re.compile(
    r"\b(?:will|would|should|must|shall|ought|let['’]?s|going to|needs? to|(?:plan|aim|hope|intend|want|wish|pledge|promis|propos|commit|seek|try|work)(?:s|ed|es|ing|ting|ted)? (?:to|for|that)"
    r"|goals?|targets?|objectives?|propos(?:e|es|ed|ing|als?)|thresholds?|cut-?offs?|deadlines?|limit(?:s|ed)?|cap(?:s|ped)?|quotas?|mandat(?:e|es|ed)|fines?|fined|penalt(?:y|ies)|requir(?:e|es|ed|ing|ements?)"
    r"|at (?:the )?(?:most|least)|no (?:more|less|fewer) than|minimum|maximum|within|eligib\w+|qualif\w+)\b",
    re.IGNORECASE,
)
_REQUIREMENT = re.compile(r"\b(?:at (?:the )?(?:most|least)|no (?:more|less|fewer) than|within)\b", re.IGNORECASE)
_CONDITION = re.compile(
    r"^\W*(?:(?:and|but|so|then|or|even)\s+)?(?:if|unless|suppose|assume|assuming|imagine|say,|consider|let|given|whether|once|for (?:example|instance)|e\.g|example)\b"
    r"|\b(?:for (?:example|instance)|e\.g\.|i\.e\.|such as|hypothetical\w*|say,)",
    re.IGNORECASE,
)
_READER = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_WRITER = re.compile(
    r"\b(?:[Ww]e|I|us|[Mm]y|me|[Oo]ur(?!\s+(?:countr|nation|state|cit(?:y|ies)|count(?:y|ies)|communit|world|planet|societ|students?|children|youth|neighbo|region|societ|lives|homes?|schools?|econom|prison|jail|court)\w*))\b"
    r"(?!\s+(?:know|see|hear|believe|think)\b)"
)
_EXHIBIT = re.compile(
    r"\b(?:tables?|figures?|fig\.|figs\.|appendix|appendices|charts?|panels?|graphs?|plots?|maps?|exhibits?|equations?|supplement\w*)\s*(?:S?\d|[A-Z]\b|[ivxIVX]+\b|below|above|@)"
    r"|@(?:fig|tbl|sec|eq)-|\b(?:see|shown|displayed|plotted|reported|listed|summarized|summarised|presented) (?:in|on|below|above|here)\b|\bthis (?:table|figure|chart|map|graph|plot)\b",
    re.IGNORECASE,
)
_METHOD = re.compile(
    r"\bp\s?[<>=≤]\s?0?\.\d|\b[nNrRtFβαλσμ]²?\s?=\s?|\b(?:confidence|credible|prediction) intervals?|\b(?:\d+\s?%|95|90) (?:CI|HDI|CrI)\b|\bCIs?\b|\b(?:statistically )?significan\w+"
    r"|\bstandard (?:deviations?|errors?)|\b(?:coefficients?|regress\w+|bootstrap\w*|simulat\w+|iterations?|parameters?|imput\w+|weighted|priors?|posteriors?|quantiles?|percentiles?|"
    r"likelihood|covariates?|hyperparameters?|epochs?|baseline model|sample size|samples?|subsample|respondents?|participants?|interviewees?|observations?|dataset|data ?set|questionnaires?|response rate|kappa|alpha|odds ratios?|"
    r"hazard ratios?|effect sizes?|pixels?|resolution|versions?)\b",
    re.IGNORECASE,
)
_TELLING = re.compile(
    r"\b(?:average|averages|averaged|mean|median|total(?:s|ed|ling|ing)?|estimat\w+|record|rate|rates|rose|risen?|rises|rising|fell|fallen|falling|falls|increas\w+|decreas\w+|declin\w+|"
    r"dropp\w+|drops?|grew|grown?|grows|growth|shr[aiu]nk\w*|gain\w*|lost|per capita|life expectancy|costs? (?:the|taxpayers|society|employers|american)\w*)\b",
    re.IGNORECASE,
)
_PRICE = re.compile(
    r"\b(?:price[sd]?|pricing|fees?|tuition|tickets?|fares?|rent(?:al)?|subscri\w+|donat\w+|pledg\w+|gifts?|buys?|bought|purchas\w+|pay(?:s|ing|ment|ments)?|charg\w+|fines?|deposit\w*|salary|wage|wages|stipend\w*|grants? of|awards? of|bail|bond|"
    r"tax(?:es)? of|credit of|discount\w*|free|refund\w*|reimburs\w+|budget\w*|fund(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_PART = re.compile(r"\b(?:first|second|other|latter|former|last|next|better|top|bottom)\s+$", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?:§|\b(?:section|sec\.|article|art\.|clause|subsection|chapter|no\.|nr\.|#|rule|step|page|line|v|version))\s*\(?$|\($(?=\d+[A-Z]?\))",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?<!\bin )(?<!\bof )(?<!\bat )(?<!\bfrom )(?<!\bto )(?<!\bIn )\b([A-Z][a-z]+) $")
_NAMING_NOTHING = FUNCTION_WORDS | {
    *"january february march april may june july august september october november december".split(),
    *"some nearly almost roughly approximately approx around just only last exactly fully another today yesterday".split(),
}
_BESIDE = 40
"""Characters."""
_COMPARED = re.compile(
    r"\b(?:as|times?)\b|\b(?:more|less|higher|lower|greater|larger|smaller|fewer|likely)\b", re.IGNORECASE
)
_ALL = re.compile(
    r"\b(?:all|both|each|every|any|the other|other|these|those|our|the (?:first|last|next|top|following|remaining)|top|first|last|next)(?:\s+of)?(?:\s+the)?\s*$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"](?=[^“”\"]{12})[^“”\"]*[”\"]")
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|can|could|may|might|be|been|say|says|said|get|gets|got|make|makes|made|take|takes|took|give|gives|gave|go|goes|went|come|comes|came|live|lives|see|saw|seen"
    r"|died?|kills?|find|found|show|shows|shown|know|feel|felt|cost|costs|lost|lose|loses|rose|fell|grew|began|fled|spend|spends|spent|held|hold|holds|left|told|saw|account|accounts|face|faces|need|needs|work|works|report|reports"
    r"|experience|experiences|suffer|suffers|receive|receives|remain|remains|include|includes|represent|represents|earn|earns|own|owns|use|uses|become|becomes|live|range|ranges|equal|equals|occur|occurs|happen|happens|contain|contains"
    r"|[a-z]{3,}ed)\b",
    re.IGNORECASE,
)
_LABEL_WORDS = 12
_SOURCE_NAMED = re.compile(
    r"\b[Aa]ccording to (?:an? |the |its |his |her |their )?(?:[\w’'-]+ ){0,4}?[A-Z0-9]"
    r"|\b(?:[Dd]ata|[Ff]igures|[Ss]tatistics|[Rr]esearch|[Ss]tud(?:y|ies)|[Ss]urveys?|[Rr]eports?|[Aa]nalys[ie]s|[Ee]stimates|[Pp]oll|[Cc]ensus) (?:from|by|of|in|published|conducted|released|commissioned)(?: (?:in|by|the|a|an))* [A-Z]"
    r"|\b[A-Z][\w&.’'-]*(?:’s|'s)? (?:\d{4} )?(?:[\w-]+ ){0,3}?(?:report|survey|study|data|census|analysis|estimates?|figures|poll|found|finds|reports|reported|estimates|estimated|calculated|calculates|projects|projected|surveyed)\b"
)
_OWN_SECTIONS = re.compile(
    r"\b(?:methods?|methodology|materials|results|analys[ie]s|abstract|(?:study |research )?design|procedures?|participants|measures?|robustness|sensitivity|models?|simulations?|supplement\w*|appendix|"
    r"limitations?|algorithms?|configuration|settings?|installation|usage|changelog|release notes|pricing|prices|fees|schedules?|agenda|eligibility|requirements|recipes?|ingredients|our (?:impact|work|story|numbers|results)|"
    r"acknowledge?ments?|data (?:availability|collection|sources?|processing)|ethics|funding|how (?:to|it works|we)|example|examples|proposals?|recommendations?|goals?|targets?|timeline|roadmap|budget|demands?|our plan|what we)\b",
    re.IGNORECASE,
)


_METHODS = re.compile(
    r"\b(?:methods?|methodology|materials and methods|study design|statistical analysis|data collection|data and methods|simulations?)\b",
    re.IGNORECASE,
)
_RESULTS = re.compile(r"\b(?:results?|discussion|findings|evaluation|conclusions?)\b", re.IGNORECASE)
_REVIEWS = re.compile(
    r"\b(?:introduction|background|literature|related work|motivation|context|prevalence|burden|state of the art)\b",
    re.IGNORECASE,
)


_RECORD = re.compile(
    r"(?:^|[/_.-])(?:change-?logs?|changes|history|to-?do|release-?notes|meeting-?notes|minutes)(?:[/_.-]|$)",
    re.IGNORECASE,
)
_SHALL = re.compile(r"\bshall\b|§", re.IGNORECASE)
_FEW_CLAUSES, _ONE_IN = 5, 10


def measured(
    text: str, quantities: Iterable[Quantity], *, heading: str = "", stem: str = "", quoted: bool = False
) -> tuple[Quantity, ...]:
    """The figures of a sentence that are statistics, in order.

    `heading` is the heading it stands under, `stem` the lead that it continues, `quoted` says that all of it is somebody's
    words.
    """
    figures = [q for q in quantities if q.is_statistic]
    if not figures or quoted or tells_of_own_work(heading) or _EXHIBIT.search(text) or _METHOD.search(text):
        return ()
    if not stem and (is_imperative(normal(text)) or _is_label(text)):
        return ()
    voices = [Span(*m.span()) for m in _QUOTED.finditer(text)] if "“" in text or '"' in text else []
    found = (q for q in figures if not any(v.start <= q.span.start < v.end for v in voices))
    return tuple(q for q in found if _is_large(q, text) and not _is_own(q, text, stem))


def tells_of_own_work(heading: str) -> bool:
    """Whether what stands under a heading is the writer's own: a method, results, prices, a plan."""
    return bool(_OWN_SECTIONS.search(heading)) if heading else False


def keeps_record(path: str) -> bool:
    """Whether a file is a project's record of its own work: a change log, a list of things to do."""
    return _RECORD.search(path) is not None


def prescribes(texts: Iterable[str]) -> bool:
    """Whether a text is a statute, a contract or a model of one: a good part of its sentences say what shall be."""
    count = bound = 0
    for text in texts:
        count += len(crude_sentences(text))
        bound += len(_SHALL.findall(text))
    return bound >= _FEW_CLAUSES and _ONE_IN * bound >= count


def is_article(headings: Iterable[str]) -> bool:
    """Whether a document reports its own study: some headings tell of methods, others of results."""
    distinct = set(headings)
    return any(map(_METHODS.search, distinct)) and any(map(_RESULTS.search, distinct))


def reviews_others(heading: str) -> bool:
    """Whether a section of an article tells of others' work."""
    return _REVIEWS.search(heading) is not None


def names_source(text: str) -> bool:
    """Whether a sentence says in words whose figures it gives: "according to the Census Bureau"."""
    return _SOURCE_NAMED.search(text) is not None


def _is_label(text: str) -> bool:
    """Whether a short text without a verb or an end only names something: "A $20 minimum wage"."""
    bare = text.strip().rstrip("”\"’')]* ")
    return len(bare.split()) <= _LABEL_WORDS and not bare.endswith((".", "!")) and not _VERB.search(bare)


def _is_large(q: Quantity, text: str) -> bool:
    """Whether a figure is of a kind and size that a reader takes for a finding."""
    if q.kind is Kind.RATIO and not _is_share(q, text):
        return False
    if q.kind is Kind.RATE and not (q.per.isdigit() or q.value_high >= _MANY):
        return False
    if q.kind in _SHARES:
        return not (q.low == q.high and q.value_low in (0.0, 100.0)) or bool(q.base)
    if q.kind is Kind.MULTIPLE:
        return _COMPARED.search(text, q.span.start, min(len(text), q.span.end + 40)) is not None
    if q.kind is Kind.NUMBER:
        return _is_count(q, text)
    if q.kind is Kind.MONEY:
        priced = _PRICE.search(text) is not None
        return q.value_high >= _LARGE_SUM if not priced else q.value_high >= 10 * _LARGE_SUM or _tells(text, q)
    return _tells(text, q)


def _is_share(q: Quantity, text: str) -> bool:
    """Whether a ratio is a share of somebody: not "one of four criteria", "the second half", a scale of 1:500,000."""
    if text[max(0, q.span.start - 1) : q.span.start] in {":", "/"} or ":" in q.text:
        return False
    if any(c.isdigit() for c in q.text) or re.search(r"\b(?:in|out)\b", q.text, re.IGNORECASE):
        return True
    return bool(q.base) and " of " not in q.text and not _PART.search(text, max(0, q.span.start - 12), q.span.start)


def _is_count(q: Quantity, text: str) -> bool:
    value = q.value_high
    if _NUMBERED.search(text, max(0, q.span.start - 12), q.span.start):
        return False
    if value == int(value) and int(value) in _YEARS and q.factor == 1 and "," not in q.text:
        return False
    if _is_designator(q, text) or _ALL.search(text, max(0, q.span.start - 24), q.span.start):
        return False
    if q.unit:
        return value >= _MANY
    return value >= 100 * _MANY and (q.factor > 1 or "," in q.text)


def _is_designator(q: Quantity, text: str) -> bool:
    """Whether a number is the name of a thing: "Gap 143", "Gap 83 (decay)"."""
    before = _NAMED.search(text, max(0, q.span.start - 30), q.span.start)
    return before is not None and q.text.isdigit() and before[1].casefold() not in _NAMING_NOTHING


def _tells(text: str, q: Quantity) -> bool:
    """Whether words beside a figure say that it was measured: an average, an estimate, a rise."""
    return _TELLING.search(text, max(0, q.span.start - _BESIDE), min(len(text), q.span.end + _BESIDE)) is not None


def _writer_tells(text: str, q: Quantity) -> bool:
    """Whether the writer is the subject of the sentence, and the figure not what somebody else is known to have found."""
    found = _WRITER.search(text, 0, min(q.span.start, 60))
    return found is not None and not re.search(r"\bthat\b", text[found.end() : q.span.start])


def _is_own(q: Quantity, text: str, stem: str) -> bool:
    """Whether the clause of a figure makes it a plan, a demand, a price, a condition, an example or the writer's own work."""
    start = max((m.end() for m in _BREAK.finditer(text, 0, q.span.start)), default=0)
    end = next((m.start() for m in _BREAK.finditer(text, q.span.end)), len(text))
    before, clause = text[start : q.span.start], text[start:end]
    governed = f"{stem} {before}" if not start else before
    if _CONDITION.search(clause) or _CONDITION.search(text):
        return True
    own = _OWN.search(governed)
    if own and not (q.kind in _SHARES and _REQUIREMENT.fullmatch(own[0])):
        return True
    if _WRITER.search(governed) or _writer_tells(text, q):
        return True
    return q.kind not in _SHARES and _READER.search(text) is not None
