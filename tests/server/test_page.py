"""The query page, in a real browser: asks nobody but its server and shows names as text."""

import pytest
from tests.server.conftest import running
from tests.small_graph import ugly_network

from papergraph.export.turtle import write_turtle


@pytest.fixture
def page(browser):
    context = browser.new_context()
    page = context.new_page()
    page.problems, page.requests = [], []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.on("console", lambda message: message.type == "error" and page.problems.append(message.text))
    page.on("dialog", lambda dialog: page.problems.append(dialog.message))
    page.on("request", lambda request: page.requests.append(request.url))
    yield page
    context.close()


def table(page):
    page.wait_for_selector("#rows td")
    return [
        [cell.inner_text() for cell in row.query_selector_all("td")] for row in page.query_selector_all("#rows tr")
    ][1:]


def test_a_stored_question_is_asked_with_its_parameter(page, address):
    page.goto(address)
    page.select_option("#stored", "built-on")
    page.get_by_label("method").fill("low-rank adaptation")
    page.get_by_role("button", name="Run").click()
    assert [row[1] for row in table(page)] == ["DoRA", "QDoRA"]
    assert page.problems == []
    assert all(request.startswith(address) for request in page.requests)


def test_a_resource_is_described_when_it_is_clicked(page, address):
    page.goto(address)
    page.fill("#query", "SELECT ?c { ?c skos:prefLabel 'GLUE' }")
    page.get_by_role("button", name="Run").click()
    page.get_by_role("button", name="concept:glue.benchmark").click()
    page.locator("#graph", has_text="pg:Benchmark").wait_for()


def test_a_mistake_is_told(page, address):
    page.goto(address)
    page.fill("#query", "SELECT nonsense")
    page.get_by_role("button", name="Run").click()
    page.locator("#status", has_text="line 1").wait_for()


def test_the_explorer_is_one_click_away(page, address):
    page.goto(address)
    page.get_by_role("link", name="Explore").click()
    page.wait_for_url("**/explorer")
    assert page.title() == "the explorer"


def test_names_are_text(page, tmp_path):
    write_turtle(ugly_network(["<img src=x onerror=alert(1)>", "<script>alert(2)</script>"]), tmp_path / "graph.ttl")
    with running(tmp_path, workers=1) as address:
        page.goto(address)
        page.fill("#query", "SELECT ?name { ?x a pg:Method ; skos:prefLabel ?name } ORDER BY ?name")
        page.get_by_role("button", name="Run").click()
        assert table(page) == [["<img src=x onerror=alert(1)>"], ["<script>alert(2)</script>"]]
    assert page.problems == []
