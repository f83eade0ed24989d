"""How fast is a graph written as Turtle? Against Oxigraph's own serializer, from ready triples and from its store.

    python benchmarks/turtle_out.py [PAPERS]

The peers start from triples that exist already; papergraph starts from the network and sorts on the way. Oxigraph
from the network, which is what the writer stands in for, is the last peer.
"""

import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from pyoxigraph import DefaultGraph, RdfFormat, Store, Triple, parse, serialize

from field import field
from papergraph.export.context import PREFIXES
from papergraph.export.jsonld import write_jsonld
from papergraph.export.turtle import write_turtle

RUNS = 5


def main() -> None:
    """Print a line a way to write, with its ratio to papergraph's."""
    network = field(int(sys.argv[1]) if len(sys.argv) > 1 else 2_100)
    folder = Path(tempfile.mkdtemp())
    graph, other, jsonld = folder / "graph.ttl", folder / "other.ttl", folder / "graph.jsonld"
    write_turtle(network, graph)
    triples = [quad.triple for quad in parse(path=graph)]
    store = Store()
    store.bulk_load(path=graph)

    def from_network() -> None:
        write_jsonld(network, jsonld)
        ready: list[Triple] = sorted((quad.triple for quad in parse(path=jsonld)), key=str)
        serialize(ready, other, RdfFormat.TURTLE, prefixes=PREFIXES)

    ways = {
        "papergraph, network to Turtle": lambda: write_turtle(network, graph),
        "Oxigraph, ready triples": lambda: serialize(triples, other, RdfFormat.TURTLE, prefixes=PREFIXES),
        "Oxigraph, its own store": lambda: store.dump(
            other, RdfFormat.TURTLE, from_graph=DefaultGraph(), prefixes=PREFIXES
        ),
        "Oxigraph, network to sorted Turtle": from_network,
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(RUNS):  # in turns, so that a busy machine is as bad for all
        for name, write in ways.items():
            start = perf_counter()
            write()
            times[name].append(perf_counter() - start)
    ours = median(times["papergraph, network to Turtle"])
    print(f"{len(triples):,} triples, {graph.stat().st_size / 1e6:.0f} MB; medians of {RUNS}")
    for name, seconds in times.items():
        print(f"{name:36} {median(seconds):6.2f} s   papergraph takes {ours / median(seconds):.2f} of it")


if __name__ == "__main__":
    main()
