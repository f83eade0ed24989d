"""A document's abbreviations are those that its title spells out and those that its sentences define."""

import pytest
from spacy.language import Language

from papergraph.extract.pipeline import blank


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = blank()
    nlp.add_pipe("papergraph_sentences")
    nlp.add_pipe("papergraph_abbreviations")
    return nlp


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "ZEST: A Zonal Evaluation and Stress Test\nZEST asks large language models (LLMs).",
            [("ZEST", "Zonal Evaluation and Stress Test"), ("LLMs", "large language models")],
        ),
        ("Zonal models forget\nZIP: Zonal Image Priors are meant.", []),
        ("\n", []),
        ("", []),
    ],
)
def test_pairs_of_a_document(nlp: Language, text: str, pairs: list[tuple[str, str]]) -> None:
    assert [(pair.short.of(text), pair.long.of(text)) for pair in nlp(text)._.pg_abbreviations] == pairs
