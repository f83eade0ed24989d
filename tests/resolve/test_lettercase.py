"""A sentence's capital is not the name's, and a name's own capital stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.resolve.made_up import concepts, entity

from papergraph.names import fold
from papergraph.resolve.lettercase import common_words, in_running_text
from papergraph.vocabulary import ConceptType

OTHERS = [
    [entity("autonomous driving networks")],
    [entity("autonomous driving"), entity("residual networks"), entity("a posteriori estimate")],
    [entity("3D Gaussian Splatting"), entity("gaussian")],
]


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Autonomous agents", "autonomous agent"),
        ("Gaussian processes", "Gaussian process"),
        ("Wasserstein distance", "Wasserstein distance"),
        ("Autonomous Agents", "Autonomous Agents"),
        ("Residual", "Residual"),
        ("Residual ODE", "Residual ODE"),
        ("ODE network", "ODE network"),
        ("A1-based driving", "A1-based driving"),
        ("U-net error rates", "U-net error rate"),
    ],
)
def test_what_one_paper_has_at_a_sentence_s_start_is_written_as_others_write_its_first_word(
    form: str, name: str
) -> None:
    assert name in {concept.name for concept in concepts([entity(form)], *OTHERS)}


def test_what_stands_in_titles_only_is_written_small_unless_it_may_be_coined() -> None:
    for kind, name in (
        (ConceptType.PHENOMENON, "3D autonomous driving network"),
        (ConceptType.METHOD, "3D Autonomous Driving Networks"),
    ):
        titled = [entity("3D Autonomous Driving Networks", kind=kind)]
        assert name in {concept.name for concept in concepts(titled, *OTHERS)}
    named = [entity("Wasserstein Driving", kind=ConceptType.TASK)]
    assert "Wasserstein Driving" in {concept.name for concept in concepts(named, *OTHERS)}


@given(st.lists(st.from_regex(r"[A-Za-z][a-z]{0,6}s?", fullmatch=True) | st.text(max_size=5)))
def test_a_name_stays_the_same_name(words: list[str]) -> None:
    name = " ".join(words)
    common = common_words([{name: 1, name.lower(): 2}])
    assert fold(in_running_text(name, ConceptType.TASK, common)) == fold(name)
