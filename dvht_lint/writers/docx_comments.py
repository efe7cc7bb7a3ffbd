"""Comments in a Word document, each on the exact words it speaks of.

A place is a paragraph and characters in it, counted as `readers.docx_runs` counts them: the text of the runs; a tab,
a break, a symbol and either hyphen as one each; no deleted, moved-away or hidden text. Runs are split where a comment
begins or ends inside one; nothing else of the document changes.
"""

from __future__ import annotations

import copy
import io
from collections.abc import Iterator, Sequence
from typing import Any

from dvht_lint.errors import MissingExtraError, UnreadableError
from dvht_lint.records import record

__all__ = ["AUTHOR", "WordComment", "commented"]

AUTHOR = "dvht-lint"
_INITIALS = "dv"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = frozenset(
    {f"{_WORD}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText")} | {_FALLBACK}
)
_RUNS = frozenset({f"{_WORD}r", f"{_MATH}r"})
_TEXTS = frozenset({f"{_WORD}t", f"{_MATH}t"})
_SINGLES = frozenset(f"{_WORD}{name}" for name in ("tab", "cr", "noBreakHyphen", "softHyphen", "sym"))
_OFF = frozenset({"0", "false", "off", "none"})
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@record(frozen=True, slots=True)
class WordComment:
    """A comment on characters `start` to `end` of a paragraph of the body, counted from 0; its text, line by line.

    For a paragraph of a note, `note` is the note's label as the reader gives it: `3`, `e1` for an endnote.
    """

    paragraph: int
    start: int
    end: int
    lines: tuple[str, ...]
    note: str = ""


def commented(data: bytes, comments: Sequence[WordComment]) -> bytes:
    """The Word document with the comments; those that an earlier review left go, those of people stay.

    A comment on a note or a text box stands on the call of the note, or on the paragraph that the box hangs on: Word
    has no comments inside. Raises `MissingExtraError` without python-docx, `UnreadableError` for a file that
    python-docx cannot open.
    """
    try:
        import docx
    except ImportError:
        raise MissingExtraError("review", "docx") from None
    try:
        document = docx.Document(io.BytesIO(data))
    except (KeyError, ValueError, OSError) as error:
        raise UnreadableError(f"the Word document cannot be opened: {error}") from error
    body = document.element.body
    _remove_own(document, body)
    paragraphs = list(_paragraphs(body))
    for comment in comments:
        anchor = _anchor(body, paragraphs, comment)
        if anchor:
            made = document.comments.add_comment(text="\n".join(comment.lines), author=AUTHOR, initials=_INITIALS)
            _mark(body, anchor[0], anchor[-1], str(made.comment_id))
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _remove_own(document: Any, body: Any) -> None:
    """Take out the comments of an earlier review, with their marks."""
    own = {str(c.comment_id) for c in document.comments if c.author == AUTHOR}
    if not own:
        return
    for element in list(document.part._comments_part.element):  # noqa: SLF001 - python-docx cannot delete a comment
        if element.get(f"{_WORD}id") in own:
            element.getparent().remove(element)
    tags = [f"{_WORD}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference")]
    for mark in [mark for mark in body.iter(*tags) if mark.get(f"{_WORD}id") in own]:
        gone = mark.getparent() if mark.tag == tags[2] else mark
        gone.getparent().remove(gone)


# --- where a comment stands --------------------------------------------------------------------------


def _anchor(body: Any, paragraphs: Sequence[Any], comment: WordComment) -> list[Any]:
    """The elements that a comment stands on: its exact characters, else the whole paragraph."""
    if comment.note:
        return _note_call(body, comment.note)
    if comment.paragraph >= len(paragraphs):
        return []
    paragraph = paragraphs[comment.paragraph]
    host = _host(paragraph)
    if host is not paragraph:
        return [_outermost(run) for run in _runs(host)]
    return [_outermost(run) for run in _cut(paragraph, comment.start, comment.end) or list(_runs(paragraph))]


