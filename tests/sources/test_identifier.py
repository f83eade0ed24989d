"""arXiv's identifiers, and what only looks like one."""

import pytest

from papergraph.sources.identifier import arxiv_identifier


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("2402.05859", "2402.05859"),
        ("arXiv:2402.05859v12", "2402.05859"),
        ("0704.0001", "0704.0001"),
        ("math.GT/0309136v1", "math.GT/0309136"),
        ("https://arxiv.org/pdf/2402.05859v2.pdf", "2402.05859"),
        (" 2402.05859 ", "2402.05859"),
        ("2413.05859", None),
        ("2402.058", None),
        ("see 2402.05859", None),
        ("https://evil.example/abs/2402.05859", None),
        (2402.05859, None),
        (None, None),
    ],
)
def test_identifiers(text, identifier):
    assert arxiv_identifier(text) == identifier
