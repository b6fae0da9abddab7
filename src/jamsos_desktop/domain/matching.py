"""How likely two people are the same, with why. A score never refuses anything.

What agrees or differs adds or takes away weights, which are the logarithms (base 2) of how much
more often that is seen of one person written down twice than of two people (Fellegi and Sunter,
1969). The sum, against how rarely two people are one, gives a percentage. The weights were set on
the invented data of ``tests/twins.py``; docs/decisions/0008-duplicates.md has the figures.

Strings are compared by a function that the caller gives: this package uses no library for it.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Literal

import msgspec

from jamsos_desktop.domain import nik as niks
from jamsos_desktop.domain.names import COMMON, canonical
from jamsos_desktop.domain.records import Participant
from jamsos_desktop.i18n import N_, _

#: Of two words how alike they are, from 0 to 1.
Similarity = Callable[[str, str], float]
Dates = Literal["same", "swapped", "one_digit", "year_off", "differ", "unknown"]

#: People who reach it are shown.
SHOWN = 30
#: Names less alike than this make nobody likely, unless NIK or family card say so.
WORTH_A_LOOK = 0.6
#: What all weights start from: two people taken at random are hardly ever one.
_PRIOR = -10.0
_SAME_NIK = 40.0
_ALMOST_NIK = 4.0  # neighbours in the registry have such NIKs too
_OTHER_NIK = -2.0
_NAME = ((0.97, 9.0), (0.92, 7.0), (0.86, 5.0), (0.8, 2.0), (0.7, -1.0), (0.0, -10.0))
_MOTHER = ((0.92, 5.0), (0.82, 3.0), (0.7, 0.0), (0.0, -4.0))
_DATE: dict[Dates, float] = {
    "same": 9.0,
    "swapped": 6.0,
    "one_digit": 4.0,
    "year_off": 4.0,
    "differ": -7.0,
    "unknown": 0.0,
}
_YEARS_OFF = 2  # by which people misremember how old they are
_SAME_KK, _OTHER_KK = 5.0, -1.0
_SAME_VILLAGE, _OTHER_VILLAGE = 1.5, -0.5
_OTHER_SEX = -3.0
_COMMON_WEIGHT = 0.5  # what a word that so many carry counts beside another
_INITIAL = 0.9  # how alike an initial is to a word that begins with it


class Traits(msgspec.Struct, frozen=True):
    """What is compared of a person, brought to one form."""

    nik: str
    kk: str
    name: tuple[str, ...]
    birth_date: dt.date | None
    mother_name: tuple[str, ...]
    village: str
    sex: str


class Resemblance(msgspec.Struct, frozen=True):
    """What two people have in common. ``None`` where it is not known of both."""

    score: int  # 0 to 100
    weight: float  # what the score is made of: tells apart those who all have 100
    same_nik: bool
    almost_nik: bool
    name: float
    birth_date: Dates
    mother_name: float | None
    same_kk: bool | None
    same_village: bool | None


def traits_of(person: Participant) -> Traits:
    """What is compared of a participant. A placeholder is nobody's number."""
    return Traits(
        nik=comparable_number(person.nik),
        kk=comparable_number(person.kk),
        name=canonical(person.name),
        birth_date=person.birth_date,
        mother_name=canonical(person.mother_name),
        village=person.village,
        sex=person.sex or "",
    )


def comparable_number(text: str) -> str:
    """A NIK or a family card's number, or nothing: a placeholder never matches anybody."""
    return "" if len(text) != niks.LENGTH or niks.is_placeholder(text) else text


def compare(one: Traits, other: Traits, similar: Similarity) -> Resemblance:
    """How likely both are one person."""
    name = compare_names(one.name, other.name, similar)
    dates = compare_dates(one.birth_date, other.birth_date)
    mothers = None
    if one.mother_name and other.mother_name:
        mothers = compare_names(one.mother_name, other.mother_name, similar)
    niks_known = bool(one.nik and other.nik)
    same_nik = niks_known and one.nik == other.nik
    almost = niks_known and not same_nik and _one_slip(one.nik, other.nik)
    same_kk = one.kk == other.kk if one.kk and other.kk else None
    village = one.village == other.village if one.village and other.village else None
    bits = _PRIOR + _by(_NAME, name) + _DATE[dates]
    bits += _SAME_NIK if same_nik else _ALMOST_NIK if almost else _OTHER_NIK * niks_known
    bits += 0.0 if mothers is None else _by(_MOTHER, mothers)
    bits += _yes_or_no(same_kk, _SAME_KK, _OTHER_KK)
    bits += _yes_or_no(village, _SAME_VILLAGE, _OTHER_VILLAGE)
    bits += _OTHER_SEX if one.sex and other.sex and one.sex != other.sex else 0.0
    score = _score(bits)
    return Resemblance(score, bits, same_nik, almost, name, dates, mothers, same_kk, village)


def may_reach(found: Resemblance) -> bool:
    """Whether two people who were compared without their mothers' names could be shown with them.

    What else was left out of the comparison may only speak against them.
    """
    return _score(found.weight + _MOTHER[0][1]) >= SHOWN


