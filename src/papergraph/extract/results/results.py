"""Numbers that a paper reports as outcomes, with the method, benchmark, metric and baseline they belong to.

A linear classifier tells outcomes from sizes, years and counts; `attribution` says what they belong to.
"""

import re
from collections import defaultdict

from spacy.language import Language
from spacy.tokens import Doc

from papergraph.extract.discourse.context import Context
from papergraph.extract.linear import LinearClassifier, Seen
from papergraph.extract.results import attribution
from papergraph.extract.results.attribution import Attribution
from papergraph.extract.results.changes import with_starts
from papergraph.extract.results.numbers import Number, find_numbers
from papergraph.extract.weights import weights_path
from papergraph.model import Result
from papergraph.vocabulary import ResultKind, Role

NONE = "none"
THRESHOLD = 0.4  # least probability with which a number is kept as a result


def result_features(context: Context, number: Number) -> Seen:
    """What is seen of a number: its form, the words around it, what else its sentence names."""
    place = context.sentence_of(number.span)
    left, right = context.before(number.span, 8), context.after(number.span, 5)
    digits = re.sub(r"\d+", lambda m: "9" * min(len(m.group()), 4), number.written)
    found = ["bias", f"unit={number.unit}", f"form={digits}", f"title={place == 0}"]
    found += [f"unit={number.unit} left0={(left or [''])[0]}", f"unit={number.unit} right0={(right or [''])[0]}"]
    found += [f"left{i}={word}" for i, word in enumerate(left[:4])]
    found += [f"left={word}" for word in left]
    found += [f"unit={number.unit} left={word}" for word in left]
    found += [f"right{i}={word}" for i, word in enumerate(right[:3])]
    found += [f"right={word}" for word in right]
    found += [f"pair={a} {b}" for a, b in zip(left[1:3], left, strict=False)]
    found += [f"sentence={word}" for word in set(context.words_by_sentence[place])]
    kinds = {entity.type for entity, _ in context.mentions_by_sentence[place]}
    found += [f"has={kind.value}" for kind in kinds]
    found.append(f"late={place >= len(context.sentences) - 3}")
    for entity, mention in context.mentions_by_sentence[place]:
        gap = mention.span.start - number.span.end
        if -60 < gap < 60:
            found.append(f"near={entity.type.value} {'after' if gap >= 0 else 'before'}")
    return Seen(found)


class ResultClassifier:
    """Find the results that a document reports.

    Attributes:
        threshold: Least probability with which a number is kept as a result, 0 to 1.
    """

    def __init__(self, classifier: LinearClassifier, attribution: Attribution, threshold: float) -> None:
        self.classifier = classifier
        self.attribution = attribution
        self.threshold = threshold

    def _outcomes(self, context: Context) -> list[tuple[Number, ResultKind, float]]:
        numbers = list(find_numbers(context.text))
        odds = self.classifier.probabilities(result_features(context, number) for number in numbers)
        return [
            (number, max(ResultKind, key=lambda kind: own[kind.value]), 1 - own[NONE])
            for number, own in zip(numbers, odds, strict=True)
            if 1 - own[NONE] >= self.threshold
        ]

    def results(self, context: Context) -> list[Result]:
        """The results of one text, in its order."""
        outcomes = self._outcomes(context)
        peers: dict[int, list[Number]] = defaultdict(list)
        for number, _, _ in outcomes:
            peers[context.sentence_of(number.span)].append(number)
        found = [
            Result(
                value=number.written,
                unit=number.unit,
                kind=kind,
                evidence=context.sentences[context.sentence_of(number.span)],
                span=number.span,
                confidence=confidence,
                **self.attribution.slots(context, number, peers[context.sentence_of(number.span)]),
            )
            for number, kind, confidence in outcomes
        ]
        return with_starts(found, context.text, {e.name for e in context.entities if e.role is Role.PROPOSES})

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc._.pg_results`, a list of `Result`."""
        doc._.pg_results = self.results(Context.of(doc))
        return doc


@Language.factory(
    "papergraph_results",
    requires=["doc._.pg_entities", "doc.sents"],
    assigns=["doc._.pg_results"],
    default_config={"threshold": THRESHOLD, "attribution_threshold": attribution.THRESHOLD},
)
def create_results(nlp: Language, name: str, threshold: float, attribution_threshold: float) -> ResultClassifier:
    """The result classifier with the weights that are shipped."""
    owning = Attribution(LinearClassifier.read(weights_path("attribution.npz")), attribution_threshold)
    return ResultClassifier(LinearClassifier.read(weights_path("results.npz")), owning, threshold)


if not Doc.has_extension("pg_results"):
    Doc.set_extension("pg_results", default=None)
