"""Ways between nodes, expanding, focusing, and a history in which every state has a link."""

from playwright.sync_api import expect
from tests.export.explorer.synthetic import field
from tests.small_graph import small_network


def test_a_path_with_its_evidence(visit):
    page = visit(small_network())
    page.search("grokking")
    page.panel.locator("button", has_text="Path to").click()
    page.page.keyboard.type("LoRA")
    page.page.keyboard.press("Enter")
    expect(page.panel.locator("h2")).to_have_text("From grokking to LoRA")
    way = page.panel.locator(".trail").first
    assert way.locator("ol > li .node .name").all_inner_texts() == ["grokking", "LoRA exhibits plasticity", "LoRA"]
    way.locator("details summary").first.click()
    assert way.locator("blockquote").first.inner_text() == "We study plasticity and grokking of LoRA."
    assert page.state()["path"] == ["grokking.phenomenon", "lora.method"]


def test_a_path_by_stated_relations_comes_first(visit):
    page = visit(small_network(), "#path=qdora.method&path=lora.method")
    assert "as papers state it" in page.panel.locator("h3").first.inner_text()
    names = page.panel.locator(".trail").first.locator("ol > li > .node .name").all_inner_texts()
    assert names == ["QDoRA", "DoRA", "LoRA"]


def test_no_way_is_said_to_be_none(visit):
    network = small_network()
    network.add_node("alone.method", **network.nodes["lora.method"] | {"label": "alone", "aliases": []})
    page = visit(network, "#path=alone.method&path=lora.method")
    assert "No way" in page.panel.inner_text()


def test_picking_can_be_given_up(visit):
    page = visit(small_network(), "#node=lora.method")
    page.panel.locator("button", has_text="Path to").click()
    assert page.page.locator("#picking").is_visible()
    page.page.locator("#picking button").click()
    page.search("GLUE")
    expect(page.panel.locator("h2")).to_have_text("GLUE")


def test_focus_shows_a_neighbourhood_and_back_leads_out(visit):
    page = visit(small_network(), "#node=grokking.phenomenon")
    page.panel.locator("button", has_text="Focus").click()
    assert page.counts.startswith("Showing 2 of 12 concepts and 2 papers")
    page.page.go_back()
    assert page.page.locator("#counts").inner_text().startswith("Showing 12 of 12 concepts")
    page.page.go_forward()
    page.page.click("#overview")
    assert page.counts.startswith("Showing 12 of 12 concepts")


def test_expanding_adds_folded_neighbours_for_good(visit):
    network = field(900)
    page = visit(network)
    page.page.keyboard.press("/")
    page.page.keyboard.type("1")
    page.page.keyboard.press("Enter")
    page.panel.locator("button", has_text="Expand").click()
    page.page.keyboard.press("Escape")
    shown = int(page.counts.split()[1])
    assert shown > 300


def test_every_state_has_a_link_that_opens_it_again(visit):
    page = visit(small_network())
    page.page.locator("#legend li", has_text="Tasks").locator(".type").click()
    page.search("replay")
    page.page.keyboard.press("t")
    page.state()
    again = visit(small_network(), "#" + page.page.url.split("#")[1])
    assert again.counts == page.counts
    expect(again.panel.locator("h2")).to_have_text("experience replay")
    assert again.page.locator("#table").is_visible()


def test_going_back_steps_through_what_was_seen(visit):
    page = visit(small_network())
    for name in ("GLUE", "DoRA", "grokking"):
        page.search(name)
        expect(page.panel.locator("h2")).to_have_text(name)
    page.page.go_back()
    expect(page.panel.locator("h2")).to_have_text("DoRA")
    page.page.go_back()
    page.page.go_back()
    expect(page.panel).to_be_hidden()


def test_a_link_that_makes_no_sense_opens_the_overview(visit):
    page = visit(small_network(), "#node=nobody&path=a&show=-x&types=Nonsense&at=1&view=%3Cscript%3E&way=99&from=x")
    assert page.counts.startswith("Showing")
    expect(page.panel).to_be_hidden()


def test_physics_is_a_switch(visit):
    page = visit(field(60))
    button = page.page.locator("#physics-toggle")
    for pressed in ("false", "true", "false"):
        expect(button).to_have_attribute("aria-pressed", pressed)
        button.click()
