"""Entities by their folded names, full and short."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from papergraph.model import Entity
from papergraph.names import fold, is_short_form, singular
from papergraph.resolve.abbreviations import is_credible
from papergraph.resolve.concept import EntityId


@dataclass
class Named:
    """An entity by its folded names.

    Attributes:
        written: A way to write each full one.
        doubtful: Forms that are not its names after all.
        passing: What its paper alone calls it.
    """

    id: EntityId
    full: list[str]
    short: list[str]
    written: dict[str, str]
    doubtful: set[str]
    passing: set[str]


def coined_shorts(entities: Iterable[Entity]) -> dict[str, set[str]]:
    """Names that papers define as abbreviations though they don't look like one, as they write them: "GreenAug"."""
    found: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        if entity.long_form and entity.name.isalnum() and not is_short_form(entity.name):
            found[fold(entity.name)].add(singular(entity.name))
    return found


def names_in_s(entities: Iterable[Entity]) -> set[str]:
    """Names in capitals whose last S is no plural's, in lower case: "Wilds" is WILDS then, and not somebody's WILD."""
    forms = (form for entity in entities for form in entity.surfaces)
    return {form.casefold() for form in forms if form.isupper() and form.endswith("S") and fold(form)[-1:] == "s"}


def named_entity(paper: str, entity: Entity, coined: Mapping[str, set[str]], own_s: Container[str]) -> Named:
    """An entity of a paper by its names.

    Args:
        paper: The paper's key.
        entity: The entity.
        coined: What `coined_shorts` gives for its type, and …
        own_s: … what `names_in_s` does.
    """
    # What only this paper means by a word, "forgetting" for "catastrophic forgetting", joins no other paper's.
    own = [form for form in entity.surfaces if form not in entity.shorthand]
    forms = dict.fromkeys([entity.name, *own, *([entity.long_form] if entity.long_form else [])])
    full: dict[str, str] = {}
    short: dict[str, str] = {}
    for form in forms:
        key = form.casefold() if form.istitle() and form.casefold() in own_s else fold(form)
        # What folds to nothing, a row of marks, is no name: all such would be one concept. Letter case tells a word
        # from an abbreviation that is spelled like it: "Adam" is not "AdAM".
        if key:
            is_short = is_short_form(form) or (key in coined and (singular(form) in coined[key] or not form.isalnum()))
            (short if is_short else full).setdefault(key, form)
    credible = {
        key: form for key, form in full.items() if all(is_credible(abbreviation, form) for abbreviation in short)
    }
    return Named(
        EntityId(paper, entity.name),
        [*credible],
        [key for key in short if key not in credible],
        credible,
        full.keys() - credible.keys(),
        {fold(form) for form in entity.shorthand},
    )


def telling_names(entities: Iterable[Named]) -> dict[str, set[str]]:
    """For each paper the folded full names that tell what it is about: those that not every other paper has."""
    company: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        company[entity.id.paper].update(entity.full)
    usual = Counter(form for forms in company.values() for form in forms)
    common = {form for form, n in usual.items() if n > max(10, len(company) // 20)}
    return {paper: forms - common for paper, forms in company.items()}
