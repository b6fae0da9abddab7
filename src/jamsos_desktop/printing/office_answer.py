"""What the office answered to a station, for people to read and to sign (*balasan kantor*)."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from jamsos_desktop.domain.field_labels import label
from jamsos_desktop.domain.office_words import NAMES
from jamsos_desktop.domain.standing import Standing
from jamsos_desktop.i18n import N_, _
from jamsos_desktop.printing.list_page import Closing, Column, Heading, Section, Table, write_list
from jamsos_desktop.printing.pdf import Writable

#: In this order they stand on the paper: first where something is to be done.
ORDER: tuple[Standing, ...] = (
    *("perlu_perbaikan", "duplikat", "ditolak", "ditolak_bpjs", "aktif", "dikirim"),
    *("diterima", "menunggu", "diekspor", "tersimpan", "dibatalkan", "dicabut"),
)
#: What is to be done at the station, where anything is.
_TODO: Mapping[Standing, str] = {
    "perlu_perbaikan": N_("Perbaiki, lalu ekspor lagi."),
    "duplikat": N_("Kartunya tidak berlaku; tarik kembali."),
    "ditolak": N_("Beri tahu orangnya."),
    "ditolak_bpjs": N_("Tanyakan kepada orangnya, perbaiki, lalu ekspor lagi."),
    "diekspor": N_("Belum sampai di kantor; ekspor lagi."),
    "tersimpan": N_("Belum diekspor."),
}


class Line(NamedTuple):
    """One registration. ``kept`` is the number that stands in the place of a duplicate."""

    number: str
    name: str
    standing: Standing
    reason: str = ""
    fields: Sequence[str] = ()  # what is to be corrected
    kept: str = ""


class Reach(NamedTuple):
    """How far the station's journal arrived; ``number`` is the last registration that did."""

    seq: int
    number: str = ""


def write_office_answer(
    target: Writable,
    heading: Heading,
    reach: Reach,
    lines: Sequence[Line],
    *,
    date: dt.date,
    officer: str,
) -> None:
    """Write how far it arrived, how many stand where, and a line for each person.

    ``officer`` is who wrote the answer at the office.
    """
    ordered = sorted(lines, key=lambda line: (ORDER.index(line.standing), line.number))
    columns = (
        Column(_("No."), 11, right=True),
        Column(_("Nomor"), 32),
        Column(_("Nama"), 50),
        Column(_("Keadaan"), 30),
        Column(_("Alasan dan yang harus dilakukan"), 60),
    )
    rows = [(str(n), *_cells(line)) for n, line in enumerate(ordered, 1)]
    signers = ((_("Petugas kantor"), officer), (_("Koordinator pos"), ""))
    write_list(
        target,
        heading._replace(words=_summary(reach, ordered)),
        Table(columns),
        [Section(rows)],
        Closing(heading.office, date, signers),
    )


def _summary(reach: Reach, lines: Sequence[Line]) -> str:
    """``Diterima kantor sampai catatan 120 (MJK1-00042-K). 45 orang: 2 perlu perbaikan, ...``."""
    said = _("Kantor belum menerima apa pun dari pos ini.")
    if reach.seq and reach.number:
        said = _(
            "Kantor sudah menerima semua sampai catatan {seq}, pendaftaran terakhir {number}.",
            seq=reach.seq,
            number=reach.number,
        )
    elif reach.seq:
        said = _("Kantor sudah menerima semua sampai catatan {seq}.", seq=reach.seq)
    counts = [(one, sum(line.standing == one for line in lines)) for one in ORDER]
    parts = ", ".join(f"{count} {_(NAMES[one])}" for one, count in counts if count)
    total = _("{count} pendaftaran: {parts}.", count=len(lines), parts=parts)
    return f"{said} {total}" if lines else said


def _cells(line: Line) -> tuple[str, str, str, str]:
    todo = _(_TODO[line.standing]) if line.standing in _TODO else ""
    kept = _("Yang dipakai: {number}.", number=line.kept) if line.kept else ""
    fields = ", ".join(map(label, line.fields))
    why = f"{fields}: {line.reason}" if fields and line.reason else fields or line.reason
    why = f"{why.rstrip('.')}." if why else ""
    return (
        line.number,
        line.name,
        _(NAMES[line.standing]),
        " ".join(filter(None, (why, kept, todo))),
    )
