"""Numbers are found with their units; digits inside names, versions and dates are not numbers of their own."""

import pytest

from papergraph.extract.results.numbers import find_numbers

CASES = [
    ("gains of 18.9% and 0.52pp", [("18.9%", "%"), ("0.52pp", "pp")]),
    ("from 10.1-36.6% up to 7.9X", [("10.1-36.6%", "%"), ("7.9X", "x")]),
    ("by 4%-7%, 3% – 15% or 2-3 points", [("4%-7%", "%"), ("3% – 15%", "%"), ("2-3 points", "points")]),
    ("layers 3-4 of 12, 5 - 3", [("3", ""), ("4", ""), ("12", ""), ("5", ""), ("3", "")]),
    ("6 out of 7 games, rated 7.8/10, at 1/3 of it", [("6 out of 7", "out of 7"), ("7.8/10", "/10"), ("1/3", "/3")]),
    ("a 25-point gain, 3 times faster", [("25-point", "points"), ("3 times", "x")]),
    ("GPT-4 with 7B weights on CIFAR-100 at v3.1", []),
    ("1,024 steps (+10.5%)", [("1,024", ""), ("+10.5%", "%")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_numbers(text: str, expected: list[tuple[str, str]]) -> None:
    found = list(find_numbers(text))
    assert [(n.written, n.unit) for n in found] == expected
    assert all(n.span.of(text) == n.written for n in found)
