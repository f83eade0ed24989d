"""The table carries the same facts as the map and can be taken away."""

import csv
import io
import re
import xml.etree.ElementTree as ET

from tests.small_graph import small_network

PNG = b"\x89PNG\r\n\x1a\n"


def rows(page):
    return page.page.locator("#table tbody tr").count()


def test_it_lists_what_is_shown_and_sorts(visit):
    page = visit(small_network(), "#view=table")
    assert rows(page) == 12
    page.page.locator("#table thead button").first.click()
    names = page.page.locator("#table tbody th").all_inner_texts()
    assert names == sorted(names, key=str.casefold)
    page.page.locator("#table thead button").first.click()
    assert page.page.locator("#table thead th").first.get_attribute("aria-sort") == "descending"
    assert page.page.locator("#table tbody th").all_inner_texts() == names[::-1]
    for tab, count in (("papers", 6), ("relations", 14), ("results", 3)):
        page.page.click(f"#tab-{tab}")
        assert rows(page) == count


def test_a_row_opens_its_panel(visit):
    page = visit(small_network(), "#view=table&tab=relations")
    page.page.locator("#table tbody tr", has_text="explains").locator("button").click()
    assert page.panel.locator("blockquote").all_inner_texts() == ["Grokfast explains grokking"]


def test_it_is_copied_as_csv_that_no_spreadsheet_runs(visit):
    network = small_network()
    network.nodes["lora.method"]["label"] = '=HYPERLINK("x"), "quoted"\nand broken'
    page = visit(network, "#view=table")
    page.page.click("#copy-csv")
    page.page.get_by_role("button", name="Copied").wait_for()
    copied = list(csv.reader(io.StringIO(page.page.evaluate("navigator.clipboard.readText()"))))
    assert len(copied) == 13
    names = {row[0].replace("\r\n", "\n") for row in copied}
    assert '\'=HYPERLINK("x"), "quoted"\nand broken' in names


def test_the_view_is_saved_as_png_and_svg_and_csv(visit):
    page = visit(small_network())
    for button, begins in (("save-png", PNG), ("save-svg", b"<svg"), ("save-csv", "\ufeffName".encode())):
        page.page.locator("#save summary").click()
        with page.page.expect_download() as download:
            page.page.click(f"#{button}")
        assert download.value.path().read_bytes().startswith(begins)
        assert not page.page.locator(f"#{button}").is_visible()


def test_the_svg_holds_the_names_as_text(visit):
    network = small_network()
    network.nodes["lora.method"]["label"] = "<b>&\x07bold</b>"
    page = visit(network)
    page.page.locator("#save summary").click()
    with page.page.expect_download() as download:
        page.page.click("#save-svg")
    written = ET.fromstring(download.value.path().read_bytes())  # noqa: S314 - made a moment ago
    texts = {text.text for text in written.iter("{http://www.w3.org/2000/svg}text")}
    assert "<b>& bold</b>" in texts
    assert re.search("GLUE", " ".join(texts))
