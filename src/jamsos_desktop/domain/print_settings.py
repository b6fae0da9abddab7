"""How one installation prints: the design of its cards, what its city brings, its printers."""

from typing import Annotated, Literal, TypeAlias

import msgspec

from jamsos_desktop.domain.calibration import TRUE, Calibration

#: ``cr80``: one card is one page, for card printers. Else ten on A4, the printer turning the sheet
#: over its long or its short edge.
Sheet: TypeAlias = Literal["cr80", "a4_long", "a4_short"]


class PrintSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The choices, each with what holds until somebody chooses. No personal data."""

    design: str = "card-kawung"
    sheet: Sheet = "a4_long"
    photo: bool = True  # where there is one
    city: Annotated[str, msgspec.Meta(max_length=60)] = ""
    colours: dict[str, str] = {}
    logo: bytes = b""  # PNG or JPEG; shown under the permission that the city itself has
    calibrations: dict[str, Calibration] = {}  # by the printer's name

    def calibration_of(self, printer: str) -> Calibration:
        """What was measured on this printer; a printer that nobody measured draws true."""
        return self.calibrations.get(printer, TRUE)
