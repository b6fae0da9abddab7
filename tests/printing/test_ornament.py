"""The kawung: four petals around a heart, the same from every side."""

import io

import pytest
from PIL import Image, ImageChops

from jamsos_desktop.printing.ornament import draw_kawung
from jamsos_desktop.printing.pdf import DocumentCanvas
from jamsos_desktop.printing.preview import page_image

TILE = 60  # points, and pixels at 72 dpi
PETAL, HEART, PAPER = (0, 0, 255), (255, 0, 0), (255, 255, 255)


@pytest.fixture(scope="module")
def field():
    """Two columns and one row, 20 points from the left and the bottom."""
    target = io.BytesIO()
    canvas = DocumentCanvas(target, title="kawung", size=(160, 100))
    draw_kawung(canvas, x=20, y=20, tile=TILE, columns=2, rows=1, petal="#0000FF", heart="#FF0000")
    canvas.save()
    page = page_image(target.getvalue(), 0, 72)
    return Image.frombytes("RGBX", (page.width, page.height), page.rgbx).convert("RGB")


def tile(field, column):
    left = 20 + column * TILE
    return field.crop((left, 20, left + TILE, 20 + TILE))


def test_a_tile_has_a_heart_and_a_petal_towards_each_corner(field):
    for column in range(2):
        picture = tile(field, column)
        assert picture.getpixel((30, 30)) == HEART
        for x, y in ((16, 16), (44, 16), (16, 44), (44, 44)):
            assert picture.getpixel((x, y)) == PETAL
        for x, y in ((30, 14), (30, 46), (14, 30), (46, 30), (0, 0), (59, 59)):
            assert picture.getpixel((x, y)) == PAPER


def test_it_is_the_same_from_every_side(field):
    picture = tile(field, 0)
    for turned in (
        picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
        picture.transpose(Image.Transpose.FLIP_TOP_BOTTOM),
        picture.transpose(Image.Transpose.ROTATE_90),
    ):
        difference = ImageChops.difference(picture, turned).convert("L").point(lambda v: v > 128)
        assert difference.histogram()[1] <= 12, "more than the rounding at edges differs"


def test_it_stays_in_its_field(field):
    outside = field.copy()
    outside.paste(PAPER, (20, 20, 20 + 2 * TILE, 20 + TILE))
    assert outside.getcolors() == [(160 * 100, PAPER)]
