"""From what a user names (files, folders, ``-``) to the sources to read, in a fixed order."""

from __future__ import annotations

import gzip
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

from kg.corpus.records import Report
from kg.errors import InputError, MissingExtraError

STDIN = "-"
_PACKED = (".gz", ".zst")
_BLOCK = 1 << 16
# A folder with these is what a build wrote, not what one reads.
_OURS = ("actors.csv", "mentions.csv", "events.csv")
_KINDS = {
    ".txt": "text", ".text": "text", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".csv": "csv", ".tsv": "csv",
    ".parquet": "parquet", ".rss": "feed", ".atom": "feed", ".xml": "feed",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """One stream of bytes to read.

    Parameters
    ----------
    name : str
        As messages show it.
    base : str
        Stem of the ids of its articles: the file's name, with the folders below the one that was given.
    kind : str
        ``text``, ``html``, ``jsonl``, ``json``, ``csv``, ``parquet``, ``feed`` or ``sniff``.
    path : Path or None
        ``None`` for standard input.

    Examples
    --------
    >>> Source("news.csv.gz", "news.csv.gz", "csv", Path("news.csv.gz")).packed
    True
    """

    name: str
    base: str
    kind: str
    path: Path | None

    @property
    def packed(self) -> bool:
        """Whether the file is compressed."""
        return self.path is not None and self.path.suffix.lower() in _PACKED

    def open(self, count: Callable[[int], None] | None = None) -> io.BufferedReader:
        """Open for reading, unpacked; ``count`` is told the size of each block taken from the disk.

        Parameters
        ----------
        count : callable, optional
            Not called for Parquet that is not packed, which is not read from beginning to end.

        Returns
        -------
        io.BufferedReader

        Raises
        ------
        OSError
            Where the file cannot be opened.
        MissingExtraError
            For ``.zst``, where zstandard is not installed.

        Examples
        --------
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     path = Path(folder, "a.txt.gz")
        ...     _ = path.write_bytes(gzip.compress("قمة".encode()))
        ...     with Source("a.txt.gz", "a.txt.gz", "text", path).open() as stream:
        ...         stream.read().decode()
        'قمة'
        """
        if self.path is None:
            return _buffered(_Counted(sys.stdin.buffer, count))
        if self.kind == "parquet" and not self.packed:
            return self.path.open("rb")
        raw = _buffered(_Counted(self.path.open("rb"), count))
        if not self.packed:
            return raw
        inner = gzip.GzipFile(fileobj=raw) if self.path.suffix.lower() == ".gz" else _Zstandard(raw)
        return _buffered(inner)


class _Counted(io.RawIOBase):
    """A raw file that reports how much was read, for a progress bar, and leaves standard input open."""

    def __init__(self, inner: IO[bytes], count: Callable[[int], None] | None) -> None:
        self._inner, self._count = inner, count

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast("bytearray", buffer))
        data = self._inner.read(len(view))
        view[: len(data)] = data
        if self._count is not None:
            self._count(len(data))
        return len(data)

    def close(self) -> None:
        if self._inner is not sys.stdin.buffer:
            self._inner.close()
        super().close()


class _Zstandard(io.RawIOBase):
    """Unpacks Zstandard, any number of frames; the library's own stream takes a cut file for a whole one."""

    def __init__(self, packed: IO[bytes]) -> None:
        try:
            import zstandard
        except ImportError:
            raise MissingExtraError("Reading .zst files", "zstd") from None
        self._library, self._packed = zstandard, packed
        self._frame = self._new_frame()
        self._begun, self._ready = False, memoryview(b"")

    def _new_frame(self) -> Any:
        return self._library.ZstdDecompressor().decompressobj()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast("bytearray", buffer))
        while not self._ready and self._advance():
            pass
        part, self._ready = self._ready[: len(view)], self._ready[len(view) :]
        view[: len(part)] = part
        return len(part)

    def _advance(self) -> bool:
        """Unpack one more block; false at the end of the file."""
        rest = b""
        if self._frame.eof:
            rest = self._frame.unused_data
            self._frame, self._begun = self._new_frame(), False
        block = rest or self._packed.read(_BLOCK)
        if not block:
            if self._begun:
                raise EOFError("the last frame is not complete")
            return False
        try:
            self._ready = memoryview(self._frame.decompress(block))
        except self._library.ZstdError as error:
            raise OSError(str(error)) from None
        self._begun = True
        return True

    def close(self) -> None:
        self._packed.close()
        super().close()


