"""CSV files with a header line; the separator (comma, semicolon, tab) is the one the header uses."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from io import BufferedReader, TextIOWrapper

from kg.corpus.decode import advice, foreign, mark
from kg.corpus.inputs import Source
from kg.corpus.records import Record, Report, missing_text
from kg.errors import InputError

_BROKEN = re.compile("[\udc80-\udcff]")


def records(
    source: Source, stream: BufferedReader, columns: Mapping[str, str], report: Report
) -> Iterator[Record]:
    r"""Read a row as an article; one with broken bytes or too many cells is reported and skipped.

    Parameters
    ----------
    source : Source
        Its name is for messages, its base for the ids of articles that bring none.
    stream : io.BufferedReader
        Its bytes, unpacked.
    columns : mapping of str to str
        Our field to the name of the input's column, for those that differ; only ``text`` is looked up here.
    report : callable
        Given an :class:`~kg.errors.InputError` for each row that is skipped.

    Yields
    ------
    Record
        With the line that its row begins on; the header is line 1.

    Raises
    ------
    InputError
        Where the header is missing or names no column of texts, or the encoding is not UTF-8 and no mark
        tells it.

    Examples
    --------
    >>> import io
    >>> stream = io.BufferedReader(io.BytesIO("title;text\nقمة;زار الوزير بغداد.\n".encode()))
    >>> [record.fields for record in records(Source("a.csv", "a.csv", "csv", None), stream, {}, print)]
    [{'title': 'قمة', 'text': 'زار الوزير بغداد.'}]
    """
    csv.field_size_limit(2**31 - 1)
    text = _text(source, stream)
    header = text.readline()
    if not header.strip():
        raise InputError(source.name, "is empty: the first line must name the columns")
    separator = max(",;\t", key=header.count)
    names = next(csv.reader([header], delimiter=separator))
    if columns.get("text", "text") not in names:
        raise InputError(source.name, missing_text(names, columns), 1)
    rows = csv.reader(text, delimiter=separator, strict=True)
    line = 2
    while True:
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            report(InputError(source.name, f"is not CSV ({error}): check its quotes", line))
            cells = []
        where, line = line, rows.line_num + 2
        if not cells:
            continue
        if len(cells) != len(names):
            counts = f"has {len(cells)} cells where the header names {len(names)}"
            report(InputError(source.name, f"{counts}: check quotes and separators", where))
        elif any(_BROKEN.search(cell) for cell in cells):
            report(InputError(source.name, advice(b""), where))
        else:
            yield Record(source.name, dict(zip(names, cells, strict=True)), f"{source.base}:{where}", where)


def _text(source: Source, stream: BufferedReader) -> TextIOWrapper:
    """Decode as it is read; bytes that are not UTF-8 come through as surrogates, so that a row can tell."""
    head = stream.peek()
    encoding, _ = mark(head)
    if encoding == "utf-8" and foreign(head):
        raise InputError(source.name, advice(head), 1)
    named = {"utf-8": "utf-8-sig"}.get(encoding, encoding[:6])
    return TextIOWrapper(stream, encoding=named, errors="surrogateescape", newline="")
