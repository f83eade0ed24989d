"""What a network should say of a paper: of its tokens, its entities and the pairs that sentences may relate.

An annotated paper's targets are certain, until a teacher's doubts about its tokens are let in; a variant's are what a
teacher thinks of its tokens.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from gold import GoldPaper, gold_tags
from papergraph.extract.discourse.candidates import Candidate, find_candidates
from papergraph.extract.discourse.discourse import Discourse
from papergraph.extract.known import KnownTerms
from papergraph.extract.network.network import NO_RELATION, RELATIONS, ROLES, TAGS
from papergraph.extract.network.pooling import Group, Places, entity_places, pair_places
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
    reading = Reading.of(doc, paper, KnownTerms({}))
    roles = [annotation["role"] for annotation in reading.annotations]
    found = [replace(e, role=Role(role)) for e, role in zip(reading.annotated, roles, strict=True)]
    names = {e.name: annotation["name"] for e, annotation in zip(found, reading.annotations, strict=True)}
    said = {(r["head"], r["tail"]): r["rel"] for r in paper.gold["relations"]}
    discourse = reading.discourse(found)
    pairs = list(find_candidates(discourse))
    relations = [said.get((names[c.head.name], names[c.tail.name]), NO_RELATION) for c in pairs]
    odds = Odds(_certain(gold_tags(doc, paper), TAGS), _of(roles, ROLES), _of(relations, RELATIONS))
    return Target(doc, *_places(doc, discourse, pairs), odds)


def doubted(target: Target, tags: NDArray[np.floating], share: float) -> Target:
    """The target of an annotated document of whose tokens a teacher thinks this. `share`: how much that counts."""
    certain, thought = target.odds.tags, tags.astype(np.float32)
    return replace(target, odds=target.odds._replace(tags=(1 - share) * certain + share * thought))


def labelled(doc: Doc, tags: NDArray[np.floating]) -> Target:
    """The target of a document of whose tokens a teacher thinks this; of entities and pairs nothing is asked."""
    doc._.pg_entities = []
    return Target(doc, *_places(doc, Discourse.of(doc), []), Odds(tags, _of([], ROLES), _of([], RELATIONS)))


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


def write_tags(path: Path, tags: Sequence[NDArray[np.float16]]) -> None:
    """Keep the tags of many documents."""
    np.savez(path, tags=np.concatenate(tags), sizes=np.array(list(map(len, tags))))


def read_tags(path: Path) -> list[NDArray[np.float16]]:
    """What `write_tags` has kept."""
    with np.load(path) as data:
        return np.split(data["tags"], data["sizes"].cumsum()[:-1])
