"""RDF files and the store on disk, streamed.

The text of the files is made directly, a subject at a time; the tests read it with Oxigraph and rdflib.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from kg.export.base import Settings
from kg.export.files import replacing
from kg.export.terms import TextTerms, TurtleTerms, prefixes
from kg.export.triples import Block, blocks, graphs, triples
from kg.model import Dataset

_BUFFER = 1 << 20  # bytes written at once


def _write(pieces: Iterable[bytes], path: Path) -> list[Path]:
    with replacing(path) as aside, aside.open("wb", buffering=_BUFFER) as file:
        file.writelines(pieces)
    return [path]


def _prefixes(settings: Settings) -> Iterator[bytes]:
    for prefix, namespace in sorted(prefixes(settings.base).items()):
        yield f"@prefix {prefix}: <{namespace}> .\n".encode()


def _grouped(members: Iterable[Block], indent: bytes = b"") -> Iterator[bytes]:
    """Turtle: a subject once, its properties below each other, several values of one property on a line."""
    below = b" ;\n" + indent + b"  "
    for subject, facts in members:
        last, pieces = None, [b"\n", indent, subject]
        for p, o in facts:
            pieces += (b", ", o) if p == last else (b" " if last is None else below, p, b" ", o)
            last = p
        yield b"".join([*pieces, b" ."])


def _lines(members: Iterable[Block], end: bytes) -> Iterator[bytes]:
    """N-Triples and N-Quads: a statement a line."""
    for subject, facts in members:
        next_line = end + subject + b" "
        yield subject + b" " + next_line.join(map(b" ".join, facts)) + end


def write_turtle(dataset: Dataset, out: Path, settings: Settings) -> list[Path]:
    """Write ``graph.ttl``: Turtle with prefixes, the statements about one thing together."""
    pieces = chain(_prefixes(settings), _grouped(blocks(dataset, TurtleTerms(settings))), [b"\n"])
    return _write(pieces, out / "graph.ttl")


def write_ntriples(dataset: Dataset, out: Path, settings: Settings) -> list[Path]:
    """Write ``graph.nt``: a statement a line."""
    return _write(_lines(blocks(dataset, TextTerms(settings)), b" .\n"), out / "graph.nt")


def write_nquads(dataset: Dataset, out: Path, settings: Settings) -> list[Path]:
    """Write ``graph.nq``: a statement a line, each with the document that it rests on."""
    return _write(chain.from_iterable(quad_lines(dataset, settings)), out / "graph.nq")


def quad_lines(dataset: Dataset, settings: Settings) -> Iterator[Iterator[bytes]]:
    """Give the lines of N-Quads of each graph: the default graph first, then that of each document."""
    for graph, members in graphs(dataset, TextTerms(settings)):
        yield _lines(members, b" %b .\n" % graph if graph else b" .\n")


def write_trig(dataset: Dataset, out: Path, settings: Settings) -> list[Path]:
    """Write ``graph.trig``: like Turtle, with a graph for each document."""

    def pieces() -> Iterator[bytes]:
        yield from _prefixes(settings)
        for graph, members in graphs(dataset, TurtleTerms(settings)):
            if graph is None:
                yield from _grouped(members)
                yield b"\n"
            else:
                yield b"\n%b {" % graph
                yield from _grouped(members, b"  ")
                yield b"\n}\n"

    return _write(pieces(), out / "graph.trig")


def write_store(dataset: Dataset, out: Path, settings: Settings) -> list[Path]:
    """Write ``graph.oxigraph``: a store on disk, which answers queries without being loaded first."""
    from pyoxigraph import Quad, Store

    path = out / "graph.oxigraph"
    with replacing(path) as aside:
        store = Store(aside)
        store.bulk_extend(Quad(*triple) for triple in triples(dataset, settings))
        store.flush()
        del store
    return [path]
