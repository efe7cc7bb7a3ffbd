"""Feed readers and parsers bytes that coverage steers, until one crashes, hangs or takes too much memory.

    python -m pip install atheris
    python benchmarks/fuzzing.py TARGET [FOLDER OF FOUND INPUTS] [-runs=1000000] [-max_total_time=600]

TARGET is a suffix (`.md`, `.docx`), `figures`, `citations`, `contacts`, `configuration`, `lock` or `baseline`. The first
inputs are the files of `corpus/` with that suffix. What is found is written beside as `crash-…`, `timeout-…` or `oom-…`;
`tests/hostile/test_any_bytes.py` runs the same targets in the suite.
"""

from __future__ import annotations

import atexit
import sys
import tempfile
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1]))
with atheris.instrument_imports(include=["dvht_lint"]):
    from tests.hostile.targets import TARGETS, seeds


def main() -> None:
    """Fuzz one target; libFuzzer ends the process."""
    name, options = sys.argv[1], sys.argv[2:]
    target = TARGETS[name]
    first = Path(tempfile.mkdtemp(prefix="dvht-lint-seeds-"))
    for number, data in enumerate(seeds(name)):
        (first / str(number)).write_bytes(data)
    runs = 0

    def run(data: bytes) -> None:
        nonlocal runs
        runs += 1
        target(data)

    atexit.register(lambda: sys.stderr.write(f"{name}: {runs:,} executions\n"))
    limits = ["-timeout=10", "-rss_limit_mb=2048", "-max_len=4096"]
    folders = [option for option in options if not option.startswith("-")]
    flags = [option for option in options if option.startswith("-")]
    atheris.Setup([sys.argv[0], *limits, *flags, *folders, str(first)], run)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
