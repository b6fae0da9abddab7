"""A person's data (*data saya*, UU 27/2022): what is held on them, and who saw it."""

import datetime as dt
from collections.abc import Sequence

from jamsos_desktop.i18n import _
from jamsos_desktop.printing.list_page import Closing, Column, Heading, Section, Table, write_list
from jamsos_desktop.printing.pdf import Writable

Line = tuple[str, str]


def write_own_data(
    target: Writable,
    heading: Heading,
    held: Sequence[Line],
    history: Sequence[Line],
    *,
    date: dt.date,
    officer: str,
) -> None:
    """Write labels with their values, then on pages of their own what happened to the data."""
    columns = (Column(_("Perihal"), 60), Column(_("Isi"), 117))
    sections = [
        Section(held, _("Data yang disimpan")),
        Section(history, _("Riwayat: siapa yang mengisi, melihat, mencetak, dan mengirim")),
    ]
    signers = ((_("Petugas"), officer), (_("Pemilik data"), ""))
    closing = Closing(heading.office, date, signers)
    write_list(target, heading, Table(columns, row=8), sections, closing)
