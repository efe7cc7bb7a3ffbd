"""A session that is brought up to date says what a new one would say."""

from __future__ import annotations

import contextlib
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dvht_lint.commands.planning import plan_files
from dvht_lint.commands.project import load_config, open_session, read_inputs, refresh
from tests.commands.setting import CLEAN, DRIFTED

BIBLIOGRAPHY = "@report{line2020, author={State Line}, title={Annual report}, year={2020}, institution={State Line}}\n"
CITING = "---\nbibliography: refs.bib\n---\n\n# Facts\n\nThe line took 8,100 calls [@line2020].\n"
TEXTS = (
    CLEAN,
    DRIFTED,
    CITING,
    CITING.replace("line2020", "line2021"),
    "# Facts\n\nIn 2019 the county shelter housed 1,240 people.\n",
)
NAMES = ("one.md", "two.md", "references.md")
edits = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(NAMES), st.sampled_from(TEXTS)),
        st.tuples(st.sampled_from(NAMES), st.none()),
        st.tuples(st.just("refs.bib"), st.sampled_from((BIBLIOGRAPHY, BIBLIOGRAPHY.replace("2020,", "2019,")))),
    ),
    min_size=1,
    max_size=5,
)


def apply(folder: Path, name: str, text: str | None) -> None:
    if text is None:
        (folder / name).unlink(missing_ok=True)
    else:
        (folder / name).write_text(text)


@settings(max_examples=25)
@given(edits=edits)
def test_any_series_of_edits_ends_as_a_fresh_run(tmp_path_factory: Any, edits: list[tuple[str, str | None]]) -> None:
    import argparse

    folder: Path = tmp_path_factory.mktemp("project")
    (folder / "always.md").write_text(CLEAN)
    with contextlib.chdir(folder):
        config = load_config(argparse.Namespace(as_of=str(date(2021, 1, 1)), isolated=True))
        plan = plan_files(config, [])
        opened = open_session(config, plan, read_inputs(config, plan.load))
        for name, text in edits:
            apply(folder, name, text)
            plan = plan_files(config, [])
            refresh(opened, config, plan, read_inputs(config, plan.load))
            fresh = open_session(config, plan, read_inputs(config, plan.load))
            assert opened.diagnostics() == fresh.diagnostics()
            assert opened.reported == fresh.reported
            assert not refresh(opened, config, plan, read_inputs(config, plan.load))
