"""Entities and papers made by hand, and the concepts that come of them."""

from papergraph.model import Entity, Extraction, Mention, Span
from papergraph.names import is_short_form
from papergraph.resolve.apart import set_apart
from papergraph.resolve.concept import Concept, EntityId
from papergraph.resolve.linking import link
from papergraph.resolve.links import Links
from papergraph.resolve.links_file import parse_links
from papergraph.resolve.naming import name_concepts
from papergraph.vocabulary import ConceptType, Role


def entity(
    *forms: str,
    kind: ConceptType = ConceptType.METHOD,
    role: Role = Role.USES,
    long_form: str | None = None,
    shorthand: tuple[str, ...] = (),
) -> Entity:
    """An entity with these forms, the first its name; a short name's first full form is its long form."""
    mentions = tuple(Mention(Span(i, i + 1), form, kind, 0.9) for i, form in enumerate(forms))
    full = next((f for f in forms[1:] if not is_short_form(f)), None) if is_short_form(forms[0]) else None
    return Entity(forms[0], kind, role, mentions, 0.9, long_form or full, shorthand)


def concepts(*papers: list[Entity], links: str = "", texts: tuple[str, ...] = ()) -> list[Concept]:
    """The concepts of papers p0, p1 … with these entities, by a file of links; their abstracts, if they matter."""
    said: Links = parse_links("my.toml", links.encode())
    read = [(f"p{i}", set_apart(Extraction(entities=tuple(found)), said)) for i, found in enumerate(papers)]
    entities = {EntityId(paper, e.name): e for paper, found in read for e in found.entities}
    return name_concepts(link(read, said), entities, said, texts)


def groups(*names: str, kind: ConceptType = ConceptType.METHOD) -> list[set[str]]:
    """Which of these names are one, if each stands in a paper of its own."""
    found = concepts(*([entity(name, kind=kind)] for name in names))
    return [set(concept.forms) for concept in found]


def reasons(concept: Concept) -> dict[str, tuple[str, str]]:
    """For each other name of a concept the reason and the paper."""
    return {merge.form: (merge.reason, merge.paper) for merge in concept.merges}
