"""What one installation keeps for itself: who it is, its secret keys, counters. Never travels."""

from typing import TypeVar

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain.brake import BrakeSettings
from jamsos_desktop.domain.destination import Destination
from jamsos_desktop.domain.installation import Installation, Secrets
from jamsos_desktop.domain.print_settings import CityLook, PrintSettings
from jamsos_desktop.storage.models import counter, fact
from jamsos_desktop.storage.prepared import Prepared

T = TypeVar("T")
_FACT = Prepared(sa.select(fact.c.value).where(fact.c.name == sa.bindparam("name")))
_COLUMN_SETS = 50  # so many kinds of lists are remembered


def write_installation(connection: sa.Connection, installation: Installation) -> None:
    """Remember who this installation is."""
    _write(connection, "installation", installation)


def read_installation(connection: sa.Connection) -> Installation:
    """Who this installation is. Every set-up writes it together with the first key."""
    found = _read(connection, "installation", Installation)
    assert found is not None
    return found


def read_office_id(connection: sa.Connection) -> str:
    """Whose journal says what only an office may say; empty where nothing was set up."""
    found = _read(connection, "installation", Installation)
    return "" if found is None else found.office_id


def write_secrets(connection: sa.Connection, secrets: Secrets) -> None:
    """Keep the installation's own secret keys."""
    _write(connection, "secrets", secrets)


def read_secrets(connection: sa.Connection) -> Secrets:
    """The installation's own secret keys."""
    found = _read(connection, "secrets", Secrets)
    assert found is not None
    return found


class SheetSaved(msgspec.Struct, frozen=True):
    """That the office's recovery sheet left this installation once."""

    at: str  # ISO 8601 with zone


def write_sheet_saved(connection: sa.Connection, saved: SheetSaved) -> None:
    """Remember that the recovery sheet was saved."""
    _write(connection, "sheet_saved", saved)


def read_sheet_saved(connection: sa.Connection) -> SheetSaved | None:
    """When the recovery sheet was last saved; None before the first time."""
    return _read(connection, "sheet_saved", SheetSaved)


class RegisteredList(msgspec.Struct, frozen=True, kw_only=True):
    """A list of people who are registered elsewhere, when it was taken in. None of them stays."""

    file: str  # its name; empty for the list of a kit
    at: str  # ISO 8601 with zone
    added: int  # people who were on no list before
    known: int  # and who were
    unread: int = 0  # rows whose NIK could not be read


class RegisteredLists(msgspec.Struct, frozen=True, kw_only=True):
    """The key under which NIKs are hashed, and the lists of which the hashes were made."""

    key: bytes
    lists: tuple[RegisteredList, ...] = ()


def write_registered(connection: sa.Connection, lists: RegisteredLists) -> None:
    """Keep the key and what was taken in under it."""
    _write(connection, "registered", lists)


def read_registered(connection: sa.Connection) -> RegisteredLists | None:
    """The key and the lists; None before the first one."""
    return _read(connection, "registered", RegisteredLists)


def forget_registered(connection: sa.Connection) -> None:
    """Forget the key and the lists."""
    connection.execute(sa.delete(fact).where(fact.c.name == "registered"))


class Revoked(msgspec.Struct, frozen=True):
    """The office's last list of revoked cards, packed as domain.revocation packs it."""

    at: str  # when the office wrote it, ISO 8601 with zone
    packed: bytes


def write_revoked(connection: sa.Connection, revoked: Revoked) -> None:
    """Keep the list in the place of an older one."""
    _write(connection, "revoked", revoked)


def read_revoked(connection: sa.Connection) -> Revoked | None:
    """The list; None before the first one."""
    return _read(connection, "revoked", Revoked)


class SharedFolder(msgspec.Struct, frozen=True, kw_only=True):
    """Where the laptops of an event meet; empty before somebody chose it."""

    folder: str = ""
    at_place: bool = False  # they meet at the place that files are uploaded to
    watched: bool = True  # looked into by itself during the event


def write_shared_folder(connection: sa.Connection, shared: SharedFolder) -> None:
    """Remember the folder."""
    _write(connection, "shared_folder", shared)


def read_shared_folder(connection: sa.Connection) -> SharedFolder:
    """The folder that was chosen last."""
    return _read(connection, "shared_folder", SharedFolder) or SharedFolder()


class ColumnSet(msgspec.Struct, frozen=True):
    """What a person said that the columns of a list are, from the left."""

    headings: tuple[str, ...]  # as services.headings.key_of reads them
    fields: tuple[str, ...]  # empty where a column says nothing of use
    at: str  # ISO 8601 with zone


