"""Receipts: on A4 and on rolls, read back and looked at."""

import io
import re
from pathlib import Path

import msgspec
import pytest

from jamsos_desktop.domain import card as says
from jamsos_desktop.errors import UserError
from jamsos_desktop.printing.receipt import (
    KINDS,
    TITLE,
    PaperLook,
    Receipt,
    ReceiptKind,
    check_receipt,
    load_receipt,
    receipts_on_page,
    write_receipts,
)
from jamsos_desktop.printing.template import Text
from tests.printing.factories import make_content
from tests.printing.pages import (
    assert_looks_as_before,
    fonts_of,
    grey_page,
    needs_poppler,
    needs_qpdf,
    page_count,
    run,
    text_of,
)

LONG_NAME = "MUHAMMAD ABDURRAHMAN WAHID HASYIM ASY’ARI KUSUMANINGRAT PUTR"
#: What printers do not reach, mm.
EDGES = {"a6_4": 8.0, "a6_2": 8.0, "slip_80": 4.0, "slip_58": 5.0}


def receipt(**changes: object) -> Receipt:
    return Receipt(make_content(**changes), "12-11-2025 10:12", "Dinas Tenaga Kerja Kota Uji")


def saved(
    folder: Path, kind: ReceiptKind = "a6_4", count: int = 1, copy: int = 1, **changes: object
) -> Path:
    path = folder / f"{kind}.pdf"
    one = receipt(**changes)._replace(copy=copy)
    with path.open("wb") as target:
        write_receipts([one] * count, target, kind, PaperLook(city="Kota Uji"))
    return path


@needs_poppler
@pytest.mark.parametrize("kind", KINDS)
def test_a_receipt_says_what_was_registered_and_what_comes_next(
    tmp_path: Path, kind: ReceiptKind
) -> None:
    text = text_of(saved(tmp_path, kind))
    for sentence in (TITLE, says.NOT_OFFICIAL, says.NO_KPJ_YET, says.FULL_JKM):
        assert sentence in text
    for word in (says.REPORT_ACCIDENT, "175", "Siti Aminah", "3576••••••••0001", "Dewi Lestari"):
        assert word in text
    for word in ("MJK1-000001-7", "Pedagang keliling", "12-11-2025 10:12", "mencabut persetujuan"):
        assert word in text
    assert "datanglah ke Dinas Tenaga Kerja Kota Uji" in text
    assert not re.search(r"\d{11}", text)
    assert "LATIHAN" not in text


@needs_poppler
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_printed_where_printers_do_not_reach(tmp_path: Path, kind: ReceiptKind) -> None:
    page = grey_page(saved(tmp_path, kind, 4, name="W" * 60, practice=True), 150)
    margin = int(EDGES[kind] * 150 / 25.4) - 1
    page.paste(255, (margin, margin, page.width - margin, page.height - margin))
    assert page.getextrema() == (255, 255)


@needs_poppler
@needs_qpdf
@pytest.mark.parametrize("kind", KINDS)
def test_the_file_is_sound_and_carries_its_fonts(tmp_path: Path, kind: ReceiptKind) -> None:
    path = saved(tmp_path, kind, 9)
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", path)
    assert all("PlusJakartaSans" in row[0] and row[-5] == "yes" for row in fonts_of(path))
    assert re.search(r"Title: +Tanda terima pendaftaran", run("pdfinfo", path))
    assert b"/Lang (id-ID)" in path.read_bytes()


@pytest.mark.parametrize(
    ("kind", "pages"), [("a6_4", 2), ("a6_2", 3), ("slip_80", 5), ("slip_58", 5)]
)
def test_as_many_as_fit_stand_on_a_page(tmp_path: Path, kind: ReceiptKind, pages: int) -> None:
    assert page_count(saved(tmp_path, kind, 5)) == pages


@needs_poppler
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", [LONG_NAME, "I"])
def test_long_and_short_names_are_whole(tmp_path: Path, kind: ReceiptKind, name: str) -> None:
    said = text_of(saved(tmp_path, kind, name=name))
    assert f" {name} 3576" in said.replace("MJK1-000001-7 ", "")


@needs_poppler
@pytest.mark.parametrize("kind", KINDS)
def test_practice_is_written_on_every_receipt(tmp_path: Path, kind: ReceiptKind) -> None:
    assert "LATIHAN" in text_of(saved(tmp_path, kind, practice=True))


@needs_poppler
@pytest.mark.parametrize("kind", KINDS)
def test_a_copy_says_that_it_is_one(tmp_path: Path, kind: ReceiptKind) -> None:
    assert "SALINAN" not in text_of(saved(tmp_path, kind))
    assert "SALINAN KE-2" in text_of(saved(tmp_path, kind, copy=2))


@pytest.mark.parametrize("kind", KINDS)
def test_as_many_stand_on_a_page_as_is_said(tmp_path: Path, kind: ReceiptKind) -> None:
    count = receipts_on_page(kind)
    assert page_count(saved(tmp_path, kind, count)) == 1
    assert page_count(saved(tmp_path, kind, count + 1)) == 2


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_receipts_give_the_same_bytes(kind: ReceiptKind) -> None:
    first, second = io.BytesIO(), io.BytesIO()
    for target in (first, second):
        assert write_receipts([receipt(), receipt(name="B")], target, kind) == 2
    assert first.getvalue() == second.getvalue()


def test_a_template_that_softens_the_warning_is_refused() -> None:
    template = load_receipt("a6_4")
    [page] = template.pages
    boxes = tuple(
        msgspec.structs.replace(box, size=7.0, smallest=7.0)
        if isinstance(box, Text) and box.name == "not-official"
        else box
        for box in page.boxes
    )
    softer = msgspec.structs.replace(template, pages=(msgspec.structs.replace(page, boxes=boxes),))
    with pytest.raises(UserError) as caught:
        check_receipt(softer)
    assert caught.value.code == "template_weight"


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_that_hides_copies_is_refused(kind: ReceiptKind) -> None:
    template = load_receipt(kind)
    [page] = template.pages
    boxes = tuple(box for box in page.boxes if box.name != "copy")
    silent = msgspec.structs.replace(template, pages=(msgspec.structs.replace(page, boxes=boxes),))
    with pytest.raises(UserError) as caught:
        check_receipt(silent)
    assert caught.value.code == "template_missing"


def test_progress_is_told_and_no_receipts_are_no_document() -> None:
    told: list[tuple[int, int]] = []
    write_receipts(
        [receipt()] * 5,
        io.BytesIO(),
        total=5,
        report=lambda done, total: told.append((done, total)),
    )
    assert told == [(4, 5), (5, 5)]
    with pytest.raises(ValueError, match="no receipts"):
        write_receipts([], io.BytesIO())


@pytest.mark.parametrize("kind", KINDS)
def test_it_looks_as_it_looked(tmp_path: Path, kind: ReceiptKind) -> None:
    path = saved(tmp_path, kind, 2, practice=kind == "slip_58")
    assert_looks_as_before(path, 0, f"receipt-{kind}", 50)
