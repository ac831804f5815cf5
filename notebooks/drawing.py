"""Pictures for the notebooks: static ones, so that they show where scripts do not run.

matplotlib shapes Arabic by itself from version 3.11 on, and its own font has the letters.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import matplotlib.pyplot as plt
import networkx as nx

from kg.view import network

# The colours and marks of the page. Blues cooperate, oranges conflict, whatever the reader's colour vision.
QUADS = {
    "verbal-cooperation": ("تعاون بالقول", "#3d97d3"),
    "material-cooperation": ("تعاون بالفعل", "#0a4f8a"),
    "verbal-conflict": ("نزاع بالقول", "#cc8000"),
    "material-conflict": ("نزاع بالفعل", "#b23a00"),
    "neutral": ("محايد", "#8b9097"),
}
TYPES = {
    "state": ("دولة", "s", "#3c4657"),
    "organization": ("منظمة", "D", "#a8628a"),
    "person": ("شخص", "o", "#00805e"),
    "group": ("جماعة", "^", "#8a7a00"),
    "place": ("مكان", "h", "#7c8590"),
}

plt.rcParams.update({"figure.dpi": 90, "savefig.dpi": 90, "axes.spines.top": False, "axes.spines.right": False})


def draw(graph: Any, actors: int = 24, size: tuple[float, float] = (11, 6.4)) -> None:
    """Draw the most active actors of a graph as the page does: the largest part that hangs together.

    Parameters
    ----------
    graph : kg.KnowledgeGraph
    actors : int
        How many, at most.
    size : (float, float)
        Of the picture, in inches.
    """
    net = network(graph.dataset, graph.relations, first_view=actors)
    first = {node["id"]: node for node in net.nodes[:actors]}
    edges = [
        edge for edge in net.edges
        if edge["status"] == "occurred" and edge["from"] in first and edge["to"] in first and edge["from"] != edge["to"]
    ]  # fmt: skip
    parts = nx.connected_components(nx.Graph((edge["from"], edge["to"]) for edge in edges))
    largest = max(parts, key=lambda part: (len(part), min(part)))
    nodes = {id_: node for id_, node in first.items() if id_ in largest}
    edges = [edge for edge in edges if edge["from"] in nodes]
    _, axes = plt.subplots(figsize=size)
    together: dict[frozenset[str], int] = {}
    for edge in edges:
        pair = frozenset((edge["from"], edge["to"]))
        nth = together[pair] = together.get(pair, -1) + 1
        a, b = nodes[edge["from"]], nodes[edge["to"]]
        axes.annotate(
            "", (b["x"], -b["y"]), (a["x"], -a["y"]),
            arrowprops={
                "arrowstyle": "-|>" if edge["arrows"] else "-", "color": QUADS[edge["quad"]][1], "lw": edge["width"] * 0.8,
                "shrinkA": a["size"] / 2, "shrinkB": b["size"] / 2, "connectionstyle": f"arc3,rad={0.14 * nth}",
            },
        )  # fmt: skip
    for node in nodes.values():
        _, marker, color = TYPES[node["group"]]
        axes.scatter(node["x"], -node["y"], s=node["size"] ** 2 * 0.8, marker=marker, color=color, ec="white", zorder=3)
        axes.annotate(
            node["label"], (node["x"], -node["y"]), (0, -node["size"] / 2 - 3), textcoords="offset points",
            ha="center", va="top", fontsize=8.5, zorder=4, bbox={"boxstyle": "round,pad=.1", "fc": "#ffffffb0", "ec": "none"},
        )  # fmt: skip
    kinds, quads = {node["group"] for node in nodes.values()}, {edge["quad"] for edge in edges}
    lines = [plt.Line2D([], [], color=color, lw=2.5, label=name) for quad, (name, color) in QUADS.items() if quad in quads]
    marks = [
        plt.Line2D([], [], ls="", marker=marker, color=color, ms=7, label=name)
        for kind, (name, marker, color) in TYPES.items() if kind in kinds
    ]  # fmt: skip
    axes.legend(handles=lines + marks, loc="upper center", bbox_to_anchor=(0.5, 0.02), ncols=len(lines + marks), frameon=False, fontsize=9)
    axes.margins(0.08)
    axes.axis("off")
    plt.show()


def boxes(
    classes: Mapping[str, tuple[float, float]], attributes: Mapping[str, list[str]], links: Mapping[tuple[str, str], list[str]]
) -> None:
    """Draw an ontology: a box for each class with its attributes, an arrow for what leads from one to another.

    Parameters
    ----------
    classes : mapping of str to (float, float)
        Name and place.
    attributes : mapping of str to list of str
        Names of the properties of each class whose values are literals.
    links : mapping of (str, str) to list of str
        Names of the properties that lead from one class to another; from a class to itself they are a loop.
    """
    _, axes = plt.subplots(figsize=(12, 6.4))
    wide, line, head = 0.9, 0.13, 0.26
    high = {name: head + line * len(attributes.get(name, [])) for name in classes}
    arrow = {"arrowstyle": "-|>", "color": "#0a4f8a", "lw": 1.2}
    note = {"ha": "center", "va": "center", "fontsize": 8.5, "color": "#0a4f8a", "bbox": {"fc": "white", "ec": "none", "pad": 1.5}}
    for (start, end), names in links.items():
        (x, y), (u, v) = classes[start], classes[end]
        if start == end:
            side = x - wide / 2
            axes.annotate("", (side, y - 0.3), (side, y - 0.06), arrowprops=arrow | {"connectionstyle": "arc3,rad=1.6"})
            axes.text(side - 0.22, y - 0.18, "\n".join(names), **(note | {"ha": "right"}))
            continue
        # From rim to rim: sideways between columns, up and down within one.
        y, v = y - high[start] / 2, v - high[end] / 2
        if abs(u - x) < wide:
            y, v = y + math.copysign(high[start] / 2, v - y), v - math.copysign(high[end] / 2, v - y)
        else:
            x, u = x + math.copysign(wide / 2, u - x), u - math.copysign(wide / 2, u - x)
        axes.annotate("", (u, v), (x, y), arrowprops=arrow | {"shrinkA": 0, "shrinkB": 0})
        axes.text((x + u) / 2, (y + v) / 2, "\n".join(names), **note)
    for name, (x, y) in classes.items():
        axes.add_patch(plt.Rectangle((x - wide / 2, y - high[name]), wide, high[name], fc="#eef4fa", ec="#0a4f8a", zorder=2))
        axes.text(x, y - head / 2, name, ha="center", va="center", fontsize=11, weight="bold", zorder=3)
        for number, attribute in enumerate(attributes.get(name, [])):
            axes.text(x, y - head - line * (number + 0.35), attribute, ha="center", va="center", fontsize=8.5, zorder=3)
    axes.set(xlim=(min(x for x, _ in classes.values()) - 1.3, max(x for x, _ in classes.values()) + 0.5))
    axes.set(ylim=(min(y - high[name] for name, (_, y) in classes.items()) - 0.05, max(y for _, y in classes.values()) + 0.05))
    axes.axis("off")
    plt.show()
