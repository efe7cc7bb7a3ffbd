from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dvht_lint.config import Config
from dvht_lint.session import Session

CONFIG = replace(Config(root=Path()), as_of=date(2026, 11, 23), translations=(("page.md", "page.es.md"),))
ORIGINAL = b"In 2011 the line answered 19,427 calls.\n\nTwo thirds of the callers were women.\n"
TRANSLATION = "En 2011 la línea respondió a {} llamadas.\n\nDos tercios de las personas que llamaron eran mujeres.\n"


def drift(session: Session) -> list[str]:
    return [
        d.span.cut(session.text(d.path).text)
        for d in session.diagnostics()
        if d.code == "DV106" and d.path.endswith("page.es.md")
    ]


@pytest.mark.parametrize("folder", ["", "site/"])
def test_a_translation_is_found_whatever_folder_the_run_names(folder: str) -> None:
    session = Session(CONFIG)
    session.update(f"{folder}page.md", ORIGINAL)
    session.update(f"{folder}page.es.md", TRANSLATION.format("19.472").encode())
    assert drift(session) == ["19.472"]


def test_a_change_of_either_page_is_seen() -> None:
    session = Session(CONFIG)
    session.update("page.md", ORIGINAL)
    session.update("page.es.md", TRANSLATION.format("19.472").encode())
    assert drift(session) == ["19.472"]
    session.update("page.es.md", TRANSLATION.format("19.427").encode())
    assert drift(session) == []
    session.update("page.md", ORIGINAL.replace(b"19,427", b"20,101"))
    assert drift(session) == ["19.427"]
    session.remove("page.md")
    assert drift(session) == []


def test_without_its_original_a_translation_is_a_page_like_others() -> None:
    session = Session(CONFIG)
    session.update("page.es.md", TRANSLATION.format("19.427").encode())
    assert not any(session.backs(claim) for _, _, claim in session.claims())
    session.update("page.md", ORIGINAL)
    assert all(session.backs(claim) for document, _, claim in session.claims() if document.path == "page.es.md")
    assert not [d for d in session.diagnostics() if d.path == "page.es.md"]
