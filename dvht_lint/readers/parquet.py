"""Parquet files as the JSON Lines they stand for. Needs the extra `scan`."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence

from dvht_lint.errors import MissingExtraError
from dvht_lint.model import Problem
from dvht_lint.text import Span

__all__ = ["parquet_as_json_lines"]


def parquet_as_json_lines(
    data: bytes, columns: Sequence[str], required: Sequence[str]
) -> tuple[str, tuple[Problem, ...]]:
    """One line a row with these columns, in this order; or the problem that the file is broken or lacks one."""
    try:
        from pyarrow import ArrowException, parquet
    except ImportError:
        raise MissingExtraError("reading Parquet", "scan") from None
    try:
        file = parquet.ParquetFile(io.BytesIO(data))
        present = [name for name in columns if name in file.schema_arrow.names]
        missing = [name for name in required if name not in present]
        if missing:
            message = f"the file must have the columns id, claim, statement: {', '.join(missing)} is missing"
            return "", (Problem("DV003", message, Span(0, 0), fatal=True),)
        lines = [
            json.dumps(row, ensure_ascii=False, default=str)
            for batch in file.iter_batches(columns=present)
            for row in batch.to_pylist()
        ]
    except (ArrowException, OSError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        return "", (Problem("DV002", f"not a Parquet file that can be read: {reason}", Span(0, 0), fatal=True),)
    return "".join(f"{line}\n" for line in lines), ()
