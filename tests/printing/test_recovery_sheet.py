"""The recovery sheet opens what was sealed to the office, from paper."""

import datetime as dt
import io
from pathlib import Path

import pyrage
import pytest
import zxingcpp

from jamsos_desktop.printing.recovery_sheet import write_recovery_sheet
from tests.printing.pages import fonts_of, grey_page, needs_poppler, needs_qpdf, run, text_of

IDENTITY = pyrage.x25519.Identity.generate()


def write(target: io.BytesIO, *, identity: str = str(IDENTITY), practice: bool = False) -> None:
    write_recovery_sheet(
        target,
        office_name="Dinas Tenaga Kerja Kota Mojokerto",
        identity=identity,
        recipient=str(IDENTITY.to_public()),
        created_on=dt.date(2025, 11, 12),
        practice=practice,
    )


def saved(folder: Path, *, practice: bool = False) -> Path:
    target = io.BytesIO()
    write(target, practice=practice)
    path = folder / "recovery.pdf"
    path.write_bytes(target.getvalue())
    return path


@needs_poppler
def test_the_scanned_code_opens_a_sealed_file(tmp_path: Path) -> None:
    sealed = pyrage.encrypt(b"rahasia", [IDENTITY.to_public()])
    [code] = zxingcpp.read_barcodes(
        grey_page(saved(tmp_path), 150), formats=zxingcpp.BarcodeFormat.QRCode
    )
    assert pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(code.text)]) == b"rahasia"


@needs_poppler
def test_the_typed_letters_are_the_same_key(tmp_path: Path) -> None:
    text = text_of(saved(tmp_path))
    typed = text[text.index("AGE-SECRET-KEY-1") : text.index("Kunci umum")].replace(" ", "")
    assert typed == str(IDENTITY)
    assert str(IDENTITY.to_public()) in text


@needs_poppler
@needs_qpdf
def test_one_sound_page_that_says_how_to_keep_it(tmp_path: Path) -> None:
    path = saved(tmp_path)
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", path)
    assert all(row[-5] == "yes" for row in fonts_of(path))
    assert "Pages:           1\n" in run("pdfinfo", path)
    text = text_of(path)
    assert "Dinas Tenaga Kerja Kota Mojokerto" in text
    assert "12-11-2025" in text
    assert "Jangan difoto" in text
    assert "LATIHAN" not in text


@needs_poppler
def test_a_practice_sheet_says_so(tmp_path: Path) -> None:
    path = saved(tmp_path, practice=True)
    assert text_of(path).count("LATIHAN") == 2
    [code] = zxingcpp.read_barcodes(grey_page(path, 150), formats=zxingcpp.BarcodeFormat.QRCode)
    assert code.text == str(IDENTITY)


def test_the_same_office_gives_the_same_bytes() -> None:
    first, second = io.BytesIO(), io.BytesIO()
    write(first)
    write(second)
    assert first.getvalue() == second.getvalue()


def test_half_a_key_is_not_printed() -> None:
    with pytest.raises(ValueError, match="identity"):
        write(io.BytesIO(), identity=str(IDENTITY)[:-1])
