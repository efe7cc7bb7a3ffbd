"""The configuration in force: where it is found, what wins over what, and where each value came from."""

from __future__ import annotations

from dvht_lint.config.keys import CONTACT_LISTS, CONTACT_TEXTS, DEFAULT_EXCLUDES, KEYS, OUTPUT_FORMATS, Key
from dvht_lint.config.loading import FILE_NAMES, discover, load
from dvht_lint.config.suggestion import did_you_mean
from dvht_lint.config.values import Config, FailLevel

__all__ = [
    "CONTACT_LISTS",
    "CONTACT_TEXTS",
    "DEFAULT_EXCLUDES",
    "FILE_NAMES",
    "KEYS",
    "OUTPUT_FORMATS",
    "Config",
    "FailLevel",
    "Key",
    "did_you_mean",
    "discover",
    "load",
]
