"""What is seen of two entities when their relation is asked: the words between and around them, and who speaks."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from papergraph.extract.discourse.candidates import SELF, Candidate
from papergraph.extract.discourse.discourse import Discourse, nearest_cue, stem
from papergraph.extract.linear import Seen
from papergraph.extract.network.scorer import Odds, odds_features
from papergraph.model import Entity
from papergraph.names import is_coined
from papergraph.vocabulary import Role

NEGATION = frozenset(
    {"not", "no", "without", "fail", "fails", "failed", "unlike", "cannot", "n't", "neither", "nor", "never"}
)
_FAR = 15  # words between two mentions, beyond which their order says little
_NEAR = 4  # … and up to which they are taken as one phrase
_SHORTEST = 5  # letters of a word that is worth cutting to its stem


def relation_features(discourse: Discourse, candidate: Candidate, view: Odds) -> Seen:
    """All features of a pair; each counts once more with its types, with these in their order, and with its roles.

    `view`: what the network makes of the pair.
    """
    head, tail = candidate.head, candidate.tail
    order, between = candidate.order(), candidate.between(discourse)
    kinds, roles = f"{head.type.value}>{tail.type.value}", f"{head.role.value}>{tail.role.value}"
    size = min(len(between), 12)
    found = ["bias", f"order={order}", f"roles={roles}"]
    found += [f"gap={size if size < 6 else size // 3 * 3}", f"roles={roles} {order} gap={min(len(between) // 4, 4)}"]
    found += _between_features(between)
    found += _around_features(discourse, candidate)
    found += _name_features(head, tail)
    found += _cue_features(discourse, candidate, order)
    found += _sentence_features(discourse, candidate, order)
    found += _list_features(discourse, candidate, order)
    found += odds_features(view)
    return Seen(found, (kinds, f"{kinds} {order}", f"{roles} {order}"))


def _between_features(between: Sequence[str]) -> Iterator[str]:
    """The words between two mentions, in detail where they are few."""
    far = "far " if len(between) > _FAR else ""
    yield from (f"{far}between={word}" for word in between)
    yield from (f"stem={stem(word)}" for word in between[:_FAR] if len(word) >= _SHORTEST)
    if not far:
        yield from (f"pair={a} {b}" for a, b in pairwise(between))
    if len(between) <= _NEAR:
        yield f"all={' '.join(between)}"
    if not NEGATION.isdisjoint(between):
        yield "negated"


def _around_features(discourse: Discourse, candidate: Candidate) -> Iterator[str]:
    """The words beside the two, and all of the sentence."""
    if candidate.head_mention:
        yield from (f"head left={word}" for word in discourse.before(candidate.head_mention.span, 3))
        yield from (f"head right={word}" for word in discourse.after(candidate.head_mention.span, 2))
    yield from (f"tail left={word}" for word in discourse.before(candidate.tail_mention.span, 3))
    yield from (f"tail right={word}" for word in discourse.after(candidate.tail_mention.span, 3))
    yield from (f"sentence={word}" for word in set(discourse.words_by_sentence[candidate.sentence]))


def _name_features(head: Entity, tail: Entity) -> Iterator[str]:
    """How the two are written, how often, and how sure it is that they are entities at all."""
    yield from (f"coined={is_coined(head.name)}>{is_coined(tail.name)}", f"name tail={tail.name.casefold()}")
    yield f"ends={head.name.casefold().split()[-1:]}>{tail.name.casefold().split()[-1:]}"
    yield f"mentions={min(len(head.mentions), 3)}>{min(len(tail.mentions), 3)}"
    sure = [int(entity.confidence * 10) for entity in (head, tail)]
    yield from (f"head sure={sure[0]}", f"tail sure={sure[1]}", f"least sure={min(sure)}")
    if is_nested(head, tail):
        yield "nested"


def is_nested(head: Entity, tail: Entity) -> bool:
    """Whether the tail's name ends the head's: "multimodal large language model" and "large language model"."""
    return head.name.casefold().endswith(tail.name.casefold())


def _cue_features(discourse: Discourse, candidate: Candidate, order: str) -> Iterator[str]:
    """The verbs ahead of each of the two."""
    if cue := nearest_cue(discourse.before(candidate.tail_mention.span, 14)):
        yield from (f"cue={cue.kind}", f"cue={cue.kind} {order} near={min(cue.distance // 2, 4)}")
        yield f"cue={cue.kind} {candidate.head.role.value}>{candidate.tail.role.value}"
    head = candidate.head_mention
    if head and (cue := nearest_cue(discourse.before(head.span, 14))):
        yield f"head cue={cue.kind} {order}"


def _sentence_features(discourse: Discourse, candidate: Candidate, order: str) -> Iterator[str]:
    """Who speaks in the sentence, where it stands, and what else it names."""
    head, tail, number, head_mention, tail_mention = candidate
    row, role = discourse.mentions_by_sentence[number], head.role.value
    low, high = sorted((head_mention.span.start if head_mention else 0, tail_mention.span.start))
    yield from (f"crowd={min(len(row), 8)}", f"title={number == 0}")
    yield f"inside={min(sum(low < m.span.start < high for _, m in row), 4)}"
    yield f"first={row[0][0] is head} {row[0][0] is tail} {order}"
    yield f"tails={min(len({e.name for e, _ in row if e.type is tail.type}), 4)} {order}"
    yield f"background={number < discourse.turn} {order} {role}>{tail.role.value}"
    yield f"proposed={min(discourse.counts[head.type, Role.PROPOSES], 3)} {role}"
    if number:
        yield f"subject={discourse.subjects[number]} {order} {role}"
    if head_mention is None and (speaker := SELF.search(discourse.sentences[number].of(discourse.text))):
        opening = discourse.words_by_sentence[number][:2]
        yield from (f"self={speaker.group().casefold()}", f"opens={' '.join(opening)}")


def _list_features(discourse: Discourse, candidate: Candidate, order: str) -> Iterator[str]:
    """Whether the tail follows in a list, and whether the head opens one."""
    head, tail = candidate.head, candidate.tail
    ahead, _ = discourse.neighbours(candidate.tail_mention)
    if ahead and ahead.is_coordinated:
        yield f"listed {order} same={ahead.entity.type is tail.type} head={ahead.entity is head}"
    _, behind = discourse.neighbours(candidate.head_mention) if candidate.head_mention else (None, None)
    if behind and behind.is_coordinated:
        yield f"lists {order} same={behind.entity.type is head.type} tail={behind.entity is tail}"
