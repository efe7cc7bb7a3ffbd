import textwrap

from hypothesis import given
from hypothesis import strategies as st

from dvht_lint import assembly, roles
from dvht_lint.assembly.abbreviations import abbreviations
from dvht_lint.assembly.identity import Ids
from dvht_lint.citations import parse_citation
from dvht_lint.model import CitationKind, Kind, Quantity, Role, Settings
from dvht_lint.readers import markdown
from dvht_lint.text import Span


def read_quantities(text):
    return tuple(
        Quantity(Kind.NUMBER, float(word), float(word), word, Span(text.index(word), text.index(word) + len(word)))
        for word in dict.fromkeys(w.strip(".,") for w in text.split())
        if word.isdigit()
    )


def assemble(text, *, reference=False, settings=None):
    settings = settings or Settings()
    document = markdown.read("page.md", textwrap.dedent(text).encode())
    document = roles.assign(document, settings, reference=reference)
    return assembly.assemble(document, settings, parse_citation=parse_citation, read_quantities=read_quantities)


def texts(sides):
    return [side.prose.plain for side in sides]


def cited(claim):
    return [(c.kind, c.target, c.locator) for c in claim.citations]


def test_sentences_are_claims_and_bullets_statements():
    document = assemble(
        """\
        The line took 9214 calls in 2012. Callers may **hang up**
        at any time.

        ## References

        - The line took 9214 calls in 2012. Callers may hang up at any time.

        Source: Example Line. (2013). *Report.* Springfield, IL.
        """
    )
    assert texts(document.claims) == ["The line took 9214 calls in 2012.", "Callers may hang up at any time."]
    assert [c.span.cut(document.text.text) for c in document.claims] == [
        "The line took 9214 calls in 2012.",
        "Callers may **hang up**\nat any time.",
    ]
    assert [q.text for q in document.claims[0].quantities] == ["9214", "2012"]
    (statement,) = document.statements
    assert statement.prose.plain.endswith("at any time.")
    (source,) = document.sources
    assert statement.sources == (source.id,)
    assert source.year == 2013
    assert document.has_references


def test_what_holds_no_claim_is_exempt_with_its_reason():
    document = assemble(
        """\
        # Stalking

        Stalking is a crime. Do you know the signs? Call 1-800-555-0123 at any hour.

        ```
        code
        ```

        Our agency has taken these steps to help your community:

        # Signs

        | sign | share |
        |---|---|
        | letters | 40 |
        """
    )
    assert texts(document.claims) == ["Stalking is a crime."]
    reasons = [(reason, span.cut(document.text.text)) for span, reason in document.exempt]
    assert [reason for reason, _ in reasons] == [
        "heading",
        "question",
        "contact",
        "boilerplate",
        "form",
        "heading",
        "cell",
        "cell",
        "cell",
        "cell",
    ]
    assert reasons[1][1] == "Do you know the signs?"


def test_phrases_of_the_configuration_are_exempt():
    document = assemble("Our mission is peace. Calls rose.", settings=Settings(exempt=("our MISSION",)))
    assert texts(document.claims) == ["Calls rose."]
    assert [reason for _, reason in document.exempt] == ["exempt"]


def test_bullets_know_the_stem_that_they_continue():
    document = assemble("In 2012 the line:\n\n- took 9214 calls\n- sent 40 texts\n\nCalls rose.\n\n- Texts fell.\n")
    assert [(c.prose.plain, c.lead) for c in document.claims] == [
        ("took 9214 calls", "In 2012 the line:"),
        ("sent 40 texts", "In 2012 the line:"),
        ("Calls rose.", ""),
        ("Texts fell.", ""),
    ]


def test_a_column_of_sources_serves_the_rows_of_a_table():
    document = assemble(
        """\
        # References

        | Statement | Source |
        |---|---|
        | In 2012 the line took 9214 calls from every county. | Doe, J. (2011). *Calls.* Chicago, IL. |
        | Callers may hang up at any time they choose. | |
        """
    )
    assert [(len(s.sources), s.prose.plain[:7]) for s in document.statements] == [(1, "In 2012"), (0, "Callers")]


def test_a_sentence_in_a_table_is_a_claim():
    document = assemble("| Sign | Why |\n|---|---|\n| Letters | Most stalkers write to their victims. |\n")
    assert texts(document.claims) == ["Most stalkers write to their victims."]


def test_a_lead_of_the_references_is_a_statement_of_its_own_kind():
    document = assemble("# References\n\nStalking is a crime.\n\n- Calls rose.\n\nSource: Doe, J. (2011). *Calls.*\n")
    assert [(s.role, len(s.sources)) for s in document.statements] == [(Role.LEAD, 0), (Role.STATEMENT, 1)]


