"""The extractor works in anyone's spaCy pipeline, whatever its tokenizer."""

import spacy

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
    nlp.add_pipe("papergraph", config={"min_confidence": 1.1})
    assert nlp(TEXT)._.papergraph.entities == ()


def test_its_parts_can_be_added_one_by_one() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("papergraph_sentences")
    nlp.add_pipe("papergraph_abbreviations")
    (pair,) = nlp(TEXT)._.pg_abbreviations
    assert pair.short.of(TEXT) == "LLMs"
