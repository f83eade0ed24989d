"""Names, titles and abstracts only ever become text, whatever they hold."""

import pytest
from playwright.sync_api import expect
from tests.small_graph import UGLY, ugly_network

MARK = "window.hacked = true"
HOSTILE = [
    f"</script><script>{MARK}</script>",
    f'<img src=x onerror="{MARK}">',
    f'"><svg onload="{MARK}">',
    f"javascript:{MARK}",
    f'a title with href <a href="javascript:{MARK}">here</a>',
    f"${{{MARK}}} `{MARK}` {{{{{MARK}}}}}",
    "__proto__",
    "constructor",
    f"\u2028{MARK}\u2029//",
    f"<!--<script>{MARK}",
    f"</title></style><script>{MARK}</script>",
    *UGLY,
]


def hostile_network():
    network = ugly_network(HOSTILE)
    papers = [key for key, node in network.nodes(data=True) if node["type"] == "Paper"]
    for paper, name in zip(papers, HOSTILE, strict=True):
        network.nodes[paper]["url"] = name
    return network


@pytest.mark.parametrize("view", ["", "#view=table", "#view=table&tab=papers", "#types=Paper&types=Method"])
def test_nothing_runs_in_any_view(visit, view):
    page = visit(hostile_network(), view)
    page.page.wait_for_timeout(200)
    assert page.page.evaluate("window.hacked === undefined")
    assert page.counts.startswith("Showing")


def test_nothing_runs_in_any_panel_and_names_are_written_as_they_are(visit):
    network = hostile_network()
    page = visit(network)
    for key, node in network.nodes(data=True):
        if node["type"] == "Result":
            continue
        page.page.evaluate("(id) => { location.hash = new URLSearchParams({ node: id }); }", key)
        expect(page.panel.locator("h2")).to_have_text(node["label"])
        assert page.panel.locator("h2").text_content() == node["label"]
        for row in page.panel.locator("details > summary").all()[:3]:
            row.click(position={"x": 6, "y": 10})
    assert page.page.evaluate("window.hacked === undefined")
    assert page.page.locator("#panel script, #panel img, #panel svg[onload]").count() == 0


def test_links_lead_only_to_the_web(visit):
    network = hostile_network()
    page = visit(network)
    for key, label in [(key, node["label"]) for key, node in network.nodes(data=True) if node["type"] == "Paper"]:
        page.page.evaluate("(id) => { location.hash = new URLSearchParams({ node: id }); }", key)
        expect(page.panel.locator("h2")).to_have_text(label)
        for link in page.panel.locator("a").all():
            assert link.get_attribute("href").startswith(("https://", "http://"))


def test_hostile_names_are_found(visit):
    page = visit(hostile_network())
    page.search("onerror")
    assert "onerror" in page.panel.locator("h2").inner_text()
    assert page.page.evaluate("window.hacked === undefined")
