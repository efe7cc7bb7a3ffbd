"""Make `wordnet.txt` from the database files of WordNet 3.1: `python -m dvht_lint.lexicons.build_wordnet DICT`.

Only what comparing needs is kept: for the words that WordNet's own sense-tagged texts hold (and for names of
places, peoples and kinds of person) their few commonest senses, the senses' parents, opposites, relatives by
derivation, and the places that hold a place. The result is a tenth of the database and is read without parsing.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

SENSES = 4
"""How many senses a word keeps for each part of speech, the commonest first."""

_PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
_LOCATION, _PERSON, _PERTAINYM, _COMMUNICATION = "15", "18", "01", "10"
_ALWAYS = {_PERSON, _LOCATION, _PERTAINYM}
_WORD = re.compile(r"[a-z][a-z'-]+(?:_[a-z'-]+){0,3}")

Key = tuple[str, str]


class _Database:
    """The four data files and the index, as dictionaries keyed on (part of speech, offset)."""

    def __init__(self, folder: Path) -> None:
        self.words: dict[Key, list[str]] = {}
        self.field: dict[Key, str] = {}
        self.pointers: dict[Key, list[tuple[str, Key, str]]] = {}
        self.senses: dict[str, list[Key]] = defaultdict(list)
        self.tagged: set[str] = set()
        for name, part in _PARTS.items():
            self._read_data(folder / f"data.{name}", part)
        for name, part in _PARTS.items():
            self._read_index(folder / f"index.{name}", part)

    def _read_data(self, path: Path, part: str) -> None:
        for line in path.read_text("latin-1").splitlines():
            if line.startswith("  "):
                continue
            cells = line.partition(" | ")[0].split()
            key, count = (part, cells[0]), int(cells[3], 16)
            self.field[key] = cells[1]
            self.words[key] = [re.sub(r"\(.*\)", "", w) for w in cells[4 : 4 + 2 * count : 2]]
            rest = cells[5 + 2 * count :]
            self.pointers[key] = [
                (rest[i], ("a" if rest[i + 2] == "s" else rest[i + 2], rest[i + 1]), rest[i + 3])
                for i in range(0, 4 * int(cells[4 + 2 * count]), 4)
            ]

    def _read_index(self, path: Path, part: str) -> None:
        for line in path.read_text("latin-1").splitlines():
            if line.startswith("  "):
                continue
            cells = line.split()
            symbols = int(cells[3])
            tagged = int(cells[5 + symbols])
            if tagged:
                self.tagged.add(cells[0])
            self.senses[cells[0]] += [(part, offset) for offset in cells[6 + symbols :]][: max(SENSES, 1)]


def _keep(database: _Database, word: str) -> bool:
    if not _WORD.fullmatch(word):
        return False
    fields = [(key[0], database.field[key]) for key in database.senses[word]]
    place = ("n", _LOCATION) in fields
    if "_" in word:
        return place or (word in database.tagged and ("n", _PERSON) in fields)
    return word in database.tagged or place or any(field in _ALWAYS and part in "na" for part, field in fields)


def _related(database: _Database, word: str, key: Key, symbols: str) -> list[str]:
    """The words that pointers of one of these kinds lead to from this word in this sense."""
    names = [w.lower() for w in database.words[key]]
    at = names.index(word) + 1 if word in names else 0
    found = []
    for symbol, other, ends in database.pointers[key]:
        if symbol in symbols.split() and int(ends[:2], 16) in (0, at):
            target = database.words[other][max(int(f"0x{ends[2:]}", 0) - 1, 0)].lower()
            if _WORD.fullmatch(target):
                found.append(target)
    return found


def _sense_line(database: _Database, number: dict[Key, int], key: Key) -> str:
    """A sense: its field, its parents (`^`), the wholes it is part of (`%`) and the senses near it (`&`)."""
    pointers = database.pointers[key]
    cells = [database.field[key] + ("i" if any(symbol == "@i" for symbol, _, _ in pointers) else "")]
    for sign, symbols in (("^", {"@", "@i"}), ("%", {"#p", "#m"}), ("&", {"&"})):
        others = [format(number[other], "x") for symbol, other, _ in pointers if symbol in symbols]
        if others:
            cells.append(sign + ",".join(others))
    return " ".join(cells)


def build(folder: Path) -> str:
    """The text of `wordnet.txt`: words in alphabetical order, an empty line, senses in the order of their numbers."""
    database = _Database(folder)
    kept = sorted(w for w in database.senses if _keep(database, w))
    number: dict[Key, int] = {}

    def visit(key: Key) -> int:
        if key not in number:
            number[key] = len(number)
            for symbol, other, _ in database.pointers[key]:
                if symbol in {"@", "@i", "#p", "&", "#m"} and other in database.field:
                    visit(other)
        return number[key]

    lines = []
    for word in kept:
        senses = database.senses[word]
        cells = [
            part + ",".join(format(visit(k), "x") for k in senses if k[0] == part)
            for part in "nvar"
            if any(k[0] == part for k in senses)
        ]
        for sign, symbols in (("!", "!"), ("+", "+ \\")):
            others = dict.fromkeys(w for k in senses for w in _related(database, word, k, symbols))
            if others:
                cells.append(sign + ",".join(others))
        lines.append(f"{word} {' '.join(cells)}")
    senses_lines = [_sense_line(database, number, key) for key in number]
    return "\n".join(lines) + "\n\n" + "\n".join(senses_lines) + "\n"


if __name__ == "__main__":
    Path(__file__).with_name("wordnet.txt").write_text(build(Path(sys.argv[1])), encoding="utf-8")
