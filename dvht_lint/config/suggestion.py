"""What somebody may have meant by a name that nobody knows."""

from __future__ import annotations

from collections.abc import Collection, Mapping

__all__ = ["did_you_mean"]

_LONGEST = 80


def did_you_mean(name: str, known: Collection[str], aliases: Mapping[str, str] | None = None) -> str:
    """`; did you mean 'statements'?` for the nearest known name, or nothing where none is near.

    Hyphens and underscores, upper and lower case count as the same; `aliases` are other names for known ones.
    """
    if not name or len(name) > _LONGEST or not known:
        return ""
    normal = _normal(name)
    meant = (aliases or {}).get(normal) or _nearest(normal, known)
    return f"; did you mean '{meant}'?" if meant else ""


def _normal(name: str) -> str:
    return name.strip().replace("_", "-").casefold()


def _nearest(normal: str, known: Collection[str]) -> str:
    from difflib import get_close_matches

    # Longer names are never near, and comparing with them would cost most.
    by_form = {_normal(k): k for k in known if abs(len(k) - len(normal)) <= 6}
    near = get_close_matches(normal, by_form, n=1, cutoff=0.65)
    return by_form[near[0]] if near else ""
