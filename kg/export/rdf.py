"""RDF files and the store on disk, streamed through Oxigraph."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import IO, TYPE_CHECKING, BinaryIO, cast

from kg.export.base import Settings
from kg.export.files import ExportError, replacing
from kg.export.triples import prefixes, quads, triples
from kg.model import Dataset

if TYPE_CHECKING:
    from pyoxigraph import Quad, RdfFormat, Triple


class _OrderedPrefixes:
    """Passes on what is written, with the prefixes at its head in order.

    Oxigraph declares prefixes in an order that differs from run to run; equal input must give equal files.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._head: bytes | None = b""

    def write(self, data: bytes) -> int:
        """Write, or keep while the prefixes are not all there."""
        if self._head is None:
            return self._file.write(data)
        self._head += data
        lines = self._head.splitlines(keepends=True)
        if lines and lines[-1].endswith(b"\n") and all(line.startswith(b"@prefix") for line in lines):
            return len(data)
        if lines and (b"@prefix".startswith(lines[-1][:7]) and not lines[-1].endswith(b"\n")):
            return len(data)
        self.flush()
        return len(data)

    def flush(self) -> None:
        """Write what was kept."""
        if self._head:
            lines = self._head.splitlines(keepends=True)
            count = next((i for i, line in enumerate(lines) if not line.startswith(b"@prefix")), len(lines))
            self._file.write(b"".join([*sorted(lines[:count]), *lines[count:]]))
        self._head = None
        self._file.flush()


def _serialize(
    statements: Iterable[Triple] | Iterable[Quad], path: Path, form: RdfFormat, settings: Settings
) -> list[Path]:
    from pyoxigraph import serialize

    with replacing(path) as aside, aside.open("wb", buffering=1 << 20) as file:
        ordered = _OrderedPrefixes(file)
        serialize(statements, cast("IO[bytes]", ordered), form, prefixes=prefixes(settings.base))
        ordered.flush()
    return [path]


def write_turtle(dataset: Dataset, out: Path, settings: Settings) -> list[Path]:
    """Write ``graph.ttl``: Turtle with prefixes, the statements about one thing together."""
    from pyoxigraph import RdfFormat

    return _serialize(triples(dataset, settings), out / "graph.ttl", RdfFormat.TURTLE, settings)


def write_ntriples(dataset: Dataset, out: Path, settings: Settings) -> list[Path]:
    """Write ``graph.nt``: a statement a line."""
    from pyoxigraph import RdfFormat

    return _serialize(triples(dataset, settings), out / "graph.nt", RdfFormat.N_TRIPLES, settings)


def write_nquads(dataset: Dataset, out: Path, settings: Settings) -> list[Path]:
    """Write ``graph.nq``: a statement a line, each with the document that it rests on."""
    from pyoxigraph import RdfFormat

    return _serialize(quads(dataset, settings), out / "graph.nq", RdfFormat.N_QUADS, settings)


def write_trig(dataset: Dataset, out: Path, settings: Settings) -> list[Path]:
    """Write ``graph.trig``: like Turtle, with a graph for each document."""
    from pyoxigraph import RdfFormat

    return _serialize(quads(dataset, settings), out / "graph.trig", RdfFormat.TRIG, settings)


def write_store(dataset: Dataset, out: Path, settings: Settings) -> list[Path]:
    """Write ``graph.oxigraph``: a store on disk, which answers queries without being loaded first."""
    from pyoxigraph import Store

    path = out / "graph.oxigraph"
    aside = out / f".graph.{os.getpid()}.oxigraph"
    try:
        out.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(aside, ignore_errors=True)
        store = Store(aside)
        store.bulk_extend(_as_quads(triples(dataset, settings)))
        store.flush()
        del store
        shutil.rmtree(path, ignore_errors=True)
        aside.rename(path)
    except OSError as error:
        raise ExportError(
            path, f"cannot be written ({error}): free some space or choose another folder"
        ) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return [path]


def _as_quads(statements: Iterable[Triple]) -> Iterable[Quad]:
    from pyoxigraph import Quad

    return (Quad(*statement) for statement in statements)
