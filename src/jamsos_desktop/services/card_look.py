"""How cards look here, and how this installation's printers put them on paper."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

from jamsos_desktop.bundle.safe_write import SafeWriter
from jamsos_desktop.domain.calibration import Calibration
from jamsos_desktop.domain.print_settings import PrintSettings, Sheet
from jamsos_desktop.errors import UserError
from jamsos_desktop.printing.board import load_board
from jamsos_desktop.printing.card_design import CITY_COLOURS, load_design
from jamsos_desktop.printing.cards import CardLook
from jamsos_desktop.printing.pictures import MOST_BYTES, PictureData, read_logo
from jamsos_desktop.printing.receipt import KINDS, load_receipt
from jamsos_desktop.printing.ruler_sheet import write_ruler_sheet
from jamsos_desktop.printing.template import shipped_names
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.storage import facts


def print_settings(desk: Desk) -> PrintSettings:
    """How this installation prints."""
    with desk.database.reading() as connection:
        return facts.read_print_settings(connection)


def design_titles(settings: PrintSettings) -> dict[str, dict[str, str]]:
    """The designs to choose from, the city's own among them: their titles by language."""
    own = {name: one.title for name, one in settings.templates.items() if _is_card(name)}
    shipped = {name: load_design(name).title for name in shipped_names("card") if name not in own}
    return {**own, **shipped}


def is_two_sided(settings: PrintSettings) -> bool:
    """Whether cards of the chosen design have a back."""
    own = settings.templates.get(settings.design)
    return (own.sides if own else len(load_design(settings.design).pages)) > 1


def texts_of(settings: PrintSettings) -> dict[str, str]:
    """The texts of the city's own templates by their names."""
    return {name: one.text for name, one in settings.templates.items()}


def choose_look(
    desk: Desk,
    *,
    design: str | None = None,
    sheet: Sheet | None = None,
    photo: bool | None = None,
) -> PrintSettings:
    """Choose the design, the sheet, and whether photos are printed; what is None stays.

    Raises ``design_unknown`` with the ``known`` ones.
    """
    if design is not None:
        known = design_titles(print_settings(desk))
        if design not in known:
            raise UserError("design_unknown", design=design, known=", ".join(sorted(known)))
    wanted = {"design": design, "sheet": sheet, "photo": photo}
    return _change(desk, {name: value for name, value in wanted.items() if value is not None})


def set_city(
    desk: Desk,
    *,
    city: str | None = None,
    colours: dict[str, str] | None = None,
    logo: Path | None = None,
) -> PrintSettings:
    """What the city brings: its name, colours in the place of a design's, its logo.

    ``colours`` are ``#RRGGBB`` for "brand" and "accent"; an empty name or value takes it away.
    Every design, receipt and board must stay readable with them. Raises ``colour_unknown``,
    ``template_…`` and ``logo_…``; then nothing changes.
    """
    changes: dict[str, object] = {} if city is None else {"city": " ".join(city.split())[:60]}
    if colours is not None:
        changes["colours"] = checked_colours(colours, texts_of(print_settings(desk)))
    if logo is not None:
        changes["logo"] = _read_logo(logo)
    return _change(desk, changes)


def remove_logo(desk: Desk) -> PrintSettings:
    """No logo on the cards any more."""
    return _change(desk, {"logo": b""})


def read_measures(*, left: float, top: float, across: float, down: float) -> Calibration:
    """What was measured on a test sheet, mm. Raises ``calibration_range``."""
    measured = {"left": left, "top": top, "across": across, "down": down}
    try:
        return msgspec.convert(measured, Calibration)
    except msgspec.ValidationError as error:
        raise UserError("calibration_range") from error


def calibrate(desk: Desk, printer: str, calibration: Calibration) -> PrintSettings:
    """Put everything right for this printer from now on."""
    known = print_settings(desk).calibrations
    return _change(desk, {"calibrations": {**known, printer: calibration}})


def save_ruler_sheet(target: Path, printer: str = "") -> Path:
    """Write the test sheet, with the printer's name on it. Raises what writing can raise."""
    with SafeWriter(target) as file:
        write_ruler_sheet(file, printer)
        return file.commit().path


def look_of(settings: PrintSettings, printer: str = "") -> CardLook:
    """What the drawing of cards needs to know."""
    return CardLook(
        design=settings.design,
        sheet=settings.sheet,
        city=settings.city,
        colours=settings.colours,
        logo=_logo(settings.logo) if settings.logo else None,
        calibration=settings.calibration_of(printer),
        own=texts_of(settings),
    )


@cache
def _logo(data: bytes) -> PictureData:
    return read_logo(data, "logo")


def _read_logo(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UserError("logo_unreadable", file=path.name) from error
    read_logo(data, path.name)
    return data


def checked_colours(colours: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    """The colours that are given, if every design and paper stays readable with them.

    Raises ``colour_unknown`` and ``template_…``.
    """
    kept = {name: value for name, value in colours.items() if value}
    for name, value in kept.items():
        digits = value.removeprefix("#")
        if name not in CITY_COLOURS or len(value) != 7 or not _is_hex(digits):
            raise UserError("colour_unknown", colour=value or name)
    for design in {*shipped_names("card"), *filter(_is_card, own)}:
        load_design(design, kept, own)
    load_board(kept, own)
    for kind in KINDS:
        load_receipt(kind, kept, own)
    return kept


def _is_card(name: str) -> bool:
    return name.startswith("card-")


def _is_hex(digits: str) -> bool:
    return len(digits) == 6 and not set(digits.lower()) - set("0123456789abcdef")


def _change(desk: Desk, changes: dict[str, object]) -> PrintSettings:
    with desk.database.writing() as connection:
        settings = msgspec.structs.replace(facts.read_print_settings(connection), **changes)
        facts.write_print_settings(connection, settings)
    return settings
