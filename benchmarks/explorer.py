"""How soon the explorer is drawn and how fast it moves, beside stock pyvis on the same concepts and relations.

    python benchmarks/explorer.py [--sizes 500 3000 10000] [--wait 60] [--graph graphs/x/graph.json]

First picture: from the start of loading until the first frame with a node in it. Frame: median time between
frames while the wheel zooms in and out. Ratios are to our page with everything shown.
"""

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import monotonic

import networkx as nx
from playwright.sync_api import Browser, sync_playwright

from papergraph.export.explorer.page import write_page
from papergraph.export.explorer.picture import to_pyvis

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.export.explorer.synthetic import field

WINDOW = {"width": 1400, "height": 900}
RUNS = 3
WATCH = """
const { arc } = CanvasRenderingContext2D.prototype;
CanvasRenderingContext2D.prototype.arc = function (...where) {
  CanvasRenderingContext2D.prototype.arc = arc;
  requestAnimationFrame(() => setTimeout(() => window.drawn(performance.now())));
  return arc.apply(this, where);
};
"""
ZOOM = """() => new Promise((done) => {
  const canvas = document.querySelector("canvas");
  const times = [];
  const step = (now) => {
    times.push(now);
    if (times.length > 60) return done(times.slice(1).map((time, at) => time - times[at]));
    const deltaY = times.length % 20 < 10 ? -60 : 60;
    const turn = { deltaY, clientX: 700, clientY: 450, bubbles: true, cancelable: true };
    canvas.dispatchEvent(new WheelEvent("wheel", turn));
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})"""


def stock(network: nx.MultiDiGraph, path: Path, *, physics: bool) -> None:
    """The concepts and their relations as pyvis shows them; without physics they stand where ours do."""
    picture = to_pyvis(network)
    picture.nodes = [node for node in picture.nodes if node["group"] != "Paper"]
    kept = {node["id"] for node in picture.nodes}
    picture.edges = [edge for edge in picture.edges if edge["from"] in kept and edge["to"] in kept]
    if physics:
        picture.toggle_physics(status=True)
        for node in picture.nodes:
            del node["x"], node["y"]
    path.write_text(picture.generate_html(), encoding="utf-8")


def pages(network: nx.MultiDiGraph, folder: Path) -> Iterator[tuple[str, str]]:
    """What is compared, by name and address."""
    write_page(network, folder / "ours.html")
    stock(network, folder / "still.html", physics=False)
    stock(network, folder / "moving.html", physics=True)
    ours = (folder / "ours.html").as_uri()
    yield "ours, everything shown", f"{ours}#show=all"
    yield "ours, as it opens", ours
    yield "pyvis, our positions, no physics", (folder / "still.html").as_uri()
    yield "pyvis as it comes", (folder / "moving.html").as_uri()


def measure(browser: Browser, address: str, wait: float) -> tuple[float, float] | None:
    """Seconds to the first picture and milliseconds a frame, or None if there is no picture in time."""
    page = browser.new_page(viewport=WINDOW)
    page.route("http*://**", lambda route: route.abort())  # stock pyvis asks a CDN even when told not to
    drawn: list[float] = []

    def note(milliseconds: float) -> None:
        drawn.append(milliseconds)

    page.expose_function("drawn", note)  # the page calls: asking it would wait while it is busy
    page.add_init_script(WATCH)
    page.goto(address, wait_until="commit")
    deadline = monotonic() + wait
    while not drawn and monotonic() < deadline:
        page.wait_for_timeout(50)
    frame = None
    if drawn:
        page.wait_for_timeout(500)
        frame = median(page.evaluate(ZOOM))
    page.close()
    return (drawn[0] / 1000, frame) if frame is not None else None


def compare(browser: Browser, name: str, network: nx.MultiDiGraph, wait: float) -> None:
    """Print one table."""
    print(f"\n{name}\n{'':36}{'first picture':>22}{'frame while zooming':>26}")
    floor = None
    with tempfile.TemporaryDirectory() as folder:
        for what, address in pages(network, Path(folder)):
            seen = [measure(browser, address, wait)]
            if seen[0] and seen[0][0] < 5:
                seen += [measure(browser, address, wait) for _ in range(RUNS - 1)]
            if None in seen:
                print(f"{what:36}{f'none in {wait:.0f} s':>22}")
                continue
            first, frame = (median(values) for values in zip(*seen, strict=True))
            floor = floor or (first, frame)
            times = f"{first:.2f} s ({first / floor[0]:.1f} x)", f"{frame:.0f} ms ({frame / floor[1]:.1f} x)"
            print(f"{what:36}{times[0]:>22}{times[1]:>26}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="*", default=[500, 3000, 10_000])
    parser.add_argument("--wait", type=float, default=60, help="seconds before a page is given up")
    parser.add_argument("--graph", type=Path, nargs="*", default=[], help="node-link JSON of real graphs")
    options = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for path in options.graph:
            network = nx.node_link_graph(json.loads(path.read_text(encoding="utf-8")), edges="edges")
            compare(browser, str(path), network, options.wait)
        for size in options.sizes:
            compare(browser, f"{size:,} made-up concepts", field(size), options.wait)
        browser.close()


if __name__ == "__main__":
    main()
