"""Plain text: one file, one article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BufferedReader

from kg.corpus.decode import decode
from kg.corpus.inputs import Source
from kg.corpus.records import Record, Report


def records(
    source: Source, stream: BufferedReader, columns: Mapping[str, str], report: Report
) -> Iterator[Record]:
    """Read the whole file as the body of one article without a title."""
    text = decode(stream.read(), source.name).replace("\r\n", "\n").replace("\r", "\n")
    yield Record(source.name, {"text": text}, source.base)
