"""What is seen of an entity when its role is asked: its places, the words around them, and the paper."""

from collections.abc import Iterator, Sequence

from papergraph.extract.discourse.discourse import Discourse, cues, nearest_cue, stem
from papergraph.extract.known import KnownTerms
from papergraph.extract.linear import Seen
from papergraph.extract.network.scorer import Odds, odds_features
from papergraph.model import Entity, Mention, Span
from papergraph.names import is_coined

_OWN = frozenset({"we", "our", "this", "paper", "work"})
_SHORTEST = 6  # letters of a word that is worth cutting to its stem


def role_features(discourse: Discourse, entity: Entity, view: Odds, known: KnownTerms) -> Seen:
    """All features of an entity, of which `view` is the network's; each counts once more with the entity's type."""
    places = [discourse.sentence_of(m.span) for m in entity.mentions]
    found = ["bias", *_name_features(entity, known, places[0])]
    found += _place_features(discourse, entity, places)
    found += _paper_features(discourse, entity)
    found += _rival_features(discourse, entity)
    found += odds_features(view)
    for mention, place in zip(entity.mentions, places, strict=True):
        found += _word_features(discourse, entity, mention, place)
        found += _cue_features(discourse, entity, mention, place)
        found += _row_features(discourse, entity, mention, place)
    return Seen(found, (entity.type.value,))


def _name_features(entity: Entity, known: KnownTerms, place: int) -> Iterator[str]:
    """How it is written, and how well known it is."""
    level, words, coined = known.level(entity.name, entity.type), entity.name.casefold().split(), is_coined(entity.name)
    yield from (f"coined={coined}", f"long={entity.long_form is not None}")
    yield from (f"known={level}", f"known={level} coined={coined}", f"known={level} first={min(place, 4)}")
    yield from (f"first word={words[0]}", f"last word={words[-1]}")


def _place_features(discourse: Discourse, entity: Entity, places: Sequence[int]) -> Iterator[str]:
    """Where it stands: how often, how early, before or behind the turn from background to the paper's own work."""
    coined, last = is_coined(entity.name), len(discourse.sentences) - 1
    yield from (f"n={min(len(places), 5)}", f"first={min(places[0], 4)}", f"back={min(last - places[-1], 3)}")
    yield f"coined={coined} n={min(len(places), 5)}"
    sides = [discourse.side(place) for place in places]
    yield from (f"turn={side}" for side in set(sides))
    yield from (f"turns={sorted(set(sides))}", f"turn first={sides[0]} n={min(len(places), 3)}")
    yield f"turn first={sides[0]} coined={coined}"
    if places[0] == 0:
        title = discourse.sentences[0]
        span = entity.mentions[0].span
        rest = title.of(discourse.text)[span.end - title.start :].lstrip()
        yield from ("title", f"title opens={span.start == title.start} colon={rest.startswith(':')}")


def _paper_features(discourse: Discourse, entity: Entity) -> Iterator[str]:
    """What kind of paper it is, by its title's words."""
    coined, title = is_coined(entity.name), entity.mentions[0].span.start < discourse.sentences[0].end
    words = discourse.words_by_sentence[0]
    yield from (f"paper={word}" for word in words)
    yield from (f"paper={word} title={title}" for word in words[:12])
    yield f"lead={discourse.lead == entity.name} {discourse.lead is not None}"
    yield f"lead={discourse.lead is not None} coined={coined} title={title}"


def _rival_features(discourse: Discourse, entity: Entity) -> Iterator[str]:
    """What else of its type there is: how many it comes after, and how many are named more often."""
    coined, count = is_coined(entity.name), len(entity.mentions)
    title = entity.mentions[0].span.start < discourse.sentences[0].end
    rivals = [e for e in discourse.entities if e.type is entity.type]
    ahead = [e for e in rivals if e.mentions[0].span < entity.mentions[0].span]
    alike, alike_ahead = (sum(is_coined(e.name) for e in group) for group in (rivals, ahead))
    yield f"rivals={min(alike, 4)} coined={coined} title={title}"
    yield f"coined rivals={alike > 0} title={title} n={min(count, 3)}"
    yield f"rank={min(len(ahead), 5)}"
    if coined:
        yield f"rank={min(alike_ahead, 4)} of={min(alike, 4)}"
    yield f"more often={min(sum(len(e.mentions) > count for e in rivals), 4)} n={min(count, 4)}"
    yield f"most={all(len(e.mentions) <= count for e in discourse.entities)} coined={coined}"


