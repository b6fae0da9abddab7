"""Whatever somebody chooses becomes a small upright picture without a word of its own, or a no."""

import warnings
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from jamsos_desktop.domain.picture import MOST_BYTES, PHOTO_RATIO
from jamsos_desktop.errors import UserError
from jamsos_desktop.services import images
from jamsos_desktop.services.images import check_kept, draw_signature, make_photo, make_thumb
from tests import pictures
from tests.pictures import BLUE, RED, SECRET, SIGNED, encoded, two_halves


def opened(data):
    image = Image.open(BytesIO(data))
    image.load()
    return image


def near(pixel, colour):
    return max(abs(a - b) for a, b in zip(pixel, colour, strict=True)) < 30


def refused(code, call, *arguments):
    with pytest.raises(UserError) as caught:
        call(*arguments)
    assert caught.value.code == code


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_upright_however_the_camera_was_held(orientation):
    photo = opened(make_photo(pictures.turned(orientation)))
    assert photo.size == images.PHOTO_SIZE
    assert near(photo.getpixel((225, 40)), RED)
    assert near(photo.getpixel((225, 560)), BLUE)


@pytest.mark.parametrize("size", [(4000, 3000), (3000, 4000), (500, 2000), (2000, 300), (200, 200)])
def test_a_photo_has_the_proportion_of_the_card(size):
    photo = opened(make_photo(encoded(Image.new("RGB", size, RED))))
    assert abs(photo.width * PHOTO_RATIO[1] - photo.height * PHOTO_RATIO[0]) <= 4
    assert photo.width <= images.PHOTO_SIZE[0]
    assert photo.width <= size[0]  # nothing is blown up


@pytest.mark.parametrize("make", [make_photo, make_thumb])
@pytest.mark.parametrize("data", [pictures.told(), pictures.told_png()], ids=["jpeg", "png"])
def test_nothing_but_what_is_seen_remains(make, data):
    assert SECRET in data
    photo = make(data)
    for mark in (SECRET, b"Exif", b"GPS", b"xmp", b"ICC_PROFILE", b"tEXt", b"iTXt", b"Adobe"):
        assert mark not in photo
    assert not opened(photo).getexif()
    assert set(opened(photo).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        *(("L", "JPEG"), ("CMYK", "JPEG"), ("1", "PNG"), ("P", "PNG"), ("RGBA", "PNG")),
        *(("LA", "PNG"), ("I;16", "PNG"), ("RGB", "WEBP"), ("RGBA", "WEBP")),
    ],
)
def test_every_usual_kind_of_picture_is_taken(mode, kind):
    image = two_halves().convert("L" if mode == "I;16" else mode)
    if mode == "I;16":
        image = image.convert("I").point(lambda value: value * 256).convert(mode)
    photo = opened(make_photo(encoded(image, kind)))
    assert (photo.format, photo.mode, photo.size) == ("JPEG", "RGB", images.PHOTO_SIZE)
    upper, lower = (photo.convert("L").getpixel((225, y)) for y in (40, 560))
    assert 40 < upper < 120
    assert lower < upper


def test_what_is_transparent_becomes_white():
    photo = opened(make_photo(encoded(Image.new("RGBA", (300, 400), (0, 0, 0, 0)), "PNG")))
    assert near(photo.getpixel((100, 100)), (255, 255, 255))


def test_the_noisiest_picture_of_twenty_megapixels_fits():
    photo = make_photo(encoded(pictures.noise(5164, 3873), quality=60))
    assert len(photo) <= MOST_BYTES["photo"] == 60_000
    assert opened(photo).height >= 300


def test_a_usual_photo_keeps_its_size_and_quality():
    photo = make_photo(encoded(pictures.face()))
    assert opened(photo).size == images.PHOTO_SIZE
    assert len(photo) <= 60_000


def test_a_thumb_is_grey_and_small():
    thumb = make_thumb(encoded(pictures.noise(2000, 1500)))
    assert len(thumb) <= MOST_BYTES["signature"] == 10_000
    assert opened(thumb).mode == "L"


def bomb(width, height):
    """A PNG of a few bytes that says it is that large."""
    data = bytearray(encoded(Image.new("1", (8, 8)), "PNG"))
    data[16:24] = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    import zlib

    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    return bytes(data)


