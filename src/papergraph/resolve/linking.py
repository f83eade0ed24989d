"""Entity linking: which entities of different papers are the same concept.

Entities of one type join where their full forms fold to the same name or are variants of each other (`variants`),
and where a paper uses two forms for one thing. A short form joins through the long form that a paper defines for it;
where papers define it differently, a bare use is read by its company (`homonyms`). Types never join. What the user's
links say is done first, and nothing that they keep apart is joined.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise, permutations

from papergraph.model import Extraction
from papergraph.resolve.abbreviations import Definition, abbreviate_alike, agreed_definitions, alike_keys
from papergraph.resolve.concept import EntityId, Tie
from papergraph.resolve.homonyms import Homonym
from papergraph.resolve.links import Links
from papergraph.resolve.named import Named, coined_shorts, named_entity, names_in_s, telling_names
from papergraph.resolve.partition import Partition
from papergraph.resolve.variants import variants
from papergraph.vocabulary import ConceptType


@dataclass
class Cluster:
    """Entities that are one concept, before it has a name.

    Attributes:
        ties: Why its names are one: each joins two folded names.
        ambiguous: Folded short forms that also mean something else.
        foreign: Folded names that members have and that are not the concept's, because the user says so or because
            they are no long form of its short one.
    """

    type: ConceptType
    members: list[EntityId] = field(default_factory=list)
    ties: dict[tuple[str, str], Tie] = field(default_factory=dict)
    ambiguous: set[str] = field(default_factory=set)
    foreign: set[str] = field(default_factory=set)


class _TypeLinker:
    """Links the entities of one type."""

    def __init__(
        self,
        kind: ConceptType,
        entities: list[Named],
        company: Mapping[str, set[str]],
        abbreviations: Mapping[str, Definition],
        links: Links,
    ) -> None:
        self.kind = kind
        self.entities = entities
        self.company = company
        self.links = links
        self.listed = {form for group in links.together(kind) for form in group}
        self.names = Partition(links.apart(kind))
        self.ties: list[Tie] = []
        self._join(self._listed_ties())
        self._join(self._stated_ties())
        self._join(self._variant_ties(abbreviations))
        self._join(self._nested_ties())
        self._join(self._single_meanings())
        self.meanings = self._meanings()
        self.homonyms = {short: Homonym(meanings) for short, meanings in self.meanings.items()}

    def _join(self, ties: Iterable[Tie]) -> None:
        for tie in ties:
            if self.names.find(tie.one) != self.names.find(tie.other) and self.names.join(tie.one, tie.other):
                self.ties.append(tie)

    def _listed_ties(self) -> Iterator[Tie]:
        used = {form for entity in self.entities for form in (*entity.full, *entity.short, *entity.passing)}
        for group in self.links.together(self.kind):
            for one, other in pairwise(form for form in group if form in used):
                yield Tie(one, other, f"listed in {self.links.file}")

    def _stated_ties(self) -> list[Tie]:
        """Full forms that papers use for one thing, those first that most papers use so."""
        said: dict[tuple[str, str], list[str]] = defaultdict(list)
        for entity in self.entities:
            for one, other in pairwise(entity.full):
                said[min(one, other), max(one, other)].append(entity.id.paper)
        ranked = sorted(said.items(), key=lambda item: (-len(item[1]), item[0]))
        return [Tie(one, other, "defined in", papers[0]) for (one, other), papers in ranked]

    def _variant_ties(self, abbreviations: Mapping[str, Definition]) -> list[Tie]:
        """Forms that are variants of each other, or have a variant in common that nobody may write."""
        written = {key: form for entity in reversed(self.entities) for key, form in entity.written.items()}
        shorts = self._shorts()
        known = shorts | {key: key for key in written}
        # "rag" is RAG, where that means one thing.
        ties = [
            Tie(shorts[key], key, "spelling")
            for key, form in sorted(written.items())
            if form.islower() and shorts.get(key)
        ]
        for key, form in sorted(written.items()):
            for variant in variants(form, self.kind, abbreviations):
                other = known.get(variant.key) if variant.written else known.setdefault(variant.key, key)
                if other and other != key:
                    ties.append(Tie(other, key, variant.reason, variant.paper))
        return ties

    def _shorts(self) -> dict[str, str]:
        """Short forms with a name of what they stand for: itself where no paper says it, "" where several differ."""
        shorts = {short: short for entity in self.entities for short in entity.short}
        for short, meanings in self._meanings().items():
            shorts[short] = next(iter(meanings)) if len(meanings) == 1 else ""
        return shorts

    def _nested_ties(self) -> list[Tie]:
        """Long forms of one short form of which one only adds words: "large (pretrained) language model"."""
        groups: dict[tuple[str, ...], dict[str, Named]] = defaultdict(dict)
        for entity in self.entities:
            for short in entity.short if entity.full else ():
                for key in alike_keys(entity.written[entity.full[0]]):
                    groups[short, *key].setdefault(entity.full[0], entity)
        return [
            Tie(one, other, "defined in", found[other].id.paper)
            for (short, *_), found in sorted(groups.items())
            for one, other in permutations(sorted(found), 2)
            if abbreviate_alike(short, found[one].written[one], found[other].written[other])
        ]

    def _single_meanings(self) -> Iterator[Tie]:
        """Listed short forms with what they are short for, where that is one thing."""
        defined = self._defined() if self.listed else {}
        for short in sorted(self.listed & defined.keys()):
            if len(defined[short]) == 1:
                ((meaning, (paper, *_)),) = defined[short].items()
                yield Tie(meaning, short, "defined in", paper)

    def _meanings(self) -> dict[str, dict[str, list[str]]]:
        """For each short form its meanings (groups of full forms), each with the papers that say so."""
        meanings = self._defined()
        for short in self.listed & meanings.keys():
            meanings[short].setdefault(self.names.find(short), [])
        return meanings

    def _defined(self) -> dict[str, dict[str, list[str]]]:
        """The meanings that papers give short forms."""
        meanings: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for entity in self.entities:
            for short in entity.short if entity.full else ():
                if self.names.may_join(short, entity.full[0]):
                    meanings[short][self.names.find(entity.full[0])].append(entity.id.paper)
        return meanings

    def _cluster_name(self, entity: Named) -> str:
        if entity.full:
            return self.names.find(entity.full[0])
        for short in entity.short:
            if short in self.listed:
                break
            if short in self.meanings:
                return self.homonyms[short].read(entity.id.paper, self.company) or self.names.find(short)
        return self.names.find(next((s for s in entity.short if s in self.listed), entity.short[0]))

    def clusters(self) -> Iterator[Cluster]:
        """The type's clusters, in the order of their first entity."""
        found: dict[str, Cluster] = {}
        words = {form for entity in self.entities for form in entity.full}
        for entity in self.entities:
            if not (entity.full or entity.short):
                continue
            name = self._cluster_name(entity)
            cluster = found.setdefault(name, Cluster(self.kind))
            cluster.members.append(entity.id)
            cluster.foreign |= entity.doubtful
            cluster.foreign.update(form for form in entity.full if self.names.find(form) != name)
            called = (name, *entity.short)
            cluster.foreign |= {f for f in entity.passing if not all(self.names.may_join(f, own) for own in called)}
            for short in entity.short:
                if not self.names.may_join(short, name):
                    cluster.foreign.add(short)
                elif entity.full and self.names.find(short) != name:
                    tie = Tie(entity.full[0], short, "defined in", entity.id.paper)
                    cluster.ties.setdefault((tie.one, tie.other), tie)
                if len(self.meanings.get(short, ())) > 1 or (short in words and self.names.find(short) != name):
                    cluster.ambiguous.add(short)
        for tie in self.ties:
            if (root := self.names.find(tie.one)) in found:
                found[root].ties[tie.one, tie.other] = tie
        yield from found.values()


def link(extractions: Iterable[tuple[str, Extraction]], links: Links | None = None) -> list[Cluster]:
    """Group the entities of all papers.

    Args:
        extractions: Papers' keys with what was read from them, sorted by key.
        links: What the user says of names.
    """
    entities = [(paper, entity) for paper, extraction in extractions for entity in extraction.entities]
    table: dict[ConceptType, list[Named]] = {}
    for kind in ConceptType:
        mine = [(paper, entity) for paper, entity in entities if entity.type is kind]
        coined, own_s = coined_shorts(entity for _, entity in mine), names_in_s(entity for _, entity in mine)
        table[kind] = [named_entity(paper, entity, coined, own_s) for paper, entity in mine]
    company = telling_names(entity for named in table.values() for entity in named)
    abbreviations = agreed_definitions(entities)
    linkers = [_TypeLinker(kind, named, company, abbreviations, links or Links()) for kind, named in table.items()]
    return [cluster for linker in linkers for cluster in linker.clusters()]
