"""From one record of any reader to a checked :class:`kg.model.Document`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from kg.errors import InputError
from kg.model import Document

FIELDS = ("id", "title", "text", "date", "outlet", "url")
Report = Callable[[InputError], None]

ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")
_BLANK = " \t\r\n\v\f\u00a0\ufeff\u200b\u200c\u200d\u200e\u200f"
_SURROGATE = re.compile("[\ud800-\udfff]")
_NO_DAY, _NO_TIME = "0000-00-00", " 00:00:00"
# Relative dates (next year, the last century) must stay within what datetime can hold.
_YEARS = range(1800, 2201)


@dataclass(frozen=True, slots=True)
class Record:
    """One article as a reader found it, before any check.

    Parameters
    ----------
    source : str
        The file, as messages show it.
    fields : mapping of str to object
        Values by the names that the input uses.
    base : str
        Id for where the record brings none.
    line : int or None
        Line (or row) of the file.
    document : Document or None
        What the caller made already; the fields are not looked at then.

    Examples
    --------
    >>> Record("a.jsonl", {"text": "زار الوزير بغداد."}, "a.jsonl:1", 1).fields["text"]
    'زار الوزير بغداد.'
    """

    source: str
    fields: Mapping[str, object]
    base: str
    line: int | None = None
    document: Document | None = None


def to_document(record: Record, columns: Mapping[str, str], date: dt.date | None = None) -> Document:
    r"""Check a record and make a document of it.

    Parameters
    ----------
    record : Record
    columns : mapping of str to str
        From our field names to those of the input, for those that differ.
    date : datetime.date, optional
        Publication day of a record that brings none.

    Returns
    -------
    Document

    Raises
    ------
    InputError
        Where there is nothing Arabic to read, or a value is not what its field says.

    Examples
    --------
    >>> to_document(Record("a.jsonl", {"title": "قمة", "text": "التقى"}, "a.jsonl:1", 1), {}).text
    'قمة\n\nالتقى'
    """
    if (document := record.document or _assemble(record, columns)).date is None and date is not None:
        document = replace(document, date=date)
    if not document.text.strip(_BLANK):
        raise InputError(record.source, "is empty: there is no text to read", record.line)
    if not ARABIC.search(document.text):
        raise InputError(record.source, "has no Arabic letters: kg reads Arabic text", record.line)
    return document


def _assemble(record: Record, columns: Mapping[str, str]) -> Document:
    if columns.get("text", "text") not in record.fields:
        raise InputError(record.source, missing_text(list(record.fields), columns), record.line)
    value = {name: _text(record, name, columns.get(name, name)) for name in FIELDS if name != "date"}
    title = value["title"] if value["title"].strip() else ""
    text = f"{title}\n\n{value['text']}" if title else value["text"]
    day = parse_date(record.fields.get(columns.get("date", "date")), record.source, record.line)
    name, outlet, url = (value[field].strip() for field in ("id", "outlet", "url"))
    return Document(name or record.base, text, title, day, outlet, url)


def missing_text(found: list[str], columns: Mapping[str, str]) -> str:
    """Say which column was looked for, which there are, and how to name the right one.

    Parameters
    ----------
    found : list of str
        The columns there are.
    columns : mapping of str to str
        From our field names to those of the input.

    Returns
    -------
    str

    Examples
    --------
    >>> missing_text(["headline", "body"], {})
    "has no 'text'; found: headline, body. Say which one holds the article with --columns text=NAME"
    """
    wanted = columns.get("text", "text")
    names = ", ".join(str(f) for f in found[:12] if f is not None) or "none"
    return f"has no {wanted!r}; found: {names}. Say which one holds the article with --columns text=NAME"


def parse_date(value: object, source: str, line: int | None = None) -> dt.date | None:
    """Read a publication date: an ISO day or datetime, or a date object.

    The day is the one written, in the zone it is written in.

    Parameters
    ----------
    value : object
        ``None``, blank text and the zero date of MySQL mean no date.
    source : str
    line : int, optional
        For the message.

    Returns
    -------
    datetime.date or None

    Raises
    ------
    InputError
        Where the value is neither.

    Examples
    --------
    >>> parse_date("2024-06-25T23:10:00+03:00", "a.csv")
    datetime.date(2024, 6, 25)
    """
    if value is None or (isinstance(value, str) and value.strip().removeprefix(_NO_DAY) in ("", _NO_TIME)):
        return None
    day: dt.date | None = None
    if isinstance(value, dt.date):
        day = value.date() if isinstance(value, dt.datetime) else value
    elif isinstance(value, str):
        try:
            day = dt.datetime.fromisoformat(value.strip()).date()
        except ValueError:
            day = None
    if day is None or day.year not in _YEARS:
        raise InputError(source, f"date {str(value)[:40]!r} is not a day: write it as YYYY-MM-DD", line)
    return day


def _text(record: Record, name: str, column: str) -> str:
    """Take a value as text; numbers serve as ids, a missing value is empty."""
    value = record.fields.get(column)
    if value is None or (isinstance(value, float) and value != value):
        return ""
    if isinstance(value, int | float) and name == "id" and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        kind = type(value).__name__
        raise InputError(record.source, f"{column!r} holds a {kind} where text is wanted", record.line)
    # A lone half of a surrogate pair cannot be written in any file; its stand-in keeps every offset.
    return _SURROGATE.sub("\ufffd", value)
