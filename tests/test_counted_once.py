"""Findings with one root cause are one, which counts the others."""

from __future__ import annotations

from pathlib import Path

from tests.commands.setting import check


def found(folder: Path, code: str) -> list[str]:
    lines = check(folder, "--output-format", "concise").out.splitlines()
    return [line for line in lines if f": {code} " in line]


def test_a_translation_that_differs_throughout_is_one_finding(tmp_path: Path) -> None:
    rows = [f"The shelter in ward {ward} had {100 + ward} beds for women." for ward in range(1, 21)]
    (tmp_path / "guide.md").write_text("\n\n".join(rows) + "\n")
    lagging = [row.replace(" beds", "7 beds") for row in rows]
    (tmp_path / "guide.es.md").write_text("\n\n".join(lagging[:3] + rows[3:]) + "\n")
    assert len(found(tmp_path, "DV106")) == 3
    (tmp_path / "guide.es.md").write_text("\n\n".join(lagging[:14] + rows[14:]) + "\n")
    assert len(found(tmp_path, "DV106")) <= 1


def test_a_habit_of_grouping_is_one_finding(tmp_path: Path) -> None:
    right = " ".join(f"It counted 1{n},250 people." for n in range(10, 30))
    odd = " ".join(f"It counted 1{n}.250 people." for n in range(10, 16))
    (tmp_path / "page.md").write_text(f"{right}\n\n{odd}\n")
    (told,) = found(tmp_path, "DV514")
    assert "5 more figures of this page" in told
