"""What a paper does with what it names: decided alone, then beside the others, and only as its type allows."""

import numpy as np
import pytest
from tests.extract.annotated import annotated

from papergraph.extract import pipeline
from papergraph.extract.known import KnownTerms
from papergraph.extract.linear import LinearClassifier
from papergraph.extract.roles.features import role_features
from papergraph.extract.roles.rivals import beside_rivals
from papergraph.extract.roles.roles import ROLES_OF, RoleClassifier
from papergraph.vocabulary import ConceptType, Role

B, M, T = ConceptType.BENCHMARK, ConceptType.METHOD, ConceptType.TASK
TEXT = "ZIP: Zonal Priors\nWe propose ZIP, a prior. It beats LoRA and Adam at segmentation on GLUE."
NAMED = (("ZIP", M, 1), ("LoRA", M, 1), ("Adam", M, 1), ("segmentation", T, 1), ("GLUE", B, 1))
NOTHING_KNOWN = KnownTerms({})
UNSURE = {role.value: 1 / len(Role) for role in Role}


def always(role: Role) -> LinearClassifier:
    odds = np.array([9.0 if r is role else -9.0 for r in Role])
    return LinearClassifier([r.value for r in Role], np.zeros((8, len(Role))), odds)


@pytest.mark.parametrize("role", [Role.ADDRESSES, Role.EVALUATES_ON, Role.PROPOSES])
def test_an_entity_has_a_role_that_its_type_can_have(role: Role) -> None:
    discourse = annotated(TEXT, *NAMED)
    classifier = RoleClassifier(always(role), always(role), NOTHING_KNOWN)
    found = classifier.classify(discourse, [UNSURE] * len(NAMED))
    assert len(found) == len(NAMED)
    for entity in found:
        assert entity.role in ROLES_OF[entity.type]
        assert (entity.role is role) == (role in ROLES_OF[entity.type])


def test_the_second_round_knows_what_the_first_made_of_all() -> None:
    discourse = annotated(TEXT, *NAMED)
    seen = [role_features(discourse, entity, UNSURE, NOTHING_KNOWN) for entity in discourse.entities]
    sure, unsure = {"proposes": 0.9, "uses": 0.1}, {"proposes": 0.3, "uses": 0.7}
    again = beside_rivals(discourse, seen, [sure, unsure, unsure, unsure, unsure])
    assert all(set(one.features) < set(two.features) for one, two in zip(seen, again, strict=True))
    assert "proposes above=0 3" in again[0].features
    assert "proposes above=1 1" in again[1].features
    assert any(feature.startswith("> uses True same=True") for feature in again[1].features)  # "LoRA and Adam"


def test_an_only_entity_has_no_rivals() -> None:
    discourse = annotated("Title\nWe propose ZIP.", ("ZIP", M, 1))
    seen = [role_features(discourse, discourse.entities[0], UNSURE, NOTHING_KNOWN)]
    (again,) = beside_rivals(discourse, seen, [{"proposes": 1.0, "uses": 0.0}])
    assert "proposes above=0 4" in again.features


def test_the_shipped_weights_tell_what_is_proposed_from_what_is_used() -> None:
    text = (
        "ZORBLAX: Kind Pruning of Large Models\n"
        "Large models forget. We propose ZORBLAX, a pruning method that builds on LoRA. "
        "ZORBLAX outperforms Wanda and SparseGPT on WikiText."
    )
    roles = {entity.name: entity.role for entity in pipeline.load()(text)._.pg_entities}
    assert roles["ZORBLAX"] is Role.PROPOSES
    assert roles["LoRA"] is not Role.PROPOSES
    assert roles["SparseGPT"] is Role.COMPARES
