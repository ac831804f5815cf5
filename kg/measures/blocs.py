"""Which actors stand together: communities of the network of cooperation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

from kg.measures.signed import pair_weights
from kg.measures.ties import names_of
from kg.model import Dataset, Relation

if TYPE_CHECKING:
    import pandas as pd

_COLUMNS = "bloc bloc_name members actor_id name_ar type strength inside".split()
_NAMED = 3


def blocs(
    dataset: Dataset,
    relations: Mapping[str, Relation],
    *,
    since: dt.date | None = None,
    until: dt.date | None = None,
    resolution: float = 1.0,
    least: int = 3,
) -> pd.DataFrame:
    """Find the groups of actors that cooperate more with one another than with others.

    Two actors count as linked where cooperation weighs more than conflict, by the difference.

    Parameters
    ----------
    dataset : Dataset
    relations : mapping of str to Relation
    since, until : datetime.date, optional
    resolution : float
        Above 1 gives more and smaller blocs.
    least : int
        Smaller groups are left out.

    Returns
    -------
    pandas.DataFrame
        A row an actor, the largest bloc first and in it the strongest member. ``bloc_name`` is made of the
        names of the three strongest. ``strength``: weight of the actor's cooperation within the bloc;
        ``inside``: its share of all its cooperation. ``attrs["modularity"]`` says how well the blocs divide
        the network: 0 no better than chance, from some 0.3 on clearly.

    Notes
    -----
    Louvain method with a fixed seed: V. D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, "Fast
    unfolding of communities in large networks", Journal of Statistical Mechanics (2008). Modularity:
    M. E. J. Newman, M. Girvan, "Finding and evaluating community structure in networks", Physical Review E 69
    (2004).

    Examples
    --------
    >>> blocs(Dataset((), (), (), ()), {}).attrs
    {'modularity': None}
    >>> import kg
    >>> graph = kg.build("التقى وزير الخارجية المصري سامح شكري نظيره الأردني أيمن الصفدي.")
    >>> blocs(graph.dataset, graph.relations, least=2)[["bloc", "name_ar"]].values.tolist()
    [[1, 'أيمن الصفدي'], [1, 'سامح شكري']]
    """
    import networkx as nx
    import pandas as pd

    graph = nx.Graph()
    weights = pair_weights(dataset, relations, since=since, until=until)
    graph.add_weighted_edges_from(
        (*pair, for_ - against) for pair, (for_, against) in weights.items() if for_ > against
    )
    if not graph:
        empty = pd.DataFrame([], columns=_COLUMNS)
        empty.attrs["modularity"] = None
        return empty
    found = nx.community.louvain_communities(graph, resolution=resolution, seed=0)
    modularity = nx.community.modularity(graph, found, resolution=resolution)
    names, types = names_of(dataset), {actor.id: actor.type for actor in dataset.actors}
    rows = []
    large = sorted((bloc for bloc in found if len(bloc) >= least), key=lambda bloc: (-len(bloc), min(bloc)))
    for number, bloc in enumerate(large, 1):
        strength = {a: sum(graph.edges[a, b]["weight"] for b in graph[a] if b in bloc) for a in bloc}
        ordered = sorted(bloc, key=lambda a: (-strength[a], a))
        title = "، ".join(names[a] for a in ordered[:_NAMED])
        for a in ordered:
            inside = strength[a] / graph.degree(a, weight="weight")
            rows.append((number, title, len(bloc), a, names[a], types[a], strength[a], round(inside, 4)))
    table = pd.DataFrame(rows, columns=_COLUMNS)
    table.attrs["modularity"] = round(modularity, 4)
    return table
