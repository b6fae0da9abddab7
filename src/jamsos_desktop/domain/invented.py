"""People who do not exist, for practice and for tests: real places and occupations, invented rest.

Their NIKs are built as real ones are, with serials above 9000: the registry gives serials from 0001
upward for each place and birth date, and none comes near.
"""

import datetime as dt
from collections.abc import Sequence

from jamsos_desktop.domain.enrolment_form import EnrolmentForm
from jamsos_desktop.domain.records import Consent

_WOMEN = (
    *("Siti Aminah", "Sri Wahyuni", "Endang Lestari", "Nur Hidayati", "Dewi Anggraeni"),
    *("Sumarni", "Ratna Puspita", "Umi Kulsum", "Yuli Astutik", "Kartini", "Suyati"),
    *("Eka Rahmawati", "Lilik Mardiana", "Ninik Sulastri", "Tutik Handayani", "Wiwik Ernawati"),
)
_MEN = (
    *("Budi Santoso", "Moh. Arifin", "Agus Setiawan", "Slamet Riyadi", "Joko Susilo"),
    *("Suparman", "Achmad Fauzi", "Hari Purnomo", "Eko Prasetyo", "Mulyono", "Sugeng Widodo"),
    *("Imam Syafi'i", "Dwi Cahyono", "Bambang Irawan", "Rudi Hartono", "Wahyu Nugroho"),
)
_SECOND = (
    *("", "Wulandari", "Saputra", "Maharani", "Kusuma", "Pratama", "Utami", "Hidayat"),
    *("Permata", "Ramadhan", "Cahyani", "Wijaya", "Safitri", "Kurniawan", "Lestari", "Firmansyah"),
)
_STREETS = ("Jl. Kenanga", "Jl. Melati", "Gg. Mawar", "Jl. Raya Pasar", "Gg. Masjid", "Jl. Benteng")
_TOWNS = ("Mojokerto", "Surabaya", "Pasuruan", "Jombang", "Sidoarjo")
_SERIALS = 999


def invent(
    number: int, villages: Sequence[str], occupations: Sequence[str], today: dt.date
) -> EnrolmentForm:
    """The ``number``-th invented person (from 0), always the same for the same arguments.

    ``villages`` are dotted codes, ``occupations`` ids; people are between 19 and 60 years old.
    Different numbers below 900,000 give different NIKs.
    """
    woman = number % 2 == 0
    names = _WOMEN if woman else _MEN
    name = f"{names[number // 2 % len(names)]} {_SECOND[number // 32 % len(_SECOND)]}".strip()
    village = villages[number % len(villages)]
    birth_date = _birth_date(number, today)
    return EnrolmentForm(
        nik=_nik(village, birth_date, woman=woman, serial=9001 + number % _SERIALS),
        name=name,
        birth_place=_TOWNS[number % len(_TOWNS)],
        birth_date=f"{birth_date:%d-%m-%Y}",
        sex="P" if woman else "L",
        mother_name=_WOMEN[(number * 7 + 3) % len(_WOMEN)],
        address=f"{_STREETS[number % len(_STREETS)]} No. {number % 90 + 1}",
        rt=f"{number % 9 + 1}",
        rw=f"{number % 5 + 1}",
        village=village,
        phone=f"0812{number * 7919 % 10_000_000:07d}",
        occupation=occupations[number * 5 % len(occupations)],
        workplace="Pasar dan sekitarnya" if number % 3 else "",
        income=str(900_000 + number % 12 * 50_000),
        heir_name=names[(number * 3 + 1) % len(names)],
        heir_relation="Anak",
    )


def invented_consent(day: dt.date, officer_id: str) -> Consent:
    """What an invented person would have signed, on a paper that does not exist either."""
    return Consent(at=day.isoformat(), by=officer_id, language="id", version=1, method="kertas")


def _birth_date(number: int, today: dt.date) -> dt.date:
    """Walks through the years and days so that 999 people share a serial's worth of dates."""
    year = today.year - 60 + number * 11 % 41
    return dt.date(year, 1, 1) + dt.timedelta(days=number * 37 % 360)


def _nik(village: str, birth_date: dt.date, *, woman: bool, serial: int) -> str:
    prefix = village.replace(".", "")[:6]
    day = birth_date.day + (40 if woman else 0)
    return f"{prefix}{day:02d}{birth_date:%m%y}{serial:04d}"
