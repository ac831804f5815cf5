"""The Python interface: build a graph, look at it, ask it, save it and load it again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from kg.errors import KgError
from kg.model import Dataset, Document, Relation

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    import rdflib

    from kg.export import Settings
    from kg.lexicon import Lexicon
    from kg.query import Result
    from kg.query.engine import Graph

Input: TypeAlias = "str | Path | Document"

DEFAULT_FORMATS = ("csv", "turtle", "graphml", "html")
"""What :meth:`KnowledgeGraph.save` writes where nothing else is asked for."""


class KnowledgeGraph:
    """Who did or said what to whom, with the evidence.

    Parameters
    ----------
    dataset : Dataset
    lexicon : Lexicon, optional
        The ontologies; those shipped where not given.
    base : str, optional
        Namespace of the data in RDF, ending in ``/`` or ``#``.

    Examples
    --------
    >>> from kg.model import Dataset
    >>> KnowledgeGraph(Dataset((), (), (), ())).nx.number_of_nodes()
    0
    """

    def __init__(self, dataset: Dataset, lexicon: Lexicon | None = None, *, base: str | None = None) -> None:
        self.dataset = dataset
        self._lexicon = lexicon
        self._base = base

    def __repr__(self) -> str:
        counts = (len(self.dataset.actors), len(self.dataset.events), len(self.dataset.documents))
        return "<KnowledgeGraph: {} actors, {} events, {} documents>".format(*counts)

    def _repr_html_(self) -> str:
        from kg.ipython import graph_html

        return graph_html(self)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The ontologies that name relations and actors."""
        if self._lexicon is not None:
            return self._lexicon
        from kg.lexicon import load as load_lexicon

        return load_lexicon()

    @property
    def relations(self) -> Mapping[str, Relation]:
        """The relation types, by id."""
        return self.lexicon.relations

    @cached_property
    def settings(self) -> Settings:
        """What the export formats need besides the data."""
        from kg.export import DATA, Settings
        from kg.export.authority import facts

        loaded, countries = facts(self.lexicon, {actor.id for actor in self.dataset.actors})
        return Settings(self.relations, self._base or DATA, loaded, countries)

    @cached_property
    def nx(self) -> nx.MultiDiGraph:
        """The graph in NetworkX: a node an actor, an edge an event (:func:`kg.graph.to_networkx`)."""
        from kg.graph import to_networkx

        return to_networkx(self.dataset, self.relations)

    @cached_property
    def rdf(self) -> rdflib.Graph:
        """The graph in rdflib; over Oxigraph where ``oxrdflib`` is installed, which is much faster."""
        from kg.query.rdflib_graph import to_rdflib

        return to_rdflib(self.dataset, self.settings)

    @cached_property
    def _graph(self) -> Graph:
        from kg.query.engine import Graph

        return Graph.of(self.dataset, self.settings)

    def _frame(self, table: str) -> pd.DataFrame:
        from kg.export.tables import frame

        return frame(self.dataset, self.relations, table)

    @cached_property
    def actors(self) -> pd.DataFrame:
        """One row an actor, with the columns of ``actors.csv``."""
        return self._frame("actors")

    @cached_property
    def mentions(self) -> pd.DataFrame:
        """One row a mention, with the columns of ``mentions.csv``."""
        return self._frame("mentions")

    @cached_property
    def events(self) -> pd.DataFrame:
        """One row a claim, with the columns of ``events.csv``."""
        return self._frame("events")

    @cached_property
    def offices(self) -> pd.DataFrame:
        """One row a post that a document says somebody holds, with the columns of ``offices.csv``."""
        return self._frame("offices")

    @cached_property
    def documents(self) -> pd.DataFrame:
        """One row a document, with the columns of ``documents.csv``."""
        return self._frame("documents")

    def query(self, sparql: str) -> pd.DataFrame:
        """Ask the graph in SPARQL; the prefixes ``kg:``, ``actor:``, ``event:`` ... are known.

        Parameters
        ----------
        sparql : str
            A SELECT, ASK, CONSTRUCT or DESCRIBE query.

        Returns
        -------
        pandas.DataFrame
            A column a variable; numbers and truth values as such, everything else as text.

        Raises
        ------
        QueryError
            Where the query cannot be read; it says where.

        Examples
        --------
        >>> build("زار بلينكن القاهرة.").query("ASK { ?who kg:visited actor:cairo }").answer.tolist()
        [True]
        """
        return self._graph.query(sparql).dataframe()

    def ask(self, question: str, **parameters: str) -> Result:
        """Ask one of the stock questions (:func:`kg.query.stock` lists them).

        Parameters
        ----------
        question : str
            Its name.
        **parameters : str
            Its parameters; an actor by id or name.

        Returns
        -------
        Result

        Raises
        ------
        QueryError
            Where there is no such question, or a parameter is missing or wrong.

        Examples
        --------
        >>> len(build("زار بلينكن القاهرة.").ask("contradictions").rows)
        0
        """
        return self._graph.ask(question, parameters)

    def filter(self, **conditions: Any) -> KnowledgeGraph:
        """Keep the events that fit; the conditions are those of :func:`kg.graph.filtered`.

        An actor may also be given by name.

        Examples
        --------
        >>> build("زار بلينكن القاهرة. وزار لافروف الرياض.").filter(actor="أنتوني بلينكن")
        <KnowledgeGraph: 2 actors, 1 events, 1 documents>
        """
        from kg.graph import filtered
        from kg.graph.network import find_actor

        if isinstance(conditions.get("actor"), str):
            conditions["actor"] = find_actor(self.dataset, conditions["actor"])
        for day in ("since", "until"):
            conditions[day] = as_day(conditions.get(day), day)
        return KnowledgeGraph(filtered(self.dataset, **conditions), self._lexicon, base=self._base)

    def html(self, **options: Any) -> str:
        """Give the page to explore the graph as HTML text; options as for :func:`kg.view.page`."""
        from kg.view import page

        for day in ("since", "until"):
            if day in options:
                options[day] = as_day(options[day], day)
        return page(self.dataset, self.relations, **options)

    def view(self, path: str | Path | None = None, *, height: int = 720, **options: Any) -> Any:
        """Show the page to explore the graph: inline in a notebook, or as a file.

        Parameters
        ----------
        path : str or Path, optional
            Write the page there and return the path; without it, return an object that notebooks show.
        height : int
            Of the inline page, in pixels.
        **options
            Those of :func:`kg.view.page`: title, lang, actor, relation, since, until, ...

        Returns
        -------
        Path or kg.view.Inline
        """
        text = self.html(**options)
        if path is not None:
            from kg.export import replacing

            path = Path(path)
            with replacing(path) as aside:
                aside.write_text(text, encoding="utf-8")
            return path
        from kg.view import show

        return show(text, height=height)

    def save(self, folder: str | Path, formats: Iterable[str] = DEFAULT_FORMATS) -> list[Path]:
        """Write the graph into a folder; the tables are always among what is written.

        Parameters
        ----------
        folder : str or Path
        formats : iterable of str
            Names of :data:`kg.export.FORMATS`, and ``html`` for the page.

        Returns
        -------
        list of Path

        Raises
        ------
        KgError
            Where a format is unknown or a file cannot be written.
        """
        from kg.export import write

        wanted = list(dict.fromkeys(["csv", *formats]))
        paths = write(self.dataset, folder, [name for name in wanted if name != "html"], self.settings)
        if "html" in wanted:
            paths.append(self.view(Path(folder) / "graph.html"))
        return paths


