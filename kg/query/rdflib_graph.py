"""The data set as an rdflib graph."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from kg.export.base import Settings
from kg.export.terms import prefixes
from kg.export.triples import triples
from kg.model import Dataset

if TYPE_CHECKING:
    import rdflib


def to_rdflib(dataset: Dataset, settings: Settings) -> rdflib.Graph:
    """Build an rdflib graph with all triples and prefixes.

    Where ``oxrdflib`` is installed the graph rests on Oxigraph, which reads and queries many times faster;
    what a caller sees is the same.

    Parameters
    ----------
    dataset : Dataset
    settings : Settings

    Returns
    -------
    rdflib.Graph

    Examples
    --------
    >>> import kg
    >>> graph = to_rdflib(kg.build("زار وزير الخارجية المصري سامح شكري الأردن.").dataset, Settings())
    >>> bool(graph.query("ASK { actor:sameh-shoukry kg:visited actor:jordan }"))
    True
    """
    import rdflib

    graph = _over_oxigraph(dataset, settings) if find_spec("oxrdflib") else _in_memory(dataset, settings)
    for prefix, namespace in prefixes(settings.base).items():
        graph.bind(prefix, rdflib.Namespace(namespace), override=True, replace=True)
    return graph


def _over_oxigraph(dataset: Dataset, settings: Settings) -> rdflib.Graph:
    import rdflib
    from oxrdflib import OxigraphStore
    from pyoxigraph import Quad, Store
    from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

    store = Store()
    store.bulk_extend(Quad(*triple) for triple in triples(dataset, settings))
    return rdflib.Graph(store=OxigraphStore(store=store), identifier=DATASET_DEFAULT_GRAPH_ID)


def _in_memory(dataset: Dataset, settings: Settings) -> rdflib.Graph:
    import rdflib
    from pyoxigraph import RdfFormat, serialize

    text = serialize(triples(dataset, settings), format=RdfFormat.N_TRIPLES)
    return rdflib.Graph().parse(data=text, format="nt")
