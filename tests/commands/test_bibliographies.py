"""The bibliographies that pages and sites name: found, and told once where they cannot be read."""

from __future__ import annotations

from pathlib import Path

from tests.commands.setting import check

CITING = "Calls rose [@roe2019, p. 3]. Texts fell [@poe2020; @doe2018, p. 4].\n"
ROE = "@book{roe2019, title={Calls of the Night}, author={Roe, Ann}, year={2019}, publisher={County Press}}\n"


def lines(folder: Path, *paths: str) -> list[str]:
    return [line for line in check(folder, *paths, "--output-format", "concise").out.splitlines() if ": DV0" in line]


def test_a_missing_bibliography_is_one_finding_where_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(f"---\ntitle: Calls\nbibliography: missing.bib\n---\n\n{CITING}")
    (found,) = lines(tmp_path)
    assert found.startswith("page.md:3:15: DV001 the bibliography 'missing.bib' cannot be read")
    assert check(tmp_path).status == 2


def test_an_address_is_not_fetched(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(f"---\nbibliography: https://example.org/a.bib\n---\n\n{CITING}")
    (found,) = lines(tmp_path)
    assert "it is an address, and nothing is fetched" in found


def test_of_two_bibliographies_the_missing_one_is_told_and_the_keys_are_not(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(ROE)
    (tmp_path / "page.qmd").write_text(f"---\nbibliography: [refs.bib, more.json]\n---\n\n{CITING}")
    (found,) = lines(tmp_path)
    assert "'more.json'" in found


def test_the_settings_of_a_site_name_the_bibliography_of_its_pages(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "_quarto.yml").write_text("project: {type: website}\nbibliography: refs.bib\n")
    (tmp_path / "refs.bib").write_text(ROE)
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "page.qmd").write_text(CITING)
    assert [line.rpartition(" ")[2] for line in lines(tmp_path, "posts/page.qmd")] == ["'poe2020'", "'roe2019'?"]


def test_keys_without_any_bibliography_are_one_finding(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(CITING)
    (found,) = lines(tmp_path)
    assert "names no bibliography" in found
