"""Which pages are one page in several languages, by the conventions of the common site builders.

`page.fr.md` beside `page.md`, `fr/page.md` beside `en/page.md` or `page.md`, and pages whose front matter shares a key
(`translationKey`, `ref`, `permalink`) under different languages (`lang`, `language`, `locale`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from dvht_lint.model import Document

__all__ = ["language_of", "language_of_path", "paired"]

_CODES = frozenset(
    (
        "ar bg bn ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr ht hu hy id is it ja ka km ko lt lv mk ml mr ms mt my"
        " ne nl no nb nn pa pl pt ro ru sk sl so sq sr sv sw ta te th tl tr uk ur uz vi zh zu"
    ).split()
)
"""The languages of ISO 639-1 that pages are translated into."""
_WORDS = frozenset("is it no id so he my".split())
"""Codes that are English words too: `what_is.md` is no Icelandic."""
_SUFFIX = re.compile(r"(?P<stem>[^/]+?)(?P<mark>[._])(?P<code>[a-z]{2})(?:[-_][A-Za-z]{2,4})?(?P<end>\.[a-z]+)$")
_FOLDER = re.compile(r"(?:^|(?<=/))(?P<code>[a-z]{2})(?:[-_][A-Za-z]{2,4})?/")
_TAG = re.compile(r"[A-Za-z]{2}(?:[-_]|$)")
_KEYS = ("translationKey", "translationkey", "translation_key", "ref", "permalink")
_LANGUAGE_KEYS = ("lang", "language", "locale")
_ORIGINAL = "en"
"""The language that is the original where no page is without a language in its name."""


def language_of_path(path: str) -> str:
    """The language that a file's name or folder gives: `es` for `page.es.md` and `es/page.md`; empty where none does."""
    return next((code for code, _ in _variants(path) if code not in _WORDS), "")


def language_of(document: Document) -> str:
    """The language that a page says it is in, by its front matter or its place; empty where it says none."""
    said = (str(document.metadata.get(key, "")) for key in _LANGUAGE_KEYS)
    named = next((tag for tag in (*said, document.language) if _TAG.match(tag)), "")
    return (named or language_of_path(document.path))[:2].lower()


def paired(documents: Mapping[str, Document]) -> dict[str, str]:
    """The original of each translation, by the translation's path."""
    found: dict[str, str] = {}
    for pages in (*_by_path(documents), *_by_key(documents.values())):
        bare, english = pages.get(""), pages.get(_ORIGINAL)
        original = english if bare is None or english else bare
        if original is None:
            continue
        for path in pages.values():
            if path != original and path not in found and found.get(original) != path:
                found[path] = original
    return {path: original for path, original in found.items() if original not in found}


def _by_path(paths: Iterable[str]) -> Iterator[dict[str, str]]:
    """The pages that have one name but for their language, by language; empty for the page that names none."""
    paths = tuple(paths)
    there = set(paths)
    groups: dict[str, dict[str, str]] = defaultdict(dict)
    for path in paths:
        for code, base in _variants(path):
            groups[base].setdefault(code, path)
    for base, pages in groups.items():
        if base in there:
            pages[""] = base
        if len(pages) > 1:
            yield pages


def _variants(path: str) -> Iterator[tuple[str, str]]:
    """The languages that a path may name, each with the path without it."""
    suffix = _SUFFIX.search(path)
    if suffix and suffix["code"] in _CODES and not (suffix["mark"] == "_" and suffix["code"] in _WORDS):
        yield suffix["code"], path[: suffix.start()] + suffix["stem"] + suffix["end"]
    for folder in _FOLDER.finditer(path):
        if folder["code"] in _CODES:
            yield folder["code"], path[: folder.start()] + path[folder.end() :]


def _by_key(documents: Iterable[Document]) -> Iterator[dict[str, str]]:
    """The pages whose front matter shares a key, by language, where each is in another one."""
    groups: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for document in documents:
        key = next((name for name in _KEYS if document.metadata.get(name)), "")
        if key:
            groups[key.casefold().replace("_", ""), str(document.metadata[key])].append(
                (language_of(document), document.path)
            )
    for members in groups.values():
        pages = dict(members)
        if len(members) > 1 and len(pages) == len(members):
            if not {"", _ORIGINAL} & set(pages):
                pages = {"" if i == 0 else code: path for i, (code, path) in enumerate(members)}
            yield pages
