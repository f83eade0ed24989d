"""One file that is the same each time, loads nothing and can run nothing but its own script."""

import base64
import hashlib
import re
from pathlib import Path

import networkx as nx
from tests.export.explorer.synthetic import empty, field
from tests.small_graph import small_network, ugly_network

import papergraph.export.explorer
from papergraph.export.explorer.page import MODULES, page_html, write_page

SOURCE = Path(papergraph.export.explorer.__file__).parent


def test_the_same_graph_gives_the_same_bytes(tmp_path):
    write_page(field(60), tmp_path / "one.html")
    write_page(field(60), tmp_path / "two.html")
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_the_page_is_less_than_a_megabyte_more_than_its_data():
    page = page_html(field(60))
    data = re.search(r'id="data">(.*?)</script>', page, re.DOTALL)[1]
    assert len(page) - len(data) < 200_000


def test_the_policy_allows_exactly_what_is_there():
    page = page_html(small_network())
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
    assert "default-src &#x27;none&#x27;" in policy
    assert "unsafe" not in policy
    for tag in ("<style>", '<script type="module">'):
        inside = re.search(re.escape(tag) + r"(.*?)</(?:style|script)>", page, re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"sha256-{digest}" in policy


def test_no_name_ends_the_data_or_starts_a_tag():
    page = page_html(ugly_network(["</script><script>alert(1)</script>", "<!--", "\u2028", "]]>"]))
    data = re.search(r'id="data">(.*?)</script>', page, re.DOTALL)[1]
    assert "<" not in data
    assert "\u2028" not in data
    assert page.count("<script") == 2


def test_half_a_character_does_not_stop_the_page(tmp_path):
    network = small_network()
    network.nodes["lora.method"]["label"] = "half \ud83d"
    write_page(network, tmp_path / "page.html")
    assert "half ?" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_an_empty_network_has_a_page():
    assert "A made-up field" in page_html(empty())


def test_a_paper_alone_has_a_page():
    network = empty()
    nx.MultiDiGraph.add_node(
        network, "alone", type="Paper", label="Alone", aliases=[], date=None, url=None, arxiv=None, links=[], sources=[]
    )
    assert "Alone" in page_html(network)


def test_every_script_is_in_the_page_after_those_it_imports_from():
    assert {path.stem for path in SOURCE.glob("*.js")} == set(MODULES)
    for place, name in enumerate(MODULES):
        source = (SOURCE / f"{name}.js").read_text(encoding="utf-8")
        imported = re.findall(r'from "\./(\w+)\.js"', source)
        assert set(imported) <= set(MODULES[:place]), name


def test_scripts_never_write_markup():
    for path in SOURCE.glob("*.js"):
        source = path.read_text(encoding="utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", source)
