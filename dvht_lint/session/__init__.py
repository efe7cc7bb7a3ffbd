"""The session: the one place that knows the order in which the stages run.

    update(path, bytes) -> Document -> claims -> pairs -> comparisons -> subjects -> findings -> diagnostics

`check` is a session with one update a file; a language server is the same session with an update a keystroke.
What an update leaves alone is not done again: documents are read once, claims are matched again only where a
changed statement could win them, comparisons and rules run again only on what changed.
"""

from dvht_lint.session.graph import Session
from dvht_lint.session.selection import Selection, resolve, select

__all__ = ["Selection", "Session", "resolve", "select"]
