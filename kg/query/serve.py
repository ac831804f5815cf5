"""Serves a graph on this machine: Oxigraph's server for programs, and a page to ask it for people.

The server is the binary of the package ``oxigraph``, started read-only, a process for each query at work. The
page has a port of its own and hands queries on to the endpoint, so that no other web page may read the graph
(no CORS).
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import sysconfig
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import MissingExtraError
from kg.query.relay import relay
from kg.query.workers import ServeError, Workers

if TYPE_CHECKING:
    from types import FrameType

    from kg.query.engine import Graph


_AWAKE_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Address:
    """Where a running server listens.

    Parameters
    ----------
    query : str
        The endpoint of the SPARQL 1.1 Protocol.
    page : str
        The page for people.

    Examples
    --------
    >>> Address("http://127.0.0.1:7878/query", "http://127.0.0.1:7879/").page
    'http://127.0.0.1:7879/'
    """

    query: str
    page: str


def serve(
    out: Path | str,
    *,
    host: str = "127.0.0.1",
    port: int = 7878,
    timeout: int = 30,
    tell: Callable[[Address], None] = lambda address: None,
    warn: Callable[[str], None] = lambda message: None,
) -> None:
    """Serve a graph until interrupted (Ctrl-C, or a signal to end).

    Parameters
    ----------
    out : Path or str
        What :meth:`kg.query.Graph.open` takes. Beside tables the store is made once and kept, as
        ``graph.oxigraph``; of anything else a copy is made and removed at the end.
    host : str
        Address to listen on.
    port : int
        Port of the endpoint; 0 for any free one. The page takes the next one, or any where it is taken.
    timeout : int
        Seconds after which a query is cut off.
    tell : callable
        Called with the addresses when the server answers.
    warn : callable
        Called when a query was ended that wanted more than an eighth of the memory of the machine (on Linux).

    Raises
    ------
    MissingExtraError
        Where the server is not installed.
    InputError
        Where there is no graph.
    ServeError
        Where the port is taken, or the server does not start.
    """
    binary = find_server()
    port = _free_port(host, port)
    with ExitStack() as stack:
        stack.enter_context(_ended_by_signals())
        try:
            store = stack.enter_context(store_of(Path(out)))
            workers = Workers(binary, store)
            stack.enter_context(relay((host, port), workers, timeout, warn))
            query = f"http://{_name(host)}:{port}/query"
            page = stack.enter_context(_page(store, Path(out), query, host, port))
            tell(Address(query, page))
            while True:  # a signal that another thread was given is seen when this one wakes
                time.sleep(_AWAKE_SECONDS)
        except KeyboardInterrupt:
            return


def find_server() -> str:
    """Find the binary of the server: that of this Python, or else on the search path.

    Returns
    -------
    str

    Raises
    ------
    MissingExtraError
        Where there is none.

    Examples
    --------
    >>> Path(find_server()).stem
    'oxigraph'
    """
    found = shutil.which("oxigraph", path=sysconfig.get_path("scripts")) or shutil.which("oxigraph")
    if found is None:
        raise MissingExtraError("kg serve", "serve")
    return found


@contextmanager
def store_of(out: Path) -> Iterator[Path]:
    """Give the store on disk of a graph, made where there is none or it is older than the tables.

    Parameters
    ----------
    out : Path

    Yields
    ------
    Path

    Raises
    ------
    InputError
        Where there is no graph.

    Examples
    --------
    >>> import kg
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = kg.build("زار وزير الخارجية المصري سامح شكري الأردن.").save(folder, ["csv"])
    ...     with store_of(Path(folder)) as store:
    ...         store.name
    'graph.oxigraph'
    """
    from kg.query.engine import Graph, _fresh

    if out.is_dir() and (out / "CURRENT").exists():
        yield out
        return
    kept = out / "graph.oxigraph"
    if out.is_dir() and next(_fresh(out), None) == kept:
        yield kept
        return
    graph = Graph.open(out)
    # Only beside tables can it be told later whether the store is still true.
    keep = (out / "events.csv").exists() and os.access(out, os.W_OK)
    with tempfile.TemporaryDirectory(prefix=".graph.", dir=out if keep else None) as folder:
        made = _written(graph, Path(folder) / "store")
        del graph
        if not keep:
            yield made
            return
        shutil.rmtree(kept, ignore_errors=True)
        made.rename(kept)
    yield kept


def _written(graph: Graph, path: Path) -> Path:
    from pyoxigraph import Store

    try:
        store = Store(str(path))
        store.bulk_extend(iter(graph.store))
        store.flush()
    except OSError as error:
        raise ServeError(f"{path.parent}: the store cannot be written ({error}): free some space") from error
    return path


def _name(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _free_port(host: str, port: int) -> int:
    """Check that a port can be had, before the work; find one where it is 0."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.create_server((host, port), family=family) as probe:
            return int(probe.getsockname()[1])
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ServeError(
            f"cannot listen on {_name(host)}:{port} ({reason}): choose another --port (0 for any) or --host"
        ) from error


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """Turn signals to end into KeyboardInterrupt, so that the child is ended too."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    names = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.signal(number, interrupt) for number in names}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _page(store: Path, out: Path, query: str, host: str, port: int) -> Iterator[str]:
    """Serve the page on the next port, or any free one."""
    from kg.query.engine import Graph
    from kg.query.page import Page

    try:
        free = _free_port(host, port + 1)
    except ServeError:
        free = _free_port(host, 0)
    server = Page((host, free), Graph.open(store), query, out / "graph.html")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://{_name(host)}:{free}/"
    finally:
        server.shutdown()
        server.server_close()
