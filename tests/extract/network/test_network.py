"""The network gives each document's tokens a vector and tags, whatever else is read beside it."""

import numpy as np
from spacy.tokens import Doc

from papergraph.extract import pipeline
from papergraph.extract.network.network import TAGS, build_network

NETWORK = build_network(width=8, steps=[1, 2], table=4, rows=[16] * 6)
NETWORK.initialize()


def prepared(*texts: str) -> list[Doc]:
    nlp = pipeline.blank()
    for component in pipeline.COMPONENTS[:2]:
        nlp.add_pipe(component)
    return list(nlp.pipe(texts))


def test_a_documents_tokens_get_a_vector_and_tags() -> None:
    vectors, tags = NETWORK.predict(prepared("Adam", "SoMA mitigates forgetting."))
    assert [each.shape for each in vectors] == [(1, 8), (4, 8)]
    assert [each.shape for each in tags] == [(1, len(TAGS)), (4, len(TAGS))]


def test_what_is_read_beside_a_document_changes_nothing() -> None:
    one, other = prepared("SoMA mitigates forgetting.", "Grokking comes late.")
    (alone,), _ = NETWORK.predict([one])
    (beside, _), _ = NETWORK.predict([one, other])
    assert np.array_equal(alone, beside)