def test_the_paragraphs_of_a_bullet_are_one_statement():
    document = assemble("# References\n\n- Calls rose.\n\n  Texts fell.\n\nSource: Doe, J. (2011). *Calls.*\n")
    assert texts(document.statements) == ["Calls rose. Texts fell."]
    assert len(document.statements[0].sources) == 1


def test_a_footnote_with_a_source_backs_the_sentence_before_it():
    document = assemble("Calls rose.[^1] Texts fell.\n\n[^1]: Doe, J. (2011). *Calls.* Chicago, IL.\n")
    rose, fell = document.claims
    assert cited(rose) == [(CitationKind.NOTE, document.sources[0].id, "")]
    assert rose.citations[0].span.cut(document.text.text) == "[^1]"
    assert cited(fell) == []
    assert document.statements == ()


def test_a_quotation_in_a_footnote_is_what_the_sentence_restates():
    document = assemble(
        "Calls rose to 9241.[^1]\n\n"
        "[^1]: Doe, J. (2011). *Calls*, p. 4: “In that year the calls of all lines rose to 9214.”\n"
    )
    (claim,), (statement,) = document.claims, document.statements
    assert claim.statement == statement.id
    assert statement.prose.plain == "In that year the calls of all lines rose to 9214."
    assert statement.span.cut(document.text.text) == statement.prose.plain
    assert statement.sources == (document.sources[0].id,)
    assert [q.text for q in statement.quantities] == ["9214"]
    assert "rose" not in document.sources[0].text


def test_a_quoted_title_is_no_quotation():
    document = assemble(
        'Calls rose.[^1]\n\n[^1]: Doe, J. "The Rise of Calls to Shelters." *Journal of Calls* 4 (2011): 5.\n'
    )
    assert document.statements == ()
    assert len(document.sources) == 1


def test_a_remark_in_a_footnote_is_no_source():
    document = assemble("Calls rose.[^1]\n\n[^1]: Calls to the office are left out.\n")
    assert document.sources == ()
    assert document.claims[0].citations == ()


def test_keys_with_locators():
    document = assemble("Calls rose [@doe, p. 4; @roe2012]. Texts fell.\n")
    assert cited(document.claims[0]) == [(CitationKind.KEY, "doe", "p. 4"), (CitationKind.KEY, "roe2012", "")]
    assert document.claims[1].citations == ()


def test_links_are_sources_and_places_inside_the_site_are_not():
    document = assemble("[Calls rose](https://example.org/calls.html) and [texts](#texts) fell.\n")
    (claim,) = document.claims
    assert cited(claim) == [(CitationKind.LINK, document.sources[0].id, "")]
    assert document.sources[0].fields["URL"] == "https://example.org/calls.html"


def test_numbers_call_entries_and_footnotes_notes():
    document = assemble(
        """\
        Calls rose [1]. Texts fell.[^1]

        [^1]: Roe, A. (2012). *Texts.* Chicago, IL.

        ## References

        1. Doe, J. (2011). *Calls.* Chicago, IL.
        """
    )
    by_id = {source.id: source.authors[0] for source in document.sources}
    rose, fell = document.claims
    assert [(c.kind, by_id[c.target]) for c in rose.citations] == [(CitationKind.NUMBER, "Doe")]
    assert [(c.kind, by_id[c.target]) for c in fell.citations] == [(CitationKind.NOTE, "Roe")]


def test_author_and_year():
    document = assemble(
        """\
        Calls rose (Doe, 2011). Doe (2011) says that texts fell. Letters vanished (Poe, 1999). It was cold (in 2011).

        ## References

        Doe, J. (2011). *Calls.* Chicago, IL.
        """
    )
    identifier = document.sources[0].id
    assert [cited(claim) for claim in document.claims] == [
        [(CitationKind.KEY, identifier, "")],
        [(CitationKind.KEY, identifier, "")],
        [(CitationKind.LINE, "", "")],
        [],
    ]


def test_a_source_line_in_the_public_text_backs_the_paragraph_above():
    document = assemble(
        "Calls rose. Texts fell.\n\nSource: [Doe](https://example.org/calls.html)\n\nLetters vanished.\n"
    )
    identifier = document.sources[0].id
    assert [[c.target for c in claim.citations] for claim in document.claims] == [[identifier], [identifier], []]


def test_a_comment_names_the_statement():
    document = assemble(
        """\
        <!-- dvht-lint: statement=calls -->
        Calls rose. Texts fell.

        Letters vanished.

        ## References

        <!-- dvht-lint: statement=calls -->
        - Calls rose while texts fell.

        Source: Doe, J. (2011). *Calls.* Chicago, IL.
        """
    )
    assert [claim.statement for claim in document.claims] == ["calls", "calls", ""]
    assert [statement.id for statement in document.statements] == ["calls"]


