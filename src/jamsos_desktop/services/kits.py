"""The kit: everything that a new station needs, sealed to an activation code that is shown once."""

import re
import secrets as random
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import sqlalchemy as sa

from jamsos_desktop import __version__
from jamsos_desktop.bundle import keys
from jamsos_desktop.bundle.manifest import JOURNAL_PART, Manifest, Recipient, Sender
from jamsos_desktop.bundle.naming import bundle_file_name, hint_of
from jamsos_desktop.bundle.open import OpenedBundle, open_bundle
from jamsos_desktop.bundle.seal import PartSource, part_of, seal
from jamsos_desktop.domain.activities import KitIssued
from jamsos_desktop.domain.installation import Installation, Secrets
from jamsos_desktop.domain.journal import Entry, decode_body, decode_entry, encode_entry
from jamsos_desktop.domain.print_settings import CityLook
from jamsos_desktop.domain.records import Candidate, CommunityEvent, Officer, Programme, Station
from jamsos_desktop.domain.registered import KeyedList, pack, unpack
from jamsos_desktop.domain.revocation import RevokedList
from jamsos_desktop.domain.set_aside import KIT_TYPES
from jamsos_desktop.errors import UserError
from jamsos_desktop.services import plan, registered
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.event_keys import keys_for_events
from jamsos_desktop.services.list_reference import replaced_in
from jamsos_desktop.services.office_look import look_part, read_look
from jamsos_desktop.services.revoked import read_revoked, revoked_part
from jamsos_desktop.storage import facts, journal

STATION_PART = "station.json"
#: Who is registered already, as keyed hashes; left out where there is nobody.
REGISTERED_PART = "registered.bin"
#: Crockford's base 32: no I, L, O, U, so that nothing is misread from paper.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE_LENGTH = 16  # 80 bits


class IssuedKit(NamedTuple):
    """A kit on its stick, and the code that opens it, which is nowhere else."""

    path: Path
    activation_code: str
    station: Station


class Kit(NamedTuple):
    """A kit that was opened and checked."""

    installation: Installation
    secrets: Secrets
    entries: tuple[Entry, ...]
    officers: dict[str, Officer]
    events: dict[str, CommunityEvent]
    programmes: dict[str, Programme]
    registered: KeyedList | None
    revoked: RevokedList | None
    look: CityLook | None
    written_at: str  # ISO 8601 with zone


class KitSummary(msgspec.Struct, frozen=True, kw_only=True):
    """What a kit says, for people to look at before anything is made of it."""

    station: str
    code: str
    office: str
    practice: bool
    written_at: str  # ISO 8601 with zone
    events: tuple[CommunityEvent, ...]  # those that the station is to work at, by date
    officers: int
    candidates: int
    registered: int  # people who are registered elsewhere
    revoked: int  # cards that hold no more
    reference: tuple[str, ...] = ()  # files of rules and texts that are not the shipped ones


class _StationPart(msgspec.Struct, frozen=True):
    installation: Installation
    secrets: Secrets


def export_kit(desk: Desk, station_name: str, event_ids: Sequence[str], target: Path) -> IssuedKit:
    """Make a station known and write its kit to ``target`` (never over an existing file).

    Raises ``office_only``, ``station_exists``, ``event_unknown``, and what writing can raise.
    """
    if desk.installation.mode != "office":
        raise UserError("office_only")
    name = " ".join(station_name.split())
    known, events = plan.stations(desk), dict(plan.events(desk))
    if not name or name.casefold() in {station.name.casefold() for _id, station in known}:
        raise UserError("station_exists", name=name)
    if missing := set(event_ids) - events.keys():
        raise UserError("event_unknown", found=len(missing))
    part = _new_station(desk, name, {station.code for _id, station in known})
    station = Station(
        code=part.installation.code,
        name=name,
        public_key=part.installation.public_key,
        recipient=keys.age_recipient_of(part.secrets.age_identity),
    )
    code = "".join(random.choice(_ALPHABET) for _ in range(_CODE_LENGTH))
    # One transaction: where the kit cannot be written, the station's name stays free.
    with desk.database.writing() as connection:
        news = [
            journal.New(part.installation.station_id, station),
            journal.New(part.installation.station_id, KitIssued(event_ids=tuple(event_ids))),
        ]
        journal.append(connection, desk.author, desk.clock(), news)
        shared = keys_for_events(connection, event_ids)
        secrets = msgspec.structs.replace(part.secrets, event_keys=shared)
        part = msgspec.structs.replace(part, secrets=secrets)
        programmes = {events[event_id].programme_id for event_id in event_ids}
        written = _seal_kit(desk, connection, part, programmes, target, code)
    return IssuedKit(written, "-".join(re.findall("....", code)), station)


def kit_file_name(desk: Desk, station_name: str) -> str:
    """``PAKET_kota-mojokerto_POSKRANGGAN1_20251112-0905.jamsos``."""
    here = desk.installation
    return bundle_file_name(
        "kit", here.office_name, station_name, 0, 0, desk.clock(), practice=here.practice
    )


def read_kit(path: Path, activation_code: str) -> Kit:
    """Open a kit and check everything in it; nothing is changed.

    Raises ``bundle_bad_passphrase`` for another code, ``kit_wrong_kind`` for another file, and what
    opening can raise.
    """
    opened = open_bundle(path, passphrase=normalise_code(activation_code))
    manifest = opened.manifest
    if manifest.kind != "kit":
        raise UserError("kit_wrong_kind", kind=manifest.kind)
    try:
        part = msgspec.json.decode(b"".join(opened.read(STATION_PART)), type=_StationPart)
        entries = tuple(map(decode_entry, opened.lines(JOURNAL_PART)))
        records = {e.record_id: decode_body(e.body) for e in entries if not e.erased}
        listed, revoked = read_registered(opened), read_revoked(opened)
        look = read_look(opened)
    except (msgspec.DecodeError, ValueError, KeyError) as error:
        raise UserError("bundle_damaged") from error
    if manifest.sender.public_key != part.installation.office_public_key:
        raise UserError("bundle_bad_signature")
    return Kit(
        part.installation,
        part.secrets,
        entries,
        {i: body for i, body in records.items() if isinstance(body, Officer)},
        {i: body for i, body in records.items() if isinstance(body, CommunityEvent)},
        {i: body for i, body in records.items() if isinstance(body, Programme)},
        listed,
        revoked,
        look,
        manifest.created_at.isoformat(),
    )


