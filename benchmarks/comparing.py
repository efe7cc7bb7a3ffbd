"""What comparing a pair costs, beside reading its figures and beside `rapidfuzz.ratio`, in one run on one core.

    python benchmarks/comparing.py [PAIRS]

Each pair is a sentence of about 25 words made of the genre's words, against a copy in which 5 to 40 percent of the words
are changed; half of the pairs hold a figure. Every text is new: nothing is read twice. The last line is the same for
copies in which nothing but one word is changed, as in most documents.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable

from rapidfuzz.fuzz import ratio

from dvht_lint.comparison import compare
from dvht_lint.model import Claim, Statement
from dvht_lint.quantities import read_quantities
from dvht_lint.text import Prose, Span

NOUNS = (
    "survivors advocates shelters callers courts police clinics counselors families children partners abusers employers"
    " landlords nurses teachers hotlines programs laws visas orders reports surveys victims traffickers recruiters"
).split()
VERBS = (
    "help refer reach answer protect train serve fund report threaten isolate recruit screen count shelter inform accompany"
    " deny delay approve identify support document"
).split()
SMALL = "of in with for by and or to from at under after before during among without the a their its".split()
ADJECTIVES = (
    "rural alleged detected potential urgent free confidential legal medical domestic sexual forced local national older"
    " younger pregnant homeless safe new many some most several all"
).split()
ADVERBS = "often usually always rarely sometimes not never may can should will also".split()
PLACES = "Kenya Ohio Dayton Texas France Chicago Uganda Oregon".split()


def sentence(pick: random.Random) -> list[str]:
    words = ["The", pick.choice(NOUNS)]
    while len(words) < 24:
        if pick.random() < 0.4:
            words.append(pick.choice(ADVERBS))
        words += [pick.choice(VERBS), pick.choice(SMALL)]
        if pick.random() < 0.5:
            words.append(pick.choice(ADJECTIVES))
        words += [pick.choice(NOUNS), pick.choice(SMALL), "the", pick.choice(NOUNS)]
    words[-1] = pick.choice(PLACES)
    if pick.random() < 0.5:
        words[8] = f"{pick.randrange(100, 99_999):,}"
    return words


def changed(words: list[str], share: float, pick: random.Random) -> list[str]:
    words = list(words)
    for at in pick.sample(range(len(words)), max(1, round(share * len(words)))):
        words[at] = pick.choice((NOUNS, VERBS, ADJECTIVES, ADVERBS, SMALL)[pick.randrange(5)])
    return words


def pairs(count: int, share: Callable[[random.Random], float], seed: int) -> list[tuple[str, str]]:
    pick = random.Random(seed)
    made = []
    for _ in range(count):
        words = sentence(pick)
        made.append((" ".join(changed(words, share(pick), pick)) + ".", " ".join(words) + "."))
    return made


def sides(texts: list[tuple[str, str]]) -> list[tuple[Claim, Statement]]:
    return [
        (
            Claim("c", Prose.verbatim(left), Span(0, len(left)), "a", quantities=tuple(read_quantities(left))),
            Statement("s", Prose.verbatim(right), Span(0, len(right)), "a", quantities=tuple(read_quantities(right))),
        )
        for left, right in texts
    ]


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    for left, right in sides(pairs(200, lambda _: 0.2, 1)):
        compare(left, right)  # loads the lexicons
    texts = pairs(count, lambda pick: pick.uniform(0.05, 0.4), 2)
    similar = seconds(lambda: [ratio(a, b) for a, b in texts])
    reading = seconds(lambda: sides(texts))
    made = sides(texts)
    comparing = seconds(lambda: [compare(a, b) for a, b in made])
    close = sides(pairs(count, lambda _: 0.04, 3))
    near = seconds(lambda: [compare(a, b) for a, b in close])
    for name, took in (
        ("rapidfuzz.ratio", similar),
        ("reading figures", reading),
        ("compare, 5-40 % changed", comparing),
        ("compare, one word changed", near),
    ):
        print(f"{name:28} {count / took:10,.0f} pairs a second   {took / similar:8,.0f} x ratio")


if __name__ == "__main__":
    main()
