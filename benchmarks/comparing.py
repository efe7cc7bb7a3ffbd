"""What comparing a pair costs, beside reading its figures and beside `rapidfuzz.ratio`, in one run on one core.

    python benchmarks/comparing.py [PAIRS]

What is timed is `compare` alone, on claims and statements whose figures have been read; reading them has a line of its
own. Every text is new, so that nothing is read twice.

The sentences are of the genre, 15 to 30 words, most with a figure. A pair is left as it is, or edited once, harmlessly or into
a drift, by the mutations of the package. The mixture is that of the document this tool was made for: of its sixteen pairs
eight are word for word, six edited harmlessly, two drifted. The last line is the worst case: the words of a pair are drawn at
random, and 5 to 40 percent of them differ.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator

from rapidfuzz.fuzz import ratio

from dvht_lint.comparison import compare
from dvht_lint.model import Claim, Statement
from dvht_lint.mutations import Mutation, Target, all_mutations
from dvht_lint.quantities import read_quantities
from dvht_lint.text import Prose, Span

MIXTURE = {"unchanged": 8, "harmless": 6, "drifted": 2}
Texts = list[tuple[str, str]]

SENTENCES = (
    "In {year}, {body} answered {count} calls, texts and chats from {people} and their families in {place}, about {percent}% of them at night.",
    "About {percent} percent of {people} who asked for {service} in {place} had experienced {harm} by a current or former partner.",
    "Most {people} do not report {harm} to the police, often because they fear that nobody will believe them.",
    "{People} who experience {harm} may be more likely to report symptoms of depression, chronic pain or poor sleep than others are.",
    "According to {body}, the majority of {people} identified in {place} between {year} and {later} were recruited by somebody they knew.",
    "Nearly {small} in ten {people} said that {harm} began after they asked for {service}, compared with {percent}% of other residents.",
    "{Harm} is associated with lost work, unstable housing and repeated visits to the clinics and the courts of {place}.",
    "Shelters in {place} had to turn away {count} {people} in {year} because there was no bed, no money for a hotel, or no translator.",
    "The program for {people} costs ${money} million a year, and it usually pays for {service}, child care and the first month of rent.",
    "At least {count} potential victims of {harm} were referred to {body} in {later}, up from {fewer} in {year}.",
    "Only {percent}% of {people} ever told a teacher, a nurse or a counselor about {harm}, and fewer still called the police.",
    "Advocates can help {people} plan for safety, find {service}, and decide whether to ask a court for an order of protection.",
    "Some {people} cannot leave a job or a home because an employer holds their documents or threatens to call immigration officers.",
    "{Body} estimates that {harm} affects between {small} and {dozen} million people worldwide, although most cases are never detected.",
    "If {people} are given {service} within {dozen} days, they are less likely to return to the place where {harm} happened.",
    "Between {year} and {later} the number of {people} who used {service} in {place} rose by {percent}%, from {fewer} to {count}.",
)
SLOTS = {
    "body": "the Harbor Line|the Riverbend Center|the State Coalition|the Northside Clinic|the Bureau of Justice Statistics|the World Health Organization".split("|"),
    "people": "survivors|young women|older adults|women and girls|migrant workers|college students|callers|pregnant patients|people with disabilities|men and boys".split("|"),
    "place": "Kenya|rural Ohio|the United States|Texas|northern France|Chicago|Uganda|Oregon|England and Wales|high-income countries".split("|"),
    "service": "legal help|emergency shelter|medical care|counseling|transitional housing|an interpreter|financial support".split("|"),
    "harm": "physical abuse|sexual violence|labor trafficking|stalking|coercive control|forced labor|economic abuse|dating violence".split("|"),
}  # fmt: skip

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


def sentence(pick: random.Random) -> str:
    """A sentence of the genre that no other is like."""
    words = {name: pick.choice(values) for name, values in SLOTS.items()}
    words |= {name.capitalize(): value[0].upper() + value[1:] for name, value in words.items()}
    figures = {
        "year": pick.randrange(1995, 2010),
        "later": pick.randrange(2010, 2025),
        "count": f"{pick.randrange(1_000, 99_999):,}",
        "fewer": f"{pick.randrange(100, 999)}",
        "percent": pick.randrange(11, 94),
        "money": f"{pick.uniform(1, 9):.1f}",
        "small": pick.choice(("two", "three", "four", "six")),
        "dozen": pick.randrange(12, 49),
    }
    return pick.choice(SENTENCES).format_map(words | figures)


def edited(mutations: list[Mutation], pick: random.Random) -> Iterator[tuple[str, str]]:
    """Pairs of a sentence and itself with one of the edits, each kind of edit as often as any other that it has a place for."""
    while True:
        text = sentence(pick)
        quantities = read_quantities(text)
        for mutation in pick.sample(mutations, len(mutations)):
            planted = mutation.apply(text, quantities)
            if planted is not None:
                yield planted[0], text
                break


def genre(count: int, seed: int) -> dict[str, Texts]:
    """Pairs of each sort in the proportions of the mixture, `count` together."""
    pick = random.Random(seed)
    mutations = [m for m in all_mutations() if m.target is Target.CLAIM]
    harmless = edited([m for m in mutations if not m.is_drift], pick)
    drifted = edited([m for m in mutations if m.is_drift], pick)
    share = {name: count * weight // sum(MIXTURE.values()) for name, weight in MIXTURE.items()}
    return {
        "unchanged": [(text, text) for text in (sentence(pick) for _ in range(share["unchanged"]))],
        "harmless": [next(harmless) for _ in range(share["harmless"])],
        "drifted": [next(drifted) for _ in range(share["drifted"])],
    }


def soup(pick: random.Random) -> list[str]:
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


def scrambled(count: int, seed: int) -> Texts:
    """Pairs of random words, 5 to 40 percent of which differ."""
    pick = random.Random(seed)
    made = []
    for _ in range(count):
        words = soup(pick)
        made.append((" ".join(changed(words, pick.uniform(0.05, 0.4), pick)) + ".", " ".join(words) + "."))
    return made


def sides(texts: Texts) -> list[tuple[Claim, Statement]]:
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
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 8_000
    for left, right in sides([*scrambled(200, 1), *genre(800, 1)["drifted"]]):
        compare(left, right)  # loads the lexicons
    sorts = genre(count, 2)
    texts = [pair for pairs in sorts.values() for pair in pairs]
    similar = seconds(lambda: [ratio(a, b) for a, b in texts]) / len(texts)
    reading = seconds(lambda: sides(texts)) / len(texts)
    took: dict[str, float] = {}
    for name, pairs in [*sorts.items(), ("scrambled", scrambled(count // 4, 3))]:
        made = sides(pairs)
        took[name] = seconds(lambda made=made: [compare(a, b) for a, b in made]) / len(made)  # type: ignore[misc]
    mixture = sum(took[name] * weight for name, weight in MIXTURE.items()) / sum(MIXTURE.values())
    for name, each in (
        ("rapidfuzz.ratio", similar),
        ("reading figures", reading),
        *((f"compare, {name}", took[name]) for name in took),
        ("compare, the mixture 8:6:2", mixture),
    ):
        print(f"{name:28} {1 / each:10,.0f} pairs a second   {each / similar:8,.0f} x ratio")


if __name__ == "__main__":
    main()
