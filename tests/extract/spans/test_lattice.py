"""A span's rivals, its twins, itself elsewhere and what it is listed with."""

import re
from math import log

import numpy as np
import pytest

from papergraph.extract.network.network import TAGS
from papergraph.extract.pipeline import blank
from papergraph.extract.spans.candidates import CandidateSpan
from papergraph.extract.spans.lattice import Lattice
from papergraph.extract.text.sentences import sentences
from papergraph.model import Span
from papergraph.vocabulary import ConceptType

METHOD, TASK = ConceptType.METHOD, ConceptType.TASK


def lattice(text: str, *spans: tuple[str, ConceptType, float]) -> Lattice:
    """The candidates of a text, each by its words, its type and how likely it is; "ZIP@2" is the third ZIP."""
    words = [Span(*word.span()) for word in re.finditer(r"[\w-]+|[^\w\s]", text)]
    found = []
    for place, kind, odd in spans:
        form, _, count = place.partition("@")
        at = [match.start() for match in re.finditer(rf"\b{form}\b", text)][int(count or 0)]
        start = next(n for n, word in enumerate(words) if word.start == at)
        end = next(n for n, word in enumerate(words) if word.end == at + len(form))
        found.append(CandidateSpan(start, end + 1, kind, log(odd), odd))
    return Lattice(text, words, sorted(found))


def test_rivals_share_tokens_and_twins_share_all() -> None:
    found = lattice(
        "robust fine-tuning wins",
        ("robust fine-tuning", METHOD, 0.4),
        ("fine-tuning", METHOD, 0.5),
        ("fine-tuning", TASK, 0.1),
        ("wins", TASK, 0.1),
    )
    assert found.forms == ["robust fine-tuning", "fine-tuning", "fine-tuning", "wins"]
    assert found.rivals == [[1, 2], [0], [0], []]
    assert found.twins == [[], [found.spans[2]], [found.spans[1]], []]


def test_elsewhere_is_the_same_form_and_type_at_another_place() -> None:
    found = lattice(
        "pruning and Pruning and pruning",
        ("pruning", METHOD, 0.5),
        ("Pruning", METHOD, 0.9),
        ("pruning@1", METHOD, 0.2),
        ("pruning", TASK, 0.9),
    )
    assert found.elsewhere == [log(0.9), None, log(0.5), log(0.9)]


def test_listed_are_the_likely_spans_right_beside() -> None:
    found = lattice(
        "on ZIP, and MIR beside what we call LUX",
        ("ZIP", METHOD, 0.9),
        ("MIR", METHOD, 0.2),
        ("LUX", METHOD, 0.9),
    )
    assert [[(between, other.start) for between, other in found.listed(span)] for span in found.spans] == [
        [],
        [(", and", found.spans[0].start)],
        [],
    ]


def test_a_text_without_candidates_is_empty() -> None:
    found = lattice("")
    assert (found.forms, found.rivals, found.twins, found.elsewhere, found.word(0)) == ([], [], [], [], "")


@pytest.mark.parametrize(
    ("text", "cut", "whole"),
    [
        ("the graphical (GUI) grounding", "GUI) grounding", "grounding"),
        ("it takes n^{3 - x} steps", "n^{3 - x", "steps"),
        ("we cite [ZIP, 2024] here", "[ZIP", "ZIP"),
        ('an "expert" model', 'expert" model', '"expert" model'),
        ("hard cases - viewport prediction", "cases - viewport prediction", "viewport prediction"),
        ("The SL^{2}A (or ZIP) wins.", "ZIP) wins", "SL^{2}A (or ZIP)"),
    ],
)
def test_what_is_cut_inside_a_bracket_or_runs_over_a_dash_is_no_candidate(text: str, cut: str, whole: str) -> None:
    doc = sentences(blank()(text))
    doc._.pg_tags = np.full((len(doc), len(TAGS)), 0.5)  # whatever is possible is likely
    forms = Lattice.of(doc).forms
    assert whole in forms
    assert cut not in forms
