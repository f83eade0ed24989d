"""Whatever a key or an address is, what comes out is valid in IRIs and prefixed names."""

import pyoxigraph
from hypothesis import given
from hypothesis import strategies as st

from papergraph.export.terms import local, url

texts = st.text(min_size=1, max_size=50)


@given(texts)
def test_any_key_makes_a_valid_iri_that_turtle_can_abbreviate(key):
    full = pyoxigraph.NamedNode(f"http://example.org/{local(key)}")
    turtle = f"@prefix x: <http://example.org/> . x:{local(key)} a x:y ."
    [quad] = pyoxigraph.parse(turtle, pyoxigraph.RdfFormat.TURTLE)
    assert quad.subject == full


@given(texts, texts)
def test_two_keys_never_share_an_iri(one, other):
    assert (local(one) == local(other)) == (one == other)


def test_letters_of_all_scripts_stay_readable():
    assert local("café-数学-ελ.method") == "café-数学-ελ.method"


@given(texts)
def test_an_address_is_a_valid_iri_of_the_web_or_nothing(text):
    for candidate in (text, f"https://{text}", f"http://example.org/{text}"):
        address = url(candidate)
        assert address is None or pyoxigraph.NamedNode(address).value.startswith(("http://", "https://"))
