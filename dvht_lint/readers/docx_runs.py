"""The characters of a Word paragraph, run by run.

What counts as a character of a paragraph, here and for whoever writes to one: the text of its runs, a tab, a line
break, a symbol and either kind of hyphen, each as one. What does not: deleted and moved-away text, hidden text,
field codes, page breaks, the fallback of an alternative. Works on elements of the standard library and of lxml.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from dvht_lint.readers.docx_package import attribute, child, is_on, local_name
from dvht_lint.records import record

__all__ = ["Run", "paragraphs", "runs"]

_GONE = frozenset({"del", "moveFrom", "mc:Fallback", "pPr", "rPr", "instrText", "delText"})
_SINGLE = {"tab": "\t", "cr": "\v", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
_BREAKS = str.maketrans("\r\n", "  ")


@record(frozen=True, slots=True)
class Run:
    """A run of a paragraph: its element, its characters, the link it stands in, and the note it calls.

    `note` is `footnote:ID` or `endnote:ID`; such a run has no characters.
    """

    element: ET.Element
    text: str
    link: str = ""
    note: str = ""


def paragraphs(root: ET.Element) -> Iterator[ET.Element]:
    """Every paragraph below an element, in document order; a text box follows the paragraph that it hangs on."""
    stack = list(reversed(root))
    while stack:
        element = stack.pop()
        name = local_name(element)
        if name == "p":
            yield element
        if name not in _GONE:
            stack.extend(reversed(element))


class _Fields:
    """The field codes open at a point: a link made by a field has no element of its own."""

    def __init__(self) -> None:
        self._codes: list[str] = []
        self._shown: list[bool] = []

    def character(self, kind: str | None) -> None:
        if kind == "begin":
            self._codes.append("")
            self._shown.append(False)
        elif kind == "separate" and self._shown:
            self._shown[-1] = True
        elif kind == "end" and self._codes:
            self._codes.pop()
            self._shown.pop()

    def code(self, text: str) -> None:
        if self._codes:
            self._codes[-1] += text

    def link(self) -> str:
        for code, shown in zip(reversed(self._codes), reversed(self._shown), strict=True):
            if shown and (target := link_of_field(code)):
                return target
        return ""


def link_of_field(code: str) -> str:
    """The address in a field code `HYPERLINK "…"`, empty in any other."""
    name, _, rest = code.strip().partition(" ")
    if name.upper() != "HYPERLINK":
        return ""
    parts = rest.split('"')
    if "\\l" in parts[0]:
        return f"#{parts[1]}" if len(parts) > 1 else ""
    return parts[1] if len(parts) > 1 else rest.strip().split(" ")[0]


def runs(paragraph: ET.Element, links: dict[str, str]) -> Iterator[Run]:
    """The runs of a paragraph in order, without those of text boxes in it; `links` are addresses by relation id."""
    fields = _Fields()
    stack: list[tuple[ET.Element, str]] = [(part, "") for part in reversed(paragraph)]
    while stack:
        element, link = stack.pop()
        name = local_name(element)
        if name in {"r", "m:r"}:
            yield from _run(element, link, fields)
        elif name == "p" or name in _GONE or name == "txbxContent":
            continue
        else:
            if name == "hyperlink":
                anchor = attribute(element, "anchor")
                link = links.get(attribute(element, "id") or "") or (f"#{anchor}" if anchor else "")
            elif name == "fldSimple":
                link = link_of_field(attribute(element, "instr") or "") or link
            stack.extend((part, link) for part in reversed(element))


def _run(element: ET.Element, link: str, fields: _Fields) -> Iterator[Run]:
    text: list[str] = []
    note = ""
    for part in element:
        name = local_name(part)
        if name in {"t", "m:t"}:
            text.append((part.text or "").translate(_BREAKS))
        elif name in _SINGLE:
            text.append(_SINGLE[name])
        elif name == "br" and attribute(part, "type") in {None, "textWrapping"}:
            text.append("\v")
        elif name == "sym":
            text.append(_symbol(part))
        elif name == "fldChar":
            fields.character(attribute(part, "fldCharType"))
        elif name == "instrText":
            fields.code(part.text or "")
        elif name in {"footnoteReference", "endnoteReference"}:
            note = f"{name[: -len('Reference')]}:{attribute(part, 'id') or ''}"
    hidden = is_on(child(element, "rPr", "vanish"))
    yield Run(element, "" if hidden else "".join(text), link or fields.link(), note)


def _symbol(element: ET.Element) -> str:
    """A character of a symbol font: those below the private area are what they are, the rest is a bullet."""
    try:
        code = int(attribute(element, "char") or "", 16)
    except ValueError:
        return "•"
    return chr(code) if 0x20 <= code < 0xD800 else "•"
