"""A name is known however it is written, and what nothing is called is told with what is meant perhaps."""

import pytest
from tests.small_graph import small_network

from papergraph.errors import NotFoundError
from papergraph.sparql.known import known_name
from papergraph.sparql.memory import store_of


@pytest.mark.parametrize("name", ["LoRA", "loras", "Low  Rank adaptations"])
def test_a_name_is_found_as_show_finds_it(name: str) -> None:
    assert known_name(store_of(small_network()), name).casefold() in {"lora", "low-rank adaptation"}


@pytest.mark.parametrize("name", ["", "???", '" } #', "LoRAX"])
def test_an_unknown_name_is_an_error(name: str) -> None:
    with pytest.raises(NotFoundError):
        known_name(store_of(small_network()), name)


def test_the_error_names_what_is_written_much_like_it() -> None:
    with pytest.raises(NotFoundError, match="DoRA"):
        known_name(store_of(small_network()), "DoRAX")
