"""Which rules run, at which severity, in which file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from fnmatch import fnmatch

from dvht_lint.config import Config
from dvht_lint.diagnostic import RuleInfo, Severity
from dvht_lint.errors import ConfigurationError, UsageError
from dvht_lint.records import record

__all__ = ["Selection", "resolve", "select", "suggestion"]

_WHOLE = "DV"


@record(frozen=True, slots=True)
class Selection:
    """The rules in force; `ignored` are further codes by file pattern (a leading `!` turns a pattern round).

    Patterns start from `root`, the configuration's folder.
    """

    rules: tuple[RuleInfo, ...]
    severities: Mapping[str, Severity]
    ignored: Mapping[str, frozenset[str]]
    root: str = "."

    def silences(self, code: str, path: str) -> bool:
        """Whether per-file-ignores silence a rule in a file; `path` is as shown, relative to the working folder."""
        patterns = [pattern for pattern, codes in self.ignored.items() if code in codes]
        if not patterns:
            return False
        names = {path.rsplit("/", 1)[-1], _from_root(path, self.root)}
        return any(
            any(fnmatch(name, pattern.removeprefix("!")) for name in names) is not pattern.startswith("!")
            for pattern in patterns
        )


def _from_root(path: str, root: str) -> str:
    """A path relative to the configuration's folder; where it is on another drive, as it is."""
    try:
        return os.path.relpath(path, root).replace(os.sep, "/")
    except ValueError:
        return path


def resolve(selector: str, rules: Sequence[RuleInfo]) -> frozenset[str]:
    """The codes that a code, a prefix or a name stands for; empty where it stands for none.

    `DV`, `DV5` and `ALL` are prefixes, `DV501` a code, `number-drift` a name; case does not matter.
    """
    wanted = selector.strip()
    if wanted.upper() in {"ALL", _WHOLE}:
        return frozenset(r.code for r in rules)
    upper = wanted.upper()
    if upper.startswith(_WHOLE) and upper[len(_WHOLE) :].isdigit():
        return frozenset(r.code for r in rules if r.code.startswith(upper))
    return frozenset(r.code for r in rules if r.name == wanted.lower())


def select(config: Config, rules: Sequence[RuleInfo]) -> Selection:
    """Apply select, extend-select, ignore, severity and per-file-ignores.

    A more specific selector wins over a less specific one, as in ruff: `--select DV5 --ignore DV501` drops one
    rule, `--ignore DV5 --select DV501` keeps it. Raises `UsageError` or `ConfigurationError` for a selector that
    stands for no rule.
    """
    chosen: dict[str, tuple[int, bool]] = {}
    layers = (
        ("select", config.select, True),
        ("extend-select", config.extend_select, True),
        ("ignore", config.ignore, False),
        ("extend-ignore", config.extend_ignore, False),
    )
    for key, selectors, keep in layers:
        for index, selector in enumerate(selectors):
            for code in _known(config, rules, selector, key, index):
                rank = _specificity(selector)
                if code not in chosen or rank >= chosen[code][0]:
                    chosen[code] = (rank, keep)
    kept = tuple(r for r in rules if chosen.get(r.code, (0, False))[1])
    severities: dict[str, Severity] = {}
    for selector in sorted(config.severity, key=_specificity):
        for code in _known(config, rules, selector, "severity", selector):
            severities[code] = config.severity[selector]
    ignored = {
        pattern: frozenset().union(*(_known(config, rules, s, "per-file-ignores", pattern) for s in selectors))
        for pattern, selectors in config.ignores_by_file.items()
    }
    return Selection(kept, severities, ignored, str(config.root))


def _specificity(selector: str) -> int:
    upper = selector.strip().upper()
    if upper in {"ALL", _WHOLE}:
        return 0
    return len(upper) if upper.startswith(_WHOLE) else len("DV501")


def _known(config: Config, rules: Sequence[RuleInfo], selector: str, key: str, step: str | int) -> frozenset[str]:
    codes = resolve(selector, rules)
    if codes:
        return codes
    message = f"unknown rule {selector!r} in {key}" + suggestion(selector, rules)
    place = config.place(key, step)
    if place is not None:
        raise ConfigurationError(message, str(config.path), place.line, place.column)
    raise UsageError(message)


def suggestion(selector: str, rules: Iterable[RuleInfo]) -> str:
    """`; did you mean 'DV501'?` for the nearest code or name, or where to find them all."""
    names = [n for r in rules for n in (r.code, r.name)]
    near = get_close_matches(selector, names, n=1, cutoff=0.6) or get_close_matches(
        selector.upper(), names, n=1, cutoff=0.6
    )
    return f"; did you mean {near[0]!r}?" if near else "; `dvht-lint rule --all` lists them"
