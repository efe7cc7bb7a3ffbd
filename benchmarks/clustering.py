"""How the clustering of citations grows: 1,000, 10,000 and 50,000 citations, side by side in one run.

    python benchmarks/clustering.py [SIZE ...]

Half of the citations are of works cited before, in another form (initials, a short journal, another year); the other
half are new works, whose titles share their words as real titles do. Growth is the time a citation, as a ratio to
that of the smallest size: 1 is linear.
"""

from __future__ import annotations

import random
import sys
import time

from dvht_lint.comparison.works.clustering import cluster
from dvht_lint.model import Source
from dvht_lint.text import Span

SUBJECTS = [
    "shelter",
    "hotline",
    "advocacy",
    "survivor",
    "housing",
    "legal",
    "court",
    "police",
    "health",
    "clinic",
    "school",
    "language",
    "labor",
    "safety",
    "family",
    "child",
    "youth",
    "immigrant",
    "rural",
    "tribal",
]
ACTIONS = [
    "counting",
    "naming",
    "funding",
    "training",
    "housing",
    "mapping",
    "asking",
    "reaching",
    "measuring",
    "planning",
    "serving",
    "listening",
    "reporting",
    "screening",
]
PLACES = [
    f"{a}{b}"
    for a in ("North", "South", "East", "West", "New", "Old", "Upper", "Lower")
    for b in ("field", "ford", "haven", "port", "dale", "mont", "wick", "gate")
]
PATTERNS = (
    "{a} {s}: what {p} learned from {t} {x}",
    "{s} and {t} in {p}, {x}",
    "the {x} {s} of {p}: {a} for {t}",
    "{a} {t} {s} {x} after {p}",
)


def rare(generator: random.Random) -> str:
    """A word that few titles share: names, and terms of an art."""
    return "".join(generator.choice("bcdfglmnprstv") + generator.choice("aeiou") for _ in range(3))


def citations(size: int) -> list[Source]:
    generator = random.Random(size)
    sources: list[Source] = []
    for number in range(size):
        if sources and generator.random() < 0.5:
            fields = dict(generator.choice(sources).fields)
            change = generator.randrange(4)
            if change == 0:
                fields["author"] = [{"family": n["family"], "given": n["given"][0] + "."} for n in fields["author"]]
            elif change == 1:
                fields["issued"] = {"date-parts": [[2000 + generator.randrange(25)]]}
            elif change == 2:
                fields["container-title"] = "J. Serv."
        else:
            title = generator.choice(PATTERNS).format(
                a=generator.choice(ACTIONS),
                s=generator.choice(SUBJECTS),
                t=generator.choice(SUBJECTS),
                p=generator.choice(PLACES),
                x=rare(generator),
            )
            fields = {
                "title": title.capitalize(),
                "author": [
                    {"family": rare(generator).capitalize(), "given": rare(generator).capitalize()}
                    for _ in range(generator.randint(1, 3))
                ],
                "issued": {"date-parts": [[2000 + generator.randrange(25)]]},
                "container-title": "Journal of Services",
            }
        sources.append(Source(f"s{number}", "corpus.yaml", Span(number, number + 1), "", fields, explicit_id=True))
    return sources


def main(sizes: list[int]) -> None:
    first = 0.0
    for size in sizes:
        sources = citations(size)
        start = time.process_time()
        works = cluster(sources)
        seconds = time.process_time() - start
        each = seconds / size
        first = first or each
        print(
            f"{size:>7} citations  {len(works):>6} works  {seconds:6.2f} s CPU  {1e6 * each:6.0f} µs each  growth {each / first:.2f}"
        )


if __name__ == "__main__":
    main([int(a) for a in sys.argv[1:]] or [1_000, 10_000, 50_000])
