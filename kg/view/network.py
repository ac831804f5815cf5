"""The graph as a ``pyvis.Network``: what vis-network draws, and with which options."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from kg.model import Dataset, Relation
from kg.view.layout import positions
from kg.view.tables import QUADS, SHOWN_AT_FIRST, STATUSES, Tables, tables

if TYPE_CHECKING:
    from pyvis.network import Network

SHAPES = {
    "state": "square",
    "organization": "diamond",
    "person": "dot",
    "group": "triangle",
    "place": "hexagon",
}
DASHES: dict[str, list[int] | bool] = {
    "occurred": False,
    "planned": [12, 7],
    "possible": [2, 6],
    "negated": False,
}
FONT = "'Noto Sans Arabic', 'Segoe UI', 'Geeza Pro', Dubai, Tahoma, 'DejaVu Sans', Arial, sans-serif"

# Physics is off and lines are straight: with the defaults 2,000 actors take minutes to come to rest.
OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {
        "hover": True,
        "multiselect": False,
        "hideEdgesOnDrag": True,
        "hideEdgesOnZoom": True,
        "keyboard": {"enabled": True, "bindToWindow": False},
        "tooltipDelay": 100000,
        "selectConnectedEdges": False,
        "hoverConnectedEdges": False,
    },
    "nodes": {
        "borderWidth": 1.5,
        "borderWidthSelected": 3,
        "font": {"face": FONT, "vadjust": -2},
        "scaling": {"label": {"drawThreshold": 9}},
    },
    "edges": {
        "smooth": False,
        "arrows": {"to": {"enabled": False, "scaleFactor": 0.55}},
        "arrowStrikethrough": False,
        "selectionWidth": 2,
        "hoverWidth": 1,
    },
    "groups": {type_: {"shape": shape} for type_, shape in SHAPES.items()},
}


def network(dataset: Dataset, relations: Mapping[str, Relation], *, first_view: int = 300) -> Network:
    """Make a ``pyvis.Network`` of a data set, with every actor placed and every edge styled.

    An edge stands for all claims of one kind and one status from one actor to another. Claims without a
    source or a target are no edges.

    Parameters
    ----------
    dataset : Dataset
    relations : mapping of str to Relation
        The inventory, by id.
    first_view : int
        How many of the most active actors are laid out together.

    Returns
    -------
    pyvis.network.Network
        Nodes have the ids of actors; edges carry ``quad``, ``status``, ``outlets`` and ``events``.

    Examples
    --------
    >>> network(Dataset((), (), (), ()), {}).nodes
    []
    >>> import kg
    >>> graph = kg.build("زار وزير الخارجية المصري سامح شكري الأردن.")
    >>> [(e["from"], e["to"], e["quad"]) for e in network(graph.dataset, graph.relations).edges]
    [('sameh-shoukry', 'jordan', 'verbal-cooperation')]
    """
    return network_of(tables(dataset, relations), first_view)


def network_of(numbered: Tables, first_view: int) -> Network:
    """See :func:`network`; from a data set that is numbered already.

    Parameters
    ----------
    numbered : Tables
        As of :func:`kg.view.tables.tables`.
    first_view : int

    Returns
    -------
    pyvis.network.Network

    Examples
    --------
    >>> import kg
    >>> graph = kg.build("زار وزير الخارجية المصري سامح شكري الأردن.")
    >>> network_of(tables(graph.dataset, graph.relations), 300).get_nodes()
    ['jordan', 'sameh-shoukry']
    """
    from pyvis.edge import Edge as VisEdge
    from pyvis.network import Network
    from pyvis.node import Node as VisNode

    net = Network(directed=True, height="100%", width="100%", cdn_resources="in_line")
    net.options = OPTIONS
    sizes = _sizes(numbered.activity)
    shown = {STATUSES.index(status) for status in SHOWN_AT_FIRST}
    links = [(e.source, e.target, float(e.events)) for e in numbered.edges if e.status in shown]
    places = positions(len(numbered.actors), links, sizes, first_view)
    # Network.add_node and add_edge search a list for every call, which takes minutes for 30,000 edges; the
    # records they make are the same.
    for actor, size, (x, y) in zip(numbered.actors, sizes, places, strict=True):
        node = VisNode(actor.id, SHAPES[actor.type], actor.name_ar, group=actor.type, size=size, x=x, y=y)
        net.nodes.append(node.options)
        net.node_ids.append(actor.id)
        net.node_map[actor.id] = node.options
    for edge in numbered.edges:
        status = STATUSES[edge.status]
        line = VisEdge(
            numbered.actors[edge.source].id,
            numbered.actors[edge.target].id,
            True,
            arrows="" if edge.symmetric else "to",
            width=width_of(edge.outlets),
            dashes=DASHES[status],
            quad=QUADS[edge.quad],
            status=status,
            outlets=edge.outlets,
            events=edge.events,
        )
        net.edges.append(line.options)
    return net


def width_of(outlets: int) -> float:
    """Say how wide an edge is that so many outlets report: 1.7, 2.9, 3.9, ... up to 8.

    Parameters
    ----------
    outlets : int

    Returns
    -------
    float
        In pixels.

    Examples
    --------
    >>> width_of(1)
    1.7
    """
    return round(min(8.0, 1.7 * math.pow(max(1, outlets), 0.75)), 1)


def _sizes(activity: tuple[int, ...]) -> list[int]:
    top = max(activity, default=0) or 1
    return [round(6 + 18 * math.sqrt(events / top)) for events in activity]
