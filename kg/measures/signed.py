"""The network of cooperation and conflict, and whether it is balanced."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.measures.ties import names_of, ties
from kg.model import Dataset, Relation

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

_TIES = "one_id one_name other_id other_name cooperation conflict sign".split()
_TRIADS = ("+++", "++-", "+--", "---")


def pair_weights(
    dataset: Dataset,
    relations: Mapping[str, Relation],
    *,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> dict[tuple[str, str], tuple[int, int]]:
    """Weight of cooperation and of conflict of each pair of actors, whoever begins.

    Parameters
    ----------
    dataset : Dataset
    relations : mapping of str to Relation
    since, until : datetime.date, optional

    Returns
    -------
    dict of (str, str) to (int, int)

    Examples
    --------
    >>> import kg
    >>> graph = kg.build("التقى وزير الخارجية المصري سامح شكري نظيره الأردني أيمن الصفدي.")
    >>> pair_weights(graph.dataset, graph.relations)
    {('ayman-safadi', 'sameh-shoukry'): (1, 0)}
    """
    cooperation: Counter[tuple[str, str]] = Counter()
    conflict: Counter[tuple[str, str]] = Counter()
    for tie in ties(dataset, relations, since=since, until=until):
        if tie.sign and tie.source is not None and tie.target is not None and tie.source != tie.target:
            pair = min(tie.source, tie.target), max(tie.source, tie.target)
            (cooperation if tie.sign > 0 else conflict)[pair] += tie.weight
    pairs = sorted(cooperation.keys() | conflict.keys())
    return {pair: (cooperation[pair], conflict[pair]) for pair in pairs}


def signed_ties(
    dataset: Dataset,
    relations: Mapping[str, Relation],
    *,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> pd.DataFrame:
    """Weigh cooperation against conflict for each pair of actors.

    Parameters
    ----------
    dataset : Dataset
    relations : mapping of str to Relation
    since, until : datetime.date, optional

    Returns
    -------
    pandas.DataFrame
        A row a pair, the one with most happenings first. ``cooperation`` and ``conflict`` are sums over
        happenings of the outlets that tell each; ``sign`` is 1 where cooperation weighs more, -1 where
        conflict does, and 0 where they weigh the same.

    Examples
    --------
    >>> signed_ties(Dataset((), (), (), ()), {}).shape
    (0, 7)
    >>> import kg
    >>> graph = kg.build("التقى وزير الخارجية المصري سامح شكري نظيره الأردني أيمن الصفدي.")
    >>> table = signed_ties(graph.dataset, graph.relations)
    >>> table[["one_name", "other_name", "sign"]].values.tolist()
    [['أيمن الصفدي', 'سامح شكري', 1]]
    """
    import pandas as pd

    names = names_of(dataset)
    weights = pair_weights(dataset, relations, since=since, until=until)
    rows = [
        (one, names[one], other, names[other], for_, against, (for_ > against) - (for_ < against))
        for (one, other), (for_, against) in sorted(weights.items(), key=lambda x: (-sum(x[1]), x[0]))
    ]
    return pd.DataFrame(rows, columns=_TIES)


@dataclass(frozen=True, slots=True)
class Balance:
    """How far a signed network follows "the friend of my friend is my friend".

    Parameters
    ----------
    triads : dict of str to int
        Number of triangles with three ties of cooperation (``+++``), two, one and none.
    degree : float or None
        Share of triangles whose signs multiply to plus: ``+++`` and ``+--``. None where there is no triangle.
    weak_degree : float or None
        The same where three enemies of each other (``---``) are balanced too.
    tense : tuple of (str, str, str)
        Triangles that are not balanced, the heaviest first: ids.

    Examples
    --------
    >>> found = balance(Dataset((), (), (), ()), {})
    >>> found.triads
    {'+++': 0, '++-': 0, '+--': 0, '---': 0}
    """

    triads: dict[str, int]
    degree: float | None
    weak_degree: float | None
    tense: tuple[tuple[str, str, str], ...]


def signed_graph(weights: Mapping[tuple[str, str], tuple[int, int]]) -> nx.Graph:
    """Make the undirected graph of signs; pairs in which both sides weigh the same have none.

    Parameters
    ----------
    weights : mapping of (str, str) to (int, int)
        As of :func:`pair_weights`.

    Returns
    -------
    networkx.Graph
        Edges have ``sign`` (1, -1) and ``weight``, the difference.

    Examples
    --------
    >>> signed_graph({("a", "b"): (3, 1)}).edges["a", "b"]
    {'sign': 1, 'weight': 2}
    """
    import networkx as nx

    graph = nx.Graph()
    for (one, other), (for_, against) in sorted(weights.items()):
        if for_ != against:
            graph.add_edge(one, other, sign=1 if for_ > against else -1, weight=abs(for_ - against))
    return graph


def balance(
    dataset: Dataset,
    relations: Mapping[str, Relation],
    *,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Balance:
    """Count the triangles of cooperation and conflict, and the share that is balanced.

    Parameters
    ----------
    dataset : Dataset
    relations : mapping of str to Relation
    since, until : datetime.date, optional

    Returns
    -------
    Balance

    Notes
    -----
    A triangle is balanced where the product of its three signs is plus: F. Heider, "Attitudes and cognitive
    organization", Journal of Psychology 21 (1946); D. Cartwright, F. Harary, "Structural balance: a
    generalization of Heider's theory", Psychological Review 63 (1956). Three mutual enemies are weakly
    balanced: J. A. Davis, "Clustering and structural balance in graphs", Human Relations 20 (1967).

    Examples
    --------
    >>> balance(Dataset((), (), (), ()), {}).degree is None
    True
    >>> import kg
    >>> graph = kg.build("هاجمت إسرائيل لبنان. دعمت إيران لبنان. هددت إيران إسرائيل.")
    >>> found = balance(graph.dataset, graph.relations)
    >>> found.triads, found.degree
    ({'+++': 0, '++-': 0, '+--': 1, '---': 0}, 1.0)
    """
    graph = signed_graph(pair_weights(dataset, relations, since=since, until=until))
    counts = dict.fromkeys(_TRIADS, 0)
    tense = []
    for one, other, third in triangles(graph):
        edges = [graph.edges[pair] for pair in ((one, other), (other, third), (one, third))]
        kind = _TRIADS[sum(edge["sign"] < 0 for edge in edges)]
        counts[kind] += 1
        if kind in ("++-", "---"):
            tense.append((min(edge["weight"] for edge in edges), (one, other, third)))
    total = sum(counts.values())
    even = counts["+++"] + counts["+--"]
    tense.sort(key=lambda found: (-found[0], found[1]))
    return Balance(
        counts,
        round(even / total, 4) if total else None,
        round((even + counts["---"]) / total, 4) if total else None,
        tuple(triangle for _, triangle in tense),
    )


def triangles(graph: nx.Graph) -> list[tuple[str, str, str]]:
    """Find all triangles of an undirected graph, each once, with sorted ids.

    Parameters
    ----------
    graph : networkx.Graph
        Its nodes are texts.

    Returns
    -------
    list of (str, str, str)
        Sorted.

    Notes
    -----
    Each edge points to the end of higher degree, so that few pairs are looked at: N. Chiba, T. Nishizeki,
    "Arboricity and subgraph listing algorithms", SIAM Journal on Computing 14 (1985).

    Examples
    --------
    >>> import networkx as nx
    >>> triangles(nx.complete_graph(["a", "b", "c"]))
    [('a', 'b', 'c')]
    """
    rank = {node: (degree, node) for node, degree in graph.degree}
    above = {node: {other for other in graph[node] if rank[other] > rank[node]} for node in graph}
    found = {
        tuple(sorted((node, other, third)))
        for node in graph
        for other in above[node]
        for third in above[node] & above[other]
    }
    return sorted(found)
