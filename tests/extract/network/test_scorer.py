"""The network's view of entities and pairs is a probability, and becomes features whatever it is."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergraph.extract import pipeline
from papergraph.extract.discourse.candidates import find_candidates
from papergraph.extract.discourse.discourse import Discourse
from papergraph.extract.network.network import RELATIONS, ROLES
from papergraph.extract.network.scorer import Scorer, odds_features
from papergraph.vocabulary import ConceptType

TEXT = (
    "ZORBLAX: Kind Pruning of Large Models\n"
    "Models suffer from catastrophic forgetting. We propose ZORBLAX, which mitigates catastrophic forgetting on GLUE."
)


def test_every_entity_and_pair_gets_its_odds() -> None:
    doc = pipeline.load()(TEXT)
    discourse = Discourse.of(doc)
    pairs = list(find_candidates(discourse))
    roles, relations = doc._.pg_scorer.roles(discourse), doc._.pg_scorer.relations(discourse, pairs)
    assert (len(roles), len(relations)) == (len(discourse.entities), len(pairs))
    for labels, views in ((ROLES, roles), (RELATIONS, relations)):
        for odds in views:
            assert tuple(odds) == labels
            assert sum(odds.values()) == pytest.approx(1, abs=1e-4)


def test_an_entity_is_seen_as_it_is_each_time_that_it_is_asked_for() -> None:
    doc = pipeline.load()(TEXT)
    discourse, scorer = Discourse.of(doc), doc._.pg_scorer
    first = scorer.roles(discourse)
    changed = replace(discourse.entities[0], type=ConceptType.TASK)
    fewer = replace(discourse, entities=[discourse.entities[1], changed])
    fresh = Scorer(scorer.network, scorer.vectors).roles(fewer)
    for again, anew in zip(scorer.roles(fewer), fresh, strict=True):
        assert again == pytest.approx(anew, abs=1e-6)
    assert fresh[0] == pytest.approx(first[1], abs=1e-6)
    assert fresh[1] != pytest.approx(first[0], abs=1e-6)


def test_a_paper_that_names_nothing_has_no_odds() -> None:
    doc = pipeline.load()("Untitled\nThis is so.")
    discourse = Discourse.of(doc)
    discourse.entities.clear()
    assert doc._.pg_scorer.roles(discourse) == []
    assert doc._.pg_scorer.relations(discourse, []) == []


@pytest.mark.parametrize(("odd", "step"), [(0, -5), (0.01, -5), (0.012, -4), (0.5, 0), (0.73, 1), (0.988, 4), (1, 5)])
def test_odds_are_told_by_their_rounded_logarithm(odd: float, step: int) -> None:
    assert f"network uses={step}" in list(odds_features({"uses": odd, "mentions": 1 - odd}))


@given(st.lists(st.floats(0, 1), min_size=2, max_size=12))
def test_any_odds_become_features(odds: list[float]) -> None:
    features = list(odds_features({str(number): odd for number, odd in enumerate(odds)}))
    assert len(features) == len(odds) + 2
    assert len({feature for feature in features if feature.startswith("network ")}) == len(odds)
