import textwrap

import pytest

from dvht_lint import roles
from dvht_lint.model import Part, Role, Settings
from dvht_lint.readers import markdown, plain
from dvht_lint.roles.assertion import asserts
from dvht_lint.roles.cues import has_blank, holds_figure, is_blurb, is_usage
from dvht_lint.roles.headings import is_question
from dvht_lint.roles.serving import is_line, served

TWO_PARTS = """\
Stalking is a crime in every state.

In 2012 the line took **9,214 calls**. Callers may hang up at any time.

What can a neighbor do?

References and Citations

Stalking is a crime in every state.

- In 2012 the line took **9,214 calls**. Callers may hang up at any time.

Source: Example Line. (2013). *Annual Report 2012.* Springfield, IL.

- Stalkers often follow their victims to work.

Source: Doe, J. R. (2011). *Stalking at Work.* Chicago, IL: Example Press.

Additional information

- Where to find help:

Example Legal Aid

Coalition for Safe Homes (CSH)
"""


def read(text, *, reference=False, reader=markdown, settings=None):
    document = reader.read("page.md", textwrap.dedent(text).encode())
    return roles.assign(document, settings or Settings(), reference=reference)


def roles_of(text, **options):
    return [(block.role.value, block.prose.plain) for block in read(text, **options).blocks]


def role_of(text):
    (block,) = read(text).blocks
    return block.role


def halves(document):
    """What a re-formatting must not change: part, role and words of each block, `Source:` lines served."""
    lines = [block.role is Role.SOURCE and is_line(block) for block in document.blocks]
    serving = served(document.blocks, lines)
    return sorted(
        (block.part.value, block.role.value, block.prose.plain.replace('"', "").split()[:6], len(serving.get(i, ())))
        for i, block in enumerate(document.blocks)
    )


def test_two_parts_in_one_file():
    assert [role for role, _ in roles_of(TWO_PARTS)] == [
        "claim",
        "claim",
        "question",
        "heading",
        "lead",
        "statement",
        "source",
        "statement",
        "source",
        "heading",
        "resource",
        "resource",
        "resource",
    ]
    assert [b.part for b in read(TWO_PARTS).blocks].count(Part.REFERENCE) == 5


@pytest.mark.parametrize(
    "change",
    [
        lambda t: t.replace("\n", "\r\n"),
        lambda t: t.replace("**", ""),
        lambda t: t.replace("*", ""),
        lambda t: t.replace("- ", "1. "),
        lambda t: t.replace("- ", "* "),
        lambda t: t.replace("- ", "• "),
        lambda t: "\n".join(textwrap.fill(line, 40) if line else "" for line in t.split("\n")),
        lambda t: t.replace("References and", "# References and").replace("Additional", "# Additional"),
        lambda t: t.replace("References and", "## References and").replace("Additional", "### Additional"),
        lambda t: t.replace("References and Citations", "**References and Citations**"),
        lambda t: t.replace("References and Citations", "WORKS CITED"),
        lambda t: t.replace("References and Citations", "References & Citations:"),
        lambda t: t.replace("\n\nSource:", "\nSource:"),
        lambda t: t.replace("\n\nSource:", "\n\n  Source:"),
        lambda t: t.replace("Source:", "**Source:**"),
        lambda t: t.replace("Source:", "Sources:"),
    ],
)
def test_form_makes_no_difference(change):
    changed = change(TWO_PARTS)
    assert changed != TWO_PARTS
    for reader in (markdown, plain):
        before = halves(read(TWO_PARTS, reader=reader))
        after = halves(read(changed, reader=reader))
        assert [row[:2] + row[3:] for row in after] == [row[:2] + row[3:] for row in before]


def test_the_reference_half_may_be_a_file_of_its_own():
    public, _, references = TWO_PARTS.partition("References and Citations\n")
    assert {b.part for b in read(public).blocks} == {Part.PUBLIC}
    statements = [b for b in read(references, reference=True).blocks if b.role is Role.STATEMENT]
    assert len(statements) == 2


