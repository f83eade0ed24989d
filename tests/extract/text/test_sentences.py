"""The title is a sentence; dots inside numbers, names and abbreviations end none."""

import pytest

from papergraph.extract import pipeline

CASES = [
    ("A Title\nFirst one. Second one.", ["A Title", "First one.", "Second one."]),
    ("T\nWith e.g. LoRA it is 3.5. GPT-4.1 is not.", ["T", "With e.g. LoRA it is 3.5.", "GPT-4.1 is not."]),
    ("T\nSmith et al. Showed this.", ["T", "Smith et al. Showed this."]),
    ("T\nDoes it work? Yes (mostly.) It does.", ["T", "Does it work?", "Yes (mostly.)", "It does."]),
    ("T\n我们提出了一种方法。SharpNet 优于 EWC。好!", ["T", "我们提出了一种方法。", "SharpNet 优于 EWC。", "好!"]),
    ("No title here", ["No title here"]),
]


def test_what_never_ends_is_cut() -> None:
    nlp = pipeline.blank()
    nlp.add_pipe("papergraph_sentences")
    assert [len(sentence) for sentence in nlp("T\n" + "on and " * 250).sents] == [2, 200, 200, 100]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentences(text: str, expected: list[str]) -> None:
    nlp = pipeline.blank()
    nlp.add_pipe("papergraph_sentences")
    assert [sentence.text.strip() for sentence in nlp(text).sents] == expected
