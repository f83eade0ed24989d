"""Confidences are probabilities, and what is likelier wrong is left out."""

import numpy as np
from tests.extract.annotated import annotated

from papergraph.extract import pipeline
from papergraph.extract.entities.confidence import ConfidenceClassifier, confidence_features
from papergraph.extract.known import KnownTerms
from papergraph.extract.linear import RIGHT, WRONG, LinearClassifier
from papergraph.vocabulary import ConceptType

TEXT = "ZORBLAX: A Method\nWe propose ZORBLAX, which mitigates catastrophic forgetting in large language models (LLMs)."


def test_what_the_field_knows_is_evidence() -> None:
    context = annotated("Title.\nWe use diffusion models.", ("diffusion models", ConceptType.METHOD, 0.6))
    known = KnownTerms({("diffusionmodel", ConceptType.METHOD): 100})
    (entity,) = context.entities
    view = {"uses": 0.9, "mentions": 0.1}
    assert confidence_features(context, entity, view, known) != confidence_features(
        context, entity, view, KnownTerms({})
    )


def test_what_the_paper_does_with_it_is_evidence() -> None:
    context = annotated("Title.\nWe use diffusion models.", ("diffusion models", ConceptType.METHOD, 0.6))
    uses, mentions = (
        confidence_features(context, context.entities[0], {"uses": odd, "mentions": 1 - odd}, KnownTerms({}))
        for odd in (0.9, 0.1)
    )
    assert set(uses.features) ^ set(mentions.features)


def test_entities_below_the_threshold_are_left_out() -> None:
    doc = pipeline.load()(TEXT)
    even = LinearClassifier([RIGHT, WRONG], np.zeros((8, 2)), np.zeros(2))
    assert {e.confidence for e in ConfidenceClassifier(even, KnownTerms({}), 0.5)(doc)._.pg_entities} == {0.5}
    assert ConfidenceClassifier(even, KnownTerms({}), 0.51)(doc)._.pg_entities == []


def test_the_shipped_terms_are_general_and_typed() -> None:
    known = KnownTerms.load()
    assert known.level("reinforcement learning", ConceptType.METHOD) > known.level("PHATGOOSE", ConceptType.METHOD)
    assert len(known.papers) > 500
