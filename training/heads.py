"""Train the linear classifiers, from annotated papers and from what the network makes of them unseen.

Each learns from documents as it will meet them: as a network and classifiers read them that were trained on others.
Roles, relations and what results belong to are learned from the annotators' entities as well; these examples carry
a mark, which the classifier never meets again, so that what it says of found entities stays calibrated.
"""

import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import partial
from itertools import chain
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

from decoding import decode
from examples import (
    Examples,
    attribution_examples,
    confidence_examples,
    coreference_examples,
    relation_examples,
    result_examples,
    role_examples,
    span_examples,
)
from papergraph.extract.entities import confidence, coreference
from papergraph.extract.extractor import extraction_of
from papergraph.extract.linear import LinearClassifier, feature_rows
from papergraph.extract.relations import relations
from papergraph.extract.results import attribution, results
from papergraph.extract.roles import roles
from papergraph.extract.spans import spans
from papergraph.extract.weights import weights_path
from papergraph.interchange import extraction_to_json
from readings import Reading, View
from settings import FURTHER


def fit(examples: Examples, size: int, strength: float) -> LinearClassifier:
    """Logistic regression over hashed features. `strength`: inverse of the penalty on weights."""
    rows, labels = [], []
    for seen, label in examples:
        rows.append(feature_rows([seen], size)[0].astype(np.int32))
        labels.append(label)
    starts = np.cumsum([0, *map(len, rows)], dtype=np.int32)
    ones = np.ones(starts[-1], dtype=np.float32)
    matrix = csr_matrix((ones, np.concatenate(rows), starts), shape=(len(rows), size))
    model = LogisticRegression(C=strength, max_iter=50)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # on 300 papers more steps moved F1 by 0.004
        model.fit(matrix, labels)
    weights, bias = model.coef_.T, model.intercept_
    if len(model.classes_) == 2:  # scikit-learn gives one column of weights: the second class's over the first
        weights, bias = np.hstack([-weights / 2, weights / 2]), np.hstack([-bias / 2, bias / 2])
    return LinearClassifier(model.classes_, weights.astype(np.float32), bias)


@dataclass
class Heads:
    """All classifiers, in the order in which they come."""

    spans: LinearClassifier
    coreference: LinearClassifier
    confidence: LinearClassifier
    roles: LinearClassifier
    roles_again: LinearClassifier
    relations: LinearClassifier
    relations_again: LinearClassifier
    results: LinearClassifier
    attribution: LinearClassifier

    def write(self) -> None:
        """Put the classifiers into the package, each into the file of its name."""
        for field in fields(self):
            getattr(self, field.name).write(weights_path(f"{field.name}.npz"))

    def stages(self, reading: Reading) -> Iterator[tuple[str, dict[str, Any]]]:
        """After each part what is known of a paper, as a JSON object with its title; the last is all."""
        doc, known = reading.doc, reading.known
        doc._.pg_relations, doc._.pg_results = [], []
        reading.read(lambda doc: decode(doc, doc._.pg_tags))
        yield "likeliest tags, forms joined by rule", _prediction(reading)
        reading.read(spans.SpanClassifier(self.spans, known, spans.THRESHOLD))
        yield "spans chosen instead", _prediction(reading)
        coreference.CoreferenceClassifier(self.coreference, known, coreference.THRESHOLD)(doc)
        yield "and by coreference", _prediction(reading)
        confidence.ConfidenceClassifier(self.confidence, known, confidence.THRESHOLD)(doc)
        yield "unlikely ones left out", _prediction(reading)
        roles.RoleClassifier(self.roles, self.roles_again, known)(doc)
        relations.RelationClassifier(self.relations, self.relations_again, relations.THRESHOLD)(doc)
        owning = attribution.Attribution(self.attribution, attribution.THRESHOLD)
        results.ResultClassifier(self.results, owning, results.THRESHOLD)(doc)
        yield "all", _prediction(reading)


def _prediction(reading: Reading) -> dict[str, Any]:
    return {"title": reading.paper.gold["title"], **extraction_to_json(extraction_of(reading.doc))}


