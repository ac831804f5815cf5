"""The page: one HTML file in which a reader explores the graph and checks the evidence of every edge.

The flow inside the room: :mod:`tables` turns a data set into numbered columns, :mod:`layout` gives every
actor a place, :mod:`network` makes the ``pyvis.Network`` that says how each is drawn, :mod:`render` puts all
of it with the scripts of ``assets/`` into one file, and :mod:`notebook` shows that file inside a notebook.
"""

from __future__ import annotations

from kg.view.network import network
from kg.view.notebook import Inline, show
from kg.view.render import page
from kg.view.tables import outside_first_view

__all__ = ["Inline", "network", "outside_first_view", "page", "show"]
