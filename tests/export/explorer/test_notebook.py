"""In a notebook the page works in a frame that reaches nothing around it."""

from tests.small_graph import small_network, ugly_network

from papergraph.export.explorer.notebook import notebook_html


def test_the_frame_shows_the_map_and_its_panel(browser):
    page = browser.new_page()
    trouble = []
    page.on("console", lambda message: trouble.append(message.text))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.set_content(f"<!doctype html><h1>A notebook</h1>{notebook_html(small_network())}")
    frame = page.frame_locator("iframe")
    frame.locator("#search").fill("catastrophic")
    frame.locator("#search").press("Enter")
    assert frame.locator("#panel h2").inner_text() == "catastrophic forgetting"
    assert "allow-same-origin" not in page.locator("iframe").get_attribute("sandbox")
    assert trouble == []
    page.close()


def test_nothing_breaks_out_of_the_frame(browser):
    page = browser.new_page()
    names = ['"><script>window.hacked = true</script>', "'></iframe><script>window.hacked = true</script>"]
    page.set_content(f"<!doctype html>{notebook_html(ugly_network(names))}")
    page.frame_locator("iframe").locator("#counts").wait_for()
    assert page.evaluate("window.hacked === undefined")
    assert page.locator("script").count() == 0
    page.close()