def _joined(readings: Iterable[Reading], classifier: LinearClassifier) -> Iterator[Reading]:
    for reading in readings:
        reading.doc._.pg_entities = list(reading.entities)
        coreference.CoreferenceClassifier(classifier, reading.known, coreference.THRESHOLD)(reading.doc)
        yield reading


def _train_spans(readings: Iterable[Reading]) -> LinearClassifier:
    return fit(chain.from_iterable(map(span_examples, readings)), 1 << 16, 0.01)


def _read_unseen(readings: Sequence[Reading]) -> None:
    """Give documents mentions as they will be: chosen by a classifier that learned from other readings."""
    for half in (0, 1):
        classifier = _train_spans(readings[1 - half :: 2])
        for reading in readings[half::2]:
            reading.read(spans.SpanClassifier(classifier, reading.known, spans.THRESHOLD))


def _all(examples: Callable[[View], Examples], views: Iterable[View]) -> Examples:
    """The examples of many papers, with their views' marks."""
    for view in views:
        for seen, label in examples(view):
            yield seen._replace(features=[*seen.features, *view.marks]), label


def _both(readings: Iterable[Reading]) -> Iterator[View]:
    for reading in readings:
        yield View.of(reading)
        yield View.annotated(reading)


@dataclass
class _Rounds:
    """How to train two rounds, each a table's size and a strength, on the same kind of examples."""

    examples: Callable[..., Examples]
    first: tuple[int, float]
    second: tuple[int, float]

    def train(self, readings: Sequence[Reading]) -> tuple[LinearClassifier, LinearClassifier]:
        """Both; the second learns from what a first one says of papers that it has not seen."""
        halves = ((readings[1 - half :: 2], readings[half::2]) for half in (0, 1))
        unseen = (_all(partial(self.examples, alone=self._alone(one)), _both(other)) for one, other in halves)
        return self._alone(readings), fit(chain.from_iterable(unseen), *self.second)

    def _alone(self, readings: Sequence[Reading]) -> LinearClassifier:
        return fit(_all(self.examples, _both(readings)), *self.first)


_ROLES = _Rounds(role_examples, (1 << 16, 0.05), (1 << 17, 0.03))
_RELATIONS = _Rounds(relation_examples, (1 << 17, 0.03), (1 << 15, 0.03))


def _set_unseen_roles(readings: Sequence[Reading]) -> None:
    """Give entities roles as they will be: by classifiers that learned from other readings."""
    for half in (0, 1):
        both = _ROLES.train(readings[1 - half :: 2])
        for reading in readings[half::2]:
            classifier = roles.RoleClassifier(*both, reading.known)
            classifier(reading.doc)
            discourse = reading.discourse(reading.annotated)
            reading.annotated = classifier.classify(discourse, reading.doc._.pg_scorer.roles(discourse))


def train_heads(readings: Sequence[Reading]) -> Heads:
    """Train all classifiers on the same papers, each on what those before it make of them."""
    _read_unseen(readings)
    by_annotators = (reading for reading in readings if reading.paper.origin != FURTHER)  # the other joins too much
    joining = fit(chain.from_iterable(map(coreference_examples, by_annotators)), 1 << 16, 0.1)
    typed = (View.of(reading, typed=True) for reading in _joined(readings, joining))
    sure = fit(_all(confidence_examples, typed), 1 << 14, 0.03)
    for reading in _joined(readings, joining):
        confidence.ConfidenceClassifier(sure, reading.known, confidence.THRESHOLD)(reading.doc)
    likely_roles, likely_roles_again = _ROLES.train(readings)
    _set_unseen_roles(readings)
    related, related_again = _RELATIONS.train(readings)
    return Heads(
        spans=_train_spans(readings),
        coreference=joining,
        confidence=sure,
        roles=likely_roles,
        roles_again=likely_roles_again,
        relations=related,
        relations_again=related_again,
        results=fit(_all(result_examples, map(View.of, readings)), 1 << 16, 0.1),
        attribution=fit(_all(attribution_examples, _both(readings)), 1 << 16, 0.1),
    )
