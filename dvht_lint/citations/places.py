"""Places of publication as imprints give them."""

from __future__ import annotations

import re

from dvht_lint.citations.words import cities, countries, has_body_noun, regions

__all__ = ["is_place"]


def is_place(text: str) -> bool:
    """Whether a text is a place as imprints give them: "Vienna, Austria", "Washington, DC", "New York"."""
    parts = [p.strip(" .") for p in re.sub(r"\bD\.\s?C\.?", "DC", text).split(",")]
    if not 1 <= len(parts) <= 3 or not all(parts) or len(text) > 60:
        return False
    city, *rest = parts
    if (
        not re.fullmatch(r"(?:(?:St|Ft|Mt)\. )?[^\W\d_](?:[^\W\d_]|[ '’-]|\s(?:&|and)\s)*\.?", city)
        or not city[0].isupper()
    ):
        return False
    if not rest:
        return (
            any(c.strip() in cities() for c in re.split(r"\s(?:and|&)\s", city)) or city.removesuffix(" DC") in cities()
        )
    if has_body_noun(city) and not any(p in regions() or p in countries() for p in rest):
        return False  # "Beacon Press, Boston"
    return all(p in regions() or p in countries() or p + "." in regions() or p in cities() for p in rest)
