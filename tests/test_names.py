"""Names that differ in writing only are one name; names that differ in a version are two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergraph.names import fold, singular, stems

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
    ("flat minima", "flat minimum"),
    ("batch sizes", "batch size"),
    ("KV caches", "KV cache"),
    ("ﬁne-tuning", "fine-tuning"),
    ("τ-bench", "Tau-Bench"),
    ("\u00b5P", "μP"),
    ("ΔNet", "delta-net"),
    ("R²", "R^2"),
    ("Zo^3rb", "ZO3RB"),
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
    ("Pass^2", "pass@2"),
    ("10^2", "102"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_same_name(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_names(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("fine-tune", "fine-tuning"),
        ("hallucinate", "hallucination"),
        ("redundancies", "redundancy"),
        ("code", "coding"),
    ],
)
def test_verbs_and_nouns_have_one_stem(one: str, other: str) -> None:
    assert stems(one) == stems(other) != ()


@given(st.lists(st.text(alphabet="abcdefgtuvz", min_size=4, max_size=9), min_size=1, max_size=4))
def test_case_hyphens_and_spaces_do_not_matter(parts: list[str]) -> None:
    plain = " ".join(parts)
    assert fold(plain) == fold("-".join(parts)) == fold(plain.title()) == fold("".join(parts)) != ""


@given(st.text())
def test_any_text_folds_to_something_without_spaces_and_keeps_its_words(text: str) -> None:
    assert " " not in fold(text)
    assert singular(text)[: max(0, len(text) - 4)] == text[: max(0, len(text) - 4)]
