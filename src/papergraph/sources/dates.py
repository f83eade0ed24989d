"""Dates as sources write them -> ISO dates."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# "Oct 24, 2023", "Jun 26", each with a number of comments or without
_STAMP = re.compile(rf"({'|'.join(_MONTHS)}) (\d{{1,2}})(?:, (\d{{4}}))?(?:\s+\d+)?", re.ASCII)
_LEAP_CYCLE = 8  # years in which every day of a calendar comes at least once


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date as a page writes it; `year` is None where the page leaves it out."""

    month: int
    day: int
    year: int | None = None

    def in_year(self, year: int | None) -> date | None:
        """The date in its own year, else in the given one; None where there is no such day or no year."""
        year = year if self.year is None else self.year
        try:
            return None if year is None else date(year, self.month, self.day)
        except ValueError:
            return None

    def latest(self, limit: date) -> date | None:
        """The date in its own year, else the last such day that is not after the limit."""
        if self.year is not None:
            return self.in_year(None)
        years = range(limit.year, limit.year - _LEAP_CYCLE - 1, -1)
        days = (self.in_year(year) for year in years)
        return next((day for day in days if day and day <= limit), None)


def read_stamp(line: str) -> Stamp | None:
    """The stamp that a line consists of, its number of comments left out.

    >>> read_stamp("Jun 26 2"), read_stamp("Oct 24, 2023")
    (Stamp(month=6, day=26, year=None), Stamp(month=10, day=24, year=2023))
    """
    match = _STAMP.fullmatch(line)
    if not match:
        return None
    month, day, year = match.groups()
    return Stamp(_MONTHS.index(month) + 1, int(day), int(year) if year else None)


def page_year(stamps: Iterable[Stamp]) -> int | None:
    """The year of a page's dates without a year: the one after the newest that it writes."""
    newest = max((stamp.year for stamp in stamps if stamp.year is not None), default=None)
    return None if newest is None else newest + 1


def iso_date(value: object) -> str | None:
    """An ISO date, or a year, from what a JSON field holds; None where it is neither.

    >>> iso_date("2024-05-23T10:00:00Z"), iso_date(2021), iso_date("2021-07"), iso_date("soon")
    ('2024-05-23', '2021', '2021', None)
    """
    text = str(value).strip() if isinstance(value, str | int) else ""
    match = re.match(r"((\d{4})(?:-\d\d)?)(-\d\d)?(?![\d-])", text, re.ASCII)
    if not match or match[2] == "0000":
        return None
    if not match[3]:
        return match[2]
    try:
        return date.fromisoformat(match[0]).isoformat()
    except ValueError:
        return None
