"""Real pages are read whole: how many papers they hold is known."""

import re

from papergraph.model import Record
from papergraph.sources.find import find_sources
from papergraph.sources.read import read


def _folded(title: str) -> str:
    return re.sub(r"[\W_]", "", title.casefold())


def test_seed_pages_give_every_paper_and_date(shared):
    counts, titles, dates = [], set(), {}
    for source in find_sources([str(shared / "seeds")]):
        found = list(read(source))
        assert all(isinstance(item, Record) for item in found)
        counts.append(len(found))
        titles |= {_folded(record.title) for record in found}
        dates |= {_folded(record.title): record.date for record in found if record.date}
    assert counts == [51, 208, 55, 94, 221]
    assert len(titles) == 478
    assert len(dates) == 85
    assert dates[_folded("Learning to Route Among Specialized Experts for Zero-Shot Generalization")] == "2024-02-08"
    grokking = _folded("Where to find Grokking in LLM Pretraining?")
    assert {date for title, date in dates.items() if title.startswith(grokking)} == {"2025-06-26"}


def test_corpora_are_read_without_a_problem(shared):
    for source in find_sources([str(shared / "corpora")]):
        found = list(read(source))
        assert all(isinstance(item, Record) and item.arxiv and item.date for item in found)
        assert len(found) > 10
