"""What a work came out in: journals, newspapers and proceedings, told from publishers by their words."""

from __future__ import annotations

import re
from functools import cache

from dvht_lint.citations.places import is_place
from dvht_lint.citations.words import is_acronym

__all__ = ["abbreviated_venue", "is_meeting", "is_periodical", "is_venue"]


@cache
def _periodical() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:journal|review|quarterly|magazine|times|post|herald|tribune|gazette|lancet|newsletter|chronicle|guardian"
        r"|bulletin|transactions|annals|archives of)\b(?!.*\bpress\b)|\brecord$|\bletters$",
        re.IGNORECASE,
    )


@cache
def _short_periodical() -> re.Pattern[str]:
    """Journals as NLM and ISO 4 abbreviate them: a lone `J`, or a first word cut short ("Am J", "Ann Intern Med")."""
    return re.compile(
        r"(?:^|[A-Z]\w* )J\b\.?(?= [A-Z]|$)|^(?:[A-Z]{2,6} )?(?:Ann|Arch|Bull|Trans|Rev|Proc|Acta)\b\.?(?= [A-Z])|\b(?:Rev|Bull)\.?$"
    )


@cache
def _meeting() -> re.Pattern[str]:
    return re.compile(
        r"\bproceedings\b|\bproc\b\.?|\bsymposium\b|\bworkshop\b|\b(?:conference|congress) on\b|\b(?:conference|conf\.?)$"
        r"|\bint\.?(?:ernational)? conf\b",
        re.IGNORECASE,
    )


def is_periodical(words: str) -> bool:
    """Whether a text names a journal, magazine or newspaper, in full or abbreviated."""
    return bool(_periodical().search(words) or _short_periodical().search(words))


def is_meeting(words: str) -> bool:
    """Whether a text names a conference or its proceedings."""
    return bool(_meeting().search(words))


def is_venue(words: str) -> bool:
    """Whether a text names a periodical or a meeting; what has a colon in it is a title."""
    return ": " not in words and (is_periodical(words) or is_meeting(words))


def abbreviated_venue(words: str) -> bool:
    """Whether a text is a journal's or meeting's name with shortened words: "Proc. Int. Conf. Data Eng.", "IEEE Data Eng. Bull."."""
    tokens = words.split()
    stopped = [t for t in tokens if re.fullmatch(r"[A-Z][a-z]{0,5}\.", t)]
    return (
        len(tokens) >= 2
        and (len(stopped) > 1 or (bool(stopped) and is_venue(words)))
        and all(t[0].isupper() or t in ("of", "and", "on", "the", "in", "for", "&") for t in tokens)
        and all(t in stopped or not t.endswith(".") or is_acronym(t) for t in tokens)
        and not any(is_place(part) for part in re.split(r"\.\s+", words))
    )
