"""Reported numbers belong to what their sentence says they belong to."""

import pytest
from tests.extract.annotated import annotated

from papergraph.extract import pipeline
from papergraph.extract.results.attribution import SLOTS, owners, paired
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


def test_what_stands_behind_respectively_pairs_with_nothing() -> None:
    text = "Title.\nZIP gains 16% and 12% on CORA and PUBMED, respectively, and 25 dB on WMT."
    names = [(name, ConceptType.BENCHMARK, 1) for name in ("CORA", "PUBMED", "WMT")]
    context = annotated(text, ("ZIP", ConceptType.METHOD, 1), *names)
    numbers = list(find_numbers(text))
    found = [paired(context, number, numbers) for number in numbers]
    assert found == [{"benchmark": "CORA"}, {"benchmark": "PUBMED"}, {}]


@pytest.mark.parametrize("number", ["7", "2023", "12"])
def test_sizes_years_and_counts_are_no_results(number: str) -> None:
    abstract = "We propose ZORBLAX, a model of 7 billion parameters. Since 2023 it was tried on 12 datasets by us."
    assert number in {found.written for found in find_numbers(abstract)}
    assert number not in results(abstract)


@pytest.mark.parametrize(("sentences", "owned"), [(3, ["GLUE", "ZIP"]), (600, ["ZIP"])])
def test_a_number_belongs_to_nothing_that_stands_pages_away(sentences: int, owned: list[str]) -> None:
    text = f"Title.\nGLUE is hard. {'It rained. ' * sentences}Later ZIP reached 81.5% there."
    context = annotated(text, ("GLUE", ConceptType.BENCHMARK, 1), ("ZIP", ConceptType.METHOD, 1))
    (number,) = find_numbers(text)
    assert [entity.name for entity in owners(context, number)] == owned


def test_slots_name_entities_of_the_paper_that_are_of_their_kind() -> None:
    doc = pipeline.load()(TITLE + "ZORBLAX improves BLEU by 3.1 points over mT5 on WMT14, and runs 2x faster.")
    types = {entity.name: entity.type for entity in doc._.pg_entities}
    filled = [(slot, name) for result in doc._.pg_results for slot in SLOTS if (name := getattr(result, slot))]
    assert {slot for slot, _ in filled} >= {"method", "metric"}
    assert all(types[name] in SLOTS[slot] for slot, name in filled)
