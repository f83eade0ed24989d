"""Pages saved as HTML: the embedded data, the elements, and what browsers make of them."""

import html
import json
from datetime import date

import pytest

ARTICLES = """<!-- saved from url=(0029)https://huggingface.co/papers -->
<html><head><meta charset="utf-8"><title>Daily Papers - Hugging Face</title></head><body>
<h1>Daily Papers</h1><p>Get trending papers in your email inbox!</p>
<section>
<article class="relative"><div><h3 class="mb-1"><a href="/papers/2402.05859" class="line-clamp-3">Routing
  &amp; <b>Experts</b></a></h3><p>We route <i>to</i> experts.</p><p>It helps by 20\\%.</p>
  <ul><li>• 4 authors</li></ul><span>·</span><span>Feb 8, 2024</span><p>2</p></div></article>
<article><h3><a href="https://huggingface.co/papers/2506.21551?utm=x#c">A Clock for Grokking</a></h3>
  <p>It follows a clock.</p><div>Jun 26</div></article>
<article><h3><a href="/blog/post">A blog post</a></h3><p>Not a paper.</p></article>
</section></body></html>"""


def _embedding(*papers: dict[str, object], key: str = "dailyPapers") -> str:
    props = html.escape(json.dumps({key: [{"paper": paper} for paper in papers], "query": {"date": "2024"}}))
    return f'<div class="SVELTE_HYDRATER contents" data-target="DailyPapers" data-props="{props}"></div>'


PAPER = {
    "id": "2402.05859",
    "title": "Routing & Experts",
    "summary": "The whole <abstract>, which the page cuts.",
    "publishedAt": "2024-02-08T01:00:00.000Z",
}


def test_articles_are_papers(reading):
    records, problems = reading(ARTICLES)
    assert [(record.title, record.abstract) for record in records] == [
        ("Routing & Experts", "We route to experts. It helps by 20%."),
        ("A Clock for Grokking", "It follows a clock."),
    ]
    assert [record.arxiv for record in records] == ["2402.05859", "2506.21551"]
    assert [record.date for record in records] == ["2024-02-08", "2025-06-26"]
    assert not problems


def test_page_date_counts_as_for_text(reading):
    assert reading(ARTICLES, date(2027, 1, 1))[0][1].date == "2026-06-26"


def test_a_stated_time_wins_over_the_shown_date(reading):
    page = ARTICLES.replace("<div>Jun 26</div>", '<time datetime="2025-06-25T22:00:00">Jun 26</time>')
    assert reading(page)[0][1].date == "2025-06-25"


@pytest.mark.parametrize("key", ["dailyPapers", "searchResults"])
def test_embedded_data_comes_first_and_no_paper_twice(reading, key):
    records, problems = reading(ARTICLES.replace("<section>", _embedding(PAPER, PAPER, key=key) + "<section>"))
    assert [record.arxiv for record in records] == ["2402.05859", "2506.21551"]
    assert records[0].abstract == "The whole <abstract>, which the page cuts."
    assert records[0].date == "2024-02-08"
    assert not problems


@pytest.mark.parametrize("props", ["{broken", "[1]", '{"dailyPapers": [1, null, {"paper": 2}], "x": null}', ""])
def test_broken_data_leaves_the_elements(reading, props):
    div = f'<div data-target="DailyPapers" data-props="{html.escape(props)}"></div>'
    assert len(reading(ARTICLES.replace("<section>", div + "<section>"))[0]) == 2


def test_an_article_without_abstract_is_told(reading):
    records, problems = reading(ARTICLES.replace("<p>It follows a clock.</p>", ""))
    assert len(records) == 1
    assert problems == ["input:article 2: the abstract is empty: fill it in, or leave the paper out"]


def test_broken_markup_is_read_as_browsers_read_it(reading):
    assert len(reading(ARTICLES.replace("</p>", "").replace("</h3>", ""))[0]) >= 1


def test_a_page_of_another_site_holds_no_papers(reading):
    records, problems = reading("<!DOCTYPE html><html><body><p>Hello</p></body></html>")
    assert not records
    assert problems[0].startswith("input: no papers found")


def test_other_encodings_are_recognised(reading):
    page = ARTICLES.replace("A Clock for Grokking", "Über Grokking für Anfänger und Fortgeschrittene")
    records, _ = reading(page.encode("cp1252"))
    assert records[1].title == "Über Grokking für Anfänger und Fortgeschrittene"
