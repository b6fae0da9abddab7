"""How a printer puts things on paper, measured once with a ruler on a test sheet.

Office printers shift a page by some millimetres and some shrink it. Cut marks and the back of a
card then do not meet. Somebody prints the test sheet, measures four lengths and types them in.
"""

from typing import Annotated

import msgspec

#: Where the test sheet's cross stands, from the left and from the upper edge, mm.
CROSS = 30.0
#: The lengths of its two rulers, mm.
ACROSS, DOWN = 150.0, 220.0
#: Printers are wrong by less; a larger number is a mistake in reading or typing.
MOST_SHIFT, MOST_STRETCH = 15.0, 0.06


class Calibration(msgspec.Struct, frozen=True, kw_only=True):
    """What was measured, mm: the cross from two edges, and the length of both rulers."""

    left: Annotated[float, msgspec.Meta(ge=CROSS - MOST_SHIFT, le=CROSS + MOST_SHIFT)] = CROSS
    top: Annotated[float, msgspec.Meta(ge=CROSS - MOST_SHIFT, le=CROSS + MOST_SHIFT)] = CROSS
    across: Annotated[
        float, msgspec.Meta(ge=ACROSS * (1 - MOST_STRETCH), le=ACROSS * (1 + MOST_STRETCH))
    ] = ACROSS
    down: Annotated[
        float, msgspec.Meta(ge=DOWN * (1 - MOST_STRETCH), le=DOWN * (1 + MOST_STRETCH))
    ] = DOWN

    @property
    def scale(self) -> tuple[float, float]:
        """What the printer makes wrong, the other way round: factors across and down."""
        return ACROSS / self.across, DOWN / self.down

    @property
    def shift(self) -> tuple[float, float]:
        """Millimetres to the right and down, after scaling about the upper left corner.

        A printer sends ``x`` to ``a + bx``. With ``b`` from the ruler and ``a`` from the cross,
        what shall arrive at ``x`` is sent to ``(x - a) / b``.
        """
        wide, high = self.scale
        return CROSS - self.left * wide, CROSS - self.top * high


#: A printer that does everything right.
TRUE = Calibration()
