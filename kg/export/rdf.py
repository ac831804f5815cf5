"""RDF files and the store on disk, streamed.

The text of the files is made directly, a statement at a time; the tests read it with Oxigraph and rdflib.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

from kg.export.base import Settings
from kg.export.files import replacing
from kg.export.terms import TextTerms, TurtleTerms, prefixes
from kg.export.triples import Statement, graphs, statements, triples
from kg.model import Dataset

_PIECES = 20_000  # pieces of text written at once


def _write(pieces: Iterable[str], path: Path) -> list[Path]:
    with replacing(path) as aside, aside.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        remaining = iter(pieces)
        while block := "".join(islice(remaining, _PIECES)):
            file.write(block)
    return [path]


def _prefixes(settings: Settings) -> Iterator[str]:
    for prefix, namespace in sorted(prefixes(settings.base).items()):
        yield f"@prefix {prefix}: <{namespace}> .\n"


def _grouped(triples_of_graph: Iterable[Statement], indent: str = "") -> Iterator[str]:
    """Turtle: a subject once, its properties below each other, several values of one property on a line."""
    subject = predicate = None
    for s, p, o in triples_of_graph:
        if s != subject:
            yield f"{'' if subject is None else ' .'}\n{indent}{s} {p} {o}"
        elif p != predicate:
            yield f" ;\n{indent}  {p} {o}"
        else:
            yield f", {o}"
        subject, predicate = s, p
    if subject is not None:
        yield " .\n"


def write_turtle(dataset: Dataset, out: Path, settings: Settings) -> list[Path]:
    """Write ``graph.ttl``: Turtle with prefixes, the statements about one thing together."""
    pieces = chain(_prefixes(settings), _grouped(statements(dataset, TurtleTerms(settings))))
    return _write(pieces, out / "graph.ttl")


def write_ntriples(dataset: Dataset, out: Path, settings: Settings) -> list[Path]:
    """Write ``graph.nt``: a statement a line."""
    lines = (f"{s} {p} {o} .\n" for s, p, o in statements(dataset, TextTerms(settings)))
    return _write(lines, out / "graph.nt")


def write_nquads(dataset: Dataset, out: Path, settings: Settings) -> list[Path]:
    """Write ``graph.nq``: a statement a line, each with the document that it rests on."""
    return _write(chain.from_iterable(quad_lines(dataset, settings)), out / "graph.nq")


def quad_lines(dataset: Dataset, settings: Settings) -> Iterator[Iterator[str]]:
    """Give the lines of N-Quads of each graph: the default graph first, then that of each document."""
    for graph, members in graphs(dataset, TextTerms(settings)):
        end = f" {graph} .\n" if graph else " .\n"
        yield (f"{s} {p} {o}{end}" for s, p, o in members)


def write_trig(dataset: Dataset, out: Path, settings: Settings) -> list[Path]:
    """Write ``graph.trig``: like Turtle, with a graph for each document."""

    def pieces() -> Iterator[str]:
        yield from _prefixes(settings)
        for graph, members in graphs(dataset, TurtleTerms(settings)):
            if graph is None:
                yield from _grouped(members)
            else:
                yield f"\n{graph} {{"
                yield from _grouped(members, "  ")
                yield "}\n"

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
