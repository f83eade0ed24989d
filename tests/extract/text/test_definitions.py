"""Abbreviations are found with the long form that the sentence gives them, and only then."""

import pytest

from papergraph.extract.text.definitions import find_abbreviations
from papergraph.model import Span

FOUND = [
    ("Large language models (LLMs) forget.", [("LLMs", "Large language models")]),
    ("We train with SAM (sharpness-aware minimization).", [("SAM", "sharpness-aware minimization")]),
    ("Out-of-distribution (OOD) data hurt.", [("OOD", "Out-of-distribution")]),
    ("We use elastic weight consolidation~(EWC, for short).", [("EWC", "elastic weight consolidation")]),
    ("Models (LZMs) and their zonal extensions (ZLMs).", []),
    ("Unlike others, ZAP works across architectures (UNet, DiT).", []),
    ("We call it See, Point, Fly (SPF).", [("SPF", "See, Point, Fly")]),
    ("We call it ZOPA (Zonal, Ordered, Pooled Attention).", [("ZOPA", "Zonal, Ordered, Pooled Attention")]),
    ("We compare with GPT (GPT-2, GPT-3).", []),
    ("It was shown before (Smith et al., 2020).", []),
    ("Three seeds (A) were used.", []),
    ("The gain (see Table 2) is small.", []),
    ("()", []),
    ("(((((", []),
]


@pytest.mark.parametrize(("text", "pairs"), FOUND)
def test_pairs(text: str, pairs: list[tuple[str, str]]) -> None:
    found = find_abbreviations(text, Span(0, len(text)))
    assert [(pair.short.of(text), pair.long.of(text)) for pair in found] == pairs
