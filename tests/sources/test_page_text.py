"""Pages saved as text: both layouts, dates, furniture, and papers that look unlike papers."""

from datetime import date

import pytest

DATED = """new

Get trending papers in your email inbox!

Subscribe

Daily Papers

byAK and the research community

Dec 10

Slow Weights Remember: Anchoring for Sequential Tasks

We anchor slow weights while fast weights move on. Forgetting drops by a third on three suites.

some-lab Some Lab
·
Apr 1 2

What Do Routers Learn?

Routers pick experts by topic. We show that they rarely look at syntax.

  • 8 authors
·
Oct 24, 2023

A Clock for Grokking

Delayed generalization follows a clock. We measure it by weight norms.

  • 1 authors
·
Nov 4, 2024 2
"""

BARE = """Get trending papers in your email inbox once a day!
Get trending papers in your email inbox!
SubscribeSlow Weights Remember: Anchoring for Sequential Tasks
We anchor slow weights while fast weights move on. Forgetting drops by a third on three suites.
What Do Routers Learn?
Routers pick experts by topic. We show that they rarely look at syntax.
"""


def test_dated_layout_gives_each_paper_its_own_date(reading):
    records, problems = reading(DATED)
    assert [(record.title, record.date) for record in records] == [
        ("Slow Weights Remember: Anchoring for Sequential Tasks", "2025-04-01"),
        ("What Do Routers Learn?", "2023-10-24"),
        ("A Clock for Grokking", "2024-11-04"),
    ]
    assert not problems


def test_bylines_do_not_leak_into_abstracts(reading):
    records, _ = reading(DATED)
    assert [record.abstract.split()[-1] for record in records] == ["suites.", "syntax.", "norms."]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("page", [BARE, BARE.replace("\n", "\n\n")])
def test_bare_layout_alternates_and_frees_the_first_title(reading, page, line_end):
    records, problems = reading(page.replace("\n", line_end))
    assert [record.title for record in records] == [
        "Slow Weights Remember: Anchoring for Sequential Tasks",
        "What Do Routers Learn?",
    ]
    assert {record.date for record in records} == {None}
    assert not problems


def test_title_that_starts_with_the_buttons_word_keeps_it_elsewhere(reading):
    page = BARE + "Subscribers as Agents\nWe model who subscribes. It pays to ask them first.\n"
    assert reading(page)[0][-1].title == "Subscribers as Agents"


@pytest.mark.parametrize(
    ("saved", "expected"),
    [(date(2026, 5, 1), "2026-04-01"), (date(2026, 3, 31), "2025-04-01"), (date(2026, 4, 1), "2026-04-01")],
)
def test_page_date_gives_the_year_of_dates_without_one(reading, saved, expected):
    records, _ = reading(DATED, saved)
    assert records[0].date == expected
    assert records[1].date == "2023-10-24"


def test_page_that_writes_no_year_has_no_dates(reading):
    page = DATED.replace(", 2023", "").replace(", 2024", "")
    assert {record.date for record in reading(page)[0]} == {None}


@pytest.mark.parametrize(
    ("stamp", "saved", "expected"),
    [
        ("Feb 29", None, None),  # the page's year is 2025
        ("Feb 29", date(2026, 1, 1), "2024-02-29"),
        ("Feb 30, 2024", None, None),
        ("Apr 0", date(2026, 1, 1), None),
        ("Apr 1, 0000", None, None),
    ],
)
def test_days_that_do_not_exist_leave_the_paper_undated(reading, stamp, saved, expected):
    records, problems = reading(DATED.replace("Apr 1 2", stamp), saved)
    assert records[0].date == expected
    assert len(records) == 3
    assert not problems


LONG_TITLE = "On the Many Ways in Which a Title May Go On " * 8 + "Until It Ends in a Full Stop."
PARAGRAPHS = (
    "The first paragraph says what is wrong. It goes on for a while.",
    "The second says what helps. It helps a lot.",
    "Code: https://example.org/code",
)


def _page(*lines: str) -> str:
    return BARE + "\n".join(lines) + "\nA Clock for Grokking\nIt follows a clock. We measure it.\n"


def test_long_title_with_a_full_stop_is_a_title(reading):
    records, _ = reading(_page(LONG_TITLE, "We ask how long a title can be. It can be long."))
    assert records[2].title == LONG_TITLE
    assert records[3].title == "A Clock for Grokking"


@pytest.mark.parametrize("page", [_page("Withdrawn Work", "Withdrawn."), _page("Withdrawn Work", "None")])
def test_abstract_of_one_word_is_an_abstract(reading, page):
    records, problems = reading(page)
    assert [record.title for record in records[2:]] == ["Withdrawn Work", "A Clock for Grokking"]
    assert not problems


def test_paragraphs_of_an_abstract_are_joined(reading):
    records, problems = reading(_page("Three Paragraphs", *PARAGRAPHS))
    assert records[2].abstract == " ".join(PARAGRAPHS)
    assert records[2].links == ("https://example.org/code",)
    assert records[3].title == "A Clock for Grokking"
    assert not problems


def test_paragraphs_under_a_date_are_joined_whatever_they_look_like(reading):
    old = "Routers pick experts by topic. We show that they rarely look at syntax."
    records, _ = reading(DATED.replace(old, f"{old}\n\nLimits\n\nIt holds for text only. Images are open."))
    assert records[1].abstract == f"{old} Limits It holds for text only. Images are open."
    assert len(records) == 3


def test_title_without_abstract_is_told_with_its_line(reading):
    records, problems = reading(_page("A Title and Nothing Else"))
    assert [record.title for record in records[2:]] == ["A Clock for Grokking"]
    assert len(problems) == 1
    assert problems[0].startswith("input:7: no abstract after 'A Title and Nothing Else'")


def test_footer_and_widgets_are_no_papers(reading):
    page = DATED.replace("What Do Routers", "Upvote\n\n24\n\nSubmitted by\n\nWhat Do Routers")
    records, problems = reading(page + "\n\nSystem theme\n\nCompany\n\nTOS\n\nPrivacy\n\nAbout\n")
    assert len(records) == 3
    assert not problems


def test_last_paper_of_a_page_cut_short_is_kept_undated(reading):
    records, _ = reading(DATED[: DATED.rindex("  •")])
    assert (records[-1].title, records[-1].date) == ("A Clock for Grokking", None)


def test_page_with_nothing_but_furniture_holds_no_papers(reading):
    records, problems = reading(DATED[: DATED.index("Slow")])
    assert not records
    assert problems[0].startswith("input: no papers found: expected one of ")


def test_line_separator_inside_an_abstract_does_not_end_it(reading):
    records, _ = reading(BARE.replace("while fast", "while\u2028fast\x0b\x85"))
    assert "while fast weights" in records[0].abstract
    assert len(records) == 2


def test_hostile_names_come_through_as_text(reading):
    title = '<script>alert("x")</script> ../../etc \u202ereversed\u202c 🦆'
    records, _ = reading(_page(title.replace("alert", "al\0ert"), "We test a page. It holds."))
    assert records[2].title == title
