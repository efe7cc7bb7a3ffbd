"""`review`: Word comments on the exact words, in a copy that Word and LibreOffice open."""

from __future__ import annotations

import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.commands.running import run

docx = pytest.importorskip("docx")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CLAIM = "In 2019 the county shelter housed about 1,204 people from two towns."
SOURCE = "Source: County Office on Violence. (2020). Shelter report 2019. Springfield, p. 3."


def save(folder: Path, *claims: str, edit: Callable[[object], None] | None = None) -> Path:
    """A two-part Word document whose public half is the given paragraphs; `**` in a text changes bold."""
    word = docx.Document()
    for claim in claims:
        paragraph = word.add_paragraph()
        for index, part in enumerate(claim.split("**")):
            paragraph.add_run(part).bold = bool(index % 2)
    word.add_heading("References and Citations")
    word.add_paragraph(CLAIM, style="List Bullet")
    word.add_paragraph(SOURCE)
    if edit:
        edit(word)
    path = folder / "points.docx"
    word.save(str(path))
    return path


def review(folder: Path, *options: str, name: str = "points.docx", out: str = "reviewed.docx") -> dict[str, list[str]]:
    """The comments of the reviewed copy by the words they stand on, each as its lines."""
    done = run("review", name, "-o", out, *options, cwd=folder)
    assert done.returncode == 0, done.stderr
    return comments(folder / out)


def comments(path: Path) -> dict[str, list[str]]:
    with zipfile.ZipFile(path) as archive:
        body = ET.fromstring(archive.read("word/document.xml"))
        listed = ET.fromstring(archive.read("word/comments.xml")) if "word/comments.xml" in archive.namelist() else []
    texts = {c.get(f"{W}id"): ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in c.iter(f"{W}p")] for c in listed}
    open_, words, found = set(), {}, {}
    for element in body.iter():
        number = element.get(f"{W}id")
        if element.tag == f"{W}commentRangeStart":
            open_.add(number)
            words[number] = ""
        elif element.tag == f"{W}commentRangeEnd":
            open_.discard(number)
        elif element.tag == f"{W}t":
            for key in open_:
                words[key] += element.text or ""
        elif element.tag == f"{W}commentReference":
            found[words[number]] = texts[number]
    assert len(words) == len(texts)
    return found


def words_of(path: Path) -> list[str]:
    return [p.text for p in docx.Document(str(path)).paragraphs]


def test_a_comment_stands_on_the_exact_figure(tmp_path: Path) -> None:
    path = save(tmp_path, CLAIM.replace("1,204", "1,840"))
    found = review(tmp_path)
    lines = found["1,840"]
    assert lines[-1] == "DV501 number-drift (error)"
    assert any(line.startswith("Why: ") for line in lines)
    assert "Paste: 1,204" in lines
    assert f"The statement: {CLAIM}" in lines
    assert words_of(tmp_path / "reviewed.docx") == words_of(path)


def test_every_finding_becomes_a_comment(tmp_path: Path) -> None:
    save(tmp_path, CLAIM.replace("1,204", "1,840"), "Call 1-888-373-7878 now, please.", "Name: ____")
    report = json.loads(run("check", "points.docx", "--output-format", "json", cwd=tmp_path).stdout)
    codes = sorted(d["code"] for d in report["diagnostics"])
    assert {"DV501", "DV601", "DV006"} <= set(codes)
    run("review", "points.docx", "-o", "reviewed.docx", cwd=tmp_path)
    with zipfile.ZipFile(tmp_path / "reviewed.docx") as archive:
        listed = ET.fromstring(archive.read("word/comments.xml"))
    assert len(listed) == len(codes)
    assert {c.get(f"{W}author") for c in listed} == {"dvht-lint"}


def test_words_across_runs_and_formatting(tmp_path: Path) -> None:
    save(tmp_path, "In 2019 the county shelter housed about **1,8**40 people from two towns.")
    assert "DV501 number-drift (error)" in review(tmp_path)["1,840"]
    runs = [(r.text, bool(r.bold)) for r in docx.Document(str(tmp_path / "reviewed.docx")).paragraphs[0].runs]
    assert [r for r in runs if r[0]] == [
        ("In 2019 the county shelter housed about ", False),
        ("1,8", True),
        ("40", False),
        (" people from two towns.", False),
    ]


