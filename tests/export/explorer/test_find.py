"""Search: by name, alias and title, with slips of the finger, from the keyboard."""

import pytest
from playwright.sync_api import expect
from tests.export.explorer.synthetic import field
from tests.small_graph import small_network


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("catastrophic forgetting", "catastrophic forgetting"),
        ("CF", "catastrophic forgetting"),
        ("catastrofic forgeting", "catastrophic forgetting"),
        ("lifelong learnign", "continual learning"),
        ("QDoRA: a smaller", "QDoRA: a smaller DoRA"),
        ("  lora ", "LoRA"),
        ("cifar", "Split CIFAR-100"),
    ],
)
def test_enter_opens_the_best_match(visit, words, found):
    page = visit(small_network())
    page.search(words)
    expect(page.panel.locator("h2")).to_have_text(found)


def test_arrows_choose_and_escape_closes(visit):
    page = visit(small_network())
    page.search("dora", enter=False)
    options = page.page.locator("#found [role=option]")
    first, second = (options.nth(place).locator(".name").inner_text() for place in (0, 1))
    assert first == "DoRA"
    page.page.keyboard.press("ArrowDown")
    assert options.nth(1).get_attribute("aria-selected") == "true"
    page.page.keyboard.press("Enter")
    expect(page.panel.locator("h2")).to_have_text(second)
    page.search("dora", enter=False)
    page.page.keyboard.press("Escape")
    assert not page.page.locator("#found").is_visible()


def test_what_is_not_there_is_said_so(visit):
    page = visit(small_network())
    page.search("zymurgy")
    assert "Nothing has such a name" in page.page.locator("#found").inner_text()


def test_a_folded_concept_is_found_flown_to_and_shown(visit):
    network = field(600)
    last = min(network.nodes, key=lambda key: network.nodes[key].get("salience", 2))
    page = visit(network)
    assert page.counts.startswith("Showing 300 of 600 concepts")
    page.search(network.nodes[last]["label"])
    expect(page.panel.locator("h2")).to_have_text(network.nodes[last]["label"])
    page.page.locator(".close").click()
    assert page.page.locator("#counts").inner_text().startswith("Showing 300 of 600 concepts")
