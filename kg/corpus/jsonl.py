"""JSON lines (one object a line), and JSON files that hold one object or a list of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from io import BufferedReader

from kg.corpus.decode import advice, decode, foreign, mark
from kg.corpus.inputs import Source
from kg.corpus.records import Record, Report
from kg.errors import InputError


def records(
    source: Source, stream: BufferedReader, columns: Mapping[str, str], report: Report
) -> Iterator[Record]:
    r"""Read an object a line; a line that is none is reported, and the next one read.

    Parameters
    ----------
    source : Source
        Its name is for messages, its base for the ids of articles that bring none.
    stream : io.BufferedReader
        Its bytes, unpacked.
    columns : mapping of str to str
        Not looked at: a record keeps the names of the input.
    report : callable
        Given an :class:`~kg.errors.InputError` for each line that is no object.

    Yields
    ------
    Record
        With the number of its line, from 1; empty lines are counted and passed over.

    Raises
    ------
    InputError
        Where all lines are empty, or the encoding is not UTF-8 and no mark tells it.

    Examples
    --------
    >>> import io
    >>> stream = io.BufferedReader(io.BytesIO('{"text": "زار الوزير بغداد."}\nزار\n'.encode()))
    >>> list(records(Source("a.jsonl", "a.jsonl", "jsonl", None), stream, {}, print))[0].fields
    a.jsonl:2: is not JSON (Expecting value: line 1 column 1 (char 0)); the line is cut off
    {'text': 'زار الوزير بغداد.'}
    """
    any_line = False
    for number, line in enumerate(_lines(source, stream), 1):
        if not line.strip():
            continue
        any_line = True
        try:
            fields = _parse(line, source, number)
        except InputError as error:
            report(error)
            continue
        yield Record(source.name, fields, f"{source.base}:{number}", number)
    if not any_line:
        raise InputError(source.name, "is empty: there is no line to read")


def whole(
    source: Source, stream: BufferedReader, columns: Mapping[str, str], report: Report
) -> Iterator[Record]:
    """Read a file that is one JSON value: an article or a list of articles.

    Parameters
    ----------
    source : Source
        Its name is for messages, its base for the ids of articles that bring none.
    stream : io.BufferedReader
        Its bytes, unpacked.
    columns : mapping of str to str
        Not looked at: a record keeps the names of the input.
    report : callable
        Given an :class:`~kg.errors.InputError` for each item of the list that is no object.

    Yields
    ------
    Record

    Raises
    ------
    InputError
        Where the file is not JSON, or its encoding is not UTF-8 and no mark tells it.

    Examples
    --------
    >>> import io
    >>> stream = io.BufferedReader(io.BytesIO('[{"text": "زار بغداد."}, {"text": "وصل عمان."}]'.encode()))
    >>> [record.base for record in whole(Source("a.json", "a.json", "json", None), stream, {}, print)]
    ['a.json:1', 'a.json:2']
    """
    text = decode(stream.read(), source.name)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        problem = f"is not JSON ({_why(error)}); a file with an object on each line is named .jsonl"
        raise InputError(source.name, problem, line) from None
    if not isinstance(value, list):
        value = [value]
    for number, item in enumerate(value, 1):
        base = f"{source.base}:{number}"
        if isinstance(item, dict):
            yield Record(source.name, item, base)
        else:
            report(InputError(source.name, f"item {number} of the list is not an object with a text"))


def _lines(source: Source, stream: BufferedReader) -> Iterator[bytes]:
    """Lines as UTF-8 bytes, whatever the mark at the beginning says."""
    first = stream.readline()
    encoding, skip = mark(first)
    if encoding != "utf-8":
        yield from decode(first + stream.read(), source.name).encode("utf-8", "replace").split(b"\n")
        return
    if foreign(first):
        raise InputError(source.name, advice(first), 1)
    yield first[skip:]
    yield from stream


def _parse(line: bytes, source: Source, number: int) -> dict[str, object]:
    text = decode(line, source.name, number)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        cut = "" if text.rstrip().endswith("}") else "; the line is cut off"
        raise InputError(source.name, f"is not JSON ({_why(error)}){cut}", number) from None
    if not isinstance(value, dict):
        hint = f'an object was expected, with a text: {{"text": ...}}, not a {type(value).__name__}'
        raise InputError(source.name, hint, number)
    return value


def _why(error: Exception) -> str:
    return str(error) if isinstance(error, ValueError) else "nested too deeply"
