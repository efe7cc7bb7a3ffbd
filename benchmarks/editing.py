"""What an edit costs an editor: one changed document among sixty, beside reading and checking all of them.

    python benchmarks/editing.py [DOCUMENTS]

Each document has forty claims and the statements and sources they rest on. The edits change a word, and put a line at the top so
that everything behind it moves.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from comparing import sentence

from dvht_lint.config import Config
from dvht_lint.session import Session

CLAIMS = 40


def document(number: int, pick: random.Random) -> str:
    claims, references = [f"# Page {number}"], ["## References"]
    for index in range(CLAIMS):
        claims.append(sentence(pick))
        references += [claims[-1], f"Riverbend Center. ({2000 + index % 20}). *Report {number}-{index} on services*."]
    return "\n\n".join([*claims, *references]) + "\n"


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    pick = random.Random(5)
    texts = {f"page-{number}.md": document(number, pick) for number in range(count)}
    session = Session(Config(root=Path(__file__).parent / "none"))
    reading = seconds(lambda: [session.update(path, text.encode()) for path, text in texts.items()])
    first = seconds(session.diagnostics)
    path = f"page-{count // 2}.md"
    print(f"{'all documents':20} reading {reading:6.2f} s   diagnostics {first:6.2f} s")
    for name, text in (
        ("one word changed", texts[path].replace(" and ", " or ", 1)),
        ("a line at the top", f"Fact sheet.\n\n{texts[path]}"),
        ("and back", texts[path]),
    ):
        again = seconds(lambda text=text: session.update(path, text.encode()))  # type: ignore[misc]
        now = seconds(session.diagnostics)
        print(f"{name:20} 1/{reading / again:<6.0f} of it      1/{first / now:<6.1f} of it")


if __name__ == "__main__":
    main()
