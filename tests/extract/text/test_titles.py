"""A title that spells out the coined name that it opens with defines it, and only then."""

import pytest

from papergraph.extract.text.titles import find_spelled_out
from papergraph.model import Span

SPELLED = [
    ("ZEST: A Zonal Evaluation and Stress Test for Agents", ("ZEST", "Zonal Evaluation and Stress Test")),
    ("DisZoRa: Discrete Zones to Raster Maps via Flow", ("DisZoRa", "Discrete Zones to Raster Maps")),
    ("ZTP-Net: Zero-shot Token Pruning Network", ("ZTP-Net", "Zero-shot Token Pruning Network")),
    ("ZONE: Zonal networks are all you need", None),
    ("ZoNe: Zonal Networks", None),
    ("ZIP: Pruning Zonal Image Priors", None),
    ("Zonal image priors: zonal indeed, priors too", None),
    ("ZIP:", None),
    (":", None),
    ("", None),
]


@pytest.mark.parametrize(("title", "pair"), SPELLED)
def test_what_a_title_spells_out(title: str, pair: tuple[str, str] | None) -> None:
    found = find_spelled_out(title, Span(0, len(title)))
    assert (found and (found.short.of(title), found.long.of(title))) == pair


def test_places_count_the_whole_text() -> None:
    text = "  ZIP: Zonal Image Priors\nWe like ZIP."
    found = find_spelled_out(text, Span(2, text.index("\n")))
    assert found
    assert (found.short.of(text), found.long.of(text)) == ("ZIP", "Zonal Image Priors")


def test_a_title_that_could_be_read_in_very_many_ways_is_read() -> None:
    title = "A" * 19 + "Z: " + "Aaaa aaa of a " * 2000  # as many ways as there are to cut nineteen letters
    assert find_spelled_out(title, Span(0, len(title))) is None
