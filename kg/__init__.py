"""A knowledge graph of who did or said what to whom, from Arabic political news.

>>> import kg
>>> kg.__version__
'0.1.0'
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.api import KnowledgeGraph, build, load
    from kg.model import Document

__version__ = "0.1.0"

__all__ = ["Document", "KnowledgeGraph", "__version__", "build", "load"]

_HOMES = {"Document": "kg.model", "KnowledgeGraph": "kg.api", "build": "kg.api", "load": "kg.api"}
_HOMES["load_ipython_extension"] = "kg.ipython"  # for %load_ext kg


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that ``import kg`` is quick."""
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)


if "IPython" in sys.modules:  # a notebook shows actors and claims as tables, with %load_ext kg or without
    from kg.ipython import show_richly

    show_richly()
