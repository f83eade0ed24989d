"""What the likely roles of a paper's other entities tell of one entity's own.

A paper proposes few things, and items of a list share a role. So roles are decided twice: alone, and once more knowing
what the first round thinks of all (stacking: Cohen & Carvalho, "Stacked sequential learning", IJCAI 2005).
"""

from collections.abc import Iterator, Sequence

from papergraph.extract.discourse.discourse import Discourse
from papergraph.extract.linear import Seen
from papergraph.extract.network.scorer import Odds
from papergraph.names import is_coined
from papergraph.vocabulary import Role


def beside_rivals(discourse: Discourse, seen: Sequence[Seen], odds: Sequence[Odds]) -> list[Seen]:
    """What is seen of a paper's entities in the first round, with what that round made of them all."""
    return [
        alone._replace(features=[*alone.features, *_rival_features(discourse, number, odds)])
        for number, alone in enumerate(seen)
    ]


def _rival_features(discourse: Discourse, number: int, odds: Sequence[Odds]) -> Iterator[str]:
    entity, own = discourse.entities[number], odds[number]
    others = [(e, o) for e, o in zip(discourse.entities, odds, strict=True) if e is not entity]
    for role in Role:
        mine = own.get(role, 0.0)
        rivals = [o.get(role, 0.0) for _, o in others]
        alike = max((o.get(role, 0.0) for e, o in others if e.type is entity.type), default=0.0)
        yield from (f"{role}={int(mine * 8)}", f"{role} sum={int(min(sum(rivals), 4))} {int(mine * 4)}")
        yield f"{role} above={min(sum(rival > mine for rival in rivals), 3)} {int(mine * 4)}"
        yield f"{role} alike={int(alike * 4)} {int(mine * 4)}"
    best = sorted(own, key=lambda role: own[role], reverse=True)[:2]
    in_title = entity.mentions[0].span.start < discourse.sentences[0].end
    yield from (f"best={best}", f"best={best[0]} coined={is_coined(entity.name)} title={in_title}")
    for side, neighbour in zip("<>", discourse.neighbours(entity.mentions[0]), strict=True):
        for other, its in others:
            if neighbour and neighbour.entity is other:
                same = other.type is entity.type
                yield f"{side} {max(its, key=lambda r: its[r])} {neighbour.is_coordinated} same={same}"
