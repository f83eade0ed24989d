"""Clusters to concepts: the canonical name, the aliases and the reason for each."""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Mapping

from papergraph.identifiers import concept_key
from papergraph.model import Entity
from papergraph.names import fold, is_coined, is_short_form, singular
from papergraph.resolve.concept import IN_PASSING, Concept, EntityId, Merge, Tie
from papergraph.resolve.lettercase import common_words, in_running_text
from papergraph.resolve.linking import Cluster
from papergraph.resolve.links import Links
from papergraph.resolve.listed import listed_names
from papergraph.vocabulary import Role

_TERSE = 2  # letters of a short form that tells a reader nothing: "DG", "FT"
_LOWER = 0.2  # share of its papers that write a name in lower case, from which it is written so
_TELLING = ("spelling", "word", "generic", "defined", "listed")  # first words of reasons, the last the strongest claim
_INNER_CAPITAL = re.compile(r"(?<=[^\W\d_])[A-Z]")  # of a name's own spelling: no title puts it there
_PROPOSED = 0.1  # share of its papers that propose it, from which it is someone's coinage: one of ten
_GENERAL = 0.2  # share of its papers that spell a general term out


def _counts(cluster: Cluster, entities: Mapping[EntityId, Entity]) -> Counter[str]:
    """How many papers use each surface form."""
    return Counter(form for member in cluster.members for form in set(_surfaces(cluster, entities[member])))


def _surfaces(cluster: Cluster, entity: Entity) -> Iterable[str]:
    """An entity's forms, those aside that are not the concept's, unless it has no other."""
    if not cluster.foreign:
        return entity.surfaces
    return [form for form in entity.surfaces if fold(form) not in cluster.foreign] or entity.surfaces


def _singulars(cluster: Cluster, entities: Mapping[EntityId, Entity]) -> Counter[str]:
    """How many papers use each surface form that is more than one paper's shorthand, in the singular."""
    counts: Counter[str] = Counter()
    for entity in (entities[member] for member in cluster.members):
        own = [form for form in _surfaces(cluster, entity) if form not in entity.shorthand]
        counts.update(set(map(singular, own or [entity.name])))
    return counts


def _is_general(full: Counter[str], short: Counter[str], cluster: Cluster, entities: Mapping[EntityId, Entity]) -> bool:
    """Whether a full form is the field's word rather than the spelled-out name of something coined.

    So is one that is coined itself and used more than the short ones: ImageNet-1K is more than IN-1K.
    """
    most = max(full, key=lambda form: (full[form], form))
    if is_coined(most) and full[most] > max(short.values()):
        return True
    if all(len(form) <= _TERSE for form in short):
        return True
    if sum(entities[m].role is Role.PROPOSES for m in cluster.members) >= _PROPOSED * len(cluster.members):
        return False
    lower = sum(n for form, n in full.items() if not is_coined(form) and form == form.lower())
    return lower >= max(1, _GENERAL * len(cluster.members))


def canonical_name(cluster: Cluster, entities: Mapping[EntityId, Entity]) -> str:
    """The name a reader would choose: the most used full form of a general term, else the coined name.

    A short form that means other things elsewhere is never the name.
    """
    forms = _singulars(cluster, entities)
    if len(forms) == 1:
        return next(iter(forms))
    plain = {form: n for form, n in forms.items() if fold(form) not in cluster.ambiguous}
    shorts = {fold(form) for form in plain if is_short_form(form)}  # "rag" is RAG, not its long form
    full = Counter({form: n for form, n in plain.items() if fold(form) not in shorts})
    short = Counter({form: n for form, n in plain.items() if fold(form) in shorts})
    pool = full if full and (not short or _is_general(full, short, cluster, entities)) else short or full or forms
    by_fold: Counter[str] = Counter()
    for form, count in pool.items():
        by_fold[fold(form)] += count
    bare = {fold(form) for form in pool if not set("()[]") & set(form)} or by_fold.keys()
    best = max(bare, key=lambda key: (by_fold[key], key))
    same = [form for form in forms if fold(form) == best]
    # "Continual Learning" is capital in titles only; "ImageNet" is "imagenet" by a slip of few, "DeepSeek-R1" of some.
    lower = [form for form in same if form == form.lower() and forms[form] >= _LOWER * by_fold[best]]
    if sum(forms[form] for form in same if _INNER_CAPITAL.search(form)) >= sum(forms[form] for form in lower):
        lower, same = [], [form for form in same if form != form.lower()] or same
    return max(lower or same, key=lambda form: (forms[form], sum(map(str.islower, form)), form))


