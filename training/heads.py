"""Train the linear classifiers: roles, relations and results, each from the gold's own entities."""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from gold import GoldPaper
from papergraph.extract import relations, results, roles
from papergraph.extract.context import Context
from papergraph.extract.linear import LinearClassifier, feature_rows
from papergraph.extract.numbers import find_numbers

Annotated = Sequence[tuple[GoldPaper, Context]]


def fit(features: Sequence[list[str]], labels: Sequence[str], size: int, strength: float) -> LinearClassifier:
    """Logistic regression over hashed features. `strength`: inverse of the penalty on weights."""
    rows = [feature_rows(found, size) for found in features]
    starts = np.cumsum([0, *map(len, rows)])
    ones = np.ones(starts[-1], dtype=np.float32)
    matrix = csr_matrix((ones, np.concatenate(rows), starts), shape=(len(rows), size))
    model = LogisticRegression(C=strength, max_iter=150)
    model.fit(matrix, labels)
    return LinearClassifier(model.classes_, model.coef_.T.astype(np.float32), model.intercept_)


def train_roles(annotated: Annotated) -> LinearClassifier:
    examples = [(roles.role_features(c, e), e.role.value) for _, c in annotated for e in c.entities]
    return fit([f for f, _ in examples], [label for _, label in examples], 1 << 16, 0.05)


def train_relations(annotated: Annotated) -> LinearClassifier:
    features, labels = [], []
    for paper, context in annotated:
        said = {(r["head"], r["tail"]): r["rel"] for r in paper.gold["relations"]}
        for candidate in relations.candidates(context):
            features.append(relations.relation_features(context, candidate))
            labels.append(said.get((candidate.head.name, candidate.tail.name), relations.NONE))
    return fit(features, labels, 1 << 17, 0.03)


def _digits(value: str) -> str:
    found = re.search(r"\d+(?:[.,]\d+)*", value)
    return found.group().replace(",", "") if found else value


def train_results(annotated: Annotated) -> LinearClassifier:
    features, labels = [], []
    for paper, context in annotated:
        kinds = {_digits(r["value"]): r["kind"] for r in paper.gold["results"]}
        for number in find_numbers(context.text):
            features.append(results.result_features(context, number))
            labels.append(kinds.get(_digits(number.written), results.NONE))
    assert len(Counter(labels)) == 3
    return fit(features, labels, 1 << 16, 0.1)
