"""What a reported number belongs to: its metric, its benchmark, the method that reached it, the baseline it beats.

Each entity that a number may belong to is a candidate, those of its sentence and, where the sentence leaves it
out, the benchmarks, metrics and proposed methods of the whole paper. A linear classifier rates every pair.
"""

from collections.abc import Iterator, Sequence

from papergraph.extract.discourse.context import REACH, Context
from papergraph.extract.linear import LinearClassifier, Seen
from papergraph.extract.results.numbers import Number
from papergraph.model import Entity, Mention, Span
from papergraph.vocabulary import MEASURED, ConceptType, ResultLink, Role

NONE = "none"
THRESHOLD = 0.3  # least probability with which a slot is filled
SLOTS = {
    "method": MEASURED[ResultLink.OF_METHOD],
    "metric": MEASURED[ResultLink.BY_METRIC],
    "benchmark": MEASURED[ResultLink.ON_BENCHMARK],
    "baseline": MEASURED[ResultLink.OVER_BASELINE],
}
"""What a number may belong to in each way."""
_ANYWHERE = frozenset({ConceptType.BENCHMARK, ConceptType.METRIC, ConceptType.TASK})
_FAR = 8  # words between number and name, beyond which they are not looked at singly


def owners(context: Context, number: Number) -> Iterator[Entity]:
    """The entities that a number may belong to: all of its sentence, and what is measured or proposed near it."""
    here = {entity.name for entity, _ in context.mentions_by_sentence[context.sentence_of(number.span)]}
    for entity in context.entities:
        is_own = entity.type is ConceptType.METHOD and entity.role is Role.PROPOSES
        if entity.name in here or (
            (is_own or entity.type in _ANYWHERE) and any(_distance(number, m) <= REACH for m in entity.mentions)
        ):
            yield entity


def _distance(number: Number, mention: Mention) -> int:
    """Characters between a number and a mention."""
    return max(mention.span.start - number.span.end, number.span.start - mention.span.end)


def _beside_features(
    context: Context, number: Number, peers: Sequence[Number], entity: Entity, row: Sequence[tuple[Entity, Mention]]
) -> Iterator[str]:
    """How a number and an entity of its sentence stand to each other and to their rivals."""
    mention = min((m for e, m in row if e is entity), key=lambda m: _distance(number, m))
    order = "behind" if mention.span.start >= number.span.end else "ahead"
    low, high = sorted((number.span, mention.span))
    between = context.words_in(Span(low.end, max(low.end, high.start)))
    names = list(dict.fromkeys(e.name for e, _ in row if e.type is entity.type))
    nearer = sum(_distance(number, m) < _distance(number, mention) for e, m in row if e.type is entity.type)
    gap = len(between) if len(between) < _FAR else _FAR + len(between) // 5
    yield from (f"{order} gap={gap}", f"{order} nearer={min(nearer, 3)}", f"unit={number.unit} {order}")
    yield f"{order} nearer={min(nearer, 3)} role={entity.role.value}"
    yield f"{order} rivals={min(len(names), 3)} nearer={min(nearer, 2)}"
    yield f"{order} numbers={min(sum(low.end <= p.span.start < high.start for p in peers), 2)}"
    yield f"order={min(names.index(entity.name), 3)}"
    if len(between) <= _FAR:
        yield from (f"{order} between={word}" for word in between)
        yield f"{order} all={' '.join(between[:4])} {len(between) > 4}"
    yield from (f"{order} left={word}" for word in context.before(mention.span, 2))
    if len(names) == len(peers) > 1:  # "90 and 80 on A and B": lists of one length pair off in order
        paired = peers.index(number) == names.index(entity.name)
        listed = "respectively" in context.words_by_sentence[context.sentence_of(number.span)]
        yield from (f"paired={paired}", f"paired={paired} respectively={listed}")


def _elsewhere_features(context: Context, place: int, entity: Entity, rivals: int) -> Iterator[str]:
    """How an entity that the number's sentence does not name stands to it."""
    places = [context.sentence_of(mention.span) for mention in entity.mentions]
    back = min((place - p for p in places if p < place), default=0)
    yield from (f"back={min(back, 4)}", f"back={min(back, 4)} rivals={min(rivals, 2)}", f"title={0 in places}")
    yield f"elsewhere role={entity.role.value} rivals={min(rivals, 2)}"


def attribution_features(context: Context, number: Number, peers: Sequence[Number], entity: Entity) -> Seen:
    """What is seen of a number and an entity.

    Args:
        context: The paper.
        number: A reported number.
        peers: The numbers that its sentence reports, itself included, in their order.
        entity: What it may belong to.
    """
    place = context.sentence_of(number.span)
    row = context.mentions_by_sentence[place]
    rivals = len({e.name for e, _ in row if e.type is entity.type})
    mine = sum(e is entity for e, _ in row)
    found = [f"role={entity.role.value}", f"mentions={min(len(entity.mentions), 4)}"]
    found.append(f"sure={int(entity.confidence * 10)}")
    found.append(f"only={sum(context.counts[entity.type, role] for role in Role) == 1}")
    found += [f"here={min(mine, 2)} rivals={min(rivals, 4)}", f"name={entity.name.casefold()}"]
    found += [f"number left={word}" for word in context.before(number.span, 3)]
    found.append(f"unit={number.unit} role={entity.role.value}")
    found += (
        _beside_features(context, number, peers, entity, row)
        if mine
        else _elsewhere_features(context, place, entity, rivals)
    )
    return Seen(["bias", *found], (entity.type.value,))


def paired(context: Context, number: Number, peers: Sequence[Number]) -> dict[str, str]:
    """The benchmark and metric that a number pairs off with, where "respectively" ends lists that do so in order."""
    place = context.sentence_of(number.span)
    sentence = context.sentences[place]
    end = sentence.start + sentence.of(context.text).casefold().rfind("respectively")
    listed = [peer for peer in peers if peer.span.start < end]
    found = {}
    for kind, slot in ((ConceptType.BENCHMARK, "benchmark"), (ConceptType.METRIC, "metric")):
        row = (e.name for e, m in context.mentions_by_sentence[place] if e.type is kind and m.span.start < end)
        names = list(dict.fromkeys(row))
        if number in listed and len(names) == len(listed) > 1:
            found[slot] = names[listed.index(number)]
    return found


class Attribution:
    """Decides what numbers belong to.

    Attributes:
        threshold: Least probability with which a slot is filled, 0 to 1.
    """

    def __init__(self, classifier: LinearClassifier, threshold: float) -> None:
        self.classifier = classifier
        self.threshold = threshold

    def slots(self, context: Context, number: Number, peers: Sequence[Number]) -> dict[str, str]:
        """For each slot the name of the likeliest entity, "" where none is likely."""
        found = list(owners(context, number))
        odds = self.classifier.probabilities(attribution_features(context, number, peers, entity) for entity in found)
        rated = list(zip(odds, found, strict=True))
        best = {
            slot: max(((own[slot], entity.name) for own, entity in rated if entity.type in types), default=(0.0, ""))
            for slot, types in SLOTS.items()
        }
        likely = {slot: name if odd >= self.threshold else "" for slot, (odd, name) in best.items()}
        return likely | paired(context, number, peers)
