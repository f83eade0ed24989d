"""Train the linear classifiers, from annotated papers and from what the tagger found in them unseen.

Each learns from documents as it will meet them: with the mentions of a tagger that was trained on other papers.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from spacy.tokens import Doc

from gold import GoldPaper
from papergraph.evaluation.score import match
from papergraph.extract import attribution, confidence, coreference, relations, results, roles
from papergraph.extract.component import extraction_of
from papergraph.extract.context import Context
from papergraph.extract.known import KnownTerms
from papergraph.extract.linear import LinearClassifier, Seen, feature_rows
from papergraph.extract.numbers import find_numbers
from papergraph.interchange import extraction_to_json
from papergraph.model import Entity


@dataclass
class Reading:
    """An annotated paper as a tagger that has not seen it reads it.

    Attributes:
        doc: The document with its mentions, which `entities` are made of.
        entities: As they come out of `papergraph_entities`.
        apart: The gold's entities, those with several names in parts, as `papergraph_entities` makes them …
        owners: … and for each of these the number of its gold entity.
    """

    paper: GoldPaper
    doc: Doc
    entities: list[Entity]
    apart: list[Entity]
    owners: list[int]


def fit(features: Sequence[Seen], labels: Sequence[str], size: int, strength: float) -> LinearClassifier:
    """Logistic regression over hashed features. `strength`: inverse of the penalty on weights."""
    rows = [feature_rows(found, size) for found in features]
    starts = np.cumsum([0, *map(len, rows)])
    ones = np.ones(starts[-1], dtype=np.float32)
    matrix = csr_matrix((ones, np.concatenate(rows), starts), shape=(len(rows), size))
    model = LogisticRegression(C=strength, max_iter=150)
    model.fit(matrix, labels)
    weights, bias = model.coef_.T, model.intercept_
    if len(model.classes_) == 2:  # scikit-learn gives one column of weights: the second class's over the first
        weights, bias = np.hstack([-weights / 2, weights / 2]), np.hstack([-bias / 2, bias / 2])
    return LinearClassifier(model.classes_, weights.astype(np.float32), bias)


def _matched(reading: Reading, entities: Sequence[Entity], *, typed: bool) -> dict[int, dict[str, Any]]:
    """The gold entities that found ones are, by the number of the found one."""
    found = [{"name": e.name, "surfaces": e.surfaces, "type": e.type.value} for e in entities]
    gold = reading.paper.gold["entities"]
    return {p: gold[g] for g, p in match(gold, found, typed=typed).items()}


@dataclass
class Heads:
    """All that follows the tagger and `papergraph_entities`, in its order."""

    coreference: LinearClassifier
    confidence: LinearClassifier
    roles: LinearClassifier
    relations: LinearClassifier
    results: LinearClassifier
    attribution: LinearClassifier
    known: KnownTerms

    def stages(self, reading: Reading) -> Iterator[tuple[str, dict[str, Any]]]:
        """After each part what is known of a paper, as a JSON object with its title; the last is all."""
        doc = reading.doc
        doc._.pg_entities, doc._.pg_relations, doc._.pg_results = list(reading.entities), [], []
        yield "tagger, forms joined by rule", _prediction(reading)
        coreference.CoreferenceClassifier(self.coreference, coreference.THRESHOLD)(doc)
        yield "and by coreference", _prediction(reading)
        confidence.ConfidenceClassifier(self.confidence, self.known, confidence.THRESHOLD)(doc)
        yield "unlikely ones left out", _prediction(reading)
        roles.RoleClassifier(self.roles, self.known)(doc)
        relations.RelationClassifier(self.relations, relations.THRESHOLD)(doc)
        owning = attribution.Attribution(self.attribution, attribution.THRESHOLD)
        results.ResultClassifier(self.results, owning, results.THRESHOLD)(doc)
        yield "all", _prediction(reading)


def _prediction(reading: Reading) -> dict[str, Any]:
    return {"title": reading.paper.gold["title"], **extraction_to_json(extraction_of(reading.doc))}


def train_coreference(readings: Iterable[Reading]) -> LinearClassifier:
    features, labels = [], []
    for reading in readings:
        reading.doc._.pg_entities = reading.apart
        context = Context.of(reading.doc)
        for (one, owner), (other, its_owner) in combinations(zip(reading.apart, reading.owners, strict=True), 2):
            if coreference.may_corefer(one, other):
                features.append(coreference.pair_features(context, one, other))
                labels.append(coreference.SAME if owner == its_owner else coreference.OTHER)
    return fit(features, labels, 1 << 15, 0.1)


def train_confidence(readings: Iterable[Reading], known: KnownTerms) -> LinearClassifier:
    """From readings whose documents hold their joined entities."""
    features, labels = [], []
    for reading in readings:
        context = Context.of(reading.doc)
        right = _matched(reading, context.entities, typed=True)
        for number, entity in enumerate(context.entities):
            features.append(confidence.confidence_features(context, entity, known))
            labels.append(confidence.RIGHT if number in right else confidence.WRONG)
    return fit(features, labels, 1 << 14, 0.03)


def train_roles(readings: Iterable[Reading], known: KnownTerms) -> LinearClassifier:
    features, labels = [], []
    for reading in readings:
        context = Context.of(reading.doc)
        for number, gold in _matched(reading, context.entities, typed=False).items():
            features.append(roles.role_features(context, context.entities[number], known))
            labels.append(gold["role"])
    return fit(features, labels, 1 << 16, 0.05)


def train_relations(readings: Iterable[Reading]) -> LinearClassifier:
    features, labels = [], []
    for reading in readings:
        context = Context.of(reading.doc)
        names = {
            context.entities[i].name: gold["name"]
            for i, gold in _matched(reading, context.entities, typed=False).items()
        }
        said = {(r["head"], r["tail"]): r["rel"] for r in reading.paper.gold["relations"]}
        for candidate in relations.candidates(context):
            pair = (names.get(candidate.head.name, ""), names.get(candidate.tail.name, ""))
            features.append(relations.relation_features(context, candidate))
            labels.append(said.get(pair, relations.NONE))
    return fit(features, labels, 1 << 17, 0.03)


def _digits(value: str) -> str:
    found = re.search(r"\d+(?:[.,]\d+)*", value)
    return found.group().replace(",", "") if found else value


def train_results(readings: Iterable[Reading]) -> LinearClassifier:
    features, labels = [], []
    for reading in readings:
        context = Context.of(reading.doc)
        kinds = {_digits(r["value"]): r["kind"] for r in reading.paper.gold["results"]}
        for number in find_numbers(context.text):
            features.append(results.result_features(context, number))
            labels.append(kinds.get(_digits(number.written), results.NONE))
    return fit(features, labels, 1 << 16, 0.1)


def train_attribution(readings: Iterable[Reading]) -> LinearClassifier:
    features, labels = [], []
    for reading in readings:
        context = Context.of(reading.doc)
        names = {
            context.entities[i].name: g["name"] for i, g in _matched(reading, context.entities, typed=False).items()
        }
        reported: dict[str, list[dict[str, str]]] = defaultdict(list)
        for result in reading.paper.gold["results"]:
            reported[_digits(result["value"])].append(result)
        numbers = [n for n in find_numbers(context.text) if _digits(n.written) in reported]
        for number in numbers:
            results_of = reported[_digits(number.written)]
            result = results_of.pop(0) if len(results_of) > 1 else results_of[0]
            peers = [n for n in numbers if context.sentence_of(n.span) == context.sentence_of(number.span)]
            for entity in attribution.owners(context, number):
                features.append(attribution.attribution_features(context, number, peers, entity))
                slots = (s for s in attribution.SLOTS if result[s] and result[s] == names.get(entity.name))
                labels.append(next(slots, attribution.NONE))
    return fit(features, labels, 1 << 16, 0.1)


def _joined(readings: Iterable[Reading], classifier: LinearClassifier) -> Iterator[Reading]:
    join = coreference.CoreferenceClassifier(classifier, coreference.THRESHOLD)
    for reading in readings:
        reading.doc._.pg_entities = list(reading.entities)
        join(reading.doc)
        yield reading


def _set_unseen_roles(readings: Sequence[Reading], known: KnownTerms) -> None:
    """Give each reading's entities roles as they will be: by a classifier that learned from other readings."""
    for half in (0, 1):
        classifier = roles.RoleClassifier(train_roles(readings[1 - half :: 2], known), known)
        for reading in readings[half::2]:
            classifier(reading.doc)


def train_heads(readings: Sequence[Reading], known: KnownTerms) -> Heads:
    """Train all classifiers on the same papers, each on what those before it make of them."""
    joining = train_coreference(readings)
    sure = train_confidence(_joined(readings, joining), known)
    rate = confidence.ConfidenceClassifier(sure, known, confidence.THRESHOLD)
    for reading in _joined(readings, joining):
        rate(reading.doc)
    likely_roles = train_roles(readings, known)
    _set_unseen_roles(readings, known)
    return Heads(
        coreference=joining,
        confidence=sure,
        roles=likely_roles,
        relations=train_relations(readings),
        results=train_results(readings),
        attribution=train_attribution(readings),
        known=known,
    )
