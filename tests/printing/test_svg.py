"""Logos drawn as SVG: lines on the paper, and nothing that would print differently elsewhere."""

import io

import pytest

from jamsos_desktop.errors import UserError
from jamsos_desktop.printing.pdf import DocumentCanvas
from jamsos_desktop.printing.pictures import draw_picture, read_logo
from jamsos_desktop.printing.preview import page_image
from jamsos_desktop.printing.svg import MOST_SHAPES, is_svg, read_svg

NAME = 'xmlns="http://www.w3.org/2000/svg"'
#: A red field with a blue bar below it, twice as high as wide.
COAT = f"""<?xml version="1.0"?><!-- invented -->
<svg {NAME} viewBox="0 0 10 20" width="10mm" height="20mm"><g>
<rect width="10" height="15" fill="#c00000"/><rect y="15" width="10" height="5" fill="#0000c0"/>
</g></svg>""".encode()


def svg(inside: str) -> bytes:
    return f'<svg {NAME} width="10" height="10">{inside}</svg>'.encode()


def drawn() -> bytes:
    """A page of 200 points, the logo in its middle third."""
    target = io.BytesIO()
    canvas = DocumentCanvas(target, title="x", size=(200, 200))
    draw_picture(canvas, read_logo(COAT, "lambang.svg"), (50, 50, 100, 100), "whole")
    canvas.save()
    return target.getvalue()


def test_a_logo_is_drawn_by_lines_in_its_own_shape():
    pdf = drawn()
    assert b"/Subtype /Image" not in pdf
    page = page_image(pdf, 0, 72)
    colours = {
        (x, y): tuple(page.rgbx[(y * page.width + x) * 4 :][:3])
        for x, y in ((100, 60), (100, 140), (60, 100), (100, 40), (100, 160))
    }
    red, blue, paper = colours[100, 60], colours[100, 140], colours[60, 100]
    assert (red, blue) == ((192, 0, 0), (0, 0, 192))
    assert paper == colours[100, 40] == colours[100, 160] == (255, 255, 255)


def test_the_same_logo_gives_the_same_bytes():
    assert drawn() == drawn()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (svg('<text x="1" y="5">KOTA</text>'), "logo_letters"),
        (svg('<g><g><text x="1" y="5">KOTA</text></g></g>'), "logo_letters"),
        (svg(""), "logo_unreadable"),
        (svg("<rect/>").replace(b'width="10"', b'width="0"'), "logo_unreadable"),
        (svg('<rect width="1" height="1"/>' * (MOST_SHAPES + 1)), "logo_too_large"),
    ],
)
def test_what_would_not_print_as_it_looks_is_refused(data, code):
    with pytest.raises(UserError, match=code):
        read_svg(data, "lambang.svg")


def test_pixels_in_a_drawing_are_refused(tmp_path):
    dot = (
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
        "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    )
    with pytest.raises(UserError, match="logo_pixels"):
        read_svg(svg(f'<image href="{dot}" width="5" height="5"/>'), "lambang.svg")


def test_a_drawing_fetches_no_other_file(tmp_path):
    secret = tmp_path / "rahasia.svg"
    secret.write_bytes(COAT)
    with pytest.raises(UserError, match="logo_unreadable"):
        read_svg(svg(f'<image href="{secret.as_uri()}" width="5" height="5"/>'), "lambang.svg")


def test_an_svg_is_known_by_its_beginning():
    assert is_svg(b"\xef\xbb\xbf \n" + COAT)
    assert not is_svg(b"\x89PNG\r\n<svg")
    assert not is_svg(b"<html>")
