"""What takes bytes of strangers, by name: each target ends without an exception, whatever the bytes are."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from dvht_lint import lockfile
from dvht_lint.citations import parse_citation
from dvht_lint.commands import baseline
from dvht_lint.config import load
from dvht_lint.contacts import read_mentions
from dvht_lint.errors import ConfigurationError
from dvht_lint.model import Settings
from dvht_lint.quantities import read_quantities
from dvht_lint.readers import SUPPORTED_SUFFIXES
from dvht_lint.session.loading import load_document
from dvht_lint.text import Prose

CORPUS = Path(__file__).parents[2] / "corpus"
SETTINGS = Settings()
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
<Relationship Id="r" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>"""


def _reading(suffix: str) -> Callable[[bytes], None]:
    def run(data: bytes) -> None:
        document = load_document(f"page{suffix}", data, SETTINGS)
        crashed = [problem.message for problem in document.problems if problem.code == "DV099"]
        assert not crashed, crashed

    return run


def word(part: bytes) -> bytes:
    """A Word file whose main part holds these bytes: bytes at random are no archive, and no reader would run."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", part)
    return packed.getvalue()


def _word_part(data: bytes) -> None:
    _reading(".docx")(word(f'<w:document xmlns:w="{WORD}"><w:body>'.encode() + data + b"</w:body></w:document>"))


def _text(parse: Callable[[str], object]) -> Callable[[bytes], None]:
    def run(data: bytes) -> None:
        parse(data.decode("utf-8", "replace"))

    return run


def _refusing(parse: Callable[[bytes], object]) -> Callable[[bytes], None]:
    """A file that steers the tool may be refused, with a message."""

    def run(data: bytes) -> None:
        try:
            parse(data)
        except ConfigurationError as error:
            assert str(error)

    return run


def _configuration(data: bytes) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dvht_lint.toml"
        path.write_bytes(data)
        load(Path(folder), path)


TARGETS: dict[str, Callable[[bytes], None]] = {
    **{suffix: _reading(suffix) for suffix in sorted(SUPPORTED_SUFFIXES)},
    "word part": _word_part,
    "figures": _text(read_quantities),
    "citations": _text(lambda text: parse_citation(Prose.verbatim(text), "page.md")),
    "contacts": _text(lambda text: read_mentions(Prose.verbatim(text))),
    "configuration": _refusing(_configuration),
    "lock": _refusing(lambda data: lockfile.decode("dvht_lint.lock", data)),
    "baseline": _refusing(lambda data: baseline.parse("baseline.json", data)),
}

_PARTS = b"""<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>In 2014</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>"""
_BIBTEX = b'@book{doe2015, title = {Nights {in} the shelter}, author = "Doe, J.", year = 2015}\n@string{a = {b}}\n'
_HTML = b"""<html><body><h1>Shelter</h1><p>In 2014 <b>12</b> people.<sup><a href="#n">1</a></sup></p>
<table><tr><th>a</th><td>1</td></tr></table><ol><li id="n">Doe, J. (2015). <i>Nights</i>.</li></ol></body></html>"""
_ROWS = b'{"id": "a", "claim": "There were 12 people.", "statement": "There were 13 people."}\n'
_OWN = {
    "word part": [_PARTS],
    ".docx": [word(b'<w:document xmlns:w="' + WORD.encode() + b'"><w:body>' + _PARTS + b"</w:body></w:document>")],
    ".bib": [_BIBTEX],
    ".html": [_HTML], ".htm": [_HTML], ".xhtml": [_HTML],
    ".jsonl": [_ROWS],
    ".csv": [b"id,claim,statement\na,There were 12 people.,There were 13 people.\n"],
    ".json": [b'{"statements": [{"id": "a", "text": "There were 12 people."}]}'],
    ".txt": [b"In 2014 the shelter housed 1,963 people (Doe, 2015).\n\nReferences\n\nDoe, J. (2015). Nights.\n"],
    "figures": [b"Between 1,200 and $1.3 million, or 40% (one in five) in 2014-15."],
    "citations": [b"Doe, J., & Roe, A. (2015). Nights in the shelter. Journal, 3(2), 1-9. https://doi.org/10.1/x"],
    "contacts": [b"Call 1-888-555-0123 or text HELP to 233733, or write to a@example.org."],
    "baseline": [b'{"version": 1, "entries": []}'],
}  # fmt: skip
_FILES = {"configuration": "**/dvht_lint.toml", "lock": "**/dvht_lint.lock"}


def seeds(name: str) -> Iterator[bytes]:
    """Inputs of a target that get far into it."""
    yield from _OWN.get(name, ())
    pattern = _FILES.get(name, f"**/*{name}" if name.startswith(".") else "")
    if pattern:
        yield from (path.read_bytes() for path in sorted(CORPUS.glob(pattern)))
