"""Answers SPARQL with Oxigraph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InputError, KgError
from kg.export.base import DATA, KG, Settings
from kg.export.terms import prefixes
from kg.export.triples import triples
from kg.model import Dataset
from kg.query.result import Result

if TYPE_CHECKING:
    from pyoxigraph import Store

GRAPH_FILES = ("graph.oxigraph", "graph.nt", "graph.ttl", "graph.nq", "graph.trig", "graph.jsonld")
"""What a saved folder may hold, the quickest to load first."""


class QueryError(KgError):
    """A query that cannot be answered, with what is wrong.

    Examples
    --------
    >>> try:
    ...     run(Dataset((), (), (), ()), "SELECT nonsense")
    ... except QueryError as error:
    ...     str(error).partition(":")[0]
    'the query cannot be read'
    """


class Graph:
    """A graph that answers queries.

    Parameters
    ----------
    store : pyoxigraph.Store
    base : str
        Namespace of the data.

    Examples
    --------
    >>> graph = Graph.of(Dataset((), (), (), ()))
    >>> len(graph.query("SELECT ?event { ?event a kg:Event }"))
    0
    """

    def __init__(self, store: Store, base: str = DATA) -> None:
        self.store = store
        self.prefixes = prefixes(base)

    @classmethod
    def of(cls, dataset: Dataset, settings: Settings | None = None) -> Graph:
        """Take a data set.

        Parameters
        ----------
        dataset : Dataset
        settings : Settings, optional

        Returns
        -------
        Graph

        Examples
        --------
        >>> import kg
        >>> dataset = kg.build("زار وزير الخارجية المصري سامح شكري الأردن.").dataset
        >>> Graph.of(dataset).query("ASK { actor:sameh-shoukry kg:visited actor:jordan }").rows
        [(True,)]
        """
        from pyoxigraph import Quad, Store

        settings = settings or Settings()
        store = Store()
        store.bulk_extend(Quad(*triple) for triple in triples(dataset, settings))
        return cls(store, settings.base)

    @classmethod
    def open(cls, path: Path | str) -> Graph:
        """Open a folder that ``kg build`` wrote, an RDF file, or a store on disk.

        Parameters
        ----------
        path : Path or str

        Returns
        -------
        Graph

        Raises
        ------
        InputError
            Where nothing is there, or it cannot be read; it names file and line.

        Examples
        --------
        >>> from tempfile import TemporaryDirectory
        >>> import kg
        >>> with TemporaryDirectory() as folder:
        ...     _ = kg.build("زار وزير الخارجية المصري سامح شكري الأردن.").save(folder, ["ntriples"])
        ...     Graph.open(folder).query("ASK { actor:sameh-shoukry kg:visited actor:jordan }").rows
        [(True,)]
        """
        path = Path(path)
        if not path.exists():
            raise InputError(str(path), "no such file or folder: run `kg build` first")
        if not path.is_dir():
            return _from_file(path)
        if (path / "CURRENT").exists():
            return _from_store(path)
        for found in _fresh(path):
            return _from_store(found) if found.is_dir() else _from_file(found)
        if (path / "events.csv").exists():
            from kg.export.tables import read_csv

            return cls.of(read_csv(path))
        raise InputError(str(path), "holds no graph: is this a folder that `kg build` wrote?")

    def query(self, sparql: str) -> Result:
        """Answer a query.

        Parameters
        ----------
        sparql : str
            A SELECT, ASK, CONSTRUCT or DESCRIBE query; the prefixes of :attr:`prefixes` are known.

        Returns
        -------
        Result

        Raises
        ------
        QueryError
            Where the query cannot be read or answered.

        Examples
        --------
        >>> import kg
        >>> graph = Graph.of(kg.build("زار وزير الخارجية المصري سامح شكري الأردن.").dataset)
        >>> graph.query("SELECT ?name { actor:jordan skos:prefLabel ?name FILTER(LANG(?name) = 'ar') }").rows
        [('الأردن',)]
        """
        from pyoxigraph import Literal, QueryBoolean, QuerySolutions

        try:
            answer = self.store.query(sparql, prefixes=self.prefixes)
            if isinstance(answer, QuerySolutions):
                columns = tuple(variable.value for variable in answer.variables)
                return Result(columns, tuple(tuple(row) for row in answer), self.prefixes)
            if isinstance(answer, QueryBoolean):
                return Result(("answer",), ((Literal(bool(answer)),),), self.prefixes)
            rows = tuple((triple.subject, triple.predicate, triple.object) for triple in answer)
            return Result(("subject", "predicate", "object"), rows, self.prefixes)
        except SyntaxError as error:
            raise QueryError(f"the query cannot be read: {error}") from error
        except (RuntimeError, ValueError, OSError) as error:
            raise QueryError(f"the query cannot be answered: {error}") from error

    def ask(self, question: str, parameters: Mapping[str, str] | None = None) -> Result:
        """Answer a stock question.

        Parameters
        ----------
        question : str
            Its name.
        parameters : mapping of str to str, optional

        Returns
        -------
        Result

        Raises
        ------
        QueryError
            Where there is no such question, or a parameter is missing, unknown or wrong.

        Examples
        --------
        >>> import kg
        >>> graph = Graph.of(kg.build("زار وزير الخارجية المصري سامح شكري الأردن.").dataset)
        >>> len(graph.ask("timeline", {"actor": "سامح شكري"}))
        1
        """
        from kg.query.questions import bind, bound, find

        found = find(question)
        return self.query(bound(found, bind(found, parameters or {}, self)))


def run(
    source: Dataset | Path | str,
    sparql: str | None = None,
    *,
    stock: str | None = None,
    params: Mapping[str, str] | None = None,
) -> Result:
    """Answer one query or stock question.

    Parameters
    ----------
    source : Dataset, Path or str
        A data set, a folder that ``kg build`` wrote, an RDF file or a store on disk.
    sparql : str, optional
        The query; or else
    stock : str, optional
        the name of a stock question,
    params : mapping of str to str, optional
        with its parameters.

    Returns
    -------
    Result

    Raises
    ------
    QueryError
        Where the query cannot be read, or not exactly one of ``sparql`` and ``stock`` is given.
    InputError
        Where the source cannot be read.

    Examples
    --------
    >>> run(Dataset((), (), (), ()), "ASK { ?event a kg:Event }").rows
    [(False,)]
    >>> import kg
    >>> dataset = kg.build("زار وزير الخارجية المصري سامح شكري الأردن.").dataset
    >>> run(dataset, "SELECT (COUNT(*) AS ?events) { ?event a kg:Event }").rows
    [(1,)]
    """
    if (sparql is None) == (stock is None):
        raise QueryError(
            "give either a query or the name of a stock question (kg query OUT --list shows them)"
        )
    graph = Graph.of(source) if isinstance(source, Dataset) else Graph.open(source)
    return graph.query(sparql) if sparql is not None else graph.ask(stock or "", params)


_SLACK = 2.0  # seconds; some archives keep times no finer


def _fresh(folder: Path) -> Iterator[Path]:
    """Graph files of a folder that are no older than its tables, which every build writes first."""
    tables = folder / "events.csv"
    since = tables.stat().st_mtime - _SLACK if tables.exists() else 0.0
    for name in GRAPH_FILES:
        found = folder / name
        if found.exists() and found.stat().st_mtime >= since:
            yield found


def _base_of(store: Store) -> str:
    """Namespace of the data, read off any document or event."""
    from pyoxigraph import NamedNode

    a = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    for name, kind in (("Document", "doc/"), ("Event", "event/"), ("Claim", "claim/")):
        for quad in store.quads_for_pattern(None, a, NamedNode(KG + name), None):
            base, found, _ = str(getattr(quad.subject, "value", "")).rpartition(kind)
            if found and base:
                return base
    return DATA


def _from_file(path: Path) -> Graph:
    from pyoxigraph import RdfFormat, Store

    form = RdfFormat.from_extension(path.suffix.lstrip("."))
    if form is None:
        raise InputError(str(path), "is no RDF file by its ending (.ttl .nt .nq .trig .jsonld .rdf)")
    store = Store()
    try:
        # In memory it is quicker than `bulk_load`, and takes a third less room at the peak.
        store.load(path=path, format=form)
        # Queries without GRAPH ask the union of all documents, each statement once.
        store.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }")
    except SyntaxError as error:
        raise InputError(str(path), f"is no valid {form.name}: {error.msg}", error.lineno) from error
    except (OSError, ValueError) as error:
        raise InputError(str(path), f"cannot be read: {error}") from error
    return Graph(store, _base_of(store))


def _from_store(path: Path) -> Graph:
    from pyoxigraph import Store

    try:
        store = Store.read_only(str(path))
    except (OSError, RuntimeError) as error:
        raise InputError(str(path), f"cannot be opened as a store: {error}") from error
    return Graph(store, _base_of(store))
