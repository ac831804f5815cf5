"""The extractor over many documents, in this process or in several, with results in input order."""

from __future__ import annotations

import gc
import itertools
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import dataclass
from multiprocessing.context import SpawnContext, SpawnProcess
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from kg.errors import KgError
from kg.model import Document, Extraction

if TYPE_CHECKING:
    from multiprocessing.queues import SimpleQueue

    from kg.lexicon import Lexicon

T = TypeVar("T")
Extract: TypeAlias = Callable[[Document], Extraction]

# Enough work a parcel to make sending it cheap, little enough that the last one leaves no process idle.
_PARCEL_CHARS = 60_000
_PARCEL_DOCUMENTS = 64
_PARCELS_A_WORKER = 3
_PATIENCE = 1.0  # seconds between two looks at whether all workers live


class ExtractionError(KgError):
    """The extractor failed on one document: a fault of the program, not of the text.

    Parameters
    ----------
    doc_id : str
    problem : str
        What was raised, and where.
    """

    def __init__(self, doc_id: str, problem: str) -> None:
        self.doc_id, self.problem = doc_id, problem
        super().__init__(f"{doc_id}: the article was skipped because of a fault in the program: {problem}")

    def __reduce__(self) -> tuple[type[ExtractionError], tuple[str, str]]:
        return type(self), (self.doc_id, self.problem)


class WorkerError(KgError):
    """A worker process ended before its work was done."""

    def __init__(self) -> None:
        super().__init__(
            "a worker process ended before its work was done. It may have been killed for lack of memory: "
            "use fewer --workers. In a script, call kg under: if __name__ == '__main__':"
        )


@dataclass(frozen=True, slots=True)
class Setup:
    """What a process needs to make its own extractor.

    Parameters
    ----------
    ontologies : Path or None
        Folder in place of the ontologies shipped.
    actors : tuple of Path
        More actor files.
    recognizer : str
        ``rules`` or ``camel``.
    model : str or None
        Of the recogniser.
    """

    ontologies: Path | None = None
    actors: tuple[Path, ...] = ()
    recognizer: str = "rules"
    model: str | None = None

    @classmethod
    def of(cls, lexicon: Lexicon | None, recognizer: str, model: str | None) -> Setup:
        """Have the same read where a lexicon is not at hand; what is shipped is found anew everywhere."""
        from kg.lexicon import ontology_dir

        if lexicon is None:
            return cls(None, (), recognizer, model)
        shipped = lexicon.directory == ontology_dir().resolve()
        return cls(None if shipped else lexicon.directory, lexicon.extra_actors, recognizer, model)

    def __call__(self) -> Extract:
        """Load the lexicon and the recogniser, and bind them."""
        from kg import lexicon
        from kg.actors.recognizer import load_recognizer
        from kg.extract import extract

        knowledge = lexicon.load(self.ontologies, self.actors)
        # These are read when first used; a fault in them is no fault of the first article.
        _ = knowledge.actors, knowledge.titles, knowledge.morphology
        recognizer = load_recognizer(self.recognizer, self.model)
        return lambda document: extract(document, knowledge, recognizer)

    def program(self) -> str:
        """Tell what the extractor depends on besides the document, as a hash."""
        from kg.corpus.program import fingerprint
        from kg.lexicon import ontology_dir

        return fingerprint(self.ontologies or ontology_dir(), self.actors, self.recognizer, self.model)


def run(
    documents: Iterable[Document],
    *,
    lexicon: Lexicon | None = None,
    recognizer: str = "rules",
    model: str | None = None,
    workers: int = 1,
    on_error: Callable[[ExtractionError], None] | None = None,
) -> Iterator[Extraction]:
    """Extract from each document; results come in the order of the documents, whatever ``workers``.

    Documents are taken from the stream as they are needed, a few parcels ahead of the results, so memory does
    not grow with their number.

    Parameters
    ----------
    documents : iterable of Document
    lexicon : Lexicon, optional
        The ontologies; those shipped where not given. Other processes load them from the same files.
    recognizer : {'rules', 'camel'}
    model : str, optional
        Name or folder of the recogniser's model.
    workers : int
        Processes; 1 works in this one.
    on_error : callable, optional
        Given an :class:`ExtractionError` for each document the extractor fails on; else the first is raised.

    Yields
    ------
    Extraction

    Raises
    ------
    KgError
        For a fault in the ontologies, or where the recogniser's data is missing.
    WorkerError
        Where a worker process was killed.

    Examples
    --------
    >>> list(run([]))
    []
    """
    setup = Setup.of(lexicon, recognizer, model)
    yield from apply(documents, setup, workers=workers, on_error=on_error)


def apply(
    documents: Iterable[Document],
    setup: Callable[[], Callable[[Document], T]],
    *,
    workers: int = 1,
    scheduler: str | None = None,
    on_error: Callable[[ExtractionError], None] | None = None,
) -> Iterator[T]:
    """Apply the function that ``setup`` makes, an extractor or the like, to each document; see :func:`run`.

    Parameters
    ----------
    documents : iterable of Document
    setup : callable
        Called once in each process; for several it must be picklable.
    workers : int
    scheduler : str, optional
        Address of a Dask cluster to work on, in place of processes here.
    on_error : callable, optional

    Yields
    ------
    What the function gives.

    Raises
    ------
    KgError
        Where ``workers`` is less than 1, a worker is killed, the cluster fails, or the function raises one.
    ExtractionError
        For the first document that the function fails on, where there is no ``on_error``.

    Examples
    --------
    >>> list(apply([Document("a", "زار بغداد"), Document("b", "قمة")], lambda: lambda d: len(d.text)))
    [9, 3]
    """
    if workers < 1:
        raise KgError(f"workers: {workers} is not a number of processes: use 1 or more")
    stream = iter(documents)
    first = next(stream, None)
    if first is None:
        return
    stream = itertools.chain([first], stream)
    results: Generator[T | ExtractionError, None, None]
    if scheduler is not None:
        from kg.corpus.cluster import on_cluster

        results = on_cluster(parcels(stream), setup, scheduler)
    else:
        results = _here(stream, setup) if workers == 1 else _elsewhere(stream, setup, workers)
    with closing(results):  # so that no process waits for the collector where something is raised
        for result in results:
            if not isinstance(result, ExtractionError):
                yield result
            elif on_error is None:
                raise result
            else:
                on_error(result)


