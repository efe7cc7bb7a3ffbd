from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dvht_lint.config import Config
from dvht_lint.diagnostic import Severity
from dvht_lint.errors import UsageError
from dvht_lint.model import How
from dvht_lint.session import Session

CONFIG = replace(Config(root=Path()), as_of=date(2026, 11, 23))

SENTENCES = (
    "In 2019 the county shelter housed 1,204 people.",
    "In 2019 the county shelter housed 1,240 people.",
    "About 40% of callers asked for legal help.",
    "Roughly 40 per cent of callers asked for legal help.",
    "Most survivors who called had been detected by a nurse.",
    "Some survivors who called had been detected by a nurse.",
    "Court advocates may speed up protection orders.",
    "Court advocates speed up protection orders.",
)
SOURCES = (
    "County Office on Violence. (2020). *Shelter report 2019*. Springfield, p. 3.",
    "County Office on Violence. (2021). *Shelter report 2019*. Springfield, p. 3.",
    "State Health Department. (2018). *Survey of callers*. Capital City, p. 9.",
)


@st.composite
def documents(draw: st.DrawFn) -> str:
    public = draw(st.lists(st.sampled_from(SENTENCES), max_size=4))
    lines = ["# Facts", "", *[line for s in public for line in (s, "")]]
    references = draw(st.lists(st.tuples(st.sampled_from(SENTENCES), st.sampled_from(SOURCES)), max_size=3))
    if references:
        lines += ["## References", ""]
        lines += [line for s, source in references for line in (f"- {s}", "", f"Source: {source}", "")]
    return "\n".join(lines)


PATHS = ("a.md", "b.md", "references.md")
UPDATES = st.lists(st.tuples(st.sampled_from(PATHS), st.none() | documents()), min_size=1, max_size=8)


@given(UPDATES)
@settings(max_examples=60)
def test_any_series_of_updates_ends_where_a_fresh_run_does(updates: list[tuple[str, str | None]]) -> None:
    session = Session(CONFIG)
    last: dict[str, str] = {}
    for path, text in updates:
        if text is None:
            session.remove(path)
            last.pop(path, None)
        else:
            session.update(path, text.encode())
            last[path] = text
        session.diagnostics()
    fresh = Session(CONFIG)
    for path, text in last.items():
        fresh.update(path, text.encode())
    assert session.diagnostics() == fresh.diagnostics()


def test_a_changed_reference_checks_the_claim_in_the_other_file_again() -> None:
    session = Session(CONFIG)
    reference = f"# References\n\n- {SENTENCES[0]}\n\nSource: {SOURCES[0]}\n"
    session.update("page.md", f"# Facts\n\n{SENTENCES[0]}\n".encode())
    session.update("references.md", reference.encode())
    assert not [d for d in session.diagnostics() if d.severity is Severity.ERROR]
    session.update("references.md", reference.replace("1,204", "1,250").encode())
    errors = [d for d in session.diagnostics() if d.severity is Severity.ERROR]
    assert [(d.code, d.path) for d in errors] == [("DV501", "page.md")]
    session.update("references.md", reference.encode())
    assert not [d for d in session.diagnostics() if d.severity is Severity.ERROR]


def test_what_did_not_change_is_not_done_again() -> None:
    session = Session(CONFIG)
    session.update("page.md", f"# Facts\n\n{SENTENCES[0]}\n\n{SENTENCES[2]}\n".encode())
    reference = (
        f"# References\n\n- {SENTENCES[0]}\n\nSource: {SOURCES[0]}\n\n- {SENTENCES[2]}\n\nSource: {SOURCES[2]}\n"
    )
    session.update("references.md", reference.encode())
    session.diagnostics()
    page = session.documents["page.md"]
    before = [session.comparison(page, i) for i in range(2)]
    # The last statement changes; nothing before it moves.
    session.update("references.md", reference.replace("legal help", "legal aid").encode())
    session.diagnostics()
    after = [session.comparison(page, i) for i in range(2)]
    assert before[0] is after[0]
    assert before[1] is not after[1]


def test_a_wrong_figure_neither_lowers_the_score_nor_hides_itself() -> None:
    session = Session(CONFIG)
    text = f"{SENTENCES[0]}\n\n## References\n\n- {SENTENCES[0]}\n\nSource: {SOURCES[0]}\n"
    session.update("right.md", text.encode())
    session.update("wrong.md", text.replace("1,204", "9,999", 1).encode())
    right, wrong = (session.pair(session.documents[p], 0) for p in ("right.md", "wrong.md"))
    assert right is not None
    assert wrong is not None
    assert right.how is How.EXACT
    assert wrong.score == pytest.approx(right.score)


def test_an_unknown_rule_is_refused_with_a_near_name() -> None:
    with pytest.raises(UsageError, match="did you mean 'number-drift'"):
        Session(replace(CONFIG, select=("number-drifts",)))


def test_a_rule_that_crashes_is_reported_by_name_and_the_others_go_on() -> None:
    from dvht_lint.rules.base import all_rules

    def crash(*_: object) -> None:
        raise ZeroDivisionError("boom")

    rules = [replace(r, check=crash) if r.code == "DV501" else r for r in all_rules()]
    session = Session(CONFIG, rules)
    text = f"{SENTENCES[1]}\n\nNo one asked. 12% left.\n\n## References\n\n- {SENTENCES[0]}\n\nSource: {SOURCES[0]}\n"
    session.update("page.md", text.encode())
    codes = [d.code for d in session.diagnostics()]
    assert "DV099" in codes
    assert "DV101" in codes
    assert session.crashed
    assert "number-drift" in next(d.message for d in session.diagnostics() if d.code == "DV099")
