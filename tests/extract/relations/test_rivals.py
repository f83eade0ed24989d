"""A pair is seen beside the others of its paper: those of a list, the one turned round, those that share an end."""

from dataclasses import replace

import pytest
from tests.extract.annotated import annotated

from papergraph.extract.discourse.candidates import find_candidates
from papergraph.extract.relations.rivals import beside_rivals
from papergraph.vocabulary import ConceptType, Role

M = ConceptType.METHOD
SURE, UNSURE, NO = ({"none": 1 - odd, "outperforms": odd} for odd in (0.9, 0.3, 0.01))


def seen(names: list[str], odds: dict[tuple[str, str], dict[str, float]]) -> dict[tuple[str, str], list[str]]:
    """The features of each pair of these names, where these are the first round's odds; of other pairs NO."""
    discourse = annotated("Zonal Priors\nZIP beats LoRA and Adam.", *((name, M, 1) for name in names))
    discourse.entities = [replace(entity, role=Role.COMPARES) for entity in discourse.entities]
    pairs = [(pair, NO) for pair in find_candidates(discourse)]
    keys = [(pair.head.name, pair.tail.name) for pair, _ in pairs]
    found = beside_rivals(discourse, pairs, [odds.get(key, dict(NO)) for key in keys])
    return {key: one.features for key, one in zip(keys, found, strict=True)}


def test_items_of_a_list_share_what_is_likely_of_one() -> None:
    found = seen(["ZIP", "LoRA", "Adam"], {("ZIP", "LoRA"): SURE, ("ZIP", "Adam"): dict(UNSURE)})
    assert "outperforms tails listed best=3 of=1 1" in found["ZIP", "Adam"]
    assert "outperforms tails listed above=1 1" in found["ZIP", "Adam"]
    assert "outperforms same head best=1 of=1 3" in found["ZIP", "LoRA"]
    assert "outperforms same head above=0 3" in found["ZIP", "LoRA"]


def test_a_pair_knows_itself_turned_round() -> None:
    found = seen(["ZIP", "LoRA"], {("ZIP", "LoRA"): SURE, ("LoRA", "ZIP"): dict(UNSURE)})
    assert "outperforms back best=3 of=1 1" in found["LoRA", "ZIP"]
    assert "outperforms back above=0 3" in found["ZIP", "LoRA"]


def test_what_the_first_round_rules_out_is_not_spoken_of() -> None:
    found = seen(["ZIP", "LoRA"], {})
    assert found
    assert not any(feature.startswith("outperforms") for features in found.values() for feature in features)


@pytest.mark.parametrize("names", [[], ["ZIP"]])
def test_no_pairs_are_seen_as_nothing(names: list[str]) -> None:
    assert seen(names, {}) == {}
