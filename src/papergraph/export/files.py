"""The files of a graph's folder, and what writes each."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from papergraph.export.explorer.page import write_page
from papergraph.export.graphml import write_graphml
from papergraph.export.jsonld import write_jsonld
from papergraph.export.nodelink import write_nodelink
from papergraph.export.turtle import write_turtle
from papergraph.folder import make_folder, write_all
from papergraph.report import count

if TYPE_CHECKING:
    from papergraph.graph.schema import Network

WRITERS: dict[str, Callable[["Network", Path], None]] = {
    "graph.json": write_nodelink,
    "graph.ttl": write_turtle,
    "graph.jsonld": write_jsonld,
    "graph.graphml": write_graphml,
    "graph.html": write_page,
}
REPORT = "report.json"


def _write_report(report: dict[str, Any], path: Path) -> None:
    path.write_bytes(orjson.dumps(report, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))


def write_files(network: "Network", folder: Path, report: dict[str, Any] | None = None) -> list[Path]:
    """Write all files of a graph, none of which is seen before all are complete.

    Args:
        network: The graph.
        folder: Made where it is missing.
        report: What `report.json` holds; without it the counts alone.

    Returns:
        The files' paths.
    """
    make_folder(folder)
    writers = {name: partial(write, network) for name, write in WRITERS.items()}
    writers[REPORT] = partial(_write_report, report or {"counts": count(network)})
    write_all(folder, writers)
    return [folder / name for name in writers]
