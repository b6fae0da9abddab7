"""What cells of somebody else's list mean: dates and numbers as spreadsheets leave them.

A spreadsheet keeps 15 digits of a number, counts days from 1900, drops zeros in front, and people
write two things into one column. What has two readings has none here.
"""

import datetime as dt
import re

from jamsos_desktop.domain.eligibility import EARLIEST_BIRTH
from jamsos_desktop.domain.person_fields import parse_date

#: Day 0 of Excel's calendar for every day after 28 February 1900.
_EPOCH = dt.date(1899, 12, 30)
_ROUNDED = re.compile(r"[0-9](?:[.,][0-9]+)?E\+?[0-9]+", re.IGNORECASE)
_TIME = re.compile(r"[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?$")
_WORDS = re.compile(r"([0-9]{1,2})[\s\-/.]*([A-Za-z]{3,9})[\s\-/.]*([0-9]{4}|[0-9]{2})")
#: How months begin in Indonesian and in English.
_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            *("jan", "feb", "mar", "apr", "mei may", "jun", "jul", "agu ags agt aug"),
            *("sep", "okt oct", "nov nop", "des dec"),
        ),
        1,
    )
    for word in words.split()
}
_BORN = re.compile(r"(?P<place>[^0-9]*?)[\s,/;:.\-]*(?P<date>[0-9].*)")
_RT_RW = re.compile(r"(?:RT)?[\s.:]*([0-9]{1,3})\s*[/\-,.;\s]\s*(?:RW)?[\s.:]*([0-9]{1,3})", re.I)
_NUMBER = re.compile(r"(?:RT|RW)?[\s.:]*([0-9]{1,3})(?:\.0)?", re.I)


def lost_digits(text: str) -> bool:
    """Whether a long number was kept as a number, so that its last digits are gone: 3.57802E+15."""
    return _ROUNDED.fullmatch("".join(text.split())) is not None


def read_date(text: str, today: dt.date) -> dt.date | None:
    """A birth date from a cell: everything that the form understands, and what spreadsheets make.

    Beside it: a time behind the date, months in words, 19900817, Excel's count of days, and a first
    zero that was dropped.
    """
    typed = _TIME.sub("", " ".join(text.split()).removesuffix(".0"))
    if typed.isascii() and typed.isdigit():
        return _from_digits(typed, today)
    in_words = _WORDS.fullmatch(typed)
    if in_words:
        month = _MONTHS.get(in_words[2][:3].lower())
        return parse_date(f"{in_words[1]}-{month}-{in_words[3]}", today) if month else None
    return parse_date(typed, today)


def read_birth(text: str, today: dt.date) -> tuple[str, dt.date | None]:
    """Place and date from one cell: ``Mojokerto, 17-08-1990``. The date is None if it is not clear.

    A cell without a digit is a place only.
    """
    both = _BORN.fullmatch(text.strip())
    if both is None:
        return text.strip(), None
    return both["place"].strip(), read_date(both["date"], today)


def read_rt_rw(text: str) -> tuple[str, str] | None:
    """RT and RW from one cell: ``003/002``, ``RT 3 RW 2``; None where it is not clear."""
    both = _RT_RW.fullmatch(text.strip())
    return (both[1].zfill(3), both[2].zfill(3)) if both else None


def read_neighbourhood(text: str) -> str | None:
    """An RT or RW with three digits from ``3``, ``RT 03``, ``003``; None where it is not clear."""
    number = _NUMBER.fullmatch(text.strip())
    return number[1].zfill(3) if number else None


def all_rounded(numbers: list[str]) -> bool:
    """Whether every number ends in 0, as when a spreadsheet rounded the last digit of each.

    Of honest NIKs every tenth does so: five at once are one list in a hundred thousand.
    """
    return len(numbers) >= 5 and all(number.endswith("0") for number in numbers)


def _from_digits(digits: str, today: dt.date) -> dt.date | None:
    if len(digits) == 5:
        day = _EPOCH + dt.timedelta(days=int(digits))
        return day if day <= today else None
    if len(digits) == 7:
        digits = f"0{digits}"
    if len(digits) != 8:
        return parse_date(digits, today)
    year_first = f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
    read = {parse_date(digits, today), parse_date(year_first, today)}
    likely = [day for day in read if day is not None and EARLIEST_BIRTH <= day <= today]
    return likely[0] if len(likely) == 1 else None
