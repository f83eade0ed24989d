"""Keys are readable, depend on the name alone, and never hold what could end an IRI or leave a folder."""

from hypothesis import given
from hypothesis import strategies as st

from papergraph.identifiers import concept_key, paper_key, slug
from papergraph.vocabulary import ConceptType

_UNSAFE = set('<>"{}|^`\\/ \t\n\r\0%?#')


@given(st.text(max_size=300))
def test_a_slug_is_safe_and_short(name: str) -> None:
    key = slug(name)
    assert key
    assert not _UNSAFE & set(key)
    assert len(key) <= 100
    assert key not in {".", ".."}


def test_titles_alike_in_their_first_words_differ() -> None:
    start = "a study of " * 20
    assert slug(start + "one") != slug(start + "two")


def test_hostile_names_become_plain_words() -> None:
    assert slug("../../etc/passwd") == "etc-passwd"
    assert slug("<script>alert(1)</script>") == "script-alert-1-script"


def test_types_keep_one_name_apart() -> None:
    keys = {concept_key("in-context learning", kind) for kind in ConceptType}
    assert len(keys) == len(ConceptType)


def test_same_title_with_two_identifiers_is_two_papers() -> None:
    assert paper_key("Editorial", "2401.00001") != paper_key("Editorial")
