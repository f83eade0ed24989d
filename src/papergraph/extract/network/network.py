"""The network that reads a paper: a vector for each token, and what the tags, roles and relations may be.

A hash-embedded convolutional network (Miranda et al., "Multi hash embeddings in spaCy", 2022) reads each token's form
and some of the document's own evidence. Each convolution looks twice as far as the one below it, so that a token sees
most of its sentence at the price of its neighbours (Strubell et al., "Fast and accurate entity recognition with
iterated dilated convolutions", EMNLP 2017). Three small heads share its vectors (Caruana, "Multitask learning", 1997):
one scores the tags of tokens, one the roles of entities and one the relations of pairs, for which the vectors of
their own words, of their sentences' and of the title's are pooled.

The layers only predict: `training/student.py` holds their like in PyTorch, which learns.
"""

from collections.abc import Callable, Sequence
from typing import Any

from spacy.tokens import Doc
from thinc.api import Model, Softmax, chain

from papergraph.extract.network.dense import Floats, dense, initialize, no_way_back
from papergraph.extract.network.marks import ENTITY_MARKS, PAIR_MARKS
from papergraph.extract.network.pooling import ENTITY_POOLS, PAIR_POOLS, pooled
from papergraph.extract.network.reader import build_reader
from papergraph.vocabulary import ConceptType, RelationType, Role

TAGS = ("O", *(f"{place}-{kind}" for kind in ConceptType for place in "BILU"))
"""BILUO tags (Ratinov & Roth, CoNLL 2009) of the five types."""

ROLES = tuple(role.value for role in Role)
NO_RELATION = "none"
RELATIONS = (NO_RELATION, *(relation.value for relation in RelationType))


def build_network(
    width: int, steps: Sequence[int], table: int, rows: Sequence[int]
) -> Model[list[Doc], tuple[list[Floats], list[Floats]]]:
    """Documents to their tokens' vectors and to the probabilities of these tokens' tags.

    The heads for entities and pairs, which take `pooling.Gathered`, are its references "roles" and "relations".

    Args:
        width: Size of a token's vector.
        steps: For each convolution how many tokens apart the three are that it reads.
        table: Size of a hashed feature's vector; the subwords get twice as much.
        rows: Rows of each feature's hash table, as many as `features.COLUMNS`.
    """
    reader = build_reader(width, steps, table, rows)
    tags: Model[Any, Any] = Softmax(nO=len(TAGS), nI=width)
    roles = _build_head(ENTITY_POOLS, width, ENTITY_MARKS, len(ROLES))
    relations = _build_head(PAIR_POOLS, width, PAIR_MARKS, len(RELATIONS))
    network: Model[Any, Any] = Model(
        "network",
        _forward,
        init=initialize,
        layers=[reader, tags, roles, relations],
        refs={"roles": roles, "relations": relations},
        attrs={"width": width, "sees": sum(steps), "rows": list(rows)},
    )
    return network


def _forward(model: Model[Any, Any], docs: list[Doc], is_train: bool) -> tuple[Any, Callable[[Any], Any]]:
    reader, tags = model.layers[:2]
    vectors = [reader.predict(doc) for doc in docs]  # one by one: their arrays stay in the processor's cache
    return (vectors, [tags.predict(each) for each in vectors]), no_way_back


def _build_head(pools: Sequence[str], width: int, marks: int, labels: int) -> Model[Any, Any]:
    return chain(pooled(pools), dense(width, len(pools) * width + marks), Softmax(nO=labels, nI=width))
