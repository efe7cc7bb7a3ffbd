"""Case pages: Markdown files in which a heading is a test, a fence a file, and the last fence what is expected.

    ## A retyped figure                     the test's name

    ```markdown talking-points.md           a file; the info string names it
    …
    ```

    ```report                               the findings, as `concise` prints them; empty: none
    talking-points.md:3:9: DV501 …
    ```

A case may also be one pair, which is shorter to write and to read:

    ```pair
    claim: In 2011 the line answered 9,241 calls.
    statement: In 2011 the line answered 9,214 calls.
    ```

    ```report
    DV501 error at "9,241": …
    ```

A file `baseline.json` is the baseline of its case.

A file in `evidence/` is the evidence of the source that names it, and no document.

Errors and warnings of every rule are part of a report, infos only of the rule the page is about.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dvht_lint.commands import baseline
from dvht_lint.commands.project import Opened
from dvht_lint.config import Config, load
from dvht_lint.diagnostic import Diagnostic, Severity
from dvht_lint.session import Session

AS_OF = date(2026, 11, 23)
_FENCE = re.compile(r"^(`{3,})([^\n`]*)\n(.*?)^\1[ \t]*$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#{2,6} +(.+?) *$", re.MULTILINE)
_CONFIGURATION = "dvht_lint.toml"
_EVIDENCE = "evidence/"
_BASELINE = "baseline.json"


@dataclass
class Case:
    """One test of a page; `span` is where the text of its expected report stands in the page."""

    page: Path
    name: str
    files: dict[str, str] = field(default_factory=dict)
    pair: str | None = None
    expected: str | None = None
    span: tuple[int, int] = (0, 0)

    @property
    def rule(self) -> str:
        """The name of the rule that the page is about."""
        return self.page.stem


def cases(page: Path) -> list[Case]:
    """The cases of a page, in order."""
    text = page.read_text(encoding="utf-8")
    fences = list(_FENCE.finditer(text))
    inside = [f.span() for f in fences]
    headings = [h for h in _HEADING.finditer(text) if not any(a <= h.start() < b for a, b in inside)]
    found = []
    for index, heading in enumerate(headings):
        end = headings[index + 1].start() if index + 1 < len(headings) else len(text)
        case = Case(page, heading[1])
        for fence in fences:
            if heading.end() <= fence.start() < end:
                _take(case, fence)
        if case.files or case.pair is not None:
            found.append(case)
    return found


def _take(case: Case, fence: re.Match[str]) -> None:
    info, body = fence[2].strip(), fence[3]
    if info == "report":
        case.expected = body
        case.span = fence.span(3)
    elif info == "pair":
        case.pair = body
    else:
        case.files[info.split()[-1]] = body


def report(case: Case, root: Path) -> str:
    """What the linter says of a case, one finding a line."""
    return "".join(f"{line}\n" for line in _lines(case, root))


def _lines(case: Case, root: Path) -> Iterator[str]:
    if case.pair is not None:
        yield from _pair_lines(case, root)
        return
    for diagnostic in _diagnostics(case, root, case.files):
        start = diagnostic.region.start
        yield f"{diagnostic.path}:{start.line}:{start.column}: {diagnostic.code} {diagnostic.message}"


def _pair_lines(case: Case, root: Path) -> Iterator[str]:
    assert case.pair is not None
    row: dict[str, str] = {"id": "pair"}
    for line in case.pair.splitlines():
        key, _, value = line.partition(":")
        row[key.strip()] = value.strip()
    line = json.dumps(row, ensure_ascii=False)
    for d in _diagnostics(case, root, {"pairs.jsonl": line + "\n"}):
        yield f'{d.code} {d.severity} at "{d.span.cut(line)}": {d.message}'


def _diagnostics(case: Case, root: Path, files: dict[str, str]) -> list[Diagnostic]:
    config = Config(root=root)
    if _CONFIGURATION in files:
        (root / _CONFIGURATION).write_text(files[_CONFIGURATION], encoding="utf-8")
        config = load(root, environ={})
    session = Session(_with_date(config))
    for name, text in files.items():
        if name not in {_CONFIGURATION, _BASELINE} and not name.startswith(_EVIDENCE):
            session.update(name, text.encode())
    _put_evidence(session, files)
    found = session.diagnostics()
    if _BASELINE in files:
        known = baseline.parse(_BASELINE, files[_BASELINE].encode())
        found = baseline.apply(known, Opened(session, set(session.documents))).kept
    return [d for d in found if d.severity is not Severity.INFO or d.name == case.rule]


def _put_evidence(session: Session, files: dict[str, str]) -> None:
    """Give the session what stands in `evidence/`, as the commands do with what is on disk."""
    from dvht_lint.readers.evidence import read_pages
    from dvht_lint.session.evidence import Copy

    for source in [source for document in session.ordered for source in document.sources]:
        name = str(source.fields.get("evidence", ""))
        if name in files:
            pages = tuple(read_pages(name, files[name].encode()))
            session.put_evidence((source.document, source.id), Copy(name, pages, files[name], source.id))


def _with_date(config: Config) -> Config:
    from dataclasses import replace

    return config if config.as_of else replace(config, as_of=AS_OF)


def accept(case: Case, got: str) -> None:
    """Write what the linter says into the page as the expected report."""
    text = case.page.read_text(encoding="utf-8")
    # An earlier case of the page may have grown: find this case's fence afresh.
    current = next(c for c in cases(case.page) if c.name == case.name)
    start, end = current.span
    case.page.write_text(text[:start] + got + text[end:], encoding="utf-8")