def test_reference_headings_can_be_added():
    text = "Calls rose.\n\nWhere the facts are from\n\n- Calls rose.\n\nSource: Example Line. (2013). *Report.*\n"
    assert not any(b.part is Part.REFERENCE for b in read(text).blocks)
    settings = Settings(reference_headings=("Where the facts are from",))
    assert roles_of(text, settings=settings)[2] == ("statement", "Calls rose.")


def test_a_heading_of_the_same_level_is_public_again():
    text = "# Facts\n\nA.\n\n# References\n\n- B.\n\nSource: C (2001).\n\n# Conclusion\n\nCalls rose last year.\n"
    assert roles_of(text)[-1] == ("claim", "Calls rose last year.")
    assert read(text).blocks[-1].part is Part.PUBLIC


def test_a_heading_above_further_source_lines_is_not():
    text = "# References\n\n- B.\n\nSource: C (2001).\n\n# Calls\n\n- Calls rose.\n\nSource: D (2002).\n"
    assert [r for r, _ in roles_of(text)] == ["heading", "statement", "source", "heading", "statement", "source"]


def test_a_numbered_bibliography():
    text = "Calls rose [2].\n\n## Bibliography\n\n1. Doe, J. (2011). Calls.\n1. Roe, A. (2012). Texts. *Journal*, 3(4), 5.\n"
    entries = [b for b in read(text).blocks if b.role is Role.SOURCE]
    assert [b.label for b in entries] == ["1", "2"]


def test_notes_are_references_only_where_they_cite():
    assert roles_of("## Notes\n\nThe office is closed in August.\n")[1][0] == "claim"
    assert roles_of("## Notes\n\nDoe, J. (2011). *Calls*. Chicago, IL.\n")[1][0] == "source"


@pytest.mark.parametrize(
    "text, served_items",
    [
        ("- A.\n- B.\n\nSource: C (2001).\n", 2),
        ("- A.\n- B.\nSource: C (2001).\n", 2),
        ("- A.\n\n- B.\n\nSource: C (2001).\n", 1),
        ("- A.\n\nSource: C (2001).\n\n- B.\n\nSource: D (2002).\n", 2),
        ("- A.\n  - Source: C (2001).\n- B.\n", 1),
        ("- A. (Source: C, 2001)\n- B.\n", 1),
        ("- A.\n  - A one.\n  - A two.\n\nSource: C (2001).\n", 3),
        ("Paragraph one says so.\n\nParagraph two says so.\n\nSource: C (2001).\n", 1),
        ("- A.\n\nA paragraph between says so.\n\nSource: C (2001).\n", 1),
        ("# Heading\n\nSource: C (2001).\n", 0),
    ],
)
def test_what_a_source_line_serves(text, served_items):
    blocks = read("# References\n\n" + text).blocks
    lines = [block.role is Role.SOURCE and is_line(block) for block in blocks]
    assert len(served(blocks, lines)) == served_items


@pytest.mark.parametrize(
    "text",
    [
        "Source: Example Line (2013).",
        "**Source:** Example Line (2013).",
        "Sources: Example Line (2013); Doe (2011).",
        "Reference: Example Line (2013).",
        "Citation: Example Line (2013).",
        "Source – Example Line (2013).",
        "Source: [Example Line](https://example.org/report)",
    ],
)
def test_source_lines(text):
    assert role_of(text) is Role.SOURCE


def test_a_source_at_the_end_of_a_paragraph_is_a_block_of_its_own():
    document = read("Calls rose in 2012. (Source: [Example Line](https://example.org), 2013)\n")
    text, source = document.blocks
    assert (text.role, text.prose.plain) == (Role.CLAIM, "Calls rose in 2012.")
    assert (source.role, source.prose.plain) == (Role.SOURCE, "Example Line, 2013")
    assert source.span.cut(document.text.text).startswith("[Example Line]") or "Example" in source.span.cut(
        document.text.text
    )


