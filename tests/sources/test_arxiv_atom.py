"""The arXiv API's Atom feeds, hostile ones included."""

import tracemalloc

import pytest

from papergraph.model import Record
from papergraph.sources.read import read
from papergraph.sources.source import Source

ENTRY = """<entry>
  <id>http://arxiv.org/abs/2402.05859v2</id>
  <updated>2024-06-01T00:00:00Z</updated>
  <published>2024-02-08T10:00:00Z</published>
  <title>Routing &amp; Experts:
    A Study</title>
  <summary>  We route. It costs &lt;5\\%.
  </summary>
  <author><name>A. Person</name></author>
</entry>"""
OPEN = '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>A query</title>'


def test_entries_are_papers(reading):
    (record,), problems = reading(f"{OPEN}{ENTRY}</feed>")
    assert (record.title, record.abstract) == ("Routing & Experts: A Study", "We route. It costs <5%.")
    assert (record.arxiv, record.date) == ("2402.05859", "2024-02-08")
    assert not problems


def test_prefixed_namespaces_are_the_same(reading):
    feed = f"{OPEN}{ENTRY}</feed>".replace("<", "<a:").replace("<a:/", "</a:").replace("<a:?xml", "<?xml")
    assert len(reading(feed.replace("xmlns=", "xmlns:a="))[0]) == 1


def test_a_feed_cut_short_gives_its_whole_entries(reading):
    records, problems = reading(f"{OPEN}{ENTRY}{ENTRY}<entry><title>Half")
    assert len(records) == 2
    assert len(problems) == 1
    assert "broken XML" in problems[0]


def test_an_entry_without_summary_is_told(reading):
    records, problems = reading(f"{OPEN}{ENTRY}<entry><title>T</title></entry></feed>")
    assert len(records) == 1
    assert problems == ["input:entry 2: no abstract: add it, or leave the paper out"]


def test_arxivs_own_error_is_no_paper(reading):
    entry = "<entry><id>http://arxiv.org/api/errors#bad</id><title>Error</title><summary>bad id</summary></entry>"
    records, problems = reading(f"{OPEN}{entry}</feed>")
    assert not records
    assert problems == ["input:entry 1: arXiv's answer is an error, not papers: bad id"]


def test_an_empty_feed_says_what_was_expected(reading):
    assert reading(f"{OPEN}</feed>")[1][0].startswith("input: no papers found")


@pytest.mark.parametrize(
    "entity", ['<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">', '<!ENTITY b SYSTEM "file:///etc/passwd">']
)
def test_entities_are_refused(reading, entity):
    feed = f"{OPEN}{ENTRY}</feed>".replace("<feed", f"<!DOCTYPE feed [{entity}]><feed").replace("We route", "&b;")
    records, problems = reading(feed)
    assert not records
    assert "entities is refused" in problems[0]


def test_an_unknown_encoding_is_told(reading):
    records, problems = reading(f"{OPEN}{ENTRY}</feed>".replace("UTF-8", "klingon"))
    assert not records
    assert len(problems) == 1


def test_memory_does_not_grow_with_the_feed(tmp_path):
    def peak(entries: int) -> int:
        path = tmp_path / f"{entries}.xml"
        path.write_text(OPEN + ENTRY.replace("We route", "We route " * 500) * entries + "</feed>", encoding="utf-8")
        tracemalloc.start()
        count = sum(isinstance(found, Record) for found in read(Source("feed", path)))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert count == entries
        return most

    peak(10)
    assert peak(1000) < 2 * peak(100)
