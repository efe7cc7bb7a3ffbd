"""How fast figures are read, and whether the time grows with the text: sentences a second, and the ratio at ten times the length.

    python benchmarks/reading.py

Half of the sentences hold figures; the adversarial texts are single lines that a careless pattern would take
quadratic time for. Ratios are of time per character, so 1.0 is linear.
"""

from __future__ import annotations

import re
import time
from pydoc_data import topics

from dvht_lint.quantities import read_quantities

SENTENCES = (
    "In 2014 the shelter answered 12,408 calls and housed 1,963 people, about 40% of them children.",
    "Roughly one in five callers had waited more than three months before asking anybody for help.",
    "The programme cost $2.9 million between 2007 and 2010, or 15 cents per 1,000 residents.",
    "Staff members described the training as practical, and asked that it be repeated for the night shift.",
    "Advocates work with the courts, the schools and the clinics of the county.",
    "Survivors said that the first conversation mattered most to them.",
    "Under 22 U.S.C. § 7102 the term covers both forms of the crime, whatever the age of the person.",
    "Nobody who called was turned away, although beds were scarce in the winter.",
)
ADVERSARIAL = {
    "digits": "1" * 4000,
    "groups": "1,234," * 700,
    "points": "1.2." * 1000,
    "initials": "a." * 2000,
    "number words": "one hundred and " * 260,
    "ranges": "5-" * 2000,
    "months": "May " * 1000,
    "brackets": "(1" * 2000,
    "currencies": "$ " * 2000,
    "between": "between 1 and " * 300,
}


def seconds(texts: list[str], repeat: int = 5) -> float:
    """The least time of several runs over the texts."""
    best = float("inf")
    for _ in range(repeat):
        start = time.process_time()
        for text in texts:
            read_quantities(text)
        best = min(best, time.process_time() - start)
    return best


def documentation() -> list[str]:
    """The sentences of the documentation that comes with Python: ordinary prose, a figure in every fourth."""
    paragraphs = (part for topic in topics.topics.values() for part in topic.split("\n\n"))
    text = " ".join(" ".join(part.split()) for part in paragraphs)
    return [sentence for sentence in re.split(r"(?<=[.!?]) (?=[A-Z])", text) if 20 < len(sentence) < 400]


def main() -> None:
    """Print the table."""
    read_quantities(SENTENCES[0])
    prose = documentation()
    print(f"documentation, sentences a second: {len(prose) / seconds(prose):,.0f}")
    texts = [f"{sentence} ({number})" if number % 2 else sentence for number, sentence in enumerate(SENTENCES * 250)]
    print(f"figures in most, sentences a second: {len(texts) / seconds(texts):,.0f}")
    paragraph = " ".join(SENTENCES * 40)
    print(
        f"prose, ten times the length: {seconds([paragraph * 10]) / seconds([paragraph]) / 10:.2f} of the time a character"
    )
    for name, text in ADVERSARIAL.items():
        once, ten = seconds([text], 3), seconds([text * 10], 1)
        print(f"{name:>13}: {len(text) / once / 1e6:6.2f} MB/s, ten times the length: {ten / once / 10:.2f}")


if __name__ == "__main__":
    main()
