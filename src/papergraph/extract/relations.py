"""What the paper says of two of its entities: that it mitigates, builds on or outperforms.

Every pair of entities whose types a relation allows is a candidate where one sentence names both, or where
a sentence names the one and "our method" stands for what the paper proposes. A linear classifier decides.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from papergraph.extract.context import Context
from papergraph.extract.linear import LinearClassifier, Seen
from papergraph.extract.weights import weights_path
from papergraph.model import Entity, Mention, Relation, Span
from papergraph.names import is_coined
from papergraph.vocabulary import SIGNATURES, RelationType, Role

NONE = "none"
THRESHOLD = 0.15  # least probability with which a relation is kept
_REACH = 400  # characters between two mentions that one sentence can relate
_FAR = 15  # words between two mentions, beyond which their order says little
_NEAR = 4  # … and up to which they are taken as one phrase
_PROPOSED = 3  # what "our method" may stand for: the first few that are proposed
_SELF = re.compile(
    r"\b(?:our|we|it|its|this|ours|proposed|both|(?:the|these|such) (?:new |simple |resulting )?"
    r"(?:method|approach|framework|model|algorithm|technique|system|benchmark|dataset|strateg|variant)\w*)\b",
    re.IGNORECASE,
)
_NEGATION = frozenset(
    {"not", "no", "without", "fail", "fails", "failed", "unlike", "cannot", "n't", "neither", "nor", "never"}
)
_SUFFERING = frozenset("suffer suffers suffered suffering prone susceptible vulnerable worsens degrades".split())
_POSITIVE = frozenset({RelationType.MITIGATES, RelationType.IMPROVES, RelationType.OUTPERFORMS})


class Candidate(NamedTuple):
    """Two entities that one sentence may relate. `head_mention` is None where a pronoun stands for the head."""

    head: Entity
    tail: Entity
    sentence: int
    head_mention: Mention | None
    tail_mention: Mention


def _related_types(head: Entity, tail: Entity) -> bool:
    return any(s.allows(head.type, tail.type) for s in SIGNATURES.values())


def candidates(context: Context) -> Iterator[Candidate]:
    """Pairs that may be related, each with the sentence where they stand closest."""
    best: dict[tuple[str, str], tuple[int, Candidate]] = {}
    proposed = [e for e in context.entities if e.role is Role.PROPOSES][:_PROPOSED]
    for number, row in enumerate(context.mentions_by_sentence):
        speaks_of_self = number > 0 and _SELF.search(context.sentences[number].of(context.text))
        for at, (one, one_mention) in enumerate(row):
            for other, other_mention in row[at + 1 :]:
                gap = other_mention.span.start - one_mention.span.start
                if gap > _REACH:
                    break
                _keep(best, gap, Candidate(one, other, number, one_mention, other_mention))
                _keep(best, gap, Candidate(other, one, number, other_mention, one_mention))
            for head in proposed if speaks_of_self else ():
                _keep(best, 2 * _REACH, Candidate(head, one, number, None, one_mention))
    for _, candidate in best.values():
        yield candidate


def _keep(best: dict[tuple[str, str], tuple[int, Candidate]], gap: int, candidate: Candidate) -> None:
    head, tail = candidate.head, candidate.tail
    if head.name == tail.name or not _related_types(head, tail):
        return
    known = best.get((head.name, tail.name))
    if known is None or gap < known[0]:
        best[head.name, tail.name] = (gap, candidate)


def _between(context: Context, candidate: Candidate) -> tuple[str, list[str]]:
    """The order of the two and the words between them."""
    if candidate.head_mention is None:
        sentence = context.sentences[candidate.sentence]
        return "self", context.words_in(Span(sentence.start, candidate.tail_mention.span.start))
    head, tail = candidate.head_mention.span, candidate.tail_mention.span
    if head.start <= tail.start:
        return "head first", context.words_in(Span(head.end, max(head.end, tail.start)))
    return "tail first", context.words_in(Span(tail.end, max(tail.end, head.start)))


def relation_features(context: Context, candidate: Candidate) -> Seen:
    """What is seen of a pair: types, roles, order, the words between and around, what else stands there."""
    head, tail, number, head_mention, tail_mention = candidate
    order, between = _between(context, candidate)
    kinds = f"{head.type.value}>{tail.type.value}"
    row = context.mentions_by_sentence[number]
    words = context.words_in(context.sentences[number])
    low, high = sorted((head_mention.span.start if head_mention else 0, tail_mention.span.start))
    size = min(len(between), 12)
    found = ["bias", f"order={order}", f"roles={head.role.value}>{tail.role.value}"]
    found += [f"gap={size if size < 6 else size // 3 * 3}", f"crowd={min(len(row), 8)}", f"title={number == 0}"]
    found.append(f"inside={min(sum(low < m.span.start < high for _, m in row), 4)}")
    found += _words_between(between)
    if head_mention:
        found += [f"head left={w}" for w in context.before(head_mention.span, 3)]
        found += [f"head right={w}" for w in context.after(head_mention.span, 2)]
    found += [f"tail left={w}" for w in context.before(tail_mention.span, 3)]
    found += [f"tail right={w}" for w in context.after(tail_mention.span, 3)]
    found += [f"sentence={word}" for word in set(words)]
    found += [f"coined={is_coined(head.name)}>{is_coined(tail.name)}", f"name tail={tail.name.casefold()}"]
    found.append(f"ends={head.name.casefold().split()[-1:]}>{tail.name.casefold().split()[-1:]}")
    found += [f"mentions={min(len(head.mentions), 3)}>{min(len(tail.mentions), 3)}"]
    if is_nested(head, tail):
        found.append("nested")
    if head_mention is None and (speaker := _SELF.search(context.sentences[number].of(context.text))):
        found += [f"self={speaker.group().casefold()}", f"opens={' '.join(words[:2])}"]
    return Seen(found, (kinds, f"{kinds} {order}"))


def _words_between(between: list[str]) -> list[str]:
    """The words between two mentions, in detail where they are few."""
    if len(between) > _FAR:
        found = [f"far between={word}" for word in between]
    else:
        found = [f"between={word}" for word in between]
        found += [f"pair={a} {b}" for a, b in pairwise(between)]
    if len(between) <= _NEAR:
        found.append(f"all={' '.join(between)}")
    if not _NEGATION.isdisjoint(between):
        found.append("negated")
    return found


def is_nested(head: Entity, tail: Entity) -> bool:
    """Whether the tail's name ends the head's: "multimodal large language model" and "large language model"."""
    return head.name.casefold().endswith(tail.name.casefold())


class RelationClassifier:
    """Find the relations between a document's entities.

    Attributes:
        threshold: Least probability with which a relation is kept, 0 to 1.
    """

    def __init__(self, classifier: LinearClassifier, threshold: float) -> None:
        self.classifier = classifier
        self.threshold = threshold

    def classify(self, context: Context, candidate: Candidate) -> Relation | None:
        """The likeliest relation of a pair, or None where there is none."""
        odds = self.classifier.probabilities(relation_features(context, candidate))
        head, tail = candidate.head, candidate.tail
        allowed = [r for r in RelationType if SIGNATURES[r].allows(head.type, tail.type)]
        if not (_NEGATION | _SUFFERING).isdisjoint(_between(context, candidate)[1]):
            allowed = [r for r in allowed if r not in _POSITIVE]
        best = max(allowed, key=lambda rel: odds.get(rel.value, 0.0), default=None)
        if best is None or odds.get(best.value, 0.0) < self.threshold:
            return None
        evidence = context.sentences[candidate.sentence]
        return Relation(head.name, best, tail.name, evidence, odds[best.value])

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc._.pg_relations`, a list of `Relation`."""
        context = Context.of(doc)
        found = (self.classify(context, candidate) for candidate in candidates(context))
        doc._.pg_relations = [relation for relation in found if relation]
        return doc


@Language.factory(
    "papergraph_relations",
    requires=["doc._.pg_entities", "doc.sents"],
    assigns=["doc._.pg_relations"],
    default_config={"threshold": THRESHOLD},
)
def create_relations(nlp: Language, name: str, threshold: float) -> RelationClassifier:
    """The relation classifier with the weights that are shipped."""
    return RelationClassifier(LinearClassifier.read(weights_path("relations.npz")), threshold)


if not Doc.has_extension("pg_relations"):
    Doc.set_extension("pg_relations", default=None)
