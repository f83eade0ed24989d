"""Take the README's pictures of the explorer, from the bundled example: `python docs/screenshots.py`."""

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

import papergraph
from papergraph.export.explorer.page import write_page

PICTURES = Path(__file__).parent / "screenshots"
WIDE = {"width": 1400, "height": 900}
PHONE = {"width": 390, "height": 844}
FORGETTING = "node=catastrophic-forgetting.phenomenon"


def answer(page: Page) -> None:
    """Open the first method that mitigates it, with the sentence that says so."""
    section = page.locator("#panel section", has=page.locator("h3", has_text="Mitigated by"))
    section.locator("details > summary").nth(3).click(position={"x": 6, "y": 10})


def nothing(_: Page) -> None:
    """Take the page as it opens."""


SHOTS = [
    ("overview", "", WIDE, "light", nothing),
    ("overview-dark", "", WIDE, "dark", nothing),
    ("evidence", f"#{FORGETTING}", WIDE, "light", answer),
    ("focus", "#focus=lora.method&node=lora.method", WIDE, "light", nothing),
    ("path", "#path=lora.method&path=catastrophic-forgetting.phenomenon", WIDE, "light", nothing),
    ("paper", "#node=overcoming-catastrophic-forgetting-in-neural-networks", WIDE, "dark", nothing),
    ("table", "#view=table&tab=relations", WIDE, "light", nothing),
    ("phone", f"#{FORGETTING}", PHONE, "light", nothing),
]


def shoot(browser: Browser, address: str) -> None:
    """Take every picture of one page."""
    for name, state, window, scheme, act in SHOTS:
        context = browser.new_context(viewport=window, color_scheme=scheme, reduced_motion="reduce")
        page = context.new_page()
        page.goto(address + state)
        act(page)
        page.wait_for_timeout(500)
        page.screenshot(path=PICTURES / f"{name}.png")
        context.close()


def main() -> None:
    """Build the example, open it, take the pictures."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "graph.html"
        write_page(papergraph.build().network, path)
        arguments = ["--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=arguments)
        shoot(browser, path.as_uri())
        browser.close()


if __name__ == "__main__":
    main()
