"""Numbers are found with their units; digits inside names, versions and dates are not numbers of their own."""

import pytest

from papergraph.extract.results.numbers import find_numbers

CASES = [
    ("gains of 18.9% and 0.52pp", [("18.9%", "%"), ("0.52pp", "pp")]),
    ("from 10.1-36.6% up to 7.9X", [("10.1", ""), ("36.6%", "%"), ("7.9X", "x")]),
    ("a 25-point gain, 3 times faster", [("25-point", "points"), ("3 times", "x")]),
    ("GPT-4 with 7B weights on CIFAR-100 at v3.1", []),
    ("1,024 steps (+10.5%)", [("1,024", ""), ("+10.5%", "%")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_numbers(text: str, expected: list[tuple[str, str]]) -> None:
    found = list(find_numbers(text))
    assert [(n.written, n.unit) for n in found] == expected
    assert all(n.span.of(text) == n.written for n in found)
