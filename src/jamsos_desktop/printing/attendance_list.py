"""The attendance list of an event (*daftar hadir*), to be signed and continued by hand."""

from collections.abc import Sequence

from jamsos_desktop.i18n import _
from jamsos_desktop.printing.list_page import Column, Heading, Section, Table, write_list
from jamsos_desktop.printing.pdf import Writable

ROWS = 20  # a page


def write_attendance_list(
    target: Writable, heading: Heading, people: Sequence[tuple[str, str]]
) -> None:
    """Write name and address of each, numbered, and empty rows to the end of the last page.

    There is always an empty row: a full page is followed by an empty one.
    """
    rows = (len(people) // ROWS + 1) * ROWS
    empty = [("", "")] * (rows - len(people))
    numbered = [(str(n), *texts, "") for n, texts in enumerate([*people, *empty], 1)]
    columns = (
        Column(_("No."), 12),
        Column(_("Nama"), 62),
        Column(_("Alamat"), 58),
        Column(_("Tanda tangan"), 45),
    )
    pages = [Section(numbered[first : first + ROWS]) for first in range(0, rows, ROWS)]
    write_list(target, heading, Table(columns), pages)
