"""The parts of a Word file: a ZIP archive of XML, read with care.

A part may be larger than memory once unpacked, and XML may expand without end; neither is needed to write prose,
so both are refused.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree as ET

__all__ = ["Package", "PackageError", "attribute", "child", "is_on", "local_name", "small_number"]

_LARGEST_PART = 64 << 20
_MOST_TAGS = 1_000_000
"""Of one part, before a tree is made of it: a tag of 6 bytes packs to nothing and takes 500 in the tree."""
_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_PREFIXES = {
    **dict.fromkeys(_WORD, ""),
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
}
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
"""What the standard library raises for an archive whose bytes contradict each other."""
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_OLD_WORD = b"\xd0\xcf\x11\xe0"


class PackageError(Exception):
    """A file that is no readable Word document; `too_large` tells a limit from a fault."""

    def __init__(self, message: str, *, too_large: bool = False) -> None:
        """Say what is wrong with the file."""
        super().__init__(message)
        self.too_large = too_large


class Package:
    """The parts of one Word file, parsed when asked for."""

    def __init__(self, data: bytes) -> None:
        """Open the archive. Raises `PackageError` where it is none."""
        if data.startswith(_OLD_WORD):
            raise PackageError("the file is an old .doc or is protected with a password: save it as .docx without one")
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            self._names = set(self._archive.namelist())
        except _BROKEN as error:
            raise PackageError(f"the file is no Word document: {error}") from error
        self.main = self._main()

    def part(self, name: str) -> ET.Element | None:
        """The root element of a part, None where there is no such part."""
        if name not in self._names:
            return None
        text = self._read(name)
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            raise PackageError(f"{name} declares entities, which no Word document does")
        if text.count("<") > _MOST_TAGS:
            raise PackageError(f"{name} holds more than {_MOST_TAGS:,} tags", too_large=True)
        try:
            return ET.fromstring(text)  # noqa: S314 - no declarations, so nothing expands
        except ET.ParseError as error:
            raise PackageError(f"{name} is not well-formed XML: {error}") from error

    def related(self, kind: str) -> ET.Element | None:
        """The part that the main part relates to as `styles`, `numbering`, `footnotes` …"""
        for relation, target, _ in self._relations(self.main):
            if relation.endswith(f"/{kind}"):
                return self.part(posixpath.normpath(posixpath.join(posixpath.dirname(self.main), target)).lstrip("/"))
        return None

    def links(self) -> dict[str, str]:
        """The addresses that the main part links to, by the id of the relation."""
        return {key: target for relation, target, key in self._relations(self.main) if relation.endswith("/hyperlink")}

    def _main(self) -> str:
        for relation, target, _ in self._relations(""):
            if relation.endswith("/officeDocument"):
                return target.lstrip("/")
        raise PackageError("the file is no Word document: its archive names no main part")

    def _relations(self, source: str) -> Iterator[tuple[str, str, str]]:
        folder, name = posixpath.split(source)
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        for relation in root if root is not None else ():
            yield relation.get("Type", ""), relation.get("Target", ""), relation.get("Id", "")

    def _read(self, name: str) -> str:
        if self._archive.getinfo(name).compress_type not in _PACKED:
            raise PackageError(f"{name} is packed in a way that no Word document is")
        try:
            with self._archive.open(name) as stream:
                data = stream.read(_LARGEST_PART + 1)
        except _BROKEN as error:
            raise PackageError(f"{name} cannot be unpacked: {error}") from error
        if len(data) > _LARGEST_PART:
            raise PackageError(f"{name} unpacks to more than {_LARGEST_PART >> 20} MB", too_large=True)
        encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as error:
            raise PackageError(f"{name} is not Unicode text: {error.reason}") from error
        # Text, not bytes, goes to the parser: an encoding named in the declaration cannot hide a declaration.
        return text.partition("?>")[2] if text.startswith("<?xml") else text


def local_name(element: ET.Element) -> str:
    """An element's name without its namespace, `m:` before mathematics, `mc:` before alternatives; else empty."""
    if not isinstance(element.tag, str):
        return ""
    space, _, name = element.tag[1:].rpartition("}")
    prefix = _PREFIXES.get(space)
    return prefix + name if prefix is not None else ""


def attribute(element: ET.Element | None, name: str) -> str | None:
    """An attribute by its name, whatever its namespace; None where there is none."""
    if element is not None:
        for key, value in element.attrib.items():
            if key.rpartition("}")[2] == name:
                return value
    return None


def child(element: ET.Element | None, *names: str) -> ET.Element | None:
    """The first child with a name, and its first child with the next name, and so on."""
    for name in names:
        if element is None:
            return None
        element = next((part for part in element if local_name(part) == name), None)
    return element


def small_number(text: str | None, otherwise: int) -> int:
    """A count or a depth as Word writes it; other digits than 0 to 9, or more than three, are no such number."""
    return int(text) if text and len(text) <= 3 and text.isascii() and text.isdigit() else otherwise


def is_on(element: ET.Element | None) -> bool | None:
    """Whether a switch is on; None where it is not given."""
    if element is None:
        return None
    return (attribute(element, "val") or "1") not in {"0", "false", "off", "none"}
