"""Differently written names of one thing are one entity; which are, is learned."""

import numpy as np
import pytest
from tests.extract.annotated import annotated

from papergraph.extract import pipeline
from papergraph.extract.entities.coreference import OTHER, SAME, CoreferenceClassifier, may_corefer
from papergraph.extract.known import KnownTerms
from papergraph.extract.linear import LinearClassifier
from papergraph.vocabulary import ConceptType

M, P, T = ConceptType.METHOD, ConceptType.PHENOMENON, ConceptType.TASK


def always(label: str) -> CoreferenceClassifier:
    odds = np.array([9.0, -9.0] if label == SAME else [-9.0, 9.0])
    return CoreferenceClassifier(LinearClassifier([SAME, OTHER], np.zeros((8, 2)), odds), KnownTerms({}), 0.5)


def test_a_shortened_name_joins_the_full_one_and_takes_its_name() -> None:
    text = "Title.\nWe see catastrophic forgetting in Zorb. Such forgetting is bad, and forgetting lasts."
    context = annotated(
        text, ("catastrophic forgetting", P, 0.9), ("forgetting is", P, 0.1), ("forgetting lasts", P, 0.1)
    )
    assert len(context.entities) == 3
    (found,) = always(SAME).resolve(context)
    assert (found.name, found.shorthand) == ("catastrophic forgetting", ("forgetting is", "forgetting lasts"))
    assert list(found.mentions) == sorted(found.mentions, key=lambda m: m.span)
    assert len(always(OTHER).resolve(context)) == 3


def test_a_coined_name_wins_over_its_description_and_knows_it() -> None:
    text = "ZIP: Zonal Image Priors.\nWe like it."
    context = annotated(text, ("ZIP", M, 0.9), ("Zonal Image Priors", M, 0.9))
    (found,) = always(SAME).resolve(context)
    assert (found.name, found.long_form) == ("ZIP", "Zonal Image Priors")


@pytest.mark.parametrize(("sentences", "things"), [(3, 1), (600, 2)])
def test_names_that_stand_pages_apart_are_not_compared(sentences: int, things: int) -> None:
    text = f"Title.\nWe see catastrophic forgetting. {'It rained. ' * sentences}Later, forgetting fades."
    context = annotated(text, ("catastrophic forgetting", P, 1), ("forgetting fades", P, 1))
    assert len(always(SAME).resolve(context)) == things


def test_things_of_different_types_are_never_one() -> None:
    context = annotated(
        "Title.\nImage generation by image generators.", ("Image generation", T, 1), ("image generators", M, 1)
    )
    assert not may_corefer(*context.entities, KnownTerms({}))
    assert len(always(SAME).resolve(context)) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SAM", "SAM 2"),
        ("ImageNet", "ImageNet-1K"),
        ("Metric3D", "Metric3D v2"),
        ("GPT", "GPT-4o"),
        ("Deep Zip V2", "Amodal Deep Zip"),
        ("2D landmarks", "3D landmarks"),
    ],
)
def test_versions_are_never_one(one: str, other: str) -> None:
    context = annotated(f"Title.\nSo {other}: it follows {one}.", (other, M, 1), (f"{one}.", M, 1))
    assert len(always(SAME).resolve(context)) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("monolingual model", "multilingual model"),
        ("adaptive method", "non-adaptive method"),
        ("causal decoder", "non-causal decoder model"),
        ("supervised learning", "unsupervised learning"),
        ("in-distribution data", "out-of-distribution data"),
        ("grokking", "semi-grokking"),
        ("ZorbNet", "ZorbNet-MoE"),
    ],
)
def test_opposites_and_what_goes_on_are_never_one(one: str, other: str) -> None:
    context = annotated(f"Title.\nWe like {one}. We know {other}.", (one, M, 1), (other, M, 1))
    assert [entity.name for entity in context.entities] == [one, other]
    assert not may_corefer(*context.entities, KnownTerms({}))


def test_opposites_are_not_one_through_a_third() -> None:
    text = "Title.\nWe like monolingual models. We know multilingual models. These language models win."
    named = (("monolingual models", M, 1), ("multilingual models", M, 1), ("language models", M, 1))
    found = always(SAME).resolve(annotated(text, *named))
    assert len(found) == 2
    assert not any({"monolingual models", "multilingual models"} <= set(entity.surfaces) for entity in found)


def test_a_coinage_is_not_what_everybody_knows_unless_it_is_short_for_it() -> None:
    known = KnownTerms({("zonalpruning", M): 99})
    text = "Title.\nWe propose Q2SD, a zonal pruning."
    coined = annotated(text, ("Q2SD", M, 1), ("zonal pruning", M, 1)).entities
    short = annotated(text.replace("Q2SD", "ZoP"), ("ZoP", M, 1), ("zonal pruning", M, 1)).entities
    assert [may_corefer(*pair, known) for pair in (coined, short)] == [False, True]
    assert may_corefer(*coined, KnownTerms({}))


@pytest.mark.parametrize(
    ("one", "other"),
    [("3D scene editing", "scene editing"), ("ZoRA", "Zonal-Rank Adaptation"), ("GRIP", "GRadient-IMproving training")],
)
def test_what_may_be_one_thing_is_looked_at(one: str, other: str) -> None:
    context = annotated(f"Title.\nWe like {one}. We know {other}.", (one, M, 1), (other, M, 1))
    assert may_corefer(*context.entities, KnownTerms({}))


def test_a_version_is_one_with_its_own_long_form() -> None:
    text = "SAM 2 in Surgery.\nThe recent Segment Anything Model 2 is good."
    context = annotated(text, ("SAM 2", M, 1), ("Segment Anything Model 2", M, 1))
    assert len(context.entities) == 2
    assert len(always(SAME).resolve(context)) == 1


def test_the_shipped_weights_join_what_a_reader_would() -> None:
    text = "Holding on to old tasks\nZORBIX mitigates catastrophic forgetting. Without ZORBIX, forgetting grows."
    found = pipeline.load()(text)._.pg_entities
    assert any({"catastrophic forgetting", "forgetting"} <= set(entity.surfaces) for entity in found)
