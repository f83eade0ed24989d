"""A name finds what is called so before what is also called so; one paper's shorthand comes last, if at all."""

import networkx as nx

from papergraph.graph.lookup import NameIndex
from papergraph.resolve.concept import IN_PASSING


def index(*concepts: tuple[str, int, list[str], list[str]]) -> NameIndex:
    """Concepts by label, papers, other names and shorthand; their keys are their labels in lower case."""
    network = nx.MultiDiGraph()
    for label, papers, own, passing in concepts:
        merges = [{"form": form, "reason": "defined in", "paper": "p"} for form in own]
        merges += [{"form": form, "reason": IN_PASSING, "paper": "p"} for form in passing]
        names = {"label": label, "aliases": own + passing, "merges": merges}
        network.add_node(f"{label.lower()}.method", type="Method", papers=papers, **names)
    return NameIndex(network)


def test_a_label_comes_before_the_other_names_of_better_known_concepts() -> None:
    names = index(("sharp minimization", 9, ["SAM"], []), ("SAM", 1, [], []), ("segmenter", 5, ["SAM"], []))
    assert names.find("SAM") == ["sam.method", "sharp minimization.method", "segmenter.method"]
    assert names.meant("sams") == names.find("SAM")


def test_what_one_paper_calls_it_in_passing_is_meant_only_where_nothing_else_is() -> None:
    names = index(("zonal model", 9, [], ["model", "it"]), ("model", 2, [], []), ("other model", 1, [], ["it"]))
    assert names.meant("model") == ["model.method"]
    assert names.find("model") == ["model.method", "zonal model.method"]
    assert names.meant("it") == ["zonal model.method", "other model.method"]


def test_nothing_has_an_unknown_name() -> None:
    assert index().find("nothing") == index().meant("nothing") == []
