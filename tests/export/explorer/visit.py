"""A page open in a browser, driven as a person would."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

from papergraph.export.explorer.layout import places

if TYPE_CHECKING:
    import networkx as nx
    from playwright.sync_api import Page


class Visit:
    """One page of one network, and everything that went wrong on it."""

    def __init__(self, page: Page, network: nx.MultiDiGraph) -> None:
        self.page, self.network = page, network
        self.trouble: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.trouble.append(f"console: {message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.trouble.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (self.trouble.append("a dialog opened"), dialog.dismiss()))
        page.on("request", lambda request: self.requests.append(request.url))

    def search(self, words: str, *, enter: bool = True) -> None:
        self.page.keyboard.press("/")
        self.page.keyboard.type(words)
        if enter:
            self.page.keyboard.press("Enter")

    @property
    def panel(self):
        return self.page.locator("#panel")

    @property
    def counts(self) -> str:
        return self.page.locator("#counts").inner_text()

    def state(self) -> dict[str, list[str]]:
        """What the address says, once nothing moves any more."""
        self.page.wait_for_timeout(300)
        return parse_qs(urlsplit(self.page.url).fragment, keep_blank_values=True)

    def spot(self, *keys: str) -> tuple[float, float]:
        """The point of the window amid these nodes, worked out from the view in the address."""
        x, y, scale = (float(part) for part in unquote(self.state()["at"][0]).split(" "))
        at = places(self.network)
        middle = [sum(at[key][axis] for key in keys) / len(keys) for axis in (0, 1)]
        free = self._free()
        return (
            (middle[0] - x) * scale + (free[0] + free[1]) / 2,
            (middle[1] - y) * scale + (free[2] + free[3]) / 2,
        )

    def click(self, *keys: str) -> None:
        self.page.mouse.click(*self.spot(*keys))

    def _free(self) -> tuple[float, float, float, float]:
        """Left, right, top and bottom of what cards leave of a wide window."""
        window = self.page.viewport_size
        side = self.page.locator("#side").bounding_box()
        covered = self.panel.bounding_box() if self.panel.is_visible() else None
        right = covered["x"] if covered else window["width"]
        return side["x"] + side["width"], right, 0, window["height"] - 40
