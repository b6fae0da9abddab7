"""Laptops of one event see each other's registrations, for the duplicate check during the day.

What comes this way is hearsay: it lies beside the journal, is counted nowhere, goes into no bundle,
and is forgotten after two days. The office gets each registration from its own station alone.
"""

import datetime as dt
from pathlib import Path
from typing import NamedTuple

import msgspec
import sqlalchemy as sa

from jamsos_desktop import __version__
from jamsos_desktop.bundle.manifest import Manifest, Recipient
from jamsos_desktop.bundle.naming import bundle_file_name
from jamsos_desktop.domain.activities import ExchangeJoined
from jamsos_desktop.domain.heard import hash_key, heard_of
from jamsos_desktop.domain.records import CommunityEvent, Participant
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.event_keys import event_key
from jamsos_desktop.services.exchange_files import (
    Meeting,
    Met,
    Refused,
    encode_people,
    meet,
    read_file,
)
from jamsos_desktop.services.export_bundle import station_sender
from jamsos_desktop.services.progress import CancelToken
from jamsos_desktop.storage import facts, heard, journal, records
from jamsos_desktop.storage.facts import SharedFolder
from jamsos_desktop.storage.heard import Source
from jamsos_desktop.storage.models import entry

#: What was heard is forgotten so long after it was read: the event is over by then.
FORGOTTEN_AFTER = dt.timedelta(days=2)


class Exchanged(NamedTuple):
    """How a laptop and its neighbours stand. ``told`` are the people in one's own file."""

    sources: tuple[Source, ...]
    written: Path | None = None
    told: int = 0
    refused: tuple[Refused, ...] = ()


def exchange(
    desk: Desk, event_id: str, folder: Path, cancel: CancelToken | None = None
) -> Exchanged:
    """Write one's own file into the folder and read those of the others; repeat as you like.

    Raises ``event_unknown``, ``exchange_no_key``, and what :func:`exchange_files.meet` raises.
    """
    return take_in(desk, meet(prepare(desk, event_id), folder, cancel))


def read_exchange(desk: Desk, event_id: str, path: Path) -> Exchanged:
    """Take in one file of another laptop.

    Raises what :func:`exchange_files.open_file` raises, and ``exchange_own_file``.
    """
    return take_in(desk, read_file(prepare(desk, event_id), path))


def read_folder(desk: Desk, event_id: str, folder: Path) -> Exchanged:
    """Take in the files of the other laptops without writing one's own."""
    return take_in(desk, meet(prepare(desk, event_id), folder, write=False))


def prepare(desk: Desk, event_id: str) -> Meeting:
    """Everything that the database has to say before the files are looked at."""
    here, now = desk.installation, desk.clock()
    with desk.database.reading() as connection:
        stored = records.get(connection, event_id)
        if stored is None or not isinstance(stored.body, CommunityEvent):
            raise UserError("event_unknown", found=0)
        identity = event_key(connection, here, event_id)
        signing_key = facts.read_secrets(connection).signing_key
        key = hash_key(identity)
        told = [
            heard_of(record_id, at, msgspec.json.decode(body, type=Participant), key)
            for record_id, at, body in heard.own_people(connection, event_id, here.station_id)
        ]
        seq = journal.tip_of(connection, here.station_id).seq
    manifest = Manifest(
        kind="exchange",
        practice=here.practice,
        sender=station_sender(here),
        recipient=Recipient(id=event_id, name=stored.body.name),
        first_seq=min(1, seq),
        last_seq=seq,
        counts={"participants": len(told)},
        created_at=now,
        application=__version__,
    )
    name = bundle_file_name(
        "exchange", here.office_name, here.code, 1, seq, now, practice=here.practice
    )
    return Meeting(
        identity,
        signing_key,
        here.office_name,
        here.office_public_key,
        manifest,
        encode_people(told),
        name,
    )


def take_in(desk: Desk, met: Met) -> Exchanged:
    """Keep what was read in the place of what was known of those laptops; who was heard of.

    An older file after a newer one changes nothing.
    """
    manifest, now = met.meeting.manifest, desk.clock()
    event_id = manifest.recipient.id
    with desk.database.writing() as connection:
        heard.forget_heard_before(connection, now - FORGOTTEN_AFTER)
        known = {one.station_id: one for one in heard.sources(connection, event_id)}
        for read in met.read:
            before = known.get(read.manifest.sender.id)
            found = _source(read.manifest, len(read.people), now, hash_key(met.meeting.identity))
            if before is None or _order(before) < _order(found):
                heard.replace(connection, found, read.people)
        if met.written is not None:
            _journal_joined(desk, connection, event_id)
        sources = tuple(heard.sources(connection, event_id))
    return Exchanged(sources, met.written, manifest.counts["participants"], met.refused)


def neighbours(desk: Desk, event_id: str) -> tuple[Source, ...]:
    """The other laptops that were heard of, by name."""
    with desk.database.reading() as connection:
        return tuple(heard.sources(connection, event_id))


def forget_heard(desk: Desk) -> int:
    """Forget the laptops whose last file was read more than two days ago; how many there were.

    Every look into the folder does so too; this is for a program that is opened later.
    """
    with desk.database.writing() as connection:
        return heard.forget_heard_before(connection, desk.clock() - FORGOTTEN_AFTER)


def remember_folder(desk: Desk, shared: SharedFolder) -> None:
    """Keep where the laptops meet, for the next start."""
    with desk.database.writing() as connection:
        facts.write_shared_folder(connection, shared)


def remembered_folder(desk: Desk) -> SharedFolder:
    """Where the laptops met last."""
    with desk.database.reading() as connection:
        return facts.read_shared_folder(connection)


def _source(manifest: Manifest, people: int, now: dt.datetime, key: bytes) -> Source:
    return Source(
        event_id=manifest.recipient.id,
        station_id=manifest.sender.id,
        name=manifest.sender.name,
        code=manifest.sender.code,
        seq=manifest.last_seq,
        written_at=manifest.created_at.isoformat(timespec="seconds"),
        heard_at=now.isoformat(timespec="seconds"),
        people=people,
        hash_key=key,
    )


def _order(source: Source) -> tuple[int, dt.datetime]:
    return source.seq, dt.datetime.fromisoformat(source.written_at)


def shared_since(desk: Desk, event_id: str, station_id: str) -> str:
    """From when on the event's other laptops saw whom this one registers; empty where never."""
    with desk.database.reading() as connection:
        return _joined_at(connection, event_id, station_id)


def _joined_at(connection: sa.Connection, event_id: str, station_id: str) -> str:
    query = sa.select(sa.func.min(entry.c.recorded_at)).where(
        entry.c.record_id == event_id,
        entry.c.type == "exchange_joined",
        entry.c.station_id == station_id,
    )
    return connection.scalar(query) or ""


def _journal_joined(desk: Desk, connection: sa.Connection, event_id: str) -> None:
    """Once for each event: from now on its other laptops see whom this one registers."""
    if not _joined_at(connection, event_id, desk.installation.station_id):
        news = [journal.New(event_id, ExchangeJoined())]
        journal.append(connection, desk.author, desk.clock(), news)
