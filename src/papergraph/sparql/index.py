"""The store behind `query`: Oxigraph's, on disk in the graph folder, so that Turtle is parsed only once."""

import shutil
import time
from pathlib import Path
from uuid import uuid4

from pyoxigraph import RdfFormat, Store

from papergraph.errors import GraphFolderError
from papergraph.folder import settle

FOLDER = ".sparql"
_ABANDONED = 3600  # seconds after which a half-made index is nobody's any more


def open_index(folder: Path) -> Store:
    """Open a graph folder for SPARQL, read-only.

    The first call on a graph loads `graph.ttl` into `.sparql/` there (some seconds for a million triples);
    later ones open what they find. A folder that cannot be written to is loaded into memory instead.

    Raises:
        GraphFolderError: The folder holds no graph, or not a readable one.
    """
    settle(folder)
    graph = graph_file(folder)
    place = folder / FOLDER / _stamp(graph)
    try:
        if not place.is_dir():
            _make(graph, place)
        return Store.read_only(str(place))
    except OSError:  # a folder of someone else's, a full or read-only disk
        return _load(Store(), graph)


def graph_file(folder: Path) -> Path:
    """A folder's Turtle.

    Raises:
        GraphFolderError: There is none that can be read.
    """
    path = folder / "graph.ttl"
    try:
        path.open("rb").close()
    except OSError as error:
        problem = f"{folder}: no graph here ({path.name}: {error.strerror})"
        raise GraphFolderError(f"{problem}; make one: papergraph build --out {folder}") from error
    return path


def _stamp(graph: Path) -> str:
    """What tells a graph from the one that was here before, without reading it."""
    about = graph.stat()
    return f"{about.st_mtime_ns:x}-{about.st_size:x}"


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
