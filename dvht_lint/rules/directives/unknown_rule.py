"""A comment names a rule that does not exist, or cannot be read.

Why: A misspelt suppression silences nothing, and a misspelt directive is not a directive: whoever wrote it believes
otherwise.

Fails: `<!-- dvht-lint: ignore[numbr-drift] reason="…" -->`, `ignroe[DV501]`, `ignore DV501`, `reasn="…"`.

Passes: codes, prefixes and names of rules: `ignore[DV501]`, `ignore[DV5]`, `ignore[number-drift]`.

Fix: Write what the message suggests; `dvht-lint rule --all` lists the rules.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding, Label
from dvht_lint.model import Document, Settings
from dvht_lint.rules.base import all_rules, rule


@rule("DV904", "unknown-rule", on=Document)
def check(document: Document, settings: Settings) -> Iterator[Finding]:
    """Report each argument that stands for no rule, and each directive that cannot be read."""
    del settings
    for directive in document.directives:
        for problem in directive.problems:
            if problem.code == "DV904":
                yield Finding(problem.message, at=Label(document.path, problem.span), key=problem.message)
        if directive.verb == "statement":
            continue
        for name, span in zip(directive.arguments, directive.argument_spans, strict=True):
            if not _is_known(name):
                message = f"there is no rule {name!r}{_near(name)}"
                yield Finding(message, at=Label(document.path, span), key=name)


def _is_known(name: str) -> bool:
    upper = name.upper()
    if upper in {"ALL", "DV"}:
        return True
    if upper.startswith("DV") and upper[2:].isdigit():
        return any(info.code.startswith(upper) for info in all_rules())
    return any(info.name == name.lower() for info in all_rules())


def _near(name: str) -> str:
    from difflib import get_close_matches

    known = [word for info in all_rules() for word in (info.code, info.name)]
    near = get_close_matches(name.upper(), known, n=1, cutoff=0.6) or get_close_matches(
        name.lower(), known, n=1, cutoff=0.6
    )
    return f"; did you mean {near[0]!r}?" if near else "; `dvht-lint rule --all` lists them"
