import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvht_lint.mutations import Target, all_mutations
from dvht_lint.quantities import read_quantities

BY_NAME = {mutation.name: mutation for mutation in all_mutations()}

TEXTS = (
    "In 2011, the U.S.-based National Example Resource Center answered 19,427 calls and connected 2,945 potential victims.",
    "According to the Bureau of Example Statistics, approximately 55% to 60% of detected victims were women between 2007 and 2010.",
    "More than 2.9 million people, one in four, were affected; about 20,000 of them were not counted.",
    "Tactics such as isolation, physical violence, financial abuse, threats, and withholding of food are common. Some tactics may vary.",
    "Both abusers and traffickers use power. Labor trafficking is linked to debt when wages are withheld; it increased in 2012.",
    'Some 12% of women said "no". The organization is not alone: one in four women and three men agreed.',
    "Call 1-888-373-7888 or text “BEFREE” (233-733), or write to mailto:help@example.org.",
    "Example Institute. (2012). Annual Report.",
)  # fmt: skip


def planted(name, text):
    mutation = BY_NAME[name]
    return mutation.apply(text, read_quantities(text))


@pytest.mark.parametrize("mutation", all_mutations(), ids=lambda m: m.name)
def test_every_mutation_finds_a_place(mutation):
    found = [mutation.apply(text, read_quantities(text)) for text in TEXTS]
    assert any(found)


@pytest.mark.parametrize("mutation", all_mutations(), ids=lambda m: m.name)
def test_a_mutation_changes_the_text_at_its_span_and_nowhere_else(mutation):
    for text in TEXTS:
        done = mutation.apply(text, read_quantities(text))
        if done and len(done[1]):
            new, span = done
            rest = len(new) - span.end
            assert new[: span.start] == text[: span.start]
            assert new[span.end :] == text[len(text) - rest :]


@pytest.mark.parametrize("mutation", all_mutations(), ids=lambda m: m.name)
def test_the_same_text_always_gets_the_same_edit(mutation):
    for text in TEXTS:
        quantities = read_quantities(text)
        assert mutation.apply(text, quantities) == mutation.apply(text, quantities)


@given(st.sampled_from(all_mutations()), st.text('abcN 019,.%“"-', max_size=60))
def test_any_text_is_taken(mutation, text):
    done = mutation.apply(text, read_quantities(text))
    assert done is None or (done[0] != text and done[1].end <= len(done[0]))


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("hedge-dropped", "It connected 2,945 potential victims.", "It connected 2,945 victims."),
        ("hedge-dropped", "Reported cases rose.", "Cases rose."),
        ("qualifier-dropped", "Approximately 60% were women.", "60% were women."),
        ("qualifier-turned", "More than 60% were women.", "Fewer than 60% were women."),
        ("range-narrowed", "approximately 55% to 60% were women", "up to 60% were women"),
        ("range-point", "55% to 60% were women", "57% were women"),
        ("negation-planted", "Both men and women call.", "Neither men nor women call."),
        ("negation-planted", "They may call.", "They may not call."),
        ("negation-planted", "They are not alone.", "They are alone."),
        ("figures-swapped", "It took 400 calls and 30 texts.", "It took 30 calls and 400 texts."),
        ("period-moved", "In 2011 it took 400 calls.", "In 2010 it took 400 calls."),
        ("digit-added", "It took 4,100 calls.", "It took 41,000 calls."),
        ("magnitude-word", "It cost $3 million.", "It cost $3 billion."),
        ("unit-changed", "It took 400 calls.", "It took 400 texts."),
        ("condition-dropped", "If asked by a stranger, women say no.", "Women say no."),
        ("condition-dropped", "Women say no when asked by a stranger.", "Women say no."),
        ("certainty-raised", "They often call.", "They always call."),
        ("share-contradicted", "One in four women called.", "One in four (21%) women called."),
        ("scheme-mistyped", "mailto:help@example.org", "malito:help@example.org"),
        ("source-year-changed", "Example Institute. (2012). Report.", "Example Institute. (2002). Report."),
        ("digits-ungrouped", "It took 4,100 calls.", "It took 4100 calls."),
        ("number-in-words", "It took 12 calls.", "It took twelve calls."),
        ("number-in-words", "Twelve women called.", "12 women called."),
        ("range-with-dash", "55% to 60% were women", "55–60% were women"),
        ("magnitude-written-out", "2.9 million people", "2,900,000 people"),
        ("ratio-as-share", "One in four women called.", "25 percent of women called."),
        ("bound-given", "It took 19,427 calls.", "It took more than 19,000 calls."),
        ("bound-broken", "It took 19,427 calls.", "It took more than 20,000 calls."),
        ("quotes-straightened", "He said “no”.", 'He said "no".'),
        ("quotes-curled", 'He said "no".', "He said “no”."),
        ("contraction", "It is not so.", "It isn't so."),
        ("spelling", "It is labor.", "It is labour."),
        ("sentences-joined", "It is labor. The women call.", "It is labor; the women call."),
        ("list-reordered", "They use fear, debt, shame, and force.", "They use fear, shame, debt, and force."),
    ],
)  # fmt: skip
def test_what_is_planted(name, text, expected):
    assert planted(name, text)[0] == expected


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("digit-changed", "Call 1-888-373-7888 or see page 12 of the 2012 report."),
        ("digits-swapped", "It took 11 calls."),
        ("figures-swapped", "It took 400 calls."),
        ("spelling", "It is the Center for Labor."),
        ("scope-widened", "It is the National Center."),
        ("quantifier-raised", "It rose at some time, by some 20 calls; the most common form fell."),
        ("certainty-raised", "They could not meet the need. In May it fell."),
        ("share-contradicted", "Nearly half of women called."),
        ("figure-added", "Who calls?"),
        ("range-narrowed", "60% were women"),
        ("quotes-straightened", 'He said "no".'),
    ],
)
def test_no_place(name, text):
    assert planted(name, text) is None


def test_a_drift_names_codes_and_a_harmless_edit_none():
    assert {m.is_drift for m in all_mutations()} == {True, False}
    assert all(code.startswith("DV") and len(code) == 5 for m in all_mutations() for code in m.expected)
    assert len(BY_NAME) == len(all_mutations())
    assert {m.target for m in all_mutations()} == set(Target)
    assert all(m.summary.endswith(".") for m in all_mutations())
