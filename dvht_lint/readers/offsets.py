"""Byte offsets of UTF-8 as offsets in code points."""

from __future__ import annotations

__all__ = ["CodePoints"]

_STEP = 256


class CodePoints:
    """Maps byte offsets of a text's UTF-8 form to code points; linear to build, a bounded step to ask."""

    def __init__(self, text: str) -> None:
        """Count code points at every 256th byte; a text of ASCII alone needs no table."""
        self._data = b"" if text.isascii() else text.encode()
        self._counts = [0]
        total = 0
        for start in range(0, len(self._data), _STEP):
            total += _characters(self._data[start : start + _STEP])
            self._counts.append(total)

    def __call__(self, offset: int) -> int:
        """The code point that begins at a byte offset."""
        if not self._data:
            return offset
        chunk = offset // _STEP
        return self._counts[chunk] + _characters(self._data[chunk * _STEP : offset])


def _characters(data: bytes) -> int:
    """How many characters begin in a slice of UTF-8: all bytes but the continuation bytes."""
    return len(data) - len(data.translate(None, _LEADING)) if data else 0


_LEADING = bytes(byte for byte in range(256) if not 0x80 <= byte < 0xC0)
