"""The office's preparations: programmes, events and officers."""

import datetime as dt
import secrets
from typing import TypeVar

from jamsos_desktop.domain.records import (
    AnyRecord,
    CommunityEvent,
    Officer,
    Programme,
    Role,
    Station,
)
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.storage import facts, journal, records, vault

R = TypeVar("R", bound=AnyRecord)


def add_programme(desk: Desk, programme: Programme) -> str:
    """Journal a new programme; its id."""
    return _add(desk, programme)


def add_event(desk: Desk, event: CommunityEvent) -> str:
    """Journal a new event; its id. Raises ``programme_unknown``."""
    with desk.database.reading() as connection:
        programme = records.get(connection, event.programme_id)
    if programme is None or not isinstance(programme.body, Programme):
        raise UserError("programme_unknown")
    return _add(desk, event)


def add_officer(desk: Desk, login: str, name: str, role: Role) -> str:
    """Journal an officer, who gets a password at the installation where they work; their id.

    Raises ``login_taken`` and ``login_empty``.
    """
    login = " ".join(login.split())
    if not login or not name.strip():
        raise UserError("login_empty")
    taken = {officer.login.casefold() for _id, officer in officers(desk)}
    if login.casefold() in taken:
        raise UserError("login_taken", login=login)
    return _add(desk, Officer(login=login, name=name.strip(), role=role))


def set_password(desk: Desk, officer_id: str, password: str, own_password: str) -> None:
    """Let another officer of this installation sign in here with a password of their own.

    The one who is signed in confirms it with their own password. Raises ``officer_unknown``,
    ``password_wrong``, ``password_short``.
    """
    officer = dict(officers(desk)).get(officer_id)
    if officer is None:
        raise UserError("officer_unknown")
    _put_password(desk, officer_id, officer.login, password, own_password)


def change_password(desk: Desk, old: str, new: str) -> None:
    """Let the one who is signed in use another password here from now on.

    Raises ``password_wrong`` and ``too_many_tries`` for the old one (wrong ones count as at the
    login), ``password_short`` for the new one.
    """
    _put_password(desk, desk.officer_id, desk.officer.login, new, old)


def can_sign_in(desk: Desk) -> set[str]:
    """The ids of the officers who have a password at this installation."""
    keyring = vault.read_keyring(desk.data_dir)
    return set() if keyring is None else {slot.officer_id for slot in keyring.slots}


def programmes(desk: Desk) -> list[tuple[str, Programme]]:
    """Every programme with its id."""
    return _all(desk, Programme)


def events(desk: Desk) -> list[tuple[str, CommunityEvent]]:
    """Every event with its id, the latest first."""
    return sorted(_all(desk, CommunityEvent), key=lambda item: item[1].date, reverse=True)


def officers(desk: Desk) -> list[tuple[str, Officer]]:
    """Every officer with their id, by name."""
    return sorted(_all(desk, Officer), key=lambda item: item[1].name)


def stations(desk: Desk) -> list[tuple[str, Station]]:
    """Every station that got a kit, with its id."""
    return _all(desk, Station)


def find_station(desk: Desk, name_or_code: str) -> tuple[str, Station]:
    """The station of this name or code. Raises ``station_unknown``."""
    wanted = name_or_code.casefold()
    for station_id, station in stations(desk):
        if wanted in {station.name.casefold(), station.code.casefold()}:
            return station_id, station
    raise UserError("station_unknown")


def find_event(desk: Desk, prefix: str) -> tuple[str, CommunityEvent]:
    """The one event whose id begins like this. Raises ``event_unknown``."""
    with desk.database.reading() as connection:
        found = records.find_by_prefix(connection, CommunityEvent, prefix)
    if len(found) != 1:
        raise UserError("event_unknown", found=len(found))
    return found[0]


def find_programme(desk: Desk, prefix: str) -> str:
    """The id of the one programme whose id begins like this; without a prefix today's event's.

    Raises ``programme_unknown``.
    """
    event = None if prefix else todays_event(desk)
    found = [key for key, _one in programmes(desk) if key.startswith(prefix)]
    if event is not None:
        return event[1].programme_id
    if len(found) != 1:
        raise UserError("programme_unknown")
    return found[0]


def todays_event(desk: Desk) -> tuple[str, CommunityEvent] | None:
    """The event that is today, or else the nearest one to come, or the last one that was.

    Of several on one day a station takes the one that its kit or a receipt is for.
    """
    today = desk.clock().date()
    known = events(desk)
    with desk.database.reading() as connection:
        own = facts.read_secrets(connection).event_keys
    return min(
        known, key=lambda item: (*_distance(item[1].date, today), item[0] not in own), default=None
    )


def new_id() -> str:
    """An id that no other installation will make: 128 random bits, hexadecimal."""
    return secrets.token_hex(16)


def new_id_at(moment: dt.datetime) -> str:
    """The same for records of which there are very many: 48 bits of time, then 80 random ones.

    As in UUIDv7 (RFC 9562), what is recorded together lies together in each index. Saving or
    merging into a database of a million people would otherwise touch another page for each.
    """
    return f"{int(moment.timestamp() * 1000):012x}{secrets.token_hex(10)}"


def _put_password(
    desk: Desk, officer_id: str, login: str, password: str, own_password: str
) -> None:
    keyring = vault.read_keyring(desk.data_dir)
    assert keyring is not None
    own = desk.officer.login
    _own_id, key = vault.unlock(desk.data_dir, keyring, own, own_password, desk.clock())
    changed = vault.with_officer(keyring, officer_id, login, password, key)
    vault.write_keyring(desk.data_dir, changed)


def _distance(day: dt.date, today: dt.date) -> tuple[bool, int]:
    return (day < today, abs((day - today).days))


def _add(desk: Desk, body: AnyRecord) -> str:
    record_id = new_id()
    with desk.database.writing() as connection:
        journal.append(connection, desk.author, desk.clock(), [journal.New(record_id, body)])
    return record_id


def _all(desk: Desk, kind: type[R]) -> list[tuple[str, R]]:
    with desk.database.reading() as connection:
        return records.all_of(connection, kind)
