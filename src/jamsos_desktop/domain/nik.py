"""The NIK (identity number) and the number of the family card, read without trusting them.

``PPKKCC DDMMYY SSSS``: place of the *first* registration, birth date as first recorded (women
day + 40), serial from 0001; no check digit. A NIK never changes, neither when its owner moves nor
when a wrong birth date is corrected (PP 40/2019 art. 30), so what differs from the person of today
is a warning or a piece of information, never an error.
"""

import calendar
import datetime as dt
import re
from collections.abc import Callable
from typing import Protocol

import msgspec

from jamsos_desktop.domain.dates import birth_years, likely_birth_year, short_date
from jamsos_desktop.domain.finding import Finding, Level
from jamsos_desktop.domain.records import Sex

LENGTH = 16
_BLANKS_DOTS_HYPHENS = re.compile(r"[\s.\-]+")
_TYPED_RUNS = ("0123456789", "1234567890", "9876543210", "0987654321")


class PrefixBook(Protocol):
    """Which place a number's first digits name, in Kemendagri codes without dots."""

    def province_name(self, prefix: str) -> str | None:
        """The province of two digits."""

    def regency_name(self, prefix: str) -> str | None:
        """The kabupaten or kota of four digits."""

    def district_name(self, prefix: str) -> str | None:
        """The kecamatan of six digits."""

    def old_name(self, prefix: str) -> str | None:
        """What four or six digits named in an earlier edition and no longer name."""


class NikReading(msgspec.Struct, frozen=True, kw_only=True):
    """What the digits say so far: proposals to look at, never the person's data.

    Names are empty where the digits are missing or unknown. ``birth_dates`` holds every real date
    up to today, oldest first; ``birth_date`` is the one worth proposing, if there is one.
    """

    nik: str
    province: str = ""
    regency: str = ""
    district: str = ""
    old_region: str = ""
    sex: Sex | None = None
    birth_dates: tuple[dt.date, ...] = ()
    birth_date: dt.date | None = None


def normalise(text: str) -> str:
    """The text without blanks, dots and hyphens; nothing else is changed."""
    return _BLANKS_DOTS_HYPHENS.sub("", text)


def mask(nik: str) -> str:
    """``3578••••••••0001``; whatever is no 16 characters long is hidden altogether."""
    if len(nik) != LENGTH:
        return "•" * len(nik)
    return nik[:4] + "•" * 8 + nik[-4:]


def group(nik: str) -> str:
    """``3578 0217 0890 0001``; works for a number that is still being typed."""
    return " ".join(nik[start : start + 4] for start in range(0, len(nik), 4))