def test_tabs_breaks_and_hidden_text_are_counted_as_the_reader_does(tmp_path: Path) -> None:
    def edit(word: object) -> None:
        paragraph = word.paragraphs[0]
        paragraph.runs[0].text = ""
        hidden = paragraph.add_run("secret ")
        hidden.font.hidden = True
        run_ = paragraph.add_run("In 2019")
        run_.add_break()
        run_.add_text("the county shelter\u00a0housed about 1,840 people from two towns.")

    save(tmp_path, CLAIM, edit=edit)
    assert "1,840" in review(tmp_path)


def test_a_link_and_a_tracked_insertion(tmp_path: Path) -> None:
    def edit(word: object) -> None:
        paragraph = word.paragraphs[0]
        run_ = paragraph.runs[0]
        run_.text = "In 2019 the county shelter housed about "
        for tag, text in (("ins", "1,8"), ("del", "99"), ("hyperlink", "40 people")):
            holder = run_._r.makeelement(f"{W}{tag}", {f"{W}id": "7", f"{W}author": "M"} if tag != "hyperlink" else {})
            inner = run_._r.makeelement(f"{W}r", {})
            words = run_._r.makeelement(f"{W}{'delText' if tag == 'del' else 't'}", {})
            words.text = text
            inner.append(words)
            holder.append(inner)
            paragraph._p.append(holder)
        paragraph.add_run(" from two towns.")

    save(tmp_path, CLAIM, edit=edit)
    assert "1,840" in review(tmp_path)


def test_cells_and_text_after_them(tmp_path: Path) -> None:
    def edit(word: object) -> None:
        table = word.add_table(rows=2, cols=1)
        table.cell(0, 0).text = "Note"
        table.cell(1, 0).text = CLAIM.replace("1,204", "1,840")
        word.paragraphs[0]._p.addprevious(table._tbl)

    save(tmp_path, CLAIM.replace("about ", ""), edit=edit)
    found = review(tmp_path)
    assert "1,840" in found
    assert any("DV503 dropped-qualifier (error)" in lines for lines in found.values())


def test_what_stands_in_a_note_is_told_at_its_call(tmp_path: Path) -> None:
    path = save(tmp_path, "The first.", CLAIM, "The last.")
    add_footnote(path, paragraph=1, text="Doe, J. (2031). Beds of the county. Springfield, p. 4.")
    assert review(tmp_path, "--as-of", "2026-11-23", "--select", "DV307")[""][-1] == "DV307 impossible-date (error)"
    with zipfile.ZipFile(tmp_path / "reviewed.docx") as archive:
        body = ET.fromstring(archive.read("word/document.xml"))
    called = next(p for p in body.iter(f"{W}p") if p.find(f".//{W}footnoteReference") is not None)
    assert called.find(f"{W}commentRangeStart") is not None


def add_footnote(path: Path, paragraph: int, text: str) -> None:
    """Put a footnote at the end of a paragraph; python-docx cannot."""
    with zipfile.ZipFile(path) as archive:
        everything = {name: archive.read(name) for name in archive.namelist()}
    parts = {name: data.decode() for name, data in everything.items() if name.endswith((".xml", ".rels"))}
    call = '<w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    pieces = parts["word/document.xml"].split("</w:p>")
    parts["word/document.xml"] = "</w:p>".join(pieces[: paragraph + 1]) + call + "</w:p>".join(pieces[paragraph + 1 :])
    word = W.strip("{}")
    parts["word/footnotes.xml"] = (
        f'<w:footnotes xmlns:w="{word}"><w:footnote w:id="1"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        "</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
    )
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
        "</Relationships>", f'<Relationship Id="rIdNotes" Type="{relation}" Target="footnotes.xml"/></Relationships>'
    )
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in (everything | parts).items():
            archive.writestr(name, data)


