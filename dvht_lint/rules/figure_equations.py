"""Sums that a text works out before the reader's eyes: equations, shares of a count, so many at so much each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from dvht_lint.model import Kind, Qualifier, Quantity
from dvht_lint.records import record
from dvht_lint.rules.figure_arithmetic import Contradiction
from dvht_lint.text import Span

__all__ = ["equations", "remainders", "shares", "totals"]

_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "k": 1e3, "m": 1e6, "bn": 1e9, "b": 1e9}
_NUMBER = (
    r"[$€£]?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:\s?(?P<scale>thousand|million|billion|trillion|k|bn|[mMB])\b)?"
    r"(?P<share>\s?%|\spercent\b)?"
)
_WORDS = r"(?P<words>(?:\s+(?!x\s)[A-Za-z][A-Za-z'’/-]*){0,4})"
_TERM = re.compile(rf"(?<![\w.,$€£]){_NUMBER}(?![\w]){_WORDS}")
_TIGHT_FRACTION = re.compile(r"(?<![\w.,/-])(\d{1,4})/(\d{1,5})(?![\w/.-])")
_OPERATOR = re.compile(r"\s*(?:[×∗·÷]|\s[x*/+−–-](?=\s))\s*")
_EQUALS = re.compile(r"\s*(?P<sign>[=≈])\s*")
_CONVERTIBLE = re.compile(
    r"\b(?:second|minute|hour|day|week|month|year|mile|kilomet|met(?:er|re)|feet|foot|inch|pound|kilo|gram|tonne?|acre|hectare)",
    re.IGNORECASE,
)
_DENIED = re.compile(r"[,;]?\s+(?:and\s+)?(?:not|instead of|rather than)\b")
"""What follows where a text shows that a rule adds up otherwise: "50% + 30% = 65%, not 80%"."""
_ROUGHLY = 0.06
"""How far the sides of "≈" may be apart, as a part of the greater."""

_OF = re.compile(r"\s+(?:[a-z]+\s+){0,2}?(?:out\s+)?of\s+(?:(?:the|its|their|those|these|all|a total of|our)\s+)*")
_SHARE_GAP = re.compile(
    r"(?:\s+[^\W\d_][\w'’-]*){0,5}(?:\s*[(\[]\s*|,\s+or\s+|\s+[–—]\s+|,\s+)(?:or\s+|i\.e\.,?\s+|that is,?\s+)?"
    r"(?:(?:about|around|roughly|approximately|just|only|some|nearly|almost|over|more than|under|less than)\s+)*"
)
_CLOSES = re.compile(r"\s*[)\].;]|$")
_OF_THE_WHOLE = re.compile(r"(?:^|[.;:,(]\s+|\b)[Oo]f\s+(?:(?:the|these|those|its|their|all|a total of|our)\s+)*$")
_PART_GAP = re.compile(r"(?:\s+[^\W\d_][\w'’-]*){1,8},\s+(?:(?:about|only|just|some)\s+)?")
_BRACKET = re.compile(r"(?:\s+[^\W\d_][\w'’-]*)?\s*\(\s*")

_AT = re.compile(r"(?:\s+[^\W\d_][\w'’-]*){1,4}\s+(?:of|at|for|costing|worth|with|times|paying|averaging)\s+")
_EACH = re.compile(r"\s*(?:[\w'’-]+\s+){0,2}?(?:each|apiece|a piece|per\s+[a-z]+|an?\s+[a-z]+)\b")
_TOTAL = re.compile(
    r"\b(?:total(?:s|l?ing|ed)?|comes? to|came to|cost(?:s|ing)?|makes?|making|equals?|amount(?:s|ed|ing)? to|add(?:s|ed|ing)? up to"
    r"|sums?|altogether|in all|worth|rais(?:ed|es|ing)|brings? in|would be|is)\b|=|,\s+or\s+$",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:plus|minus|less|fees?|tax(?:es)?|discount|instead|from|than|annual(?:ly)?|month(?:ly|s)?|years?|weeks?|daily|days?|but|while|another|other|more)\b",
    re.IGNORECASE,
)
_LONGEST_GAP = 80

_REST = re.compile(r"\b(?:the\s+)?(?:remaining|remainder|other|rest)\b[^.;,\d]{0,20}$", re.IGNORECASE)
_RESTRICTED = re.compile(r"\b(?:of the|of these|of those|of whom|of them|of which)\s+$", re.IGNORECASE)


def equations(text: str) -> Iterator[Contradiction]:
    """Find "875 = 0.875 × 10,000": an equation of digits whose sides differ by more than their rounding."""
    for sign in _EQUALS.finditer(text):
        left, right = _before(text, sign.start()), _after(text, sign.end())
        if left is None or right is None or not (left.operators or right.operators):
            continue
        if _converts(left, right) or _DENIED.match(text, right.span.end):
            continue
        slack = _ROUGHLY * max(abs(left.high), abs(right.high)) if sign["sign"] == "≈" else 0.0
        if left.low - slack <= right.high and right.low - slack <= left.high:
            continue
        result, sum_ = (right, left) if left.operators else (left, right)
        message = (
            f"“{sum_.span.cut(text)}” is {_shown(sum_.value, result)}, not “{result.span.cut(text)}”."
            if not result.operators
            else f"“{left.span.cut(text)}” and “{right.span.cut(text)}” are not equal."
        )
        yield Contradiction(result.span, (sum_.span,), message)


@record(frozen=True, slots=True)
class _Side:
    """One side of an equation: what it comes to, and between what bounds if its figures were rounded."""

    value: float
    low: float
    high: float
    operators: int
    span: Span
    words: str
    share: bool


@record(frozen=True, slots=True)
class _Term:
    value: float
    slack: float
    span: Span
    words: str
    share: bool
    end: int
    worked: bool = False
    """Whether it is a fraction ("7/77"): a sum by itself."""


def _before(text: str, end: int) -> _Side | None:
    """The side that ends at an equals sign: the longest run of terms joined by operators."""
    start = max(0, end - 120)
    terms = _terms(text, start, end)
    run: list[_Term] = []
    operators: list[str] = []
    edge = end
    for term in reversed(terms):
        gap = text[term.end : edge]
        if run and not _OPERATOR.fullmatch(gap):
            break
        if not run and gap.strip():
            return None
        if run:
            operators.insert(0, gap.strip())
        run.insert(0, term)
        edge = term.span.start
    return _side(run, operators)


def _after(text: str, start: int) -> _Side | None:
    terms = _terms(text, start, min(len(text), start + 120))
    if not terms or text[start : terms[0].span.start].strip():
        return None
    run, operators = [terms[0]], []
    for term in terms[1:]:
        gap = text[run[-1].end : term.span.start]
        if not _OPERATOR.fullmatch(gap):
            break
        operators.append(gap.strip())
        run.append(term)
    return _side(run, operators)


def _terms(text: str, start: int, end: int) -> list[_Term]:
    fractions = {m.start(): m for m in _TIGHT_FRACTION.finditer(text, start, end)}
    inside = [Span(m.start(), m.end()) for m in fractions.values()]
    terms = []
    for match in fractions.values():
        over, under = int(match[1]), int(match[2])
        if under:
            terms.append(
                _Term(over / under, 0.0, Span(match.start(), match.end()), "", False, match.end(), worked=True)
            )
    for match in _TERM.finditer(text, start, end):
        if any(span.start <= match.start() < span.end for span in inside):
            continue
        digits = match["digits"].replace(",", "")
        factor = _SCALES.get((match["scale"] or "").lower(), 1.0) * (0.01 if match["share"] else 1.0)
        decimals = len(digits.partition(".")[2])
        exact = not decimals and factor == 1.0 and len(digits) < 4
        slack = 0.0 if exact else 0.5 * 10.0**-decimals * factor
        stop = match.end("words") - (len(match["words"]) - len(match["words"].rstrip()))
        spot = Span(match.start(), match.start("words"))
        terms.append(_Term(float(digits) * factor, slack, spot, match["words"].strip(), bool(match["share"]), stop))
    return sorted(terms, key=lambda term: term.span)


def _side(run: Sequence[_Term], operators: Sequence[str]) -> _Side | None:
    if not run or len(operators) != len(run) - 1:
        return None
    worked = [
        _worked(run, operators, lambda term, sign=sign: term.value + sign * term.slack)  # type: ignore[misc]
        for sign in (0, -1, 1)
    ]
    if any(value is None for value in worked):
        return None
    value, low, high = (float(v) for v in worked if v is not None)
    words = " ".join(term.words for term in run)
    span = Span(run[0].span.start, run[-1].span.end)
    operations = len(operators) + sum(term.worked for term in run)
    return _Side(value, min(low, high), max(low, high), operations, span, words, run[-1].share)


def _worked(run: Sequence[_Term], operators: Sequence[str], of: Callable[[_Term], float]) -> float | None:
    """The value of the terms: multiplied and divided first, then added up."""
    sums = [of(run[0])]
    for operator, term in zip(operators, run[1:], strict=True):
        value = of(term)
        if operator in {"×", "∗", "·", "x", "*"}:
            sums[-1] *= value
        elif operator in {"÷", "/"}:
            if not value:
                return None
            sums[-1] /= value
        else:
            sums.append(value if operator == "+" else -value)
    return sum(sums)


def _converts(left: _Side, right: _Side) -> bool:
    """Whether the sides are measured in different units: "10 × 6 minutes = 1 hour"."""
    ours, theirs = (set(_CONVERTIBLE.findall(side.words.lower())) for side in (left, right))
    return bool(ours ^ theirs) and bool(ours or theirs)


def _shown(value: float, like: _Side) -> str:
    return f"{value * 100:.4g}%" if like.share else f"{value:,.6g}" if abs(value) < 1e6 else f"{value:,.0f}"


def shares(text: str, figures: Sequence[Quantity]) -> Iterator[Contradiction]:
    """Find "7 of the 77 shelters (16%)" and "Of the 77 shelters, 7 (16%)": a share that is not the part's."""
    for i in range(len(figures) - 2):
        one, two, share = figures[i : i + 3]
        if not (_is_count(one) and _is_count(two)) or share.kind is not Kind.PERCENT or share.is_range:
            continue
        first, second = text[one.span.end : two.span.start], text[two.span.end : share.span.start]
        if _OF.fullmatch(first) and _SHARE_GAP.fullmatch(second):
            part, whole = one, two
        elif _OF_THE_WHOLE.search(text[: one.span.start]) and _PART_GAP.fullmatch(first) and _BRACKET.fullmatch(second):
            part, whole = two, one
        else:
            continue
        if whole.value_low <= 0 or part.value_low > whole.value_low or not _CLOSES.match(text, share.span.end):
            continue
        right = part.value_low / whole.value_low * 100
        if not _fits(right, share):
            message = f"“{part.text}” of “{whole.text}” is {right:.3g}%, not “{share.text}”."
            yield Contradiction(share.span, (part.span, whole.span), message)


