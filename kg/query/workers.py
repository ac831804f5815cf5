"""Processes of Oxigraph's server that answer one query at a time each.

Oxigraph looks at the clock only when it goes back to the store, and one query may take all the memory there
is. So each query has a process to itself: to end the process is to end the query, and no other one.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kg.errors import KgError

MOST = 16
"""Processes at once; further queries wait."""

_START_SECONDS = 30.0
_HERE = "127.0.0.1"


class ServeError(KgError):
    """A server that cannot be started, with what to do about it.

    Examples
    --------
    >>> str(ServeError("the server did not start: no message"))
    'the server did not start: no message'
    """


class Worker:
    """One process of the server, read-only.

    Parameters
    ----------
    binary : str
    store : Path
    memory : int
        Bytes that it may take (on Linux).

    Raises
    ------
    ServeError
        Where it does not answer; with what it said.
    """

    def __init__(self, binary: str, store: Path, memory: int) -> None:
        with socket.create_server((_HERE, 0)) as probe:
            self.address: tuple[str, int] = probe.getsockname()
        with tempfile.TemporaryFile() as messages:
            bind = "{}:{}".format(*self.address)
            # A group of its own: Ctrl-C is for us, who then end it.
            self._process = subprocess.Popen(
                [binary, "serve-read-only", "--location", str(store), "--bind", bind],
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=messages, process_group=0,
            )  # fmt: skip
            _limit(self._process.pid, memory)
            if not self._answers():
                self.end()
                messages.seek(0)
                said = messages.read().decode(errors="replace").strip() or "no message"
                raise ServeError(f"the server did not start: {said}")

    def lives(self) -> bool:
        """Tell whether it still runs.

        Returns
        -------
        bool
        """
        return self._process.poll() is None

    def end(self) -> None:
        """End it and whatever it is doing; it only reads, so that nothing can break."""
        self._process.kill()
        self._process.wait()

    def _answers(self) -> bool:
        end = time.monotonic() + _START_SECONDS
        while self.lives() and time.monotonic() < end:
            try:
                socket.create_connection(self.address, timeout=1).close()
                return self.lives()
            except OSError:
                time.sleep(0.005)
        return False


class Workers:
    """The processes: started when they are wanted, kept for the next query, replaced when they died.

    Parameters
    ----------
    binary : str
        Of the server.
    store : Path
    memory : int, optional
        Bytes that each may take; an eighth of the machine's where not given.

    Attributes
    ----------
    closed : bool
        Whether all have been ended for good.

    Raises
    ------
    ServeError
        Where not even one can be started.

    Examples
    --------
    >>> from pyoxigraph import Store
    >>> from kg.query.serve import find_server
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     Store(folder).flush()
    ...     workers = Workers(find_server(), Path(folder))
    ...     with workers.one(5) as worker:
    ...         alive = worker.lives()
    ...     workers.close()
    ...     alive, worker.lives(), workers.closed
    (True, False, True)
    """

    def __init__(self, binary: str, store: Path, memory: int | None = None) -> None:
        self.memory = memory or _memory_of_machine() // 8
        self._binary, self._store = binary, store
        self._changed = threading.Condition()
        self._all: set[Worker] = set()
        self.closed = False
        self._starting = 0
        self._idle = [self._new()]

    @contextmanager
    def one(self, seconds: float) -> Iterator[Worker | None]:
        """Give a process that does nothing else, or ``None`` where none gets free in so many seconds.

        Parameters
        ----------
        seconds : float

        Yields
        ------
        Worker or None

        Raises
        ------
        ServeError
            Where a further one cannot be started.
        """
        worker = self._take(seconds)
        try:
            yield worker
        finally:
            with self._changed:
                if worker is not None:
                    if worker.lives():
                        self._idle.append(worker)
                    else:
                        self._all.discard(worker)
                    self._changed.notify()

    def close(self) -> None:
        """End them all."""
        with self._changed:
            self.closed = True
            for worker in self._all:
                worker.end()
            self._changed.notify_all()

    def _take(self, seconds: float) -> Worker | None:
        with self._changed:
            self._changed.wait_for(self._ready, seconds)
            while self._idle and not self.closed:
                worker = self._idle.pop()
                if worker.lives():
                    return worker
                self._all.discard(worker)
            if self.closed or self._busy() >= MOST:
                return None
            self._starting += 1
        try:
            return self._new()
        finally:
            with self._changed:
                self._starting -= 1
                self._changed.notify()

    def _ready(self) -> bool:
        return bool(self.closed or self._idle or self._busy() < MOST)

    def _busy(self) -> int:
        return len(self._all) + self._starting

    def _new(self) -> Worker:
        worker = Worker(self._binary, self._store, self.memory)
        with self._changed:
            self._all.add(worker)
            if self.closed:
                worker.end()
        return worker


def _memory_of_machine() -> int:
    if sys.platform == "win32":
        return 8 << 30
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def _limit(process: int, memory: int) -> None:
    """Keep a process from taking the machine down."""
    if sys.platform != "linux":
        return
    import resource

    with suppress(OSError, ValueError):  # it is ending already, or a lower limit holds
        resource.prlimit(process, resource.RLIMIT_DATA, (memory, memory))
    with suppress(OSError):  # where memory gets short all the same, the kernel takes it first
        Path(f"/proc/{process}/oom_score_adj").write_text("1000")
