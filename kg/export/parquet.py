"""The tables as Parquet, for large data."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

from kg.errors import MissingExtraError
from kg.export.base import Settings
from kg.export.files import replacing
from kg.export.tables import COLUMNS, NUMBERS, Row, rows
from kg.model import Dataset

_ROWS = 50_000  # rows held at once


def write_parquet(dataset: Dataset, out: Path, settings: Settings) -> list[Path]:
    """Write each table as ``.parquet``: text columns and 64-bit integers, as they are, unguarded.

    Parameters
    ----------
    dataset : Dataset
        What is written.
    out : Path
        Folder; made where it is missing.
    settings : Settings
        Relation types, for their codes.

    Returns
    -------
    list of Path
        A file a table, named after it.

    Raises
    ------
    ExportError
        Where a file cannot be written; an earlier one stays as it was.
    MissingExtraError
        Where pyarrow is not installed.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from pyarrow.parquet import read_table
    >>> from kg.model import Actor
    >>> cairo = Actor("cairo", "place", "القاهرة", "Cairo")
    >>> with TemporaryDirectory() as folder:
    ...     actors, *_ = write_parquet(Dataset((), (cairo,), (), ()), Path(folder), Settings({}))
    ...     actors.name, read_table(actors)["name_ar"].to_pylist()
    ('actors.parquet', ['القاهرة'])
    """
    paths = []
    for name, table in rows(dataset, settings.relations).items():
        path = out / f"{name}.parquet"
        blocks = arrow_blocks(name, table)
        first = next(blocks)
        from pyarrow.parquet import ParquetWriter

        with replacing(path) as aside, ParquetWriter(aside, first.schema, compression="zstd") as file:
            for block in chain([first], blocks):
                file.write_table(block)
        paths.append(path)
    return paths


def arrow_blocks(name: str, table: Iterator[Row]) -> Iterator[Any]:
    """Give the rows of a table in Arrow tables of some ten thousand rows, one at least.

    Parameters
    ----------
    name : str
        Of the table: a key of :data:`~kg.export.tables.COLUMNS`.
    table : iterator of tuple
        Its rows, in that order of cells.

    Yields
    ------
    pyarrow.Table
        Text columns, and 64-bit integers for :data:`~kg.export.tables.NUMBERS`.

    Raises
    ------
    MissingExtraError
        Where pyarrow is not installed.

    Examples
    --------
    >>> [block] = arrow_blocks("mentions", iter([("a", "cairo", 4, 11, "القاهرة")]))
    >>> block.num_rows, str(block.schema.field("start").type)
    (1, 'int64')
    """
    try:
        import pyarrow as pa
    except ImportError:
        raise MissingExtraError("writing Parquet", "parquet") from None
    fields: list[tuple[str, Any]] = [(c, pa.int64() if c in NUMBERS else pa.string()) for c in COLUMNS[name]]
    schema = pa.schema(fields)
    block = list(islice(table, _ROWS))
    while True:
        columns = [list(column) for column in zip(*block, strict=True)] or [[] for _ in fields]
        yield pa.table(columns, schema=schema)
        if not (block := list(islice(table, _ROWS))):
            return
