"""Every token gets odds of its tags, in texts of any length."""

import numpy as np
import pytest

from papergraph.extract import pipeline
from papergraph.extract.network import tagger
from papergraph.extract.network.network import TAGS

TEXT = "ZORBLAX: Kind Pruning\nWe propose ZORBLAX, which prunes large language models and is tested on GLUE."


@pytest.mark.parametrize("text", ["", "\n", "ZORBLAX", TEXT])
def test_each_token_has_odds_of_all_tags(text: str) -> None:
    doc = pipeline.load()(text)
    assert doc._.pg_tags.shape == (len(doc), len(TAGS))
    assert doc._.pg_tags.sum(axis=1) == pytest.approx(np.ones(len(doc)), abs=1e-4)


def test_windows_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = pipeline.load()(TEXT)._.pg_tags
    monkeypatch.setattr(tagger, "_WINDOW", 7)
    assert pipeline.load()(TEXT)._.pg_tags == pytest.approx(whole, abs=1e-4)
