"""Rules on documents."""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Label
from dvht_lint.model import Document

__all__ = ["reported"]


def reported(document: Document, code: str) -> Iterator[Finding]:
    """The faults that the reader met and that a rule of this code reports: the common body of several rules."""
    for problem in document.problems:
        if problem.code == code:
            see = tuple(Label(document.path, span, "the other place") for span in problem.see)
            yield Finding(problem.message, at=Label(document.path, problem.span), see=see, key=problem.message)
