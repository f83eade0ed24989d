"""Who speaks where: what roles and relations are told by must be seen rightly, and asked of any text."""

import pytest
from tests.extract.annotated import annotated

from papergraph.extract.discourse.discourse import cues, nearest_cue
from papergraph.vocabulary import ConceptType

M, T = ConceptType.METHOD, ConceptType.TASK
TEXT = (
    "ZIP: Zonal Image Priors\n"
    "Diffusion models are slow. "
    "We introduce ZAP, a zonal prior. "
    "This helps. "
    "LoRA, Adam and Wanda come close."
)


def test_the_title_opens_with_the_paper_s_own_name() -> None:
    assert annotated(TEXT, ("ZIP", M, 1)).lead == "ZIP"
    assert annotated(TEXT.replace(":", " and"), ("ZIP", M, 1)).lead is None
    assert annotated(TEXT).lead is None


def test_what_precedes_the_authors_own_work_is_background() -> None:
    discourse = annotated(TEXT)
    assert [discourse.side(number) for number in range(5)] == ["title", "before", "at", "behind", "behind"]
    assert annotated("Title\nNobody speaks. Nothing is done.").side(2) == "before"


def test_each_sentence_has_somebody_who_speaks() -> None:
    discourse = annotated(TEXT, ("Diffusion models", M, 1), ("LoRA", M, 1))
    assert discourse.subjects[1:] == ["other", "authors", "this", "coined"]


def test_items_of_a_list_are_coordinated() -> None:
    discourse = annotated(TEXT, *((name, M, 1) for name in ("LoRA", "Adam", "Wanda")))
    lora, adam, wanda = (entity.mentions[0] for entity in discourse.entities)
    ahead, behind = discourse.neighbours(adam)
    assert ahead is not None
    assert ahead.entity.name == "LoRA"
    assert ahead.is_coordinated
    assert behind is not None
    assert behind.between == ["and"]
    assert discourse.neighbours(lora)[0] is None
    assert discourse.neighbours(wanda)[1] is None


@pytest.mark.parametrize(
    ("words", "kind", "distance"),
    [(["a", "novel", "introduces"], "propose", 2), (["mitigating"], "mitigate", 0), (["leveraged", "using"], "use", 0)],
)
def test_the_nearest_verb_tells(words: list[str], kind: str, distance: int) -> None:
    assert nearest_cue(words) == (kind, distance)


def test_words_that_tell_nothing_are_passed_over() -> None:
    assert nearest_cue(["the", "zonal"]) is None
    assert nearest_cue([]) is None
    assert cues(["outperforming", "the", "proposed"]) == ["compare", "propose"]
