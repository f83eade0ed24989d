"""Coreference of names: which differently written forms of one paper are one thing.

"Forgetting" is "catastrophic forgetting" where the paper says so once and then shortens it, but "image
classification" is not "classification" in every paper. A linear classifier decides on pairs of entities of one
type, by how their words overlap, where they stand and what stands between them (the mention-pair model: Soon, Ng
& Lim, "A machine learning approach to coreference resolution of noun phrases", Computational Linguistics 2001).
"""

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from spacy.language import Language
from spacy.tokens import Doc

from papergraph.extract.discourse.context import REACH, Context
from papergraph.extract.entities.contrast import are_opposed, goes_on, is_own
from papergraph.extract.entities.coreference_features import pair_features
from papergraph.extract.entities.likeness import initials, may_abbreviate
from papergraph.extract.known import KnownTerms
from papergraph.extract.linear import LinearClassifier
from papergraph.extract.weights import weights_path
from papergraph.model import Entity
from papergraph.names import is_coined, stems, words

_NUMBER = re.compile(r"v?\d+[a-z]?")
_DIMENSIONS = re.compile(r"\dd")
SAME, OTHER = "same", "other"
THRESHOLD = 0.4  # least probability with which two are joined; chosen by cross-validation, as all thresholds are


def _are_versions(one: str, other: str) -> bool:
    """Whether two forms that share a word differ in their numbers: "SAM" and "SAM 2", "CIFAR-10" and "CIFAR-100".

    But "3D style transfer" may well be called "style transfer" when it is named again.
    """
    parts = set(words(one)), set(words(other))
    numbers = [{word for word in part if _NUMBER.fullmatch(word)} for part in parts]
    if numbers[0] == numbers[1] or (parts[0] - numbers[0]).isdisjoint(parts[1] - numbers[1]):
        return False
    less, more = sorted(numbers, key=len)
    return not (less < more and all(map(_DIMENSIONS.fullmatch, more - less)))


def _share_a_word(one: Entity, other: Entity) -> bool:
    own, others = ({stem for form in entity.surfaces for stem in stems(form)} for entity in (one, other))
    return not own.isdisjoint(others)


def _may_abbreviate(one: Entity, other: Entity) -> bool:
    """Whether a coined word of one entity may be short for several words of the other."""
    pairs = (sorted(pair, key=len) for pair in product(one.surfaces, other.surfaces))
    return any(" " not in a and " " in b and is_coined(a) and may_abbreviate(a, b) for a, b in pairs)


def must_differ(one: Entity, other: Entity, known: KnownTerms) -> bool:
    """Whether two are versions of one thing, opposites, or a coinage and what everybody calls something."""
    pairs = product(one.surfaces, other.surfaces)
    return is_own(one, other, known) or any(_are_versions(a, b) or are_opposed(a, b) or goes_on(a, b) for a, b in pairs)


def may_corefer(one: Entity, other: Entity, known: KnownTerms) -> bool:
    """Whether a pair is looked at: of one type, and one coined, one short for the other, or with a word in common."""
    if one.type is not other.type:
        return False
    coined = [any(map(is_coined, e.surfaces)) for e in (one, other)]
    alike = coined[0] != coined[1] or _share_a_word(one, other) or _may_abbreviate(one, other)
    return alike and not must_differ(one, other, known)


def _within_reach(entities: Sequence[Entity]) -> list[tuple[int, int]]:
    """Pairs of entities, by their numbers, that are named near each other: in an abstract all."""
    places = sorted(
        (mention.span.start, number) for number, entity in enumerate(entities) for mention in entity.mentions
    )
    pairs: set[tuple[int, int]] = set()
    behind: deque[tuple[int, int]] = deque()
    for start, number in places:
        while behind and start - behind[0][0] > REACH:
            behind.popleft()
        pairs.update((min(number, other), max(number, other)) for _, other in behind if other != number)
        behind.append((start, number))
    return sorted(pairs)


def _telling(entity: Entity, known: KnownTerms) -> tuple[bool, int, int, int]:
    """How well an entity's name tells what is meant: a coined one best, else what the field or the paper says most."""
    own_name = entity.long_form is not None or (is_coined(entity.name) and " " not in entity.name)
    return own_name, known.level(entity.name, entity.type), len(entity.mentions), len(stems(entity.name))


def joined(entities: Sequence[Entity], known: KnownTerms) -> Entity:
    """Several entities as one, named as the one whose name tells most."""
    lead = max(entities, key=lambda entity: _telling(entity, known))
    mentions = tuple(sorted((m for e in entities for m in e.mentions), key=lambda m: m.span))
    spelled = (e.name for e in entities if e is not lead and initials(lead.name, e.name)[0])
    long_form = lead.long_form or next(spelled, None)
    own = {*lead.surfaces, long_form}
    return replace(
        lead,
        mentions=mentions,
        confidence=max(e.confidence for e in entities),
        long_form=long_form,
        shorthand=tuple(form for form in dict.fromkeys(m.text for m in mentions) if form not in own),
    )


class CoreferenceClassifier:
    """Join a document's entities that are one thing.

    Attributes:
        known: Terms of the field.
        threshold: Least probability with which two are joined, 0 to 1.
    """

    def __init__(self, classifier: LinearClassifier, known: KnownTerms, threshold: float) -> None:
        self.classifier = classifier
        self.known = known
        self.threshold = threshold

    def resolve(self, context: Context) -> list[Entity]:
        """The entities, those of one thing as one, in the order of their first mention."""
        entities = context.entities
        groups = {number: [number] for number in range(len(entities))}
        pairs = [(i, j) for i, j in _within_reach(entities) if may_corefer(entities[i], entities[j], self.known)]
        seen = (pair_features(context, entities[i], entities[j], self.known) for i, j in pairs)
        odds = [each[SAME] for each in self.classifier.probabilities(seen)]
        # The likeliest first: "language model" may be one with its monolingual kind or with its multilingual kind.
        for odd, (i, j) in sorted(zip(odds, pairs, strict=True), key=lambda item: -item[0]):
            if odd < self.threshold:
                break
            if groups[i] is not groups[j] and not self._differ(entities, groups[i], groups[j]):
                both = sorted([*groups[i], *groups[j]])
                groups |= dict.fromkeys(both, both)
        each_once = {id(group): [entities[number] for number in group] for group in groups.values()}.values()
        found = (group[0] if len(group) == 1 else joined(group, self.known) for group in each_once)
        return sorted(found, key=lambda e: e.mentions[0].span)

    def _differ(self, entities: Sequence[Entity], some: Sequence[int], others: Sequence[int]) -> bool:
        return any(must_differ(entities[i], entities[j], self.known) for i, j in product(some, others))

    def __call__(self, doc: Doc) -> Doc:
        """Join entities of `doc._.pg_entities`."""
        doc._.pg_entities = self.resolve(Context.of(doc))
        return doc


@Language.factory("papergraph_coreference", requires=["doc._.pg_entities"], default_config={"threshold": THRESHOLD})
def create_coreference(nlp: Language, name: str, threshold: float) -> CoreferenceClassifier:
    """The classifier with the weights that are shipped."""
    return CoreferenceClassifier(LinearClassifier.read(weights_path("coreference.npz")), KnownTerms.load(), threshold)
