"""A card before the camera."""

import io

from PIL import Image

from jamsos_desktop.printing.preview import page_image
from jamsos_desktop.printing.qr import read_qr
from jamsos_desktop.services import find, print_cards


def photo_of_card(desk):
    """A sheet with the first participant's card, as a camera sees it."""
    person = find.find_participants(desk)[0]
    sheet = page_image(print_cards.preview_cards(desk, [person.record_id]), 0, 150)
    image = Image.frombytes("RGBX", (sheet.width, sheet.height), sheet.rgbx).convert("RGB")
    seen = io.BytesIO()
    image.crop((0, 0, image.width, image.height // 3)).rotate(7, fillcolor="white").save(
        seen, "JPEG", quality=80
    )
    return seen.getvalue()


def code_of_card(desk):
    """The text of that card's QR code."""
    return read_qr(photo_of_card(desk))


class FakeCamera:
    """Shows what it was given, a picture at a time, and then the last one for ever."""

    def __init__(self, *frames):
        self.frames, self.closed = list(frames), False

    def read(self):
        return self.frames.pop(0) if len(self.frames) > 1 else self.frames[0]

    def close(self):
        self.closed = True