class _ColumnSets(msgspec.Struct, frozen=True):
    sets: tuple[ColumnSet, ...] = ()  # the last used one first


def write_columns(connection: sa.Connection, columns: ColumnSet) -> None:
    """Remember the columns of a list; the last ones for the same headings are forgotten."""
    known = _read(connection, "columns", _ColumnSets) or _ColumnSets()
    others = (one for one in known.sets if one.headings != columns.headings)
    _write(connection, "columns", _ColumnSets((columns, *others)[:_COLUMN_SETS]))


def read_columns(connection: sa.Connection, headings: tuple[str, ...]) -> ColumnSet | None:
    """What was last said of a list with these headings; None for one that was never seen."""
    known = _read(connection, "columns", _ColumnSets) or _ColumnSets()
    return next((one for one in known.sets if one.headings == headings), None)


def write_print_settings(connection: sa.Connection, settings: PrintSettings) -> None:
    """Remember how this installation prints."""
    _write(connection, "print_settings", settings)


def read_print_settings(connection: sa.Connection) -> PrintSettings:
    """How this installation prints; what holds for everybody until somebody chooses."""
    return _read(connection, "print_settings", PrintSettings) or PrintSettings()


def write_compared(connection: sa.Connection, entry_id: int) -> None:
    """Remember how far the journal was looked through for people who are likely the same."""
    _write(connection, "compared", entry_id)


def read_compared(connection: sa.Connection) -> int:
    """The number of the last entry that was looked at; 0 before the first time."""
    return _read(connection, "compared", int) or 0


def write_brake(connection: sa.Connection, settings: BrakeSettings) -> None:
    """Remember how many duplicates the office takes in without asking."""
    _write(connection, "brake", settings)


def read_brake(connection: sa.Connection) -> BrakeSettings:
    """How many these are; what holds for every office until somebody chooses."""
    return _read(connection, "brake", BrakeSettings) or BrakeSettings()


class _ReadBy(msgspec.Struct, frozen=True):
    version: str


def write_read_by(connection: sa.Connection, version: str) -> None:
    """Remember which version of the program last tried to read what is set aside."""
    _write(connection, "read_by", _ReadBy(version))


def read_read_by(connection: sa.Connection) -> str:
    """Which version that was; empty before the first."""
    found = _read(connection, "read_by", _ReadBy)
    return "" if found is None else found.version


def write_destination(connection: sa.Connection, destination: Destination) -> None:
    """Keep where this installation uploads to, with its passwords and keys."""
    _write(connection, "destination", destination)


def read_destination(connection: sa.Connection) -> Destination | None:
    """Where this installation uploads to; None where nobody has said so."""
    value = _FACT.value(connection, {"name": "destination"})
    return None if value is None else msgspec.json.decode(value, type=Destination)


def forget_destination(connection: sa.Connection) -> None:
    """Forget the place and its passwords."""
    connection.execute(sa.delete(fact).where(fact.c.name == "destination"))


class OfficeLook(msgspec.Struct, frozen=True):
    """The look that the office sent last."""

    at: str  # when the office wrote it, ISO 8601 with zone
    look: CityLook


def write_office_look(connection: sa.Connection, sent: OfficeLook) -> None:
    """Remember what the office sent."""
    _write(connection, "office_look", sent)


def read_office_look(connection: sa.Connection) -> OfficeLook | None:
    """What the office sent last; None before the first time."""
    return _read(connection, "office_look", OfficeLook)


def next_number(connection: sa.Connection, name: str) -> int:
    """Spend the next number of a counter: 1, 2, 3 ... A spent number never comes again."""
    return next_numbers(connection, name, 1)[0]


def next_numbers(connection: sa.Connection, name: str, count: int) -> range:
    """Spend the next ``count`` numbers of a counter."""
    value = connection.scalar(sa.select(counter.c.value).where(counter.c.name == name)) or 0
    statement = sa.insert(counter).prefix_with("OR REPLACE")
    connection.execute(statement.values(name=name, value=value + count))
    return range(value + 1, value + 1 + count)


def _write(connection: sa.Connection, name: str, value: msgspec.Struct | int) -> None:
    statement = sa.insert(fact).prefix_with("OR REPLACE")
    connection.execute(statement.values(name=name, value=msgspec.json.encode(value)))


def _read(connection: sa.Connection, name: str, kind: type[T]) -> T | None:
    value = _FACT.value(connection, {"name": name})
    return None if value is None else msgspec.json.decode(value, type=kind)
