"""Pages as pictures for the screen."""

import io
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from jamsos_desktop.printing.cards import write_card_sheet
from jamsos_desktop.printing.preview import count_pages, page_image, page_size
from tests.printing.factories import make_cards
from tests.printing.pages import page_count


def cards(count: int) -> bytes:
    target = io.BytesIO()
    write_card_sheet(make_cards(count), target)
    return target.getvalue()


def test_a_page_is_drawn_at_the_asked_size(tmp_path: Path) -> None:
    pdf = cards(11)
    path = tmp_path / "cards.pdf"
    path.write_bytes(pdf)
    assert page_count(pdf) == page_count(path) == 2
    page = page_image(path, 0, 144)
    assert (page.width, page.height) == (1191, 1684)
    assert len(page.rgbx) == page.width * page.height * 4
    assert page == page_image(pdf, 0, 144)


def test_the_size_of_a_page_is_told_in_millimetres() -> None:
    assert page_size(cards(1), 0) == (210.0, 297.0)


def test_colours_are_in_order_and_codes_can_be_read() -> None:
    page = page_image(cards(10), 0, 150)
    image = Image.frombytes("RGBX", (page.width, page.height), page.rgbx).convert("RGB")
    colours = {colour for _, colour in image.getcolors(1 << 20)}
    assert (0x1F, 0x18, 0x53) in colours
    assert len(zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)) == 10


def test_a_page_too_far_is_told() -> None:
    with pytest.raises(IndexError):
        page_image(cards(1), 1, 72)


def test_pages_are_counted() -> None:
    sheet = io.BytesIO()
    write_card_sheet(make_cards(11), sheet, total=11)
    assert count_pages(sheet.getvalue()) == page_count(sheet.getvalue())