def find(inputs: Iterable[str | Path], report: Report) -> Iterator[Source]:
    """Name the sources of all inputs: in the order given, those of a folder by name.

    Inside a folder, hidden files, those of other kinds, and what an earlier build wrote are passed over; what
    is named but is of no known kind, or does not exist, is reported.

    Parameters
    ----------
    inputs : iterable of str or Path
    report : callable
        Given an :class:`InputError` for each input that is none.

    Yields
    ------
    Source

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "b.csv.gz").touch(), Path(folder, "a.txt").touch(), Path(folder, "c.pdf").touch()
    ...     [(source.base, source.kind) for source in find([folder], print)]
    [('a.txt', 'text'), ('b.csv.gz', 'csv')]
    """
    for item in inputs:
        if str(item) == STDIN:
            yield Source("<stdin>", "stdin", "sniff", None)
            continue
        path = Path(item)
        if os.path.isdir(path):  # noqa: PTH112  (these do not raise for a name that no disk can hold)
            yield from _in_folder(path, report)
        elif not os.path.exists(path):  # noqa: PTH110
            report(InputError(str(item), "no such file or folder"))
        elif (kind := _kind(path)) is None:
            known = " ".join(sorted(_KINDS))
            report(InputError(str(item), f"is of no kind that kg reads: {known}, and these with .gz or .zst"))
        else:
            yield Source(str(item), path.name, kind, path)


def measure(inputs: Iterable[str | Path]) -> int:
    """Bytes on disk of all that :func:`find` would name, for a progress bar; standard input counts 0.

    Parameters
    ----------
    inputs : iterable of str or Path
        As for :func:`find`; what does not exist, or is of no kind that is read, counts 0.

    Returns
    -------
    int
        Bytes, of packed files as they are packed.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "a.txt").write_bytes("قمة".encode())
    ...     measure([folder, "-"])
    6
    """
    sources = find(inputs, lambda _: None)
    return sum(s.path.stat().st_size for s in sources if s.path is not None and s.path.is_file())


def _in_folder(folder: Path, report: Report) -> Iterator[Source]:
    found = False
    for path in _walk(folder, report):
        kind = _kind(path)
        if kind is not None and kind != "sniff":
            found = True
            yield Source(str(path), path.relative_to(folder).as_posix(), kind, path)
    if not found:
        report(InputError(str(folder), "holds no file that kg reads"))


def _walk(folder: Path, report: Report) -> Iterator[Path]:
    try:
        entries = sorted(p for p in folder.iterdir() if not p.name.startswith("."))
    except OSError as error:
        report(InputError(str(folder), f"cannot be listed ({error.strerror}): check its permissions"))
        return
    if {p.name for p in entries}.issuperset(_OURS):
        return
    for path in entries:
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path, report)
        elif path.is_file():
            yield path


def _kind(path: Path) -> str | None:
    """Kind by the name; a name without suffix (a pipe, ``/dev/stdin``) is sniffed."""
    suffix = path.suffix.lower()
    if suffix in _PACKED:
        suffix = path.with_suffix("").suffix.lower()
    return _KINDS.get(suffix) if suffix else "sniff"


def _buffered(raw: object) -> io.BufferedReader:
    return io.BufferedReader(cast("io.RawIOBase", raw), _BLOCK)
