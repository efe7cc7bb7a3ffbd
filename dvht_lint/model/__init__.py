"""The words the program speaks: documents, claims, statements, sources, quantities, pairs.

Everything here is plain, frozen data. Offsets named `span` are code points: of the file for blocks,
claims, statements and sources; of the plain prose for what was read out of prose (quantities,
citations, edits). `Prose.source` leads from the second kind to the first.
"""

from __future__ import annotations

from dvht_lint.model.block import Block, BlockKind, Comment, Directive, Part, Problem, Role
from dvht_lint.model.claim import Citation, CitationKind, Claim, Statement
from dvht_lint.model.comparison import Binding, Comparison, Edge, Edit, Harm, How, Match, Pair, Reason
from dvht_lint.model.contact import Contact, ContactGroup, ContactMention
from dvht_lint.model.document import UNREAD_BIBLIOGRAPHY, Document
from dvht_lint.model.evidence import (
    Alteration,
    DeadLink,
    EvidenceChange,
    Evidenced,
    Miscited,
    Passage,
    PassageChange,
    Unbacked,
)
from dvht_lint.model.groups import (
    Leftover,
    NameGroup,
    NameMention,
    Project,
    RepeatedClaim,
    Settings,
    StaleEntry,
    Stated,
    Translation,
    Uncited,
    Work,
)
from dvht_lint.model.quantity import Kind, Period, Qualifier, Quantity
from dvht_lint.model.source import Source
from dvht_lint.model.table import Cell, Table, Value

__all__ = [
    "UNREAD_BIBLIOGRAPHY",
    "Alteration", "Binding", "Block", "BlockKind", "Cell", "Citation", "CitationKind", "Claim", "Comment", "Comparison", "Contact",
    "ContactGroup", "ContactMention", "DeadLink", "Directive", "Document", "Edge", "Edit", "EvidenceChange", "Evidenced",
    "Harm", "How", "Kind", "Leftover", "Match", "Miscited", "NameGroup", "NameMention", "Pair", "Part", "Passage",
    "PassageChange", "Period", "Problem", "Project", "Qualifier", "Quantity", "Reason", "RepeatedClaim", "Role",
    "Settings", "Source", "StaleEntry", "Stated", "Statement", "Table", "Translation", "Unbacked", "Uncited", "Value", "Work",
]  # fmt: skip
