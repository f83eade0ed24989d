"""The network is told what entities and pairs are: each property in a column of its own."""

from dataclasses import replace

from tests.extract.annotated import annotated

from papergraph.extract.discourse.candidates import find_candidates
from papergraph.extract.discourse.discourse import Discourse
from papergraph.extract.network.marks import ENTITY_MARKS, PAIR_MARKS, entity_marks, pair_marks
from papergraph.vocabulary import ConceptType, Role

M, P = ConceptType.METHOD, ConceptType.PHENOMENON


def field() -> Discourse:
    text = "ZIP: Zonal Priors\nAs we show, ZIP strongly reduces sudden forgetting. So it goes. It rains. Adam suffers."
    return annotated(text, ("ZIP", M, 1), ("sudden forgetting", P, 1), ("Adam", M, 1))


def test_an_entitys_type_place_and_spelling_are_marked() -> None:
    discourse = field()
    coined, general, late = entity_marks(discourse, discourse.entities)
    assert {len(coined), len(general), len(late)} == {ENTITY_MARKS}
    # One type, one first sentence and one number of mentions each; ZIP is coined, and in two sentences.
    assert [row.sum() for row in (coined, general)] == [5, 3]
    (differ,) = (coined != late).nonzero()
    assert len(differ) > 2
    assert (coined[:5] == late[:5]).all()


def test_a_pairs_types_roles_and_order_are_marked() -> None:
    discourse = field()
    (pair,) = (c for c in find_candidates(discourse) if c.head.name == "ZIP" and c.tail.type is P)
    other = pair._replace(head=replace(pair.head, role=Role.PROPOSES))
    backwards = pair._replace(head_mention=pair.tail_mention, tail_mention=pair.head_mention)
    one, two, three, far = pair_marks([pair, other, backwards, pair], [4, 4, 4, 20])
    assert len(one) == PAIR_MARKS
    assert one.sum() == two.sum() == three.sum() == far.sum() == 6
    assert [(one != row).sum() for row in (two, three, far)] == [2, 2, 2]


def test_nothing_has_no_marks() -> None:
    assert entity_marks(field(), []).shape == (0, ENTITY_MARKS)
    assert pair_marks([], []).shape == (0, PAIR_MARKS)
