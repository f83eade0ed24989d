"""What the likely relations of a paper's other pairs tell of one pair's own.

Items of a list stand in the same relation to what the list is of, and a tail seldom has it to two heads. So relations
are decided twice, as roles are: alone, and once more knowing what the first round makes of all pairs.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from papergraph.extract.discourse.candidates import Candidate
from papergraph.extract.discourse.discourse import Discourse
from papergraph.extract.linear import Seen
from papergraph.extract.network.scorer import Odds, odds_features
from papergraph.model import Mention
from papergraph.vocabulary import RelationType

_RELATIONS = tuple(relation.value for relation in RelationType)
_LEAST = 0.03  # odds of a relation that is worth speaking of


def beside_rivals(discourse: Discourse, pairs: Sequence[tuple[Candidate, Odds]], odds: Sequence[Odds]) -> list[Seen]:
    """What is seen of each pair in the second round.

    Args:
        discourse: The paper.
        pairs: What may be related, each with what the network makes of it.
        odds: What the first round makes of each.
    """
    rivals = _Rivals(discourse, [candidate for candidate, _ in pairs], odds)
    return [rivals.seen(candidate, view) for candidate, view in pairs]


class _Rivals:
    """What the first round made of all pairs of a paper."""

    def __init__(self, discourse: Discourse, candidates: Sequence[Candidate], odds: Sequence[Odds]) -> None:
        self.discourse = discourse
        self.odds = {(c.head.name, c.tail.name): own for c, own in zip(candidates, odds, strict=True)}
        self.alike: dict[tuple[str, ...], list[Odds]] = defaultdict(list)
        for candidate, own in zip(candidates, odds, strict=True):
            for key in _alike(candidate):
                self.alike[key].append(own)

    def seen(self, candidate: Candidate, view: Odds) -> Seen:
        """How likely each relation is for a pair by itself, and beside each group of others."""
        head, tail = candidate.head, candidate.tail
        own = self.odds[head.name, tail.name]
        found = ["bias", f"roles={head.role.value}>{tail.role.value}"]
        found += [*odds_features(view), *odds_features(own, "first network")]
        groups = dict(self._groups(candidate, own))
        least = int(min(head.confidence, tail.confidence) * 5)
        for relation in _RELATIONS:
            odd = own.get(relation, 0.0)
            if odd >= _LEAST:
                found += [f"{relation}={_step(odd, 8)}", f"{relation} sure={least} {_step(odd, 4)}"]
                for name, group in groups.items():
                    found += _beside(f"{relation} {name}", odd, [other.get(relation, 0.0) for other in group])
        return Seen(found, (f"{head.type.value}>{tail.type.value}",))

    def _groups(self, candidate: Candidate, own: Odds) -> Iterator[tuple[str, list[Odds]]]:
        """The pair turned round, those of the items that are listed with its tail or head, those that share an end."""
        head, tail = candidate.head.name, candidate.tail.name
        yield "back", self._known([(tail, head)])
        yield "tails listed", self._known([(head, item) for item in self._listed(candidate.tail_mention)])
        yield "heads listed", self._known([(item, tail) for item in self._listed(candidate.head_mention)])
        for key in _alike(candidate):
            yield key[0], [other for other in self.alike[key] if other is not own]

    def _listed(self, mention: Mention | None) -> list[str]:
        """The names beside a mention in a list."""
        beside = self.discourse.neighbours(mention) if mention else ()
        return [neighbour.entity.name for neighbour in beside if neighbour and neighbour.is_coordinated]

    def _known(self, pairs: Sequence[tuple[str, str]]) -> list[Odds]:
        return [self.odds[pair] for pair in pairs if pair in self.odds]


def _alike(candidate: Candidate) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a pair shares with those of the same head, and with those of the same tail."""
    head, tail = candidate.head, candidate.tail
    return ("same head", head.name, tail.type.value), ("same tail", head.type.value, tail.name)


def _step(odd: float, steps: int) -> int:
    return min(int(odd * steps), steps - 1)


def _beside(name: str, odd: float, others: Sequence[float]) -> Iterator[str]:
    """How a relation's odds for a pair stand to those for others."""
    level = _step(odd, 4)
    yield f"{name} best={_step(max(others, default=0.0), 4)} of={min(len(others), 3)} {level}"
    yield f"{name} above={min(sum(other > odd for other in others), 3)} {level}"
