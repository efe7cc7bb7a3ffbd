"""Paragraphs whose lines are blocks of their own.

Markdown runs the lines of a paragraph together, but people write `Source:` right below a bullet, bullets with
a typed "•", and numbered references line by line. Such a line begins a block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dvht_lint.readers.leaves import Line
from dvht_lint.text import Prose, Span

__all__ = ["split_lines"]

_SOURCE = re.compile(r"(?:Sources?|Citations?|References?|Fuentes?)\s?:", re.IGNORECASE)
_BULLET = re.compile(r"[•‣◦▪●○∙·]\s*(?=\S)")
_FENCE = ":::"  # Opens and closes a division in Pandoc's Markdown.
_NUMBER = re.compile(r"\[\d{1,3}\]:?\s+(?=\S)")


def split_lines(prose: Prose, breaks: Sequence[int]) -> Iterator[Line]:
    """The blocks that a paragraph holds; `breaks` are the plain offsets where a line of the file begins, ascending."""
    plain = prose.plain
    lines = [0, *(at for at in breaks if at < len(plain))]
    numbered = bool(_NUMBER.match(plain))
    # What stands right behind a fence begins a block, whatever it is.
    behind = {lines[index + 1] for index, at in enumerate(lines[:-1]) if plain.startswith(_FENCE, at)}
    starts = [at for at in lines if not at or at in behind or _begins_block(plain, at, numbered=numbered)]
    for start, end in zip(starts, [*starts[1:], len(plain)], strict=True):
        if plain.startswith(_FENCE, start):
            continue
        mark = _BULLET.match(plain, start) or _NUMBER.match(plain, start)
        if mark and not plain[mark.end() : end].strip():
            mark = None
        if mark and (len(starts) > 1 or mark[0][0] != "·"):
            yield Line(prose.slice(Span(mark.end(), end)).strip(), marker=mark[0].strip())
        elif len(starts) == 1:
            yield Line(prose.strip())
        else:
            yield Line(prose.slice(Span(start, end)).strip(), is_source=bool(_SOURCE.match(plain, start)))


def _begins_block(plain: str, at: int, *, numbered: bool) -> bool:
    if plain.startswith(_FENCE, at) or _SOURCE.match(plain, at) or _BULLET.match(plain, at):
        return True
    return numbered and bool(_NUMBER.match(plain, at))