def _here(
    documents: Iterable[Document], setup: Callable[[], Callable[[Document], T]]
) -> Generator[T | ExtractionError, None, None]:
    read = setup()
    for document in documents:
        yield guarded(read, document)


def _elsewhere(
    documents: Iterable[Document], setup: Callable[[], Callable[[Document], T]], workers: int
) -> Generator[T | ExtractionError, None, None]:
    """Work in processes, with a bounded number of parcels under way.

    Processes are spawned, not forked: a fork would copy the locks of whatever threads the caller, the
    progress bar or a numeric library has running.
    """
    waiting = parcels(documents)
    context = _Spawning()
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_start, initargs=(setup,))
    under_way: deque[Future[list[T | ExtractionError]]] = deque()
    broken = False
    try:
        for parcel in itertools.islice(waiting, workers * _PARCELS_A_WORKER):
            under_way.append(pool.submit(_work, parcel))
        setup()  # a fault in the ontologies is told here, by its own name, and not by a broken pool
        while under_way:
            results = _answer(under_way.popleft(), context)
            for parcel in itertools.islice(waiting, 1):
                under_way.append(pool.submit(_work, parcel))
            yield from results
    except (BrokenProcessPool, WorkerError):
        broken = True
        raise WorkerError from None
    finally:
        if broken or context.lost():
            context.end()
            _let_go(pool)
        # Also where the caller stops early or presses Ctrl-C: what has not begun is dropped.
        pool.shutdown(wait=True, cancel_futures=True)
        context.end()


def _let_go(pool: ProcessPoolExecutor) -> None:
    """End the wait of a pool for a parcel half written to workers that are gone.

    Pythons before 3.11.5 keep the other end of that pipe open themselves, and write for ever
    (https://github.com/python/cpython/issues/94777).
    """
    queue = getattr(pool, "_call_queue", None)
    if queue is not None:
        queue._reader.close()


def _answer(future: Future[list[T]], context: _Spawning) -> list[T]:
    """Wait for a parcel, or for the end of a worker that the pool does not see.

    One that is killed while it writes leaves half an answer, and the pool waits for the other half for ever.
    """
    while True:
        try:
            return future.result(timeout=_PATIENCE)
        except TimeoutError:
            if context.lost():
                raise WorkerError from None


class _Spawning(SpawnContext):
    """Keeps the processes it makes: a pool forgets one that was being started while another was killed."""

    def __init__(self) -> None:
        super().__init__()
        self._made: list[SpawnProcess] = []
        self._answers: SimpleQueue[Any] | None = None

    def Process(self, *arguments: Any, **named: Any) -> SpawnProcess:  # type: ignore[override]  # noqa: N802
        self._made.append(SpawnProcess(*arguments, **named))
        return self._made[-1]

    def SimpleQueue(self) -> SimpleQueue[Any]:  # noqa: N802
        self._answers = super().SimpleQueue()
        return self._answers

    def lost(self) -> bool:
        """Tell whether a process has ended."""
        return any(process.pid is not None and process.exitcode is not None for process in self._made)

    def end(self) -> None:
        """End those that are left, and with them whatever waits for their answers."""
        for process in self._made:
            if process.pid is not None:
                process.kill()
                process.join()
        if self._answers is not None:
            self._answers.close()


def parcels(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Group documents into parcels of work, in order.

    Examples
    --------
    >>> [len(parcel) for parcel in parcels([Document("a", "قمة")] * 100)]
    [64, 36]
    """
    parcel: list[Document] = []
    size = 0
    for document in documents:
        parcel.append(document)
        size += len(document.text)
        if size >= _PARCEL_CHARS or len(parcel) >= _PARCEL_DOCUMENTS:
            yield parcel
            parcel, size = [], 0
    if parcel:
        yield parcel


def guarded(read: Callable[[Document], T], document: Document) -> T | ExtractionError:
    """Read a document, or say what went wrong where it is a fault of the program.

    Examples
    --------
    >>> guarded(lambda document: len(document.text), Document("a", "قمة"))
    3
    """
    try:
        return read(document)
    except KgError as error:
        # Raised on purpose, so not for this document alone; plain, as not all of them can be sent.
        raise KgError(str(error)) from None
    except Exception as error:
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        where = ""
        if trace is not None:
            code = trace.tb_frame.f_code
            where = f" ({Path(code.co_filename).name}:{trace.tb_lineno}, {code.co_name})"
        return ExtractionError(document.id, f"{type(error).__name__}: {error}{where}")


_read: Callable[[Document], Any] | None = None  # of this worker process


def _start(setup: Callable[[], Callable[[Document], Any]]) -> None:
    """Prepare a worker process: Ctrl-C is the parent's to handle, and no worker outlives it."""
    global _read
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    _read = setup()
    relax_collector()


def relax_collector() -> None:
    """Look for reference cycles less often, in a process that does nothing but build.

    Extractions are many small records that live to the end and hold no cycles: walking over them again and
    again took an eighth of the time of 3,000 articles.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _work(parcel: list[Document]) -> list[Any]:
    if _read is None:
        raise RuntimeError("the worker was not prepared")
    return [guarded(_read, document) for document in parcel]
