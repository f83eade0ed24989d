"""The graph as Turtle, a block a resource.

Written from the nodes directly: Oxigraph's serializer wants an object for each term, which takes several
times as long (`benchmarks/turtle_out.py`). What must be escaped is what JSON escapes.
"""

from collections.abc import Callable, Iterator
from json.encoder import encode_basestring
from pathlib import Path
from typing import TYPE_CHECKING, Any

from papergraph.export.context import PREFIXES, TERMS
from papergraph.export.node import Node
from papergraph.export.rdf import resources

if TYPE_CHECKING:
    from papergraph.graph.schema import Network


def write_turtle(network: "Network", path: Path) -> None:
    """Write the whole graph as Turtle; the same network gives the same bytes."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(lines(network))


def lines(network: "Network") -> Iterator[str]:
    """The graph's Turtle in pieces, a resource each."""
    yield "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in sorted(PREFIXES.items()))
    yield from map(_block, resources(network))


def _block(node: Node) -> str:
    pairs = iter(node.items())
    _, subject = next(pairs)
    return f"\n{subject} " + " ;\n    ".join([_WRITERS[key](value) for key, value in pairs]) + " .\n"


def _resource(value: str) -> str:
    return f"<{value}>" if value.startswith("http") else value


def _plain(value: str | int | dict[str, str]) -> str:
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, int):
        return str(value)
    return f'"{value["@value"]}"^^{value["@type"]}'


def _decimal(value: str) -> str:
    # Turtle reads a bare "1" as an integer.
    return value if "." in value else f'"{value}"^^xsd:decimal'


def _writer(predicate: str, term: Callable[[Any], str]) -> Callable[[Any], str]:
    def write(value: Any) -> str:  # noqa: ANN401 - whatever JSON-LD has there
        if type(value) is list:
            return f"{predicate} {', '.join(map(term, value))}"
        return f"{predicate} {term(value)}"

    return write


_TERMS: dict[str, Callable[[Any], str]] = {"@id": _resource, "xsd:decimal": _decimal, "": _plain}
_WRITERS = {key: _writer(term.predicate, _TERMS[term.type]) for key, term in TERMS.items()}
_WRITERS["type"] = _writer("a", _resource)
