"""The extractor works in anyone's spaCy pipeline, whatever its tokenizer."""

import pytest
import spacy
from spacy.tokens import Doc

TEXT = "ZORBLAX: A Method\nWe propose ZORBLAX, which mitigates catastrophic forgetting in large language models (LLMs)."


def test_add_pipe_finds_the_component_and_its_offsets_are_those_of_the_text() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("papergraph")
    doc = nlp(TEXT)
    assert "ZORBLAX" in {e.name for e in doc._.papergraph.entities}
    group = doc.spans["papergraph"]
    assert {span.text for span in group} >= {"ZORBLAX", "catastrophic forgetting"}
    assert len(group.attrs["scores"]) == len(group)


def test_it_does_not_depend_on_the_tokens_of_the_pipeline() -> None:
    english, german = spacy.blank("en"), spacy.blank("de")
    english.add_pipe("papergraph")
    german.add_pipe("papergraph")
    assert english(TEXT)._.papergraph == german(TEXT)._.papergraph


def test_it_is_configured_as_spacy_components_are() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("papergraph", config={"min_confidence": 1.0})
    found = nlp(f"{TEXT} ZORBLAX achieves an accuracy of 81.5% on ImageNet.")._.papergraph
    assert (found.entities, found.relations) == ((), ())
    assert {(r.value, r.method, r.metric, r.benchmark) for r in found.results} == {("81.5%", "", "", "")}
    with pytest.raises(ValueError, match="0 to 1"):
        spacy.blank("en").add_pipe("papergraph", config={"min_confidence": 1.1})


def test_what_it_finds_travels_with_the_document() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("papergraph")
    doc = nlp(TEXT)
    for other in (Doc(nlp.vocab).from_bytes(doc.to_bytes()), *nlp.pipe([TEXT], n_process=2)):
        assert other._.papergraph == doc._.papergraph
        assert [s.text for s in other.spans["papergraph"]] == [s.text for s in doc.spans["papergraph"]]
    assert nlp.make_doc(TEXT)._.papergraph is None


def test_its_parts_can_be_added_one_by_one() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("papergraph_sentences")
    nlp.add_pipe("papergraph_abbreviations")
    (pair,) = nlp(TEXT)._.pg_abbreviations
    assert pair.short.of(TEXT) == "LLMs"
