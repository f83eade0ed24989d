"""What is shown: the fold, the legend, and filters whose counts follow."""

from tests.export.explorer.synthetic import field
from tests.small_graph import small_network


def test_the_long_tail_is_folded_and_said_to_be(visit):
    page = visit(field(1200))
    assert page.counts.startswith("Showing 300 of 1,200 concepts")
    page.page.click("#more")
    assert page.counts.startswith("Showing 1,000 of 1,200 concepts")
    page.page.click("#all")
    assert page.counts.startswith("Showing 1,200 of 1,200 concepts")
    assert not page.page.locator("#more").is_visible()
    page.page.click("#overview")
    assert page.counts.startswith("Showing 300 of 1,200 concepts")


def test_the_legend_filters_types(visit):
    page = visit(small_network())
    methods = page.page.locator("#legend li", has_text="Methods")
    assert "5 of 5" in methods.inner_text()
    methods.locator(".type").click()
    assert page.counts.startswith("Showing 7 of 7 concepts (12 without filters)")
    methods.hover()
    methods.locator(".only").click()
    assert page.counts.startswith("Showing 5 of 5 concepts (12 without filters)")
    page.page.click("#reset")
    assert page.counts.startswith("Showing 12 of 12 concepts")


def test_papers_can_be_put_on_the_map(visit):
    page = visit(small_network())
    page.page.locator("#legend li", has_text="Papers").locator(".type").click()
    assert "and 6 papers" in page.counts


def test_relations_can_be_left_out(visit):
    page = visit(small_network())
    lines = page.counts.split(", ")[-1]
    page.page.locator(".relations summary").click()
    assert page.page.locator("#count-mitigates").inner_text() == "2"
    page.page.locator("#term-mitigates").uncheck()
    assert page.page.locator("#count-mitigates").inner_text() == "0"
    assert int(page.counts.split(", ")[-1].split()[0]) < int(lines.split()[0])


def test_years_keep_only_what_their_papers_name(visit):
    page = visit(small_network())
    page.page.select_option("#filter-from", "2025")
    shown = page.counts
    assert shown.startswith("Showing 6 of 6 concepts")  # of qdora and lora-plasticity
    page.page.select_option("#filter-from", "0")
    page.page.select_option("#filter-to", "2023")
    assert page.counts.startswith("Showing 5 of 5 concepts")  # of replay


def test_at_least_so_many_papers(visit):
    network = field(100)
    named = [node["papers"] for _, node in network.nodes(data=True) if "papers" in node]
    page = visit(network)
    page.page.fill("#filter-papers", "5")
    page.page.keyboard.press("Tab")
    assert page.counts.startswith(f"Showing {sum(count >= 5 for count in named)} of")


def test_confidence_leaves_out_doubtful_lines(visit):
    page = visit(small_network())
    before = int(page.counts.split(", ")[-1].split()[0])
    page.page.locator("#filter-sure").fill("85")
    page.page.locator("#filter-sure").dispatch_event("change")
    assert int(page.counts.split(", ")[-1].split()[0]) < before
    assert page.page.locator("#filter-sure-says").inner_text() == "85 %"
