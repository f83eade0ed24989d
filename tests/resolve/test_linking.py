"""One thing under many names is one concept; different things under one name stay apart."""

from tests.resolve.made_up import concepts, entity, groups, reasons

from papergraph.vocabulary import ConceptType, Role

M, P, T = ConceptType.METHOD, ConceptType.PHENOMENON, ConceptType.TASK


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


def test_a_coined_full_form_that_more_papers_use_is_the_name() -> None:
    (found,) = concepts([entity("IZ-1K", "ImageZorb-1K")], [entity("ImageZorb-1K")])
    assert found.name == "ImageZorb-1K"


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
    assert reasons(concept)["LLM"] == ("defined in", "p0")
    assert reasons(concept)["Large Language Models"][0] == "spelling"


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
    assert [c.name for c in concepts([entity("zorbnet-r1")], [entity("ZorbNet-R1")])] == ["ZorbNet-R1"]


def test_a_word_and_an_abbreviation_that_is_spelled_like_it_stay_apart() -> None:
    found = concepts(
        [entity("Zorb")], [entity("ZorB", "zoned rewiring of brains", long_form="zoned rewiring of brains")]
    )
    assert {c.name for c in found} == {"Zorb", "zoned rewiring of brains"}


def test_a_coined_name_that_two_papers_define_differently_is_two_concepts() -> None:
    found = concepts(
        [entity("QuuX", long_form="quick unlearning"), entity("pruning")],
        [entity("Quux", "quiet understanding", long_form="quiet understanding")],
    )
    assert len({c.key for c in found}) == 3


def test_long_forms_of_one_abbreviation_that_say_the_same_are_one() -> None:
    for other in ("large pretrained zorb model", "large-scale zorb model", "large zorb models"):
        assert len(concepts([entity("LZM", "large zorb model")], [entity("LZM", other)], [entity("LZM")])) == 1, other
    cut = entity("MZM", long_form="modal zorb model")
    assert len(concepts([entity("MZM", "multimodal zorb model")], [cut], [entity("MZM")])) == 1
    assert len(concepts([entity("LoRA", "low-rank adaptation")], [entity("LoRA", "low-rank adapters")])) == 1
    assert len(concepts([entity("CL", "continual learning")], [entity("CL", "contrastive learning")])) == 2


def test_a_long_form_that_lacks_its_first_word_does_not_define_the_short_form() -> None:
    found = concepts([entity("SSL", "supervised learning")], [entity("supervised learning")])
    assert [(c.name, len(c.members)) for c in found] == [("SSL", 1), ("supervised learning", 1)]


def test_a_name_in_lower_case_is_its_abbreviation_where_that_means_one_thing() -> None:
    found = concepts([entity("ZRG", "zero-rank grouping")], [entity("zrg")])
    assert [c.name for c in found] == ["zero-rank grouping"]


def test_a_name_without_letters_is_none_and_nothing_is_nothing() -> None:
    assert concepts([entity("???")], []) == []
    assert concepts() == []


def test_many_names_are_linked_without_comparing_all_with_all() -> None:
    assert len(groups(*(f"Zorb{n}" for n in range(20_000)))) == 20_000
