from dvht_lint.diagnostic import Severity
from dvht_lint.mutations import Found, Mutation, Subject, Target, all_mutations, render, score
from dvht_lint.quantities import read_quantities
from dvht_lint.text import Span


def word(name, expected, old, new):
    def plant(text, quantities, rng):
        at = text.find(old)
        return (text.replace(old, new, 1), Span(at, at + len(new))) if at >= 0 else None

    return Mutation(name, expected, Target.CLAIM, "A word is another.", plant)


MORE = word("more", ("DV410",), "more", "less")
MAY = word("may", ("DV404",), "may", "will")
QUOTE = word("quote", (), "“", '"')
CLAIM = Subject("c1", "“They” may call more.")


def checker(answers):
    """Findings by a word of the text; the findings of `always` are there whatever the text."""

    def check(subject, text):
        del subject
        return [found for key, found in answers.items() if key in text or key == "always"]

    return check


ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def test_right_other_and_missed():
    scores = score(
        [CLAIM], checker({"less": Found("DV410", ERROR), "will": Found("DV401", WARNING)}), [MORE, MAY, QUOTE]
    )
    more, may, quote = scores.rows
    assert [(len(r.right), len(r.other), len(r.silent)) for r in (more, may, quote)] == [
        (1, 0, 0),
        (0, 1, 0),
        (0, 0, 1),
    ]
    assert scores.share() == 0.5
    assert scores.flagged() == (0, 1)


def test_what_was_found_before_does_not_count():
    scores = score([CLAIM], checker({"always": Found("DV410", ERROR)}), [MORE])
    assert scores.share() == 0


def test_a_harmless_edit_that_is_flagged():
    scores = score([CLAIM], checker({'"': Found("DV401", WARNING)}), [QUOTE])
    assert scores.flagged() == (1, 1)


def test_an_info_never_counts_against_a_harmless_edit():
    assert score([CLAIM], checker({'"': Found("DV413", INFO)}), [QUOTE]).flagged() == (0, 1)


def test_an_info_of_the_right_rule_counts():
    assert score([CLAIM], checker({"less": Found("DV410", INFO)}), [MORE]).share() == 1


def test_only_texts_of_its_kind():
    assert score([Subject("s1", CLAIM.text, target=Target.SOURCE)], checker({}), [MORE, MAY]).rows == ()


def test_a_text_is_checked_unedited_once_and_only_where_it_has_a_place():
    seen = []
    score([CLAIM, Subject("c2", "Nothing here.")], lambda s, t: seen.append((s.id, t)) or [], [MORE, MAY])
    assert seen == [("c1", CLAIM.text), ("c1", "“They” may call less."), ("c1", "“They” will call more.")]


def test_the_table():
    check = checker({"less": Found("DV410", ERROR), "will": Found("DV401", WARNING)})
    text = render(score([CLAIM], check, [MORE, MAY, QUOTE]), verbose=True)
    assert text == (
        "drift     expected        planted  right  other  missed\n"
        "more      DV410                 1      1      0       0\n"
        "may       DV404                 1      0      1       0\n"
        "    c1: told as DV401: “They” will call more.\n"
        "\n"
        "harmless edit                  planted  flagged\n"
        "quote                           1        0\n"
        "\n"
        "1 of 2 planted drifts told for the right reason (50%); 0 of 1 harmless edits flagged\n"
    )


def test_nothing_to_plant_in():
    assert render(score([], checker({}), [MORE])) == "No text has a place for a mutation.\n"


def test_all_mutations_run_over_a_claim():
    text = "In 2011 the line answered 19,427 calls, more than in 2010; about 55% of the callers were women."
    scores = score([Subject("c", text, read_quantities(text))], lambda s, t: [])
    assert {row.planted for row in scores.rows} == {1}
    assert len(scores.rows) > 15
    assert len(scores.rows) < len(all_mutations())
