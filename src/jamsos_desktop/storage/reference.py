"""Rules and lists that are data: tariffs, occupations, rule books; TOML, validated.

Each reader gets the text of a file and its name as below ``resources/``. A file that does not fit
its schema is refused as a whole with ``UserError("reference_invalid")``.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from functools import cache, lru_cache
from typing import Any, TypeVar, cast

import msgspec

from jamsos_desktop.domain import income
from jamsos_desktop.domain.contribution import Tariff, find_gap, find_overlap
from jamsos_desktop.domain.dates import first_day
from jamsos_desktop.domain.eligibility_rules import RuleBook, find_mistake
from jamsos_desktop.domain.income import IncomeBands
from jamsos_desktop.domain.mapping import ExportMapping, ResultLayout
from jamsos_desktop.domain.mapping import find_mistake as find_mapping_mistake
from jamsos_desktop.domain.occupation import Occupation
from jamsos_desktop.domain.reference_file import (
    INCOME_BANDS,
    MAPPINGS,
    OCCUPATIONS,
    RULES,
    TARIFFS,
    TEXTS,
)
from jamsos_desktop.errors import UserError
from jamsos_desktop.i18n import _
from jamsos_desktop.paths import resource
from jamsos_desktop.storage.decoding_words import why_unreadable

_T = TypeVar("_T")
_KEPT = 256  # files that stay understood: what is shipped, and what offices replaced


class _TariffFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    version: int
    tariff: tuple[Tariff, ...]


class _OccupationFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    version: int
    occupation: tuple[Occupation, ...]


class _Head(msgspec.Struct, frozen=True):
    version: int


@cache
def shipped_names() -> tuple[str, ...]:
    """Every file that comes with the program and that an office may replace, in order."""
    several = [f"{part}/{p.name}" for part in (RULES, MAPPINGS, TEXTS) for p in _files_of(part)]
    return (TARIFFS, OCCUPATIONS, INCOME_BANDS, *several)


@cache
def shipped_text(name: str) -> str:
    """A file as it came with the program. Raises ``reference_invalid`` where there is none."""
    if name not in shipped_names():
        raise invalid(name, _("tidak ada"))
    try:
        return resource(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise invalid(name, str(error)) from error


def read_version(text: str, name: str) -> int:
    """The number that every file has. Raises ``reference_invalid``."""
    return decode(text, name, _Head).version


def read_tariffs(text: str, name: str = TARIFFS) -> tuple[Tariff, ...]:
    """The contribution rows: no month twice for the same people, none between two rows missing."""
    tariffs = decode(text, name, _TariffFile).tariff
    if not tariffs:
        raise invalid(name, _("tidak ada satu baris pun"))
    for tariff in tariffs:
        last = tariff.last_month
        if first_day(tariff.first_month) is None or (last and first_day(last) is None):
            raise invalid(
                name, _("bukan bulan YYYY-MM: {month}", month=f"{tariff.first_month} – {last}")
            )
        if min(tariff.jkk, tariff.jkm) < 0 or (last and last < tariff.first_month):
            raise invalid(name, _("baris mulai {month} tidak mungkin", month=tariff.first_month))
    if pair := find_overlap(tariffs):
        words = _("baris mulai {one} dan baris mulai {other} tumpang tindih ({people})")
        raise invalid(name, _pair_words(words, *pair))
    if pair := find_gap(tariffs):
        words = _("antara baris mulai {one} dan baris mulai {other} ada bulan kosong ({people})")
        raise invalid(name, _pair_words(words, *pair))
    return tariffs


def read_occupations(text: str, name: str = OCCUPATIONS) -> dict[str, Occupation]:
    """The occupations by their ids, in the order of the list."""
    occupations = decode(text, name, _OccupationFile).occupation
    count = Counter(occupation.id for occupation in occupations)
    twice = sorted(one for one, times in count.items() if times > 1)
    if not occupations:
        raise invalid(name, _("tidak ada satu baris pun"))
    if twice:
        raise invalid(name, _("id dipakai dua kali: {ids}", ids=", ".join(twice)))
    return {occupation.id: occupation for occupation in occupations}


def read_income_bands(text: str, name: str = INCOME_BANDS) -> IncomeBands:
    """The bands of income, the lowest first."""
    found = decode(text, name, IncomeBands)
    if mistake := income.find_mistake(found.bands):
        raise invalid(name, mistake)
    return found


def read_rule_book(text: str, name: str, occupations: Mapping[str, Occupation]) -> RuleBook:
    """A rule book that names none but these occupations."""
    book = decode(text, name, RuleBook)
    if mistake := find_mistake(book, occupations):
        raise invalid(name, mistake)
    return book


def read_mapping(text: str, name: str, fields: Collection[str]) -> ExportMapping:
    """A layout of the file to BPJS, which may take these fields of a participant."""
    made = decode(text, name, ExportMapping)
    if mistake := find_mapping_mistake(made, fields):
        raise invalid(name, mistake)
    return made


def read_result_layout(text: str, name: str) -> ResultLayout:
    """How answers of BPJS are read."""
    return decode(text, name, ResultLayout)


def decode(text: str, name: str, kind: type[_T]) -> _T:
    """The file as a structure. Raises ``reference_invalid`` with the place in the file."""
    try:
        found: _T = _decode(text, cast(Any, kind))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise invalid(name, why_unreadable(str(error))) from error
    return found


def _pair_words(words: str, one: Tariff, other: Tariff) -> str:
    people = f"{one.payer}, {one.sector}"
    return words.format(one=one.first_month, other=other.first_month, people=people)


def invalid(name: str, reason: str) -> UserError:
    """Why a file is refused."""
    return UserError("reference_invalid", file=name, reason=reason)


@lru_cache(maxsize=_KEPT)
def _decode(text: str, kind: Any) -> Any:
    """By its content: the same text is the same structure at every desk."""
    return msgspec.toml.decode(text.encode(), type=kind)


def _files_of(part: str) -> list[Any]:
    return sorted(resource(part).glob("*.toml"))