def _host(paragraph: Any) -> Any:
    """The paragraph of the body that a text box hangs on; a paragraph outside of one is its own."""
    host = paragraph
    for box in paragraph.iterancestors(f"{_WORD}txbxContent"):
        host = next(box.iterancestors(f"{_WORD}p"), host)
    return host


def _note_call(body: Any, label: str) -> list[Any]:
    """The run that calls a note; its label counts the notes of its kind in the order of their first calls."""
    kind = "endnote" if label.startswith("e") else "footnote"
    calls: dict[str | None, Any] = {}
    for call in body.iter(f"{_WORD}{kind}Reference"):
        calls.setdefault(call.get(f"{_WORD}id"), call.getparent())
    number = label.removeprefix("e")
    found = list(calls.values())
    return [found[int(number) - 1]] if number.isdigit() and 0 < int(number) <= len(found) else []


def _outermost(run: Any) -> Any:
    """A run of a formula as the formula, in which no comment can begin; any other run as it is."""
    element = run
    while element.getparent() is not None and element.tag.startswith(_MATH):
        if not element.getparent().tag.startswith(_MATH):
            return element
        element = element.getparent()
    return element


def _mark(body: Any, first: Any, last: Any, number: str) -> None:
    """Put the marks of a comment around the elements from `first` to `last`."""
    attributes = {f"{_WORD}id": number}
    first.addprevious(body.makeelement(f"{_WORD}commentRangeStart", attributes))
    end = body.makeelement(f"{_WORD}commentRangeEnd", attributes)
    last.addnext(end)
    reference = body.makeelement(f"{_WORD}r", {})
    reference.append(body.makeelement(f"{_WORD}commentReference", attributes))
    end.addnext(reference)


# --- characters, as the reader counts them -----------------------------------------------------------


def _paragraphs(root: Any) -> Iterator[Any]:
    stack = list(reversed(root))
    while stack:
        element = stack.pop()
        if element.tag == f"{_WORD}p":
            yield element
        if element.tag not in _GONE:
            stack.extend(reversed(element))


def _runs(paragraph: Any) -> Iterator[Any]:
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if element.tag in _RUNS:
            yield element
        elif element.tag not in _GONE and element.tag not in {f"{_WORD}p", f"{_WORD}txbxContent"}:
            stack.extend(reversed(element))


def _length(run: Any) -> int:
    hidden = run.find(f"{_WORD}rPr/{_WORD}vanish")
    if hidden is not None and hidden.get(f"{_WORD}val", "1") not in _OFF:
        return 0
    return sum(map(_characters, run))


def _characters(part: Any) -> int:
    if part.tag in _TEXTS:
        return len(part.text or "")
    if part.tag == f"{_WORD}br":
        return int(part.get(f"{_WORD}type") in {None, "textWrapping"})
    return int(part.tag in _SINGLES)


def _cut(paragraph: Any, start: int, end: int) -> list[Any]:
    """The runs that hold the characters from `start` to `end`, cut so that they hold no others."""
    for offset in (start, end):
        at = 0
        for run in list(_runs(paragraph)):
            length = _length(run)
            if at < offset < at + length and run.tag == f"{_WORD}r":
                _split(run, offset - at)
                break
            at += length
    found, at = [], 0
    for run in _runs(paragraph):
        length = _length(run)
        if length and at < end and start < at + length:
            found.append(run)
        at += length
    return found


def _split(run: Any, offset: int) -> None:
    """Cut a run in two after `offset` characters; both keep its formatting."""
    rest = copy.deepcopy(run)
    run.addnext(rest)
    at = 0
    for part, twin in list(zip(run, rest, strict=True)):
        length = _characters(part)
        if part.tag == f"{_WORD}rPr":
            continue
        if at + length <= offset:
            rest.remove(twin)
        elif at >= offset:
            run.remove(part)
        else:
            text = part.text
            part.text, twin.text = text[: offset - at], text[offset - at :]
            part.set(_SPACE, "preserve")
            twin.set(_SPACE, "preserve")
        at += length
