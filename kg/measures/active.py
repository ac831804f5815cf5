"""Who is active and central over time, and who sets the agenda."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from kg.graph.copies import voices
from kg.measures.ties import SPEECH, Period, Tie, names_of, period_of, ties, within
from kg.model import Dataset, Relation

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

_EXACT = 1_000  # of more actors betweenness is estimated from so many
_ACTIVITY = "period actor_id name_ar type acts receives degree betweenness pagerank".split()
_AGENDA = "actor_id name_ar type says addressees hears attributed outlets initiative".split()


def activity(
    dataset: Dataset,
    relations: Mapping[str, Relation],
    *,
    by: Period = "month",
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> pd.DataFrame:
    """Count what each actor does and undergoes in each period, and how central it is.

    Parameters
    ----------
    dataset : Dataset
    relations : mapping of str to Relation
    by : {'week', 'month', 'quarter', 'year'}
    since, until : datetime.date, optional

    Returns
    -------
    pandas.DataFrame
        A row a period and actor, the most active first. ``acts`` and ``receives``: happenings of which it is
        source and target. ``degree``: share of the period's other actors it has to do with. ``betweenness``:
        share of shortest paths between others that lead over it. ``pagerank``: the share of a random walk
        along the ties, each followed as often as outlets tell of it, that is spent at it.

    Notes
    -----
    Degree and betweenness: L. C. Freeman, "Centrality in social networks: conceptual clarification", Social
    Networks 1 (1978). PageRank: S. Brin, L. Page, "The anatomy of a large-scale hypertextual web search
    engine" (1998). Betweenness in a period with more than 1,000 actors is estimated from 1,000 of them
    (U. Brandes, C. Pich, "Centrality estimation in large networks", 2007).

    Examples
    --------
    >>> import kg
    >>> graph = kg.build("التقى وزير الخارجية المصري سامح شكري نظيره الأردني أيمن الصفدي.", date="2024-06-25")
    >>> activity(graph.dataset, graph.relations)[["period", "name_ar", "degree"]].values.tolist()
    [['2024-06', 'أيمن الصفدي', 1.0], ['2024-06', 'سامح شكري', 1.0]]
    """
    import pandas as pd

    periods: defaultdict[str, list[Tie]] = defaultdict(list)
    for tie in ties(dataset, relations, since=since, until=until):
        if tie.day is not None:
            periods[period_of(tie.day, by)].append(tie)
    names, types = names_of(dataset), {actor.id: actor.type for actor in dataset.actors}
    rows = []
    for period in sorted(periods):
        acts = Counter(t.source for t in periods[period] if t.source is not None)
        receives = Counter(t.target for t in periods[period] if t.target is not None)
        degree, between, rank = _centrality(_directed(periods[period]))
        for actor in sorted(acts.keys() | receives.keys(), key=lambda a: (-acts[a] - receives[a], a)):
            central = (degree.get(actor, 0.0), between.get(actor, 0.0), rank.get(actor, 0.0))
            counts = (acts[actor], receives[actor])
            rows.append((period, actor, names[actor], types[actor], *counts, *(round(c, 6) for c in central)))
    return pd.DataFrame(rows, columns=_ACTIVITY)


def _directed(found: Iterable[Tie]) -> nx.DiGraph:
    import networkx as nx

    graph = nx.DiGraph()
    weights: Counter[tuple[str, str]] = Counter()
    for tie in found:
        if tie.source is not None and tie.target is not None and tie.source != tie.target:
            weights[tie.source, tie.target] += tie.weight
    for (source, target), weight in sorted(weights.items()):
        graph.add_edge(source, target, weight=weight)
    return graph


def _centrality(graph: nx.DiGraph) -> tuple[dict[str, float], dict[str, float], dict[str, float]]:
    import networkx as nx

    if not graph:
        return {}, {}, {}
    plain = graph.to_undirected()
    sample = _EXACT if len(plain) > _EXACT else None
    between = nx.betweenness_centrality(plain, k=sample, seed=0)
    return nx.degree_centrality(plain), between, nx.pagerank(graph)


def agenda(
    dataset: Dataset,
    relations: Mapping[str, Relation],
    *,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> pd.DataFrame:
    """Compare what each actor says with what is said to it.

    Parameters
    ----------
    dataset : Dataset
    relations : mapping of str to Relation
    since, until : datetime.date, optional

    Returns
    -------
    pandas.DataFrame
        A row an actor that speaks or is spoken to, who says most first. ``says``: statements, warnings,
        accusations and demands of its own. ``addressees``: actors they are directed at. ``hears``: those
        directed at it. ``attributed``: claims that documents report on its word. ``outlets``: independent
        outlets that carry its words. ``initiative``: (says - hears) / (says + hears), from -1 (only spoken
        to) to 1 (only speaks).

    Notes
    -----
    Whose words the press carries, and how far, is the measure of agenda building: K. Lang, G. Lang, "The
    Battle for Public Opinion" (1983); W. L. Bennett, "Toward a theory of press-state relations in the United
    States", Journal of Communication 40 (1990). The initiative is the normalised difference of degrees out
    and in, as for prestige in S. Wasserman, K. Faust, "Social Network Analysis" (1994), section 5.3.

    Examples
    --------
    >>> agenda(Dataset((), (), (), ()), {}).shape
    (0, 9)
    >>> import kg
    >>> graph = kg.build("أكد وزير الخارجية المصري سامح شكري أن بلاده تدعم الأردن.")
    >>> agenda(graph.dataset, graph.relations)[["name_ar", "says", "initiative"]].values.tolist()
    [['سامح شكري', 1, 1.0]]
    """
    import pandas as pd

    says: Counter[str] = Counter()
    hears: Counter[str] = Counter()
    to: defaultdict[str, set[str]] = defaultdict(set)
    for tie in ties(dataset, relations, since=since, until=until):
        if tie.group in SPEECH:
            if tie.source is not None:
                says[tie.source] += 1
                if tie.target is not None:
                    to[tie.source].add(tie.target)
            if tie.target is not None:
                hears[tie.target] += 1
    told_by = voices(dataset.documents)
    days = {document.id: document.date for document in dataset.documents}
    attributed: Counter[str] = Counter()
    carried: defaultdict[str, set[str]] = defaultdict(set)
    for event in dataset.events:
        relation = relations.get(event.relation)
        for claim in event.claims:
            if not within(claim.date or days.get(claim.doc_id), since, until):
                continue
            voice = told_by.get(claim.doc_id, claim.doc_id)
            if claim.attributed_to is not None:
                attributed[claim.attributed_to] += 1
                carried[claim.attributed_to].add(voice)
            if relation is not None and relation.group in SPEECH and claim.source_id and event.source_id:
                carried[event.source_id].add(voice)
    names, types = names_of(dataset), {actor.id: actor.type for actor in dataset.actors}
    rows = [
        (
            a, names[a], types[a], says[a], len(to[a]), hears[a], attributed[a], len(carried[a]),
            round((says[a] - hears[a]) / (says[a] + hears[a]), 4) if says[a] + hears[a] else 0.0,
        )
        for a in sorted(says.keys() | hears.keys() | attributed.keys(), key=lambda a: (-says[a], hears[a], a))
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=_AGENDA)