def test_a_word_like_source_makes_no_source():
    assert role_of("The source of the delay was never found.") is Role.CLAIM
    assert role_of("Income has one source: work.") is Role.CLAIM


@pytest.mark.parametrize(
    "text, role",
    [
        ("Name: _____", Role.FORM),
        ("[Insert your agency's name here]", Role.FORM),
        ("XX% of our clients are minors.", Role.FORM),
        ("Our shelter has done the following to help survivors:", Role.FORM),
        ("A local example to support your message:", Role.FORM),
        ("What is stalking?", Role.QUESTION),
        ("Program Information:", Role.HEADING),
        ("Key Facts", Role.HEADING),
        ("**What the numbers show**", Role.HEADING),
        ("The Example Line is free and open 24 hours a day. It can be reached at 1-800-555-0123.", Role.CONTACT),
        ("If you are in danger, call 911.", Role.CONTACT),
        ("Text HELP to 233733 at any hour.", Role.CONTACT),
        ("Speakers should avoid quoting survivors by name. Sample stories are available on request.", Role.USAGE),
        ("These talking points are for internal use.", Role.USAGE),
        ("© 2013 Example Coalition. All rights reserved.", Role.BOILERPLATE),
        ("Stalkers often follow their victims to work.", Role.CLAIM),
        ("The line took 9,214 calls in 2012 and can be reached at 1-800-555-0123.", Role.CLAIM),
        ("Advocates answer calls from people whom nobody else hears.", Role.CLAIM),
        ("Women comprise the majority of victims", Role.CLAIM),
    ],
)
def test_what_a_paragraph_is_for(text, role):
    assert role_of(text) is role


def test_a_phrase_above_running_text_is_a_heading():
    text = "Points on the hotline\n\nThe line is free and takes calls from every county of the state, day and night.\n"
    assert roles_of(text)[0][0] == "heading"


def test_a_colon_before_a_list_opens_it():
    assert roles_of("Our shelter did the following:\n\n- It hired two advocates.\n")[0][0] == "lead"


@pytest.mark.parametrize(
    "sentence",
    [
        "Stalking is a crime.",
        "We know that stalking and harassment are not the same thing.",
        "Support groups are rarely full.",
        "Calls rose in 2012.",
        "Help is rarely near.",
        "Shelters must report abuse under the law of the state.",
        "Use of force is common.",
    ],
)
def test_assertions(sentence):
    assert asserts(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Advocates should ask in private.",
        "It is important that survivors choose for themselves.",
        "As a rule, it is also critical to listen.",
        "We must act now.",
        "Is stalking a crime?",
        "Call the hotline.",
        "If you see a crime, call the police.",
        "For more information, visit the website.",
        "Please share this page.",
        "Don’t wait.",
        "Thank you for your help.",
        "Let us work together.",
        "Survivors are encouraged to call.",
        "Common tactics include:",
        "***",
    ],
)
def test_advice_questions_and_requests_assert_nothing(sentence):
    assert not asserts(sentence)


def test_a_bullet_asserts_what_its_stem_does():
    assert asserts("isolation from friends", lead="Common tactics include:")
    assert not asserts("ask in private", lead="Advocates should:")


def test_figures_apart_from_numbers_to_call():
    assert holds_figure("The line took 9,214 calls.")
    assert holds_figure("More than half of callers were minors; call 1-800-555-0123.")
    assert not holds_figure("Call 1-800-555-0123 or 1-800-799-SAFE, 24 hours a day, 7 days a week, since 2007.")
    assert not holds_figure("Open 9 a.m. to 5 p.m. at (800) 555.0123, ext. 12.")


def test_cues():
    assert is_blurb("Call 1-800-555-0123.")
    assert not is_blurb("Reports are on www.example.org.")
    assert is_usage("Feel free to adapt this handout.")
    assert not is_usage("Advocates should ask in private.")
    assert has_blank("In [insert county], ___ women called.")
    assert not has_blank("The XX chromosome [sic] is no blank.")
    assert is_question("What is stalking?")
    assert not is_question("What is stalking? It is a crime.")


