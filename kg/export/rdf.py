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
    r"""Write ``graph.ttl``: Turtle with prefixes, the statements about one thing together.

    Parameters
    ----------
    dataset : Dataset
        What is written.
    out : Path
        Folder; made where it is missing.
    settings : Settings
        Relation types, namespace of the data, and names with a slant.

    Returns
    -------
    list of Path
        ``graph.ttl`` alone.

    Raises
    ------
    ExportError
        Where it cannot be written; an earlier one stays as it was.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from kg.model import Actor
    >>> cairo = Actor("cairo", "place", "القاهرة", "Cairo")
    >>> with TemporaryDirectory() as folder:
    ...     [path] = write_turtle(Dataset((), (cairo,), (), ()), Path(folder), Settings({}))
    ...     print(path.read_text("utf-8").split("\n\n")[1], end="")
    actor:cairo a kg:Place ;
      skos:prefLabel "القاهرة"@ar, "Cairo"@en .
    """
    pieces = chain(_prefixes(settings), _grouped(blocks(dataset, TurtleTerms(settings))), [b"\n"])
    return _write(pieces, out / "graph.ttl")


def write_ntriples(dataset: Dataset, out: Path, settings: Settings) -> list[Path]:
    """Write ``graph.nt``: a statement a line.

    Parameters
    ----------
    dataset : Dataset
        What is written.
    out : Path
        Folder; made where it is missing.
    settings : Settings
        Relation types, namespace of the data, and names with a slant.

    Returns
    -------
    list of Path
        ``graph.nt`` alone.

    Raises
    ------
    ExportError
        Where it cannot be written; an earlier one stays as it was.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from kg.model import Actor
    >>> cairo = Actor("cairo", "place", "القاهرة", "Cairo")
    >>> with TemporaryDirectory() as folder:
    ...     [path] = write_ntriples(Dataset((), (cairo,), (), ()), Path(folder), Settings({}))
    ...     path.read_text("utf-8").splitlines()[1].split(" ", 2)[2]
    '"القاهرة"@ar .'
    """
    return _write(_lines(blocks(dataset, TextTerms(settings)), b" .\n"), out / "graph.nt")


def write_nquads(dataset: Dataset, out: Path, settings: Settings) -> list[Path]:
    """Write ``graph.nq``: a statement a line, each with the document that it rests on.

    Parameters
    ----------
    dataset : Dataset
        What is written.
    out : Path
        Folder; made where it is missing.
    settings : Settings
        Relation types, namespace of the data, and names with a slant.

    Returns
    -------
    list of Path
        ``graph.nq`` alone.

    Raises
    ------
    ExportError
        Where it cannot be written; an earlier one stays as it was.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from kg.model import Document
    >>> with TemporaryDirectory() as folder:
    ...     [path] = write_nquads(Dataset((Document("a", ""),), (), (), ()), Path(folder), Settings({}))
    ...     path.read_text("utf-8").splitlines()[0].split()[3]
    '<https://w3id.org/kg-actors/id/doc/a>'
    """
    return _write(chain.from_iterable(quad_lines(dataset, settings)), out / "graph.nq")


def quad_lines(dataset: Dataset, settings: Settings) -> Iterator[Iterator[bytes]]:
    r"""Give the lines of N-Quads of each graph: the default graph first, then that of each document.

    Parameters
    ----------
    dataset : Dataset
    settings : Settings
        Relation types, namespace of the data, and names with a slant.

    Yields
    ------
    iterator of bytes
        Of one graph: UTF-8, the statements of one subject together, each line with its line feed.

    Examples
    --------
    >>> from kg.model import Document
    >>> dataset = Dataset((Document("a", ""), Document("b", "")), (), (), ())
    >>> [b"".join(lines).count(b"\n") for lines in quad_lines(dataset, Settings({}))]
    [0, 2, 2]
    """
    for graph, members in graphs(dataset, TextTerms(settings)):
        yield _lines(members, b" %b .\n" % graph if graph else b" .\n")


def write_trig(dataset: Dataset, out: Path, settings: Settings) -> list[Path]:
    r"""Write ``graph.trig``: like Turtle, with a graph for each document.

    Parameters
    ----------
    dataset : Dataset
        What is written.
    out : Path
        Folder; made where it is missing.
    settings : Settings
        Relation types, namespace of the data, and names with a slant.

    Returns
    -------
    list of Path
        ``graph.trig`` alone.

    Raises
    ------
    ExportError
        Where it cannot be written; an earlier one stays as it was.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from kg.model import Document
    >>> with TemporaryDirectory() as folder:
    ...     [path] = write_trig(Dataset((Document("a", ""),), (), (), ()), Path(folder), Settings({}))
    ...     print(path.read_text("utf-8").partition("\n\n\n")[2], end="")
    doc:a {
      doc:a a kg:Document ;
        dcterms:identifier "a" .
    }
    """

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
    """Write ``graph.oxigraph``: a store on disk, which answers queries without being loaded first.

    Parameters
    ----------
    dataset : Dataset
        What is written.
    out : Path
        Folder; made where it is missing.
    settings : Settings
        Relation types, namespace of the data, and names with a slant.

    Returns
    -------
    list of Path
        The folder ``graph.oxigraph`` alone.

    Raises
    ------
    ExportError
        Where it cannot be written; an earlier one stays as it was.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from kg.model import Actor
    >>> cairo = Actor("cairo", "place", "القاهرة", "Cairo")
    >>> with TemporaryDirectory() as folder:
    ...     [path] = write_store(Dataset((), (cairo,), (), ()), Path(folder), Settings({}))
    ...     path.is_dir(), path.name
    (True, 'graph.oxigraph')
    """
    from pyoxigraph import Quad, Store

    path = out / "graph.oxigraph"
    with replacing(path) as aside:
        store = Store(aside)
        store.bulk_extend(Quad(*triple) for triple in triples(dataset, settings))
        store.flush()
        del store
    return [path]
