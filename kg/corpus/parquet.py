"""Parquet files, by batches of the columns that are wanted."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from io import BufferedReader
from typing import IO, Any

from kg.corpus.inputs import Source
from kg.corpus.records import FIELDS, Record, Report, missing_text
from kg.errors import InputError, MissingExtraError

_BATCH = 1_000


def records(
    source: Source, stream: BufferedReader, columns: Mapping[str, str], report: Report
) -> Iterator[Record]:
    """Read a row as an article; rows are counted from 1.

    Parameters
    ----------
    source : Source
        Its name is for messages, its base for the ids of articles that bring none.
    stream : io.BufferedReader
        Its bytes, unpacked.
    columns : mapping of str to str
        Our field to the name of the input's column, for those that differ.
    report : callable
        Not called.

    Yields
    ------
    Record
        Of the columns that are wanted and there.

    Raises
    ------
    InputError
        Where the file is no Parquet, or has no column of texts.
    MissingExtraError
        Where pyarrow is not installed.

    Examples
    --------
    >>> import io, pyarrow
    >>> from pyarrow.parquet import write_table
    >>> write_table(pyarrow.table({"body": ["زار الوزير بغداد."]}), file := io.BytesIO())
    >>> source, stream = Source("a.parquet", "a.parquet", "parquet", None), io.BufferedReader(file)
    >>> [record.fields for record in records(source, stream, {"text": "body"}, print)]
    [{'body': 'زار الوزير بغداد.'}]
    """
    try:
        import pyarrow
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise MissingExtraError("Reading Parquet files", "parquet") from None
    try:
        table: Any = ParquetFile(_unpacked(stream) if source.packed else stream)
        wanted = [name for f in FIELDS if (name := columns.get(f, f)) in table.schema_arrow.names]
        if columns.get("text", "text") not in wanted:
            raise InputError(source.name, missing_text(table.schema_arrow.names, columns))
        row = 0
        for batch in table.iter_batches(batch_size=_BATCH, columns=wanted):
            for fields in batch.to_pylist():
                row += 1
                yield Record(source.name, fields, f"{source.base}:{row}", row)
    except pyarrow.ArrowException as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise InputError(source.name, f"is not a readable Parquet file ({reason})") from None


def _unpacked(stream: BufferedReader) -> IO[bytes]:
    """Parquet is read from its end: a packed file is unpacked aside first."""
    aside = tempfile.TemporaryFile()  # noqa: SIM115  (lives as long as the reader)
    while block := stream.read(1 << 20):
        aside.write(block)
    aside.seek(0)
    return aside
