"""What the user says of names; it wins over the rules. `links_file` reads it from TOML."""

from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from papergraph.vocabulary import ConceptType


class Name(NamedTuple):
    """A name as the file has it: folded, and of which type (None: whatever type has it)."""

    form: str
    type: ConceptType | None
    written: str

    def fits(self, kind: ConceptType) -> bool:
        """Whether it speaks of concepts of a type."""
        return self.type in (None, kind)


@dataclass(frozen=True)
class Links:
    """What a file says.

    Attributes:
        file: Its name, for reasons and messages.
        same: Names of one concept.
        different: Names of which no two are one concept's.
        drop: Concepts that are left out.
        rename: Concepts with the names they get.
    """

    file: str = ""
    same: tuple[tuple[Name, ...], ...] = ()
    different: tuple[tuple[Name, ...], ...] = ()
    drop: tuple[Name, ...] = ()
    rename: tuple[tuple[Name, str], ...] = ()

    def apart(self, kind: ConceptType) -> set[frozenset[str]]:
        """Pairs of folded names that no concept of a type may have."""
        groups = [sorted({name.form for name in group if name.fits(kind)}) for group in self.different]
        return {frozenset(pair) for group in groups for pair in combinations(group, 2)}

    def together(self, kind: ConceptType) -> list[list[str]]:
        """Folded names that are one concept's of a type."""
        return [[name.form for name in group if name.fits(kind)] for group in self.same]

    def names(self) -> list[Name]:
        """Every name that the file expects papers to use, each once."""
        groups = [*self.same, *self.different, self.drop, [name for name, _ in self.rename]]
        return [*dict.fromkeys(name for group in groups for name in group)]
