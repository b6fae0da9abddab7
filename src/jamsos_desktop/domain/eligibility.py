"""Who may be enrolled by age: counted on the first day of cover from the typed birth date.

The limits belong to the programme: not yet 65 when cover starts (BPJS's rule for BPU), at least 18
(common local practice). The last six months before the limit are looked at twice.
"""

import datetime as dt

from jamsos_desktop.domain.dates import add_months, age_on, first_day, short_date
from jamsos_desktop.domain.finding import Finding, Level

#: "close to the limit": months before the birthday that ends eligibility
NEAR_LIMIT_MONTHS = 6
EARLIEST_BIRTH = dt.date(1900, 1, 1)


def check_age(
    birth_date: dt.date,
    coverage_start: str,
    minimum_age: int,
    age_limit: int,
    today: dt.date | None = None,
) -> list[Finding]:
    """What a birth date means for cover that starts in a month ``YYYY-MM``.

    Without a valid month only the date itself is looked at. ``today`` refuses dates to come;
    without it the first day of cover does.
    """
    start = first_day(coverage_start)
    if birth_date < EARLIEST_BIRTH:
        return [_finding("error", "birth_date_too_old", {"date": short_date(birth_date)})]
    latest = today or start
    if latest is not None and birth_date > latest:
        return [_finding("error", "birth_date_future", {"date": short_date(birth_date)})]
    if start is None:
        return []
    age = age_on(birth_date, start)
    values = {"age": str(max(age, 0)), "start": short_date(start)}
    if age >= age_limit:
        return [_finding("error", "age_over", values | {"limit": str(age_limit)})]
    if age < minimum_age:
        values |= {"minimum": str(minimum_age)}
        return [_finding("error", "age_under", values, overridable=True)]
    birthday = _birthday(birth_date, age_limit)
    near = first_day(add_months(coverage_start, NEAR_LIMIT_MONTHS))
    if near is not None and birthday <= near:
        values = {"limit": str(age_limit), "birthday": short_date(birthday)}
        return [_finding("warning", "age_near_limit", values)]
    return []


def _birthday(birth_date: dt.date, age: int) -> dt.date:
    """The day on which somebody reaches an age; 1 March for a 29 February that does not come."""
    year = birth_date.year + age
    try:
        return birth_date.replace(year=year)
    except ValueError:
        return dt.date(year, 3, 1)


def _finding(
    level: Level, code: str, values: dict[str, str], *, overridable: bool = False
) -> Finding:
    return Finding(
        level=level, code=code, field="birth_date", values=values, overridable=overridable
    )
