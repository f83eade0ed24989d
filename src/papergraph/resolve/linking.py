"""Entity linking: which entities of different papers are the same concept.

Entities of one type join where their full forms fold to the same name. A short form joins through the long
form that a paper defines for it; where papers define it differently, a bare use is read by its company
(`homonyms`). Types never join.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import networkx as nx

from papergraph.model import Entity, Extraction
from papergraph.names import fold, is_short_form
from papergraph.resolve.concept import EntityId
from papergraph.resolve.homonyms import read_by_company
from papergraph.vocabulary import ConceptType


@dataclass
class _Named:
    """An entity by its folded names."""

    id: EntityId
    full: list[str]
    short: list[str]


@dataclass
class Cluster:
    """Entities that are one concept, before it has a name.

    Attributes:
        definitions: For each folded short form the paper that first defines it.
        ambiguous: Folded short forms that also mean something else.
    """

    type: ConceptType
    members: list[EntityId] = field(default_factory=list)
    definitions: dict[str, str] = field(default_factory=dict)
    ambiguous: set[str] = field(default_factory=set)


def _named(paper: str, entity: Entity) -> _Named:
    forms = dict.fromkeys([entity.name, *entity.surfaces, *([entity.long_form] if entity.long_form else [])])
    named = [(fold(form), is_short_form(form)) for form in forms]
    # What folds to nothing, a row of marks, is no name: all such would be one concept.
    short = [key for key, is_short in named if key and is_short]
    full = [key for key, is_short in named if key and not is_short]
    return _Named(EntityId(paper, entity.name), [*dict.fromkeys(full)], [*dict.fromkeys(short)])


def _by_type(extractions: Iterable[tuple[str, Extraction]]) -> dict[ConceptType, list[_Named]]:
    table: dict[ConceptType, list[_Named]] = {kind: [] for kind in ConceptType}
    for paper, extraction in extractions:
        for entity in extraction.entities:
            table[entity.type].append(_named(paper, entity))
    return table


def _join_full_forms(entities: list[_Named]) -> dict[str, str]:
    """Each folded full form's representative: forms of one entity share one."""
    same: nx.Graph[str] = nx.Graph()
    for entity in entities:
        same.add_nodes_from(entity.full)
        same.add_edges_from(zip(entity.full, entity.full[1:], strict=False))
    return {form: min(forms) for forms in nx.connected_components(same) for form in forms}


class _TypeLinker:
    """Links the entities of one type."""

    def __init__(self, kind: ConceptType, entities: list[_Named], company: dict[str, set[str]]) -> None:
        self.kind = kind
        self.entities = entities
        self.company = company
        self.representative = _join_full_forms(entities)
        self.meanings = self._meanings()

    def _meanings(self) -> dict[str, dict[str, list[str]]]:
        """For each short form its meanings (representatives of full forms), each with the papers that say so."""
        meanings: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for entity in self.entities:
            for short in entity.short if entity.full else ():
                meanings[short][self.representative[entity.full[0]]].append(entity.id.paper)
        return meanings

    def _cluster_name(self, entity: _Named) -> str:
        if entity.full:
            return self.representative[entity.full[0]]
        for short in entity.short:
            meanings = self.meanings.get(short)
            if meanings:
                return read_by_company(entity.id.paper, meanings, self.company) or f"{short} alone"
        return f"{entity.short[0]} alone"

    def clusters(self) -> Iterator[Cluster]:
        """The type's clusters, in the order of their first entity."""
        found: dict[str, Cluster] = {}
        for entity in self.entities:
            if not (entity.full or entity.short):
                continue
            cluster = found.setdefault(self._cluster_name(entity), Cluster(self.kind))
            cluster.members.append(entity.id)
            for short in entity.short:
                if entity.full:
                    cluster.definitions.setdefault(short, entity.id.paper)
                if len(self.meanings.get(short, ())) > 1:
                    cluster.ambiguous.add(short)
        yield from found.values()


def link(extractions: Iterable[tuple[str, Extraction]]) -> list[Cluster]:
    """Group the entities of all papers.

    Args:
        extractions: Papers' keys with what was read from them, sorted by key.
    """
    table = _by_type(extractions)
    company: dict[str, set[str]] = defaultdict(set)
    for entities in table.values():
        for entity in entities:
            company[entity.id.paper].update(entity.full)
    usual = Counter(form for forms in company.values() for form in forms)
    common = {form for form, n in usual.items() if n > max(10, len(company) // 20)}
    company = {paper: forms - common for paper, forms in company.items()}
    return [c for kind, entities in table.items() for c in _TypeLinker(kind, entities, company).clusters()]
