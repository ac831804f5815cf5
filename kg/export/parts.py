"""The tables as Parquet and the statements as N-Quads, in many files, for tools that read side by side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from kg.export.base import Settings
from kg.export.files import replacing
from kg.export.parquet import arrow_blocks
from kg.export.rdf import quad_lines
from kg.export.tables import Row, rows
from kg.model import Dataset

_DOCUMENTS = 1_000


def write_parts(dataset: Dataset, out: Path, settings: Settings) -> list[Path]:
    """Write the folder ``parts/``: a folder of Parquet files a table, and ``graph/`` of N-Quads files.

    Each row and each statement is in one file; the rows are those of the CSV tables and the statements those
    of ``graph.nq``, in that order. The graph of a document is in one file whole.

    Parameters
    ----------
    dataset : Dataset
        What is written.
    out : Path
        Folder that ``parts/`` comes to lie in; made where it is missing.
    settings : Settings
        Relation types, for their codes, namespace of the data, and names with a slant.

    Returns
    -------
    list of Path
        The folder.

    Raises
    ------
    ExportError
        Where it cannot be written; an earlier one stays as it was.
    MissingExtraError
        Where pyarrow is not installed.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     [path] = write_parts(Dataset((), (), (), ()), Path(folder), Settings({}))
    ...     sorted(part.name for part in path.iterdir())
    ['actors', 'documents', 'events', 'graph', 'mentions', 'offices', 'same']
    """
    path = out / "parts"
    with replacing(path) as aside:
        for name, table in rows(dataset, settings.relations).items():
            _write_table(name, table, aside / name)
        _write_graph(dataset, settings, aside / "graph")
    return [path]


def _write_table(name: str, table: Iterator[Row], folder: Path) -> None:
    for number, block in enumerate(arrow_blocks(name, table)):
        from pyarrow.parquet import write_table

        folder.mkdir(parents=True, exist_ok=True)
        write_table(block, folder / f"{number:05}.parquet", compression="zstd")


def _write_graph(dataset: Dataset, settings: Settings, folder: Path) -> None:
    """Write the default graph as the first file, and a thousand documents into each of the others."""
    folder.mkdir(parents=True)
    graphs = quad_lines(dataset, settings)
    number, size = 0, 1
    while block := next(graphs, None):
        with (folder / f"{number:05}.nq").open("wb") as file:
            for lines in chain([block], islice(graphs, size - 1)):
                file.writelines(lines)
        number, size = number + 1, _DOCUMENTS
