"""The page to ask a served graph: its files, the stock questions with their parameters bound, the answers."""

from __future__ import annotations

import json
import socket
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from kg.errors import KgError
from kg.query.engine import Graph
from kg.query.hosts import answers_to
from kg.query.questions import bind, bound, find, stock

_ASSETS = {
    "/": ("index.html", "text/html; charset=utf-8"),
    "/page.css": ("page.css", "text/css; charset=utf-8"),
    "/page.js": ("page.js", "text/javascript; charset=utf-8"),
}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_LONGEST_QUERY = 1_000_000  # bytes


class Page(ThreadingHTTPServer):
    """A server of the page.

    Parameters
    ----------
    address : tuple of str and int
        Where to listen.
    graph : Graph
        Where the names of actors in parameters are looked up.
    endpoint : str
        Where queries are handed to.
    view : Path
        The page of the graph; a link to it is shown where it exists.
    """

    daemon_threads = True

    def __init__(self, address: tuple[str, int], graph: Graph, endpoint: str, view: Path) -> None:
        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        self.graph, self.endpoint, self.view = graph, endpoint, view
        super().__init__(address, _Handler)

    def about(self) -> str:
        """Describe the endpoint, the prefixes and the stock questions, as JSON."""
        questions = [
            {
                "name": q.name, "title": q.title, "title_ar": q.title_ar, "about": q.about,
                "parameters": [
                    {"name": p.name, "required": p.required, "about": p.about} for p in q.parameters
                ],
            }
            for q in stock()
        ]  # fmt: skip
        view = self.view.name if self.view.is_file() else None
        facts = {"endpoint": self.endpoint, "view": view, "prefixes": self.graph.prefixes}
        return json.dumps(facts | {"questions": questions}, ensure_ascii=False)

    def question(self, name: str, given: dict[str, str]) -> str:
        """Write out a stock question with its parameters bound and the prefixes that it uses.

        Parameters
        ----------
        name : str
        given : dict of str to str

        Returns
        -------
        str
            SPARQL 1.1.

        Raises
        ------
        QueryError
            Where there is no such question, or a parameter is missing, unknown or wrong.
        """
        found = find(name)
        text = bound(found, bind(found, given, self.graph))
        used = {prefix: iri for prefix, iri in self.graph.prefixes.items() if f"{prefix}:" in text}
        return "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in used.items()) + text


class _Handler(BaseHTTPRequestHandler):
    server: Page

    def parse_request(self) -> bool:
        """Refuse what was meant for another name."""
        if not super().parse_request():
            return False
        if answers_to(self.headers.get("Host") or "", str(self.server.server_address[0])):
            return True
        self._send(421, "text/plain", b"ask this server by its address")
        return False

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if address.path in _ASSETS:
            name, kind = _ASSETS[address.path]
            self._send(200, kind, (files(__name__) / name).read_bytes())
        elif address.path == "/about.json":
            self._send(200, "application/json", self.server.about().encode())
        elif address.path == "/graph.html" and self.server.view.is_file():
            self._send(200, "text/html; charset=utf-8", self.server.view.read_bytes(), policy=None)
        elif address.path == "/question":
            self._question(dict(parse_qsl(address.query)))
        else:
            self._send(404, "text/plain", b"there is nothing of that name")

    def _question(self, given: dict[str, str]) -> None:
        try:
            text = self.server.question(given.pop("name", ""), given)
        except KgError as error:
            self._send(400, "text/plain; charset=utf-8", str(error).encode())
        else:
            self._send(200, "application/sparql-query; charset=utf-8", text.encode())

    def do_POST(self) -> None:
        """Hand a query on. Only a page of this origin may send this kind of content without being asked."""
        size = int(self.headers.get("Content-Length") or 0)
        if self.path != "/query" or self.headers.get("Content-Type") != "application/sparql-query":
            self._send(403, "text/plain", b"POST /query takes application/sparql-query, and nothing else")
            return
        if size > _LONGEST_QUERY:
            self._send(413, "text/plain", b"the query is too long")
            return
        request = urllib.request.Request(
            self.server.endpoint,
            self.rfile.read(size),
            {"Content-Type": "application/sparql-query", "Accept": self.headers.get("Accept") or "*/*"},
        )
        try:
            with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request) as answer:
                self._send(200, answer.headers["Content-Type"], answer.read())
        except urllib.error.HTTPError as error:
            self._send(error.code, error.headers["Content-Type"], error.read())
        except OSError as error:
            self._send(502, "text/plain; charset=utf-8", f"the server does not answer: {error}".encode())

    def _send(self, status: int, kind: str, body: bytes, policy: str | None = _POLICY) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-Content-Type-Options", "nosniff")
        if policy is not None:
            self.send_header("Content-Security-Policy", policy)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal belongs to the one who started the server."""
