"""The day's balance sheet (*neraca hari ini*), signed by the coordinator."""

import datetime as dt

from jamsos_desktop.domain.balance import Balance
from jamsos_desktop.i18n import _
from jamsos_desktop.printing.list_page import (
    STEP,
    Column,
    Heading,
    Section,
    Table,
    counted,
    write_list,
)
from jamsos_desktop.printing.pdf import Writable


def write_balance_sheet(
    target: Writable,
    heading: Heading,
    sheets: tuple[Balance, Balance],
    *,
    station: bool,
    date: dt.date,
    officer: str,
) -> None:
    """Write what was registered on the day beside what the whole event has.

    ``station``: this is no office's. Of officers it says only how many they are (decision 0019).
    """
    columns = (
        Column(_("Perihal"), 95),
        Column(_("Didaftarkan hari ini"), 30, right=True),
        Column(_("Seluruh kegiatan"), 30, right=True),
    )
    pairs = zip(*(_lines(one, station=station) for one in sheets), strict=True)
    rows = [(label, str(day), str(ever)) for (label, day), (_label, ever) in pairs]
    table, closing = Table(columns, row=8), counted(heading.office, date, officer)
    write_list(target, heading, table, [Section(rows)], closing)


def _lines(one: Balance, *, station: bool) -> list[tuple[str, int]]:
    return [
        (_("Pendaftaran dibuat"), one.made),
        (STEP + _("lengkap"), one.complete),
        (STEP + _("belum lengkap"), one.incomplete),
        (STEP + _("dibatalkan"), one.voided),
        (STEP + _("mencabut persetujuan"), one.withdrawn),
        (_("Peserta (lengkap + belum lengkap)"), one.counted),
        (STEP + _("kartu tercetak"), one.printed),
        (STEP + _("kartu belum dicetak"), one.not_printed),
        (STEP + _("kartu diserahkan"), one.handed),
        (STEP + _("kartu belum diserahkan"), one.not_handed),
        (_("Kartu yang harus ditarik (dibatalkan atau dicabut)"), one.to_return),
        *(_travel_of_station(one) if station else _travel_to_office(one)),
        (_("Orang yang tidak setuju datanya dipakai"), one.refused),
        (_("Petugas yang mendaftarkan"), one.officers),
    ]


def _travel_of_station(one: Balance) -> list[tuple[str, int]]:
    return [
        (_("Sudah diekspor"), one.exported),
        (STEP + _("diterima kantor"), one.accepted),
        (STEP + _("dikembalikan: perbaikan, duplikat, ditolak"), one.returned),
        (STEP + _("menunggu balasan"), one.waiting),
        (_("Belum diekspor, hanya ada di laptop ini"), one.not_exported),
    ]


def _travel_to_office(one: Balance) -> list[tuple[str, int]]:
    return [
        (_("Masuk dari pos"), one.elsewhere),
        (_("Dibuat di kantor ini"), one.here),
        (_("Peserta (lengkap + belum lengkap)"), one.counted),
        (STEP + _("diterima"), one.accepted),
        (STEP + _("dikembalikan: perbaikan, duplikat, ditolak"), one.returned),
        (STEP + _("menunggu keputusan"), one.undecided),
    ]
