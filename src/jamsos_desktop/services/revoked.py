"""Cards that count no more: the office's list of them, kept at stations, and lost keys.

The list travels in each kit and receipt whole; a station keeps the one that was written last.
"""

import datetime as dt

import sqlalchemy as sa

from jamsos_desktop.bundle.open import OpenedBundle
from jamsos_desktop.bundle.seal import PartSource, part_of
from jamsos_desktop.domain.activities import KeyRestored, KeyRevoked
from jamsos_desktop.domain.installation import Installation
from jamsos_desktop.domain.records import Station
from jamsos_desktop.domain.revocation import RevokedList, pack, revoked_list, unpack
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.known import reason_of
from jamsos_desktop.services.reference import DECIDERS
from jamsos_desktop.storage import facts, journal, records, revoked

REVOKED_PART = "revoked.bin"


def list_for_stations(connection: sa.Connection, office: Installation) -> RevokedList:
    """Every card that counts no more, and every key that is lost."""
    stations = dict(records.all_of(connection, Station))
    lost = (stations.get(station_id) for station_id in revoked.stations_without_key(connection))
    told = list(revoked.gone(connection))
    told += [(station.public_key, "kunci_hilang") for station in lost if station is not None]
    return revoked_list(office.office_public_key, told)


def revoked_part(connection: sa.Connection, office: Installation) -> PartSource:
    """That list as a part of a kit or a receipt; also an empty one, which ends an older one."""
    return part_of(REVOKED_PART, pack(list_for_stations(connection, office)))


def read_revoked(opened: OpenedBundle) -> RevokedList | None:
    """The list of a kit or a receipt; None of one that was written before there were lists.

    Raises ``bundle_damaged`` for what is none.
    """
    if REVOKED_PART not in {part.name for part in opened.manifest.parts}:
        return None
    try:
        return unpack(b"".join(opened.read(REVOKED_PART)))
    except ValueError as error:
        raise UserError("bundle_damaged") from error


def keep_revoked(connection: sa.Connection, listed: RevokedList | None, at: str) -> None:
    """Keep the list that the office wrote ``at`` (ISO 8601 with zone), unless a newer one is here.

    Of two from one moment the same one stays, in whatever order they come. None changes nothing.
    """
    if listed is None:
        return
    known = facts.read_revoked(connection)
    if known is None or (_moment(known.at), known.packed) < (_moment(at), listed.packed):
        facts.write_revoked(connection, facts.Revoked(at=at, packed=listed.packed))


def known_list(connection: sa.Connection) -> tuple[RevokedList, str]:
    """The list that is kept here and when the office wrote it; empty before the first one."""
    known = facts.read_revoked(connection)
    return (RevokedList(known.packed), known.at) if known else (RevokedList(), "")


def lost_stations(desk: Desk) -> set[str]:
    """The ids of the stations whose key is lost, as the office knows it."""
    with desk.database.reading() as connection:
        return set(revoked.stations_without_key(connection))


def revoke_key(desk: Desk, station_id: str, reason: str) -> None:
    """A station's key is lost or stolen: what it signed proves nothing any more.

    Raises ``office_only``, ``coordinator_only``, ``reason_missing``, ``station_unknown``, and
    ``key_revoked_already``.
    """
    words = _may_decide(desk, reason)
    with desk.database.writing() as connection:
        _station(connection, station_id)
        if revoked.revocations_of(connection, station_id):
            raise UserError("key_revoked_already")
        news = [journal.New(station_id, KeyRevoked(reason=words))]
        journal.append(connection, desk.author, desk.clock(), news)


def restore_key(desk: Desk, station_id: str, reason: str) -> None:
    """It was found, and was in nobody else's hands.

    Raises ``office_only``, ``coordinator_only``, ``reason_missing``, ``station_unknown``, and
    ``key_not_revoked``.
    """
    words = _may_decide(desk, reason)
    with desk.database.writing() as connection:
        _station(connection, station_id)
        standing = revoked.revocations_of(connection, station_id)
        if not standing:
            raise UserError("key_not_revoked")
        news = [journal.New(station_id, KeyRestored(revocations=standing, reason=words))]
        journal.append(connection, desk.author, desk.clock(), news)


def _may_decide(desk: Desk, reason: str) -> str:
    if desk.installation.mode != "office":
        raise UserError("office_only")
    if desk.officer.role not in DECIDERS:
        raise UserError("coordinator_only")
    return reason_of(reason)


def _station(connection: sa.Connection, station_id: str) -> Station:
    stored = records.get(connection, station_id)
    if stored is None or not isinstance(stored.body, Station):
        raise UserError("station_unknown")
    return stored.body


def _moment(at: str) -> dt.datetime:
    return dt.datetime.fromisoformat(at)
