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
    r"""Read the whole file as the body of one article without a title.

    Parameters
    ----------
    source : Source
        Its name is for messages, its base for the ids of articles that bring none.
    stream : io.BufferedReader
        Its bytes, unpacked.
    columns : mapping of str to str
        Not looked at.
    report : callable
        Not called.

    Yields
    ------
    Record
        One, with line feeds for all line ends.

    Raises
    ------
    InputError
        Where the bytes are not UTF-8 and not what a mark tells.

    Examples
    --------
    >>> import io
    >>> stream = io.BufferedReader(io.BytesIO("زار الوزير بغداد.\r\n".encode()))
    >>> [record.fields for record in records(Source("a.txt", "a.txt", "text", None), stream, {}, print)]
    [{'text': 'زار الوزير بغداد.\n'}]
    """
    text = decode(stream.read(), source.name).replace("\r\n", "\n").replace("\r", "\n")
    yield Record(source.name, {"text": text}, source.base)
