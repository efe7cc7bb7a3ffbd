"""Citations as people write them, read into CSL-JSON fields with their places in the file."""

from __future__ import annotations

from dvht_lint.citations.parse import parse_citation, resolve_short_forms, source_id

__all__ = ["parse_citation", "resolve_short_forms", "source_id"]
