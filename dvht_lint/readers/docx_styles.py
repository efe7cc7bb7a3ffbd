"""What Word's styles and numbering say of a paragraph or a run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from dvht_lint.readers.docx_package import attribute, child, is_on, local_name, small_number
from dvht_lint.records import record

__all__ = ["Formats", "Looks", "Numbering"]

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_TITLES = {"title": 1, "subtitle": 2}
_LONGEST_CHAIN = 16


@record(frozen=True, slots=True)
class Looks:
    """How a run looks, as far as it matters to prose."""

    bold: bool = False
    italic: bool = False
    struck: bool = False
    raised: bool = False


class Formats:
    """The styles of a document, each with those it is based on."""

    def __init__(self, root: ET.Element | None) -> None:
        """Read `styles.xml`; a document without one has no styles."""
        self._styles = {
            attribute(style, "styleId") or "": style
            for style in (root if root is not None else ())
            if local_name(style) == "style"
        }

    def heading(self, paragraph: ET.Element) -> int:
        """The level of a heading, 1 to 9; 0 for any other paragraph."""
        properties = child(paragraph, "pPr")
        level = attribute(child(properties, "outlineLvl"), "val")
        for style in self._chain(attribute(child(properties, "pStyle"), "val")):
            name = (attribute(child(style, "name"), "val") or "").lower()
            match = _HEADING.match(name)
            if match:
                return int(match[1])
            if name in _TITLES:
                return _TITLES[name]
            level = level or attribute(child(style, "pPr", "outlineLvl"), "val")
        return int(level) + 1 if level and level.isdigit() and int(level) < 9 else 0

    def is_quote(self, paragraph: ET.Element) -> bool:
        """Whether the paragraph's style is one for quotations."""
        chain = self._chain(attribute(child(paragraph, "pPr", "pStyle"), "val"))
        return any("quote" in (attribute(child(style, "name"), "val") or "").lower() for style in chain)

    def numbering(self, paragraph: ET.Element) -> tuple[str, int] | None:
        """The id of the list a paragraph is an item of and its depth from 0; None for no item."""
        properties = child(paragraph, "pPr")
        given = [properties]
        given += [child(style, "pPr") for style in self._chain(attribute(child(properties, "pStyle"), "val"))]
        number = depth = None
        for part in given:
            number = number or attribute(child(part, "numPr", "numId"), "val")
            depth = depth or attribute(child(part, "numPr", "ilvl"), "val")
        if not number or number == "0":
            return None
        return number, small_number(depth, 0)

    def looks(self, run: ET.Element) -> Looks:
        """How a run looks, by its own properties and those of its character style."""
        properties = child(run, "rPr")
        if properties is None:
            return Looks()
        given = [properties]
        chain = self._chain(attribute(child(properties, "rStyle"), "val"))
        given += [part for style in chain if (part := child(style, "rPr")) is not None]

        def switch(name: str) -> bool:
            return next((on for part in given if (on := is_on(child(part, name))) is not None), False)

        align = next((value for part in given if (value := attribute(child(part, "vertAlign"), "val"))), "")
        # Writers that know no superscript lift the base line instead, by so many half points.
        lift = next((value for part in given if (value := attribute(child(part, "position"), "val"))), "")
        raised = align == "superscript" or (lift.isdigit() and int(lift) > 0)
        return Looks(switch("b"), switch("i"), switch("strike") or switch("dstrike"), raised)

    def _chain(self, style_id: str | None) -> Iterator[ET.Element]:
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(style_id or "")
            if style is None:
                return
            yield style
            style_id = attribute(child(style, "basedOn"), "val")


class Numbering:
    """The marks of list items, counted as the document goes on."""

    def __init__(self, root: ET.Element | None) -> None:
        """Read `numbering.xml`; without one every item has a dash."""
        self._levels: dict[tuple[str, int], ET.Element] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[tuple[str, int], int] = {}
        for part in root if root is not None else ():
            if local_name(part) == "abstractNum":
                for level in part:
                    depth = attribute(level, "ilvl") if local_name(level) == "lvl" else None
                    if depth and (known := small_number(depth, -1)) >= 0:
                        self._levels[attribute(part, "abstractNumId") or "", known] = level
            elif local_name(part) == "num":
                self._abstract[attribute(part, "numId") or ""] = attribute(child(part, "abstractNumId"), "val") or ""

    def mark(self, number: str, depth: int) -> str:
        """The mark of the next item of a list: `-` for a bullet, else as it is displayed ("2.", "1.3")."""
        key = self._abstract.get(number, number)
        self._counts[key, depth] = self._counts.get((key, depth), self._start(key, depth) - 1) + 1
        for deeper in range(depth + 1, 9):
            self._counts.pop((key, deeper), None)
        level = self._levels.get((key, depth))
        if level is None or attribute(child(level, "numFmt"), "val") in {"bullet", "none", None}:
            return "-"
        pattern = attribute(child(level, "lvlText"), "val") or f"%{depth + 1}."
        return re.sub(r"%([1-9])", lambda match: self._written(key, int(match[1]) - 1), pattern)

    def _start(self, key: str, depth: int) -> int:
        start = attribute(child(self._levels.get((key, depth)), "start"), "val")
        return int(start) if start and start.isdigit() else 1

    def _written(self, key: str, depth: int) -> str:
        count = self._counts.get((key, depth), self._start(key, depth))
        kind = attribute(child(self._levels.get((key, depth)), "numFmt"), "val") or ""
        if kind.endswith("Letter") and 1 <= count <= 26:
            letter = chr(ord("a") + count - 1)
            return letter.upper() if kind.startswith("upper") else letter
        return str(count)
