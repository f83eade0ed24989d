"""arXiv's metadata snapshot."""

import json

import pytest

PAPER = {
    "id": "0704.0001",
    "submitter": "A. Person",
    "title": "A title that is\n  broken over lines",
    "abstract": "  We show that $O(n^2)$ is\nenough.\n  It is by 20\\%.\n",
    "categories": "cs.LG",
    "versions": [
        {"version": "v1", "created": "Mon, 2 Apr 2007 19:18:42 GMT"},
        {"version": "v2", "created": "Tue, 24 Jul 2008 20:10:27 GMT"},
    ],
    "update_date": "2008-11-26",
    "authors_parsed": [["Person", "A.", ""]],
}


def test_fields_as_arxiv_publishes_them(reading):
    (record,), problems = reading(json.dumps(PAPER) + "\n")
    assert record.title == "A title that is broken over lines"
    assert record.abstract == "We show that O(n^2) is enough. It is by 20%."
    assert (record.arxiv, record.date) == ("0704.0001", "2007-04-02")
    assert record.url == "https://arxiv.org/abs/0704.0001"
    assert not problems


@pytest.mark.parametrize("versions", [[], None, [{"created": "whenever"}], [{"created": 3}], "v1", [{"created": ""}]])
def test_without_a_first_version_the_update_counts(reading, versions):
    (record,), problems = reading(json.dumps(PAPER | {"versions": versions}))
    assert record.date == "2008-11-26"
    assert not problems


def test_a_line_without_abstract_is_told(reading):
    records, problems = reading("\n".join(map(json.dumps, [PAPER, PAPER | {"abstract": ""}, PAPER])))
    assert len(records) == 2
    assert problems == ["input:2: the abstract is empty: fill it in, or leave the paper out"]
