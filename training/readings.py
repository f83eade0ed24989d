"""Annotated papers as a network reads them that has not seen them, beside what the annotators found."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from spacy.tokens import Doc

from gold import GoldPaper, apart
from papergraph.evaluation.score import match
from papergraph.extract.discourse.discourse import Discourse
from papergraph.extract.entities import coreference
from papergraph.extract.entities.entities import entities
from papergraph.extract.known import KnownTerms
from papergraph.extract.network.scorer import Scorer
from papergraph.model import Entity

_MARK = "annotated"


@dataclass
class Reading:
    """An annotated paper as a network that has not seen it reads it.

    Attributes:
        doc: The document with the odds of its tags.
        known: How well other papers know names.
        entities: What `papergraph_entities` makes of the mentions that `read` chose; none at first.
        apart: The gold's entities, those with several names in parts, as `papergraph_entities` makes them …
        owners: … and for each of these the number of its gold entity.
        annotated: The same with all their names, and …
        annotations: … what the gold says of each.
    """

    paper: GoldPaper
    doc: Doc
    known: KnownTerms
    apart: list[Entity]
    owners: list[int]
    entities: list[Entity] = field(default_factory=list)

    def __post_init__(self) -> None:
        parts = defaultdict(list)
        for entity, owner in zip(self.apart, self.owners, strict=True):
            parts[owner].append(entity)
        self.annotated = [coreference.joined(group, KnownTerms({})) for group in parts.values()]
        self.annotations = [self.paper.gold["entities"][owner] for owner in parts]

    @classmethod
    def of(cls, doc: Doc, paper: GoldPaper, known: KnownTerms) -> "Reading":
        """The reading of a document that has its abbreviations."""
        return cls(paper, doc, known, *apart(doc, paper))

    def read(self, choose: Callable[[Doc], Doc]) -> None:
        """Find the entities again. `choose`: what sets the document's mentions."""
        self.entities = list(entities(choose(self.doc))._.pg_entities)

    def discourse(self, entities: Sequence[Entity]) -> Discourse:
        """The paper with these entities."""
        return replace(Discourse.of(self.doc), entities=list(entities))


@dataclass
class View:
    """A reading with its entities, and which gold entity each of them is.

    Attributes:
        discourse: The paper with entities.
        gold: Gold entities by the number of the entity that they are.
        paper: All that is annotated of the paper.
        scorer: What the network makes of entities and pairs.
        known: How well other papers know names.
        marks: Features that all examples of this view share.
    """

    discourse: Discourse
    gold: dict[int, dict[str, Any]]
    paper: dict[str, Any]
    scorer: Scorer
    known: KnownTerms
    marks: list[str]

    @classmethod
    def of(cls, reading: Reading, *, typed: bool = False) -> "View":
        """The entities that the document holds. `typed`: a gold entity of another type is none."""
        discourse, paper = Discourse.of(reading.doc), reading.paper.gold
        found = [{"name": e.name, "surfaces": e.surfaces, "type": e.type.value} for e in discourse.entities]
        matched = match(paper["entities"], found, typed=typed)
        gold = {p: paper["entities"][g] for g, p in matched.items()}
        return cls(discourse, gold, paper, reading.doc._.pg_scorer, reading.known, [])

    @classmethod
    def annotated(cls, reading: Reading) -> "View":
        """The annotators' entities."""
        discourse = reading.discourse(reading.annotated)
        gold = dict(enumerate(reading.annotations))
        return cls(discourse, gold, reading.paper.gold, reading.doc._.pg_scorer, reading.known, [_MARK])

    def names(self) -> dict[str, str]:
        """Gold names by the names of the entities."""
        return {self.discourse.entities[number].name: entity["name"] for number, entity in self.gold.items()}
