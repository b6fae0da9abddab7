"""The city's look on its way to the stations: name, colours, logo, design, its own templates.

It travels in each kit and receipt. What somebody chooses at a station stays until the office
changes something.
"""

import datetime as dt

import msgspec
import sqlalchemy as sa

from jamsos_desktop.bundle.open import OpenedBundle
from jamsos_desktop.bundle.seal import PartSource, part_of
from jamsos_desktop.domain.print_settings import CityLook
from jamsos_desktop.errors import UserError
from jamsos_desktop.storage import facts

LOOK_PART = "look.json"


def look_part(connection: sa.Connection) -> PartSource:
    """The office's look as a part of a kit or a receipt."""
    look = facts.read_print_settings(connection).look
    return part_of(LOOK_PART, msgspec.json.encode(look, order="deterministic"))


def read_look(opened: OpenedBundle) -> CityLook | None:
    """The look of a kit or a receipt; None of one that has none. Raises ``bundle_damaged``."""
    if LOOK_PART not in {part.name for part in opened.manifest.parts}:
        return None
    try:
        return msgspec.json.decode(b"".join(opened.read(LOOK_PART)), type=CityLook)
    except msgspec.DecodeError as error:
        raise UserError("bundle_damaged") from error


def keep_look(connection: sa.Connection, look: CityLook | None, at: str) -> None:
    """Take over the look that the office wrote ``at`` (ISO 8601 with zone), if it is news.

    An older one than the last changes nothing, and neither does the same one again: what was
    chosen here since then stays. None changes nothing.
    """
    if look is None:
        return
    known = facts.read_office_look(connection)
    before = known.look if known else CityLook()
    if known is not None and _order(known.at, known.look) >= _order(at, look):
        return
    facts.write_office_look(connection, facts.OfficeLook(at=at, look=look))
    if look != before:
        settings = facts.read_print_settings(connection)
        facts.write_print_settings(connection, settings.with_look(look))


def _order(at: str, look: CityLook) -> tuple[dt.datetime, bytes]:
    """By time; two from one moment always in the same order."""
    return dt.datetime.fromisoformat(at), msgspec.json.encode(look, order="deterministic")
