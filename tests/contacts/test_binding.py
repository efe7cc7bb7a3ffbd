import pytest

from dvht_lint.contacts import builtin, group, read_mentions, registry
from dvht_lint.contacts.keypad import distance
from dvht_lint.lexicons import provenance
from dvht_lint.model import Contact, Settings
from dvht_lint.text import Prose, Span

REGISTRY = registry(Settings())


def groups(*texts, contacts=REGISTRY):
    """Each text is a document of its own: a.md, b.md …"""
    triples = []
    for name, text in zip("abcdef", texts, strict=False):
        prose = Prose.verbatim(text)
        triples += [(f"{name}.md", prose, mention) for mention in read_mentions(prose)]
    return group(triples, contacts)


def drifted(*texts, contacts=REGISTRY):
    return [
        (g.contact.id if g.contact else "", m.text, m.expected)
        for g in groups(*texts, contacts=contacts)
        for _, _, m in g.mentions
        if m.expected
    ]


BLURB = (
    "The National Human Trafficking Hotline takes calls 24 hours a day, 7 days a week. "
    "Ring 1-888-373-7888, or text “BEFREE” (233-733)."
)


def test_what_agrees_with_the_registry_is_bound_and_silent():
    (only,) = groups(BLURB)
    assert only.contact.id == "us-human-trafficking"
    assert {m.field for _, _, m in only.mentions} == {"phone", "sms", "keyword", "hours"}
    assert drifted(BLURB) == []


@pytest.mark.parametrize(
    ("old", "new", "text", "expected"),
    [
        ("373-7888", "373-7878", "1-888-373-7878", "1-888-373-7888"),
        ("373-7888", "337-7888", "1-888-337-7888", "1-888-373-7888"),
        ("373-7888", "373-788", "1-888-373-788", "1-888-373-7888"),
        ("1-888", "1-800", "1-800-373-7888", "1-888-373-7888"),
        ("1-888-373-7888", "(888) 373.7887", "(888) 373.7887", "(888) 373.7888"),
        ("1-888-373-7888", "1-800-555-0142", "1-800-555-0142", "1-888-373-7888"),
        ("233-733", "233-773", "233-773", "233-733"),
        ("(233-733)", "(233773)", "233773", "233733"),
        ("BEFREE", "BEFRE", "BEFRE", "BEFREE"),
        ("7 days", "5 days", "24 hours a day, 5 days a week", "24/7"),
    ],
)
def test_one_slip_is_one_drift(old, new, text, expected):
    assert drifted(BLURB.replace(old, new)) == [("us-human-trafficking", text, expected)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Call 1-888-373-7878.", ("us-human-trafficking", "1-888-373-7878", "1-888-373-7888")),
        ("Call 1-800-799-SAFE (7234).", ("us-domestic-violence", "7234", "7233")),
        ("Call 1-800-799-SAVE.", ("us-domestic-violence", "1-800-799-SAVE", "1-800-799-7233")),
        ("Text START to 88787.", ("us-domestic-violence", "88787", "88788")),
        ("Ring 0808 2000 274.", ("gb-domestic-abuse", "0808 2000 274", "0808 2000 247")),
        ("See www.humantraffickinghotlin.org.", ("us-human-trafficking", "www.humantraffickinghotlin.org", "www.humantraffickinghotline.org")),
        ("See https://humantraffickinghotline.com/chat.",
         ("us-human-trafficking", "https://humantraffickinghotline.com/chat", "https://humantraffickinghotline.org/chat")),
        ("National Sexual Assault Hotline: 1-888-373-7888", ("us-sexual-assault", "1-888-373-7888", "1-800-656-4673")),
        ("RAINN (1-800-555-0142)", ("us-sexual-assault", "1-800-555-0142", "1-800-656-4673")),
    ],
)  # fmt: skip
def test_a_contact_is_told_by_number_word_or_name(text, found):
    assert drifted(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Call 1-800-799-SAFE (7233), TTY 1-800-787-3224, or text START to 88788.",
        "National Domestic Violence Hotline: 800.799.7233, fax 512-453-8541",
        "+44 808 2000 247",
        "text HELP to 233733",
        "The Texas Advocacy Hotline can be reached at 1-800-374-4673.",
        "If in danger call 911, then the National Human Trafficking Hotline (1-888-373-7888).",
        "Call RAINN or, for trafficking, 1-888-373-7888.",
        "The National Human Trafficking Hotline, a 24-hour line, is at humantraffickinghotline.org/get-help.",
        "Write to HumanTrafficking.org or the Polaris Project.",
    ],
)
def test_no_drift(text):
    assert drifted(text) == []


def names(text):
    return [m.text for g in groups(text) for _, _, m in g.mentions if m.field == "name"]


