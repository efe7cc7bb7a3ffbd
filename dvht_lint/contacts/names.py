"""Names of contacts in prose: registered ones, today's and former, and those that only a document uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from dvht_lint.model import Contact
from dvht_lint.records import record
from dvht_lint.text import Span

__all__ = ["CONNECTORS", "GLUE", "Name", "NameIndex", "is_other_line", "own_name", "reaches"]

# What may stand between a name and its number without speaking of anyone else.
_GLUE_WORDS = (
    "is at on by via a an the to can be call calls calling reached number numbers phone tel telephone "
    "toll-free toll free hotline helpline lifeline line website site hours open available or and you may "
    "it they their dial text texting tollfree contact reach directly anytime 24/7 our now please "
)
GLUE = frozenset(_GLUE_WORDS.split())
_NOT_THE_MAIN_LINE = re.compile(
    r"\b(?:fax|tty|tdd|vp|videophone|video phone|office|local|admin\w*|business|international\w*|outside|spanish|español"
    r"|media|press|donat\w*|whatsapp|deaf)\b",
    re.IGNORECASE,
)
_LINE_WORDS = ("hotline", "helpline", "lifeline", "line", "safeline")
CONNECTORS = frozenset({"of", "and", "for", "the", "to", "on", "in", "&", "against"})


@record(frozen=True, slots=True)
class Name:
    """A registered contact named in a text; `former` where the name is no longer its own."""

    contact: Contact
    span: Span
    former: bool


class NameIndex:
    """The names of a registry, to be looked for in texts."""

    def __init__(self, contacts: tuple[Contact, ...]) -> None:
        self._meanings: dict[str, tuple[Contact, bool, str]] = {}
        for contact in contacts:
            for name, former in _forms(contact):
                self._meanings.setdefault(_key(name), (contact, former, name))

    def find(self, plain: str) -> tuple[Name, ...]:
        """The registered contacts that a text names, in order."""
        if not self._meanings:
            return ()
        found: list[Name] = []
        for match in self._pattern.finditer(plain):
            text = match.group()
            contact, former, name = self._meanings[_key(text)]
            # An abbreviation is one only in its own letters: "rainn" is no body, "RAINN" is.
            if " " in name or text == name:
                found.append(Name(contact, Span(match.start(), match.end()), former))
        return tuple(found)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        ordered = sorted(self._meanings, key=len, reverse=True)
        spelled = (re.escape(key).replace(r"\ \&\ ", r"\ (?:&|and)\ ").replace("'", "['’]") for key in ordered)
        return re.compile(rf"(?<!\w)(?:{'|'.join(spelled)})(?!\w)", re.IGNORECASE)


def reaches(plain: str, name: Span, mention: Span) -> bool:
    """Whether nothing but words of calling stands between a name and the number after it."""
    if not 0 <= mention.start - name.end <= 60:
        return False
    between = plain[name.end : mention.start]
    words = re.findall(r"[\w/-]+", re.sub(r"\([A-Z]{2,8}\)", "", between))
    return not re.search(r"[.;!?]\s", between) and all(word.casefold() in GLUE for word in words)


def is_other_line(plain: str, mention: Span) -> bool:
    """Whether a number is said to be another one than the main line: a fax, a TTY, the office."""
    before = plain[max(0, mention.start - 40) : mention.start]
    after = plain[mention.end : mention.end + 14]
    return bool(_NOT_THE_MAIN_LINE.search(before) or _NOT_THE_MAIN_LINE.search(after))


def own_name(plain: str, mention: Span) -> str:
    """The name in capitals that a number is given for ("Harbor House Shelter: 555-…"), empty where there is none."""
    words = re.findall(r"[\w.'’&/-]+|[,:(;!?–—]", plain[max(0, mention.start - 120) : mention.start])
    while words and (words[-1].casefold() in GLUE or words[-1] in ",:(–—-"):
        if words[-1].casefold() in _LINE_WORDS and words[-1][0].isupper():
            break
        words.pop()
    name: list[str] = []
    while words and (words[-1][0].isupper() or (name and words[-1] in CONNECTORS)):
        name.append(words.pop())
    while name and (name[-1] in CONNECTORS or name[-1].casefold() in {"the", "call", "contact", "at"}):
        name.pop()
    return " ".join(reversed(name)) if len(name) > 1 else ""


def _forms(contact: Contact) -> Iterator[tuple[str, bool]]:
    for name in (contact.name, *contact.aliases):
        if len(name) > 2:
            yield name, False
    for name in contact.former_names:
        if len(name) > 2:
            yield name, True


def _key(text: str) -> str:
    return re.sub(r"\s+", " ", text).casefold().replace("’", "'").replace(" and ", " & ")