def as_day(value: str | dt.date | None, name: str) -> dt.date | None:
    """Read a day given as text.

    Parameters
    ----------
    value : str or datetime.date or None
        ``2024-06-25``.
    name : str
        What it is, for the message.

    Returns
    -------
    datetime.date or None

    Raises
    ------
    KgError
        Where the text is no day.

    Examples
    --------
    >>> as_day("2024-06-25", "date")
    datetime.date(2024, 6, 25)
    """
    if value is None or isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise KgError(f"{name} {value!r} is no day: write it as 2024-06-25") from None


def build(
    inputs: Input | Iterable[Input],
    *,
    date: str | dt.date | None = None,
    workers: int = 1,
    recognizer: str = "rules",
    model: str | None = None,
    actors: str | Path | Sequence[str | Path] | None = None,
    ontologies: str | Path | None = None,
    judgements: str | Path | None = None,
    base: str | None = None,
    **options: Any,
) -> KnowledgeGraph:
    """Read articles and make the graph of what they say.

    Parameters
    ----------
    inputs : path, text or Document, or an iterable of them
        Files (``.txt``, ``.html``, ``.jsonl``, ``.csv``, ``.parquet``), folders, the text of an article, or
        :class:`kg.Document` records.
    date : str or datetime.date, optional
        Day of publication of articles that do not say theirs.
    workers : int
        Processes.
    recognizer : {'rules', 'camel'}
        Who finds the names.
    model : str, optional
        Name or folder of the recogniser's model.
    actors : path or sequence of paths, optional
        More actor files, in the form of ``ontologies/actors.ttl``.
    ontologies : path, optional
        A folder in place of the ontologies shipped.
    judgements : path, optional
        What persons decided about who is who (:func:`kg.graph.judgements.load_judgements`).
    base : str, optional
        Namespace of the data in RDF.
    **options
        Passed on to :func:`kg.corpus.read`.

    Returns
    -------
    KnowledgeGraph

    Raises
    ------
    KgError
        Where an input cannot be read.

    Examples
    --------
    >>> build("زار بلينكن القاهرة أمس.", date="2024-06-25")
    <KnowledgeGraph: 2 actors, 1 events, 1 documents>
    """
    from kg.corpus import run
    from kg.corpus.given import documents_of
    from kg.graph import merge
    from kg.graph.judgements import load_judgements
    from kg.lexicon import load as load_lexicon

    files = [actors] if isinstance(actors, str | Path) else list(actors or ())
    lexicon = load_lexicon(ontologies, files)
    given = [inputs] if isinstance(inputs, str | Path | Document) else inputs
    documents = documents_of(given, as_day(date, "date"), options)
    extractions = run(documents, lexicon=lexicon, workers=workers, recognizer=recognizer, model=model)
    judged = () if judgements is None else load_judgements(judgements)
    return KnowledgeGraph(merge(extractions, judgements=judged, lexicon=lexicon), lexicon, base=base)


def load(folder: str | Path, lexicon: Lexicon | None = None, *, base: str | None = None) -> KnowledgeGraph:
    """Load a graph that was saved.

    Parameters
    ----------
    folder : str or Path
        Where :meth:`KnowledgeGraph.save` or ``kg build -o`` wrote.
    lexicon : Lexicon, optional
    base : str, optional
        Namespace of the data in RDF, where another was asked for when building.

    Returns
    -------
    KnowledgeGraph
        Equal to the one saved; the documents have no text.

    Raises
    ------
    InputError
        Where a table is missing or broken; it names file and line.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     [path.name for path in build("زار بلينكن القاهرة.").save(folder, ["dyads"])][-1], load(folder)
    ('dyads.tsv', <KnowledgeGraph: 2 actors, 1 events, 1 documents>)
    """
    from kg.export.tables import read_csv

    return KnowledgeGraph(read_csv(folder), lexicon, base=base)