@pytest.mark.parametrize(
    "text",
    [
        "The National Human Trafficking Resource Center is toll-free. They can be reached at 1-888-373-7888.",
        "Call the National Suicide Prevention Lifeline at 1-800-273-8255.",
    ],
)
def test_a_blurb_under_a_former_name(text):
    assert len(names(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "In 2011, the National Human Trafficking Resource Center (1-888-373-7888) answered 19,427 calls.",
        "The National Human Trafficking Hotline (formerly the National Human Trafficking Resource Center): 1-888-373-7888.",
        "Call the hotline, formerly known as the National Human Trafficking Resource Center, at 1-888-373-7888.",
        "Stories are on the website of the National Human Trafficking Resource Center.",
        "Since 1985 or so, NHTRC (1-888-373-7888) has grown.",
    ],
)
def test_a_former_name_in_its_place(text):
    assert names(text) == []


def test_two_documents_that_disagree_on_a_contact_of_their_own():
    one = "Harbor House Crisis Line: 1-800-555-0142"
    assert drifted(one, "Call the Harbor House Crisis Line at 1-800-555-0124.", contacts=()) == [
        ("", "1-800-555-0124", "1-800-555-0142")
    ]
    assert drifted(one, "Harbor House Crisis Line (800) 555 0142", contacts=()) == []
    assert drifted(one, "Bay Street Crisis Line: 1-800-555-0124", contacts=()) == []


def test_the_commoner_number_is_taken_for_the_right_one():
    right, wrong = "Harbor House Shelter: 415-555-0142", "Harbor House Shelter: 415-555-0147"
    assert drifted(wrong, right, right, contacts=()) == [("", "415-555-0147", "415-555-0142")]


def test_a_house_may_have_two_numbers():
    one, other = "Harbor House Shelter: 415-555-0142", "Harbor House Shelter: 415-555-0999, fax 415-555-0143"
    assert drifted(one, other, contacts=()) == []


def test_an_own_contact_replaces_the_built_in_one():
    own = Contact(
        "ht", "National Human Trafficking Hotline", phone="1-800-555-0142", document="corpus.yaml", span=Span(0, 1)
    )
    known = registry(Settings(contacts=(own,)))
    assert [c.id for c in known if "Trafficking" in c.name and c.id.startswith(("us", "ht"))] == ["ht"]
    assert drifted("National Human Trafficking Hotline: 1-888-373-7888", contacts=known) == [
        ("ht", "1-888-373-7888", "1-800-555-0142")
    ]


@pytest.mark.parametrize(
    "own",
    [
        Contact("us-human-trafficking", phone="1-800-555-0142"),
        Contact("x", phone="(888) 373 7888"),
        Contact("x", sms="233-733"),
        Contact("x", name="nhtrc"),
    ],
)
def test_an_entry_is_replaced_by_id_number_code_or_name(own):
    assert "BEFREE" not in {c.keyword for c in registry(Settings(contacts=(own,)))}


SHELTER = (Contact("s", "Harbor House Shelter", phone="415-555-0142", document="corpus.yaml"),)
LINE = (Contact("s", "Harbor House Crisis Line", phone="1-800-555-0142", document="corpus.yaml"),)


@pytest.mark.parametrize(
    ("text", "contacts", "expected"),
    [
        ("Harbor House Shelter: 415-555-0143", SHELTER, "415-555-0142"),
        ("Call 415-555-0124 at night.", SHELTER, "415-555-0142"),
        ("Call 415-556-0142 at night.", SHELTER, "415-555-0142"),
        ("Call 1-800-555-0143 at night.", LINE, "1-800-555-0142"),
        ("Call 415-555-0143 at night.", SHELTER, ""),
        ("Call Bay Street Shelter at 1-800-555-0188.", LINE, ""),
        ("Call Bay Street Shelter at 415-555-0182.", SHELTER, ""),
    ],
)
def test_a_neighbour_on_the_switchboard_is_no_slip(text, contacts, expected):
    assert [right for _, _, right in drifted(text, contacts=contacts)] == ([expected] if expected else [])


def test_without_the_built_in_registry_nothing_is_known():
    assert registry(Settings(builtin_contacts=False)) == ()


def test_an_own_keyword_is_the_only_one():
    own = (Contact("x", "Harbor Line", sms="55247", keyword="SAFE", document="corpus.yaml"),)
    assert drifted("Text HELP to 55247.", contacts=own) == [("x", "HELP", "SAFE")]
    assert drifted("Text SAFE to 55247.", contacts=own) == []


def test_every_built_in_contact_says_where_its_facts_are_from():
    assert provenance("hotlines")
    assert all(contact.provenance and contact.name and (contact.phone or contact.sms) for contact in builtin())
    assert len({contact.id for contact in builtin()}) == len(builtin())


@pytest.mark.parametrize("contact", builtin(), ids=lambda c: c.id)
def test_every_built_in_contact_is_read_as_itself(contact):
    text = f"{contact.name}: call {contact.phone}." if contact.phone else f"Text {contact.keyword} to {contact.sms}."
    (only,) = groups(text)
    assert only.contact == contact
    assert drifted(text) == []


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        ("233733", "233733", 0),
        ("233733", "233773", 1),
        ("12", "21", 1),
        ("8883737888", "888373788", 1),
        ("123", "456", 3),
        ("1", "12345", 3),
    ],
)
def test_distance(left, right, apart):
    assert distance(left, right) == apart == distance(right, left)
