from __future__ import annotations

import re
from dataclasses import replace

import pytest

from dvht_lint.diagnostic import Region, Related
from dvht_lint.reports import RenderOptions, render
from dvht_lint.reports.terminal import text_width
from dvht_lint.text import Place, SourceText

from . import sample


def full(*diagnostics, width=100, color=False, documents=None):
    report = sample.make(*diagnostics)
    if documents is not None:
        report = replace(report, documents=documents)
    return render("full", report, RenderOptions(width=width, color=color))


def at(path: str, line: int, start: int, end: int, end_line: int = 0):
    region = Region(path, Place(line, start), Place(end_line or line, end))
    return replace(sample.INSERTION, region=region)


def frame_of(text: str, line: int, start: int, end: int, *, end_line: int = 0, width: int = 60) -> list[str]:
    out = full(at("a.md", line, start, end, end_line), width=width, documents={"a.md": SourceText("a.md", text)})
    return out.split("\n    |\n", 1)[1].split("\n    = docs")[0].split("\n")


def test_both_sides_are_shown_with_the_difference_underlined():
    out = full(sample.NUMBER)
    lines = out.splitlines()
    claim = next(i for i, line in enumerate(lines) if "answered 20,427" in line)
    statement = next(i for i, line in enumerate(lines) if line.startswith("  3 |") and "19,427" in line)
    for row, sign in ((claim, "^"), (statement, "-")):
        start = lines[row].index("0,427" if sign == "^" else "9,427") - 1
        assert lines[row + 1][start:].strip() == sign * 6
        assert lines[row + 1].index(sign) == start


def test_a_finding_says_why_what_to_write_and_where_to_read_on():
    out = full(sample.NUMBER)
    assert "= why: Readers repeat the figure" in out
    assert "= fix: Write '19,427' (--fix --unsafe-fixes applies it)" in out
    assert "**answered 19,427 calls**" in out.split("= fix:")[1]
    assert "= docs: https://example.org/rules/number-drift" in out


def test_the_words_in_question_are_coloured_as_one():
    assert "answered \x1b[1;31m20,427\x1b[0m calls" in full(sample.NUMBER, color=True)


def test_a_long_word_on_another_place_is_wrapped():
    said = Related(
        "the passage that comes nearest, p. 2: “" + "of which many were calls " * 8 + "”", at("b.pdf", 1, 1, 1).region
    )
    out = full(replace(sample.INSERTION, related=(said,)), width=60)
    assert max(text_width(line) for line in out.split("= docs")[0].splitlines()) <= 60
    assert "--> b.pdf:1:1 the passage that comes nearest, p. 2:" in out


def test_the_reason_is_given_once_for_many_findings_of_a_rule():
    assert full(sample.NUMBER, sample.NUMBER).count("= why:") == 1


def test_a_statement_without_a_file_is_quoted_with_its_words_bracketed():
    elsewhere = replace(sample.NUMBER, related=(), statement=replace(sample.NUMBER.statement, region=None))
    assert "= statement: The hotline answered [19,427] calls" in full(elsewhere)


def test_wide_characters_and_tabs_are_aligned():
    row, under = frame_of("🚨 相談\tcall 20,427 now", 1, 11, 17)
    assert text_width(row[: row.index("20,427")]) == under.index("^")
    assert under.strip(" |") == "^^^^^^"


@pytest.mark.parametrize("flag", ["👩‍👩‍👧", "❤️", "👍🏽", "e\u0301"])
def test_a_cluster_takes_the_room_of_one_character(flag):
    row, under = frame_of(f"{flag} 20,427 calls", 1, len(flag) + 2, len(flag) + 8)
    assert text_width(row[: row.index("20,427")]) == under.index("^")


def test_a_long_line_shows_the_words_around_the_span():
    words = " ".join(f"word{i}" for i in range(300))
    start = words.index("word150") + 1
    row, under = frame_of(words, 1, start, start + 7)
    assert len(row) <= 60
    assert re.fullmatch(r"  1 \| …(word\d+ )+word150( word\d+)+…", row)
    assert row.index("word150") == under.index("^")


def test_a_span_wider_than_the_terminal_takes_rows_of_its_own():
    rows = frame_of("so " + "very " * 100 + "long", 1, 4, 508)
    assert all(len(row) <= 60 for row in rows)
    assert len(rows) == 8
    assert rows[0].startswith("  1 | …very very")
    assert rows[6].endswith("…")


def test_of_a_span_of_many_lines_the_first_and_the_last_are_shown():
    text = "\n".join(f"line {i}" for i in range(1, 30)) + "\n"
    rows = frame_of(text, 3, 1, 5, end_line=20)
    assert [row.strip(" |^") for row in rows if not row.endswith("^")] == [
        "3 | line 3",
        "4 | line 4",
        "...",
        "20 | line 20",
    ]


def test_a_span_that_ends_with_its_line_break_stays_on_its_line():
    assert frame_of("one\ntwo\n", 1, 1, 1, end_line=2) == ["  1 | one", "    | ^^^"]


def test_an_insertion_has_one_mark():
    assert frame_of("one two", 1, 5, 5) == ["  1 | one two", "    |     ^"]


def test_a_mark_past_the_end_of_a_line_stays_beside_it():
    assert frame_of("one\r\ntwo", 1, 40, 44) == ["  1 | one", "    |    ^"]


def test_nothing_of_a_file_reaches_the_terminal_as_a_command():
    text = "a \x1b]0;owned\x07 b \x9b2J c \u202e d"
    out = full(replace(at("a.md", 1, 1, 2), message="bad \x1b[31m thing"), documents={"a.md": SourceText("a.md", text)})
    assert not set(out) & set("\x1b\x07\x9b\u202e")
    assert "␛" in out


@pytest.mark.parametrize("width", [40, 60, 79, 100, 120])
def test_every_line_fits_the_width(width):
    found = [d for d in sample.SAMPLE.diagnostics if d.name != "dropped-qualifier"]
    for line in full(*found, width=width).splitlines():
        if "-->" not in line and "= docs:" not in line and "option" not in line:
            assert text_width(line) <= width, line


def test_colours_change_nothing_but_colours():
    plain = full(*sample.SAMPLE.diagnostics)
    coloured = full(*sample.SAMPLE.diagnostics, color=True)
    assert "\x1b" not in plain
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == plain
    assert coloured != plain


def test_a_line_of_megabytes_costs_no_more_than_its_window():
    text = "x" * 5_000_000 + " 20,427 " + "y" * 5_000_000
    row, under = frame_of(text, 1, 5_000_002, 5_000_008)
    assert len(row) <= 60
    assert row.index("20,427") == under.index("^")


def test_a_file_without_text_has_no_frame():
    out = full(sample.MISSING)
    assert "--> old/notes.txt:1:1\n    = docs:" in out


def test_nothing_found_says_so():
    assert render("full", sample.EMPTY) == "All checks passed!\n"
