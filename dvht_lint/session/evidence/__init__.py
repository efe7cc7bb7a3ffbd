"""What sources say: which passage of the evidence backs a statement, and which figures none does.

    pages -> sentences (an index) -> candidates of a statement -> one comparison each -> what backs every figure

The session hands in pages that were read elsewhere; nothing here touches the disk.
"""

from dvht_lint.session.evidence.copies import Copy, CopyKey
from dvht_lint.session.evidence.evidence import EvidenceGraph

__all__ = ["Copy", "CopyKey", "EvidenceGraph"]
