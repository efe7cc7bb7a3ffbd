"""How a rule is declared and found."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from typing import TypeVar

from dvht_lint.diagnostic import Finding, Fix, Label, RuleInfo, Safety, Severity, TextEdit
from dvht_lint.model import Claim, Comparison, Edit, Harm, Reason, Settings, Statement
from dvht_lint.rules.contradicting import contradictions_of
from dvht_lint.rules.figure_arithmetic import explains
from dvht_lint.text import Span

S = TypeVar("S")
RuleCheck = Callable[[S, Settings], Iterator[Finding]]

CONFIDENCE_FLOOR = 0.5
"""A difference found with less confidence than this is shown as an info."""

_RULES: dict[str, RuleInfo] = {}


def rule(
    code: str, name: str, *, on: type[S], severity: Severity = Severity.ERROR
) -> Callable[[RuleCheck[S]], RuleCheck[S]]:
    """Declare a check as the rule `code`, run on every `on`; the module's docstring is the rule's page.

    Raises `ValueError` where a code or name is taken: codes are never reused.
    """

    def register(check: RuleCheck[S]) -> RuleCheck[S]:
        module = importlib.import_module(check.__module__)
        taken = [r for r in _RULES.values() if (r.code == code or r.name == name) and r.module != check.__module__]
        if taken:
            raise ValueError(f"{code} {name} is taken by {taken[0].module}")
        _RULES[code] = RuleInfo(code, name, severity, on, check, (module.__doc__ or "").strip(), check.__module__)
        return check

    return register


@cache
def all_rules() -> tuple[RuleInfo, ...]:
    """Every rule of the package, by code. Walking the package is the registry: no rule is listed anywhere."""
    import dvht_lint.rules as package

    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        importlib.import_module(module.name)
    return tuple(sorted(_RULES.values(), key=lambda r: r.code))


def place(side: Claim | Statement, span: Span, message: str = "") -> Label:
    """The label of a span of one side's plain prose."""
    return Label(side.document, side.prose.source(span), message, side.id)


def findings_of(comparison: Comparison, reason: Reason) -> Iterator[Finding]:
    """One finding for each edit of a comparison with this reason: the common body of the DV4 and DV5 rules."""
    for edit in comparison.of(reason):
        yield finding_of(comparison, edit)


def finding_of(comparison: Comparison, edit: Edit) -> Finding:
    """An edit as a finding: at the changed words of the left side, beside those of the right."""
    left, right = comparison.left, comparison.right
    at = place(left, edit.left)
    fix = None
    if edit.replacement is not None:
        title = f"Write {edit.replacement!r}" if edit.replacement else f"Delete {edit.left.cut(left.prose.plain)!r}"
        fix = Fix(title, Safety.UNSAFE, (TextEdit(at.span, edit.replacement),))
    return Finding(
        edit.message,
        at=at,
        see=(place(right, edit.right, "the statement"), *_contradicted(left, edit)),
        fix=fix,
        severity=Severity.INFO if edit.harm is Harm.LESS or edit.confidence < CONFIDENCE_FLOOR else None,
        confidence=edit.confidence,
        key=f"{edit.left.cut(left.prose.plain)}|{edit.right.cut(right.prose.plain)}",
    )


def _contradicted(side: Claim | Statement, edit: Edit) -> Iterator[Label]:
    """The other figures of the text that the changed one no longer fits: DV512 says nothing of them."""
    if edit.harm is Harm.LESS or len(side.quantities) < 2:
        return
    for found in contradictions_of(side):
        if explains(edit, found):
            for span in (found.span, *found.others):
                if not span.overlaps(edit.left):
                    yield place(side, span, "no longer fits with it")
