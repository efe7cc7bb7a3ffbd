from datetime import date

import pytest

from dvht_lint import suppress
from dvht_lint.diagnostic import Diagnostic, Region, Severity
from dvht_lint.readers import markdown
from dvht_lint.text import Place, Span

RULES = {"DV101": "uncited-statistic", "DV501": "number-drift", "DV502": "range-drift", "DV901": "unused-suppression"}
TODAY = date(2026, 11, 23)


def expand(name):
    upper = name.upper()
    return frozenset(
        c for c, n in RULES.items() if n == name.lower() or (upper.startswith("DV") and c.startswith(upper))
    )


def found(text, code, words):
    at = text.index(words)
    return Diagnostic(
        code,
        RULES[code],
        Severity.ERROR,
        1.0,
        words,
        Region("page.md", Place(1, 1), Place(1, 1)),
        Span(at, at + len(words)),
    )


def directives(text):
    return suppress.read_directives(markdown.read("page.md", text.encode()))


def outcome(text, *diagnostics):
    return suppress.apply(diagnostics, directives(text), expand, TODAY)


def test_a_suppression_as_read():
    text = 'One.\n\n<!-- dvht-lint: ignore[number-drift, DV502] reason="rounded" until=2027-01-31 -->\nTwo 9214.\n\nThree.\n'
    (directive,) = directives(text)
    assert directive.verb == "ignore"
    assert directive.arguments == ("number-drift", "DV502")
    assert [span.cut(text) for span in directive.argument_spans] == ["number-drift", "DV502"]
    assert (directive.reason, directive.until) == ("rounded", date(2027, 1, 31))
    assert directive.covers.cut(text).strip() == "Two 9214."
    assert directive.problems == ()


@pytest.mark.parametrize("reason", ['reason="a, b"', "reason='a, b'", "reason=“a, b”"])
def test_reasons_in_any_quotes(reason):
    assert directives(f"<!-- dvht-lint: ignore[DV501] {reason} -->\nText.\n")[0].reason == "a, b"


def test_it_silences_the_next_block():
    text = '<!-- dvht-lint: ignore[DV5] reason="r" -->\nFirst 9214.\n\nSecond 9241.\n'
    first, second = found(text, "DV501", "9214"), found(text, "DV501", "9241")
    result = outcome(text, first, second)
    assert (result.kept, result.suppressed, result.unused) == ((second,), (first,), ())


def test_it_silences_the_block_that_it_stands_in():
    text = 'First 9214 <!-- dvht-lint: ignore[DV501] reason="r" --> and more.\n\nSecond 9241.\n'
    assert outcome(text, found(text, "DV501", "9214")).kept == ()
    assert outcome(text, found(text, "DV501", "9241")).suppressed == ()


def test_it_silences_a_file():
    text = 'First 9214.\n\n<!-- dvht-lint: ignore-file[number-drift] reason="r" -->\n\nSecond 9241.\n'
    assert outcome(text, found(text, "DV501", "9214"), found(text, "DV501", "9241")).kept == ()


def test_it_silences_what_it_names_only():
    text = '<!-- dvht-lint: ignore[DV501] reason="r" -->\nFirst 9214.\n'
    result = outcome(text, found(text, "DV101", "9214"))
    assert result.suppressed == ()
    assert [(directive.arguments, idle) for directive, idle in result.unused] == [(("DV501",), (0,))]


def test_of_several_rules_the_idle_ones_are_named():
    text = '<!-- dvht-lint: ignore[DV501, DV101, nonsense] reason="r" -->\nFirst 9214.\n'
    ((directive, idle),) = outcome(text, found(text, "DV501", "9214")).unused
    assert [directive.arguments[i] for i in idle] == ["DV101"]


def test_findings_on_comments_cannot_be_silenced():
    text = '<!-- dvht-lint: ignore-file[DV9] reason="r" -->\nFirst.\n'
    diagnostic = found(text, "DV901", "DV9")
    result = outcome(text, diagnostic)
    assert result.kept == (diagnostic,)
    assert len(result.unused) == 1


def test_after_its_last_day_it_silences_nothing():
    for until, silenced in (("2026-11-23", 1), ("2026-11-22", 0)):
        text = f'<!-- dvht-lint: ignore[DV501] reason="r" until={until} -->\nFirst 9214.\n'
        result = outcome(text, found(text, "DV501", "9214"))
        assert len(result.suppressed) == silenced
        assert result.unused == ()


def test_without_a_reason_it_is_in_force():
    text = "<!-- dvht-lint: ignore[DV501] -->\nFirst 9214.\n"
    assert directives(text)[0].reason == ""
    assert outcome(text, found(text, "DV501", "9214")).kept == ()


@pytest.mark.parametrize(
    "comment, code, at, says",
    [
        ("ignroe[DV501] reason='r'", "DV904", "ignroe", "did you mean 'ignore'"),
        ("ignore DV501 reason='r'", "DV904", "", "expected ignore[RULE"),
        ("ignore[] reason='r'", "DV904", "", "expected ignore[RULE"),
        ("ignore[DV501] reasn='r'", "DV904", "reasn='r'", "did you mean 'reason'"),
        ("ignore[DV501] reason='r' reason='s'", "DV904", "reason='s'", "twice"),
        ("ignore[DV501] because", "DV904", "because", "expected reason="),
        ("ignore[DV501] reason='r' until=soon", "DV903", "until=soon", "YYYY-MM-DD"),
        ("ignore[DV501] reason='r' until=2027-02-30", "DV903", "until=2027-02-30", "YYYY-MM-DD"),
        ("statement=", "DV904", "", "expected statement=ID"),
        ("nonsense", "DV904", "nonsense", "expected ignore[RULE"),
        ("", "DV904", "", "expected ignore[RULE"),
    ],
)
def test_what_is_malformed_says_where_and_what_was_expected(comment, code, at, says):
    text = f"<!-- dvht-lint: {comment} -->\nFirst 9214.\n"
    (directive,) = directives(text)
    problem = directive.problems[0]
    assert problem.code == code
    assert says in problem.message
    assert at in problem.span.cut(text)
    assert outcome(text, found(text, "DV501", "9214")).suppressed == ()


def test_a_statement_is_named():
    text = "<!-- dvht-lint: statement=calls-2012 -->\n- First.\n- Second.\n"
    (directive,) = directives(text)
    assert (directive.verb, directive.arguments) == ("statement", ("calls-2012",))
    assert directive.covers.cut(text).strip(" -\n") == "First."


def test_other_comments_are_not_ours():
    assert directives("<!-- dvht-lint is a linter -->\n\n<!-- a note -->\n\nText.\n") == ()


def test_before_a_table_it_speaks_for_the_table_and_before_a_bullet_for_the_bullet():
    text = '<!-- dvht-lint: ignore[DV501] reason="r" -->\n\n| a | b |\n|---|---|\n| 9214 | 9241 |\n\nAfter 40.\n'
    assert outcome(text, found(text, "DV501", "9241")).kept == ()
    assert outcome(text, found(text, "DV501", "40")).suppressed == ()
    text = '<!-- dvht-lint: ignore[DV501] reason="r" -->\n\n- One.\n\n  More 9214.\n\n- Two 9241.\n'
    assert outcome(text, found(text, "DV501", "9214")).kept == ()
    assert outcome(text, found(text, "DV501", "9241")).suppressed == ()
