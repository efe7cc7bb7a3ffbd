"""Contacts that no registry lists: whether they can exist, and whether the documents agree on them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dvht_lint.contacts.keypad import digits_of, distance
from dvht_lint.contacts.names import is_other_line
from dvht_lint.contacts.normal import same_number, with_digits
from dvht_lint.contacts.owners import line_at
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
    """Mentions that no registry knows: those given for one line of one body together, so that they can be compared.

    The body is named beside the number, or by the heading or title that the number stands under.
    """
    by_line: dict[tuple[str, str], list[Triple]] = defaultdict(list)
    single: dict[tuple[str, str], bool] = {}
    for triple in loose:
        _, prose, mention = triple
        line = line_at(prose.plain, mention.span) if mention.field == "phone" else None
        body = line and (line.body or (mention.owner if line.single else ""))
        if line and body:
            key = (body.casefold(), line.label)
            by_line[key].append(triple)
            single[key] = line.single
        else:
            yield ContactGroup(None, (triple,), own_registry)
    for key, triples in by_line.items():
        yield ContactGroup(None, tuple(_compared(triples, single=single[key])), own_registry)


def _compared(triples: Sequence[Triple], *, single: bool) -> Iterator[Triple]:
    """The numbers given for one line, the rarer forms held against the commonest (the first where all are alike).

    A house may have many numbers: there (not `single`) only a slip of a digit or two is a difference.
    """
    main = [triple for triple in triples if not is_other_line(triple[1].plain, triple[2].span)]
    counts = Counter(mention.value for _, _, mention in main)
    usual = max(counts, key=lambda value: counts[value], default="")
    text = next((mention.text for _, _, mention in main if mention.value == usual), "")
    homes = {path for path, _, mention in main if mention.value == usual}
    for path, prose, mention in triples:
        differs = not is_other_line(prose.plain, mention.span) and not same_number(mention.value, usual)
        if differs and (distance(mention.value, usual) <= 2 or (single and path not in homes)):
            fits = len(digits_of(mention.text)) == len(digits_of(text))
            expected = with_digits(mention.text, digits_of(text)) if fits else text
            yield path, prose, replace(mention, expected=expected)
        else:
            yield path, prose, mention
