from __future__ import annotations

import subprocess
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvht_lint import fixes
from dvht_lint.diagnostic import Diagnostic, FixEdit, Region, ReportedFix, Safety, Severity
from dvht_lint.text import Place, SourceText, Span

TEXT = "one two three four\n"


def finding(*edits: tuple[int, int, str], safety=Safety.SAFE, path="a.md", code="DV514") -> Diagnostic:
    place = Place(1, 1)
    made = tuple(FixEdit(place, place, text, Span(start, end)) for start, end, text in edits)
    region = Region(path, place, place)
    fix = ReportedFix("Write it", safety, made)
    return Diagnostic(code, "name", Severity.ERROR, 1.0, "message", region, Span(0, 0), fix=fix)


def source(text=TEXT) -> SourceText:
    return SourceText("a.md", text)


def applied(*findings, text=TEXT, unsafe=False) -> str:
    return fixes.apply(source(text), findings, unsafe=unsafe).text.text


def test_edits_are_made_in_the_order_of_the_file():
    assert applied(finding((14, 18, "4")), finding((0, 3, "1"))) == "1 two three 4\n"


def test_safe_fixes_are_applied_and_unsafe_ones_only_when_asked():
    found = [finding((0, 3, "1")), finding((4, 7, "2"), safety=Safety.UNSAFE)]
    assert applied(*found) == "1 two three four\n"
    assert applied(*found, unsafe=True) == "1 2 three four\n"


def test_a_suggestion_is_never_applied():
    result = fixes.apply(source(), [finding((0, 3, "1"), safety=Safety.SUGGESTION)], unsafe=True)
    assert result.text.text == TEXT
    assert not result.changed


@pytest.mark.parametrize("torn", ["1 9,427 calls", "19,,427 calls", "19, 427 calls"])
def test_a_torn_figure_is_not_written_twice(torn):
    middle = torn.index("9,427") if torn.startswith("1 ") else torn.index("427")
    first = finding((0, len(torn[:middle].rstrip(", ")), "19,427"), safety=Safety.UNSAFE)
    second = finding((middle, torn.index(" calls"), "19,427"), safety=Safety.UNSAFE)
    result = fixes.apply(source(torn), [first, second], unsafe=True)
    assert (result.text.text, result.applied, len(result.skipped)) == (torn, (), 2)


def test_of_two_fixes_that_overlap_the_first_in_the_file_wins():
    first, second = finding((0, 7, "first")), finding((4, 13, "second"))
    result = fixes.apply(source(), [second, first], unsafe=False)
    assert result.text.text == "first three four\n"
    assert (result.applied, result.skipped) == ((first,), (second,))


def test_a_fix_is_applied_whole_or_not_at_all():
    whole = finding((0, 3, "1"), (8, 13, "3"))
    other = finding((4, 10, "x"))
    result = fixes.apply(source(), [other, whole], unsafe=False)
    assert result.text.text == "1 two 3 four\n"
    assert result.skipped == (other,)


def test_two_findings_with_the_same_fix_are_both_settled():
    one, other = finding((0, 3, "1")), finding((0, 3, "1"), code="DV601")
    result = fixes.apply(source(), [one, other], unsafe=False)
    assert result.text.text == "1 two three four\n"
    assert result.applied == (one, other)
    assert result.skipped == ()


def test_fixes_side_by_side_do_not_meet():
    assert applied(finding((0, 3, "1")), finding((3, 7, "-2"))) == "1-2 three four\n"


@pytest.mark.parametrize("edge", [4, 7])
def test_an_insertion_at_the_edge_of_another_edit_waits(edge):
    result = fixes.apply(source(), [finding((4, 7, "2")), finding((edge, edge, "about "))], unsafe=False)
    assert len(result.applied) == len(result.skipped) == 1


def test_two_insertions_at_one_place_are_not_both_made():
    assert applied(finding((4, 4, "a ")), finding((4, 4, "b "))) == "one a two three four\n"


def test_a_fix_that_contradicts_itself_or_leaves_the_file_is_skipped():
    for bad in (finding((0, 5, "a"), (3, 7, "b")), finding((10, 99, "a"))):
        assert fixes.apply(source(), [bad], unsafe=False).skipped == (bad,)


def test_the_fixes_of_another_file_are_left_alone():
    result = fixes.apply(source(), [finding((0, 3, "1"), path="b.md")], unsafe=False)
    assert result == fixes.FixResult(source())


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbfone two\r\nthree\r\n",
        b"one two\rthree\r",
        b"one two\nthree",
        "one two\r\ncafé 🚨".encode("utf-16"),
        b"\xfe\xff" + "one two\n".encode("utf-16-be"),
    ],
)
def test_line_ends_byte_order_mark_and_encoding_are_kept(data):
    before = SourceText.decode("a.md", data)
    assert fixes.encode(before, data) == data
    after = fixes.apply(before, [finding((0, 3, "1"))], unsafe=False).text
    changed = fixes.encode(after, data)
    assert len(changed) < len(data)
    assert SourceText.decode("a.md", changed).text == "1" + before.text[3:]
    assert SourceText.decode("a.md", changed).bom is before.bom


def test_a_line_break_in_a_fix_is_the_files_own():
    assert applied(finding((0, 3, "1\n1")), text="one two\r\nthree\r\n") == "1\r\n1 two\r\nthree\r\n"


@given(st.text(alphabet="ab\r\n\u2028🚨", max_size=30), st.data())
def test_whatever_the_edits_nothing_outside_them_changes(text, data):
    offsets = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(offsets, offsets).map(sorted), max_size=8))
    found = [finding((start, end, "X")) for start, end in spans]
    result = fixes.apply(source(text), found, unsafe=False)
    assert sorted(map(id, (*result.applied, *result.skipped))) == sorted(map(id, found))
    kept = {d.fix.edits[0].span for d in result.applied}
    outside = "".join(c for i, c in enumerate(text) if not any(s.start <= i < s.end for s in kept))
    assert result.text.text.replace("X", "") == outside
    assert result.text.text.count("X") == len(kept)


def test_a_diff_is_a_patch(tmp_path):
    before = source("a\u2028b\r\nno\r\nend")
    after = replace(before, text="a\u2028b\r\nyes\r\nend")
    patch = fixes.diff(before, after, "a.md")
    assert patch.splitlines()[:2] == ["--- a.md", "+++ a.md"]
    assert "\\ No newline at end of file\n" in patch
    path = tmp_path / "a.md"
    path.write_bytes(fixes.encode(before, b""))
    subprocess.run(["git", "apply", "-p0", "-"], input=patch.encode(), cwd=tmp_path, check=True)
    assert path.read_bytes() == fixes.encode(after, b"")


def test_no_change_is_no_diff():
    assert fixes.diff(source(), source(), "a.md") == ""
