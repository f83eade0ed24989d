"""By the keyboard alone, on a phone, in the dark, on paper."""

import pytest
from playwright.sync_api import expect
from tests.export.explorer.synthetic import field
from tests.small_graph import small_network

TYPES = ("method", "benchmark", "phenomenon", "task", "metric", "paper")


def test_everything_can_be_done_by_the_keyboard(visit):
    page = visit(small_network())
    keys = page.page.keyboard
    keys.press("Tab")
    assert page.page.evaluate("document.activeElement.id") == "skip"
    keys.press("Enter")
    assert page.page.evaluate("document.activeElement.id") == "search"
    keys.type("catastrophic")
    keys.press("Enter")
    assert page.page.evaluate("document.activeElement.tagName") == "H2"
    keys.press("f")
    assert page.state()["focus"] == ["catastrophic-forgetting.phenomenon"]
    keys.press("f")
    keys.press("t")
    assert page.page.locator("#table").is_visible()
    keys.press("t")
    keys.press("Escape")
    expect(page.panel).to_be_hidden()
    keys.press("?")
    assert page.page.locator("#help").is_visible()
    keys.press("Escape")
    assert not page.page.locator("#help").is_visible()


def test_the_map_is_walked_by_the_keyboard(visit):
    page = visit(field(80))
    page.page.locator("#map").focus()
    page.page.keyboard.press("n")
    first = page.page.locator("#status").inner_text()
    page.page.keyboard.press("n")
    assert page.page.locator("#status").inner_text() != first
    page.page.keyboard.press("p")
    assert page.page.locator("#status").inner_text() == first
    page.page.keyboard.press("Enter")
    assert first.startswith(page.panel.locator("h2").inner_text())
    page.page.keyboard.press("Escape")
    before = page.state()["at"]
    for key in ("ArrowLeft", "ArrowUp", "+", "+"):
        page.page.keyboard.press(key)
    assert page.state()["at"] != before


def test_every_control_has_a_name(visit):
    page = visit(small_network(), "#node=lora.method&view=table")
    nameless = page.page.evaluate(
        """() => [...document.querySelectorAll("button, input, select, summary, a")]
        .filter((one) => !(one.textContent.trim() || one.ariaLabel || one.labels?.length))
        .map((one) => one.outerHTML)"""
    )
    assert nameless == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_stand_out(visit, scheme):
    page = visit(small_network(), color_scheme=scheme)
    colours = page.page.evaluate(
        """() => Object.fromEntries(["ground", "card", "ink", "soft", "accent", "mark", "place", "hover",
        "method", "benchmark", "phenomenon", "task", "metric", "paper"].map((name) =>
        [name, getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()]))"""
    )
    for text in ("ink", "soft", "accent"):
        for ground in ("ground", "card", "hover"):
            assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
    assert contrast(colours["ink"], colours["mark"]) >= 4.5
    for shape in (*TYPES, "place"):
        assert contrast(colours[shape], colours["ground"]) >= 3, shape


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast ratio of two colours written as #rrggbb."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_dark_and_light_are_drawn_differently(visit):
    light, dark = (visit(small_network(), color_scheme=scheme) for scheme in ("light", "dark"))
    corner = "() => [...document.getElementById('map').getContext('2d').getImageData(2, 2, 1, 1).data]"
    assert sum(light.page.evaluate(corner)[:3]) > 600
    assert sum(dark.page.evaluate(corner)[:3]) < 150


@pytest.mark.parametrize("width", [360, 414])
def test_a_phone_has_room_for_it(visit, width):
    page = visit(small_network(), viewport={"width": width, "height": 740}, has_touch=True, is_mobile=True)
    assert page.page.evaluate("document.documentElement.scrollWidth") <= width
    page.page.locator("#side-toggle").tap()
    page.page.locator("#legend li", has_text="Metrics").locator(".type").tap()
    assert page.counts.startswith("Showing 11 of 11 concepts")
    page.page.locator("#side-toggle").tap()
    page.page.locator("#search").tap()
    page.page.keyboard.type("lora")
    page.page.locator("#found [role=option]").first.tap()
    box = page.panel.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    page.page.locator("#table-toggle").tap()
    assert page.page.evaluate("document.documentElement.scrollWidth") <= width


def test_paper_shows_the_panel_and_no_buttons(visit):
    page = visit(small_network(), "#node=lora.method", color_scheme="dark")
    page.page.emulate_media(media="print")
    expect(page.panel).to_be_visible()
    assert not page.page.locator("#tools").is_visible()
    assert page.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(251, 250, 247)"
