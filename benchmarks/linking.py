"""How do linking and graph building grow with the papers, beside n log n?

    python benchmarks/linking.py GRAPH_FOLDER [--sizes 500 5800 100000]

GRAPH_FOLDER is one that `papergraph build` has made: what was read from its papers is resampled (resample.py) to the
sizes. Each size runs in a process of its own, for its peak memory, which counts the made-up papers too ("papers").
Seconds are of the processor, so that a busy machine matters less. The slope is the exponent between two sizes: 1 is
linear. Writing the files is not measured here.
"""

import argparse
import gc
import math
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

from apart import apart, peak
from papergraph.builder import STORE, Builder
from papergraph.graph.assemble import assemble
from papergraph.graph.communities import set_communities
from papergraph.graph.salience import set_salience
from papergraph.resolve.concept import EntityId
from papergraph.resolve.linking import link
from papergraph.resolve.naming import name_concepts
from papergraph.store import Store
from resample import resampled

Stages = dict[
    str, tuple[float, float]
]  # seconds of the processor, and peak megabytes of the process when the stage was done


def measure(folder: Path, size: int) -> tuple[Stages, str]:
    """The stages' costs, and what was built."""
    stages: Stages = {}

    def stage(name: str, work: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever the work gives
        started = time.process_time()
        done = work()
        stages[name] = time.process_time() - started, peak()
        return done

    with Store(folder / STORE) as store:
        builder = Builder(store)
        builder.extract()  # what another version of the extractor has read does not count
        real = sorted(builder.extractions(), key=lambda item: item[0].key)
    gc.disable()  # as the builder does
    known = stage("papers", lambda: list(resampled(real, size)))
    entities = {EntityId(p.key, e.name): e for p, found in known for e in found.entities}
    clusters = stage("link", lambda: link((p.key, found) for p, found in known))
    concepts = stage("name", lambda: name_concepts(clusters, entities))
    network = stage("assemble", lambda: assemble(known, concepts, quotes=True))
    stage("salience", lambda: set_salience(network))
    stage("communities", lambda: set_communities(network))
    return stages, f"{len(entities):,} mentions, {len(concepts):,} concepts, {network.number_of_edges():,} edges"


def run(folder: Path, size: int) -> Stages:
    stages, made = apart(measure, folder, size)
    print(f"{size:,} papers: {made}", flush=True)
    return stages


def slope(small: float, large: float, sizes: tuple[int, int]) -> float:
    """The exponent of growth between two sizes."""
    return math.log(large / small) / math.log(sizes[1] / sizes[0]) if small and large else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[500, 5_800, 100_000])
    options = parser.parse_args()
    found = {size: run(options.folder, size) for size in sorted(options.sizes)}
    sizes = list(found)
    print(f"{'stage':12s}" + "".join(f"{size:>12,d} s{'peak MB':>9s}" for size in sizes) + "   slope of seconds, of MB")
    steps = list(pairwise(sizes))
    for stage in found[sizes[0]]:
        costs = "".join(f"{found[size][stage][0]:14.2f}{found[size][stage][1]:9,.0f}" for size in sizes)
        slopes = (
            " ".join(f"{slope(found[a][stage][i], found[b][stage][i], (a, b)):.2f}" for i in (0, 1)) for a, b in steps
        )
        print(f"{stage:12s}{costs}   {'   '.join(slopes)}")
    floor = (slope(a * math.log(a), b * math.log(b), (a, b)) for a, b in steps)
    print(f"{'n log n':12s}{'':{23 * len(sizes)}s}   {'        '.join(f'{exponent:.2f}' for exponent in floor)}")


if __name__ == "__main__":
    main()