def test_a_formula_is_commented_as_a_whole(tmp_path: Path) -> None:
    def edit(word: object) -> None:
        paragraph = word.paragraphs[0]._p
        math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
        run_ = paragraph.r_lst[0]
        run_.text = "In 2019 the county shelter housed about "
        formula, inner = (run_.makeelement(f"{{{math}}}{tag}", {}) for tag in ("oMath", "r"))
        text = run_.makeelement(f"{{{math}}}t", {})
        text.text = "1,840"
        inner.append(text)
        formula.append(inner)
        paragraph.append(formula)
        word.paragraphs[0].add_run(" people from two towns.")

    save(tmp_path, CLAIM, edit=edit)
    run("review", "points.docx", "-o", "reviewed.docx", cwd=tmp_path)
    with zipfile.ZipFile(tmp_path / "reviewed.docx") as archive:
        body = ET.fromstring(archive.read("word/document.xml"))
    first = next(iter(body.iter(f"{W}p")))
    tags = [child.tag.rpartition("}")[2] for child in first]
    at = tags.index("oMath")
    assert tags[at - 1 : at + 2] == ["commentRangeStart", "oMath", "commentRangeEnd"]


def test_a_second_review_replaces_the_first_and_leaves_people_alone(tmp_path: Path) -> None:
    def edit(word: object) -> None:
        word.add_comment(word.paragraphs[0].runs, text="Is this right?", author="Mary", initials="M")

    save(tmp_path, CLAIM.replace("1,204", "1,840"), edit=edit)
    first = review(tmp_path)
    again = review(tmp_path, name="reviewed.docx", out="again.docx")
    assert again == first
    assert ["Is this right?"] in first.values()


def test_the_input_is_never_written(tmp_path: Path) -> None:
    path = save(tmp_path, CLAIM.replace("1,204", "1,840"))
    before = path.read_bytes()
    (tmp_path / "link.docx").symlink_to(path)
    for target in ("points.docx", "./points.docx", "link.docx"):
        done = run("review", "points.docx", "-o", target, cwd=tmp_path)
        assert done.returncode == 2
        assert "input" in done.stderr
    run("review", "points.docx", "-o", "reviewed.docx", cwd=tmp_path)
    assert path.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir() if not p.name.startswith(".")) == [
        "link.docx",
        "points.docx",
        "reviewed.docx",
    ]


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["points.md", "-o", "out.docx"], "Word documents"),
        (["nowhere.docx", "-o", "out.docx"], "nowhere.docx"),
        (["broken.docx", "-o", "out.docx"], "broken.docx"),
        (["points.docx", "-o", "nowhere/out.docx"], "cannot write"),
        (["points.docx"], "-o"),
    ],
)
def test_wrong_usage_is_2(tmp_path: Path, arguments: list[str], word: str) -> None:
    save(tmp_path, CLAIM)
    (tmp_path / "points.md").write_text("No.")
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 no")
    done = run("review", *arguments, cwd=tmp_path)
    assert (done.returncode, word in done.stderr) == (2, True), done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out.docx").exists()


def test_libreoffice_opens_it_with_its_comments(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed here")
    save(tmp_path, CLAIM.replace("1,204", "1,840"))
    review(tmp_path)
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "fodt", "reviewed.docx"],
        cwd=tmp_path,
        capture_output=True,
        check=True,
        timeout=180,
    )
    text = (tmp_path / "reviewed.fodt").read_text(encoding="utf-8")
    assert "<dc:creator>dvht-lint</dc:creator>" in text
    assert "DV501 number-drift (error)" in text
    assert "1,840<office:annotation-end" in text.replace("</text:span>", "")


def test_a_fix_that_cannot_be_made_in_word_is_not_promised(tmp_path: Path) -> None:
    save(tmp_path, CLAIM.replace("1,204", "2,204"))
    before = (tmp_path / "points.docx").read_bytes()
    done = run("check", "points.docx", "--fix", "--unsafe-fixes", cwd=tmp_path)
    assert done.returncode == 1
    assert "= fix: Write '1,204' (for a person to decide)" in done.stdout
    assert "hidden fix" not in done.stdout
    assert (tmp_path / "points.docx").read_bytes() == before
