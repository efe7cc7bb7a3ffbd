"""Running the rules over their subjects; a subject that did not change is not checked twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from dvht_lint.diagnostic import Finding, Label, RuleInfo
from dvht_lint.model import Settings
from dvht_lint.records import record
from dvht_lint.session.placing import Context
from dvht_lint.text import Span

__all__ = ["Checked", "Checker", "Subject"]

Found = tuple[RuleInfo, Finding]


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """Something that rules look at, and what its findings are about. `path` is where a crash is reported."""

    value: Any
    path: str
    context: Context = field(default_factory=Context)


@record(frozen=True, slots=True)
class Checked:
    """The findings on one subject."""

    subject: Subject
    found: tuple[Found, ...]


class Checker:
    """The selected rules by what they look at, with the findings of the last run."""

    def __init__(self, rules: Sequence[RuleInfo], settings: Settings, *, crash_rule: RuleInfo | None = None) -> None:
        """`crash_rule` is DV099, under which a rule that raises is reported; without it a crash is raised."""
        self._by_type: dict[type[Any], list[RuleInfo]] = defaultdict(list)
        for rule in rules:
            self._by_type[rule.on].append(rule)
        self._settings = settings
        self._crash_rule = crash_rule
        self._memory: dict[int, tuple[Any, tuple[Found, ...]]] = {}
        self.crashed = False

    def wants(self, kind: type[Any]) -> bool:
        """Whether any selected rule looks at this kind of subject."""
        return kind in self._by_type

    def run(self, subjects: Iterable[Subject]) -> list[Checked]:
        """Check every subject; those seen in the last run (the same object) keep their findings."""
        memory: dict[int, tuple[Any, tuple[Found, ...]]] = {}
        results: list[Checked] = []
        self.crashed = False
        for subject in subjects:
            rules = self._by_type.get(type(subject.value))
            if not rules:
                continue
            key = id(subject.value)
            known = self._memory.get(key)
            found = known[1] if known is not None and known[0] is subject.value else self._check(subject, rules)
            memory[key] = (subject.value, found)
            self.crashed |= any(rule is self._crash_rule for rule, _ in found)
            if found:
                results.append(Checked(subject, found))
        self._memory = memory
        return results

    def _check(self, subject: Subject, rules: Sequence[RuleInfo]) -> tuple[Found, ...]:
        found: list[Found] = []
        for rule in rules:
            try:
                found.extend((rule, finding) for finding in rule.check(subject.value, self._settings))
            except Exception as error:
                if self._crash_rule is None:
                    raise
                message = f"the rule {rule.name} ({rule.code}) crashed: {type(error).__name__}: {error}"
                label = Label(subject.path, Span(0, 0))
                found.append((self._crash_rule, Finding(message, at=label, key=rule.code)))
        return tuple(found)
