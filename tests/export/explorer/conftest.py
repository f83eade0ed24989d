"""A real browser, and pages in it that may not complain nor ask for anything."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.export.explorer.visit import Visit

from papergraph.export.explorer.page import write_page


@pytest.fixture
def visit(browser, tmp_path: Path) -> Iterator[Callable[..., Visit]]:
    """Opens a network's page; no test may leave an error behind or have caused a request."""
    visits: list[Visit] = []

    def open_page(network, address: str = "", **window) -> Visit:
        path = tmp_path / f"page-{len(visits)}.html"
        write_page(network, path)
        window = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce"} | window
        context = browser.new_context(**window)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        visits.append(Visit(context.new_page(), network))
        visits[-1].page.goto(path.as_uri() + address)
        return visits[-1]

    yield open_page
    for one in visits:
        one.page.context.close()
        assert one.trouble == []
        assert [url for url in one.requests if not url.startswith(("file:", "data:", "blob:"))] == []
