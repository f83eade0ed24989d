"""Names that differ in writing only are one name; names that differ in a version are two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergraph.names import fold, singular

SAME = [
    ("inductive biases", "inductive bias"),
    ("LLMs", "LLM"),
    ("large language models", "Large Language-Model"),
    ("generalisation", "generalization"),
    ("fine-tuning", "finetuning"),
    ("modelling", "modeling"),
    ("behaviour cloning", "behavior cloning"),
    ("“LoRA”", "LoRA"),
    ("queries", "query"),
    ("ﬁne-tuning", "fine-tuning"),
]
DIFFERENT = [
    ("CIFAR-10", "CIFAR-100"),
    ("GPT-3", "GPT-4"),
    ("SAM", "SAM 2"),
    ("ImageNet", "ImageNet-R"),
    ("C", "C++"),
    ("noise", "noize"),
    ("bias", "biology"),
    ("supervised learning", "unsupervised learning"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_same_name(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_names(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_any_text_folds_and_folding_ignores_case(text: str) -> None:
    assert fold(text) == fold(text)
    assert " " not in fold(text)
    assert isinstance(singular(text), str)
