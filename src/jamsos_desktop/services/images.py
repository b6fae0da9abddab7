"""Pictures as bytes: made small, upright and bare of all but what is seen. Knows no database.

Pillow is loaded when the first picture comes. A picture from outside is believed nothing: its size
is looked at before it is opened, its width and height before it is decoded.
"""

import struct
import warnings
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from jamsos_desktop.domain.picture import MOST_BYTES, PHOTO_RATIO, PictureKind
from jamsos_desktop.errors import UserError

if TYPE_CHECKING:
    from PIL.Image import Image

#: Of a file that is chosen. A telephone's picture of 50 megapixels has about 20 MB.
MOST_FILE_BYTES = 30_000_000
MOST_PIXELS = 50_000_000  # decoded they take 200 MB
PHOTO_SIZE = (450, 600)  # px; at 22 mm, a card's photo, 520 dots an inch
SIGNATURE_SIZE = (600, 240)  # px, at most
THUMB_SIZE = (320, 320)  # px, at most

#: The lines of a pen: each a row of points, in any unit, y downwards.
Strokes = Sequence[Sequence[tuple[float, float]]]

_FORMATS = ("JPEG", "PNG", "WEBP")
_KEPT_FORMATS = ("JPEG", "PNG")
_HEIC = (b"ftypheic", b"ftypheix", b"ftyphevc", b"ftypheim", b"ftypmif1", b"ftypmsf1")
_ORIENTATION = 0x0112  # EXIF, TIFF 6.0
#: What Pillow's readers let out for bytes that are no picture; nothing else may come from them.
_BROKEN = (
    *(OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError),
    *(OverflowError, MemoryError, struct.error, zlib.error),
)
_QUALITIES = (88, 80, 70, 60, 50, 40, 30)
_SHRINK = 0.75
_PEN = 3.2  # px
_FINER = 3  # drawn so many times larger, so that edges come out smooth
_MARGIN = 12  # px
_LEAST_STROKE = 12.0  # px on the screen: anything smaller is a slip of the hand
_MOST_POINTS = 50_000


def make_photo(data: bytes) -> bytes:
    """A JPEG of a person, upright, in the card's proportion, at most 60 KB, without any metadata.

    Raises ``picture_too_large``, ``picture_heic``, ``picture_broken``.
    """
    upright = _on_white(_upright(_opened(data, PHOTO_SIZE)))
    return _fitting_jpeg(_cropped(upright, PHOTO_RATIO, PHOTO_SIZE), "photo")


def make_thumb(data: bytes) -> bytes:
    """A grey JPEG of a thumb or a signature on paper, of at most 10 KB. Raises as a photo does."""
    from PIL import ImageOps

    grey = _on_white(_upright(_opened(data, THUMB_SIZE))).convert("L")
    grey.thumbnail(THUMB_SIZE)
    return _fitting_jpeg(ImageOps.autocontrast(grey, cutoff=1), "signature")


def draw_signature(strokes: Strokes) -> bytes:
    """The lines of a pen as a PNG, black on white, of at most 10 KB.

    Raises ``signature_empty`` where nothing was drawn that can be one.
    """
    left, top, width, height = _extent(strokes)
    room = SIGNATURE_SIZE[0] - 2 * _MARGIN, SIGNATURE_SIZE[1] - 2 * _MARGIN
    scale = min(room[0] / max(width, 1), room[1] / max(height, 1), 2.0)
    size = (round(width * scale) + 2 * _MARGIN, round(height * scale) + 2 * _MARGIN)
    moved = [
        [((x - left) * scale + _MARGIN, (y - top) * scale + _MARGIN) for x, y in stroke]
        for stroke in strokes
    ]
    for greys in (8, 2):
        png = _png(_drawn(moved, size), greys)
        if len(png) <= MOST_BYTES["signature"]:
            return png
    return _png(_drawn(moved, size).reduce(2), 2)


def check_kept(kind: PictureKind, data: bytes) -> None:
    """Whether bytes from elsewhere are a picture as this program keeps it.

    Raises ``picture_too_large`` or ``picture_broken``.
    """
    if len(data) > MOST_BYTES[kind]:
        raise UserError("picture_too_large")
    most = PHOTO_SIZE if kind == "photo" else SIGNATURE_SIZE
    with _reading():
        image = _open(data, _KEPT_FORMATS)
        if image.width * image.height > 2 * most[0] * most[1]:
            raise UserError("picture_too_large")
        image.load()


