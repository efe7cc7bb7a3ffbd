"""`junit`: one suite a document, one failed case a finding, for the test views of CI systems.

A finding below the fail level does not fail the run, so it is not a failure here either: it stands in its
case's output. A document without findings is one case that passed.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from dvht_lint.diagnostic import Diagnostic, Report
from dvht_lint.reports import RenderOptions
from dvht_lint.reports.phrases import by_path

__all__ = ["render"]

# What XML 1.0 cannot hold, even escaped.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report, options: RenderOptions) -> str:
    """Render the report."""
    found = by_path(report.diagnostics)
    paths = [*found, *sorted(path for path in report.documents if path not in found)]
    root = Element("testsuites", name="dvht-lint", time=f"{report.receipt.seconds:.3f}")
    tests = failures = 0
    for path in paths or ["dvht-lint"]:
        count, failed = _suite(root, path, found.get(path, []), options)
        tests += count
        failures += failed
    root.attrib |= {"tests": str(tests), "failures": str(failures), "errors": "0"}
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _suite(root: Element, path: str, diagnostics: list[Diagnostic], options: RenderOptions) -> tuple[int, int]:
    """Add a document's suite; returns how many cases it has and how many of them failed."""
    suite = SubElement(root, "testsuite", name=_legal(path))
    failures = sum(_case(suite, diagnostic, options) for diagnostic in diagnostics)
    if not diagnostics:
        SubElement(suite, "testcase", name="no findings", classname=_legal(path), time="0")
    tests = len(suite)
    suite.attrib |= {"tests": str(tests), "failures": str(failures), "errors": "0", "skipped": "0", "time": "0"}
    return tests, failures


def _case(suite: Element, diagnostic: Diagnostic, options: RenderOptions) -> bool:
    """Add a finding's case; returns whether it failed."""
    start = diagnostic.region.start
    name = f"{diagnostic.code} {diagnostic.name} {start.line}:{start.column}"
    case = SubElement(suite, "testcase", name=name, classname=_legal(diagnostic.path), time="0")
    failed = options.fail_level is not None and diagnostic.severity.rank <= options.fail_level.rank
    text = _legal("\n".join(_details(diagnostic)))
    if failed:
        message = _legal(diagnostic.message)
        SubElement(case, "failure", type=diagnostic.severity.value, message=message).text = text
    else:
        SubElement(case, "system-out").text = text
    return failed


def _details(diagnostic: Diagnostic) -> list[str]:
    start = diagnostic.region.start
    lines = [f"{diagnostic.path}:{start.line}:{start.column}: {diagnostic.code} {diagnostic.message}"]
    if diagnostic.claim:
        lines.append(f"claim: {diagnostic.claim.text}")
    if diagnostic.statement:
        lines.append(f"statement: {diagnostic.statement.text}")
    if diagnostic.fix:
        lines.append(f"fix: {diagnostic.fix.title}")
    lines += [f"fingerprint: {diagnostic.fingerprint}", diagnostic.url]
    return [line for line in lines if line]


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)
