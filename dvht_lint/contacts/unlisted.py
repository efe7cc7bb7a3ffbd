"""Contacts that no registry lists: whether they can exist, and whether the documents agree on them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dvht_lint.contacts.keypad import digits_of, distance
from dvht_lint.contacts.names import is_line, is_other_line, own_name
from dvht_lint.contacts.normal import same_number, with_digits
from dvht_lint.model import ContactGroup, ContactMention
from dvht_lint.text import Prose

__all__ = ["by_own_name", "checked"]

Triple = tuple[str, Prose, ContactMention]


def checked(mention: ContactMention) -> ContactMention:
    """A number that no registry knows, with what is wrong with it by the numbering plan.

    555 is the exchange of examples and films: nobody means it to be dialled.
    """
    value = mention.value
    if mention.problem or not value.startswith("+") or "555" in {value[2:5], value[5:8]}:
        return mention
    from phonenumbers import NumberParseException, is_valid_number, parse

    try:
        valid = is_valid_number(parse(value))
    except NumberParseException:
        valid = False
    if valid:
        return mention
    problem = (
        "no number like it is in use in the North American plan"
        if value.startswith("+1")
        else "no country has numbers like it"
    )
    return replace(mention, problem=problem)


def by_own_name(loose: Sequence[Triple], *, own_registry: bool = False) -> Iterator[ContactGroup]:
    """Mentions that no registry knows: those given for one name together, so that they can be compared."""
    by_name: dict[str, list[Triple]] = defaultdict(list)
    for triple in loose:
        _, prose, mention = triple
        name = own_name(prose.plain, mention.span) if mention.field == "phone" else ""
        if name:
            by_name[name.casefold()].append(triple)
        else:
            yield ContactGroup(None, (triple,), own_registry)
    for name, triples in by_name.items():
        yield ContactGroup(None, tuple(_compared(name, triples)), own_registry)


def _compared(name: str, triples: Sequence[Triple]) -> Iterator[Triple]:
    """The numbers given for one name, the rarer forms held against the commonest (the first where all are alike)."""
    main = [triple for triple in triples if not is_other_line(triple[1].plain, triple[2].span)]
    counts = Counter(mention.value for _, _, mention in main)
    usual = max(counts, key=lambda value: counts[value], default="")
    text = next((mention.text for _, _, mention in main if mention.value == usual), "")
    homes = {path for path, _, mention in main if mention.value == usual}
    for path, prose, mention in triples:
        differs = not is_other_line(prose.plain, mention.span) and not same_number(mention.value, usual)
        if differs and (distance(mention.value, usual) <= 2 or (is_line(name) and path not in homes)):
            fits = len(digits_of(mention.text)) == len(digits_of(text))
            expected = with_digits(mention.text, digits_of(text)) if fits else text
            yield path, prose, replace(mention, expected=expected)
        else:
            yield path, prose, mention