def test_numbered_lines_without_markup_are_entries():
    text = "Calls rose.\n\nENDNOTES\n\n1 Doe, J. (2011). Calls. Chicago, IL.\n2 Roe, A. (2012). Texts\nand letters. Chicago, IL.\n"
    for reader in (markdown, plain):
        entries = [b for b in read(text, reader=reader).blocks if b.role is Role.SOURCE]
        assert [(b.label, b.prose.plain[:3]) for b in entries] == [("1", "Doe"), ("2", "Roe")]


def test_a_survivors_voice_and_a_request_in_the_second_person_assert_nothing():
    assert not asserts("“I had nowhere to go,” said one survivor.")
    assert asserts("“Stalking is a crime,” said the sheriff.")
    assert not asserts("Cherish your neighbors.")
    assert asserts("Among them are minors.")


def test_a_list_of_sources_below_each_statement():
    text = (
        "# References\n\n- Calls rose.\n\nSources:\n\n- Doe, J. (2011). Calls.\n- Roe, A. (2012). Texts.\n\n"
        "Texts fell last year.\n\n**Sources:**\n\n- Poe, E. (2013). Letters.\n"
    )
    assert [role for role, _ in roles_of(text)] == [
        "heading",
        "statement",
        *["source"] * 3,
        "statement",
        *["source"] * 2,
    ]
    blocks = read(text).blocks
    lines = [is_line(block) for block in blocks]
    assert served(blocks, lines) == {1: (2, 3, 4), 5: (6, 7)}


def test_one_list_of_sources_is_the_bibliography():
    text = "Calls rose [1].\n\nSources:\n\n1. Doe, J. (2011). Calls.\n2. Roe, A. (2012). Texts.\n"
    assert [role for role, _ in roles_of(text)] == ["claim", "heading", "source", "source"]


def test_a_list_of_works_makes_no_statements_of_what_stands_among_them() -> None:
    text = (
        "# Calls\n\nCalls rose (Roe, 2019).\n\n## References\n\nRoe, A. (2019). *Counting calls.* Springfield: County Press.\n\n"
        "Poe, B. (2020). *Counting texts.* Springfield: County Press.\n\nResults of selected covariates\n\nDeveloped by the county office.\n"
    )
    document = roles.assign(read(text), Settings())
    assert not [b for b in document.blocks if b.role is Role.STATEMENT]
    assert [b.prose.plain[:3] for b in document.blocks if b.role is Role.SOURCE] == ["Roe", "Poe"]
    assert document.blocks[-1].part is Part.PUBLIC


def test_a_heading_alone_opens_no_reference_half() -> None:
    text = "# Shelters\n\nBeds are few.\n\n## Sources\n\nStreams rise in the hills above the town.\n\nThey feed the mills.\n"
    document = roles.assign(read(text), Settings())
    assert not document.has_references


def test_a_column_headed_source_without_citations_serves_nothing() -> None:
    cited = "| Fact | Source |\n|---|---|\n| Calls rose. | Doe, J. (2011). Calls. |\n| Texts fell. | Roe, A. (2012). Texts. |\n"
    named = "| Money | Source |\n|---|---|\n| $500M | Federal appropriation |\n| 15% | State contribution |\n"
    assert [role for role, _ in roles_of(cited)].count("source") == 2
    assert "source" not in [role for role, _ in roles_of(named)]


def test_a_source_heading_ends_with_the_section_it_stands_in() -> None:
    text = "## Gaps\n\nGaps are closed.\n\n### Source\n\nReview of the office.\n\n## Later\n\n- Severity is high.\n\nSource: Doe, J. (2011). *Calls.*\n"
    document = roles.assign(read(text), Settings())
    assert not [b for b in document.blocks if b.role is Role.STATEMENT]
