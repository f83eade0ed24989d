"""The graph as JSON-LD, its context inside the file so that nothing has to be fetched to read it."""

from pathlib import Path
from typing import TYPE_CHECKING

import orjson

from papergraph.export.context import CONTEXT
from papergraph.export.rdf import resources

if TYPE_CHECKING:
    from papergraph.graph.schema import Network


def write_jsonld(network: "Network", path: Path) -> None:
    """Write the whole graph as JSON-LD, a resource a line; the same network gives the same bytes."""
    with path.open("wb") as file:
        file.write(b'{"@context": ' + orjson.dumps(CONTEXT) + b',\n"@graph": [\n')
        separator = b""
        for node in resources(network):
            file.write(separator + orjson.dumps(node))
            separator = b",\n"
        file.write(b"\n]}\n")
