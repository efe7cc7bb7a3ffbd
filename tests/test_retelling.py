"""A claim that drifts from its statement and from the same claim elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from dvht_lint.config import Config
from dvht_lint.diagnostic import Diagnostic
from dvht_lint.session import Session

CONFIG = replace(Config(root=Path()), as_of=date(2026, 11, 23))
REFERENCES = """\
- In 2019 the county shelter housed 1,204 people.

  Source: County Office. (2020). *Report 2019*. Springfield: Author, p. 2.
"""


def diagnostics(**pages: str) -> tuple[Diagnostic, ...]:
    session = Session(CONFIG)
    for name, text in pages.items():
        session.update(f"{name}.md", text.encode())
    return session.diagnostics()


def test_the_drift_is_told_once_and_names_the_other_places() -> None:
    found = diagnostics(
        first="In 2019 the county shelter housed 1,240 people.\n",
        second="In 2019 the county shelter housed 1,204 people.\n",
        third="The county shelter housed 1,204 people in 2019.\n",
        references=REFERENCES,
    )
    (drift,) = (d for d in found if d.code.startswith(("DV1", "DV5")))
    assert (drift.code, drift.path) == ("DV501", "first.md")
    assert [r.region.path for r in drift.related if r.message.startswith("the same claim")] == ["second.md", "third.md"]


def test_a_place_with_the_same_wrong_figure_is_no_other_figure() -> None:
    found = diagnostics(
        first="In 2019 the county shelter housed 1,240 people.\n",
        second="In 2019 the county shelter housed 1,240 people.\n",
        references=REFERENCES,
    )
    assert [(d.code, [r.region.path for r in d.related]) for d in found if d.code.startswith(("DV1", "DV5"))] == [
        ("DV501", ["references.md"]),
        ("DV501", ["references.md"]),
    ]


def test_the_other_places_go_when_they_are_corrected() -> None:
    session = Session(CONFIG)
    session.update("references.md", REFERENCES.encode())
    session.update("first.md", b"In 2019 the county shelter housed 1,240 people.\n")
    session.update("second.md", b"In 2019 the county shelter housed 1,204 people.\n")
    assert any(r.region.path == "second.md" for d in session.diagnostics() for r in d.related)
    session.update("second.md", b"In 2019 the county shelter closed.\n")
    assert not any(r.region.path == "second.md" for d in session.diagnostics() for r in d.related)
