"""What does a query cost over bare pyoxigraph, at a million triples and from a cold command line?

python benchmarks/sparql.py [PAPERS]
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from pyoxigraph import QueryResultsFormat, Store

from field import field
from papergraph.export.context import PREFIXES
from papergraph.export.turtle import write_turtle
from papergraph.sparql.answer import AnswerFormat, rows, write_answer
from papergraph.sparql.index import open_index
from papergraph.sparql.query import run

RUNS = 7
QUERIES = {
    "papers and what they propose": "SELECT ?paper ?name { ?paper pg:proposes ?c . ?c skos:prefLabel ?name }",
    "every mention's concept": "SELECT ?m ?name { ?m a pg:Mention ; oa:hasBody/skos:prefLabel ?name }",
    "concepts by papers": "SELECT ?c (COUNT(?p) AS ?n) { ?p pg:mentions ?c } GROUP BY ?c ORDER BY DESC(?n) LIMIT 20",
    "built on, transitively": "SELECT DISTINCT ?d { ?d pg:buildsOn+ ?m . ?m skos:altLabel 'C6' }",
    "one concept": "SELECT ?p ?o { concept:concept-6-of-this-field.method ?p ?o }",
}


def timed(*ways: Callable[[], object]) -> list[float]:
    """Median seconds of each, in turns."""
    times: list[list[float]] = [[] for _ in ways]
    for _ in range(RUNS):
        for way, taken in zip(ways, times, strict=True):
            start = perf_counter()
            way()
            taken.append(perf_counter() - start)
    return [median(taken) for taken in times]


def compare(name: str, store: Store, query: str, folder: Path) -> None:
    """Print what papergraph adds to one query."""
    bare = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items()) + query
    with (folder / "ours.csv").open("wb") as one, (folder / "bare.csv").open("wb") as two:
        csv, bare_csv, python, bare_python = timed(
            lambda: write_answer(run(store, query), AnswerFormat.CSV, one),
            lambda: store.query(bare).serialize(two, QueryResultsFormat.CSV),
            lambda: rows(run(store, query)),
            lambda: [[term and term.value for term in row] for row in store.query(bare)],
        )
    size = len(rows(run(store, query)))
    print(
        f"{name:32} {size:7,} rows   CSV {1000 * csv:7.1f} ms, {csv / bare_csv:.2f} of bare"
        f"   Python {1000 * python:7.1f} ms, {python / bare_python:.2f} of bare"
    )


def main() -> None:
    """Print a line a query, then the cold command line."""
    folder = Path(tempfile.mkdtemp())
    write_turtle(field(int(sys.argv[1]) if len(sys.argv) > 1 else 2_100), folder / "graph.ttl")
    start = perf_counter()
    open_index(folder)
    first = perf_counter() - start
    start = perf_counter()
    store = open_index(folder)
    again = perf_counter() - start
    print(f"{len(store):,} triples; index made in {first:.1f} s, opened in {again:.3f} s")
    for name, query in QUERIES.items():
        compare(name, store, query, folder)
    [index] = (folder / ".sparql").iterdir()
    ask = "ASK { ?s <http://www.w3.org/2004/02/skos/core#altLabel> 'C6' }"
    code = f"from pyoxigraph import Store; print(bool(Store.read_only({str(index)!r}).query({ask!r})))"
    command = [
        sys.executable,
        "-c",
        "from papergraph.cli.app import main; main()",
        "query",
        ask,
        "--graph",
        str(folder),
    ]
    ours, bare, nothing = timed(
        lambda: subprocess.run(command, check=True, capture_output=True),
        lambda: subprocess.run([sys.executable, "-c", code], check=True, capture_output=True),
        lambda: subprocess.run([sys.executable, "-c", ""], check=True),
    )
    print(f"cold command line {ours:.2f} s; bare pyoxigraph {bare:.2f} s; Python alone {nothing:.2f} s")


if __name__ == "__main__":
    main()
