"""The store behind `query`: Oxigraph's, on disk in the graph folder, so that Turtle is parsed only once."""

import hashlib
import shutil
import time
from pathlib import Path
from uuid import uuid4

from pyoxigraph import RdfFormat, Store

from papergraph.errors import GraphFolderError

GRAPH = "graph.ttl"
FOLDER = ".sparql"
_ABANDONED = 3600  # seconds after which a half-made index is nobody's any more


def open_index(folder: Path) -> Store:
    """Open a graph folder for SPARQL, read-only.

    The first call on a graph loads `graph.ttl` into `.sparql/` there (about two seconds a million triples);
    later ones open what they find. A folder that cannot be written to is loaded into memory instead.

    Raises:
        GraphFolderError: The folder holds no graph, or not a readable one.
    """
    graph, place = folder / GRAPH, folder / FOLDER / digest(folder)
    try:
        if not place.is_dir():
            _make(graph, place)
        return Store.read_only(str(place))
    except OSError:  # a folder of someone else's, a full or read-only disk
        return _load(Store(), graph)


def digest(folder: Path) -> str:
    """What tells a folder's graph from another one, and from itself as it was.

    Raises:
        GraphFolderError: The folder holds no graph.
    """
    try:
        with (folder / GRAPH).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()[:16]
    except OSError as error:
        problem = f"{folder}: no graph here ({GRAPH}: {error.strerror})"
        raise GraphFolderError(f"{problem}; make one: papergraph build --out {folder}") from error


def _make(graph: Path, place: Path) -> None:
    """Load the graph beside its place, then move it there in one step: whole or not at all."""
    place.parent.mkdir(exist_ok=True)
    _sweep(place.parent)
    making = place.parent / f"making-{uuid4().hex}"
    try:
        store = _load(Store(making), graph)
        store.flush()
        del store  # releases the lock
        if not place.is_dir():  # another process may have been faster
            making.rename(place)
    finally:
        shutil.rmtree(making, ignore_errors=True)


def _load(store: Store, graph: Path) -> Store:
    try:
        store.bulk_load(path=graph, format=RdfFormat.TURTLE)
    except SyntaxError as error:
        raise GraphFolderError(f"{graph}: not Turtle ({error}); build the graph again") from error
    return store


def _sweep(folder: Path) -> None:
    """Remove the indexes of former graphs, and what interrupted runs have left."""
    for entry in filter(Path.is_dir, folder.iterdir()):
        if not entry.name.startswith("making-") or entry.stat().st_mtime < time.time() - _ABANDONED:
            shutil.rmtree(entry, ignore_errors=True)
