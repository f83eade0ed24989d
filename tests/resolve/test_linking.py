"""One thing under many names is one concept; different things under one name stay apart."""

from papergraph.model import Entity, Extraction, Mention, Span
from papergraph.names import is_short_form
from papergraph.resolve.concept import Concept, EntityId
from papergraph.resolve.linking import link
from papergraph.resolve.naming import name_concepts
from papergraph.vocabulary import ConceptType, Role

M, P, T = ConceptType.METHOD, ConceptType.PHENOMENON, ConceptType.TASK


def entity(*forms: str, kind: ConceptType = M, role: Role = Role.USES) -> Entity:
    """An entity with these forms, the first its name; a short name's first full form is its long form."""
    mentions = tuple(Mention(Span(i, i + 1), form, kind, 0.9) for i, form in enumerate(forms))
    long = next((f for f in forms[1:] if not is_short_form(f)), None) if is_short_form(forms[0]) else None
    return Entity(forms[0], kind, role, mentions, 0.9, long)


def concepts(*papers: list[Entity]) -> list[Concept]:
    read = [(f"p{i}", Extraction(entities=tuple(found))) for i, found in enumerate(papers)]
    entities = {EntityId(paper, e.name): e for paper, found in read for e in found.entities}
    return name_concepts(link(read), entities)


def test_spelling_case_plural_and_abbreviation_are_one_concept_named_by_its_full_form() -> None:
    found = concepts(
        [entity("LLM", "large language models", "LLMs")],
        [entity("large language model", "large language models")],
        [entity("Large-Language Models")],
        [entity("LLMs")],
    )
    assert [c.name for c in found] == ["large language model"]
    assert len(found[0].members) == 4
    assert found[0].forms["LLMs"] == 2


def test_a_coined_name_stays_the_name() -> None:
    found = concepts(
        [entity("SoMA", "Singular Value Decomposed Minor Components Adaptation", role=Role.PROPOSES)], [entity("SoMA")]
    )
    assert [c.name for c in found] == ["SoMA"]


def test_versions_are_kept_apart() -> None:
    names = ["CIFAR-10", "CIFAR-100", "GPT-3", "GPT-4", "SAM", "SAM 2", "ImageNet", "ImageNet-R"]
    assert sorted(c.name for c in concepts([entity(name) for name in names])) == sorted(names)


def test_types_never_merge() -> None:
    found = concepts([entity("in-context learning")], [entity("in-context learning", kind=P)])
    assert [c.key for c in found] == ["in-context-learning.method", "in-context-learning.phenomenon"]


def test_a_homonym_is_read_by_its_own_paper_or_its_company_or_stays_alone() -> None:
    found = concepts(
        [entity("CL", "continual learning"), entity("catastrophic forgetting", kind=P), entity("replay buffer")],
        [entity("CL", "contrastive learning"), entity("image-text pair")],
        [entity("CL"), entity("catastrophic forgetting", kind=P), entity("replay buffer")],
        [entity("CL"), entity("protein folding", kind=T)],
    )
    by_paper = {member.paper: c.name for c in found for member in c.members if member.name == "CL"}
    assert by_paper == {
        "p0": "continual learning",
        "p1": "contrastive learning",
        "p2": "continual learning",
        "p3": "CL",
    }


def test_every_other_name_has_a_reason() -> None:
    (concept,) = concepts(
        [entity("LLM", "large language model")],
        [
            entity("Large Language Models"),
        ],
    )
    reasons = {merge.form: (merge.reason, merge.paper) for merge in concept.merges}
    assert reasons["LLM"] == ("defined in", "p0")
    assert reasons["Large Language Models"][0] == "spelling"


def test_the_order_of_papers_does_not_change_the_concepts() -> None:
    a, b = [entity("CL", "continual learning")], [entity("Continual Learning")]
    assert {c.key for c in concepts(a, b)} == {c.key for c in concepts(b, a)}


def test_names_of_nothing_but_marks_do_not_fail() -> None:
    found = concepts([entity("???")], [entity("LoRA")])
    assert [c.name for c in found] == ["LoRA"]


def test_a_general_term_is_written_small_and_a_coined_one_as_most_write_it() -> None:
    titles = [[entity("Continual Learning")], [entity("Continual Learning")], [entity("continual learning")]]
    assert [c.name for c in concepts(*titles)] == ["continual learning"]
    slips = [[entity("ImageNet")] for _ in range(9)] + [[entity("imagenet")]]
    assert [c.name for c in concepts(*slips)] == ["ImageNet"]