def _score(bits: float) -> int:
    odds: float = 2.0**-bits
    return round(100 / (1 + odds))


def compare_names(one: tuple[str, ...], other: tuple[str, ...], similar: Similarity) -> float:
    """How alike two canonical names are, 0 to 1, in any order, with words lost on one side.

    Each word of the shorter name takes the word of the longer one that is most like it. A lost
    word takes little away; words that everybody carries count half.
    """
    if not one or not other:
        return 0.0
    if one == other:
        return 1.0
    few, many = sorted((one, other), key=len)
    left, total, weight = list(many), 0.0, 0.0
    for word in sorted(few, key=len, reverse=True):
        best = max(left, key=lambda candidate: _alike(word, candidate, similar))
        counts = _COMMON_WEIGHT if {word, best} <= COMMON else 1.0
        total += counts * _alike(word, best, similar)
        weight += counts
        left.remove(best)
    lost = sum(_COMMON_WEIGHT if word in COMMON else 1.0 for word in left)
    only_common = set(few) <= COMMON
    whole = max(total / weight * (1 - min(0.3 if only_common else 0.06, 0.06 * lost)), 0.0)
    together = similar("".join(one), "".join(other))
    return max(whole, together if len(one) != len(other) else 0.0)


def compare_dates(one: dt.date | None, other: dt.date | None) -> Dates:
    """Whether two dates are one, perhaps with day and month swapped, a digit or the year wrong."""
    if one is None or other is None:
        return "unknown"
    if one == other:
        return "same"
    if (one.year, one.month, one.day) == (other.year, other.day, other.month):
        return "swapped"
    if _one_slip(f"{one:%d%m%Y}", f"{other:%d%m%Y}"):
        return "one_digit"
    same_day = (one.month, one.day) == (other.month, other.day)
    return "year_off" if same_day and abs(one.year - other.year) <= _YEARS_OFF else "differ"


def dates_near(day: dt.date) -> tuple[dt.date, ...]:
    """Every date that :func:`compare_dates` finds close to this one, without it."""
    digits = f"{day.day:02d}{day.month:02d}{day.year:04d}"
    written = {
        digits[:place] + digit + digits[place + 1 :] for place in range(8) for digit in "0123456789"
    }
    written |= {_exchanged(digits, place) for place in range(7)}
    written.add(digits[2:4] + digits[:2] + digits[4:])
    years = range(day.year - _YEARS_OFF, day.year + _YEARS_OFF + 1)
    written |= {f"{digits[:4]}{year:04d}" for year in years}
    dates = {found for text in written if (found := _date(text)) and _of_a_life(found, day)}
    return tuple(sorted(dates - {day}))


def reasons(found: Resemblance) -> tuple[str, ...]:
    """Why, in words, the strongest first: ``nama mirip 94 %``, ``tanggal lahir sama``."""
    return tuple(_reasons(found))


_DATE_WORDS: dict[Dates, str] = {
    "same": N_("tanggal lahir sama"),
    "swapped": N_("tanggal dan bulan lahir tertukar"),
    "one_digit": N_("tanggal lahir beda satu angka"),
    "year_off": N_("tahun lahir beda sedikit"),
}


def _reasons(found: Resemblance) -> Iterator[str]:
    if found.same_nik:
        yield _("NIK sama")
    if found.almost_nik:
        yield _("NIK beda satu angka")
    if found.name >= 0.995:
        yield _("nama sama")
    elif found.name >= 0.7:
        yield _("nama mirip {percent} %", percent=int(found.name * 100))
    if found.birth_date in _DATE_WORDS:
        yield _(_DATE_WORDS[found.birth_date])
    if found.mother_name is not None and found.mother_name >= 0.82:
        yield _("nama ibu sama") if found.mother_name >= 0.995 else _("nama ibu mirip")
    if found.same_kk:
        yield _("nomor KK sama")
    if found.same_village:
        yield _("kelurahan sama")


def _alike(one: str, other: str, similar: Similarity) -> float:
    if min(len(one), len(other)) == 1:
        return _INITIAL if one[0] == other[0] else 0.0
    return similar(one, other)


def _by(steps: tuple[tuple[float, float], ...], value: float) -> float:
    return next(weight for least, weight in steps if value >= least)


def _yes_or_no(agrees: bool | None, yes: float, no: float) -> float:
    return 0.0 if agrees is None else yes if agrees else no


def _one_slip(one: str, other: str) -> bool:
    """One character differs, or two neighbours changed places; of texts of one length."""
    wrong = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(wrong) == 1 or (
        len(wrong) == 2 and wrong[1] == wrong[0] + 1 and _exchanged(one, wrong[0]) == other
    )


def _exchanged(digits: str, place: int) -> str:
    return digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]


def _date(digits: str) -> dt.date | None:
    try:
        return dt.date(int(digits[4:]), int(digits[2:4]), int(digits[:2]))
    except ValueError:
        return None


def _of_a_life(found: dt.date, day: dt.date) -> bool:
    """Both could have been born to people who are alive together; 2970 and 0990 are no years."""
    return abs(found.year - day.year) <= 100
