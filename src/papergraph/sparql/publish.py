"""Load a graph into any SPARQL 1.1 server, in batches that can be taken up again where they stopped.

A batch is one `INSERT DATA`. There are no blank nodes, so a batch that is sent twice changes nothing: after a
broken connection or a kill, the same call goes on with the first batch that was not confirmed.
"""

import hashlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import orjson
import pyoxigraph

from papergraph.sparql.endpoint import Endpoint
from papergraph.sparql.index import FOLDER, graph_file

BATCH = 10_000  # triples: about a megabyte, which servers take as they are


def publish(folder: Path, endpoint: Endpoint, into: str | None = None) -> Iterator[int]:
    """Send a folder's graph to a server, going on where an earlier call was interrupted.

    Args:
        folder: The graph folder.
        endpoint: A server's address for updates.
        into: IRI of the named graph to load into; None for the default graph.

    Yields:
        How many triples the server has, after each batch.

    Raises:
        GraphFolderError: The folder holds no graph.
        PapergraphError: The server cannot be reached or refuses; the message says how to go on.
    """
    graph = graph_file(folder)
    journal = _Journal(graph, f"{endpoint.name} {into or ''}")
    done = journal.done
    triples = (quad.triple for quad in pyoxigraph.parse(path=graph))
    next(islice(triples, done, done), None)
    opening, closing = (f"GRAPH <{pyoxigraph.NamedNode(into).value}> {{", "}") if into else ("", "")
    while batch := list(islice(triples, BATCH)):
        lines = pyoxigraph.serialize(batch, format=pyoxigraph.RdfFormat.N_TRIPLES) or b""
        endpoint.update(f"INSERT DATA {{ {opening}\n".encode() + lines + f"{closing} }}".encode())
        done += len(batch)
        journal.note(done)
        yield done


class _Journal:
    """What each server has confirmed, kept in the graph folder; void once the graph has changed."""

    def __init__(self, graph: Path, server: str) -> None:
        self._path, self._server = graph.parent / FOLDER / "published.json", server
        with graph.open("rb") as file:
            self._digest = hashlib.file_digest(file, "sha256").hexdigest()
        self._notes = self._read()
        of, done = self._notes.get(server, ("", 0))
        self.done = done if of == self._digest else 0

    def _read(self) -> dict[str, tuple[str, int]]:
        try:
            notes: dict[str, tuple[str, int]] = orjson.loads(self._path.read_bytes())
        except (OSError, ValueError):
            return {}
        return notes

    def note(self, done: int) -> None:
        """Keep how much has been confirmed."""
        self._notes[self._server] = (self._digest, done)
        aside = self._path.with_suffix(".new")
        aside.parent.mkdir(exist_ok=True)
        aside.write_bytes(orjson.dumps(self._notes))
        aside.replace(self._path)
