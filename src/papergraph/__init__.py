"""From a pile of paper abstracts to a map of the field.

>>> import papergraph
>>> graph = papergraph.build()  # the bundled example; or papergraph.build("page.txt")
>>> graph["EWC"].type
'Method'
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from papergraph.api import build, forget, load
    from papergraph.graph.knowledge import KnowledgeGraph

__version__ = "0.1.0"
__all__ = ["KnowledgeGraph", "__version__", "build", "forget", "load"]

_HOMES = {"build": "api", "load": "api", "forget": "api", "KnowledgeGraph": "graph.knowledge"}


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})


def __getattr__(name: str) -> object:
    """Import what is asked for when it is: a query need not wait for spaCy."""
    if name not in _HOMES:
        raise AttributeError(f"module 'papergraph' has no attribute {name!r}")
    return getattr(import_module(f"papergraph.{_HOMES[name]}"), name)
