"""Corpus sources whose title holds a whole citation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import yaml

from dvht_lint.config import Config
from dvht_lint.session import Session

CONFIG = replace(Config(root=Path()), as_of=date(2026, 11, 23))


def linked(*titles: str) -> list[tuple[str, list[str]]]:
    """The sources of one work, by the code that says so."""
    sources = {f"s{number}": {"type": "report", "title": title} for number, title in enumerate(titles, 1)}
    session = Session(CONFIG)
    session.update("corpus.yaml", yaml.safe_dump({"version": 1, "sources": sources}).encode())
    found = [d for d in session.diagnostics() if d.code in {"DV301", "DV306"}]
    return [(d.code, [d.source.id if d.source else "", *(r.id for r in d.related)]) for d in found]


def test_two_styles_of_one_citation_are_one_work() -> None:
    assert linked(
        "Roe, A., & Lee, B. (2012). Shelter and return among mothers. Violence Against Women, 18(4), 411-430.",
        "Roe A, Lee B. Shelter and return among mothers. Violence Against Women. 2012;18(4):411-30.",
    ) == [("DV306", ["s2", "s1"])]


def test_another_year_in_the_citation_is_a_drift_of_the_year() -> None:
    codes = [
        code
        for code, _ in linked(
            "Roe, A. (2012). Shelter and return among mothers in rural counties. Springfield: Harbor Press.",
            "Roe, A. (2013). Shelter and return among mothers in rural counties. Springfield: Harbor Press.",
        )
    ]
    assert "DV301" in codes


def test_other_works_stay_apart_and_a_plain_title_is_a_title() -> None:
    assert (
        linked(
            "Roe, A. (2012). Shelter and return among mothers. Violence Against Women, 18(4), 411-430.",
            "Roe, A. (2014). Housing and credit of survivors. Violence Against Women, 20(1), 11-30.",
            "Shelter and safety: what mothers say",
            "Annual Report 2011",
            "Annual Report 2012",
        )
        == []
    )
