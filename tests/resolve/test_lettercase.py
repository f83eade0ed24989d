"""A sentence's capital is not the name's, and a name's own capital stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.resolve.made_up import concepts, entity

from papergraph.resolve.lettercase import common_words, in_running_text

OTHERS = [
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
        ("A1-based driving", "A1-based driving"),
    ],
)
def test_what_one_paper_has_at_a_sentence_s_start_is_written_as_others_write_its_first_word(
    form: str, name: str
) -> None:
    assert name in {concept.name for concept in concepts([entity(form)], *OTHERS)}


@given(st.text(max_size=20))
def test_no_more_than_a_capital_is_taken_from_any_name(name: str) -> None:
    common = common_words([{name: 1, name.lower(): 2}])
    assert in_running_text(name, common).casefold() == name.casefold()
