"""`rule`: the page of a rule, or a list of all rules."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence

from dvht_lint.diagnostic import RuleInfo
from dvht_lint.errors import UsageError
from dvht_lint.rules.base import all_rules
from dvht_lint.session import resolve
from dvht_lint.session.placing import RULE_PAGES
from dvht_lint.session.selection import suggestion

__all__ = ["add_options", "run"]


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of `rule`."""
    parser.add_argument("rule", nargs="?", metavar="CODE|NAME", help="the rule to explain, or a prefix such as DV5")
    parser.add_argument("--all", action="store_true", help="list every rule")
    parser.add_argument("--output-format", choices=("text", "json", "markdown"), default="text")


def run(options: argparse.Namespace) -> int:
    """Print a rule's page; exits 2 for a rule that does not exist."""
    rules = all_rules()
    if options.rule is None and not options.all:
        raise UsageError("name a rule (`dvht-lint rule DV501`), or list them with --all")
    if options.rule is not None:
        codes = resolve(options.rule, rules)
        if not codes:
            raise UsageError(f"unknown rule {options.rule!r}{suggestion(options.rule, rules)}")
        rules = tuple(r for r in rules if r.code in codes)
    pages = options.rule is not None and not options.all
    if options.output_format == "json":
        objects = [_object(r) for r in rules]
        print(json.dumps(objects[0] if pages and len(objects) == 1 else objects, ensure_ascii=False, indent=2))
    elif options.output_format == "markdown":
        print(table(rules) if not pages else "\n\n".join(page(r) for r in rules))
    elif pages:
        print("\n\n".join(_text_page(r) for r in rules))
    else:
        width = max(len(r.name) for r in rules)
        print(*(f"{r.code}  {r.name:{width}}  {r.severity:7}  {r.summary}" for r in rules), sep="\n")
    return 0


def _object(rule: RuleInfo) -> dict[str, str]:
    return {
        "code": rule.code,
        "name": rule.name,
        "family": rule.family,
        "severity": rule.severity.value,
        "summary": rule.summary,
        "explanation": rule.doc,
        "url": f"{RULE_PAGES}{rule.name}",
    }


def _text_page(rule: RuleInfo) -> str:
    return f"{rule.code} {rule.name} ({rule.severity})\n\n{rule.doc}"


def page(rule: RuleInfo) -> str:
    """A rule's page as Markdown; the headings of the docstring (`Why:` …) become headings."""
    lines = [f"# {rule.name} ({rule.code})", "", f"Severity: **{rule.severity}** · family: {rule.family}", ""]
    for line in rule.doc.split("\n"):
        head, colon, rest = line.partition(":")
        if colon and head in {"Why", "Fails", "Passes", "Fix", "Settings", "See"}:
            lines += [f"## {head}", ""]
            if rest.strip():
                lines.append(rest.strip())
        else:
            lines.append(line)
    return "\n".join(lines)


def table(rules: Sequence[RuleInfo]) -> str:
    """The README's table of rules."""
    rows = [f"| {r.code} | {r.name} | {r.severity} | {r.summary} |" for r in rules]
    return "\n".join(["| code | name | severity | what it finds |", "|---|---|---|---|", *rows])
