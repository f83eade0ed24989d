"""How central a concept is: to its papers, and through them to the corpus."""

import math
from typing import TYPE_CHECKING

from papergraph.vocabulary import NodeType, Role

if TYPE_CHECKING:
    from papergraph.graph.schema import Network

ROLE_WEIGHT = {
    Role.PROPOSES: 1.0,
    Role.STUDIES: 1.0,
    Role.ADDRESSES: 0.7,
    Role.USES: 0.5,
    Role.EVALUATES_ON: 0.5,
    Role.COMPARES: 0.4,
    Role.MENTIONS: 0.15,
}
"""How much it counts for a concept that a paper does this with it."""


def set_salience(network: "Network") -> None:
    """Set each concept's `salience`, 0 to 1: log(1 + s) over the largest such value.

    s adds, over the papers that name the concept, the weight of what they do with it times the edge's
    confidence. So a concept that one paper mentions in passing is near 0, whatever else that paper does.
    """
    support: dict[str, float] = {}
    for concept, data in network.nodes(data=True):
        if data["type"] not in {NodeType.PAPER, NodeType.RESULT}:
            edges = network.in_edges(concept, keys=True, data="confidence")
            roles = ((ROLE_WEIGHT[Role(key)], c) for _, _, key, c in edges if key in set(Role))
            support[concept] = math.log1p(sum(weight * confidence for weight, confidence in roles))
    largest = max(support.values(), default=0.0)
    for concept, value in support.items():
        network.nodes[concept]["salience"] = round(value / largest, 4) if largest else 0.0
