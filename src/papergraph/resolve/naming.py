"""Clusters to concepts: the canonical name, the aliases and the reason for each."""

from collections import Counter
from collections.abc import Iterable, Mapping

from papergraph.identifiers import concept_key
from papergraph.model import Entity
from papergraph.names import fold, is_coined, is_short_form, singular
from papergraph.resolve.concept import Concept, EntityId, Merge
from papergraph.resolve.linking import Cluster
from papergraph.vocabulary import Role

_TERSE = 2  # letters of a short form that tells a reader nothing: "DG", "FT"
_LOWER = 0.2  # share of its papers that write a name in lower case, from which it is written so
_GENERAL = 0.2  # share of its papers that spell a general term out


def _forms(cluster: Cluster, entities: Mapping[EntityId, Entity]) -> Counter[str]:
    """How many papers use each surface form, in the singular."""
    forms: Counter[str] = Counter()
    for member in cluster.members:
        forms.update({singular(surface) for surface in entities[member].surfaces})
    return forms


def _is_general(
    full: Counter[str], short: Iterable[str], cluster: Cluster, entities: Mapping[EntityId, Entity]
) -> bool:
    """Whether a full form is the field's word rather than the spelled-out name of something coined."""
    if all(len(form) <= _TERSE for form in short):
        return True
    if any(entities[m].role is Role.PROPOSES for m in cluster.members):
        return False
    lower = sum(n for form, n in full.items() if not is_coined(form) and form == form.lower())
    return lower >= max(1, _GENERAL * len(cluster.members))


def canonical_name(cluster: Cluster, entities: Mapping[EntityId, Entity]) -> str:
    """The name a reader would choose: the most used full form of a general term, else the coined name.

    A short form that means other things elsewhere is never the name.
    """
    forms = _forms(cluster, entities)
    full = Counter({form: n for form, n in forms.items() if not is_short_form(form)})
    short = Counter({f: n for f, n in forms.items() if is_short_form(f) and fold(f) not in cluster.ambiguous})
    pool = full if full and (not short or _is_general(full, short, cluster, entities)) else short or full or forms
    by_fold: Counter[str] = Counter()
    for form, count in pool.items():
        by_fold[fold(form)] += count
    best = max(by_fold, key=lambda key: (by_fold[key], key))
    same = [form for form in pool if fold(form) == best]
    # "Continual Learning" is capital in titles only; "ImageNet" is "imagenet" by a slip of few.
    lower = [form for form in same if form == form.lower() and pool[form] >= _LOWER * by_fold[best]]
    return max(lower or same, key=lambda form: (pool[form], sum(map(str.islower, form)), form))


def _reason(form: str, name: str, cluster: Cluster) -> Merge:
    if form.casefold() == name.casefold():
        return Merge(form, "same form")
    if fold(form) == fold(name):
        return Merge(form, "spelling")
    shorts = [short for short in (fold(form), fold(name)) if short in cluster.definitions]
    paper = cluster.definitions[shorts[0]] if shorts else next(iter(cluster.definitions.values()), "")
    return Merge(form, "defined in", paper)


def name_concepts(clusters: Iterable[Cluster], entities: Mapping[EntityId, Entity]) -> list[Concept]:
    """Concepts with keys, names and reasons, sorted by key. Clusters that come to one key are one concept."""
    concepts: dict[str, Concept] = {}
    for cluster in clusters:
        name = canonical_name(cluster, entities)
        key = concept_key(name, cluster.type)
        concept = concepts.setdefault(key, Concept(key, name, cluster.type, Counter()))
        for member in cluster.members:
            concept.forms.update(set(entities[member].surfaces))
        known = {merge.form for merge in concept.merges} | {concept.name}
        forms = {surface for member in cluster.members for surface in entities[member].surfaces}
        concept.merges += [_reason(form, concept.name, cluster) for form in sorted(forms - known)]
        concept.members = sorted([*concept.members, *cluster.members])
    return sorted(concepts.values(), key=lambda concept: concept.key)
