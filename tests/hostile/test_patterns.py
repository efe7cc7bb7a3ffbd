"""No pattern of the package takes a time that grows out of hand with a text made to confuse it."""

from __future__ import annotations

import importlib
import pkgutil
import re
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from types import ModuleType

import dvht_lint

PIECES = (
    "a", "A", "a.", "A. ", "1", "1,", "1.1", "1 ", " ", "\t", "\n", "a ", "A a ", "of the ", "a-", "a'a", '"', "\\", "#", "#\n",
    "%", "(", "[", "<", "<!--", "*", "_", "{", "&", "and ", "or, ", "if a, ", "http://a.", "a@", "@a.", "+1-", "¹", "é", "²,", ";", "—",
)  # fmt: skip
ENDS = ("", "!", "\x00", "9")
TIMES = 200
SECONDS = 300


def modules() -> Iterator[ModuleType]:
    """Every module of the package that can be imported here."""
    for found in pkgutil.walk_packages(dvht_lint.__path__, "dvht_lint."):
        if not found.name.endswith(("__main__", "build_wordnet")):
            try:
                yield importlib.import_module(found.name)
            except ImportError:  # an extra that is not installed
                continue


def patterns_in(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    """The patterns of a value, also those in its lists and tables."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 3 and isinstance(value, (tuple, list, set, frozenset, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from patterns_in(item, depth + 1)


def patterns() -> dict[re.Pattern[str], str]:
    """Every pattern of the package, with where it stands."""
    return {
        pattern: f"{module.__name__}.{name}"
        for module in modules()
        for name, value in vars(module).items()
        for pattern in patterns_in(value)
    }


def torment() -> None:
    """Search every pattern in every text; says where it is, so that whoever ends it knows which took too long."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    for pattern, name in patterns().items():
        print(name, flush=True)
        for piece in PIECES:
            for end in ENDS:
                text = piece * TIMES + end
                pattern.search(text if isinstance(pattern.pattern, str) else text.encode())  # type: ignore[arg-type]
    print("done", flush=True)


def test_no_pattern_can_be_confused() -> None:
    done = subprocess.run([sys.executable, "-m", __name__], capture_output=True, text=True, check=False)
    assert done.returncode != -signal.SIGXCPU, done.stdout.splitlines()[-1:]
    assert done.stdout.splitlines()[-1:] == ["done"], done.stderr


if __name__ == "__main__":
    torment()
