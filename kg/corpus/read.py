"""All inputs, as one stream of documents."""

from __future__ import annotations

import datetime as dt
import os
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from importlib import import_module
from io import BufferedReader
from pathlib import Path
from typing import Protocol, cast

from kg.corpus.inputs import Source, find
from kg.corpus.records import ARABIC, FIELDS, Record, Report, parse_date, to_document
from kg.errors import InputError, KgError
from kg.model import Document


class _Reader(Protocol):
    def __call__(
        self, source: Source, stream: BufferedReader, columns: Mapping[str, str], report: Report
    ) -> Iterator[Record]: ...


# Named and not imported: trafilatura and pyarrow are only paid for where they are used.
_READERS = {
    "text": ("plain", "records"),
    "html": ("webpage", "records"),
    "jsonl": ("jsonl", "records"),
    "json": ("jsonl", "whole"),
    "csv": ("table", "records"),
    "parquet": ("parquet", "records"),
    "feed": ("feed", "records"),
}
_NAMED = ("jsonl", "json", "csv", "parquet")  # kinds whose columns have names that differ


def read(
    inputs: Iterable[str | Path | Document],
    *,
    date: dt.date | str | None = None,
    columns: Mapping[str, str] | None = None,
    limit: int | None = None,
    since: dt.date | str | None = None,
    outlet: str | None = None,
    on_error: Report | None = None,
    on_bytes: Callable[[int], None] | None = None,
) -> Iterator[Document]:
    """Read articles, in the order of the inputs; files are opened as the stream gets to them.

    An article's id is the one it brings, else its file's name, with the line or row where a file holds
    several (``news.jsonl:12``). An id that comes again is reported and its article skipped; only where both
    are named after files of one name in different folders, the later one gets ``~2``.

    Parameters
    ----------
    inputs : iterable of str, Path or Document
        Files, folders, or ``-`` for standard input (plain text or JSON lines, told by the first character).
        A string of several Arabic words that names no file is the text of an article; a document is taken as
        it is.
        Kinds: .txt .html .jsonl .json .csv .tsv .parquet .rss .atom .xml, and these with .gz or .zst.
    date : datetime.date or str, optional
        Publication day of articles that bring none.
    columns : mapping of str to str, optional
        Our field (``id title text date outlet url``) to the name that the input uses.
    limit : int, optional
        Stop after so many articles.
    since : datetime.date or str, optional
        Leave out articles of earlier days. One without a date is reported.
    outlet : str, optional
        Only articles of this outlet.
    on_error : callable, optional
        Given an :class:`~kg.errors.InputError` for each input that is skipped; else the first is raised.
    on_bytes : callable, optional
        Told the size of each block read from the disk, for a progress bar.

    Yields
    ------
    Document

    Raises
    ------
    InputError
        For the first bad input, where there is no ``on_error``; for bad options in any case.

    Examples
    --------
    >>> [document] = read(["زار الوزير بغداد."], date="2024-06-25")
    >>> document.id, document.date
    ('text:1', datetime.date(2024, 6, 25))
    >>> skipped = []
    >>> list(read(["no-such.txt"], on_error=skipped.append))
    []
    >>> str(skipped[0])
    'no-such.txt: no such file or folder'
    """
    report = on_error or _raise
    names = dict(columns or {})
    if unknown := set(names) - set(FIELDS):
        raise InputError("columns", f"{min(unknown)!r} is no field of an article: {' '.join(FIELDS)}")
    fallback = parse_date(date, "date")
    first_day = parse_date(since, "since")
    taken = 0
    seen = _Ids()
    if limit is not None and limit <= 0:
        return
    for record, mapped in _records(inputs, names, report, on_bytes):
        try:
            document = to_document(record, mapped, fallback)
            if not _wanted(document, first_day, outlet, record):
                continue
            document = seen.claim(document, record)
        except InputError as error:
            report(error)
            continue
        yield document
        taken += 1
        if taken == limit:
            return


