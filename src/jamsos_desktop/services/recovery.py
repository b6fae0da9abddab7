"""The office's recovery sheet: the one way back in when every password is forgotten."""

import io
from pathlib import Path

from jamsos_desktop.bundle.naming import office_slug
from jamsos_desktop.bundle.safe_write import SafeWriter, write_new
from jamsos_desktop.errors import UserError
from jamsos_desktop.printing.recovery_sheet import write_recovery_sheet
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.storage import facts


def make_recovery_sheet(desk: Desk) -> bytes:
    """The sheet as a PDF in memory, to be printed without a file. Raises ``office_only``."""
    here = desk.installation
    if here.mode != "office":
        raise UserError("office_only")
    with desk.database.reading() as connection:
        identity = facts.read_secrets(connection).age_identity
    sheet = io.BytesIO()
    write_recovery_sheet(
        sheet,
        office_name=here.office_name,
        identity=identity,
        recipient=here.office_recipient,
        created_on=desk.clock().date(),
        practice=here.practice,
    )
    return sheet.getvalue()


def save_recovery_sheet(desk: Desk, target: Path) -> Path:
    """Write the sheet where the office asked for it, never over an existing file."""
    written = write_new(target, make_recovery_sheet(desk)).path
    with desk.database.writing() as connection:
        saved = facts.SheetSaved(desk.clock().isoformat(timespec="seconds"))
        facts.write_sheet_saved(connection, saved)
    return written


def wants_recovery_sheet(desk: Desk) -> bool:
    """Whether an office with real people has not saved its sheet yet, and an admin sits here."""
    here = desk.installation
    if here.mode != "office" or here.practice or desk.officer.role != "admin":
        return False
    with desk.database.reading() as connection:
        return facts.read_sheet_saved(connection) is None


def sheet_file_name(desk: Desk) -> str:
    """``lembar-pemulihan-kota-mojokerto.pdf``."""
    return f"lembar-pemulihan-{office_slug(desk.installation.office_name)}.pdf"


def check_sheet_target(target: Path) -> None:
    """Raise at once what saving the sheet there would raise later; nothing is left behind."""
    with SafeWriter(target):
        pass