def summarise(kit: Kit) -> KitSummary:
    """What a kit that was opened says: for whom, when, and what is in it."""
    here = kit.installation
    mine = [event for key, event in kit.events.items() if key in kit.secrets.event_keys]
    candidates = {entry.record_id for entry in kit.entries if _is_candidate(entry)}
    return KitSummary(
        station=here.name,
        code=here.code,
        office=here.office_name,
        practice=here.practice,
        written_at=kit.written_at,
        events=tuple(sorted(mine, key=lambda event: (event.date, event.name))),
        officers=len(kit.officers),
        candidates=len(candidates),
        registered=kit.registered.people if kit.registered else 0,
        revoked=kit.revoked.cards if kit.revoked else 0,
        reference=replaced_in(kit.entries),
    )


def refuse_kit(path: Path) -> None:
    """Say at an installation that is there already why a kit is nothing for it.

    A kit makes a new station. What is new for one that is there comes with a receipt. Raises
    ``kit_not_here`` for a file that is called like a kit, with the date in its name.
    """
    hint = hint_of(path.name)
    if hint is not None and hint.kind == "kit":
        day, time = hint.made.split("-")
        made = f"{day[6:]}-{day[4:6]}-{day[:4]} {time[:2]}:{time[2:]}"
        raise UserError("kit_not_here", made=made)


def _is_candidate(entry: Entry) -> bool:
    return not entry.erased and isinstance(decode_body(entry.body), Candidate)


def normalise_code(text: str) -> str:
    """The activation code as it was made, whatever a hand made of it: ``o`` is 0, ``l`` is 1."""
    letters = re.sub(r"[^0-9A-Z]", "", text.upper())
    return letters.translate(str.maketrans("OIL", "011"))


def read_registered(opened: OpenedBundle) -> KeyedList | None:
    """The list of those who are registered already, of a kit or a receipt that has one."""
    if REGISTERED_PART not in {part.name for part in opened.manifest.parts}:
        return None
    return unpack(b"".join(opened.read(REGISTERED_PART)))


def registered_part(listed: KeyedList | None) -> list[PartSource]:
    """That list as a part of a kit or a receipt; none where nobody is on it."""
    return [] if listed is None else [part_of(REGISTERED_PART, pack(listed))]


def _new_station(desk: Desk, name: str, codes: set[str]) -> _StationPart:
    office = desk.installation
    with desk.database.reading() as connection:
        office_secrets = facts.read_secrets(connection)
    station_id = plan.new_id()
    code = _free_code(office.office_name, codes)
    signing_key = keys.new_signing_key()
    public_key = keys.public_key_of(signing_key)
    certificate = keys.certify_station(
        office_secrets.signing_key,
        station_id=station_id,
        code=code,
        public_key=public_key,
        practice=office.practice,
    )
    installation = msgspec.structs.replace(
        office,
        mode="station",
        station_id=station_id,
        code=code,
        name=name,
        public_key=public_key,
        certificate=certificate,
    )
    secrets = Secrets(signing_key=signing_key, age_identity=keys.new_age_identity())
    return _StationPart(installation, secrets)


def entries_for_stations(connection: sa.Connection, programmes: Collection[str]) -> list[Entry]:
    """What the office tells its stations, with the candidates of these programmes."""
    return [
        *journal.entries_of_records(connection, KIT_TYPES),
        *journal.entries_of_candidates(connection, programmes),
    ]


def _free_code(office_name: str, taken: set[str]) -> str:
    """Three consonants of the office's name and a number: ``MJK1``, ``MJK2`` ..."""
    words = [w for w in office_name.upper().split() if w not in {"KOTA", "KABUPATEN", "KANTOR"}]
    letters = "".join(re.findall(r"[A-Z]", "".join(words)))
    consonants = letters[:1] + re.sub(r"[AEIOU]", "", letters[1:])
    prefix = (consonants + letters + "POS")[:3]
    number = 1
    while f"{prefix}{number}" in taken:
        number += 1
    return f"{prefix}{number}"


def _seal_kit(
    desk: Desk,
    connection: sa.Connection,
    part: _StationPart,
    programmes: Collection[str],
    target: Path,
    code: str,
) -> Path:
    office_secrets = facts.read_secrets(connection)
    entries = entries_for_stations(connection, programmes)
    lines = b"".join(encode_entry(entry) + b"\n" for entry in entries)
    office, station = desk.installation, part.installation
    manifest = Manifest(
        kind="kit",
        practice=office.practice,
        sender=Sender(id=office.office_id, name=office.name, public_key=office.public_key),
        recipient=Recipient(id=station.station_id, name=station.name),
        counts={"entries": len(entries)},
        created_at=desk.clock(),
        application=__version__,
    )
    parts = [
        part_of(STATION_PART, msgspec.json.encode(part, order="sorted")),
        part_of(JOURNAL_PART, lines),
        revoked_part(connection, office),
        look_part(connection),
    ]
    parts += registered_part(registered.list_for_station(connection))
    written = seal(target, manifest, parts, signing_key=office_secrets.signing_key, passphrase=code)
    return written.path
