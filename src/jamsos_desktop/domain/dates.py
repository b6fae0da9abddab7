"""Days and months as this field writes them: the birth-year window, months as text, ages.

A day is a :class:`datetime.date`, a month the text ``YYYY-MM``.
"""

import datetime as dt
import re

#: Ages of working people: inside this window two digits of a birth year have one meaning.
YOUNGEST = 15
OLDEST = 64

_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")


def short_date(day: dt.date) -> str:
    """``17-08-1990``, the form of the KTP."""
    return f"{day.day:02d}-{day.month:02d}-{day.year:04d}"


def birth_years(two_digits: int, today: dt.date) -> tuple[int, ...]:
    """The birth years that two digits can stand for: one or two, oldest first, none to come."""
    century = today.year - today.year % 100
    years = (century - 100 + two_digits, century + two_digits)
    return tuple(year for year in years if year <= today.year)


def likely_birth_year(two_digits: int, today: dt.date) -> int | None:
    """The one birth year within the ages 15 to 64, or the only one possible; otherwise ``None``.

    In 2026 the digits 61-99 mean 19yy, 00-11 mean 20yy, 27-60 can only mean 19yy, and 12-26 may be
    a person of over 65 or a child. The window moves with the clock.
    """
    years = birth_years(two_digits, today)
    inside = [year for year in years if today.year - OLDEST - 1 <= year <= today.year - YOUNGEST]
    if inside:
        return inside[0]
    return years[0] if len(years) == 1 else None


def age_on(birth_date: dt.date, day: dt.date) -> int:
    """Whole years of age on a day; negative before birth.

    Who is born on 29 February turns a year older on 1 March in a year that has no such day.
    """
    birthday_to_come = (day.month, day.day) < (birth_date.month, birth_date.day)
    return day.year - birth_date.year - birthday_to_come


def first_day(month: str) -> dt.date | None:
    """The first day of a month ``YYYY-MM``, or ``None`` when the text is no month."""
    match = _MONTH.fullmatch(month)
    if match is None:
        return None
    year, number = int(match[1]), int(match[2])
    return dt.date(year, number, 1) if year and 1 <= number <= 12 else None


def add_months(month: str, count: int) -> str:
    """The month ``count`` months after ``month`` (``YYYY-MM``). Raises ValueError for no month."""
    start = first_day(month)
    if start is None:
        raise ValueError(f"not a month: {month!r}")
    years, number = divmod(start.year * 12 + start.month - 1 + count, 12)
    return f"{years:04d}-{number + 1:02d}"