def _opened(data: bytes, wanted: tuple[int, int]) -> "Image":
    """A picture that a person chose, decoded no larger than it has to be."""
    if len(data) > MOST_FILE_BYTES:
        raise UserError("picture_too_large")
    if data[4:12] in _HEIC:
        raise UserError("picture_heic")
    with _reading():
        image = _open(data, _FORMATS)
        if image.width * image.height > MOST_PIXELS:
            raise UserError("picture_too_large")
        # A JPEG is decoded at an eighth, a quarter or a half where that is enough.
        side = 2 * max(wanted)
        image.draft("RGB", (side, side))
        image.load()
    return image


def _open(data: bytes, formats: tuple[str, ...]) -> "Image":
    from PIL import Image

    return Image.open(BytesIO(data), formats=formats)


@contextmanager
def _reading() -> Iterator[None]:
    """Pillow reads bytes that nobody vouches for: what it lets out means that they are broken."""
    from PIL.Image import DecompressionBombError

    try:
        with warnings.catch_warnings():  # of odd metadata, which is thrown away
            warnings.simplefilter("ignore")
            yield
    except DecompressionBombError as error:
        raise UserError("picture_too_large") from error
    except _BROKEN as error:
        raise UserError("picture_broken") from error


def _upright(image: "Image") -> "Image":
    """Turned as the camera was held."""
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    try:
        turn = turns.get(image.getexif().get(_ORIENTATION, 1))
    except _BROKEN:
        turn = None  # the picture can be seen although what is said of it cannot be read
    return image if turn is None else image.transpose(turn)


def _on_white(image: "Image") -> "Image":
    """Without transparency, palette or a printer's colours."""
    from PIL import Image

    side = 2 * max(PHOTO_SIZE)
    if image.mode == "P":
        image = image.convert("RGBA")
    elif image.mode.startswith("I"):  # grey in 16 bits
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    image = image.copy()  # the same picture without what the file said of it
    image.thumbnail((side, side))
    if image.mode in ("RGBA", "LA", "PA", "La", "RGBa"):
        ground = Image.new("RGBA", image.size, "white")
        ground.alpha_composite(image.convert("RGBA"))
        image = ground
    return image.convert("RGB")


def _cropped(image: "Image", ratio: tuple[int, int], size: tuple[int, int]) -> "Image":
    """The middle in this proportion; a little more is cut below, since faces stand high."""
    from PIL import ImageOps

    width = min(image.width, image.height * ratio[0] // ratio[1])
    height = min(image.height, image.width * ratio[1] // ratio[0])
    wanted = (min(size[0], max(width, 1)), min(size[1], max(height, 1)))
    return ImageOps.fit(image, wanted, centering=(0.5, 0.4))


def _fitting_jpeg(image: "Image", kind: PictureKind) -> bytes:
    """As good as fits: first the quality goes down, then the size."""
    while True:
        for quality in _QUALITIES:
            made = BytesIO()
            image.info.clear()
            image.save(made, "JPEG", quality=quality, optimize=True)
            if made.tell() <= MOST_BYTES[kind]:
                return made.getvalue()
        smaller = (round(image.width * _SHRINK), round(image.height * _SHRINK))
        image = image.resize(smaller)


def _extent(strokes: Strokes) -> tuple[float, float, float, float]:
    """Left, top, width and height of what was drawn."""
    points = [point for stroke in strokes for point in stroke]
    if not points or len(points) > _MOST_POINTS:
        raise UserError("signature_empty")
    left, top = (min(point[axis] for point in points) for axis in (0, 1))
    right, bottom = (max(point[axis] for point in points) for axis in (0, 1))
    if max(right - left, bottom - top) < _LEAST_STROKE:
        raise UserError("signature_empty")
    return left, top, right - left, bottom - top


def _drawn(strokes: Strokes, size: tuple[int, int]) -> "Image":
    from PIL import Image, ImageDraw

    paper = Image.new("L", (size[0] * _FINER, size[1] * _FINER), 255)
    draw = ImageDraw.Draw(paper)
    radius = _PEN * _FINER / 2
    for stroke in strokes:
        points = [(x * _FINER, y * _FINER) for x, y in stroke]
        if len(points) > 1:
            draw.line(points, fill=0, width=round(2 * radius), joint="curve")
        for x, y in {*points[:1], *points[-1:]}:
            draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=0)
    return paper.reduce(_FINER)


def _png(image: "Image", greys: int) -> bytes:
    """Few greys make a small file."""
    made = BytesIO()
    step = 255 / (greys - 1)
    image.point(lambda value: round(round(value / step) * step)).quantize(greys).save(
        made, "PNG", optimize=True
    )
    return made.getvalue()
