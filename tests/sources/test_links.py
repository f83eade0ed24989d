"""Links in abstracts come out as clean URLs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergraph.sources.clean import clean
from papergraph.sources.links import is_url, links


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Code: https://example.org/Some{https://example.org/Some}.", ["https://example.org/Some"]),
        ("(https://example.org/a), [here](https://example.org/b).", ["https://example.org/a", "https://example.org/b"]),
        ("https://example.org/a_(b) is fine", ["https://example.org/a_(b)"]),
        ('"https://example.org/q?a=1&b=2#c";', ["https://example.org/q?a=1&b=2#c"]),
        ("<https://example.org/x>，然后", ["https://example.org/x"]),
        (
            "\\url{https://example.org/a\\_b}, \\url{https://example.org/.}",
            ["https://example.org/a_b", "https://example.org/"],
        ),
        ("https://example.org/a.Our work", ["https://example.org/a"]),
        ("https://example.org/a https://example.org/a", ["https://example.org/a"]),
        ("available at this https URL, or by ftp://example.org and javascript:alert(1)", []),
        ("https:// and http://] and http://nodots", []),
        ("https://[::1", []),
    ],
)
def test_links(text, expected):
    assert list(links(clean(text))) == expected


@given(st.text())
def test_links_are_urls_that_stand_in_the_text(text):
    text = clean(f"see https://example.org/{text}")
    assert all(is_url(url) and url in text for url in links(text))
