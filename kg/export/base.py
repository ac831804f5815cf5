"""What the formats share: their settings and their registry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Protocol

from kg.errors import KgError
from kg.export.files import ExportError
from kg.model import Dataset, Relation

KG = "https://w3id.org/kg-actors/ontology#"
"""Namespace of the classes and properties."""

DATA = "https://w3id.org/kg-actors/id/"
"""Namespace of actors, events, claims, documents and offices, where no other is asked for."""


def _lexicon_relations() -> Mapping[str, Relation]:
    from kg.lexicon import load

    return load().relations


@dataclass(frozen=True)
class Settings:
    """What a writer may need besides the data.

    Parameters
    ----------
    relations : mapping of str to Relation
        The relation types, by id; those of the lexicon where not given.
    base : str
        Namespace of the data in RDF; ends in ``/`` or ``#``.
    loaded : mapping of str to tuple of str
        Names with a slant, by actor id.
    countries : mapping of str to str
        ISO 3166 alpha-3 code of each state, by actor id.

    Raises
    ------
    KgError
        Where ``base`` is no absolute namespace.

    Examples
    --------
    >>> Settings({}).base
    'https://w3id.org/kg-actors/id/'
    >>> Settings({}, base="example")
    Traceback (most recent call last):
        ...
    kg.errors.KgError: 'example' is no namespace: give an absolute address that ends in / or #
    """

    relations: Mapping[str, Relation] = field(default_factory=_lexicon_relations)
    base: str = DATA
    loaded: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    countries: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*://[^\x00-\x20<>\"{}|\\^`]*[/#]", self.base):
            raise KgError(f"{self.base!r} is no namespace: give an absolute address that ends in / or #")


class Writer(Protocol):
    """Writes one format into a folder and tells which files it wrote."""

    def __call__(self, dataset: Dataset, out: Path, settings: Settings) -> list[Path]:
        """Write ``dataset`` into the folder ``out``."""


@dataclass(frozen=True, slots=True)
class Format:
    """One line of the registry.

    Parameters
    ----------
    function : str
        ``module:function`` of a :class:`Writer` inside :mod:`kg.export`; imported when asked for.
    files : str
        What it writes, for the help text.
    purpose : str
        Whom it serves.

    Examples
    --------
    >>> FORMATS["gexf"].files
    'graph.gexf'
    """

    function: str
    files: str
    purpose: str


FORMATS: dict[str, Format] = {
    "csv": Format("tables:write_csv", "actors.csv, mentions.csv, events.csv, ...", "spreadsheets, pandas, R"),
    "parquet": Format("parquet:write_parquet", "the same tables as .parquet", "large data"),
    "turtle": Format("rdf:write_turtle", "graph.ttl", "RDF, to read"),
    "ntriples": Format("rdf:write_ntriples", "graph.nt", "RDF, to load"),
    "nquads": Format("rdf:write_nquads", "graph.nq", "RDF, a named graph a document"),
    "trig": Format("rdf:write_trig", "graph.trig", "RDF, a named graph a document, to read"),
    "jsonld": Format("jsonld:write_jsonld", "graph.jsonld", "JSON readers, with or without RDF"),
    "store": Format("rdf:write_store", "graph.oxigraph/", "fast queries on large graphs"),
    "graphml": Format("network_files:write_graphml", "graph.graphml", "Gephi, yEd, Cytoscape, NetworkX"),
    "gexf": Format("network_files:write_gexf", "graph.gexf", "Gephi"),
    "polecat": Format("polecat:write_polecat", "events.tsv", "event data in the 40 columns of POLECAT"),
    "plover": Format("plover:write_plover", "plover.jsonl", "event data as PLOVER records"),
    "dyads": Format("dyads:write_dyads", "dyads.tsv", "date, source, target, code"),
    "parts": Format("parts:write_parts", "parts/", "Parquet and N-Quads in parts, to read side by side"),
}
"""All formats by name; one line a format."""


def names() -> list[str]:
    """Names of all formats, in the order of the registry.

    Returns
    -------
    list of str

    Examples
    --------
    >>> names()[:3]
    ['csv', 'parquet', 'turtle']
    """
    return list(FORMATS)


def writer(name: str) -> Writer:
    """Find the writer of a format.

    Parameters
    ----------
    name : str
        A key of :data:`FORMATS`.

    Returns
    -------
    Writer
        Its module is imported now.

    Raises
    ------
    KgError
        Where there is no such format; it lists those there are.

    Examples
    --------
    >>> writer("turtle").__name__
    'write_turtle'
    """
    if name not in FORMATS:
        raise KgError(f"there is no format {name!r}: choose among {', '.join(FORMATS)}")
    module, function = FORMATS[name].function.split(":")
    found: Writer = getattr(import_module(f"kg.export.{module}"), function)
    return found


def write(
    dataset: Dataset, out: Path | str, formats: Iterable[str] = ("csv",), settings: Settings | None = None
) -> list[Path]:
    """Write a data set in several formats into one folder.

    Parameters
    ----------
    dataset : Dataset
    out : Path or str
        Folder; made where it is missing.
    formats : iterable of str
        Names of :data:`FORMATS`.
    settings : Settings, optional

    Returns
    -------
    list of Path
        The files, in the order written.

    Raises
    ------
    KgError
        Where a format is unknown; nothing is written then.
    ExportError
        Where a file cannot be written.
    MissingExtraError
        Where a format needs a library that is not installed.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     [path.name for path in write(Dataset((), (), (), ()), folder, ["dyads"], Settings({}))]
    ['dyads.tsv']
    """
    writers = [writer(name) for name in dict.fromkeys(formats)]
    settings = Settings() if settings is None else settings
    return [path for each in writers for path in each(dataset, Path(out), settings)]


__all__ = [
    "DATA", "FORMATS", "KG", "ExportError", "Format", "Settings", "Writer", "names", "write", "writer",
]  # fmt: skip
