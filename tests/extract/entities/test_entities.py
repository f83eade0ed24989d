"""Mentions of one thing are one entity; generic words are none; every repeat is found."""

from itertools import pairwise

from tests.extract.annotated import annotated

from papergraph.extract.entities.mentions import is_generic
from papergraph.model import Entity
from papergraph.vocabulary import ConceptType, Finder

M, T = ConceptType.METHOD, ConceptType.TASK


def entities(text: str, *named: tuple[str, ConceptType, float]) -> list[Entity]:
    return annotated(text, *named).entities


def test_an_abbreviation_and_its_long_form_are_one_and_take_one_type() -> None:
    text = "We study continual learning (CL). In CL, tasks come in turn."
    (found,) = entities(text, ("continual learning", M, 0.9), ("CL", T, 0.4))
    assert (found.name, found.type, found.long_form) == ("CL", M, "continual learning")
    assert [m.span.of(text) for m in found.mentions] == ["continual learning", "CL", "CL"]


def test_case_and_plural_are_folded_and_the_name_is_singular() -> None:
    (found,) = entities(
        "Vision transformers win. A vision transformer wins.",
        ("Vision transformers", M, 0.8),
        ("vision transformer", M, 0.8),
    )
    assert found.name.casefold() == "vision transformer"
    assert len(found.mentions) == 2


def test_a_repeat_inside_a_longer_name_is_left_to_it() -> None:
    text = "SAM 2 extends SAM to videos."
    found = {e.name: len(e.mentions) for e in entities(text, ("SAM 2", M, 0.9), ("SAM to", M, 0.9))}
    assert found["SAM 2"] == 1


def test_generic_words_and_bare_numbers_are_generic() -> None:
    assert all(map(is_generic, ["model", "Models", "performance", "Neural Networks", "42", "--", "-R", ""]))
    assert not is_generic("LoRA")


def test_mentions_do_not_overlap_and_copy_the_text() -> None:
    text = "LoRA beats LoRA+ and QLoRA. LoRA wins."
    found = entities(text, ("LoRA", M, 0.9), ("QLoRA", M, 0.9))
    spans = sorted(m.span for e in found for m in e.mentions)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(m.span.of(text) == m.text for e in found for m in e.mentions)


def test_forms_that_differ_in_an_abbreviation_are_one() -> None:
    text = "Under out-of-distribution (OOD) data it fails. OOD data hurt."
    (found,) = entities(text, ("out-of-distribution (OOD) data", T, 0.8), ("OOD data", T, 0.8))
    assert set(found.surfaces) == {"out-of-distribution (OOD) data", "OOD data"}


def test_what_the_tagger_saw_spelled_out_is_found_abbreviated() -> None:
    text = "Under out-of-distribution (OOD) data it fails. OOD data hurt, out-of-distribution data too, OOD not."
    (found,) = entities(text, ("out-of-distribution (OOD) data", T, 0.8))
    assert found.surfaces == ("out-of-distribution (OOD) data", "OOD data", "out-of-distribution data")
    assert all(m.span.of(text) == m.text for m in found.mentions)


def test_initials_tell_an_abbreviation_that_is_not_defined() -> None:
    found = entities(
        "We use self-supervised learning. Later SSL wins.", ("self-supervised learning", M, 0.9), ("SSL", M, 0.9)
    )
    assert [(e.name, e.long_form) for e in found] == [("SSL", "self-supervised learning")]


def test_a_clause_is_no_name_but_a_long_form_may_be_long() -> None:
    clause = "sparsity that lets one train only some of the many weights"
    assert entities(f"We use {clause}.", (clause, M, 0.9)) == []
    long = "Kind Little Modules That Help Every Single Learner Remember Everything"
    (found,) = entities(f"We propose {long} (KLMTHESLRE).", (long, M, 0.9))
    assert (found.name, found.long_form) == ("KLMTHESLRE", long)


def test_each_mention_says_which_part_found_it() -> None:
    text = "We study continual learning (CL). In CL, tasks come in turn."
    (found,) = entities(text, ("continual learning", M, 0.9))
    assert [m.found_by for m in found.mentions] == [Finder.TAGGER, Finder.ABBREVIATION, Finder.REPEAT]
