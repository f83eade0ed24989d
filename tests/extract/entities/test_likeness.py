"""How alike two names are: the words they share, and how near in meaning the others are."""

import pytest

from papergraph.extract.entities.likeness import initials, overlap, word_features


def alike(part: str, one: str, other: str) -> int:
    """How alike a part of two names is, in eighths."""
    (found,) = (f.removeprefix(f"alike {part}=") for f in word_features(one, other) if f.startswith(f"alike {part}="))
    return int(found)


@pytest.mark.parametrize(
    ("name", "near", "far"),
    [
        ("continual learning", "lifelong learning", "quantum learning"),
        ("image synthesis", "image generation", "image retrieval"),
        ("dense model", "dense network", "dense forest"),
    ],
)
def test_words_of_one_meaning_are_nearer_than_others(name: str, near: str, far: str) -> None:
    assert alike("own", name, near) > alike("own", name, far)
    assert alike("all", name, name) == 8


def test_the_words_in_which_two_names_differ_are_seen_together() -> None:
    assert "swapped=['lifelong']|['continu']" in set(word_features("lifelong learning", "continual learning"))


def test_names_without_words_are_like_nothing() -> None:
    assert {"shared=0", "alike all=None"} <= set(word_features("???", "!"))


def test_overlap_and_initials_are_those_of_words() -> None:
    assert overlap(("visual", "prompt", "learning"), ("prompt", "learning")) == "suffix"
    assert overlap(("prompt", "learning"), ("rewiring",)) == "none"
    assert initials("ZIP", "zonal image priors") == (True, 4)
    assert initials("ZIP", "zonal priors") == (False, 1)
