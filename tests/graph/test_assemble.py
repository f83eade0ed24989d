"""A result's label says whose it is, what was measured and where, each once."""

import pytest

from papergraph.graph.assemble import assemble
from papergraph.model import Extraction, Paper, Result, Span
from papergraph.vocabulary import ResultKind


@pytest.mark.parametrize(
    ("value", "kind", "names", "label"),
    [
        ("88.3%", ResultKind.ABSOLUTE, ("Zorb", "accuracy", "GLUE"), "Zorb: 88.3% accuracy on GLUE"),
        ("88.3%", ResultKind.ABSOLUTE, ("Zorb", "", "GLUE"), "Zorb: 88.3% on GLUE"),
        ("17.1 mIoU", ResultKind.GAIN, ("", "mIoU", "GLUE"), "17.1 mIoU on GLUE (gain)"),
        ("3x", ResultKind.GAIN, ("", "", ""), "3x (gain)"),
    ],
)
def test_a_result_in_a_line(value: str, kind: ResultKind, names: tuple[str, str, str], label: str) -> None:
    text = Span(0, 9)
    result = Result(value, "", kind, text, text, 0.9, *names)
    paper = Paper(key="p", title="Zorb", abstract="It wins.")
    network = assemble([(paper, Extraction((text,), results=(result,)))], [], quotes=False)
    assert [data["label"] for _, data in network.nodes(data=True) if data["type"] == "Result"] == [label]
