"""How one installation prints: the design of its cards, what its city brings, its printers."""

from typing import Annotated, Literal, TypeAlias

import msgspec

from jamsos_desktop.domain.calibration import TRUE, Calibration

#: ``cr80``: one card is one page, for card printers. Else ten on A4, the printer turning the sheet
#: over its long or its short edge.
Sheet: TypeAlias = Literal["cr80", "a4_long", "a4_short"]


class OwnTemplate(msgspec.Struct, frozen=True, kw_only=True):
    """A template that a city made itself: the file's text, its title by language, its sides."""

    text: str
    title: dict[str, str]
    sides: int


class CityLook(msgspec.Struct, frozen=True, kw_only=True):
    """What a city brings of its own. It goes from the office to its stations."""

    city: Annotated[str, msgspec.Meta(max_length=60)] = ""
    colours: dict[str, str] = {}
    logo: bytes = b""  # SVG, PNG or JPEG; shown under the permission that the city itself has
    design: str = "card-kawung"
    templates: dict[str, OwnTemplate] = {}  # by the names of their files, as shipped ones are


class PrintSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The choices, each with what holds until somebody chooses. No personal data."""

    design: str = "card-kawung"
    sheet: Sheet = "a4_long"
    photo: bool = True  # where there is one
    city: Annotated[str, msgspec.Meta(max_length=60)] = ""
    colours: dict[str, str] = {}
    logo: bytes = b""  # SVG, PNG or JPEG; shown under the permission that the city itself has
    templates: dict[str, OwnTemplate] = {}  # the city's own, by the names of their files
    calibrations: dict[str, Calibration] = {}  # by the printer's name

    def calibration_of(self, printer: str) -> Calibration:
        """What was measured on this printer; a printer that nobody measured draws true."""
        return self.calibrations.get(printer, TRUE)

    @property
    def look(self) -> CityLook:
        """The part of it that is the city's."""
        return CityLook(
            city=self.city,
            colours=self.colours,
            logo=self.logo,
            design=self.design,
            templates=self.templates,
        )

    def with_look(self, look: CityLook) -> "PrintSettings":
        """The same printers and papers with another look of the city."""
        return msgspec.structs.replace(self, **msgspec.structs.asdict(look))
