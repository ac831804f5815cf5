"""Hands each request on to a server process of its own, and cuts off what takes too long or too much.

It reads no more of HTTP than where the head of a request ends; the SPARQL Protocol is Oxigraph's.
"""

from __future__ import annotations

import re
import selectors
import socket
import socketserver
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from kg.query.hosts import answers_to
from kg.query.workers import ServeError, Worker, Workers

_LONGEST_HEAD = 1_000_000  # bytes; a query may stand in the address
_HELD = 1 << 16  # bytes of an answer that are kept back: so much can still turn into an error
_PIECE = 1 << 16
_HEAD_SECONDS = 10.0

# A request a connection, so that the end of an answer is the end of its connection.
_HOP = re.compile(rb"\r\n(?:connection|keep-alive|expect):[^\r\n]*", re.IGNORECASE)
_HOST = re.compile(rb"\r\nhost:[ \t]*([^\r\n]*)", re.IGNORECASE)
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_CHUNKED = re.compile(rb"\r\ntransfer-encoding: *chunked", re.IGNORECASE)


class Relay(socketserver.ThreadingTCPServer):
    """A server that answers with the help of others.

    Parameters
    ----------
    address : tuple of str and int
        Where to listen.
    workers : Workers
    timeout : float
        Seconds from the request to the end of the answer, and for the wait before.
    warn : callable
        Called when a query was ended because of its memory.
    """

    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 128

    def __init__(
        self, address: tuple[str, int], workers: Workers, timeout: float, warn: Callable[[str], None]
    ) -> None:
        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        self.workers, self.seconds, self.warn = workers, timeout, warn
        self.host = address[0]
        super().__init__(address, _Connection)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of clients that went away."""


@contextmanager
def relay(
    address: tuple[str, int], workers: Workers, timeout: float, warn: Callable[[str], None]
) -> Iterator[Relay]:
    """Run a relay in a thread of its own; both it and the workers end with the block.

    Parameters
    ----------
    address : tuple of str and int
        Where to listen.
    workers : Workers
    timeout : float
        Seconds, as of :class:`Relay`.
    warn : callable

    Yields
    ------
    Relay

    Examples
    --------
    >>> import http.client
    >>> import tempfile
    >>> from pathlib import Path
    >>> from pyoxigraph import Store
    >>> from kg.query.serve import find_server
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     Store(folder).flush()
    ...     with relay(("127.0.0.1", 0), Workers(find_server(), Path(folder)), 30.0, print) as server:
    ...         client = http.client.HTTPConnection(*server.server_address)
    ...         client.request("GET", "/query?query=ASK%7B%7D", headers={"Accept": "text/csv"})
    ...         client.getresponse().read()
    b'true'
    """
    with Relay(address, workers, timeout, warn) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()
            workers.close()


class _HungUpError(Exception):
    """The client went away: nobody waits for the answer."""


class _Connection(socketserver.BaseRequestHandler):
    server: Relay
    request: socket.socket

    def handle(self) -> None:
        self.request.settimeout(_HEAD_SECONDS)
        try:
            head, rest = self._head()
        except OSError:
            return
        self.request.settimeout(self.server.seconds)
        if not head:
            return
        host = _HOST.search(head)
        if not answers_to(host[1].decode("latin-1").strip() if host else "", self.server.host):
            self._say(b"421 Misdirected Request", b"ask this server by its address")
            return
        if b"100-continue" in head.lower():
            with suppress(OSError):
                self.request.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        asked = _HOP.sub(b"", head) + b"\r\nConnection: close\r\n\r\n" + rest
        seconds = self.server.seconds
        try:
            with self.server.workers.one(seconds) as worker:
                if worker is None:
                    self._say(b"503 Service Unavailable", b"too many queries at once: ask again later")
                else:
                    self._answer(worker, asked, time.monotonic() + seconds)
        except ServeError as error:
            self.server.warn(str(error))
            self._say(b"503 Service Unavailable", str(error).encode())

    def _head(self) -> tuple[bytes, bytes]:
        """Read up to the end of the head; what came of the body is the second part."""
        read = b""
        while b"\r\n\r\n" not in read:
            piece = self.request.recv(_PIECE)
            if not piece:
                return b"", b""
            read += piece
            if len(read) > _LONGEST_HEAD:
                self._say(b"431 Request Header Fields Too Large", b"the query is too long: send it by POST")
                return b"", b""
        head, _, rest = read.partition(b"\r\n\r\n")
        return head, rest

    def _answer(self, worker: Worker, asked: bytes, end: float) -> None:
        """Pass the request on and the answer back; end the worker where it cannot be used again."""
        held, begun = b"", False
        try:
            with socket.create_connection(worker.address, self.server.seconds) as server:
                server.sendall(asked)
                for piece in self._pieces(server, end):
                    held += piece
                    if len(held) > _HELD:
                        self._send(held)
                        held, begun = b"", True
            if begun or asked.startswith(b"HEAD ") or _whole(held):
                self._send(held)
            else:
                self._died(worker)
        except _HungUpError:
            worker.end()
        except TimeoutError:
            worker.end()
            if not begun:
                limit = f"the query was ended after {self.server.seconds:g} seconds: ask for less"
                self._say(b"504 Gateway Timeout", limit.encode())
        except ConnectionError:
            self._died(worker)

    def _pieces(self, server: socket.socket, end: float) -> Iterator[bytes]:
        """Give the answer as it comes, and pass on what else the client sends meanwhile."""
        with selectors.DefaultSelector() as ready:
            ready.register(self.request, selectors.EVENT_READ)
            ready.register(server, selectors.EVENT_READ)
            while True:
                sockets = {key.fileobj for key, _ in ready.select(max(0.0, end - time.monotonic()))}
                if not sockets:
                    raise TimeoutError
                if server in sockets:
                    piece = server.recv(_PIECE)
                    if not piece:
                        return
                    yield piece
                elif sent := self._received():
                    server.sendall(sent)
                else:
                    raise _HungUpError

    def _received(self) -> bytes:
        try:
            return self.request.recv(_PIECE)
        except OSError:
            return b""

    def _send(self, answer: bytes) -> None:
        try:
            self.request.sendall(answer)
        except OSError as error:
            raise _HungUpError from error

    def _died(self, worker: Worker) -> None:
        worker.end()
        if self.server.workers.closed:
            return
        limit = f"{self.server.workers.memory / 2**30:.1f} GB"
        self.server.warn(f"a query was ended: its server stopped; did it want more than {limit} of memory?")
        self._say(
            b"503 Service Unavailable", f"the query was ended: does it need more than {limit}?".encode()
        )

    def _say(self, status: bytes, text: bytes) -> None:
        head = b"HTTP/1.1 %b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: %d\r\n"
        with suppress(OSError):
            self.request.sendall(head % (status, len(text)) + b"Connection: close\r\n\r\n" + text)


def _whole(answer: bytes) -> bool:
    """Tell whether an HTTP answer came to its end."""
    head, found, body = answer.partition(b"\r\n\r\n")
    if _CHUNKED.search(head):
        return body.endswith(b"0\r\n\r\n")
    length = _LENGTH.search(head)
    return bool(found) and (length is None or len(body) >= int(length[1]))
