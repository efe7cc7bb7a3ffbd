"""Text that knows its way back to the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvht_lint.text import Mark, MarkKind, Piece, Place, Prose, ProseBuilder, SourceText, Span

LINES = st.text(alphabet=st.sampled_from("ab \n\r\u2028\x0c😀"), max_size=40)


# --- spans ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_that_cannot_be_is_refused(start, end):
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_spans_that_touch_do_not_overlap():
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))
    assert Span(0, 5).contains(Span(3, 5))
    assert not Span(0, 4).contains(Span(3, 5))


# --- places -----------------------------------------------------------------------------------------


def test_only_line_feeds_and_carriage_returns_break_a_line():
    text = SourceText("a", "one\r\ntwo\rthree\nfour\u2028\x0c\x85five")
    assert text.lines() == 4
    assert text.place(5) == Place(2, 1)
    assert text.place(9) == Place(3, 1)
    assert text.place(15) == Place(4, 1)
    assert text.place(len(text.text)) == Place(4, 12)
    assert [text.line(n) for n in range(6)] == ["", "one", "two", "three", "four\u2028\x0c\x85five", ""]


def test_columns_count_code_points():
    assert SourceText("a", "😀é中x").place(3) == Place(1, 4)


@given(LINES)
def test_a_place_leads_back_to_its_offset(text):
    source = SourceText("a", text)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n":
            assert source.offset(source.place(offset)) == offset


@given(LINES)
def test_lines_are_those_of_the_universal_newlines(text):
    expected = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    source = SourceText("a", text)
    assert [source.line(n) for n in range(1, source.lines() + 1)] == expected


def test_a_place_past_the_end_is_the_end():
    source = SourceText("a", "one\ntwo")
    assert source.offset(Place(1, 99)) == 4
    assert source.offset(Place(9, 1)) == 7


def test_a_byte_order_mark_is_not_text():
    source = SourceText.decode("a", b"\xef\xbb\xbfone")
    assert source.bom
    assert source.text == "one"
    assert SourceText.decode("a", "één".encode("utf-16")).text == "één"
    with pytest.raises(UnicodeDecodeError):
        SourceText.decode("a", b"caf\xe9")


# --- prose ------------------------------------------------------------------------------------------


def a_prose() -> Prose:
    """`calls **19,427** &amp; texts` in a file where it begins at 10, with a note mark after the figure."""
    builder = ProseBuilder()
    builder.add("calls ", 10)
    builder.add("19,427", 18)
    builder.mark(MarkKind.STRONG, 6)
    builder.mark(MarkKind.NOTE, builder.length, "1", Span(26, 30))
    builder.add(" ", 30)
    builder.replace("&", Span(31, 36))
    builder.add(" texts", 36)
    return builder.build()


def test_every_character_keeps_its_place():
    prose = a_prose()
    assert prose.plain == "calls 19,427 & texts"
    assert prose.source(Span(6, 12)) == Span(18, 24)
    assert prose.source(Span(13, 14)) == Span(31, 36)
    assert prose.source(Span(0, 20)) == Span(10, 42)
    assert prose.source(Span(6, 6)) == Span(18, 18)
    assert prose.source(Span(20, 20)) == Span(42, 42)
    with pytest.raises(ValueError, match="outside"):
        prose.source(Span(0, 21))


def test_odd_spaces_become_plain_and_the_invisible_goes():
    builder = ProseBuilder()
    builder.add("19\u202f427\u00a0calls to\u00adday\ufe0f\ufeff", 5)
    prose = builder.build()
    assert prose.plain == "19 427 calls today"
    assert prose.source(Span(0, 6)) == Span(5, 11)
    assert prose.source(Span(13, 18)) == Span(18, 24)


def test_a_slice_is_the_same_prose_shorter():
    part = a_prose().slice(Span(4, 14))
    assert part.plain == "s 19,427 &"
    assert part.source(Span(2, 8)) == Span(18, 24)
    assert part.source(part.whole()) == Span(14, 36)
    assert part.marks == (
        Mark(MarkKind.STRONG, Span(2, 8)),
        Mark(MarkKind.NOTE, Span(8, 8), "1", Span(26, 30)),
    )


def test_a_note_at_a_boundary_belongs_to_what_stands_before_it():
    prose = Prose.verbatim("One. Two.").without((), [Mark(MarkKind.NOTE, Span(4, 4), "1")])
    assert prose.slice(Span(0, 4)).marks == (Mark(MarkKind.NOTE, Span(4, 4), "1"),)
    assert prose.slice(Span(4, 9)).marks == ()


def test_strip_moves_nothing():
    prose = Prose.verbatim("  two words \n", 7)
    assert prose.strip().plain == "two words"
    assert prose.strip().source(Span(0, 3)) == Span(9, 12)
    assert Prose.verbatim(" \n ").strip().plain == ""
    assert Prose("").strip() == Prose("")


def test_join_keeps_every_part_in_its_place():
    joined = Prose.join([Prose.verbatim("one", 3), a_prose()])
    assert joined.plain == "one calls 19,427 & texts"
    assert joined.source(Span(0, 3)) == Span(3, 6)
    assert joined.source(Span(10, 16)) == Span(18, 24)
    assert joined.source(Span(3, 4)) == Span(6, 6)
    assert joined.marks[0] == Mark(MarkKind.STRONG, Span(10, 16))


def test_what_is_cut_out_leaves_the_rest_in_place():
    prose = a_prose().without([Span(5, 12)], [Mark(MarkKind.CITATION, Span(5, 5), "key")])
    assert prose.plain == "calls & texts"
    assert prose.source(Span(6, 7)) == Span(31, 36)
    assert prose.source(Span(0, 13)) == Span(10, 42)
    assert [(m.kind, m.span) for m in prose.marks] == [
        (MarkKind.CITATION, Span(5, 5)),
        (MarkKind.NOTE, Span(5, 5)),
    ]


def test_nothing_cut_is_the_same_prose():
    prose = a_prose()
    assert prose.without([]) is prose
    assert prose.slice(prose.whole()) is prose


@st.composite
def proses(draw):
    """Any prose, with the text of the file it was read from."""
    builder, file = ProseBuilder(), ""
    for text, kind in draw(
        st.lists(st.tuples(st.text("ab 1\u00a0\u00ad😀", min_size=1, max_size=5), st.integers(0, 4)), max_size=12)
    ):
        begun = builder.length
        if kind == 0:
            file += "**"
        elif kind == 1:
            builder.replace("&", Span(len(file), len(file) + 5))
            file += "&amp;"
        else:
            builder.add(text, len(file))
            file += text
        if kind in {3, 4}:
            builder.mark(MarkKind.STRONG if kind == 3 else MarkKind.NOTE, begun if kind == 3 else builder.length)
    return builder.build(), file


def spans_of(data, length, count):
    """Ascending spans of a text that do not overlap."""
    ends = sorted(data.draw(st.lists(st.integers(0, length), min_size=2 * count, max_size=2 * count)))
    return [Span(a, b) for a, b in zip(ends[::2], ends[1::2], strict=True)]


def places(prose: Prose) -> list[tuple[str, Span]]:
    return [(char, prose.source(Span(at, at + 1))) for at, char in enumerate(prose.plain)]


@given(proses(), st.data())
def test_slicing_moves_no_character(pair, data):
    prose, file = pair
    (span,) = spans_of(data, len(prose), 1)
    assert places(prose.slice(span)) == places(prose)[span.start : span.end]
    for piece in prose.slice(span).pieces:
        if piece.verbatim:
            assert piece.source.cut(file) == piece.plain.cut(prose.slice(span).plain)


@given(proses(), st.data())
def test_slices_share_out_the_marks(pair, data):
    prose, _ = pair
    middle = data.draw(st.integers(0, len(prose)))
    left, right = prose.slice(Span(0, middle)), prose.slice(Span(middle, len(prose)))
    for mark in prose.marks:
        if not len(mark.span) and mark.span.start > 0 and 0 < middle < len(prose):
            here = left if mark.span.start <= middle else right
            at = mark.span.start if here is left else mark.span.start - middle
            assert Mark(mark.kind, Span(at, at)) in here.marks


@given(proses(), st.data())
def test_cutting_moves_no_other_character(pair, data):
    prose, _ = pair
    cuts = spans_of(data, len(prose), 2)
    kept = [place for at, place in enumerate(places(prose)) if not any(c.start <= at < c.end for c in cuts)]
    rest = prose.without(cuts)
    assert places(rest) == kept
    assert all(mark.span.end <= len(rest) for mark in rest.marks)


@given(st.lists(proses(), max_size=4))
def test_joining_moves_no_character(pairs):
    parts = [prose for prose, _ in pairs]
    joined = places(Prose.join(parts, separator=""))
    assert joined == [place for prose in parts for place in places(prose)]


def test_pieces_that_meet_in_the_file_are_one():
    builder = ProseBuilder()
    builder.add("one", 4)
    builder.add(" two", 7)
    builder.add("three", 13)
    assert builder.build().pieces == (
        Piece(Span(0, 7), Span(4, 11), verbatim=True),
        Piece(Span(7, 12), Span(13, 18), verbatim=True),
    )
    assert builder.tail(4) == "hree"
