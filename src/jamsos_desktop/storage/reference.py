"""Rules and lists that are data: tariffs, occupations, rule books; TOML, validated.

A file that does not fit its schema is refused as a whole with ``UserError("reference_invalid")``.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TypeVar

import msgspec

from jamsos_desktop.domain import income
from jamsos_desktop.domain.contribution import Tariff, find_overlap
from jamsos_desktop.domain.dates import first_day
from jamsos_desktop.domain.eligibility_rules import RuleBook, find_mistake
from jamsos_desktop.domain.income import IncomeBands
from jamsos_desktop.domain.mapping import ExportMapping, ResultLayout
from jamsos_desktop.domain.mapping import find_mistake as find_mapping_mistake
from jamsos_desktop.domain.occupation import Occupation
from jamsos_desktop.errors import UserError
from jamsos_desktop.paths import resource

TARIFFS = "tariffs.toml"
OCCUPATIONS = "occupations.toml"
INCOME_BANDS = "income_bands.toml"
RULES = "rules"
MAPPINGS = "mappings"
USUAL = "standar"
_BOOK_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class _TariffFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    version: int
    tariff: tuple[Tariff, ...]


class _OccupationFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    version: int
    occupation: tuple[Occupation, ...]


_File = TypeVar(
    "_File", _TariffFile, _OccupationFile, IncomeBands, RuleBook, ExportMapping, ResultLayout
)


def load_tariffs(folder: Path | None = None) -> tuple[Tariff, ...]:
    """The contribution rows of ``tariffs.toml`` in a folder; the shipped one unless given."""
    tariffs = _decode(_read(folder, TARIFFS), TARIFFS, _TariffFile).tariff
    for tariff in tariffs:
        last = tariff.last_month
        if first_day(tariff.first_month) is None or (last and first_day(last) is None):
            raise _invalid(TARIFFS, f"no month YYYY-MM: {tariff.first_month} – {last}")
        if min(tariff.jkk, tariff.jkm) < 0 or (last and last < tariff.first_month):
            raise _invalid(TARIFFS, f"impossible row from {tariff.first_month}")
    overlap = find_overlap(tariffs)
    if overlap is not None:
        one, other = overlap
        raise _invalid(TARIFFS, f"rows overlap: from {one.first_month}, from {other.first_month}")
    return tariffs


def load_occupations(folder: Path | None = None) -> tuple[Occupation, ...]:
    """The occupations of ``occupations.toml`` in a folder; the shipped list unless given."""
    occupations = _decode(_read(folder, OCCUPATIONS), OCCUPATIONS, _OccupationFile).occupation
    count = Counter(occupation.id for occupation in occupations)
    twice = sorted(name for name, times in count.items() if times > 1)
    if twice:
        raise _invalid(OCCUPATIONS, f"id used twice: {', '.join(twice)}")
    return occupations


def load_income_bands(folder: Path | None = None) -> IncomeBands:
    """The bands of ``income_bands.toml`` in a folder; the shipped ones unless given."""
    found = _decode(_read(folder, INCOME_BANDS), INCOME_BANDS, IncomeBands)
    if mistake := income.find_mistake(found.bands):
        raise _invalid(INCOME_BANDS, mistake)
    return found


def rule_book_names(folder: Path | None = None) -> list[str]:
    """The names of the rule books of a folder ``rules``, the usual one first."""
    names = [path.stem for path in (folder or resource(RULES)).glob("*.toml")]
    return sorted(names, key=lambda name: (name != USUAL, name))


def load_rule_book(
    name: str, occupations: Mapping[str, Occupation], folder: Path | None = None
) -> RuleBook:
    """The rule book ``<name>.toml`` of the shipped folder ``rules``, or of another one.

    The name comes from a record, perhaps of a newer version: one that is no plain name or that is
    not here is refused like a broken file.
    """
    file = f"{RULES}/{name[:40]}.toml"
    if not _BOOK_NAME.fullmatch(name):
        raise _invalid(file, "no name of a rule book")
    book = _decode(_read(folder or resource(RULES), f"{name}.toml"), file, RuleBook)
    if mistake := find_mistake(book, occupations):
        raise _invalid(file, mistake)
    return book


def load_mapping(name: str, fields: Collection[str], folder: Path | None = None) -> ExportMapping:
    """The layout ``<name>.toml`` of ``mappings``, which may take these fields of a participant."""
    file = f"{MAPPINGS}/{name[:40]}.toml"
    if not _BOOK_NAME.fullmatch(name):
        raise _invalid(file, "no name of a mapping")
    made = _decode(_read(folder or resource(MAPPINGS), f"{name}.toml"), file, ExportMapping)
    if mistake := find_mapping_mistake(made, fields):
        raise _invalid(file, mistake)
    return made


def list_mappings(prefix: str, folder: Path | None = None) -> list[str]:
    """The names in ``mappings`` that begin so: ``bpjs-`` goes there, ``hasil-`` comes back."""
    found = (folder or resource(MAPPINGS)).glob(f"{prefix}*.toml")
    return sorted(path.stem for path in found)


def load_result_layout(name: str, folder: Path | None = None) -> ResultLayout:
    """How answers are read: ``<name>.toml`` of ``mappings``."""
    file = f"{MAPPINGS}/{name[:40]}.toml"
    if not _BOOK_NAME.fullmatch(name):
        raise _invalid(file, "no name of a layout")
    return _decode(_read(folder or resource(MAPPINGS), f"{name}.toml"), file, ResultLayout)


def _read(folder: Path | None, name: str) -> bytes:
    path = resource(name) if folder is None else folder / name
    try:
        return path.read_bytes()
    except OSError as error:
        raise _invalid(name, error.strerror or type(error).__name__) from error


def _decode(raw: bytes, name: str, kind: type[_File]) -> _File:
    try:
        return msgspec.toml.decode(raw, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _invalid(name, str(error)) from error


def _invalid(name: str, reason: str) -> UserError:
    return UserError("reference_invalid", file=name, reason=reason)
