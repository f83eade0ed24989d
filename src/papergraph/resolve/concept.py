"""A concept: one thing that any number of papers name."""

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from papergraph.vocabulary import ConceptType

IN_PASSING = "so called in"
"""The reason of a form that one paper uses for a concept, and no other is known to."""


class EntityId(NamedTuple):
    """An entity of one paper: the paper's key and the entity's name there."""

    paper: str
    name: str


class Tie(NamedTuple):
    """Why two folded names are one thing; `paper` says so, where one does."""

    one: str
    other: str
    reason: str
    paper: str = ""


class Merge(NamedTuple):
    """Why a form is a name of a concept; `papergraph.graph.schema.Merge` lists the reasons."""

    form: str
    reason: str
    paper: str = ""


@dataclass
class Concept:
    """One node of the graph.

    Attributes:
        key: Last part of its IRI.
        name: The canonical name.
        type: What kind of thing it is.
        forms: How many papers use each form.
        merges: The reason for each form but the canonical name.
        members: The entities that it stands for, sorted.
    """

    key: str
    name: str
    type: ConceptType
    forms: Counter[str]
    merges: list[Merge] = field(default_factory=list)
    members: list[EntityId] = field(default_factory=list)

    @property
    def aliases(self) -> list[str]:
        """Its other names, most used first."""
        ranked = sorted(self.forms.items(), key=lambda item: (-item[1], item[0]))
        return [form for form, _ in ranked if form != self.name]
