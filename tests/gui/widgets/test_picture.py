"""A picture fills its place, or is seen whole."""

import pytest
from PIL import Image
from PySide6.QtCore import QSize

from jamsos_desktop.gui.style import LIGHT
from jamsos_desktop.gui.widgets.picture import PHOTO, Picture
from jamsos_desktop.services.images import make_photo
from tests.pictures import BLUE, RED, encoded, two_halves


@pytest.fixture
def pixel(shown):
    def look(picture, x, y):
        image = picture.grab().toImage()
        ratio = image.devicePixelRatio()
        color = image.pixelColor(int(x * ratio), int(y * ratio))
        return color.red(), color.green(), color.blue()

    return look


def near(one, other):
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) < 30


def test_a_frame_is_cut_as_the_photo_will_be(shown, pixel):
    frame = encoded(two_halves(600, 1200))  # taller than the place
    photo = make_photo(frame)
    cut, kept = (shown(Picture(), *PHOTO.toTuple()) for _ in range(2))
    cut.show_picture(frame)
    kept.show_picture(photo)
    rows = [[near(pixel(one, 75, y), RED) for y in range(10, 190, 4)] for one in (cut, kept)]
    assert sum(a != b for a, b in zip(*rows, strict=True)) <= 1


def test_a_signature_is_seen_whole_on_white(shown, pixel):
    picture = shown(Picture(QSize(240, 96), fill=False), 240, 96)
    picture.show_picture(encoded(Image.new("RGB", (40, 90), BLUE), "PNG"), "Tanda tangan")
    assert near(pixel(picture, 120, 48), BLUE)
    assert near(pixel(picture, 20, 48), (255, 255, 255))
    assert picture.accessibleName() == "Tanda tangan"


@pytest.mark.parametrize("data", [None, b"rusak"])
def test_where_there_is_none_words_say_so(shown, pixel, data):
    picture = shown(Picture(), *PHOTO.toTuple())
    picture.show_picture(data, "Belum ada foto")
    assert picture.empty
    ground = tuple(int(LIGHT.sunken[i : i + 2], 16) for i in (1, 3, 5))
    assert near(pixel(picture, 75, 30), ground)