def _is_count(q: Quantity) -> bool:
    return q.kind is Kind.NUMBER and not q.is_range and not q.per and q.qualifier is Qualifier.EXACT


def _fits(value: float, q: Quantity) -> bool:
    """Whether a figure says a value: rounded, cut off, or in the bounds that its qualifier gives it."""
    step = q.resolution or 1.0
    cut_off = q.value_low <= value < q.value_low + step
    return cut_off or q.low - step * 0.501 <= value <= q.high + step * 0.501


def totals(text: str, figures: Sequence[Quantity]) -> Iterator[Contradiction]:
    """Find "25 visits of $40 each … a total of $1,200": so many at so much do not make the total."""
    for i in range(len(figures) - 2):
        count, price, total = figures[i : i + 3]
        if not _is_count(count) or price.is_range or total.is_range or total.per or count.value_low < 2:
            continue
        money = price.kind is total.kind is Kind.MONEY and price.unit == total.unit
        things = _is_count(price) and _is_count(total) and price.unit and price.unit == total.unit
        if not (money or things) or not _AT.fullmatch(text[count.span.end : price.span.start]):
            continue
        gap = text[price.span.end : total.span.start]
        each = _EACH.match(gap)
        behind = text[total.span.end : total.span.end + 24]
        said = _TOTAL.search(gap[each.end() :] if each else gap) or re.match(
            r"[^.;]{0,16}\b(?:in all|altogether|in total)\b", behind
        )
        if len(gap) > _LONGEST_GAP or not said or (things and not each) or _OTHERWISE.search(gap + behind):
            continue
        right = count.value_low * price.value_low
        if price.qualifier is Qualifier.EXACT and not _fits(right, total):
            message = f"“{count.text}” times “{price.text}” is {right:,.6g}, not “{total.text}”."
            yield Contradiction(total.span, (count.span, price.span), message)


