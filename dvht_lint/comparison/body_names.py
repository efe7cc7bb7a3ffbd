"""One body under two spellings: "Asian and Pacific Islander Institute", "The Asian & Pacific Islander Institute"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from rapidfuzz import fuzz

from dvht_lint.comparison.works.profile import fold, normal_words
from dvht_lint.lexicons import load
from dvht_lint.model import Block, Contact, NameGroup, NameMention, Role, Source
from dvht_lint.text import Span

__all__ = ["mentions_in_contacts", "mentions_in_resources", "mentions_in_sources", "name_groups"]

_SHORTEST = 14
"""Characters; below, one letter more or less makes another name ("CDC" and "CDA")."""
_LIKE = 94
"""Percent of letters that two spellings of one name share; measured on "Centre"/"Center" and dropped letters."""


def mentions_in_sources(sources: Iterable[Source]) -> Iterator[NameMention]:
    """The bodies that citations name as author, editor or publisher; people have rules of their own in a work."""
    for source in sources:
        for field in ("author", "editor", "publisher"):
            value = source.fields.get(field)
            names = value if isinstance(value, list) else [{"literal": value}] if value else []
            span = source.spans.get(field)
            if span is None:
                continue
            for name in names:
                literal = name.get("literal") if isinstance(name, dict) else str(name)
                if literal:
                    yield NameMention(_written(str(literal)), source.document, span, source.id)


def mentions_in_resources(path: str, blocks: Iterable[Block]) -> Iterator[NameMention]:
    """The bare names of bodies in a list of resources: short lines, or what stands before a dash, comma or colon."""
    for block in blocks:
        if block.role is not Role.RESOURCE:
            continue
        text = block.prose.plain
        head = re.match(r"[^\n:–—(|,;.]{4,120}?(?=\s*(?:$|[\n:–—(|,;.]|\s-\s))", text)
        if head and _is_name(head[0]):
            yield NameMention(_written(head[0]), path, block.prose.source(Span(*head.span())))


def mentions_in_contacts(contacts: Iterable[Contact]) -> Iterator[NameMention]:
    """The names of the corpus' contacts."""
    for contact in contacts:
        if contact.name and contact.document and "name" in contact.spans:
            yield NameMention(_written(contact.name), contact.document, contact.spans["name"])


def name_groups(mentions: Iterable[NameMention]) -> tuple[NameGroup, ...]:
    """The bodies whose name is spelled in more than one way, in the order of their first mention.

    Case, quotes, a leading "The" and a short form in brackets are no spelling; `&` for "and" is, and so is a letter.
    """
    ordered = sorted(mentions, key=lambda m: (m.document, m.span, m.name))
    by_key: dict[str, list[NameMention]] = defaultdict(list)
    for mention in ordered:
        by_key[_key(mention.name)].append(mention)
    by_key.pop("", None)
    groups = [_group(members) for members in _merged(by_key)]
    return tuple(g for g in groups if g is not None)


def _group(members: list[NameMention]) -> NameGroup | None:
    members.sort(key=lambda m: (m.document, m.span, m.name))
    forms = Counter(_form(m.name) for m in members)
    if len(forms) < 2:
        return None
    usual_form = max(forms, key=lambda f: (forms[f], -next(i for i, m in enumerate(members) if _form(m.name) == f)))
    usual = next(m.name for m in members if _form(m.name) == usual_form)
    as_usual = (m if _form(m.name) != usual_form else NameMention(usual, m.document, m.span, m.source) for m in members)
    return NameGroup(tuple(as_usual), usual)


def _merged(by_key: dict[str, list[NameMention]]) -> Iterator[list[NameMention]]:
    """The mentions by name, near spellings together; names meet only where they begin or end alike."""
    roots: dict[str, str] = {key: key for key in by_key}
    blocks: dict[str, list[str]] = defaultdict(list)
    for key in by_key:
        if len(key) >= _SHORTEST:
            blocks[key[:5]].append(key)
            blocks[key[-5:]].append(key)
    for block in blocks.values():
        for index, left in enumerate(block[:200]):
            for right in block[index + 1 : 200]:
                if _spelt_alike(left, right, by_key):
                    roots[_root(roots, right)] = _root(roots, left)
    merged: dict[str, list[NameMention]] = defaultdict(list)
    for key, members in by_key.items():
        merged[_root(roots, key)].extend(members)
    yield from merged.values()


def _root(roots: dict[str, str], key: str) -> str:
    while roots[key] != key:
        key = roots[key]
    return key


def _spelt_alike(left: str, right: str, by_key: dict[str, list[NameMention]]) -> bool:
    """Whether two names differ by a letter or two inside a word, and not by a place or a number."""
    if fuzz.ratio(left, right, score_cutoff=_LIKE) <= 0:
        return False
    a, b = (normal_words(by_key[key][0].name) for key in (left, right))
    differing = set(a) ^ set(b)
    if any(w.isdigit() or w in _place_words() for w in differing):
        return False
    extra, other = [w for w in a if w not in b], [w for w in b if w not in a]
    return len(extra) == len(other) and all(
        any(fuzz.ratio(w, v, score_cutoff=75) > 0 and {w, v} not in _PAIRS for v in other) for w in extra
    )


_PAIRS: tuple[set[str], ...] = ({"national", "international"}, {"women", "men"}, {"north", "south"}, {"east", "west"})


@cache
def _place_words() -> frozenset[str]:
    entries = load("citation_names")
    return frozenset(w for name in (*entries["regions"], *entries["countries"]) for w in normal_words(name))


def _written(name: str) -> str:
    """The name as written, without a short form in brackets and white space at its ends."""
    return " ".join(re.sub(r"\s*\([^()]*\)", "", name).split()).strip(" .,;:")


def _form(name: str) -> str:
    """What makes two written names the same form: case, quotes, dots and a leading "The" do not count."""
    return re.sub(r"^the\s+|[.“”\"'’]", "", name.casefold())


def _key(name: str) -> str:
    words = [w for w in re.findall(r"\w+", fold(name)) if w not in ("the", "and")]
    return "".join(words) if len(words) > 1 else ""


def _is_name(text: str) -> bool:
    """Whether a line is a name by itself: several words, nearly all in capitals."""
    words = [w for w in text.split() if w[0].isalpha()]
    small = {"of", "and", "the", "in", "on", "for", "to", "against", "&"}
    return 2 <= len(words) <= 14 and all(w[0].isupper() or w in small for w in words)
