"""Where a change starts is not claimed for the method that a paper proposes."""

from dataclasses import replace

import pytest

from papergraph.extract.results.changes import with_starts
from papergraph.model import Result, Span
from papergraph.vocabulary import ResultKind

GAIN, ABSOLUTE = ResultKind.GAIN, ResultKind.ABSOLUTE


def results(text: str, *values: str, method: str = "Zorb", baseline: str = "") -> list[Result]:
    places = [text.index(value) for value in values]
    spans = [Span(at, at + len(value)) for at, value in zip(places, values, strict=True)]
    whole = Span(0, len(text))
    return [Result(span.of(text), "%", GAIN, whole, span, 0.9, method=method, baseline=baseline) for span in spans]


@pytest.mark.parametrize(
    "text",
    [
        "Zorb lifts accuracy from 18.6% to 80.4%.",
        "Zorb lifts accuracy from about 18.6% (its start) to nearly 80.4%.",
        "From there, it went from a baseline of 18.6% up to ~80.4%.",
    ],
)
def test_the_start_belongs_to_the_baseline_or_to_nobody(text: str) -> None:
    start, end = with_starts(results(text, "18.6%", "80.4%"), text, {"Zorb"})
    assert (start.method, end.method, start.kind, end.kind) == ("", "Zorb", ABSOLUTE, ABSOLUTE)
    start, end = with_starts(results(text, "18.6%", "80.4%", baseline="EWC"), text, {"Zorb"})
    assert (start.method, start.baseline, end.method, end.baseline) == ("EWC", "", "Zorb", "EWC")


def test_what_the_paper_does_not_propose_keeps_its_start() -> None:
    text = "The accuracy of Zorb falls from 80.4% to 18.6%."
    assert [r.method for r in with_starts(results(text, "80.4%", "18.6%"), text, set())] == ["Zorb", "Zorb"]
    first, second = results(text, "80.4%", "18.6%")
    named = with_starts([replace(first, method="EWC"), second], text, {"Zorb"})
    assert [r.method for r in named] == ["EWC", "Zorb"]


@pytest.mark.parametrize(
    "text", ["Zorb has 18.6% and 80.4%.", "It is far from 18.6%. We come to 80.4%.", "18.6% to 80.4%"]
)
def test_other_numbers_stay_as_they_are(text: str) -> None:
    found = results(text, "18.6%", "80.4%")
    assert with_starts(found, text, {"Zorb"}) == found
    assert with_starts([], text, {"Zorb"}) == []
