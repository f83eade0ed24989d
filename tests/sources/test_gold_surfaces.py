"""Cleaning must not tear names: what annotators copied from raw abstracts still stands in the cleaned ones."""

import json
import re
from itertools import pairwise

from papergraph.sources.clean import clean


def _folded(title: str) -> str:
    return re.sub(r"[\W_]", "", title.casefold())


def _raw_texts(shared) -> dict[str, str]:
    """Title and abstract of the seeds' papers as the pages write them, by folded title."""
    texts: dict[str, str] = {}
    for page in sorted((shared / "seeds").glob("*.txt")):
        lines = [line.strip().removeprefix("Subscribe") for line in page.read_text(encoding="utf-8").split("\n")]
        lines = [line for line in lines if line]
        for title, abstract in pairwise(lines):
            texts.setdefault(_folded(title), f"{title}\n{abstract}")
    return texts


def _surfaces(shared, name: str):
    """Each gold surface with the raw title and abstract it stands in."""
    raw = _raw_texts(shared) if name == "dev.jsonl" else {}
    with (shared / "gold" / name).open(encoding="utf-8") as lines:
        for paper in map(json.loads, lines):
            text = raw.get(_folded(paper["title"])) or f"{paper['title']}\n{paper['abstract']}"
            cleaned = "\n".join(map(clean, text.split("\n", 1)))
            for entity in paper["entities"]:
                for surface in entity["surfaces"]:
                    if surface in text:
                        yield surface, cleaned


def test_cleaned_surfaces_stand_in_cleaned_texts(shared):
    for name in ("dev.jsonl", "more.jsonl"):
        lost = [surface for surface, text in _surfaces(shared, name) if clean(surface) not in text]
        assert lost == []


def test_hardly_a_surface_is_spelled_otherwise_after_cleaning(shared):
    for name in ("dev.jsonl", "more.jsonl"):
        changed = [surface for surface, text in _surfaces(shared, name) if surface not in text]
        total = sum(1 for _ in _surfaces(shared, name))
        assert total > 4000
        assert len(changed) / total < 0.0015  # those that hold LaTeX themselves: \'e, \&, _{…}
        assert all(re.search(r"[\\{}$~]", surface) for surface in changed)
