"""The office's answer to a station: how far its journal arrived, and what became of each record.

A receipt carries entries of the office's journal, and a station takes them in like any others: the
union of journals. So receipts may be applied in any order and any number of times.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import msgspec
import sqlalchemy as sa

from jamsos_desktop import __version__
from jamsos_desktop.bundle.manifest import JOURNAL_PART, Manifest, Recipient, Sender
from jamsos_desktop.bundle.naming import bundle_file_name
from jamsos_desktop.bundle.open import OpenedBundle, open_bundle
from jamsos_desktop.bundle.seal import part_of, seal
from jamsos_desktop.domain.activities import KitIssued, ReceiptApplied, ReceiptIssued
from jamsos_desktop.domain.journal import Entry, decode_entry, encode_entry, hash_entry
from jamsos_desktop.domain.records import Station
from jamsos_desktop.domain.standing import DECISIONS, Standing, Travel
from jamsos_desktop.errors import UserError
from jamsos_desktop.services import plan, registered
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.event_keys import event_keys_part, keep_event_keys, read_event_keys
from jamsos_desktop.services.kits import (
    entries_for_stations,
    read_registered,
    refuse_kit,
    registered_part,
)
from jamsos_desktop.services.list_reference import changed_in
from jamsos_desktop.services.office_look import keep_look, look_part, read_look
from jamsos_desktop.services.progress import CancelToken, Report, silent
from jamsos_desktop.services.revoked import keep_revoked, read_revoked, revoked_part
from jamsos_desktop.services.travel import standing_here, travel_of
from jamsos_desktop.storage import activities, facts, journal, media, records
from jamsos_desktop.storage.models import entry, participant

#: What a station is told about its own people.
_ABOUT_PEOPLE = (
    *("participant", *DECISIONS),
    *("consent_withdrawn", "consent_restored", "voided", "void_undone"),
)

_PIECE = 500  # ids in one IN (...)


class Issued(NamedTuple):
    """A receipt on its stick."""

    path: Path
    station: Station
    accepted_seq: int
    entries: int


class News(NamedTuple):
    """What the office says of one person now."""

    record_id: str
    number: str
    name: str
    standing: Standing
    reason: str
    fields: tuple[str, ...]  # what is to be corrected
    kept_number: str = ""  # of a duplicate: the registration that is kept


@dataclass
class Applied:
    """What a receipt brought. ``added`` are the entries that were not known here."""

    office_name: str
    issued_at: str  # ISO 8601 with zone
    newer_at: str = ""  # when a newer one was written that was opened here before; else empty
    accepted_seq: int = 0
    own_seq: int = 0  # how far the journal here goes
    other_branch: bool = False  # the office has another branch of this journal: a restored copy
    entries: int = 0
    added: int = 0
    news: list[News] = field(default_factory=list)  # of those about whom something is new
    reference: tuple[str, ...] = ()  # files of rules and texts about which something is new


def issue_receipt(
    desk: Desk,
    station_id: str,
    folder: Path,
    event_ids: Sequence[str] = (),
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> Issued:
    """Write for one station what the office has of it and says of it, with new reference data.

    ``event_ids`` are events whose candidates it shall know from now on, beside those of its kit.
    Raises ``office_only``, ``station_unknown``, ``event_unknown``, and what writing can raise.
    """
    here, now = desk.installation, desk.clock()
    if here.mode != "office":
        raise UserError("office_only")
    events = dict(plan.events(desk))
    if missing := set(event_ids) - events.keys():
        raise UserError("event_unknown", found=len(missing))
    with desk.database.writing() as connection:
        station = _station(connection, station_id)
        tip = journal.whole_until(connection, station_id)
        _journal_issue(desk, connection, station_id, tip, event_ids)
        wanted = _event_ids(connection, station_id)
        programmes = {events[i].programme_id for i in wanted if i in events}
        entries = _entries_for(connection, station_id, programmes)
        manifest = _manifest(desk, Recipient(id=station_id, name=station.name), entries, tip)
        name = bundle_file_name(
            "receipt", here.office_name, station.code, 1, tip.seq, now, practice=here.practice
        )
        listed = registered.list_for_station(connection, station_id)
        lines = b"".join(encode_entry(made) + b"\n" for made in entries)
        written = seal(
            folder / name,
            manifest,
            [
                part_of(JOURNAL_PART, lines),
                *registered_part(listed),
                *event_keys_part(connection, wanted),
                revoked_part(connection, here),
                look_part(connection),
            ],
            signing_key=facts.read_secrets(connection).signing_key,
            recipients=[station.recipient],
            report=report,
            cancel=cancel,
        )
    return Issued(written.path, station, tip.seq, len(entries))


def inspect_receipt(desk: Desk, path: Path) -> Manifest:
    """What a receipt says of itself, after every check that applying makes; nothing is changed."""
    return _open(desk, path).manifest


def apply_receipt(desk: Desk, path: Path) -> Applied:
    """Take in what the office answered, in one transaction; applying again changes nothing.

    Raises ``station_only``, ``receipt_wrong_kind``, ``receipt_other_station``,
    ``receipt_other_office``, ``bundle_practice``, ``bundle_not_practice``, ``bundle_damaged``, and
    what opening can raise.
    """
    here = desk.installation
    opened = _open(desk, path)
    entries = list(_checked(opened, here.station_id))
    listed, event_keys = read_registered(opened), read_event_keys(opened)
    revoked_cards, look = read_revoked(opened), read_look(opened)
    result = Applied(
        office_name=opened.manifest.sender.name,
        issued_at=opened.manifest.created_at.isoformat(),
        entries=len(entries),
    )
    with desk.database.writing() as connection:
        result.newer_at = _newer(connection, here.station_id, entries)
        added = journal.insert(connection, entries)
        keep_event_keys(connection, event_keys)
        if listed is not None:
            registered.keep_list(connection, listed, result.issued_at)
        keep_revoked(connection, revoked_cards, result.issued_at)
        keep_look(connection, look, result.issued_at)
        result.added = len(added)
        result.reference = changed_in(added)
        result.own_seq = journal.tip_of(connection, here.station_id).seq
        travel = travel_of(connection, here.station_id)
        result.accepted_seq = travel.accepted_seq
        result.news = _news(desk, connection, travel, [made.record_id for made in added])
        claimed = opened.manifest.counts.get("accepted", 0)
        result.other_branch = result.accepted_seq < min(claimed, result.own_seq)
        if added:
            done = ReceiptApplied(accepted_seq=result.accepted_seq, sha256=opened.sha256)
            news = [journal.New(here.station_id, done)]
            journal.append(connection, desk.author, desk.clock(), news)
    return result


def _journal_issue(
    desk: Desk,
    connection: sa.Connection,
    station_id: str,
    tip: journal.Tip,
    event_ids: Sequence[str],
) -> None:
    said = ReceiptIssued(
        accepted_seq=tip.seq,
        accepted_hash=tip.entry_hash,
        known_seq=journal.tip_of(connection, station_id).seq,
        missing=tuple(one.sha256 for one in media.missing(connection, station_id)),
    )
    news = [journal.New(station_id, said)]
    if event_ids:
        news.append(journal.New(station_id, KitIssued(event_ids=tuple(event_ids))))
    journal.append(connection, desk.author, desk.clock(), news)


def _newer(connection: sa.Connection, station_id: str, entries: Sequence[Entry]) -> str:
    """When a receipt was written that was opened here and is newer than this one; else nothing.

    By the office's Lamport time: its clock may have been set back.
    """
    known = connection.execute(
        sa.select(entry.c.recorded_at, entry.c.lamport, entry.c.entry_hash)
        .where(entry.c.record_id == station_id, entry.c.type == "receipt_issued")
        .order_by(entry.c.lamport.desc())
        .limit(1)
    ).one_or_none()
    if known is None or any(made.entry_hash == known.entry_hash for made in entries):
        return ""
    newest = max((made.lamport for made in entries), default=0)
    return known.recorded_at if known.lamport > newest else ""


def _manifest(
    desk: Desk, recipient: Recipient, entries: Sequence[Entry], tip: journal.Tip
) -> Manifest:
    here = desk.installation
    return Manifest(
        kind="receipt",
        practice=here.practice,
        sender=Sender(id=here.office_id, name=here.name, public_key=here.public_key),
        recipient=recipient,
        counts={"entries": len(entries), "accepted": tip.seq},
        created_at=desk.clock(),
        application=__version__,
    )


def _station(connection: sa.Connection, station_id: str) -> Station:
    stored = records.get(connection, station_id)
    if stored is None or not isinstance(stored.body, Station) or not stored.body.recipient:
        raise UserError("station_unknown")
    return stored.body


def _event_ids(connection: sa.Connection, station_id: str) -> set[str]:
    """The events that the station was ever told to work at."""
    bodies = connection.scalars(
        sa.select(entry.c.body).where(
            entry.c.record_id == station_id, entry.c.type == "kit_issued", entry.c.body.is_not(None)
        )
    )
    kits = (msgspec.json.decode(body, type=KitIssued) for body in bodies)
    return {event_id for kit in kits for event_id in kit.event_ids}


def _entries_for(
    connection: sa.Connection, station_id: str, programmes: Collection[str]
) -> list[Entry]:
    return [
        *entries_for_stations(connection, programmes),
        *journal.entries_of_others(connection, station_id, _ABOUT_PEOPLE),
        *journal.entries_about(connection, station_id, ("receipt_issued", "kit_issued")),
    ]


def _open(desk: Desk, path: Path) -> OpenedBundle:
    here = desk.installation
    if here.mode != "station":
        raise UserError("station_only")
    refuse_kit(path)
    with desk.database.reading() as connection:
        identity = facts.read_secrets(connection).age_identity
    opened = open_bundle(path, [identity])
    manifest = opened.manifest
    if manifest.kind != "receipt":
        raise UserError("receipt_wrong_kind", kind=manifest.kind)
    if manifest.recipient.id != here.station_id:
        raise UserError("receipt_other_station", station=manifest.recipient.name, here=here.name)
    if manifest.sender.public_key != here.office_public_key:
        raise UserError("receipt_other_office", office=manifest.sender.name, here=here.office_name)
    if manifest.practice != here.practice:
        raise UserError("bundle_practice" if manifest.practice else "bundle_not_practice")
    return opened


def _checked(opened: OpenedBundle, own_id: str) -> Sequence[Entry]:
    """The entries with every hash computed again; none claims to be of this station's journal."""
    entries = []
    for line in opened.lines(JOURNAL_PART):
        try:
            made = decode_entry(line)
        except msgspec.DecodeError as error:
            raise UserError("bundle_damaged") from error
        if (
            made.station_id == own_id
            or hash_entry(made) != made.entry_hash
            or not made.matches_digest
        ):
            raise UserError("bundle_damaged")
        entries.append(made)
    return entries


def _news(
    desk: Desk, connection: sa.Connection, travel: Travel, record_ids: Sequence[str]
) -> list[News]:
    """Of these records the participants, in the order of their registration."""
    wanted, found = sorted(set(record_ids)), list[News]()
    for start in range(0, len(wanted), _PIECE):
        piece = wanted[start : start + _PIECE]
        said = activities.answers(connection, piece)
        for row in connection.execute(
            sa.select(participant).where(participant.c.record_id.in_(piece))
        ):
            body = told.body if (told := said[row.record_id].told) else None
            found.append(
                News(
                    record_id=row.record_id,
                    number=row.number,
                    name=row.name,
                    standing=standing_here(row, desk.installation, travel),
                    reason=getattr(body, "reason", ""),
                    fields=getattr(body, "fields", ()),
                    kept_number=getattr(body, "kept_number", ""),
                )
            )
    return sorted(found, key=lambda one: one.number)