def _raise(error: InputError) -> None:
    raise error


def _wanted(document: Document, since: dt.date | None, outlet: str | None, record: Record) -> bool:
    if outlet is not None and document.outlet.casefold() != outlet.strip().casefold():
        return False
    if since is not None and document.date is None:
        problem = "has no date, so it is left out with --since: give it one, or --date for all that have none"
        raise InputError(record.source, problem, record.line)
    return since is None or document.date is None or document.date >= since


class _Ids:
    """Which ids are taken, and by what."""

    def __init__(self) -> None:
        self._taken: dict[str, str] = {}

    def claim(self, document: Document, record: Record) -> Document:
        """Return the document under an id of its own, or raise."""
        where = record.source if record.line is None else f"{record.source}:{record.line}"
        name, number = document.id, 1
        while (holder := self._taken.get(name)) is not None:
            if document.id != record.base or holder == where:
                problem = f"id {document.id[:80]!r} is taken by {holder}: an id must name one article"
                raise InputError(record.source, problem, record.line)
            number += 1
            name = f"{document.id}~{number}"
        self._taken[name] = where
        return document if number == 1 else replace(document, id=name)


def _records(
    inputs: Iterable[str | Path | Document],
    columns: Mapping[str, str],
    report: Report,
    on_bytes: Callable[[int], None] | None,
) -> Iterator[tuple[Record, Mapping[str, str]]]:
    """Yield the records of all inputs, with the column names that hold for them."""
    texts = 0
    for item in inputs:
        if isinstance(item, Document):
            yield Record("<document>", {}, item.id, None, item), {}
        elif isinstance(item, str) and _is_text(item):
            texts += 1
            yield Record(f"<text {texts}>", {"text": item}, f"text:{texts}"), {}
        else:
            yield from _in_files(item, columns, report, on_bytes)


def _is_text(given: str) -> bool:
    """Tell the text of an article from the name of a file."""
    if "\n" in given:
        return True
    return bool(ARABIC.search(given)) and " " in given.strip() and not os.path.lexists(given)


def _in_files(
    item: str | Path, columns: Mapping[str, str], report: Report, on_bytes: Callable[[int], None] | None
) -> Iterator[tuple[Record, Mapping[str, str]]]:
    """Yield the records of a file or folder; a file that fails is reported, and the next one read."""
    for source in find([item], report):
        try:
            with source.open(on_bytes) as stream:
                kind = _sniff(stream) if source.kind == "sniff" else source.kind
                module, name = _READERS[kind]
                reader = cast("_Reader", getattr(import_module(f"kg.corpus.{module}"), name))
                mapped = columns if kind in _NAMED else {}
                told = _Told(report)
                for record in reader(source, stream, mapped, told):
                    told.number += 1
                    yield record, mapped
                if told.number == 0:
                    raise InputError(source.name, "holds no article: there is nothing in it but a frame")
        except InputError as error:
            report(error)
        except KgError as error:
            report(InputError(source.name, str(error)))
        except UnicodeDecodeError as error:
            report(
                InputError(source.name, f"has bytes that are not {error.encoding.upper()}: save it as UTF-8")
            )
        except RecursionError:
            report(InputError(source.name, "is nested too deeply to be an article"))
        except (OSError, EOFError, zlib.error) as error:
            report(InputError(source.name, _unreadable(error)))


class _Told:
    """A report that counts what it is told."""

    def __init__(self, report: Report) -> None:
        self.number, self._report = 0, report

    def __call__(self, error: InputError) -> None:
        self.number += 1
        self._report(error)


def _unreadable(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return "may not be read: check its permissions"
    return f"cannot be read to its end ({error}): is it cut off?"


def _sniff(stream: BufferedReader) -> str:
    """Tell JSON lines, which begin with a brace, from plain text."""
    head = stream.peek().lstrip(b"\xef\xbb\xbf \t\r\n")
    return "jsonl" if head[:1] == b"{" else "text"
