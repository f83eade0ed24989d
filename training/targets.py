"""What a network should say of a paper: of its tokens, its entities and the pairs that sentences may relate.

An annotated paper's targets are certain; of others they are what a teacher thinks.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from decoding import decode
from gold import GoldPaper, gold_tags
from papergraph.extract.discourse.candidates import Candidate, find_candidates
from papergraph.extract.discourse.discourse import Discourse
from papergraph.extract.entities.entities import entities
from papergraph.extract.network.network import NO_RELATION, RELATIONS, ROLES, TAGS
from papergraph.extract.network.pooling import Group, Places, entity_places, pair_places
from papergraph.extract.roles.roles import likeliest
from papergraph.extract.text.layout import layout_of
from papergraph.vocabulary import Role
from readings import Reading


class Odds(NamedTuple):
    """Probabilities of a paper's tags, roles and relations.

    Attributes:
        tags: Array of shape (tokens, tags).
        roles: Array of shape (entities, roles).
        relations: Array of shape (pairs, relations).
    """

    tags: NDArray[np.floating]
    roles: NDArray[np.floating]
    relations: NDArray[np.floating]


@dataclass
class Target:
    """A document with what is asked of it, and the answers. `entities` and `pairs` count its tokens."""

    doc: Doc
    entities: Places
    pairs: Places
    odds: Odds


def annotated(doc: Doc, paper: GoldPaper) -> Target:
    """The target of an annotated document."""
    doc._.pg_entities = []
    reading = Reading.of(doc, paper)
    roles = [annotation["role"] for annotation in reading.annotations]
    found = [replace(e, role=Role(role)) for e, role in zip(reading.annotated, roles, strict=True)]
    names = {e.name: annotation["name"] for e, annotation in zip(found, reading.annotations, strict=True)}
    said = {(r["head"], r["tail"]): r["rel"] for r in paper.gold["relations"]}
    discourse = reading.discourse(found)
    pairs = list(find_candidates(discourse))
    relations = [said.get((names[c.head.name], names[c.tail.name]), NO_RELATION) for c in pairs]
    odds = Odds(_certain(gold_tags(doc, paper), TAGS), _of(roles, ROLES), _of(relations, RELATIONS))
    return Target(doc, *_places(doc, discourse, pairs), odds)


def labelled(doc: Doc, views: Sequence[Odds]) -> Target:
    """The target of a document that teachers have labelled: of tags their mean, of the rest one teacher's view.

    Teachers see other entities each, so what they think of these has no mean. Documents take turns.
    """
    view = views[len(doc) % len(views)]
    discourse = with_roles(with_entities(doc, view.tags), view.roles)
    places = _places(doc, discourse, list(find_candidates(discourse)))
    return Target(doc, *places, view._replace(tags=mean_tags(views)))


def rewritten(doc: Doc, views: Sequence[Odds]) -> Target:
    """The target of a variant of such a document, of whose entities and pairs nothing is asked."""
    discourse = replace(with_entities(doc, views[0].tags), entities=[])
    return Target(doc, *_places(doc, discourse, []), views[0]._replace(tags=mean_tags(views)))


def tags_alone(tags: NDArray[np.floating]) -> Odds:
    """Probabilities of tags, and none of roles and relations."""
    return Odds(tags, _of([], ROLES), _of([], RELATIONS))


def mean_tags(views: Sequence[Odds]) -> NDArray[np.float32]:
    """What several teachers think of a document's tokens on average."""
    found: NDArray[np.float32] = np.mean([view.tags for view in views], axis=0, dtype=np.float32)
    return found


def with_entities(doc: Doc, tags: NDArray[np.floating]) -> Discourse:
    """A document with the entities that these tags give it. `tags`: probabilities, of shape (tokens, tags)."""
    return Discourse.of(entities(decode(doc, tags)))


def with_roles(discourse: Discourse, roles: NDArray[np.floating]) -> Discourse:
    """The same with the likeliest roles. `roles`: probabilities, of shape (entities, roles)."""
    odds = [dict(zip(ROLES, row, strict=True)) for row in roles.tolist()]
    found = [replace(e, role=likeliest(e.type, o)) for e, o in zip(discourse.entities, odds, strict=True)]
    return replace(discourse, entities=found)


def _of(labels: Sequence[str], names: Sequence[str]) -> NDArray[np.float32]:
    return _certain(np.array([names.index(label) for label in labels], dtype=np.int8), names)


def _certain(labels: NDArray[np.int8], names: Sequence[str]) -> NDArray[np.float32]:
    return np.eye(len(names), dtype=np.float32)[labels]


def _places(doc: Doc, discourse: Discourse, pairs: Sequence[Candidate]) -> tuple[Places, Places]:
    return _on_tokens(entity_places(discourse, discourse.entities), doc), _on_tokens(pair_places(discourse, pairs), doc)


def _on_tokens(places: Places, doc: Doc) -> Places:
    """Places that count words as places that count all tokens."""
    rows = layout_of(doc).rows
    return places._replace(groups=[group._replace(rows=rows[group.rows]) for group in places.groups])


def side_by_side(places: Sequence[Places], sizes: Sequence[int]) -> Places:
    """Places of several documents as those of one. `sizes`: how many tokens each document has."""
    groups = [
        Group(
            _behind([part.rows for part in parts], sizes),
            np.concatenate([part.lengths for part in parts]),
            _behind([part.passages for part in parts], [len(part.lengths) for part in parts]),
        )
        for parts in zip(*(one.groups for one in places), strict=True)
    ]
    return Places(groups, np.concatenate([one.marks for one in places]))


def _behind(numbers: Sequence[NDArray[np.int32]], sizes: Sequence[int]) -> NDArray[np.int32]:
    """Numbers of several documents' things as those of one. `sizes`: how many things each document has."""
    starts = np.cumsum([0, *sizes[:-1]])
    return np.concatenate([some + start for some, start in zip(numbers, starts, strict=True)]).astype(np.int32)


def write_odds(path: Path, odds: Sequence[Odds]) -> None:
    """Keep the odds of many documents."""
    sizes = np.array([[len(part) for part in one] for one in odds])
    np.savez(path, *map(np.concatenate, zip(*odds, strict=True)), sizes=sizes)


def read_odds(path: Path) -> list[Odds]:
    """What `write_odds` has kept."""
    with np.load(path) as data:
        ends = data["sizes"].cumsum(axis=0)[:-1]
        parts = [np.split(data[f"arr_{i}"], ends[:, i]) for i in range(len(Odds._fields))]
    return [Odds(*one) for one in zip(*parts, strict=True)]
