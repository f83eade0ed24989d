"""What the likely roles of a paper's other entities tell of one entity's own.

A paper proposes few things, and items of a list share a role. So roles are decided twice: alone, and once more knowing
what the first round thinks of all (stacking: Cohen & Carvalho, "Stacked sequential learning", IJCAI 2005).
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from heapq import nlargest

from papergraph.extract.discourse.discourse import Discourse
from papergraph.extract.linear import Seen
from papergraph.extract.network.scorer import Odds
from papergraph.model import Entity
from papergraph.names import is_coined
from papergraph.vocabulary import ConceptType, Role


def beside_rivals(discourse: Discourse, seen: Sequence[Seen], odds: Sequence[Odds]) -> list[Seen]:
    """What is seen of a paper's entities in the first round, with what that round made of them all."""
    rivals = _Rivals(discourse, odds)
    each = zip(seen, discourse.entities, strict=True)
    return [alone._replace(features=[*alone.features, *rivals.features(entity)]) for alone, entity in each]


class _Rivals:
    """What the first round made of all entities of a paper."""

    def __init__(self, discourse: Discourse, odds: Sequence[Odds]) -> None:
        self.discourse = discourse
        self.odds = {entity.name: own for entity, own in zip(discourse.entities, odds, strict=True)}

    @cached_property
    def _ranked(self) -> dict[Role, list[float]]:
        return {role: sorted(own.get(role, 0.0) for own in self.odds.values()) for role in Role}

    @cached_property
    def _sums(self) -> dict[Role, float]:
        return {role: sum(ranked) for role, ranked in self._ranked.items()}

    @cached_property
    def _by_type(self) -> dict[ConceptType, list[Odds]]:
        found: dict[ConceptType, list[Odds]] = defaultdict(list)
        for entity in self.discourse.entities:
            found[entity.type].append(self.odds[entity.name])
        return found

    @cached_property
    def _best(self) -> dict[tuple[ConceptType, Role], list[float]]:
        """Of each type and role the two highest odds."""
        return {
            (kind, role): [*nlargest(2, (own.get(role, 0.0) for own in rivals)), 0.0]
            for kind, rivals in self._by_type.items()
            for role in Role
        }

    def features(self, entity: Entity) -> Iterator[str]:
        """How likely each role is for an entity beside the others, and what its neighbours likely are."""
        own = self.odds[entity.name]
        for role in Role:
            mine, ranked = own.get(role, 0.0), self._ranked[role]
            best, second = self._best[entity.type, role][:2]
            level, alike = int(mine * 4), second if mine == best else best
            yield from (f"{role}={int(mine * 8)}", f"{role} sum={int(min(self._sums[role] - mine, 4))} {level}")
            yield f"{role} above={min(len(ranked) - bisect_right(ranked, mine), 3)} {level}"
            yield f"{role} alike={int(alike * 4)} {level}"
        likely = sorted(own, key=lambda role: own[role], reverse=True)[:2]
        in_title = entity.mentions[0].span.start < self.discourse.sentences[0].end
        yield from (f"best={likely}", f"best={likely[0]} coined={is_coined(entity.name)} title={in_title}")
        for side, neighbour in zip("<>", self.discourse.neighbours(entity.mentions[0]), strict=True):
            if neighbour and neighbour.entity is not entity:
                its = self.odds[neighbour.entity.name]
                same = neighbour.entity.type is entity.type
                yield f"{side} {max(its, key=lambda r: its[r])} {neighbour.is_coordinated} same={same}"
