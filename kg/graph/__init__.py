"""From the extractions of single documents to one graph.

:mod:`merge` joins actors and events across documents into a :class:`kg.model.Dataset`; :mod:`network` turns
that into a NetworkX ``MultiDiGraph`` and filters it.
"""

from kg.graph.events import event_from_claims, overall_status
from kg.graph.merge import Identity, merge
from kg.graph.network import filtered, to_networkx

__all__ = ["Identity", "event_from_claims", "filtered", "merge", "overall_status", "to_networkx"]
