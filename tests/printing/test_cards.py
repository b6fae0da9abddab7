"""Sheets of cards: read back, looked at, and measured."""

import io
import re
import tracemalloc
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from jamsos_desktop.domain import card as says
from jamsos_desktop.printing.card_code import verify_code
from jamsos_desktop.printing.card_design import PrintedCard, load_design
from jamsos_desktop.printing.cards import write_card_sheet
from jamsos_desktop.printing.template import Text
from tests.printing.factories import OFFICE_KEY, make_cards, make_code, make_content
from tests.printing.pages import fonts_of, grey_page, needs_poppler, needs_qpdf, run, text_of

MM = 150 / 25.4  # pixels a millimetre at 150 dpi
LONG_NAME = "MUHAMMAD ABDURRAHMAN WAHID HASYIM ASY’ARI KUSUMANINGRAT PUTR"


def sheet(folder: Path, count: int = 10, *, practice: bool = False, **changes: object) -> Path:
    path = folder / "cards.pdf"
    with path.open("wb") as target:
        write_card_sheet(make_cards(count, practice=practice, **changes), target)
    return path


def first_card(page: Image.Image) -> Image.Image:
    """The upper left card of a page at 150 dpi, without the cutting lines around it."""
    left, top = (210 - 2 * 85.6) / 2, (297 - 5 * 53.98) / 2
    box = (left + 0.5, top + 0.5, left + 85.1, top + 53.4)
    return page.crop(tuple(round(side * MM) for side in box))  # type: ignore[arg-type]


@needs_poppler
def test_all_ten_codes_are_read_from_the_printed_page(tmp_path: Path) -> None:
    page = grey_page(sheet(tmp_path), 150)
    found = zxingcpp.read_barcodes(page, formats=zxingcpp.BarcodeFormat.QRCode)
    checks = [verify_code(code.text, [OFFICE_KEY]) for code in found]
    assert [check.outcome for check in checks] == ["valid"] * 10
    numbers = {check.fields.number for check in checks if check.fields}
    assert numbers == {f"MJK1-{index:06d}-7" for index in range(10)}


@needs_poppler
def test_the_card_says_what_it_must_and_no_number_that_it_must_not(tmp_path: Path) -> None:
    text = text_of(sheet(tmp_path, 1))
    for sentence in (says.TITLE, says.NOT_OFFICIAL, says.NO_KPJ_YET, says.FULL_JKM):
        assert sentence in text
    for word in (says.REPORT_ACCIDENT, "175", "Siti Aminah", "3576••••••••0001", "Dewi Lestari"):
        assert word in text
    for word in ("JKK + JKM", "Nov 2025 – Jan 2026 (3 bulan)", "12-11-2025", "MJK1-000000-7"):
        assert word in text
    assert not re.search(r"\d{11}", text)
    assert "LATIHAN" not in text


@needs_poppler
def test_practice_is_written_on_every_card_and_on_the_sheet(tmp_path: Path) -> None:
    text = text_of(sheet(tmp_path, 10, practice=True))
    assert "LATIHAN: kartu ini bukan untuk dibagikan" in text
    assert text.count("LATIHAN") == 10 * 2 + 1
    page = grey_page(sheet(tmp_path, 10, practice=True), 150)
    assert len(zxingcpp.read_barcodes(page, formats=zxingcpp.BarcodeFormat.QRCode)) == 10


@needs_poppler
@needs_qpdf
def test_the_file_is_sound_and_carries_its_fonts(tmp_path: Path) -> None:
    path = sheet(tmp_path, 23)
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", path)
    fonts = fonts_of(path)
    assert len(fonts) == 3
    assert all("PlusJakartaSans" in row[0] and row[-5] == "yes" for row in fonts)
    details = run("pdfinfo", path)
    assert re.search(r"Title: +Kartu tanda terdaftar", details)
    assert re.search(r"Pages: +3\n", details)
    assert b"/Lang (id-ID)" in path.read_bytes()
    assert b"/PrintScaling /None" in path.read_bytes()


def test_the_same_cards_give_the_same_bytes() -> None:
    first, second = io.BytesIO(), io.BytesIO()
    for target in (first, second):
        assert write_card_sheet(make_cards(12), target) == 12
    assert first.getvalue() == second.getvalue()


@needs_poppler
@pytest.mark.parametrize("practice", [False, True])
def test_nothing_is_printed_where_printers_do_not_reach(tmp_path: Path, practice: bool) -> None:
    page = grey_page(sheet(tmp_path, 10, practice=practice), 150)
    width, height = page.size
    margin = int(8 * MM) - 1
    page.paste(255, (margin, margin, width - margin, height - margin))
    assert page.getextrema() == (255, 255)


@needs_poppler
@pytest.mark.parametrize("name", [LONG_NAME, "W" * 60, "X", "Ñandú Şükrü", "名 A\n\tB"])
def test_any_name_stays_in_its_place(tmp_path: Path, name: str) -> None:
    """The same card without a name differs only inside the box of the name."""
    [box] = [box for box in load_design("card-kawung").pages[0].boxes if box.name == "name"]
    assert isinstance(box, Text)
    card = first_card(grey_page(sheet(tmp_path, 1, name=name), 150))
    empty = first_card(grey_page(sheet(tmp_path, 1, name=""), 150))
    changed = [
        (x, y)
        for y in range(card.height)
        for x in range(card.width)
        if card.getpixel((x, y)) != empty.getpixel((x, y))
    ]
    assert changed
    left, right = min(x for x, _ in changed), max(x for x, _ in changed)
    top, bottom = min(y for _, y in changed), max(y for _, y in changed)
    assert left / MM + 0.5 >= box.x - 0.3
    assert right / MM + 0.5 <= box.x + box.width + 0.3
    assert top / MM + 0.5 >= box.y - 0.3
    assert bottom / MM + 0.5 <= box.y + box.height + 0.3


@needs_poppler
def test_a_name_of_sixty_letters_is_whole(tmp_path: Path) -> None:
    assert len(LONG_NAME) == 60
    assert LONG_NAME in text_of(sheet(tmp_path, 1, name=LONG_NAME))


def test_progress_is_told_and_a_wish_to_stop_is_heard() -> None:
    told: list[tuple[int, int]] = []
    write_card_sheet(
        make_cards(25),
        io.BytesIO(),
        total=25,
        report=lambda done, total: told.append((done, total)),
    )
    assert told == [(10, 25), (20, 25), (25, 25)]

    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        write_card_sheet(make_cards(25), io.BytesIO(), check_cancelled=stop)


def test_no_cards_are_no_document() -> None:
    with pytest.raises(ValueError, match="no cards"):
        write_card_sheet([], io.BytesIO())


class Nowhere(io.RawIOBase):
    """A file that keeps nothing."""

    def write(self, data: object) -> int:
        return len(data)  # type: ignore[arg-type]


def test_memory_does_not_grow_with_the_number_of_cards() -> None:
    code, content = make_code(), make_content()

    def peak(count: int) -> int:
        cards = (PrintedCard(content, code) for _ in range(count))
        tracemalloc.start()
        try:
            write_card_sheet(cards, Nowhere())  # type: ignore[arg-type]
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(10)  # fonts and tables are loaded once
    assert peak(600) < peak(100) + 400_000