def test_ids_are_stable_and_unique():
    ids = Ids("c-")
    first = ids.of("“Calls”  rose – fast.")
    assert first == Ids("c-").of('"calls" rose - fast.')
    assert ids.of('"Calls" rose - fast.') == f"{first}-2"
    assert first != ids.of("Calls fell.")


def test_abbreviations():
    text = (
        "The National Human Trafficking Resource Center (NHTRC), the Centers for Disease Control and Prevention (CDC), "
        "the United Nations Office on Drugs and Crime (“UNODC”) and the ILO (International Labour Organization) "
        "speak of intimate partner violence (IPV). He said so (NO). In the West (USA)."
    )
    assert abbreviations([text]) == {
        "NHTRC": "National Human Trafficking Resource Center",
        "CDC": "Centers for Disease Control and Prevention",
        "UNODC": "United Nations Office on Drugs and Crime",
        "IPV": "intimate partner violence",
        "ILO": "International Labour Organization",
    }


PARAGRAPHS = st.lists(
    st.sampled_from(
        [
            "# Stalking",
            "Calls rose to 9214. Did texts? **They** did [1].",
            "- One in three.\n- Half.",
            "Source: Doe, J. (2011). *Calls.*",
            "## References",
            "1. Doe, J. (2011). *Calls.*",
            "Name: _____",
            "[^1]: Roe (2012). “The calls of all lines rose in that year.”",
            "Texts fell.[^1] (Source: Doe, 2011)",
            "| a | b |\n|---|---|\n| Calls rose in every county. | 4 |",
            "> Quoted words are claims, too.",
        ]
    ),
    max_size=8,
)


@given(PARAGRAPHS)
def test_every_block_is_accounted_for_and_every_span_reads_back(paragraphs):
    document = assemble("\n\n".join(paragraphs))
    covered = (
        [c.span for c in document.claims] + [s.span for s in document.statements] + [s for s, _ in document.exempt]
    )
    for block in document.blocks:
        assert any(span.overlaps(block.span) or span == block.span for span in covered) or not block.prose.plain
    for side in (*document.claims, *document.statements):
        for piece in side.prose.pieces:
            if piece.verbatim:
                assert piece.plain.cut(side.prose.plain) == piece.source.cut(document.text.text)
    ids = [c.id for c in document.claims] + [s.id for s in document.statements]
    assert len(ids) == len(set(ids))


def test_note_marks_glued_to_words_call_the_entries_they_number():
    document = assemble(
        "Calls rose to 9214 a year.1 Texts fell.2 Letters3 vanished by 2011.\n\nENDNOTES\n\n"
        "1 Doe, J. (2011). *Calls.* Chicago, IL.\n2 Roe, A. (2012). *Texts.* Chicago, IL.\n"
    )
    assert texts(document.claims)[1:] == ["Texts fell.", "Letters3 vanished by 2011."]
    by_id = {source.id: source.authors[0] for source in document.sources}
    assert [by_id[c.target] for c in document.claims[1].citations] == ["Roe"]
    assert document.claims[1].citations[0].span.cut(document.text.text) == "2"


def test_a_credit_behind_the_full_stop_belongs_to_the_sentence_before_it():
    document = assemble("Calls rose. (Doe, *Calls to Shelters*, 2011, p. 4) Texts fell. (They fell for good.)\n")
    assert texts(document.claims) == ["Calls rose.", "Texts fell.", "(They fell for good.)"]
    rose, fell, _ = document.claims
    assert [c.target for c in rose.citations] == [document.sources[0].id]
    assert fell.citations == ()


def test_no_figure_hides_in_a_question_a_stem_a_callout_or_a_remark():
    document = assemble(
        """\
        Did you know that 1 in 4 callers is a minor?

        In 2012, 40% of callers said that:

        - they were afraid

        **1 in 3 Women**

        Calls rose.[^1]

        [^1]: Calls to the office are left out. In 2011 there were 9,214.
        """
    )
    assert [(c.prose.plain, c.asserts) for c in document.claims] == [
        ("Did you know that 1 in 4 callers is a minor?", False),
        ("In 2012, 40% of callers said that:", False),
        ("they were afraid", True),
        ("1 in 3 Women", False),
        ("Calls rose.", False),
        ("In 2011 there were 9,214.", False),
    ]
    assert document.claims[2].lead == "In 2012, 40% of callers said that:"


def test_a_source_line_may_number_entries_of_the_list():
    document = assemble(
        "# References\n\n- Calls rose in every county.\n\nSource: 1, 2\n\n## Bibliography\n\n"
        "1. Doe, J. (2011). *Calls.* Chicago, IL.\n2. Roe, A. (2012). *Texts.* Chicago, IL.\n"
    )
    assert [s.sources for s in document.statements] == [tuple(source.id for source in document.sources)]
