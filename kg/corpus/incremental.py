"""Brings the state of an output folder up to date with an input: reads what is new or changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from kg.corpus.codec import content_hash, encode_document, encode_extraction
from kg.corpus.runner import Extract, ExtractionError, apply
from kg.corpus.state import Reading, State, pack
from kg.errors import KgError
from kg.model import Document


class ExtractorSetup(Protocol):
    """Makes an extractor, and tells which; :class:`kg.corpus.runner.Setup` is one."""

    def __call__(self) -> Extract:
        """Make it."""

    def program(self) -> str:
        """Tell it from others: :func:`kg.corpus.program.fingerprint`."""


@dataclass(slots=True)
class Changes:
    """What a build did to the state, in documents.

    Parameters
    ----------
    new : int
        Read, and not in the state before.
    again : int
        Read again, as the document or the program is another.
    kept : int
        As they were.
    dropped : int
        Forgotten, as this build did not see them; :func:`update` itself forgets none.

    Examples
    --------
    >>> Changes(new=2, kept=3).seen
    5
    """

    new: int = 0
    again: int = 0
    kept: int = 0
    dropped: int = 0

    @property
    def seen(self) -> int:
        """Documents of the input that are in the state now."""
        return self.new + self.again + self.kept


@dataclass(frozen=True, slots=True)
class _Packing:
    """Makes a function from a document to a row of the state: all that is costly happens in the worker."""

    setup: ExtractorSetup

    def __call__(self) -> Callable[[Document], Reading]:
        program, extract = self.setup.program(), self.setup()
        return lambda document: pack(document, encode_extraction(extract(document)), program)


def update(
    state: State,
    documents: Iterable[Document],
    setup: ExtractorSetup,
    *,
    workers: int = 1,
    scheduler: str | None = None,
    on_error: Callable[[ExtractionError], None] | None = None,
    on_done: Callable[[], None] = lambda: None,
) -> Changes:
    """Read the documents that the state does not have as they are now, and keep what was read.

    A document is known by its id, and told from what it was before by a hash of all its fields and of the
    program. Interrupted at any moment, the next call goes on where this one ended.

    Parameters
    ----------
    state : State
    documents : iterable of Document
    setup : ExtractorSetup
    workers : int
        Processes.
    scheduler : str, optional
        Address of a Dask cluster to work on, in place of processes here.
    on_error : callable, optional
        Given an :class:`~kg.corpus.runner.ExtractionError` for each document the extractor fails on; else the
        first is raised. What the state held of such a document stays.
    on_done : callable, optional
        Called after each document.

    Returns
    -------
    Changes

    Raises
    ------
    KgError
        As :func:`kg.corpus.run`, and where a worker of the cluster runs another program.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> from kg.corpus.state import opened
    >>> from kg.model import Extraction
    >>> class Nothing:  # in place of kg.corpus.runner.Setup, which loads the ontologies
    ...     def program(self): return "nothing"
    ...     def __call__(self): return lambda document: Extraction(document, (), (), ())
    >>> with TemporaryDirectory() as folder, opened(Path(folder)) as state:
    ...     update(state, [Document("a", "زار الوزير مصر.")], Nothing())
    ...     update(state, [Document("a", "زار الوزير مصر.")], Nothing())
    Changes(new=1, again=0, kept=0, dropped=0)
    Changes(new=0, again=0, kept=1, dropped=0)
    """
    program = setup.program()
    changes = Changes()
    places: dict[str, tuple[int, bool]] = {}

    def unread() -> Iterator[Document]:
        for place, document in enumerate(documents):
            known = state.known(document)
            if known == (content_hash(encode_document(document)), program):
                state.place(document.id, place)
                changes.kept += 1
                on_done()
            else:
                places[document.id] = place, known is None
                yield document

    for reading in _read(unread(), setup, program, workers, scheduler, on_error):
        place, is_new = places.pop(reading.id)
        state.put(reading, place)
        changes.new += is_new
        changes.again += not is_new
        on_done()
    return changes


def renew(
    state: State,
    setup: ExtractorSetup,
    *,
    workers: int = 1,
    scheduler: str | None = None,
    on_error: Callable[[ExtractionError], None] | None = None,
) -> int:
    """Read again what another program read and the input did not bring; options as for :func:`update`.

    Parameters
    ----------
    state : State
    setup : ExtractorSetup
    workers : int
        Processes.
    scheduler : str, optional
        Address of a Dask cluster.
    on_error : callable, optional
        What the state held of a document that it is called for stays.

    Returns
    -------
    int
        How many documents.

    Raises
    ------
    KgError
        As :func:`update`.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> from kg.corpus.state import opened
    >>> from kg.model import Extraction
    >>> class Nothing:  # in place of kg.corpus.runner.Setup, which loads the ontologies
    ...     def program(self): return "nothing"
    ...     def __call__(self): return lambda document: Extraction(document, (), (), ())
    >>> with TemporaryDirectory() as folder:
    ...     with opened(Path(folder)) as state:
    ...         state.put(pack(Document("a", "زار الوزير مصر."), b'[[],[],[],[],""]', "older"), 0)
    ...     with opened(Path(folder)) as state:
    ...         renew(state, Nothing())
    1
    """
    program = setup.program()
    done = 0
    for reading in _read(state.outdated(program), setup, program, workers, scheduler, on_error):
        state.renew(reading)
        done += 1
    return done


def _read(
    documents: Iterable[Document],
    setup: ExtractorSetup,
    program: str,
    workers: int,
    scheduler: str | None,
    on_error: Callable[[ExtractionError], None] | None,
) -> Iterator[Reading]:
    packing = _Packing(setup)
    for reading in apply(documents, packing, workers=workers, scheduler=scheduler, on_error=on_error):
        if reading.program != program:
            raise KgError("a worker runs another version of kg, or other ontologies: give all the same")
        yield reading
