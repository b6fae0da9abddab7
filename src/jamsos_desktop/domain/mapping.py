"""How a file for BPJS Ketenagakerjaan looks: columns, headings and codes as data.

The official template for BPU is not public, so a branch's own is written into a file of
``resources/mappings/``; nothing of it is in the program. Every cell is text.
"""

import re
from collections.abc import Collection, Mapping

import msgspec

from jamsos_desktop.domain.records import Participant
from jamsos_desktop.i18n import _

#: The names of a place from the province down.
LEVELS = ("province_name", "regency_name", "district_name", "village_name")
#: What a column may take: the record's own fields, and what is looked up for it.
FIELDS = frozenset(
    {
        *Participant.__struct_fields__,
        *LEVELS,
        *("occupation_name", "programme_name", "group_number", "branch"),
    }
)
#: How a date may be written, and what ``strftime`` calls it.
DATE_FORMS = {"dd-mm-yyyy": "%d-%m-%Y", "dd/mm/yyyy": "%d/%m/%Y", "yyyy-mm-dd": "%Y-%m-%d"}
#: Texts that a spreadsheet takes for a formula begin so (CWE-1236), or would without the quotes
#: that stand before them.
_FORMULA = re.compile(r"'*[\t\r\n=+\-@＝＋－＠]")  # full-width signs count too
_LONGEST = 32_767  # characters in a cell of a workbook; more is lost without a word


class Column(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One column: a field, or the same text in every row."""

    header: str
    field: str = ""
    fixed: str = ""
    codes: dict[str, str] = {}  # what stands in the record -> what the branch writes for it
    required: bool = False
    longest: int = 0  # characters; 0 where there is no limit


class ExportMapping(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole file."""

    version: int
    name: dict[str, str]  # by language
    note: dict[str, str]  # what is known of its source
    sheet: str
    date_form: str = "dd-mm-yyyy"
    capitals: bool = True  # names in capital letters, as on the KTP
    column: tuple[Column, ...]


class Lacking(msgspec.Struct, frozen=True):
    """Why a row would be refused. ``kind`` is ``empty``, ``long`` or ``no_code``."""

    header: str
    kind: str


def find_mistake(mapping: ExportMapping, fields: Collection[str]) -> str:
    """What is wrong with a mapping, in words for whoever writes it; nothing if it fits."""
    headers = [column.header for column in mapping.column]
    if not headers or not all(headers) or len(set(headers)) != len(headers):
        return _("setiap kolom perlu judulnya sendiri")
    if mapping.date_form not in DATE_FORMS:
        return _("date_form bukan salah satu dari {forms}", forms=", ".join(DATE_FORMS))
    for column in mapping.column:
        if bool(column.field) == bool(column.fixed):
            return _("{header}: pilih field atau fixed, salah satu", header=column.header)
        if column.field and column.field not in fields:
            words = _("{header}: tidak ada isian {field}")
            return words.format(header=column.header, field=column.field)
    return ""


def row_of(mapping: ExportMapping, values: Mapping[str, str]) -> tuple[list[str], list[Lacking]]:
    """The cells of one person in the mapping's order, and why BPJS would refuse them."""
    cells, lacking = [], []
    for column in mapping.column:
        text = column.fixed or values[column.field]
        coded = column.codes.get(text, "") if column.codes else text
        if column.required and not text:
            lacking.append(Lacking(column.header, "empty"))
        elif text and not coded:
            lacking.append(Lacking(column.header, "no_code"))
        elif len(coded) > (column.longest or _LONGEST):
            lacking.append(Lacking(column.header, "long"))
        cells.append(coded)
    return cells, lacking


def harmless(text: str) -> str:
    """The text as no spreadsheet takes it for a formula; :func:`plain_again` takes that back."""
    return f"'{text}" if _FORMULA.match(text) else text


def plain_again(text: str) -> str:
    """What :func:`harmless` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


class ResultLayout(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where BPJS's answers stand in a file, by headings without capitals, blanks and marks."""

    version: int
    name: dict[str, str]
    status: tuple[str, ...]
    reason: tuple[str, ...]
    nik: tuple[str, ...]
    person: tuple[str, ...]
    number: tuple[str, ...] = ()
    accepted: tuple[str, ...]  # what the status says for yes, in small letters
    refused: tuple[str, ...]


def columns_of(layout: ResultLayout, headings: list[str]) -> dict[str, int]:
    """The place of ``status``, ``reason``, ``nik``, ``person`` and ``number`` among the headings.

    What is not there is not in the answer.
    """
    found = {}
    for part in ("status", "reason", "nik", "person", "number"):
        wanted = getattr(layout, part)
        places = (headings.index(name) for name in wanted if name in headings)
        if (place := next(places, None)) is not None:
            found[part] = place
    return found
