"""E-mail addresses and web addresses, in prose and in the targets of links, and how they are mistyped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dvht_lint.contacts.keypad import distance
from dvht_lint.contacts.normal import normal_phone, normal_url
from dvht_lint.contacts.taken import Taken
from dvht_lint.model import ContactMention
from dvht_lint.text import Mark, MarkKind, Prose, Span

__all__ = ["address_mentions"]

_LOCAL = re.compile(r"[\w.+%-]{1,64}$")
_DOMAIN = re.compile(r"(?:[^\W_](?:[\w-]{0,62})?(?:[.,](?=\w)|\.\.(?=\w))?){1,9}")
_SCHEME = re.compile(
    r"\b(?P<scheme>[A-Za-z]{3,6})(?P<colon>:/{1,3}|//:?|;//|:\\\\)(?=[\w\[])|\bwww[.,](?=\w)", re.IGNORECASE
)
_BARE = re.compile(
    r"(?<![\w@./:-])[A-Za-z0-9-]{2,63}(?:\.[A-Za-z0-9-]{1,63}){0,3}\.(?:org|com|net|gov|edu|info|ca|ie|scot|org\.uk|gov\.uk"
    r"|co\.uk|org\.au|gov\.au|eu|de|fr|es|it|pt|nz)\b(?![@\w-])(?:/[^\s<>\"]{0,300})?"
)
_TAIL = re.compile(r"[^\s<>\"]{0,2000}")
_CLOSERS = ".,;:!?)]}'’\"”*_"
_SCHEMES = ("http", "https", "mailto", "tel", "sms", "ftp")
_MAILTO = re.compile(r"\b([A-Za-z]{5,9}|mail-to):$")


def address_mentions(prose: Prose, plain: str) -> Iterator[ContactMention]:
    """The e-mail and web addresses of a flat text (`reader.flat`) and of its links, whose span is their text's."""
    taken = Taken()
    for mention in (*_emails(plain), *_urls(plain)):
        if not taken.overlaps(mention.span):
            taken.add(mention.span)
            yield mention
    for mark in prose.marks:
        if mark.kind is MarkKind.LINK and mark.target:
            yield from _target(plain, mark)


def _emails(plain: str) -> Iterator[ContactMention]:
    at = plain.find("@")
    while at >= 0:
        domain = _DOMAIN.match(plain, at + 1)
        local = _LOCAL.search(plain, max(0, at - 64), at) if domain and at else None
        if local and domain and not local.group().startswith("."):
            yield from _email(plain, local.start(), domain.end())
        at = plain.find("@", at + 1)


def _email(plain: str, start: int, end: int) -> Iterator[ContactMention]:
    text = plain[start:end].rstrip(".,-")
    span = Span(start, start + len(text))
    before = _MAILTO.search(plain, max(0, start - 12), start)
    if before and before[1].lower() != "mailto" and _is_mistyped(before[1], "mailto"):
        whole = Span(before.start(1), span.end)
        yield ContactMention(
            "email", text.lower(), whole.cut(plain), whole,
            f"“{before[1]}:” is no scheme; a link to an address begins with “mailto:”", correction=f"mailto:{text}",
        )  # fmt: skip
        return
    problem, correction = _bad_email(text)
    yield ContactMention("email", (correction or text).lower(), text, span, problem, correction=correction)


def _bad_email(text: str) -> tuple[str, str]:
    local, _, domain = text.partition("@")
    if ".." in domain:
        return "its domain has two dots in a row", f"{local}@{domain.replace('..', '.')}"
    if "," in domain:
        return "its domain has a comma where a dot belongs", f"{local}@{domain.replace(',', '.')}"
    if local.endswith(".") or ".." in local:
        return "its name part has a dot too many", ""
    return "", ""


def _urls(plain: str) -> Iterator[ContactMention]:
    taken = 0
    for match in _SCHEME.finditer(plain):
        if match.start() < taken:
            continue
        tail = _TAIL.match(plain, match.end())
        assert tail
        text = plain[match.start() : tail.end()].rstrip(_CLOSERS)
        taken = match.start() + len(text)
        scheme, colon = match["scheme"] or "", match["colon"] or ""
        if scheme and not _is_web(scheme):
            continue
        problem, correction = _bad_url(text, scheme, colon)
        span = Span(match.start(), taken)
        yield ContactMention("url", normal_url(correction or text), text, span, problem, correction=correction)
    for match in _BARE.finditer(plain):
        text = match.group().rstrip(_CLOSERS)
        if match.start() >= taken or plain.find("://", match.start() - 3, match.end()) < 0:
            yield ContactMention("url", normal_url(text), text, Span(match.start(), match.start() + len(text)))


def _bad_url(text: str, scheme: str, colon: str) -> tuple[str, str]:
    if not scheme:
        return ("a comma stands where a dot belongs", "www." + text[4:]) if text[3] == "," else ("", "")
    right = scheme.lower()
    if right not in {"http", "https", "ftp"}:
        right = "https" if right.endswith("s") else "http"
    rest = text[len(scheme) + len(colon) :]
    if right != scheme.lower() or colon != "://":
        return f"“{scheme}{colon}” is no scheme", f"{right}://{rest}"
    if re.match(r"https?:/", rest, re.IGNORECASE):
        return "its scheme stands twice", rest
    host = rest.partition("/")[0]
    if re.search(r"[A-Z]_|[<{\[]|%7B", host):
        return "", ""  # `https://YOUR_SERVER/` stands for an address that the reader is to fill in
    if "." not in host and ":" not in host and host.lower() != "localhost":
        return "its host has no domain", ""
    if ".." in host:
        return "its host has two dots in a row", text.replace("..", ".", 1)
    return "", ""


def _target(plain: str, mark: Mark) -> Iterator[ContactMention]:
    """What a link leads to: an address, a number to call or to text."""
    target = mark.target.strip()
    scheme, colon, rest = target.partition(":")
    span = mark.span
    place = mark.target_source
    shown = mark.span.cut(plain)
    lowered = scheme.lower()
    if not colon or not rest or shown == target:
        return
    if lowered in {"tel", "sms"}:
        field = "phone" if lowered == "tel" else "sms"
        value = normal_phone(rest.partition("?")[0].partition(";")[0])
        yield ContactMention(field, value, target, span, place=place)
    elif "@" in rest and lowered == "mailto":
        address = rest.removeprefix("//").partition("?")[0]
        problem, correction = _bad_email(address)
        fixed = f"mailto:{correction}" if correction else ""
        yield ContactMention("email", address.lower(), target, span, problem, correction=fixed, place=place)
    elif "@" in rest and _is_mistyped(scheme, "mailto"):
        problem = f"“{scheme}:” is no scheme; a link to an address begins with “mailto:”"
        yield ContactMention("email", rest.lower(), target, span, problem, correction=f"mailto:{rest}", place=place)
    elif _is_web(scheme):
        match = _SCHEME.match(target)
        problem, correction = _bad_url(target, match["scheme"] or "", match["colon"] or "") if match else ("", "")
        yield ContactMention(
            "url", normal_url(correction or target), target, span, problem, correction=correction, place=place
        )


def _is_web(scheme: str) -> bool:
    lowered = scheme.lower()
    return lowered in {"http", "https"} or (
        lowered not in _SCHEMES and (_is_mistyped(lowered, "http") or _is_mistyped(lowered, "https"))
    )


def _is_mistyped(word: str, right: str) -> bool:
    lowered = word.lower()
    return lowered not in _SCHEMES and 0 < distance(lowered, right) <= (2 if len(right) > 5 else 1)
