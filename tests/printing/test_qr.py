"""QR codes with the fixed mask are read like any other, in every size that we print."""

import io
import re

import pytest
import zxingcpp
from PIL import Image

from jamsos_desktop.printing.card_code import MAX_TEXT
from jamsos_desktop.printing.qr import QUIET_ZONE, make_qr, read_qr
from tests.printing.factories import make_code


def drawn(text: str) -> Image.Image:
    """The symbol from its drawing operators, four pixels a module."""
    symbol = make_qr(text)
    side = symbol.modules + 2 * QUIET_ZONE
    image = Image.new("L", (side, side), 255)
    for rectangle in re.findall(r"(\d+) (\d+) (\d+) 1 re", symbol.path):
        x, y, width = map(int, rectangle)
        row = QUIET_ZONE + symbol.modules - 1 - y
        image.paste(0, (QUIET_ZONE + x, row, QUIET_ZONE + x + width, row + 1))
    return image.resize((4 * side, 4 * side), Image.Resampling.NEAREST)


@pytest.mark.parametrize("text", ["A", "https://example.org/?a=b", "JS1:" + "Z9 $%*+-./:" * 30])
def test_what_is_drawn_is_read(text: str) -> None:
    [found] = zxingcpp.read_barcodes(drawn(text))
    assert found.text == text
    assert found.ec_level == "M"


def test_hundred_cards_are_read() -> None:
    for index in range(100):
        code = make_code(f"MJK1-{index:05d}-K")
        [found] = zxingcpp.read_barcodes(drawn(code))
        assert found.text == code


def test_a_card_code_is_of_version_11_and_never_larger_than_12() -> None:
    assert make_qr(make_code()).modules == 61
    assert make_qr("JS1:" + "Z" * (MAX_TEXT - 4)).modules == 65


def test_what_a_camera_saw_is_read_and_a_picture_without_a_code_is_empty() -> None:
    for image, said in ((drawn(make_code()), make_code()), (Image.new("L", (200, 200), 255), "")):
        seen = io.BytesIO()
        image.rotate(8, fillcolor=255).save(seen, "JPEG", quality=80)
        assert read_qr(seen.getvalue()) == said
