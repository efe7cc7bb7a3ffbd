"""Byte offsets of UTF-8 as offsets in code points."""

from __future__ import annotations

__all__ = ["CodePoints"]

_SHIFT = 8


class CodePoints:
    """Maps byte offsets of a text's UTF-8 form to code points; linear to build, a bounded step to ask."""

    def __init__(self, text: str, base: int = 0) -> None:
        """Count code points at every 256th byte, from `base` on; a text of ASCII alone needs no table."""
        self._base = base
        self._data = b"" if text.isascii() else text.encode()
        self._counts = [base]
        self._asked, self._told = -1, 0
        total = base
        for start in range(0, len(self._data), 1 << _SHIFT):
            chunk = self._data[start : start + (1 << _SHIFT)]
            total += len(chunk) - len(chunk.translate(None, _LEADING))
            self._counts.append(total)

    def __call__(self, offset: int) -> int:
        """The code point that begins at a byte offset."""
        if not self._data:
            return self._base + offset
        if offset == self._asked:
            return self._told
        self._asked = offset
        chunk = offset >> _SHIFT
        begun = self._data[chunk << _SHIFT : offset]
        self._told = self._counts[chunk] + len(begun) - len(begun.translate(None, _LEADING))
        return self._told


# Every byte but the continuation bytes of UTF-8: what is left when they are deleted began no character.
_LEADING = bytes(byte for byte in range(256) if not 0x80 <= byte < 0xC0)
