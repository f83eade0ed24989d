"""What each linear classifier learns from a paper: examples with their labels."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from gold import gold_spans
from papergraph.extract.discourse.candidates import find_candidates
from papergraph.extract.entities import confidence, coreference
from papergraph.extract.entities.coreference_features import pair_features
from papergraph.extract.linear import RIGHT, WRONG, LinearClassifier, Seen
from papergraph.extract.network.network import NO_RELATION
from papergraph.extract.relations import rivals as rival_relations
from papergraph.extract.relations.features import relation_features
from papergraph.extract.relations.relations import plausible
from papergraph.extract.results import attribution, results
from papergraph.extract.results.numbers import find_numbers
from papergraph.extract.roles import rivals as rival_roles
from papergraph.extract.roles.features import role_features
from papergraph.extract.spans.features import span_features
from papergraph.extract.spans.lattice import Lattice
from readings import Reading, View

Examples = Iterator[tuple[Seen, str]]


def span_examples(reading: Reading) -> Examples:
    """Candidate spans of the tags, right where the gold has that mention."""
    mentions = {(span.start, span.end, span.label_) for span in gold_spans(reading.doc, reading.paper)}
    lattice = Lattice.of(reading.doc)
    for number, span in enumerate(lattice.spans):
        label = RIGHT if (span.start, span.end, span.type) in mentions else WRONG
        yield span_features(lattice, number, reading.known), label


def coreference_examples(reading: Reading) -> Examples:
    """Pairs of the gold's entities before their names are joined."""
    discourse, known = reading.discourse(reading.apart), reading.known
    for (one, owner), (other, its_owner) in combinations(zip(reading.apart, reading.owners, strict=True), 2):
        if coreference.may_corefer(one, other, known):
            label = coreference.SAME if owner == its_owner else coreference.OTHER
            yield pair_features(discourse, one, other, known), label


def confidence_examples(view: View) -> Examples:
    each = zip(view.discourse.entities, view.scorer.roles(view.discourse), strict=True)
    for number, (entity, odds) in enumerate(each):
        seen = confidence.confidence_features(view.discourse, entity, odds, view.known)
        yield seen, RIGHT if number in view.gold else WRONG


def role_examples(view: View, alone: LinearClassifier | None = None) -> Examples:
    """Of the first round, or of the second, which knows what the first, `alone`, makes of all."""
    each = zip(view.discourse.entities, view.scorer.roles(view.discourse), strict=True)
    seen = [role_features(view.discourse, entity, odds, view.known) for entity, odds in each]
    if alone:
        seen = rival_roles.beside_rivals(view.discourse, seen, alone.probabilities(seen))
    for number, gold in view.gold.items():
        yield seen[number], gold["role"]


def relation_examples(view: View, alone: LinearClassifier | None = None) -> Examples:
    """Of the first round, or of the second, which knows what the first, `alone`, makes of all."""
    names, discourse = view.names(), view.discourse
    said = {(r["head"], r["tail"]): r["rel"] for r in view.paper["relations"]}
    candidates = list(find_candidates(discourse))
    pairs = list(plausible(candidates, view.scorer.relations(discourse, candidates)))
    seen = [relation_features(discourse, *pair) for pair in pairs]
    if alone:
        seen = rival_relations.beside_rivals(discourse, pairs, alone.probabilities(seen))
    for one, (candidate, _) in zip(seen, pairs, strict=True):
        pair = (names.get(candidate.head.name, ""), names.get(candidate.tail.name, ""))
        yield one, said.get(pair, NO_RELATION)


def _digits(value: str) -> str:
    found = re.search(r"\d+(?:[.,]\d+)*", value)
    return found.group().replace(",", "") if found else value


def result_examples(view: View) -> Examples:
    kinds = {_digits(r["value"]): r["kind"] for r in view.paper["results"]}
    for number in find_numbers(view.discourse.text):
        label = kinds.get(_digits(number.written), results.NONE)
        yield results.result_features(view.discourse, number), label


def attribution_examples(view: View) -> Examples:
    context, names = view.discourse, view.names()
    reported: dict[str, list[dict[str, str]]] = defaultdict(list)
    for result in view.paper["results"]:
        reported[_digits(result["value"])].append(result)
    numbers = [n for n in find_numbers(context.text) if _digits(n.written) in reported]
    for number in numbers:
        results_of = reported[_digits(number.written)]
        result = results_of.pop(0) if len(results_of) > 1 else results_of[0]
        peers = [n for n in numbers if context.sentence_of(n.span) == context.sentence_of(number.span)]
        for entity in attribution.owners(context, number):
            slots = (s for s in attribution.SLOTS if result[s] and result[s] == names.get(entity.name))
            seen = attribution.attribution_features(context, number, peers, entity)
            yield seen, next(slots, attribution.NONE)
