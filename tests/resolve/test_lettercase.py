"""A sentence's capital is not the name's, and a name's own capital stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.resolve.made_up import concepts, entity

from papergraph.names import fold
from papergraph.resolve.lettercase import common_words, in_running_text
from papergraph.vocabulary import ConceptType

TEXTS = (
    "For autonomous driving we use residual networks, a net with a net, and a posteriori estimates.",
    "Gaussian noise, or 3D Gaussian Splatting, is autonomous. Wasserstein is nobody's driving network.",
    "We see Gaussian and gaussian noise.",
)


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
def test_what_one_paper_has_at_a_sentence_s_start_is_written_as_abstracts_write_its_first_word(
    form: str, name: str
) -> None:
    assert [concept.name for concept in concepts([entity(form)], texts=TEXTS)] == [name]


@pytest.mark.parametrize(
    ("kind", "form", "name"),
    [
        (ConceptType.PHENOMENON, "3D Autonomous Driving Networks", "3D autonomous driving network"),
        (ConceptType.METHOD, "3D Autonomous Driving Networks", "3D Autonomous Driving Networks"),
        (ConceptType.TASK, "Wasserstein Driving", "Wasserstein Driving"),
    ],
)
def test_what_stands_in_titles_only_is_written_small_unless_it_may_be_coined(
    kind: ConceptType, form: str, name: str
) -> None:
    assert [concept.name for concept in concepts([entity(form, kind=kind)], texts=TEXTS)] == [name]


@given(st.lists(st.from_regex(r"[A-Za-z][a-z]{0,6}s?", fullmatch=True) | st.text(max_size=5)))
def test_a_name_stays_the_same_name(words: list[str]) -> None:
    name = " ".join(words)
    assert fold(in_running_text(name, ConceptType.TASK, common_words([name.lower()]))) == fold(name)
