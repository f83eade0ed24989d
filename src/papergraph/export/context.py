"""The package's JSON-LD context, read once: prefixes, and what each term of a node means."""

from importlib.resources import files
from typing import Any, Final, NamedTuple

import orjson

_TEXT: Final = files("papergraph.export").joinpath("context.jsonld").read_bytes()
CONTEXT: Final[dict[str, Any]] = orjson.loads(_TEXT)["@context"]


class Term(NamedTuple):
    """What a key of a node means.

    Attributes:
        predicate: Its property, as a prefixed name.
        type: "@id" where values are resources, a datatype's prefixed name, or "" for what JSON itself says.
    """

    predicate: str
    type: str


def _term(definition: str | dict[str, str]) -> Term:
    if isinstance(definition, str):
        return Term(definition, "")
    return Term(definition["@id"], definition["@type"])


PREFIXES: Final[dict[str, str]] = {
    name: iri for name, iri in CONTEXT.items() if isinstance(iri, str) and iri.endswith(("/", "#"))
}
"""Namespaces by prefix: those of Turtle files, and those that a SPARQL query need not declare."""

TERMS: Final[dict[str, Term]] = {
    name: _term(definition)
    for name, definition in CONTEXT.items()
    if name not in PREFIXES and name not in {"@version", "id", "type"}
}
