"""The whole extractor on abstracts written for these tests: names it has never seen, and texts nobody writes."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from papergraph.extract import pipeline
from papergraph.extract.extractor import extract
from papergraph.model import Extraction
from papergraph.vocabulary import SIGNATURES, ConceptType, RelationType, ResultKind, Role

COINED = """ZORBLAX: Gentle Rewiring against Catastrophic Forgetting
Neural networks that learn one task after another suffer from catastrophic forgetting. We propose ZORBLAX, \
a replay-free method that rewires only idle weights. ZORBLAX mitigates catastrophic forgetting and outperforms EWC \
on Split CIFAR-100, where it reaches an accuracy of 71.4%. Code is available at https://example.org/zorblax."""
BENCHMARK = """QuuxBench: A Benchmark for Tool Use
We introduce QuuxBench, a benchmark of 900 tasks for large language models (LLMs) that call tools. \
On QuuxBench, GPT-4 reaches a success rate of 41.2%, while humans reach 93%."""


def one(text: str) -> Extraction:
    return next(extract([text]))


def named(found: Extraction) -> dict[str, tuple[ConceptType, Role]]:
    return {e.name: (e.type, e.role) for e in found.entities}


def test_a_coined_method_is_found_as_what_the_paper_proposes() -> None:
    found = named(one(COINED))
    assert found["ZORBLAX"] == (ConceptType.METHOD, Role.PROPOSES)
    assert found["catastrophic forgetting"][0] is ConceptType.PHENOMENON


def test_relations_and_results_come_with_the_sentence_that_says_so() -> None:
    found = one(COINED)
    said = {(r.head, r.rel, r.tail): r.evidence.of(COINED) for r in found.relations}
    assert "mitigates" in said["ZORBLAX", RelationType.MITIGATES, "catastrophic forgetting"]
    (result,) = [r for r in found.results if r.value == "71.4%"]
    assert (result.method, result.kind, result.unit) == ("ZORBLAX", ResultKind.ABSOLUTE, "%")
    assert result.span.of(COINED) == "71.4%"
    assert "71.4%" in result.evidence.of(COINED)


def test_a_coined_benchmark_is_found_and_an_abbreviation_is_one_entity() -> None:
    found = one(BENCHMARK)
    assert named(found)["QuuxBench"] == (ConceptType.BENCHMARK, Role.PROPOSES)
    (llm,) = [e for e in found.entities if "LLMs" in e.surfaces]
    assert "large language models" in llm.surfaces
    assert "900" not in {r.value for r in found.results}


def check_consistency(text: str, found: Extraction) -> None:
    names = {e.name: e for e in found.entities}
    assert len(names) == len(found.entities)
    for entity in found.entities:
        assert entity.mentions
        assert 0 <= entity.confidence <= 1
        for mention in entity.mentions:
            assert mention.span.of(text) == mention.text
    for relation in found.relations:
        assert SIGNATURES[relation.rel].allows(names[relation.head].type, names[relation.tail].type)
        assert relation.evidence.of(text).strip()
    for result in found.results:
        assert result.span.of(text) == result.value
        assert {result.method, result.metric, result.benchmark, result.baseline} <= {"", *names}


UGLY = [
    "",
    "\n",
    "x",
    "T\nOne.",
    "🦊" * 50 + "\n🦊 LoRA 🦊.",
    "ﬁne-tuning\nWe ﬁne-tune e\u0301 LoRA.",
    "\u202eAROL\u202c\nLoRA",
    "(" * 500,
    "T\n" + "word (AB) " * 300,
    "one title of LoRA and nothing but a title " * 60,
    "T\nWe compare " + ", ".join(f"Zo{number}Net" for number in range(300)) + " on ImageNet.",
]


@pytest.mark.parametrize("text", UGLY)
def test_ugly_texts(text: str) -> None:
    check_consistency(text, one(text))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from([*COINED.split(" "), "e\u0301", "🦊", "$\\beta$", "ﬁ", "\u200f", "(", "7.1%", "ß"]), max_size=60
    )
)
def test_offsets_are_exact_whatever_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    check_consistency(text, one(text))


def test_a_megabyte_is_read_whole() -> None:
    sentence = "LoRA and EWC reduce forgetting on ImageNet by 3%. "
    text = "Long\n" + sentence * (1_000_000 // len(sentence))
    found = one(text)
    check_consistency(text, found)
    lora = next(e for e in found.entities if e.name == "LoRA")
    assert lora.mentions[-1].span.start > 990_000


def test_texts_may_be_read_side_by_side() -> None:
    texts = [f"Zorb{number}: A Way\nWe propose Zorb{number}, which mitigates forgetting." for number in range(12)]
    expected = list(extract(texts))
    assert list(zip(extract(texts), extract(texts), strict=True)) == list(zip(expected, expected, strict=True))
    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(lambda _: list(extract(texts)), range(3))) == [expected] * 3


def test_no_word_is_remembered() -> None:
    list(extract(["Zorb: A Way\nWe propose Zorb."]))
    known = len(pipeline.load().vocab.strings)
    list(extract(f"Qux{number}: A Way\nWe propose Qux{number}." for number in range(20)))
    assert len(pipeline.load().vocab.strings) == known


def test_the_same_texts_give_the_same_in_batches_and_processes() -> None:
    texts = [*UGLY, *[COINED, BENCHMARK] * 60]
    assert list(extract(texts)) == list(extract(texts, jobs=2))


def test_a_long_text_is_tagged_as_its_parts_would_be(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = one(COINED)
    monkeypatch.setattr("papergraph.extract.network.tagger._WINDOW", 7)
    assert named(one(COINED)) == named(whole)


@pytest.mark.parametrize("verb", ["does not mitigate", "fails to mitigate", "suffers from", "never reduces"])
def test_what_is_denied_is_not_stated(verb: str) -> None:
    found = one(f"ZORBLAX: A Method\nWe propose ZORBLAX. ZORBLAX {verb} catastrophic forgetting.")
    assert {e.name for e in found.entities} >= {"ZORBLAX", "catastrophic forgetting"}
    assert RelationType.MITIGATES not in {r.rel for r in found.relations}
    assert RelationType.IMPROVES not in {r.rel for r in found.relations}
