from __future__ import annotations

from dvht_lint.comparison.body_names import mentions_in_resources, mentions_in_sources, name_groups
from dvht_lint.model import Block, BlockKind, NameGroup, NameMention, Role
from dvht_lint.text import Prose, Span
from tests.citations.marked import cited


def groups(*names: str) -> tuple[NameGroup, ...]:
    return name_groups(NameMention(name, "a.md", Span(n, n + 1)) for n, name in enumerate(names))


def test_an_ampersand_is_another_spelling_and_the_commonest_is_usual() -> None:
    names = ["Asian and Pacific Islander Institute", *["The Asian & Pacific Islander Institute"] * 2]
    [group] = groups(*names)
    assert group.usual == "The Asian & Pacific Islander Institute"
    assert [m.name for m in group.mentions] == names


def test_a_letter_dropped_and_centre_for_center_are_other_spellings() -> None:
    assert len(groups("Florida Coalition Against Domestic Violence", "Florida Coalition Againt Domestic Violence")) == 1
    assert len(groups("National Center for Victims of Crime", "National Centre for Victims of Crime")) == 1


def test_what_is_no_other_spelling() -> None:
    assert not groups("Freedom Network", "The Freedom Network", "freedom network", "Freedom Network (FN)")
    assert not groups("U.S. Department of State", "US Department of State")
    assert not groups("ILO", "International Labour Organization")


def test_bodies_of_like_names_are_two_bodies() -> None:
    assert not groups("Florida Coalition Against Domestic Violence", "Georgia Coalition Against Domestic Violence")
    assert not groups("National Center for Missing Children", "International Center for Missing Children")
    assert not groups("Coalition Against Trafficking in Women", "Coalition Against Trafficking in Persons")
    assert not groups("Region 4 Office for Civil Rights", "Region 5 Office for Civil Rights")


def test_mentions_in_citations_are_of_bodies_at_their_place() -> None:
    line = "Dabby, F. C., & Hope House. (2013). *Considerations.* San Francisco, CA: Institute on Violence."
    found = list(mentions_in_sources(cited(line)))
    assert [(m.name, m.span.cut(line)) for m in found] == [
        ("Hope House", "Dabby, F. C., & Hope House"),
        ("Institute on Violence", "Institute on Violence"),
    ]


def test_mentions_in_a_list_of_resources_are_names_without_their_short_forms() -> None:
    lines = [
        "Coalition Against Trafficking in Women (CATW)",
        "Polaris Project — 1-888-373-7888",
        "Call us any time of the day",
        "HumanTrafficking.org",
    ]
    text = "\n".join(lines)
    blocks = []
    for line in lines:
        at = text.index(line)
        blocks.append(
            Block(BlockKind.PARAGRAPH, Prose.verbatim(line, at), Span(at, at + len(line)), role=Role.RESOURCE)
        )
    found = list(mentions_in_resources("a.md", blocks))
    assert [(m.name, m.span.cut(text)) for m in found] == [
        ("Coalition Against Trafficking in Women", "Coalition Against Trafficking in Women"),
        ("Polaris Project", "Polaris Project"),
    ]
