from __future__ import annotations

from pathlib import Path

import pytest

from dvht_lint.rules.base import all_rules
from tests.rule_pages import Case, cases, report
from tests.rule_pages import accept as accept_report

PAGES = sorted((Path(__file__).parent / "rules").rglob("*.md"))
CASES = [case for page in PAGES for case in cases(page)]


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.page.parent.name}/{c.page.stem}: {c.name}")
def test_case(case: Case, tmp_path: Path, accept: bool) -> None:
    assert case.expected is not None, f"{case.page.name}: {case.name} ends without a ```report fence"
    got = report(case, tmp_path)
    if accept and got != case.expected:
        accept_report(case, got)
        return
    assert got == case.expected


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_page_is_named_for_its_rule_and_names_each_case_once(page: Path) -> None:
    rules = {r.name: r for r in all_rules()}
    assert page.stem in rules
    assert page.parent.name == rules[page.stem].family
    names = [c.name for c in cases(page)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_page_has_cases_that_must_be_flagged_and_cases_that_must_not(page: Path) -> None:
    code = next(r.code for r in all_rules() if r.name == page.stem)
    expected = [c.expected or "" for c in cases(page)]
    assert any(code in e for e in expected)
    assert any(code not in e for e in expected)