def is_placeholder(nik: str) -> bool:
    """Whether keys were only hammered: a block of 1, 2 or 4 repeated, or ten digits in a row."""
    if len(nik) != LENGTH:
        return False
    repeated = any(nik == nik[:size] * (LENGTH // size) for size in (1, 2, 4))
    return repeated or any(run in nik for run in _TYPED_RUNS)


def decode(nik: str, known: PrefixBook, today: dt.date) -> NikReading:
    """What the digits say, as far as they have been typed. Never fails."""
    digits = nik if _is_digits(nik) else ""
    sex: Sex | None = None
    dates: tuple[dt.date, ...] = ()
    proposed = None
    if len(digits) >= 8 and _day_is_possible(digits):
        sex = "P" if int(digits[6:8]) > 40 else "L"
    if len(digits) >= 12 and sex is not None:
        dates = _birth_dates(digits, today)
        proposed = _propose(digits, dates, today)
    return NikReading(
        nik=nik,
        province=_name(known.province_name, digits, 2),
        regency=_name(known.regency_name, digits, 4),
        district=_name(known.district_name, digits, 6),
        old_region=_name(known.old_name, digits, 6) or _name(known.old_name, digits, 4),
        sex=sex,
        birth_dates=dates,
        birth_date=proposed,
    )


def check_nik(
    nik: str,
    *,
    birth_date: dt.date | None,
    sex: Sex | None,
    village: str,
    known: PrefixBook,
    today: dt.date,
) -> list[Finding]:
    """What is wrong, odd or worth knowing about a NIK, beside what was typed about the person.

    ``village`` is the dotted code of the present address. Errors come first.
    """
    form = _check_form(nik)
    if form is not None:
        return [form]
    findings = _check_digits(nik, known, today)
    reading = decode(nik, known, today)
    if is_placeholder(nik):
        findings.append(_finding("warning", "nik_pattern"))
    findings += _check_prefix(nik, reading)
    findings += _check_person(reading, birth_date, sex)
    region = _check_region(reading, village, known)
    return [*findings, region] if region else findings


def check_kk(kk: str, nik: str, known: PrefixBook, today: dt.date) -> list[Finding]:
    """Warnings about the number of the family card (*nomor KK*); none when it is empty.

    Its date is the day of recording, not of birth, so a day above 31 is odd here.
    """
    if not kk:
        return []
    if not _is_digits(kk):
        return [_finding("warning", "kk_not_digits", field="kk")]
    if len(kk) != LENGTH:
        return [_finding("warning", "kk_length", field="kk", count=str(len(kk)))]
    findings = []
    if kk == nik:
        findings.append(_finding("warning", "kk_is_nik", field="kk"))
    if int(kk[6:8]) > 31 or not _birth_dates(kk, today):
        findings.append(_finding("warning", "kk_date", field="kk"))
    if known.district_name(kk[:6]) is None and not decode(kk, known, today).old_region:
        findings.append(_finding("warning", "kk_prefix_unknown", field="kk", prefix=_dotted(kk)))
    return findings


def _finding(
    level: Level, code: str, *, field: str = "nik", overridable: bool = False, **values: str
) -> Finding:
    return Finding(level=level, code=code, field=field, values=values, overridable=overridable)


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _dotted(number: str) -> str:
    return f"{number[:2]}.{number[2:4]}.{number[4:6]}"


def _name(look_up: Callable[[str], str | None], digits: str, length: int) -> str:
    return (look_up(digits[:length]) or "") if len(digits) >= length else ""


def _day_is_possible(nik: str) -> bool:
    day = int(nik[6:8])
    return 1 <= day <= 31 or 41 <= day <= 71


def _day(nik: str) -> int:
    """The day of the month, without the 40 that marks a woman."""
    day = int(nik[6:8])
    return day - 40 if day > 40 else day


def _birth_dates(nik: str, today: dt.date) -> tuple[dt.date, ...]:
    """The real dates up to today that the digits 7 to 12 can stand for, oldest first."""
    day, month = _day(nik), int(nik[8:10])
    if not 1 <= month <= 12:
        return ()
    dates = [
        dt.date(year, month, day)
        for year in birth_years(int(nik[10:12]), today)
        if 1 <= day <= calendar.monthrange(year, month)[1]
    ]
    return tuple(date for date in dates if date <= today)


def _propose(nik: str, dates: tuple[dt.date, ...], today: dt.date) -> dt.date | None:
    if len(dates) == 1:
        return dates[0]
    year = likely_birth_year(int(nik[10:12]), today)
    return next((date for date in dates if date.year == year), None)


def _check_form(nik: str) -> Finding | None:
    if not nik:
        return _finding("error", "nik_empty")
    if not _is_digits(nik):
        return _finding("error", "nik_not_digits")
    if len(nik) != LENGTH:
        return _finding("error", "nik_length", count=str(len(nik)))
    return None


def _check_digits(nik: str, known: PrefixBook, today: dt.date) -> list[Finding]:
    """What no NIK can have by its construction."""
    findings = []
    if known.province_name(nik[:2]) is None:
        findings.append(_finding("error", "nik_province_unknown", prefix=nik[:2]))
    if not _day_is_possible(nik):
        findings.append(_finding("error", "nik_day", day=nik[6:8]))
    if not 1 <= int(nik[8:10]) <= 12:
        findings.append(_finding("error", "nik_month", month=nik[8:10]))
    if not findings and not _birth_dates(nik, today):
        date = f"{_day(nik):02d}-{nik[8:10]}-{nik[10:12]}"
        findings.append(_finding("error", "nik_date", date=date))
    if nik[12:] == "0000":
        # No law forbids it, but every description lets the serial begin at 0001.
        findings.append(_finding("error", "nik_serial_zero", overridable=True))
    return findings


def _check_prefix(nik: str, reading: NikReading) -> list[Finding]:
    if not reading.province or reading.district:
        return []
    if reading.old_region:
        code, region = "nik_prefix_old", reading.old_region
        return [_finding("warning", code, prefix=_dotted(nik), region=region)]
    return [_finding("warning", "nik_prefix_unknown", prefix=_dotted(nik))]


def _check_person(
    reading: NikReading, birth_date: dt.date | None, sex: Sex | None
) -> list[Finding]:
    """Where the digits and the typed birth date and sex differ."""
    findings = []
    dates = reading.birth_dates
    if birth_date is not None and dates and birth_date not in dates:
        nik_date = short_date(reading.birth_date or dates[-1])
        typed = short_date(birth_date)
        findings.append(
            _finding(
                "warning", "nik_birth_date_differs", overridable=True, nik=nik_date, typed=typed
            )
        )
    if sex is not None and reading.sex is not None and sex != reading.sex:
        findings.append(
            _finding("warning", "nik_sex_differs", overridable=True, nik=reading.sex, typed=sex)
        )
    if birth_date is None and len(dates) == 2 and reading.birth_date is None:
        old, young = (short_date(date) for date in dates)
        findings.append(_finding("info", "nik_century", old=old, young=young))
    return findings


def _check_region(reading: NikReading, village: str, known: PrefixBook) -> Finding | None:
    prefix = normalise(village)[:6]
    if not reading.district or len(prefix) < 6 or reading.nik.startswith(prefix):
        return None
    district, regency = known.district_name(prefix), known.regency_name(prefix[:4])
    if district is None:
        return None
    by_nik = f"Kec. {reading.district}, {reading.regency}"
    return _finding("info", "nik_area_differs", nik=by_nik, typed=f"Kec. {district}, {regency}")
