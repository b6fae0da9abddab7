"""The recovery sheet: of an office only, and with its key on it."""

import io

import pypdfium2

from jamsos_desktop.services.recovery import make_recovery_sheet, save_recovery_sheet
from jamsos_desktop.storage import facts


def text_of(pdf):
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return "".join(text.split())


def test_the_sheet_carries_the_key_that_opens(office):
    with office.database.reading() as connection:
        identity = facts.read_secrets(connection).age_identity
    assert identity in text_of(make_recovery_sheet(office))


def test_a_station_has_no_sheet(station, tmp_path, refused):
    refused("office_only", make_recovery_sheet, station)
    refused("office_only", save_recovery_sheet, station, tmp_path / "sheet.pdf")
    assert not (tmp_path / "sheet.pdf").exists()


def test_a_sheet_is_never_written_over_an_existing_file(office, tmp_path):
    (tmp_path / "sheet.pdf").write_bytes(b"mine")
    written = save_recovery_sheet(office, tmp_path / "sheet.pdf")
    assert written != tmp_path / "sheet.pdf"
    assert written.read_bytes().startswith(b"%PDF")
    assert (tmp_path / "sheet.pdf").read_bytes() == b"mine"
