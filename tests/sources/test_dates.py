"""Dates without a year, and days that do not exist."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergraph.sources.dates import Stamp, iso_date, page_year, read_stamp


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("Oct 24, 2023", Stamp(10, 24, 2023)),
        ("Nov 4, 2024 2", Stamp(11, 4, 2024)),
        ("Jun 26 2", Stamp(6, 26)),
        ("Feb 7", Stamp(2, 7)),
        ("May the Force", None),
        ("June 26", None),
        ("Jun 26, 20255", None),
        ("2024-06-26", None),
    ],
)
def test_stamps(line, stamp):
    assert read_stamp(line) == stamp


def test_the_pages_year_follows_the_newest_that_it_writes():
    assert page_year([Stamp(1, 1, 2020), Stamp(1, 1), Stamp(5, 5, 2023)]) == 2024
    assert page_year([Stamp(1, 1)]) is None


@given(st.integers(1, 12), st.integers(0, 40), st.dates(min_value=date(1990, 1, 1)))
def test_the_latest_day_is_not_after_the_limit(month, day, limit):
    latest = Stamp(month, day).latest(limit)
    assert latest is None or (latest <= limit and (latest.month, latest.day) == (month, day))


@given(st.one_of(st.text(max_size=20), st.integers(), st.floats(), st.none(), st.from_regex(r"\d{4}-\d\d-\d\d.{0,3}")))
def test_iso_dates_are_dates_or_years_or_nothing(value):
    found = iso_date(value)
    assert found is None or (len(found) == 4 and found.isdigit()) or date.fromisoformat(found).isoformat() == found
