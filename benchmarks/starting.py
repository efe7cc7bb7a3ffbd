"""What a hook costs: the CPU of a run over one small document, cold and remembered, beside Python itself and its libraries.

    python benchmarks/starting.py

The least of several runs each, taken in turn. A cold run reads and compares; a remembered one prints what it printed before.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

DOCUMENTS = Path(__file__).parent.parent / "corpus" / "two-part"
RUNS = 9
CHECK = ("-m", "dvht_lint", "check", "--exit-zero", "-q")
PROGRAMS = {
    "python": ("-c", "pass"),
    "import yaml, rapidfuzz": ("-c", "import yaml, rapidfuzz"),
    "check, cold": (*CHECK, "--no-cache"),
    "check, remembered": CHECK,
}


def seconds(program: tuple[str, ...], folder: str) -> float:
    """The CPU, user and system, of one run of Python."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *program], cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(DOCUMENTS, folder, dirs_exist_ok=True)
        for program in PROGRAMS.values():
            seconds(program, folder)  # compiles the modules, and leaves what is remembered
        least = dict.fromkeys(PROGRAMS, float("inf"))
        for _ in range(RUNS):
            for name, program in PROGRAMS.items():
                least[name] = min(least[name], seconds(program, folder))
    for name, took in least.items():
        print(
            f"{name:24} {took / least['python']:6.1f} x python   {took / least['import yaml, rapidfuzz']:6.2f} x imports"
        )


if __name__ == "__main__":
    main()
