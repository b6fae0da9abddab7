"""Birth dates that cannot be, and birthdays that end eligibility soon.

Ages count on the first day of cover. The limits themselves are rules of the programme:
:mod:`jamsos_desktop.domain.eligibility_rules`.
"""

import datetime as dt

from jamsos_desktop.domain.dates import add_months, first_day, short_date
from jamsos_desktop.domain.finding import Finding

EARLIEST_BIRTH = dt.date(1900, 1, 1)


def check_birth_date(birth_date: dt.date, today: dt.date) -> list[Finding]:
    """An error for a day that has not come, or that nobody who works was born on."""
    code = ""
    if birth_date < EARLIEST_BIRTH:
        code = "birth_date_too_old"
    elif birth_date > today:
        code = "birth_date_future"
    if not code:
        return []
    values = {"date": short_date(birth_date)}
    return [Finding(level="error", code=code, field="birth_date", values=values)]


def near_birthday(
    birth_date: dt.date, coverage_start: str, age: int, months: int
) -> dt.date | None:
    """The day on which somebody reaches ``age``, if it lies in the first months of cover.

    Somebody who is that old when cover starts is not near it any more.
    """
    start = first_day(coverage_start)
    end = None if start is None else first_day(add_months(coverage_start, months))
    if start is None or end is None:
        return None
    birthday = _birthday(birth_date, age)
    return birthday if start < birthday <= end else None


def _birthday(birth_date: dt.date, age: int) -> dt.date:
    """The day on which somebody reaches an age; 1 March for a 29 February that does not come."""
    year = birth_date.year + age
    try:
        return birth_date.replace(year=year)
    except ValueError:
        return dt.date(year, 3, 1)