class _Why:
    """The reasons why a cluster's forms are names of one thing."""

    def __init__(self, cluster: Cluster, entities: Mapping[EntityId, Entity]) -> None:
        self.shorthand = {form: member.paper for member in cluster.members for form in entities[member].shorthand}
        self.ties: dict[str, list[Tie]] = defaultdict(list)
        for tie in cluster.ties.values():
            self.ties[tie.one].append(tie)
            self.ties[tie.other].append(tie)

    def merges(self, name: str, forms: Iterable[str], renamed: str | None) -> list[Merge]:
        """For each form the reason why it stands for the usual name; `renamed`, why that stands for another."""
        found = self._from(fold(name))
        merges = []
        for form in forms:
            if form.casefold() == name.casefold():
                merges.append(Merge(form, renamed or "same form"))
            elif fold(form) not in found and form in self.shorthand:
                merges.append(Merge(form, IN_PASSING, self.shorthand[form]))
            elif fold(form) == fold(name) or fold(form) not in found:
                merges.append(Merge(form, "spelling"))
            else:
                merges.append(Merge(form, *found[fold(form)]))
        return merges

    def _from(self, start: str) -> dict[str, tuple[str, str]]:
        """Reason and paper of the names that ties lead to: of the step that needs most to be told."""
        found = {start: ("spelling", "")}
        waiting = deque([start])
        while waiting:
            here = waiting.popleft()
            for tie in self.ties[here]:
                there = tie.other if tie.one == here else tie.one
                if there not in found:
                    found[there] = max(
                        found[here], (tie.reason, tie.paper), key=lambda step: _TELLING.index(step[0].split()[0])
                    )
                    waiting.append(there)
        return found


def name_concepts(
    clusters: Iterable[Cluster],
    entities: Mapping[EntityId, Entity],
    links: Links | None = None,
    texts: Iterable[str] = (),
) -> list[Concept]:
    """Concepts with keys, names and reasons, sorted by key. Clusters that come to one key are one concept.

    Args:
        clusters: What `link` gives.
        entities: All entities.
        links: What the user says of names: what is renamed, and what is left out.
        texts: The papers' abstracts, which tell how words are written.
    """
    links = links or Links()
    clusters = list(clusters)
    counts = [_counts(cluster, entities) for cluster in clusters]
    common = common_words(texts)
    usual = [in_running_text(canonical_name(cluster, entities), cluster.type, common) for cluster in clusters]
    named = list(zip((cluster.type for cluster in clusters), usual, counts, strict=True))
    concepts: dict[str, Concept] = {}
    for cluster, was, forms, name in zip(clusters, usual, counts, listed_names(named, links), strict=True):
        if name is not None:
            key = concept_key(name, cluster.type)
            concept = concepts.setdefault(key, Concept(key, name, cluster.type, Counter()))
            known = {merge.form for merge in concept.merges} | {concept.name}
            renamed = f"listed in {links.file}" if name != was else None
            if others := sorted(forms.keys() - known):
                concept.merges += _Why(cluster, entities).merges(was, others, renamed)
            concept.forms.update(forms)
            concept.members = sorted([*concept.members, *cluster.members])
    return sorted(concepts.values(), key=lambda concept: concept.key)
