"""The panel: what something is, who says so, in which sentence, and where to read it."""

from playwright.sync_api import expect
from tests.small_graph import small_network

FORGETTING = "catastrophic-forgetting.phenomenon"


def test_which_methods_mitigate_forgetting_and_who_says_so(visit):
    page = visit(small_network())
    page.search("catastrophic forgetting")
    section = page.panel.locator("section", has=page.page.locator("h3", has_text="Mitigated by"))
    rows = section.locator("details")
    assert [rows.nth(n).locator(".name").first.inner_text() for n in range(rows.count())] == [
        "experience replay",
        "LoRA",
    ]
    rows.first.locator("summary").click(position={"x": 6, "y": 10})
    quotes = rows.first.locator("blockquote")
    assert quotes.all_inner_texts() == [
        "Replay mitigates CF.",
        "Experience replay mitigates catastrophic forgetting: 3.5 points (accuracy) on Split CIFAR-100.",
    ]
    assert quotes.nth(1).locator("mark").all_inner_texts() == ["Experience replay", "catastrophic forgetting"]
    links = rows.first.locator("figcaption a")
    assert links.nth(1).get_attribute("href") == "https://arxiv.org/abs/2301.00001"
    assert links.nth(1).get_attribute("rel") == "noopener noreferrer"
    assert "Grokfast%2C%20faster%20grokking" in links.first.get_attribute("href")  # no address known: a search


def test_a_concept_tells_its_names_papers_and_results(visit):
    page = visit(small_network(), "#node=replay.method")
    text = page.panel.inner_text()
    for part in ("Also called", "rehearsal", "Studied by", "Replay for continual learning", "Reported results"):
        assert part in text
    assert "3.5 points" in text


def test_a_paper_shows_its_abstract_with_everything_it_names(visit):
    page = visit(small_network(), "#node=dora")
    assert page.panel.locator(".abstract").inner_text() == "DoRA outperforms LoRA on GLUE, with 89.4% accuracy."
    for part in ("2024-02-14", "Proposes", "Compares with", "Evaluates on", "States", "outperforms", "89.4%"):
        assert part in page.panel.inner_text()
    page.panel.locator(".mention", has_text="GLUE").click()
    expect(page.panel.locator("h2")).to_have_text("GLUE")


def test_a_click_on_a_node_opens_it_and_one_beside_closes_it(visit):
    page = visit(small_network())
    page.click("grokfast.method")
    expect(page.panel.locator("h2")).to_have_text("Grokfast")
    page.page.keyboard.press("Escape")
    expect(page.panel).to_be_hidden()


def test_a_click_on_a_line_tells_who_says_so(visit):
    page = visit(small_network())
    page.click("grokfast.method", "grokking.phenomenon")
    expect(page.panel.locator("h2")).to_have_text("Between Grokfast and grokking")
    assert page.panel.locator("blockquote").all_inner_texts() == ["Grokfast explains grokking"]


def test_hovering_tells_what_it_is(visit):
    page = visit(small_network())
    page.page.mouse.move(*page.spot("glue.benchmark"))
    assert page.page.locator("#tip").inner_text().split("\n") == ["GLUE", "Benchmark, 1 paper"]


def test_without_quotes_the_panel_gives_the_offsets(visit):
    page = visit(small_network(quotes=False), "#node=grokking.phenomenon")
    page.panel.locator("details summary").first.click(position={"x": 6, "y": 10})
    assert "built without quotes: characters" in page.panel.locator("blockquote").first.inner_text()
    page = visit(small_network(quotes=False), "#node=dora")
    assert "The abstract is not in this file" in page.panel.inner_text()


def test_offsets_count_characters_beyond_the_basic_plane(visit):
    network = small_network()
    text = network.nodes["grokfast"]["text"]
    title = network.nodes["grokfast"]["label"]
    network.nodes["grokfast"].update(text=f"🧪🧪{text}", label=f"🧪🧪{title}")
    for *_, edge in network.edges(data=True):
        for place in edge["evidence"]:
            if place["paper"] == "grokfast":
                place["start"], place["end"] = place["start"] + 2, place["end"] + 2
                place["marks"] = [[start + 2, end + 2] for start, end in place["marks"]]
    page = visit(network, "#edge=grokfast.method&edge=grokking.phenomenon")
    assert page.panel.locator("blockquote").all_inner_texts() == ["Grokfast explains grokking"]
    assert page.panel.locator("mark").all_inner_texts() == ["Grokfast explains", "grokking"]
