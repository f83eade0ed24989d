"""What a paper denies is not said of it; what it says is, with its sentence."""

import numpy as np
import pytest

from papergraph.extract import pipeline
from papergraph.extract.discourse.candidates import find_candidates
from papergraph.extract.discourse.discourse import Discourse
from papergraph.extract.linear import LinearClassifier
from papergraph.extract.network.network import NO_RELATION, RELATIONS
from papergraph.extract.relations.relations import THRESHOLD, RelationClassifier, plausible
from papergraph.model import Relation
from papergraph.vocabulary import SIGNATURES, RelationType

TITLE = "ZORBLAX: Kind Pruning of Large Models\n"
POSITIVE = {RelationType.MITIGATES, RelationType.IMPROVES, RelationType.OUTPERFORMS}


def relations(abstract: str) -> list[Relation]:
    return list(pipeline.load()(TITLE + abstract)._.pg_relations)


def test_a_stated_relation_is_found_with_its_sentence() -> None:
    text = (
        TITLE
        + "We propose ZORBLAX, a pruning method. ZORBLAX mitigates catastrophic forgetting in large language models."
    )
    found = {(r.head, r.rel, r.tail): r for r in pipeline.load()(text)._.pg_relations}
    relation = found["ZORBLAX", RelationType.MITIGATES, "catastrophic forgetting"]
    assert relation.evidence.of(text).startswith("ZORBLAX mitigates")
    assert THRESHOLD <= relation.confidence <= 1


@pytest.mark.parametrize(
    "sentence",
    [
        "ZORBLAX does not mitigate catastrophic forgetting.",
        "ZORBLAX fails to reduce catastrophic forgetting.",
        "Unlike LoRA, ZORBLAX cannot prevent catastrophic forgetting.",
        "ZORBLAX suffers from catastrophic forgetting.",
    ],
)
def test_what_is_denied_is_not_said(sentence: str) -> None:
    doc = pipeline.load()(f"{TITLE}We study ZORBLAX, a pruning method. {sentence}")
    assert {"ZORBLAX", "catastrophic forgetting"} <= {entity.name for entity in doc._.pg_entities}
    found = doc._.pg_relations
    assert not {(r.head, r.tail) for r in found if r.rel in POSITIVE} & {("ZORBLAX", "catastrophic forgetting")}


def test_not_only_denies_nothing() -> None:
    found = relations("We study ZORBLAX. ZORBLAX not only mitigates catastrophic forgetting but is fast, too.")
    assert ("ZORBLAX", RelationType.MITIGATES, "catastrophic forgetting") in {(r.head, r.rel, r.tail) for r in found}


def test_heads_and_tails_have_the_types_that_a_relation_asks_for() -> None:
    doc = pipeline.load()(
        TITLE
        + "Built on LoRA, ZORBLAX outperforms Wanda on ImageNet and GLUE and improves accuracy. It reduces overfitting."
    )
    types = {entity.name: entity.type for entity in doc._.pg_entities}
    assert doc._.pg_relations
    assert all(SIGNATURES[r.rel].allows(types[r.head], types[r.tail]) for r in doc._.pg_relations)


def test_what_the_network_is_sure_of_is_not_weighed_again() -> None:
    doc = pipeline.load()(TITLE + "We propose ZORBLAX. ZORBLAX mitigates catastrophic forgetting.")
    candidates = list(find_candidates(Discourse.of(doc)))
    assert candidates
    assert not list(plausible(candidates, [{NO_RELATION: 0.999, "mitigates": 0.001}] * len(candidates)))
    unsure = {NO_RELATION: 0.9, "mitigates": 0.1}
    assert list(plausible(candidates, [unsure] * len(candidates))) == [(pair, unsure) for pair in candidates]


def test_nothing_holds_both_ways() -> None:
    doc = pipeline.load()(TITLE + "LoRA outperforms Wanda.")
    discourse = Discourse.of(doc)
    odds = np.array([9.0 if label == RelationType.OUTPERFORMS else -9.0 for label in RELATIONS])
    always = LinearClassifier(RELATIONS, np.zeros((8, len(RELATIONS))), odds)
    pairs = [(pair, {NO_RELATION: 0.9, "outperforms": 0.1}) for pair in find_candidates(discourse)]
    between = [p for p in pairs if {p[0].head.name, p[0].tail.name} == {"LoRA", "Wanda"}]
    assert len(between) == 2
    assert len(RelationClassifier(always, always, THRESHOLD).classify(discourse, between)) == 1


def test_the_second_round_decides() -> None:
    doc = pipeline.load()(TITLE + "We propose ZORBLAX. ZORBLAX mitigates catastrophic forgetting.")
    discourse = Discourse.of(doc)
    odds = np.array([9.0 if label == RelationType.MITIGATES else -9.0 for label in RELATIONS])
    always, never = (LinearClassifier(RELATIONS, np.zeros((8, len(RELATIONS))), sign * odds) for sign in (1, -1))
    pairs = [
        (pair, {NO_RELATION: 0.9, "mitigates": 0.1})
        for pair in find_candidates(discourse)
        if pair.tail.name == "catastrophic forgetting"
    ]
    assert pairs
    found = RelationClassifier(never, always, THRESHOLD).classify(discourse, pairs)
    assert [relation.rel for relation in found] == [RelationType.MITIGATES] * len(pairs)
    assert not RelationClassifier(always, never, THRESHOLD).classify(discourse, [])
