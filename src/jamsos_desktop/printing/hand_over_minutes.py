"""The minutes of a hand-over of cards (*berita acara serah terima kartu*), to be signed by each."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from jamsos_desktop.i18n import _
from jamsos_desktop.printing.list_page import Closing, Column, Heading, Section, Table, write_list
from jamsos_desktop.printing.pdf import Writable


class Receipt(NamedTuple):
    """One line. ``received`` is empty until the hand-over is journalled."""

    name: str
    number: str
    place: str
    received: str


def write_minutes(
    target: Writable,
    heading: Heading,
    people: Sequence[Receipt],
    *,
    date: dt.date,
    officer: str,
) -> None:
    """Write a row for each with room for the signature, and at the end who vouches for it."""
    columns = (
        Column(_("No."), 11),
        Column(_("Nama"), 45),
        Column(_("Nomor pendaftaran"), 32),
        Column(_("Alamat"), 36),
        Column(_("Diterima oleh"), 28),
        Column(_("Tanda tangan"), 28),
    )
    rows = [
        (str(n), one.name, one.number, one.place, one.received, "")
        for n, one in enumerate(people, 1)
    ]
    signers = (
        (_("Petugas yang menyerahkan"), officer),
        (_("Koordinator"), ""),
        (_("Mengetahui, pejabat setempat"), ""),
    )
    write_list(
        target, heading, Table(columns), [Section(rows)], Closing(heading.office, date, signers)
    )
