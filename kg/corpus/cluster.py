"""The extractor on a Dask cluster, parcel by parcel, with results in input order.

Parcels are small and the function is pure, so a worker that dies costs no more than the parcels it had:
Dask gives them to others, and each result is taken once.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Any, TypeVar

from kg.corpus.runner import ExtractionError, guarded
from kg.errors import KgError, MissingExtraError
from kg.model import Document

T = TypeVar("T")

_PARCELS_A_THREAD = 3
_SECONDS_TO_CONNECT = 20
_SECONDS_FOR_A_WORKER = 300


class ClusterError(KgError):
    """The cluster cannot be reached, or does not do its work.

    Parameters
    ----------
    address : str
    problem : str
        What is wrong and what to do about it.

    Examples
    --------
    >>> str(ClusterError("tcp://host:8786", "the scheduler has no workers: start some"))
    '--scheduler tcp://host:8786: the scheduler has no workers: start some'
    """

    def __init__(self, address: str, problem: str) -> None:
        super().__init__(f"--scheduler {address}: {problem}")


def on_cluster(
    parcels: Iterable[list[Document]], setup: Callable[[], Callable[[Document], T]], address: str
) -> Generator[T | ExtractionError, None, None]:
    """Read parcels of documents on a cluster, with a bounded number of them under way.

    Parameters
    ----------
    parcels : iterable of list of Document
    setup : callable
        Makes the function that reads a document; called once in each worker process. Hashable and picklable.
    address : str
        Of the scheduler: ``tcp://host:8786``.

    Yields
    ------
    What the function gives, or the error that a document ended with; in input order.

    Raises
    ------
    ClusterError
        Where nothing answers at the address, no worker comes, or the same parcel ends several of them.
    MissingExtraError
        Where Dask is not installed.
    """
    try:
        import distributed
        from distributed import CancelledError, KilledWorker
    except ImportError:
        raise MissingExtraError("--scheduler", "dask") from None
    connect: Any = distributed.Client
    try:
        client = connect(address, timeout=_SECONDS_TO_CONNECT, set_as_default=False)
    except (OSError, ValueError) as error:
        problem = f"no Dask scheduler answers there ({error}): is it running, and is this its address?"
        raise ClusterError(address, problem) from None
    try:
        client.wait_for_workers(1, timeout=_SECONDS_FOR_A_WORKER)
        yield from _results(client, iter(parcels), setup)
    except KilledWorker as error:
        problem = f"the same articles ended several workers ({error}): give the workers more memory"
        raise ClusterError(address, problem) from None
    except TimeoutError:
        raise ClusterError(address, "the scheduler has no workers: start some") from None
    except (CancelledError, OSError) as error:
        problem = f"the scheduler is gone ({error or type(error).__name__}): start it and run again"
        raise ClusterError(address, problem) from None
    finally:
        client.close()


def _results(
    client: Any, parcels: Iterator[list[Document]], setup: Callable[[], Callable[[Document], T]]
) -> Iterator[T | ExtractionError]:
    under_way: deque[Any] = deque()
    while True:
        # Asked each time, as workers come and go.
        most = max(4, _PARCELS_A_THREAD * sum(client.nthreads().values()))
        for parcel in islice(parcels, max(1, most - len(under_way))):
            under_way.append(client.submit(_work, setup, parcel, pure=False))
        if not under_way:
            return
        yield from under_way.popleft().result()


_loading = threading.Lock()


@lru_cache(maxsize=2)
def _reader(setup: Callable[[], Callable[[Document], Any]]) -> Callable[[Document], Any]:
    return setup()


def _work(setup: Callable[[], Callable[[Document], Any]], parcel: list[Document]) -> list[Any]:
    """Read a parcel, in a worker."""
    try:
        with _loading:
            read = _reader(setup)
    except KgError as error:
        raise KgError(str(error)) from None  # plain, as not all of them can be sent
    return [guarded(read, document) for document in parcel]
