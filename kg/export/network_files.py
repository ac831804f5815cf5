"""GraphML and GEXF: the NetworkX graph as files for Gephi, Cytoscape, yEd and NetworkX itself.

Read GraphML with ``networkx.read_graphml(path, edge_key_type=str)``: by default networkx makes a number of an
event's id where that has no letter.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.export.base import Settings
from kg.export.files import replacing
from kg.graph.network import to_networkx
from kg.model import Dataset

if TYPE_CHECKING:
    import networkx as nx

# Characters that no XML 1.0 document may hold, not even escaped (XML 1.0, section 2.2).
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    r"""Drop the characters that XML forbids.

    Parameters
    ----------
    text : str

    Returns
    -------
    str

    Examples
    --------
    >>> clean("أ\x00ب")
    'أب'
    """
    return _FORBIDDEN.sub("", text)


def _cleaned(attributes: dict[str, Any]) -> dict[str, Any]:
    # XML readers turn a carriage return into a line feed: written so, what is read is what was written.
    return {
        key: clean(value).replace("\r\n", "\n").replace("\r", "\n") if isinstance(value, str) else value
        for key, value in attributes.items()
    }


def clean_graph(dataset: Dataset, settings: Settings) -> nx.MultiDiGraph:
    r"""Build the graph with text that XML can hold.

    Parameters
    ----------
    dataset : Dataset
    settings : Settings
        Relation types, for labels and codes.

    Returns
    -------
    networkx.MultiDiGraph
        That of :func:`~kg.graph.network.to_networkx`, without forbidden characters and with line feeds only.

    Examples
    --------
    >>> from kg.model import Actor
    >>> dataset = Dataset((), (Actor("cairo", "place", "القا\x00هرة"),), (), ())
    >>> clean_graph(dataset, Settings({})).nodes["cairo"]["name_ar"]
    'القاهرة'
    """
    import networkx as nx

    graph = to_networkx(dataset, settings.relations)
    cleaned = nx.MultiDiGraph()
    cleaned.add_nodes_from((node, _cleaned(data)) for node, data in graph.nodes(data=True))
    cleaned.add_edges_from(
        (s, t, key, _cleaned(data)) for s, t, key, data in graph.edges(keys=True, data=True)
    )
    return cleaned


def write_graphml(dataset: Dataset, out: Path, settings: Settings) -> list[Path]:
    """Write ``graph.graphml``.

    Parameters
    ----------
    dataset : Dataset
        What is written.
    out : Path
        Folder; made where it is missing.
    settings : Settings
        Relation types, for labels and codes.

    Returns
    -------
    list of Path
        ``graph.graphml`` alone.

    Raises
    ------
    ExportError
        Where it cannot be written; an earlier one stays as it was.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> import networkx as nx
    >>> from kg.model import Actor
    >>> cairo = Actor("cairo", "place", "القاهرة", "Cairo")
    >>> with TemporaryDirectory() as folder:
    ...     [path] = write_graphml(Dataset((), (cairo,), (), ()), Path(folder), Settings({}))
    ...     nx.read_graphml(path, edge_key_type=str).nodes["cairo"]["name_ar"]
    'القاهرة'
    """
    import networkx as nx

    path = out / "graph.graphml"
    with replacing(path) as aside:
        nx.write_graphml(clean_graph(dataset, settings), aside, named_key_ids=True)
    return [path]


def write_gexf(dataset: Dataset, out: Path, settings: Settings) -> list[Path]:
    """Write ``graph.gexf``.

    GEXF has one label and one weight an edge and gives ``id``, ``label`` and ``type`` a meaning of its own,
    so those attributes are written as it wants them: the type of an actor is ``actor_type``.

    Parameters
    ----------
    dataset : Dataset
        What is written.
    out : Path
        Folder; made where it is missing.
    settings : Settings
        Relation types, for labels and codes.

    Returns
    -------
    list of Path
        ``graph.gexf`` alone.

    Raises
    ------
    ExportError
        Where it cannot be written; an earlier one stays as it was.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> import networkx as nx
    >>> from kg.model import Actor
    >>> cairo = Actor("cairo", "place", "القاهرة", "Cairo")
    >>> with TemporaryDirectory() as folder:
    ...     [path] = write_gexf(Dataset((), (cairo,), (), ()), Path(folder), Settings({}))
    ...     nx.read_gexf(path).nodes["cairo"]["actor_type"]
    'place'
    """
    import networkx as nx

    graph = clean_graph(dataset, settings)
    for _, data in graph.nodes(data=True):
        data["actor_type"] = data.pop("type", "")
    path = out / "graph.gexf"
    with replacing(path) as aside:
        nx.write_gexf(graph, aside)
        # NetworkX writes the day of writing into the file; equal input must give equal files.
        text = aside.read_text(encoding="utf-8")
        aside.write_text(re.sub(r' lastmodifieddate="[^"]*"', "", text), encoding="utf-8")
    return [path]
