"""Pictures on documents: photos of people and logos that a city brings. JPEG, PNG, logos as SVG."""

import hashlib
import io
import warnings
from typing import Literal, NamedTuple

from jamsos_desktop.errors import UserError
from jamsos_desktop.printing.pdf import DocumentCanvas
from jamsos_desktop.printing.svg import draw_svg, is_svg, read_svg

MOST_BYTES = 1024 * 1024
MOST_PIXELS = 16_000_000

Colours = Literal["DeviceRGB", "DeviceGray", ""]
_DIRECT: dict[str, Colours] = {"RGB": "DeviceRGB", "L": "DeviceGray"}
Place = tuple[float, float, float, float]


class PictureData(NamedTuple):
    """A picture that was looked into. ``name`` is the same for the same bytes."""

    name: str
    data: bytes
    width: float  # pixels; points of what is drawn
    height: float
    colours: Colours  # empty: not a JPEG that goes in as it is
    drawn: bool = False  # an SVG


def read_logo(data: bytes, file: str) -> PictureData:
    """Look into a logo: a JPEG, a PNG, or an SVG without letters and pixels.

    Raises what :func:`read_picture` and :func:`jamsos_desktop.printing.svg.read_svg` do.
    """
    if len(data) <= MOST_BYTES and is_svg(data):
        name, width, height = read_svg(data, file)
        return PictureData(name, data, width, height, "", drawn=True)
    return read_picture(data, file)


def read_picture(data: bytes, file: str) -> PictureData:
    """Look into a JPEG or PNG. ``file`` is named in the error.

    Raises ``logo_unreadable`` and ``logo_too_large`` with the ``limit`` in megabytes.
    """
    from PIL import Image, UnidentifiedImageError  # loads when a picture is there

    if len(data) > MOST_BYTES:
        raise UserError("logo_too_large", file=file, limit=MOST_BYTES // 1024 // 1024)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as image:
                image.verify()
                (width, height), kind, mode = image.size, image.format, image.mode
    except (
        UnidentifiedImageError,
        Image.DecompressionBombWarning,
        Image.DecompressionBombError,
        OSError,
        SyntaxError,  # how Pillow says that a PNG is broken
        ValueError,
    ) as error:
        raise UserError("logo_unreadable", file=file) from error
    if width * height > MOST_PIXELS:
        raise UserError("logo_too_large", file=file, limit=MOST_BYTES // 1024 // 1024)
    colours = _DIRECT.get(mode, "") if kind == "JPEG" else ""
    return PictureData(hashlib.sha256(data).hexdigest()[:24], data, width, height, colours)


def draw_picture(
    canvas: DocumentCanvas,
    picture: PictureData,
    place: Place,
    fit: Literal["whole", "fill"],
    align: Literal["left", "centre", "right"] = "centre",
) -> None:
    """Draw into a rectangle (x, y, width, height in points), never stretched out of shape.

    ``whole`` leaves room at two sides, ``fill`` cuts off what is too much at two sides.
    """
    x, y, room_width, room_height = place
    scales = room_width / picture.width, room_height / picture.height
    scale = min(scales) if fit == "whole" else max(scales)
    width, height = picture.width * scale, picture.height * scale
    left = x + (room_width - width) * {"left": 0.0, "centre": 0.5, "right": 1.0}[align]
    bottom = y + (room_height - height) / 2
    canvas.saveState()
    if fit == "fill":
        path = canvas.beginPath()
        path.rect(*place)
        canvas.clipPath(path, stroke=0, fill=0)
    if picture.drawn:
        canvas.transform(scale, 0, 0, scale, left, bottom)
        draw_svg(canvas, picture.data)
    else:
        canvas.transform(width, 0, 0, height, left, bottom)
        _draw_pixels(canvas, picture)
    canvas.restoreState()


def _draw_pixels(canvas: DocumentCanvas, picture: PictureData) -> None:
    """Into the unit square, with what is transparent left out."""
    if picture.colours:
        pixels = int(picture.width), int(picture.height)
        canvas.draw_jpeg(picture.name, picture.data, pixels, picture.colours)
        return
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    with Image.open(io.BytesIO(picture.data)) as image:
        canvas.drawImage(ImageReader(image.convert("RGBA")), 0, 0, 1, 1, mask="auto")
