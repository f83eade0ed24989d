"""What a reader would call one name is one, by rule and with its reason; what only looks alike is not."""

import pytest
from tests.resolve.made_up import concepts, entity, groups, reasons

from papergraph.vocabulary import ConceptType

M, B, P, T, Q = ConceptType

SAME = [
    (M, "chain of thought", "chains of thought", "spelling"),
    (M, "out-of-zorb (OOZ) detection", "out-of-zorb detection", "spelling"),
    (M, "Zorb-4V(ision)", "Zorb-4V", "spelling"),
    (M, "Zorb-v1.5", "Zorb 1.5", "spelling"),
    (M, "Polyzorb", "Polyzorb [Quux et al., 2023]", "spelling"),
    (M, "LLaZORB-2", "LlaZorb 2", "spelling"),
    (B, "HumanZorb", "Human Zorb", "spelling"),
    (P, "distributional shift", "distribution shift", "word form"),
    (P, "logical zorbing", "logic zorbing", "word form"),
    (T, "robotic manipulation", "robot manipulation", "word form"),
    (M, "test-time computation", "test-time compute", "word form"),
    (M, "smaller language models", "small language model", "word form"),
    (M, "fine-tuned", "fine-tuning", "word form"),
    (M, "probe", "probing", "word form"),
    (M, "distilling", "distillation", "word form"),
    (M, "ZorbNet-based agent", "ZorbNet agent", "generic word"),
    (M, "rate of convergence", "convergence rate", "word order"),
    (M, "mixture of the experts", "expert mixture", "word order"),
    (M, "ZorbNet model", "ZorbNet", "generic word"),
    (M, "prompt tuning method", "prompt tuning", "generic word"),
    (B, "ImageZorb dataset", "ImageZorb", "generic word"),
    (T, "question answering task", "question answering", "generic word"),
    (Q, "Zorb score", "Zorb", "generic word"),
    (P, "overfitting problem", "overfitting", "generic word"),
]
APART = [
    (B, "CIFAR-10", "CIFAR-100"),
    (M, "GPT-3", "GPT-4"),
    (M, "GPT-3.5", "GPT-3"),
    (M, "SAM", "SAM 2"),
    (B, "ImageNet", "ImageNet-R"),
    (M, "Zorb", "Zorb-v2"),
    (M, "language", "language model"),
    (M, "language model", "language modeling"),
    (M, "graphic model", "graph model"),
    (M, "agentic system", "agent system"),
    (T, "image-based generation", "image generation"),
    (M, "kernel", "kernel method"),
    (M, "LLM-based", "LLM-based method"),
    (M, "robustness of models", "model of robustness"),
    (Q, "success rate", "success"),
    (M, "chain-of-thought generation", "generation of thought chains"),
    (T, "detection of fakes", "fake of detections"),
]


@pytest.mark.parametrize(("kind", "one", "other", "reason"), SAME)
def test_variants_are_one_concept_that_says_why(kind: ConceptType, one: str, other: str, reason: str) -> None:
    (concept,) = concepts([entity(one, kind=kind)], [entity(other, kind=kind)])
    assert reason in {merge.reason for merge in concept.merges if merge.form in {one, other}}


@pytest.mark.parametrize(("kind", "one", "other"), APART)
def test_what_only_looks_alike_stays_apart(kind: ConceptType, one: str, other: str) -> None:
    assert len(groups(one, other, kind=kind)) == 2


def test_a_generic_word_is_cut_only_where_somebody_writes_the_name_without_it() -> None:
    assert len(groups("Zorb-based model", "Zorb-based method")) == 2
    assert len(groups("ZorbNet model", "ZorbNet framework")) == 2
    assert len(groups("ZorbNet model", "ZorbNet framework", "ZorbNet")) == 1


def test_an_abbreviation_inside_a_name_is_spelled_out_by_the_paper_that_defines_it() -> None:
    found = concepts(
        [entity("ZRL", "zorb reinforcement learning")],
        [entity("ZRL agent")],
        [entity("zorb reinforcement learning agent")],
    )
    agent = next(concept for concept in found if len(concept.members) == 2)
    assert ("defined in", "p0") in reasons(agent).values()


def test_an_abbreviation_with_two_meanings_is_not_spelled_out() -> None:
    papers = [[entity("CL", "continual learning")], [entity("CL", "contrastive learning")]]
    assert len(concepts(*papers, [entity("CL loss")], [entity("continual learning loss")])) == 4
