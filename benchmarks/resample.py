"""Any number of made-up papers that name things as often, and coin names as often, as real ones do.

Names are drawn by Simon's process (https://doi.org/10.1093/biomet/42.3-4.425): a new one with the share of names
that are new in the real papers, else that of a random earlier mention. So the vocabulary grows and thins out as in
real text. New names are made of words of old ones; where a real name is abbreviated, so is the new one.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from papergraph.model import Entity, Extraction, Mention, Paper
from papergraph.names import fold
from papergraph.vocabulary import ConceptType

Read = tuple[Paper, Extraction]
Forms = tuple[str, ...]  # the name, then its other forms; of a short name the second is what it abbreviates


def resampled(real: Sequence[Read], count: int, seed: int = 1) -> Iterator[Read]:
    """Papers sorted by key, each with the text, the sentences and the claims of a real one under other names."""
    resampler = _Resampler(real, seed)
    for number in range(count):
        yield resampler.paper(number)


class _Resampler:
    """Draws names, more and more of which it has coined."""

    def __init__(self, real: Sequence[Read], seed: int) -> None:
        self.real = real
        self.chance = random.Random(seed)
        self.named: dict[ConceptType, list[Forms]] = defaultdict(list)
        for _, extraction in real:
            for entity in extraction.entities:
                self.named[entity.type].append(_forms(entity))
        different = {kind: {fold(forms[0]) for forms in named} for kind, named in self.named.items()}
        self.new = {kind: len(different[kind]) / len(named) for kind, named in self.named.items()}

    def paper(self, number: int) -> Read:
        """A paper and what is read from it."""
        paper, extraction = self.chance.choice(self.real)
        names = {entity.name: self._draw(entity) for entity in extraction.entities}
        called = {old: forms[0] for old, forms in names.items()} | {"": ""}
        entities = {forms[0]: _renamed(e, forms) for e in extraction.entities for forms in [names[e.name]]}
        key = f"made-up-paper-{number:07}"
        relations = (replace(r, head=called[r.head], tail=called[r.tail]) for r in extraction.relations)
        results = (
            replace(
                r, method=called.get(r.method, ""), metric=called.get(r.metric, ""),
                benchmark=called.get(r.benchmark, ""), baseline=called.get(r.baseline, ""),
            )
            for r in extraction.results
        )  # fmt: skip
        return replace(paper, key=key, title=f"Made-up paper {number}"), Extraction(
            extraction.sentences, tuple(entities.values()), tuple(relations), tuple(results)
        )

    def _draw(self, entity: Entity) -> Forms:
        named = self.named[entity.type]
        forms = self._coin(entity) if self.chance.random() < self.new[entity.type] else self.chance.choice(named)
        named.append(forms)
        return forms

    def _coin(self, entity: Entity) -> Forms:
        """A new name, made like the entity's own."""
        old = _forms(entity)
        length = max(1, len(old[-1].split()))
        parts = [
            self.chance.choice(self.chance.choice(self.named[entity.type])[-1].split() or ["x"]) for _ in range(length)
        ]
        if len(parts) == 1:
            parts = [f"{parts[0]}-{self.chance.randrange(100)}"]
        full = " ".join(parts)
        return (full,) if entity.long_form is None else ("".join(part[0] for part in parts).upper(), full)


def _forms(entity: Entity) -> Forms:
    return tuple(dict.fromkeys([entity.name, *entity.surfaces, *filter(None, [entity.long_form])]))


def _renamed(entity: Entity, forms: Forms) -> Entity:
    mentions = tuple(
        Mention(mention.span, forms[number % len(forms)], mention.type, mention.confidence)
        for number, mention in enumerate(entity.mentions)
    )
    return replace(
        entity, name=forms[0], mentions=mentions, long_form=forms[1] if len(forms) > 1 and entity.long_form else None
    )
