"""Which pairs are asked for a relation at all: those that a sentence may relate, in both directions, each once."""

from dataclasses import replace

from tests.extract.annotated import annotated

from papergraph.extract.discourse.candidates import find_candidates
from papergraph.extract.discourse.discourse import Discourse
from papergraph.vocabulary import ConceptType, Role

M, P, T = ConceptType.METHOD, ConceptType.PHENOMENON, ConceptType.TASK


def pairs(discourse: Discourse) -> set[tuple[str, str]]:
    return {(c.head.name, c.tail.name) for c in find_candidates(discourse)}


def test_a_pair_of_one_sentence_is_asked_in_both_directions() -> None:
    discourse = annotated(
        "Title\nLoRA forgets less than Adam. Overfitting stays.",
        ("LoRA", M, 1),
        ("Adam", M, 1),
        ("Overfitting", P, 1),
    )
    assert pairs(discourse) == {("LoRA", "Adam"), ("Adam", "LoRA")}


def test_our_method_stands_for_what_is_proposed() -> None:
    discourse = annotated(
        "ZIP: Zonal Priors\nIt is new. Our method mitigates overfitting.", ("ZIP", M, 1), ("overfitting", P, 1)
    )
    assert not pairs(discourse)
    discourse.entities[0] = replace(discourse.entities[0], role=Role.PROPOSES)
    (candidate,) = find_candidates(discourse)
    assert (candidate.head.name, candidate.tail.name, candidate.order()) == ("ZIP", "overfitting", "self")
    assert candidate.between(discourse) == ["our", "method", "mitigates"]


def test_the_place_where_the_two_stand_closest_counts() -> None:
    text = "Title\nLoRA, of which much was said, is like Adam. Adam and LoRA differ."
    discourse = annotated(text, ("LoRA", M, 1), ("Adam", M, 1))
    found = {(c.head.name, c.tail.name): c for c in find_candidates(discourse)}
    forward, backward = found["LoRA", "Adam"], found["Adam", "LoRA"]
    assert (forward.sentence, forward.order(), forward.between(discourse)) == (2, "tail first", ["and"])
    assert backward.order() == "head first"


def test_nothing_is_asked_of_an_empty_text() -> None:
    assert not pairs(annotated("\n"))
