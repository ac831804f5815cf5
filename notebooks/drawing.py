"""Pictures for the notebooks: static ones, so that they show where scripts do not run.

matplotlib shapes Arabic by itself from version 3.11 on, and its own font has the letters.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import matplotlib.pyplot as plt
import networkx as nx

# Okabe and Ito's colours, which colour-blind readers tell apart.
QUADS = {
    "verbal-cooperation": "#56b4e9",
    "material-cooperation": "#0072b2",
    "verbal-conflict": "#e69f00",
    "material-conflict": "#d55e00",
    "neutral": "#999999",
}
SHAPES = {"person": "o", "state": "s", "organization": "D", "group": "^", "place": "h"}

plt.rcParams.update({"figure.dpi": 90, "savefig.dpi": 90, "axes.spines.top": False, "axes.spines.right": False})


def draw(graph: Any, actors: int = 22, size: tuple[float, float] = (11, 6)) -> None:
    """Draw the most active actors of a graph's largest connected part, and what occurred between them.

    Parameters
    ----------
    graph : kg.KnowledgeGraph
    actors : int
        How many, at most.
    size : (float, float)
        Of the picture, in inches.
    """
    occurred = [
        event
        for event in graph.dataset.events
        if event.source_id and event.target_id and event.source_id != event.target_id
        and any(claim.status == "occurred" for claim in event.claims)
    ]  # fmt: skip
    activity = Counter(end for event in occurred for end in (event.source_id, event.target_id))
    links = nx.Graph((event.source_id, event.target_id) for event in occurred)
    largest = max(nx.connected_components(links), key=lambda part: (len(part), min(part)))
    chosen = set(sorted(largest, key=lambda a: (-activity[a], a))[:actors])
    among = tuple(e for e in occurred if e.source_id in chosen and e.target_id in chosen)
    pairs = {(e.source_id, e.target_id): graph.relations[e.relation].quad for e in among}
    joined = sorted({end for pair in pairs for end in pair})
    places = nx.kamada_kawai_layout(nx.Graph(sorted(pairs)), scale=2)
    kinds = {actor.id: actor for actor in graph.dataset.actors}
    _, axes = plt.subplots(figsize=size)
    for (source, target), quad in sorted(pairs.items()):
        axes.annotate(
            "", places[target], places[source],
            arrowprops={"arrowstyle": "-|>", "color": QUADS[quad], "lw": 1.6, "shrinkA": 9, "shrinkB": 9},
        )  # fmt: skip
    for actor in joined:
        kind = kinds[actor].type
        axes.scatter(*places[actor], s=50 + 10 * activity[actor], marker=SHAPES[kind], color="#333333", zorder=3)
        axes.annotate(
            kinds[actor].name_ar, places[actor], (0, 9), textcoords="offset points", ha="center", fontsize=9,
            bbox={"boxstyle": "round,pad=.15", "color": "white", "alpha": 0.6}, zorder=4,
        )  # fmt: skip
    used = [quad for quad in QUADS if quad in pairs.values()]
    axes.legend([plt.Line2D([], [], color=QUADS[quad], lw=2) for quad in used], used, loc="best", frameon=False)
    axes.margins(0.12)
    axes.axis("off")
    plt.show()
