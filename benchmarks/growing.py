"""How the cost of checking one file grows with it: the time of n, 2n and 4n, and the exponent from 2n to 4n.

    python benchmarks/growing.py [NAME ...]

Each text repeats or nests one thing that a reader, a parser or a rule may go through again and again. An exponent of 1
is linear; a first, small text warms everything up.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from math import log2
from pathlib import Path

from dvht_lint.config import Config
from dvht_lint.session import Session

ROW = '{"id":"x","claim":"There were 12 people.","statement":"There were 13 people."}\n'
LIST = "statements:\n"
STATEMENT = "  - id: s{0}\n    text: In 2014 the shelter housed {0} people.\n"
NOTE = "There were {0} people.[^{0}]\n\n[^{0}]: Doe, J. (2015). Report {0}. It counted {0} people.\n\n"
ENTRY = "@book{{k{0}, title={{Nights {0}}}, author={{Doe, J.}}, year=2000}}\n"


def each(form: str, before: str = "", after: str = "", joint: str = "") -> Callable[[int], str]:
    """A text that fills a form with 0, 1, 2 and so on."""
    return lambda n: before + joint.join(form.format(i) for i in range(n)) + after


TEXTS: dict[str, tuple[str, int, Callable[[int], str]]] = {
    "comments": (".yaml", 2000, lambda n: LIST + "  # a\n" * n + STATEMENT.format(1)),
    "statements": (".yaml", 400, each(STATEMENT, LIST)),
    "aliases": (".yaml", 2000, lambda n: "a: &a [1, 1]\nstatements:\n" + "  - *a\n" * n),
    "keys": (".json", 1000, each('"k{0}": 1', '{"statements": [], ', "}", ", ")),
    "identical pairs": (".jsonl", 300, lambda n: ROW * n),
    "figures in a sentence": (".md", 400, each("{0}7", "There were ", " people.\n", ", ")),
    "phones in a sentence": (".md", 200, lambda n: "Call " + "+1 (202) 555-0123 " * n),
    "citations in a sentence": (".md", 400, each("(Doe, {0})", "Text ", ".\n", " ")),
    "addresses in a sentence": (".md", 400, each("https://example.org/{0}", joint=" ")),
    "notes": (".md", 100, each(NOTE)),
    "paragraphs": (".md", 300, each("In 2014 the shelter housed {0} people.\n\n")),
    "directives": (".md", 200, lambda n: "<!-- dvht-lint: ignore[DV201] -->\n\nText 12.\n\n" * n),
    "quotes nested": (".md", 2000, lambda n: ">" * n + " a"),
    "brackets nested": (".md", 4000, lambda n: "[" * n + "a" + "]" * n),
    "emphasis": (".md", 4000, lambda n: "*a_ " * n),
    "table rows": (".md", 400, each("|x{0}|{0}|\n", "|a|b|\n|-|-|\n")),
    "table columns": (".md", 400, lambda n: "|" + "a|" * n + "\n|" + "-|" * n + "\n|" + "1|" * n + "\n"),
    "front matter": (".md", 800, each("k{0}: v\n", "---\n", "---\nText.\n")),
    "elements nested": (".html", 8000, lambda n: "<div>" * n + "In 2014 12 people."),
    "elements open": (".html", 4000, lambda n: "<p>" + "<b>a " * n),
    "entries": (".bib", 200, each(ENTRY)),
    "braces": (".bib", 4000, lambda n: "@book{k, title=" + "{" * n + "x" + "}" * n + "}"),
    "lines": (".txt", 300, each("In 2014 there were {0} people.\n")),
    "one word": (".txt", 50_000, lambda n: "a" * n),
}


def seconds(suffix: str, text: str) -> float:
    """Time on the processor to read and check a file."""
    session = Session(Config(root=Path()))
    start = time.process_time()
    session.update(f"page{suffix}", text.encode())
    session.diagnostics()
    return time.process_time() - start


def main() -> None:
    """Print the table."""
    for name in sys.argv[1:] or TEXTS:
        suffix, size, make = TEXTS[name]
        seconds(suffix, make(8))
        once, twice, four = (seconds(suffix, make(size * factor)) for factor in (1, 2, 4))
        print(f"{name:>24}: {once:6.2f} {twice:6.2f} {four:6.2f} s, exponent {log2(four / twice):5.2f}", flush=True)


if __name__ == "__main__":
    main()