@pytest.mark.parametrize("size", [(7200, 7200), (20_000, 20_000), (2**31 - 1, 2**31 - 1)])
def test_a_decompression_bomb_is_refused_before_it_is_opened(size):
    refused("picture_too_large", make_photo, bomb(*size))


def test_a_file_beyond_all_measure_is_refused_unread():
    refused("picture_too_large", make_photo, b"\xff\xd8" + bytes(images.MOST_FILE_BYTES))


def test_a_picture_of_an_iphone_is_named():
    refused("picture_heic", make_photo, b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic")


JPEG, PNG, WEBP = (encoded(two_halves(96, 128), kind) for kind in ("JPEG", "PNG", "WEBP"))


@given(st.binary(max_size=200))
def test_bytes_that_are_no_picture_are_refused(data):
    refused("picture_broken", make_photo, data)


@settings(max_examples=150)
@given(st.sampled_from([JPEG, PNG, WEBP, pictures.told()]), st.data())
def test_a_broken_picture_is_seen_as_far_as_it_goes_or_refused(whole, data):
    broken = bytearray(whole[: data.draw(st.integers(1, len(whole)))])
    for place, byte in data.draw(
        st.lists(st.tuples(st.integers(0, len(broken) - 1), st.integers(0, 255)), max_size=6)
    ):
        broken[place] = byte
    for make in (make_photo, make_thumb):
        try:
            made = make(bytes(broken))
        except UserError as error:
            ended = error.code
        else:
            ended = opened(made).format
        assert ended in ("JPEG", "picture_broken", "picture_too_large", "picture_heic")


def test_odd_metadata_says_nothing_on_the_terminal():
    odd = pictures.turned(6).replace(b"\x01\x12\x00\x03", b"\x01\x12\x00\x63", 1)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert opened(make_photo(odd))


# --- signatures -----------------------------------------------------------------------------------


def test_a_signature_is_black_on_white_and_small():
    png = draw_signature(SIGNED)
    image = opened(png).convert("L")
    assert len(png) <= 10_000
    assert image.width <= images.SIGNATURE_SIZE[0]
    assert image.height <= images.SIGNATURE_SIZE[1]
    assert image.getpixel((0, 0)) == 255
    assert image.getextrema() == (0, 255)
    assert draw_signature(SIGNED) == png


def test_a_wild_scribble_fits_too():
    import random

    hand = random.Random(3)
    wild = [[(hand.random() * 560, hand.random() * 200) for _ in range(700)] for _ in range(3)]
    assert len(draw_signature(wild)) <= 10_000
    check_kept("signature", draw_signature(wild))


@pytest.mark.parametrize("strokes", [(), ((),), (((5.0, 5.0),),), (((5, 5), (12, 9)),)])
def test_a_slip_of_the_hand_is_no_signature(strokes):
    refused("signature_empty", draw_signature, strokes)


POINTS = st.tuples(st.floats(-50, 2000), st.floats(-50, 900))


@given(st.lists(st.lists(POINTS, max_size=12), max_size=6))
def test_whatever_is_drawn_becomes_a_small_picture_or_none(strokes):
    try:
        png = draw_signature(strokes)
    except UserError as error:
        code = error.code
    else:
        code = "signature_empty"
        check_kept("signature", png)
    assert code == "signature_empty"


# --- what comes from elsewhere --------------------------------------------------------------------


def test_what_this_program_makes_it_takes_from_others():
    check_kept("photo", make_photo(encoded(pictures.face())))
    check_kept("signature", draw_signature(SIGNED))
    check_kept("signature", make_thumb(encoded(two_halves())))


def test_what_this_program_would_not_make_is_refused():
    refused("picture_too_large", check_kept, "photo", JPEG + bytes(60_001))
    refused("picture_too_large", check_kept, "photo", bomb(20_000, 20_000))
    refused("picture_too_large", check_kept, "signature", encoded(Image.new("L", (900, 900))))
    refused("picture_broken", check_kept, "photo", WEBP)
    refused("picture_broken", check_kept, "photo", b"<svg onload='x'/>")
    refused("picture_broken", check_kept, "photo", JPEG[: len(JPEG) // 2])
