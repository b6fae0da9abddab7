"""What people type about a person, understood the same way in the form, in a CSV and in a terminal.

Parsers take any text and answer ``None`` (or leave the text alone) where they do not understand.
"""

import datetime as dt
import re
import unicodedata

from jamsos_desktop.domain.dates import likely_birth_year
from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.domain.records import Answer, Sex
from jamsos_desktop.i18n import N_, _

#: Permendagri 73/2022: 60 letters with the blanks.
LONGEST_NAME = 60

_ISO_DATE = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_DATE = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4}|[0-9]{2})")
_DIGITS_DATE = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4}|[0-9]{2})")
_RUPIAH = re.compile(r"(?:rp\.?)?([0-9]{1,12}|[0-9]{1,3}(?:[.,][0-9]{3}){1,3})(?:,00|,-)?")
_PHONE = re.compile(r"08[0-9]{8,11}")
_SEXES: dict[str, Sex] = {
    **dict.fromkeys(("l", "lk", "laki-laki", "lakilaki", "laki", "pria"), "L"),
    **dict.fromkeys(("p", "pr", "perempuan", "wanita"), "P"),
}
_ANSWERS: dict[str, Answer] = {
    **dict.fromkeys(("ya", "y", "iya"), "ya"),
    **dict.fromkeys(("tidak", "tdk", "t", "bukan"), "tidak"),
    "tidak tahu": "tidak_tahu",
}
_DAYS = (
    *(N_("Senin"), N_("Selasa"), N_("Rabu"), N_("Kamis"), N_("Jumat")),
    *(N_("Sabtu"), N_("Minggu")),
)
_MONTHS = (
    *(N_("Januari"), N_("Februari"), N_("Maret"), N_("April"), N_("Mei"), N_("Juni")),
    *(N_("Juli"), N_("Agustus"), N_("September"), N_("Oktober"), N_("November"), N_("Desember")),
)


def parse_date(text: str, today: dt.date) -> dt.date | None:
    """A day from 17081990, 170890, 17-8-1990, 17/8/90, 17.8.1990 or 1990-08-17.

    Two-digit years are birth years and follow the window of
    :func:`jamsos_desktop.domain.dates.likely_birth_year`; where that has two readings (12 to 26 in
    2026) the answer is ``None``: the year must be typed in full.
    """
    typed = " ".join(text.split())
    iso = _ISO_DATE.fullmatch(typed)
    if iso:
        return _date(int(iso[1]), int(iso[2]), int(iso[3]))
    match = _DATE.fullmatch(typed) or _DIGITS_DATE.fullmatch(typed)
    if match is None:
        return None
    year = int(match[3]) if len(match[3]) == 4 else likely_birth_year(int(match[3]), today)
    return None if year is None else _date(year, int(match[2]), int(match[1]))


def long_date(day: dt.date) -> str:
    """``Rabu, 12 November 2025``, in the chosen language."""
    return f"{_(_DAYS[day.weekday()])}, {day.day} {month_name(day.month)} {day.year}"


def month_name(month: int) -> str:
    """The month with this number, 1 to 12, in the chosen language."""
    return _(_MONTHS[month - 1])


def parse_rupiah(text: str) -> int | None:
    """Whole rupiah from 1000000, 1.000.000, Rp1.000.000, Rp 1,000,000 or Rp1.000.000,00."""
    match = _RUPIAH.fullmatch("".join(text.split()).lower())
    if match is None:
        return None
    separators = set(match[1]) & set(".,")
    return int(re.sub("[.,]", "", match[1])) if len(separators) < 2 else None


def group_rupiah(amount: int) -> str:
    """``Rp1.000.000``."""
    sign = "-" if amount < 0 else ""
    return f"{sign}Rp{abs(amount):,}".replace(",", ".")


def normalise_phone(text: str) -> str:
    """Digits beginning with 0, from 0812…, +62 812…, 62812… or 812… with any marks between.

    Text with anything but digits and marks comes back with its ends stripped and nothing changed.
    """
    digits = re.sub(r"[\s().\-]+", "", text)
    plus = digits.startswith("+")
    digits = digits.removeprefix("+")
    if not (digits.isascii() and digits.isdigit()):
        return text.strip()
    if digits.startswith("62"):
        rest = digits[2:]
        return rest if rest.startswith("0") else "0" + rest
    if digits.startswith("8") and not plus:
        return "0" + digits  # a spreadsheet took the leading zero for decoration
    return "+" + digits if plus else digits


def group_phone(phone: str) -> str:
    """``0812-3456-7890``; works for a number that is still being typed, leaves other text alone."""
    if not (phone.isascii() and phone.isdigit()):
        return phone
    return "-".join(phone[start : start + 4] for start in range(0, len(phone), 4))


def check_phone(phone: str) -> list[Finding]:
    """A warning when a normalised number is no usual mobile number; none when it is empty."""
    if not phone or _PHONE.fullmatch(phone):
        return []
    return [Finding(level="warning", code="phone_format", field="phone")]


def normalise_name(text: str) -> str:
    """The name with single blanks and composed letters; its case is as typed."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def check_name(name: str, field: str = "name") -> list[Finding]:
    """What is odd about a normalised name. One word, apostrophes, dots and hyphens are usual.

    Permendagri 73/2022 limits new names only; older documents stay valid, so a long name can be set
    aside with a reason.
    """
    if not name:
        return [Finding(level="error", code="name_empty", field=field)]
    findings = []
    if len(name) > LONGEST_NAME:
        values = {"count": str(len(name))}
        findings.append(
            Finding(level="error", code="name_long", field=field, values=values, overridable=True)
        )
    odd = sorted({char for char in name if not _usual_in_names(char)})
    if odd:
        values = {"characters": " ".join(odd)}
        findings.append(
            Finding(level="warning", code="name_characters", field=field, values=values)
        )
    return findings


def parse_sex(text: str) -> Sex | None:
    """``L`` or ``P`` from L, P, laki-laki, perempuan, pria, wanita, in any case."""
    return _SEXES.get("".join(text.split()).casefold().rstrip("."))


def parse_answer(text: str) -> Answer:
    """``ya``, ``tidak`` or ``tidak_tahu``; nothing for what is none of them."""
    return _ANSWERS.get(" ".join(text.replace("_", " ").split()).casefold(), "")


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _usual_in_names(char: str) -> bool:
    return char in " '’‘`.-" or unicodedata.category(char)[0] in "LM"
