"""Pictures that people let take of themselves: few, small, and as cameras and pens make them."""

from functools import cache

from PIL import Image

from tests.pictures import encoded

COLOURS = ("red", "green", "blue", "white")


@cache
def snapshot(number):
    """A telephone's picture of somebody; of two people it may be the same one."""
    return encoded(Image.new("RGB", (48, 64), COLOURS[number % len(COLOURS)]))


def strokes(number):
    """How somebody signs."""
    return (((0.0, 0.0), (30.0 + 5 * (number % 3), 20.0)),)
