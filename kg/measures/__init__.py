"""Measures of the graph that political science uses, as pandas tables and as pictures.

Who is active and central over time (:func:`activity`), who sets the agenda (:func:`agenda`), which blocs
there are (:func:`blocs`), who is with whom and against whom and whether that is balanced
(:func:`signed_ties`, :func:`balance`), and what changed between two periods (:func:`changes`). All count
happenings that occurred, and weigh each by the number of independent outlets that tell it.

>>> import kg
>>> from kg.measures import agenda
>>> graph = kg.build("أكد وزير الخارجية المصري سامح شكري أن بلاده تدعم الأردن.")
>>> agenda(graph.dataset, graph.relations)[["name_ar", "says"]].values.tolist()
[['سامح شكري', 1]]
"""

from kg.measures.active import activity, agenda
from kg.measures.blocs import blocs
from kg.measures.change import changes
from kg.measures.signed import Balance, balance, signed_ties
from kg.measures.ties import Tie, ties
from kg.measures.write import write_measures

__all__ = [
    "Balance",
    "Tie",
    "activity",
    "agenda",
    "balance",
    "blocs",
    "changes",
    "signed_ties",
    "ties",
    "write_measures",
]
