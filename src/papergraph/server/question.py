"""What a client asks, read from a request as the SPARQL 1.1 Protocol has it, and what it gets."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

LONGEST: Final = 1_000_000
"""Bytes of a request beyond which it is no question."""


@dataclass(frozen=True, slots=True)
class Question:
    """One query.

    Attributes:
        text: SPARQL.
        bindings: Strings for variables, bound as terms: parameters of the request that start with a dollar sign.
        accept: Media ranges, the most wanted first.
    """

    text: str
    bindings: dict[str, str]
    accept: list[str]


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, or one line that says why there is none."""

    status: int
    media: str
    body: bytes


def refusal(status: int, problem: str) -> Reply:
    """A reply that is no answer."""
    return Reply(status, "text/plain; charset=utf-8", f"{problem}\n".encode())


def from_parameters(parameters: Mapping[str, list[str]], accept: list[str]) -> Question | Reply:
    """The question that a URL's or a form's parameters ask, or the refusal it gets."""
    if "update" in parameters:
        return refusal(403, "the graph is read-only: no updates")
    if {"default-graph-uri", "named-graph-uri"} & parameters.keys():
        return refusal(400, "there is one graph, the default one: leave out default-graph-uri and named-graph-uri")
    queries = parameters.get("query", [])
    if len(queries) != 1:
        return refusal(400, "give one parameter 'query' with a SPARQL query")
    bindings = {name[1:]: values[-1] for name, values in parameters.items() if name.startswith("$")}
    return Question(queries[0], bindings, accept)
