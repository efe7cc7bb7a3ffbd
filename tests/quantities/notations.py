"""Every way to write a quantity, for the property tests: a value and its notations, and the atoms that can be changed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import strategies as st

WORDS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"""
SMALL = WORDS.split()[:20]
TENS = ["", "", *WORDS.split()[20:]]
SCALES = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"))
ABOUT = ("about", "approximately", "roughly", "around")
MORE = ("more than", "over", "greater than")
LEAST = ("at least", "no fewer than")
LESS = ("fewer than", "less than", "under")
NEARLY = ("nearly", "almost", "just under")
GROUPS = {"": ("",), "about": ABOUT, "more": MORE, "least": LEAST, "less": LESS, "nearly": NEARLY}
NOUNS = ("calls", "beds", "letters", "arrests", "grants")
BASES = ("victims", "callers", "shelters", "cases", "counties")
YEARS = st.integers(1950, 2025)


def in_words(number: int) -> str:
    """A cardinal in words, as British English writes it."""
    if number < 20:
        return SMALL[number]
    if number < 100:
        return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = number % 100
        return f"{SMALL[number // 100]} hundred" + (f" and {in_words(rest)}" if rest else "")
    for scale, word in SCALES:
        if number >= scale:
            rest = number % scale
            return f"{in_words(number // scale)} {word}" + (
                f" {'and ' if rest < 100 else ''}{in_words(rest)}" if rest else ""
            )
    raise AssertionError(number)


def count_forms(number: int) -> list[str]:
    """The notations of a whole number."""
    forms = [f"{number:,}", in_words(number)]
    if not 1000 <= number < 10_000:
        forms.append(str(number))
    if number >= 10_000:
        forms.append(f"{number:,}".replace(",", " "))
    for scale, word in SCALES[:2]:
        if number >= scale and number % (scale // 10) == 0:
            forms.append(f"{number / scale:.1f} {word}".replace(".0 ", " "))
    return forms


def share_forms(percent: int) -> list[str]:
    """The notations of a whole percentage, those as ratio and fraction included where there are such."""
    forms = [f"{percent}%", f"{percent} percent", f"{percent} per cent", f"{in_words(percent)} percent"]
    ratios = {
        25: ["one in four", "1 out of every 4", "a quarter"],
        50: ["one in two", "half"],
        20: ["one in five", "1 of every 5"],
        75: ["three in four", "three-quarters", "three out of four"],
        40: ["two in five", "two-fifths"],
        10: ["one in ten"],
        60: ["3 in 5", "three fifths"],
    }
    return forms + ratios.get(percent, [])


def range_forms(low: int, high: int) -> list[str]:
    """The notations of a range of percentages."""
    return [
        f"{low}% to {high}%",
        f"{low}–{high} percent",
        f"{low}-{high}%",
        f"between {low} and {high} per cent",
        f"between {low}% and {high}%",
    ]


def period_forms(first: int, last: int) -> list[str]:
    """The notations of a year or a range of years, with their preposition."""
    if first == last:
        return [f"in {first}"]
    forms = [f"between {first} and {last}", f"from {first} to {last}"]
    return [*forms, f"in {first}–{last}"]


def money_forms(dollars: int) -> list[str]:
    """The notations of an amount of dollars."""
    return [f"${form}" for form in count_forms(dollars) if form[0].isdigit() and " " not in form] + [
        f"{form} dollars" for form in count_forms(dollars)
    ]


@dataclass(frozen=True)
class Sentence:
    """A sentence with one count, one share and one period; each field is an atom that can be changed alone."""

    count: int
    count_qualifier: str
    noun: str
    share: int
    share_qualifier: str
    base: str
    first: int
    last: int

    def write(self, pick: list[int]) -> str:
        """The sentence in the notations that `pick` chooses."""
        period = _of(period_forms(self.first, self.last), pick[0])
        count = _qualified(_of(count_forms(self.count), pick[1]), self.count_qualifier, pick[2])
        share = _qualified(_of(share_forms(self.share), pick[3]), self.share_qualifier, pick[4])
        joint = "" if share.split()[-1] in SMALL else " of"
        return f"The county paid for {count} {self.noun} {period}, and {share}{joint or ' of all'} {self.base} needed help."


def _of(forms: list[str] | tuple[str, ...], index: int) -> str:
    return forms[index % len(forms)]


def _qualified(figure: str, qualifier: str, index: int) -> str:
    return f"{_of(GROUPS[qualifier], index)} {figure}".strip()


counts = st.one_of(
    st.integers(11, 99), st.integers(101, 9999), st.integers(10_000, 9_999_999).map(lambda n: n // 100 * 100)
)
shares = st.one_of(st.sampled_from([10, 20, 25, 40, 50, 60, 75]), st.integers(11, 89))
qualifiers = st.sampled_from(["", "about", "more", "least", "less", "nearly"])
picks = st.lists(st.integers(0, 30), min_size=5, max_size=5)


@st.composite
def sentences(draw: st.DrawFn) -> Sentence:
    """A sentence with all its atoms."""
    first = draw(YEARS)
    last = first + draw(st.sampled_from([0, 0, 1, 4, 12]))
    return Sentence(
        draw(counts),
        draw(qualifiers),
        draw(st.sampled_from(NOUNS)),
        draw(shares),
        draw(qualifiers),
        draw(st.sampled_from(BASES)),
        first,
        last,
    )


@st.composite
def faults(draw: st.DrawFn) -> tuple[Sentence, Sentence, set[str]]:
    """A sentence, the same with one atom changed, and the codes that may report the change."""
    sentence = draw(sentences())
    atom = draw(st.sampled_from(["digit", "magnitude", "unit", "base", "period", "drop", "turn", "share"]))
    if atom == "digit":
        sentence = replace(sentence, count_qualifier="", count=draw(st.integers(1234, 8765)) * 10 + 3)
        return sentence, replace(sentence, count=sentence.count + draw(st.sampled_from([4, 300, 4000]))), {"DV501"}
    if atom == "magnitude":
        sentence = replace(sentence, count=draw(st.integers(2, 9)) * 1_000_000, count_qualifier="")
        return sentence, replace(sentence, count=sentence.count * 1000), {"DV505", "DV501"}
    if atom == "unit":
        return (
            sentence,
            replace(sentence, noun=draw(st.sampled_from([n for n in NOUNS if n != sentence.noun]))),
            {"DV505"},
        )
    if atom == "base":
        return (
            sentence,
            replace(sentence, base=draw(st.sampled_from([b for b in BASES if b != sentence.base]))),
            {"DV511"},
        )
    if atom == "period":
        return sentence, replace(sentence, last=sentence.last + 2, first=sentence.first + 2), {"DV506"}
    if atom == "drop":
        sentence = replace(
            sentence, count_qualifier=draw(st.sampled_from(["about", "more", "least", "less", "nearly"]))
        )
        return sentence, replace(sentence, count_qualifier=""), {"DV503"}
    if atom == "turn":
        sentence = replace(sentence, count_qualifier=draw(st.sampled_from(["more", "least"])))
        return sentence, replace(sentence, count_qualifier="less"), {"DV504"}
    sentence = replace(sentence, share_qualifier="")
    changed = sentence.share + 7 if sentence.share < 50 else sentence.share - 7
    return sentence, replace(sentence, share=changed), {"DV501"}