def remainders(text: str, figures: Sequence[Quantity]) -> Iterator[Contradiction]:
    """Find "62% …, 25% …, and the remaining 21% …": with the rest the parts are the whole, and make 100%."""
    for i, last in enumerate(figures):
        if not _is_part(last) or not _REST.search(text[max(0, last.span.start - 40) : last.span.start]):
            continue
        run = [last]
        for q in reversed(figures[:i]):
            between = text[q.span.end : run[0].span.start]
            if q.kind is not Kind.PERCENT or len(between) > _LONGEST_GAP or re.search(r"[.;!?]\s", between):
                break
            run.insert(0, q)
        plain = all(map(_is_part, run)) and not any(
            _RESTRICTED.search(text[max(0, q.span.start - 12) : q.span.start]) for q in run
        )
        total = sum(q.value_low for q in run)
        slack = sum(q.resolution or 1.0 for q in run) / 2
        if len(run) > 1 and plain and total > 100 + slack:
            message = f"The parts {', '.join(f'“{q.text}”' for q in run)} add up to {total:.4g}%, more than the whole."
            yield Contradiction(last.span, tuple(q.span for q in run[:-1]), message)


def _is_part(q: Quantity) -> bool:
    return q.kind is Kind.PERCENT and not q.is_range and q.qualifier is Qualifier.EXACT
