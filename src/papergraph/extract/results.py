"""Numbers that a paper reports as outcomes, with the method, benchmark, metric and baseline they belong to.

A linear classifier tells outcomes from sizes, years and counts; what they belong to is the nearest entity of
the fitting type in the sentence, lists with "respectively" paired in order.
"""

import re
from collections import defaultdict

from spacy.language import Language
from spacy.tokens import Doc

from papergraph.extract.context import Context
from papergraph.extract.linear import LinearClassifier
from papergraph.extract.numbers import Number, find_numbers
from papergraph.extract.weights import weights_path
from papergraph.model import Entity, Mention, Result, Span
from papergraph.vocabulary import ConceptType, ResultKind, Role

NONE = "none"
_BASELINE_CUE = re.compile(
    r"\b(?:over|than|compared (?:to|with)|against|versus|vs\.?|surpass\w*|outperform\w*|beat\w*)\W*(?:\w+\W+){0,3}$"
)


def result_features(context: Context, number: Number) -> list[str]:
    """What is seen of a number: its form, the words around it, what else its sentence names."""
    place = context.sentence_of(number.span)
    sentence = context.sentences[place]
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
    found += [f"sentence={word}" for word in set(context.words_in(sentence))]
    kinds = {entity.type for entity, _ in context.mentions_by_sentence[place]}
    found += [f"has={kind.value}" for kind in kinds]
    found.append(f"late={place >= len(context.sentences) - 3}")
    for entity, mention in context.mentions_by_sentence[place]:
        gap = mention.span.start - number.span.end
        if -60 < gap < 60:
            found.append(f"near={entity.type.value} {'after' if gap >= 0 else 'before'}")
    return found


def _nearest(
    row: list[tuple[Entity, Mention]], kind: ConceptType, number: Number, taken: set[str] | None = None
) -> str:
    """The name of the nearest entity of a type; one behind the number counts as half as far."""

    def distance(pair: tuple[Entity, Mention]) -> float:
        ahead = pair[1].span.start - number.span.end
        return ahead / 2 if ahead >= 0 else number.span.start - pair[1].span.end

    fitting = [p for p in row if p[0].type is kind and not (taken and p[0].name in taken)]
    return min(fitting, key=distance)[0].name if fitting else ""


def _baselines(context: Context, row: list[tuple[Entity, Mention]]) -> set[str]:
    """Methods of a sentence that stand behind "over", "than", "surpasses" or the like."""
    found = set()
    for entity, mention in row:
        sentence = context.sentences[context.sentence_of(mention.span)]
        ahead = context.text[sentence.start : mention.span.start].casefold()
        if entity.type is ConceptType.METHOD and _BASELINE_CUE.search(ahead):
            found.add(entity.name)
    return found


def _method(context: Context, row: list[tuple[Entity, Mention]], baselines: set[str]) -> str:
    """The method a sentence's results belong to: what is proposed, else the first that is no baseline."""
    methods = [entity for entity, _ in row if entity.type is ConceptType.METHOD and entity.name not in baselines]
    proposed = [entity for entity in methods if entity.role is Role.PROPOSES]
    if proposed or methods:
        return (proposed or methods)[0].name
    own = [e for e in context.entities if e.type is ConceptType.METHOD and e.role is Role.PROPOSES]
    return own[0].name if own else ""


def _respectively(
    context: Context, sentence: Span, numbers: list[Number], row: list[tuple[Entity, Mention]]
) -> dict[ConceptType, list[str]]:
    """Names by type that pair off with the sentence's numbers in order, where it says "respectively"."""
    if "respectively" not in context.words_in(sentence):
        return {}
    lists = {kind: list(dict.fromkeys(e.name for e, _ in row if e.type is kind)) for kind in ConceptType}
    return {kind: names for kind, names in lists.items() if len(names) == len(numbers) > 1}


class ResultClassifier:
    """Find the results that a document reports.

    Attributes:
        threshold: Least probability with which a number is kept as a result, 0 to 1.
    """

    def __init__(self, classifier: LinearClassifier, threshold: float) -> None:
        self.classifier = classifier
        self.threshold = threshold

    def _outcomes(self, context: Context) -> list[tuple[Number, ResultKind, float]]:
        found = []
        for number in find_numbers(context.text):
            odds = self.classifier.probabilities(result_features(context, number))
            confidence = 1 - odds[NONE]
            if confidence >= self.threshold:
                kind = max(ResultKind, key=lambda k: odds[k.value])
                found.append((number, kind, confidence))
        return found

    def results(self, context: Context) -> list[Result]:
        """The results of one text, in its order."""
        outcomes = self._outcomes(context)
        by_sentence: dict[int, list[Number]] = defaultdict(list)
        for number, _, _ in outcomes:
            by_sentence[context.sentence_of(number.span)].append(number)
        results = []
        for number, kind, confidence in outcomes:
            place = context.sentence_of(number.span)
            row, sentence = context.mentions_by_sentence[place], context.sentences[place]
            beside = by_sentence[place]
            paired = _respectively(context, sentence, beside, row)
            rank = beside.index(number)
            baselines = _baselines(context, row)
            found = {
                t: paired[t][rank] if t in paired else _nearest(row, t, number)
                for t in (ConceptType.BENCHMARK, ConceptType.METRIC)
            }
            results.append(
                Result(
                    value=number.written,
                    unit=number.unit,
                    kind=kind,
                    evidence=sentence,
                    span=number.span,
                    confidence=confidence,
                    method=_method(context, row, baselines),
                    metric=found[ConceptType.METRIC],
                    benchmark=found[ConceptType.BENCHMARK],
                    baseline=next((e.name for e, _ in row if e.name in baselines), ""),
                )
            )
        return results

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc._.pg_results`, a list of `Result`."""
        doc._.pg_results = self.results(Context.of(doc))
        return doc


@Language.factory(
    "papergraph_results",
    requires=["doc._.pg_entities", "doc.sents"],
    assigns=["doc._.pg_results"],
    default_config={"threshold": 0.5},
)
def create_results(nlp: Language, name: str, threshold: float) -> ResultClassifier:
    """The result classifier with the weights that are shipped."""
    return ResultClassifier(LinearClassifier.read(weights_path("results.npz")), threshold)


if not Doc.has_extension("pg_results"):
    Doc.set_extension("pg_results", default=None)
