"""Photos and logos: read with care, drawn in their own shape."""

import io

import pytest
from PIL import Image

from jamsos_desktop.errors import UserError
from jamsos_desktop.printing.pdf import DocumentCanvas
from jamsos_desktop.printing.pictures import MOST_BYTES, draw_picture, read_picture


def picture(mode: str = "RGB", kind: str = "JPEG", size: tuple[int, int] = (60, 80)) -> bytes:
    target = io.BytesIO()
    Image.new(mode, size).save(target, kind)
    return target.getvalue()


@pytest.mark.parametrize(
    ("mode", "kind", "colours"),
    [
        ("RGB", "JPEG", "DeviceRGB"),
        ("L", "JPEG", "DeviceGray"),
        ("CMYK", "JPEG", ""),
        ("RGBA", "PNG", ""),
        ("P", "PNG", ""),
    ],
)
def test_a_picture_is_read_and_drawn(mode: str, kind: str, colours: str) -> None:
    found = read_picture(picture(mode, kind), "x")
    assert (found.width, found.height, found.colours) == (60, 80, colours)
    target = io.BytesIO()
    canvas = DocumentCanvas(target, title="x", size=(200, 200))
    draw_picture(canvas, found, (10, 10, 90, 90), "whole")
    draw_picture(canvas, found, (110, 10, 30, 90), "fill")
    canvas.save()
    direct = bool(colours)  # else with a mask of what is transparent
    assert target.getvalue().count(b"/Subtype /Image") == (1 if direct else 2)


def test_a_jpeg_goes_in_as_it_is_and_only_once() -> None:
    data = picture()
    found = read_picture(data, "x.jpg")
    target = io.BytesIO()
    canvas = DocumentCanvas(target, title="x", size=(200, 200))
    for page in range(3):
        draw_picture(canvas, found, (10, 10 + page, 50, 50), "whole")
        canvas.showPage()
    canvas.save()
    assert target.getvalue().count(data) == 1


@pytest.mark.parametrize(
    "data", [b"", b"not a picture", b"<svg/>", picture()[:200], picture("RGB", "PNG")[:60]]
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(UserError, match="logo_unreadable"):
        read_picture(data, "x.svg")


def test_what_is_too_large_is_refused() -> None:
    with pytest.raises(UserError, match="logo_too_large"):
        read_picture(b"\x00" * (MOST_BYTES + 1), "x.png")
    with pytest.raises(UserError, match="logo_too_large"):
        read_picture(picture("1", "PNG", (5000, 5000)), "x.png")
