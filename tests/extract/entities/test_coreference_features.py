"""What tells that two names are one thing's: above all that one is short for the other."""

import pytest
from tests.extract.annotated import annotated

from papergraph.extract.entities.coreference_features import pair_features
from papergraph.extract.known import KnownTerms
from papergraph.vocabulary import ConceptType

M = ConceptType.METHOD
NONE = KnownTerms({})


def test_the_order_of_a_pair_does_not_matter() -> None:
    context = annotated(
        "Title.\nVisual prompt learning and prompt learning.",
        ("Visual prompt learning", M, 1),
        ("prompt learning.", M, 1),
    )
    one, other = context.entities
    assert pair_features(context, one, other, NONE) == pair_features(context, other, one, NONE)


@pytest.mark.parametrize(
    ("short", "long", "feature"),
    [
        ("ZIP", "Zonal Hazy Image Priors", "initials=True 4 short=True"),
        ("ZoIPs", "Zonal Hazy Image Priors", "capitals=True False"),
        ("ZoImPri", "Zonal Image Priors", "spelled=True True"),
        ("ZonDiff", "Zonal Guidance", "alike=3"),
        ("ZIP", "Quick Learning", "spelled=False False"),
    ],
)
def test_a_word_may_be_short_for_others_in_many_ways(short: str, long: str, feature: str) -> None:
    context = annotated(f"Title.\nWe call it {short}, as in {long}.", (short, M, 1), (f"{long}.", M, 1))
    assert feature in pair_features(context, *context.entities, NONE).features


def test_a_word_in_a_name_may_be_short_for_the_words_that_the_other_has_in_its_place() -> None:
    context = annotated(
        "Title.\nOf video ZIP and video zonal image priors.", ("video ZIP", M, 1), ("video zonal image priors", M, 1)
    )
    features = pair_features(context, *context.entities, NONE).features
    assert "rest initials=True 4 short=True" in features
