"""What one paper calls by two names that the user calls different: two entities, each with the mentions of its name."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from papergraph.model import Entity, Extraction, Relation, Result, Span
from papergraph.names import fold, singular
from papergraph.resolve.links import Links

Parts = dict[str, list[Entity]]  # by the name of the entity that they were, that entity's own part first
_SLOTS = ("method", "metric", "benchmark", "baseline")


def set_apart(found: Extraction, links: Links) -> Extraction:
    """An extraction in which no entity has two names that the links call different.

    What is said of an entity that is split is said of the part that the sentence names.
    """
    if not links.different:
        return found
    names = {entity.name for entity in found.entities}
    parts = {entity.name: [*_split(entity, links, names)] for entity in found.entities}
    if all(len(each) == 1 for each in parts.values()):
        return found
    return Extraction(
        found.sentences,
        tuple(part for each in parts.values() for part in each),
        tuple(_related(relation, parts) for relation in found.relations),
        tuple(_reported(result, parts) for result in found.results),
    )


def _split(entity: Entity, links: Links, names: set[str]) -> Iterator[Entity]:
    """The entity with its own names, then one for each name that is set apart. `names`: those that are taken."""
    others = _others(entity, links, names)
    kept = tuple(mention for mention in entity.mentions if fold(mention.text) not in others)
    if not others or not kept:
        yield entity
        return
    yield replace(
        entity,
        mentions=kept,
        long_form=entity.long_form if fold(entity.long_form or "") not in others else None,
        shorthand=tuple(form for form in entity.shorthand if fold(form) not in others),
    )
    for key, name in others.items():
        mentions = tuple(mention for mention in entity.mentions if fold(mention.text) == key)
        yield replace(entity, name=name, mentions=mentions, long_form=None, shorthand=())


def _others(entity: Entity, links: Links, names: set[str]) -> dict[str, str]:
    """The folded names that are set apart from the entity's own, each as it is written."""
    apart = links.apart(entity.type)
    own, others = {fold(entity.name)}, dict[str, str]()
    for form in entity.surfaces:
        key, name = fold(form), singular(form)
        if key not in others and name not in names and any(frozenset({key, mine}) in apart for mine in own):
            others[key] = name
            names.add(name)
        elif key not in others:
            own.add(key)
    return others


def _named(name: str, parts: Parts, sentence: Span) -> str:
    """The name of the part that a sentence names, else of the first."""
    each = parts[name]
    here = (part.name for part in each if any(mention.span.within(sentence) for mention in part.mentions))
    return next(here, each[0].name)


def _related(relation: Relation, parts: Parts) -> Relation:
    head, tail = (_named(name, parts, relation.evidence) for name in (relation.head, relation.tail))
    return replace(relation, head=head, tail=tail)


def _reported(result: Result, parts: Parts) -> Result:
    names = {slot: getattr(result, slot) for slot in _SLOTS}
    slots: dict[str, Any] = {slot: _named(name, parts, result.evidence) for slot, name in names.items() if name}
    return replace(result, **slots)
