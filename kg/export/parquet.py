"""The tables as Parquet, for large data."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Any

from kg.errors import MissingExtraError
from kg.export.base import Settings
from kg.export.files import replacing
from kg.export.tables import COLUMNS, NUMBERS, rows
from kg.model import Dataset

_ROWS = 50_000  # rows held at once


def write_parquet(dataset: Dataset, out: Path, settings: Settings) -> list[Path]:
    """Write each table as ``.parquet``: text columns and 64-bit integers, as they are, unguarded.

    Raises
    ------
    MissingExtraError
        Where pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise MissingExtraError("writing Parquet", "parquet") from None
    paths = []
    for name, table in rows(dataset, settings.relations).items():
        types: list[tuple[str, Any]] = [
            (c, pa.int64() if c in NUMBERS else pa.string()) for c in COLUMNS[name]
        ]
        schema = pa.schema(types)
        path = out / f"{name}.parquet"
        with replacing(path) as aside, pq.ParquetWriter(aside, schema, compression="zstd") as file:
            while block := list(islice(table, _ROWS)):
                columns = [list(column) for column in zip(*block, strict=True)]
                file.write_table(pa.table(columns, schema=schema))
        paths.append(path)
    return paths
