"""An id is named that nothing in the project has.

Why: A claim that points to a missing statement, or a statement that points to a missing source, rests on nothing,
although it looks cited.

Fails: `statement: hotline-2012` where only `hotline-2011` is defined; `sources: [polaris]` without such a source;
`[@polaris]` without such an entry in the bibliography; "(Polaris, 2011)" where the list of references has Polaris of 2012
alone, "Polaris et al. (2012b)" where it has 2012a.

Passes: ids that another file of the project defines; references that come in through aliases and `<<`. Author and year in
brackets in a document without a list of references, where the list is plainly of other works, with a link of its own, or
of a law or judgment; a name that resembles no entry, unless the list answers nearly all others.

Fix: Correct the id (the nearest one is suggested), or define what it names.
"""

from __future__ import annotations

from collections.abc import Iterator

from dvht_lint.diagnostic import Finding
from dvht_lint.model import Document, Settings
from dvht_lint.rules.base import rule
from dvht_lint.rules.documents import reported


@rule("DV005", "dangling-reference", on=Document)
def check(document: Document, settings: Settings) -> Iterator[Finding]:
    """Report each id that leads nowhere."""
    del settings
    return reported(document, "DV005")
