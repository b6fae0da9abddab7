"""Pictures of nobody, as cameras, telephones and scanners write them."""

import random
from io import BytesIO

from PIL import Image
from PIL.PngImagePlugin import PngInfo

SECRET = b"Jl Rahasia 17"
RED, BLUE = (220, 30, 30), (30, 30, 220)


def encoded(image, kind="JPEG", **options):
    """The bytes of a file."""
    made = BytesIO()
    image.save(made, kind, **options)
    return made.getvalue()


def two_halves(width=800, height=1000, mode="RGB"):
    """Red above, blue below."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (0, height // 2, width, height))
    return image.convert(mode)


def turned(orientation):
    """Such a picture as a camera held otherwise writes it: lying, with a note of how."""
    back = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    image = two_halves()
    exif = Image.Exif()
    exif[0x0112] = orientation
    return encoded(image if back is None else image.transpose(back), exif=exif)


def told():
    """A JPEG that says where and by whom it was made, in every place where that can stand."""
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()  # ImageDescription
    exif.get_ifd(0x8825)[1] = "S"  # GPSLatitudeRef
    exif.get_ifd(0x8825)[29] = SECRET.decode()  # GPSDateStamp
    xmp = b"<x:xmpmeta>" + SECRET + b"</x:xmpmeta>"
    return encoded(two_halves(), exif=exif, comment=SECRET, xmp=xmp, icc_profile=SECRET)


def told_png():
    """The same of a PNG."""
    text = PngInfo()
    text.add_text("Comment", SECRET.decode())
    text.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    return encoded(two_halves(), "PNG", pnginfo=text)


def noise(width, height, seed=1):
    """What compresses worst."""
    raw = random.Random(seed).randbytes(1_000_003)
    whole = raw * (width * height * 3 // len(raw) + 1)
    return Image.frombytes("RGB", (width, height), whole[: width * height * 3])


def face(number=0):
    """A head and shoulders of nobody, with the grain of a cheap camera."""
    from PIL import ImageDraw

    image = Image.new("RGB", (1280, 960), (150 + number % 60, 170, 180))
    draw = ImageDraw.Draw(image)
    draw.rectangle((380, 640, 900, 960), fill=(60, 40 + number % 90, 120))
    draw.ellipse((500, 240, 780, 620), fill=(176, 128, 96))
    for x in (570, 710):
        draw.ellipse((x - 18, 390, x + 18, 412), fill=(20, 16, 14))
    draw.arc((580, 470, 700, 560), 20, 160, fill=(120, 40, 40), width=8)
    draw.pieslice((490, 190, 790, 520), 180, 360, fill=(28, 24, 24))
    grain = noise(640, 480, number).resize(image.size)
    return Image.blend(image, grain, 0.08)


#: A name, signed in three movements.
SIGNED = (
    tuple((20.0 + 3 * x, 90.0 + 40 * ((x * 7) % 13 - 6) / 6) for x in range(80)),
    ((30.0, 150.0), (290.0, 140.0)),
    ((300.0, 60.0),),
)
