"""What an output folder holds beside its files: every document read so far, and what was read in it.

``OUT/.kg/state.sqlite`` is an SQLite database, so that a build that is killed at any moment leaves whole
documents and no half ones; ``OUT/.kg/lock`` is locked while a build works, by the operating system, which
lets go of it when the process ends, however it ends.
"""

from __future__ import annotations

import shutil
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from kg.corpus.codec import Decoder, content_hash, decode_document, encode_document
from kg.errors import KgError
from kg.model import Document, Extraction

FOLDER = ".kg"
_VERSION = 1
_ROWS_A_COMMIT = 100
_SCHEMA = f"""
CREATE TABLE IF NOT EXISTS documents (
    id BLOB PRIMARY KEY,      -- of the document, UTF-8
    hash BLOB NOT NULL,       -- of the document as it was read
    program TEXT NOT NULL,    -- that read it
    build INTEGER NOT NULL,   -- that saw it last
    place INTEGER NOT NULL,   -- in the input of that build
    document BLOB NOT NULL,   -- packed
    extraction BLOB NOT NULL  -- packed
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS documents_in_order ON documents (build, place);
PRAGMA user_version = {_VERSION};
"""


class StateError(KgError):
    """The state of an output folder cannot be read or written.

    Parameters
    ----------
    path : Path
        Of the file or folder; the text names the folder to remove where the database is broken.
    error : Exception
        What was raised.
    """

    def __init__(self, path: Path, error: Exception) -> None:
        text = (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
        if any(word in text for word in ("full", "I/O", "space")):
            advice = "is the disk full? Free some space and run again: what was read until now is kept"
        elif "malformed" in text or "not a database" in text:
            advice = f"remove {path.parent} and build again"
        else:
            advice = "check its permissions, or choose another folder with -o"
        super().__init__(f"{path}: {text}: {advice}")


class BusyError(KgError):
    """Another build writes into the folder.

    Parameters
    ----------
    out : Path
        The output folder.
    """

    def __init__(self, out: Path) -> None:
        super().__init__(
            f"{out}: another kg build is writing into this folder: wait until it is done, or choose another"
            " folder with -o"
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """A document and what was read in it, ready to be kept.

    Parameters
    ----------
    id : str
        Of the document.
    hash : bytes
        :func:`~kg.corpus.codec.content_hash` of the document.
    program : str
        :func:`~kg.corpus.program.fingerprint` of what read it.
    document, extraction : bytes
        Encoded, and packed by zlib.
    """

    id: str
    hash: bytes
    program: str
    document: bytes
    extraction: bytes


def pack(document: Document, extraction: bytes, program: str) -> Reading:
    """Make a row of the state.

    Parameters
    ----------
    document : Document
    extraction : bytes
        By :func:`~kg.corpus.codec.encode_extraction`.
    program : str
        :func:`~kg.corpus.program.fingerprint` of what read it.

    Returns
    -------
    Reading

    Examples
    --------
    >>> reading = pack(Document("a", "زار الوزير بغداد."), b'[[],[],[],[],""]', "rules")
    >>> reading.id, zlib.decompress(reading.extraction)
    ('a', b'[[],[],[],[],""]')
    """
    encoded = encode_document(document)
    packed = zlib.compress(encoded, 1), zlib.compress(extraction, 1)
    return Reading(document.id, content_hash(encoded), program, *packed)


class State:
    """The documents of an output folder. Use :func:`opened` to get one.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> document = Document("a", "زار الوزير بغداد.")
    >>> with TemporaryDirectory() as folder, opened(Path(folder)) as state:
    ...     state.put(pack(document, b'[[],[],[],[],""]', "rules"), 0)
    ...     [extraction.document.text for extraction in state.extractions()]
    ['زار الوزير بغداد.']
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._told():
            self._database = sqlite3.connect(path, isolation_level=None)
            self._database.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._database.execute("PRAGMA synchronous = NORMAL")
            found = self._database.execute("PRAGMA user_version").fetchone()[0]
            if found not in (0, _VERSION):
                problem = f"was written by another version of kg: remove {path.parent} and build again"
                raise KgError(f"{path}: {problem}")
            if not found:
                self._database.executescript(_SCHEMA)
            (last,) = self._database.execute("SELECT MAX(build) FROM documents").fetchone()
            self._database.execute("BEGIN")
        self._build = (last or 0) + 1
        self._changes = 0

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what the database raises into an error that says what to do."""
        try:
            yield
        except sqlite3.Error as error:
            raise StateError(self._path, error) from error

    def close(self) -> None:
        """Keep what was put, and close."""
        with self._told():
            try:
                if self._database.in_transaction:  # not after the disk was full
                    self._database.execute("COMMIT")
            finally:
                self._database.close()

    def commit(self) -> None:
        """Have what was put outlive this process."""
        with self._told():
            self._database.execute("COMMIT")
            self._database.execute("BEGIN")

    def _changed(self) -> None:
        self._changes += 1
        if self._changes % _ROWS_A_COMMIT == 0:
            self.commit()

    def known(self, document: Document) -> tuple[bytes, str] | None:
        """Hash and program of the document that is kept under this id.

        Parameters
        ----------
        document : Document

        Returns
        -------
        (bytes, str) or None
            ``None`` where none is.
        """
        with self._told():
            found: tuple[bytes, str] | None = self._database.execute(
                "SELECT hash, program FROM documents WHERE id = ?", (_key(document.id),)
            ).fetchone()
        return found

    def place(self, doc_id: str, place: int) -> None:
        """Note where the input of this build has a document that is kept as it is.

        Parameters
        ----------
        doc_id : str
        place : int
            Counted from 0.
        """
        with self._told():
            self._database.execute(
                "UPDATE documents SET build = ?, place = ? WHERE id = ?", (self._build, place, _key(doc_id))
            )
            self._changed()

    def put(self, reading: Reading, place: int) -> None:
        """Keep what was read in a document, in place of what it said before.

        Parameters
        ----------
        reading : Reading
        place : int
            Where the input of this build has it, counted from 0.
        """
        r = reading
        row = (_key(r.id), r.hash, r.program, self._build, place, r.document, r.extraction)
        with self._told():
            self._database.execute("INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?)", row)
            self._changed()

    def renew(self, reading: Reading) -> None:
        """Keep a new reading of a document that this build did not see, in its old place.

        Parameters
        ----------
        reading : Reading
        """
        row = (reading.program, reading.extraction, _key(reading.id))
        with self._told():
            self._database.execute("UPDATE documents SET program = ?, extraction = ? WHERE id = ?", row)
            self._changed()

    def drop_unseen(self) -> int:
        """Forget the documents that this build did not see, and tell how many they were.

        Returns
        -------
        int
        """
        with self._told():
            return self._database.execute("DELETE FROM documents WHERE build < ?", (self._build,)).rowcount

    def outdated(self, program: str) -> Iterator[Document]:
        """Documents that another program read, and that this build did not see.

        Parameters
        ----------
        program : str
            The one at work now.

        Yields
        ------
        Document
        """
        query = "SELECT id FROM documents WHERE program != ? AND build < ? ORDER BY build, place"
        with self._told():
            ids = self._database.execute(query, (program, self._build)).fetchall()
        for row in ids:
            with self._told():
                found = self._database.execute("SELECT document FROM documents WHERE id = ?", row).fetchone()
            yield decode_document(zlib.decompress(found[0]))

    def extractions(self) -> Iterator[Extraction]:
        """All that is kept: first what this build did not see, then its input in order.

        Yields
        ------
        Extraction
        """
        decoder = Decoder()
        query = "SELECT document, extraction FROM documents ORDER BY build, place"
        with self._told():
            for document, extraction in self._database.execute(query):
                yield decoder.extraction(
                    zlib.decompress(extraction), decode_document(zlib.decompress(document))
                )

    def __len__(self) -> int:
        with self._told():
            return int(self._database.execute("SELECT COUNT(*) FROM documents").fetchone()[0])


@contextmanager
def opened(out: Path) -> Iterator[State]:
    """Open the state of an output folder for one build, and keep others out until it is done.

    Parameters
    ----------
    out : Path
        The folder; made where it is missing, and removed again where nothing was put.

    Yields
    ------
    State

    Raises
    ------
    BusyError
        Where another build works on it.
    StateError
        Where it cannot be read or written.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     with opened(Path(folder)) as state:
    ...         state.put(pack(Document("a", "قمة"), b'[[],[],[],[],""]', "rules"), 0)
    ...     with opened(Path(folder)) as state:
    ...         len(state)
    1
    """
    folder = out / FOLDER
    new = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / "lock")
        lock.acquire(timeout=0)
    except Timeout:
        raise BusyError(out) from None
    except OSError as error:
        raise StateError(folder, error) from error
    empty = False
    try:
        state = State(folder / "state.sqlite")
        try:
            yield state
        finally:
            empty = len(state) == 0
            state.close()
    finally:
        if new and empty:
            shutil.rmtree(folder, ignore_errors=True)
        lock.release()
        if new and empty and not any(out.iterdir()):
            out.rmdir()


def _key(doc_id: str) -> bytes:
    return doc_id.encode("utf-8", "surrogatepass")