def _word_features(discourse: Discourse, entity: Entity, mention: Mention, place: int) -> Iterator[str]:
    """The words around one of its places, and who is spoken of there."""
    coined, side = is_coined(entity.name), discourse.side(place)
    where = "title" if place == 0 else "end" if place >= len(discourse.sentences) - 2 else "body"
    left, right = discourse.before(mention.span, 14), discourse.after(mention.span, 6)
    yield from (f"{where} left{min(i, 3)}={word}" for i, word in enumerate(left[:6]))
    yield from (f"right{i}={word}" for i, word in enumerate(right[:3]))
    yield from (f"left stem={stem(word)}" for word in left[:8] if len(word) >= _SHORTEST)
    yield from (f"{side} right stem={stem(word)}" for word in right if len(word) >= _SHORTEST)
    yield f"left pair={left[1]} {left[0]}" if len(left) > 1 else "starts sentence"
    yield f"opening={' '.join(discourse.words_by_sentence[place][:2])}"
    if place:
        sentence, subject = discourse.sentences[place], discourse.subjects[place]
        yield from (f"ahead={word}" for word in discourse.words_in(Span(sentence.start, mention.span.start)))
        itself = discourse.mentions_by_sentence[place][0][0] is entity
        yield from (f"subject={subject} {itself}", f"subject={subject} left={left[:1]} {itself}")
        yield f"subject={subject} coined={coined}"


def _cue_features(discourse: Discourse, entity: Entity, mention: Mention, place: int) -> Iterator[str]:
    """The nearest words that tell what is done with it, how far away they stand, and whose doing it is."""
    coined, side = is_coined(entity.name), discourse.side(place)
    left, right = discourse.before(mention.span, 14), discourse.after(mention.span, 12)
    if cue := nearest_cue(left):
        whose = "own" if _OWN & set(left[cue.distance : cue.distance + 4]) else "other"
        yield from (f"cue={cue.kind}", f"cue={cue.kind} near={min(cue.distance // 2, 4)}", f"{side} cue={cue.kind}")
        yield f"cue={cue.kind} {whose} coined={coined} {side}"
        yield f"cue={cue.kind} listed={sum(word in {',', 'and'} for word in left[: cue.distance])}"
    yield f"cues={' '.join(cues(left)[:3])}"
    if (cue := nearest_cue(right)) and cue.kind != "use":
        yield from (f"behind={cue.kind} near={min(cue.distance // 2, 3)}", f"behind={cue.kind} {side}")
    if right[:1] == ["("]:
        yield f"defined coined={coined}"
    if right[:1] in (["that"], ["which"], ["to"]) or right[:2] == [",", "which"]:
        yield f"explained coined={coined}"


def _row_features(discourse: Discourse, entity: Entity, mention: Mention, place: int) -> Iterator[str]:
    """What the sentence names beside it."""
    ahead, behind = discourse.neighbours(mention)
    if ahead and ahead.is_coordinated:
        same, coined = ahead.entity.type is entity.type, is_coined(ahead.entity.name)
        yield f"listed same={same} coined={coined}{is_coined(entity.name)}"
    if behind and behind.is_coordinated:
        yield f"lists same={behind.entity.type is entity.type}"
    if behind and len(behind.between) <= 3:
        yield f"then={' '.join(behind.between)} {behind.entity.type.value}"
    if ahead and len(ahead.between) <= 3:
        yield f"after={' '.join(ahead.between)}"
    yield f"crowd={min(len(discourse.mentions_by_sentence[place]) // 2, 4)} {discourse.side(place)}"
