"""Which papers, concepts and results fit what a user asks for; all by their keys."""

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

from papergraph.vocabulary import NodeType, RelationType, Role

if TYPE_CHECKING:
    from papergraph.graph.schema import Network

_Term = TypeVar("_Term", Role, RelationType)


def _term(terms: type[_Term], word: str) -> _Term:
    try:
        return terms(word)
    except ValueError:
        known = ", ".join(term.value for term in terms)
        raise TypeError(f"there is no {word!r} to ask for; there are {known}") from None


def _of_type(network: "Network", kind: NodeType) -> list[str]:
    return [key for key, data in network.nodes(data=True) if data["type"] == kind]


def papers_doing(network: "Network", wanted: Mapping[str, Collection[str]]) -> list[str]:
    """Papers that do all that is wanted (role: one of these concepts), newest first.

    "mentions" is any role: whatever a paper does with a concept, it mentions it.

    Raises:
        TypeError: There is no such role.
    """
    found = set(_of_type(network, NodeType.PAPER))
    for word, concepts in wanted.items():
        role = _term(Role, word)
        roles = set(Role) if role is Role.MENTIONS else {role}
        found &= {paper for paper, _, key in network.in_edges(concepts, keys=True) if key in roles}
    return sorted(found, key=lambda paper: (network.nodes[paper]["date"] or "", paper), reverse=True)


def concepts_related(network: "Network", kind: NodeType, wanted: Mapping[str, Collection[str]]) -> list[str]:
    """Concepts of a type of which all is said that is wanted (relation: one of these concepts).

    Those come first of which most papers say it most surely; where nothing is wanted, those that most papers name.

    Raises:
        TypeError: There is no such relation.
    """
    found = set(_of_type(network, kind))
    support = {key: float(network.nodes[key]["papers"]) for key in found} if not wanted else dict.fromkeys(found, 0.0)
    for word, tails in wanted.items():
        relation = _term(RelationType, word)
        said = {
            head: len(data["papers"]) + data["confidence"]
            for head, _, key, data in network.in_edges(tails, keys=True, data=True)
            if key == relation
        }
        support = {key: value + said[key] for key, value in support.items() if key in said}
    return sorted(support, key=lambda key: (-support[key], key))


def results_of(network: "Network", concepts: Iterable[str] | None) -> list[str]:
    """Results that hang on one of these concepts or papers (None: all), newest paper first, then as in its text."""
    found = _of_type(network, NodeType.RESULT)
    if concepts is not None:
        linked = {head for head, _ in network.in_edges(concepts)}
        found = [result for result in found if result in linked]
    in_order = sorted(found, key=lambda result: (result.rpartition("-")[0], int(result.rpartition("-")[2])))
    return sorted(in_order, key=lambda result: _date(network, result), reverse=True)


def _date(network: "Network", result: str) -> str:
    papers = (network.nodes[tail] for _, tail in network.out_edges(result))
    return next((data["date"] or "" for data in papers if data["type"] == NodeType.PAPER), "")
