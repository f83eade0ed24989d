"""Reported numbers belong to what their sentence says they belong to."""

import pytest
from tests.extract.annotated import annotated

from papergraph.extract import pipeline
from papergraph.extract.results.attribution import owners
from papergraph.extract.results.numbers import find_numbers
from papergraph.model import Result
from papergraph.vocabulary import ConceptType

TITLE = "ZORBLAX: Kind Pruning of Large Models\n"


def results(abstract: str) -> dict[str, Result]:
    return {result.value: result for result in pipeline.load()(TITLE + abstract)._.pg_results}


def test_a_number_has_its_metric_benchmark_and_method() -> None:
    found = results("We propose ZORBLAX, a pruning method. ZORBLAX achieves an accuracy of 81.5% on ImageNet.")
    result = found["81.5%"]
    assert (result.method, result.metric, result.benchmark) == ("ZORBLAX", "accuracy", "ImageNet")


def test_lists_with_respectively_pair_off_in_order() -> None:
    found = results(
        "We propose ZORBLAX. ZORBLAX reaches accuracies of 91.2% and 83.4% on CIFAR-10 and CIFAR-100, respectively."
    )
    assert (found["91.2%"].benchmark, found["83.4%"].benchmark) == ("CIFAR-10", "CIFAR-100")


@pytest.mark.parametrize("number", ["7B", "2023", "12"])
def test_sizes_years_and_counts_are_no_results(number: str) -> None:
    abstract = "We propose ZORBLAX, a model of 7B parameters. Since 2023 it was tried on 12 datasets by us."
    assert number not in results(abstract)


@pytest.mark.parametrize(("sentences", "owned"), [(3, ["GLUE", "ZIP"]), (600, ["ZIP"])])
def test_a_number_belongs_to_nothing_that_stands_pages_away(sentences: int, owned: list[str]) -> None:
    text = f"Title.\nGLUE is hard. {'It rained. ' * sentences}Later ZIP reached 81.5% there."
    context = annotated(text, ("GLUE", ConceptType.BENCHMARK, 1), ("ZIP", ConceptType.METHOD, 1))
    (number,) = find_numbers(text)
    assert [entity.name for entity in owners(context, number)] == owned


def test_slots_name_entities_of_the_paper() -> None:
    doc = pipeline.load()(TITLE + "ZORBLAX improves BLEU by 3.1 points over mT5 on WMT14, and runs 2x faster.")
    names = {entity.name for entity in doc._.pg_entities} | {""}
    for result in doc._.pg_results:
        assert {result.method, result.metric, result.benchmark, result.baseline} <= names
