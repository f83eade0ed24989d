"""Which concepts the user's links speak of: those to rename or to leave out, and names that nobody uses."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from papergraph.errors import SourceError
from papergraph.model import Entity
from papergraph.names import fold
from papergraph.resolve.concept import Concept
from papergraph.resolve.links import Links, Name
from papergraph.vocabulary import ConceptType

Named = tuple[ConceptType, str, Collection[str]]  # a concept's type, its usual name and its forms


def listed_names(concepts: Sequence[Named], links: Links) -> list[str | None]:
    """The concepts' names as the links have them, None where one is left out.

    A name means the concepts that are called so; only where there is none, those that have it among their other names:
    of which to rename is only one that has it alone of its type.
    """
    names: list[str | None] = [name for _, name, _ in concepts]
    called: dict[str, list[int]] = defaultdict(list)
    known: dict[str, list[int]] = defaultdict(list)
    for number, (_, usual, forms) in enumerate(concepts if links.rename or links.drop else ()):
        called[fold(usual)].append(number)
        for form in {fold(form) for form in forms}:
            known[form].append(number)

    def meant(name: Name) -> list[int]:
        groups = ([n for n in table[name.form] if name.fits(concepts[n][0])] for table in (called, known))
        return next(filter(None, groups), [])

    for old, new in links.rename:
        kinds = Counter(concepts[number][0] for number in meant(old) if number not in called[old.form])
        for number in meant(old):
            if kinds[concepts[number][0]] <= 1:
                names[number] = new
    for dropped in links.drop:
        for number in meant(dropped):
            names[number] = None
    return names


def unclear_names(concepts: Iterable[Concept], links: Links) -> list[SourceError]:
    """A word on each name to be renamed that may mean several concepts."""
    wanted = {old.form: old for old, _ in links.rename}
    called, known = set[str](), defaultdict[tuple[Name, ConceptType], list[str]](list)
    for concept in concepts if wanted else ():
        called.add(fold(concept.name))
        for form in {fold(form) for form in concept.forms} & wanted.keys():
            if wanted[form].fits(concept.type):
                known[wanted[form], concept.type].append(concept.name)
    return [
        SourceError(links.file, f"it may mean {' or '.join(names)}: rename the one that you mean", repr(old.written))
        for (old, _), names in known.items()
        if len(names) > 1 and old.form not in called
    ]


def unknown_names(entities: Iterable[Entity], links: Links) -> list[SourceError]:
    """A word on each name in the links that no paper uses."""
    if not links.names():
        return []
    used = {
        (kind, fold(form))
        for e in entities
        for form in (e.name, e.long_form or "", *e.surfaces)
        for kind in (e.type, None)
    }
    unused = [name for name in links.names() if (name.type, name.form) not in used]
    return [
        SourceError(links.file, "no paper names it so: check its spelling and type", repr(n.written)) for n in unused
    ]
