"""The Daily Papers API's JSON."""

import json

ITEM = {
    "paper": {
        "id": "2406.07550",
        "authors": [{"name": "A. Person", "hidden": False}],
        "publishedAt": "2024-06-11T17:59:56.000Z",
        "title": "Few Tokens\nSuffice",
        "summary": "We use few tokens.\nSee https://example.org/few.",
        "upvotes": 3,
    },
    "publishedAt": "2024-06-12T02:08:15.299Z",
    "title": "Few Tokens Suffice",
    "numComments": 1,
}


def test_items_are_papers_dated_by_their_own_publication(reading):
    (record,), problems = reading(json.dumps([ITEM], indent=4))
    assert (record.title, record.date, record.arxiv) == ("Few Tokens Suffice", "2024-06-11", "2406.07550")
    assert record.abstract == "We use few tokens. See https://example.org/few."
    assert record.links == ("https://example.org/few",)
    assert record.url == "https://arxiv.org/abs/2406.07550"
    assert not problems


def test_one_item_is_accepted_too(reading):
    for item in (ITEM, ITEM["paper"]):
        assert len(reading(json.dumps(item, indent=1))[0]) == 1


def test_an_item_without_summary_is_told_by_its_number(reading):
    records, problems = reading(json.dumps([ITEM, {"paper": {"title": "T"}}, {"paper": None}, ITEM]))
    assert len(records) == 2
    assert problems[0] == "input:item 2: no abstract: add it, or leave the paper out"
    assert problems[1].startswith("input:item 3: no JSON object")


def test_broken_json_is_one_problem(reading):
    for text in (json.dumps([ITEM])[:-5], "[" + '{"a":' * 50_000, "[{]"):
        records, problems = reading(text)
        assert not records
        assert len(problems) == 1


def test_an_empty_answer_says_what_was_expected(reading):
    assert reading("[]")[1][0].startswith("input: no papers found")
