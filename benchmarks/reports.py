"""What each output format adds to a run: its time as a multiple of a run that prints `concise`.

    python benchmarks/reports.py [DOCUMENTS]

The documents (1,000) are read and checked once; then each format is made of the same findings, with all that it lists
besides them. A run is the reading, the checking and the printing; `printing` is the last part alone.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import sys
import tempfile
import time
from pathlib import Path

from dvht_lint.commands.planning import plan_files
from dvht_lint.commands.project import Opened, load_config, open_session, read_inputs
from dvht_lint.commands.reporting import Judged, build_report
from dvht_lint.reports import FORMATS, render

PLACES = ("county", "city", "state", "region", "district", "province", "borough", "township")
THINGS = ("calls", "beds", "referrals", "interviews", "visits", "hearings", "trainings", "grants")
VERBS = ("answered", "recorded", "counted", "reported", "reviewed", "opened", "completed", "closed")
POINTS = 12


def document(number: int, chance: random.Random) -> str:
    """Twelve claims over twelve statements with sources; one claim in five has drifted."""
    claims, references = [], []
    for point in range(POINTS):
        value, year, place = chance.randint(1000, 99_999), chance.randint(2001, 2015), chance.choice(PLACES)
        statement = (
            f"In {year} the {place} office number {number * POINTS + point} {chance.choice(VERBS)} {value:,} "
            f"{chance.choice(THINGS)} from people who had asked for help, approximately {chance.randint(5, 95)}% of them women"
        )
        drifted = statement.replace("approximately ", "").replace(f"{value:,}", f"{value + 9:,}")
        claims.append(f"{drifted if chance.random() < 0.2 else statement}.\n")
        source = f"Source: {place.title()} Office {number}. ({year + 1}). *Annual report {point}*. Springfield, IL, p. {point + 1}.\n"
        references.append(f"- {statement}.\n\n{source}")
    return "\n".join([f"# Facts {number}\n", *claims, "## References\n", *references])


def opened(folder: Path) -> Opened:
    """The session over a folder, checked."""
    config = load_config(argparse.Namespace(isolated=True, as_of="2026-11-23", jobs=1))
    plan = plan_files(config, [str(folder)])
    session = open_session(config, plan, read_inputs(config, plan.load))
    session.diagnostics()
    return session


def main(arguments: list[str]) -> None:
    """Print the table."""
    number = int(arguments[0]) if arguments else 1000
    chance = random.Random(3)
    with tempfile.TemporaryDirectory() as name, contextlib.chdir(name):
        for index in range(number):
            Path(f"page-{index:05}.md").write_text(document(index, chance), encoding="utf-8")
        start = time.process_time()
        session = opened(Path())
        checking = time.process_time() - start
        judged = Judged(session.diagnostics())
        times = {}
        for form in ("concise", *FORMATS):
            start = time.process_time()
            size = len(render(form, build_report(session, judged, checking, form)))
            times[form] = (time.process_time() - start, size)
    print(f"{number:,} documents, {len(judged.kept):,} findings; reading and checking took {checking:.1f} s of CPU")
    concise = times["concise"][0]
    print(f"{'format':<12}{'run':>8}{'printing':>12}{'MB':>8}")
    for form, (seconds, size) in times.items():
        print(f"{form:<12}{(checking + seconds) / (checking + concise):>7.2f}x{seconds:>10.2f} s{size / 1e6:>8.1f}")


if __name__ == "__main__":
    main(sys.argv[1:])
