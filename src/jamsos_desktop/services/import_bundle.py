"""The office takes a station's bundle in: check, then the union of the journals, then a report."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec
import sqlalchemy as sa

from jamsos_desktop.bundle import keys
from jamsos_desktop.bundle.manifest import JOURNAL_PART, Manifest
from jamsos_desktop.bundle.naming import check_recipient, name_other_office
from jamsos_desktop.bundle.open import OpenedBundle, open_bundle
from jamsos_desktop.domain.activities import BundleImported
from jamsos_desktop.domain.journal import GENESIS, Entry, decode_entry, hash_entry
from jamsos_desktop.domain.picture import PictureKind
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.bundle_media import take_in
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.kits import OFFICE_TYPES
from jamsos_desktop.services.progress import CancelToken, Report, silent
from jamsos_desktop.storage import facts, journal, media
from jamsos_desktop.storage.models import entry, fork, participant

_BATCH = 2000
#: So many lines does a report keep; the counts are always whole.
MOST_ROWS = 20_000


class _Tagged(msgspec.Struct, frozen=True):
    """A body of which only its type is looked at."""

    type: str = ""


_decode_type = msgspec.json.Decoder(_Tagged).decode

Outcome = Literal["new", "changed", "same", "conflict"]


class Row(NamedTuple):
    """What became of one participant in the bundle."""

    number: str
    name: str
    outcome: Outcome


class MissingPicture(NamedTuple):
    """A picture that the station's journal names and that is not here."""

    sha256: str
    kind: PictureKind
    number: str  # registration number; empty where nobody is known for it any more
    refused: bool  # it came along, and was not what its name says or no picture


class Before(NamedTuple):
    """When the very same file was imported, and by whom."""

    at: str  # ISO 8601 with zone
    officer_id: str


@dataclass
class ImportReport:
    """What an import did. ``entries`` = ``added`` + those that were known already."""

    file: str
    station_name: str
    station_code: str
    before: Before | None = None
    entries: int = 0
    added: int = 0
    gaps: list[tuple[int, int]] = field(default_factory=list)  # missing numbers, inclusive
    forks: list[int] = field(default_factory=list)  # sequence numbers with two hashes
    counts: dict[Outcome, int] = field(
        default_factory=lambda: {"new": 0, "changed": 0, "same": 0, "conflict": 0}
    )
    rows: list[Row] = field(default_factory=list)
    pictures: int = 0  # photos and signatures that came and were not here
    missing: list[MissingPicture] = field(default_factory=list)


def inspect_bundle(desk: Desk, path: Path) -> Manifest:
    """What a bundle says of itself, after every check that importing makes; nothing is changed."""
    return _open(desk, path).manifest


def verify_bundle(
    desk: Desk,
    path: Path,
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> int:
    """Check every entry of a bundle as importing does; how many there are. Nothing is changed."""
    opened = _open(desk, path, report, cancel)
    result = ImportReport(file=path.name, station_name="", station_code="")
    return sum(1 for _entry in _checked(opened, _Known(), result))


def import_bundle(
    desk: Desk,
    path: Path,
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> ImportReport:
    """Merge a bundle in one transaction: everything that is new in it, or nothing.

    Importing again changes nothing and says when it was imported before. Raises ``office_only``,
    ``bundle_other_office``, ``bundle_unknown_sender``, ``bundle_practice``,
    ``bundle_not_practice``, ``bundle_wrong_kind``, ``bundle_chain_broken``, ``bundle_oversteps``,
    and what opening can raise.
    """
    opened = _open(desk, path, report, cancel)
    manifest = opened.manifest
    sender = manifest.sender
    result = ImportReport(file=path.name, station_name=sender.name, station_code=sender.code)
    total = manifest.counts.get("entries", 0)
    with desk.database.merging() as connection:
        result.before = _imported_before(connection, opened.sha256)
        last_id = connection.scalar(sa.select(sa.func.max(entry.c.id))) or 0
        known = _Known(
            journal.tip_of(connection, sender.id).seq,
            frozenset(journal.hashes_at(connection, sender.id, manifest.first_seq - 1)),
        )
        checked = _checked(opened, known, result)
        for batch in _batches(checked):
            if cancel is not None:
                cancel.check()
            result.entries += len(batch)
            result.added += len(journal.insert(connection, batch))
            report(result.entries, total)
        _take_pictures(connection, opened, desk.clock(), result, cancel)
        _say_what_became(connection, sender.id, last_id, result)
        result.forks = _forks(connection, sender.id)
        if result.before is None:
            done = BundleImported(
                station_id=sender.id,
                first_seq=manifest.first_seq,
                last_seq=manifest.last_seq,
                new=result.counts["new"],
                changed=result.counts["changed"] + result.counts["conflict"],
                sha256=opened.sha256,
            )
            news = [journal.New(opened.sha256, done)]
            journal.append(connection, desk.author, desk.clock(), news)
    return result


def _take_pictures(
    connection: sa.Connection,
    opened: OpenedBundle,
    now: dt.datetime,
    result: ImportReport,
    cancel: CancelToken | None,
) -> None:
    """Keep what came, and name what the station's journal still lacks here."""
    check = cancel.check if cancel is not None else _never
    came = take_in(connection, opened, now, check)
    sender_id = opened.manifest.sender.id
    result.pictures = came.added
    lacking = media.missing(connection, sender_id)
    if lacking:
        owners = media.owners_of_missing(connection, sender_id)
        result.missing = [
            MissingPicture(sha256, kind, owners.get(sha256, ""), sha256 in came.refused)
            for sha256, kind in lacking[:MOST_ROWS]
        ]


def _never() -> None:
    """Nobody can ask to stop."""


def _open(
    desk: Desk,
    path: Path,
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> OpenedBundle:
    """Open a bundle and check that it is one for this office, from one of its stations."""
    here = desk.installation
    if here.mode != "office":
        raise UserError("office_only")
    with desk.database.reading() as connection:
        identity = facts.read_secrets(connection).age_identity
    try:
        opened = open_bundle(path, [identity], report=report, cancel=cancel)
    except UserError as error:
        raise name_other_office(error, path, here.name) from error
    manifest = opened.manifest
    if manifest.kind != "bundle":
        raise UserError("bundle_wrong_kind", kind=manifest.kind)
    check_recipient(manifest, here.office_id, here.office_name)
    if manifest.practice != here.practice:
        raise UserError("bundle_practice" if manifest.practice else "bundle_not_practice")
    sender = manifest.sender
    known = keys.verify_certificate(
        here.office_public_key,
        sender.certificate,
        station_id=sender.id,
        code=sender.code,
        public_key=sender.public_key,
        practice=manifest.practice,
    )
    if not known:
        raise UserError("bundle_unknown_sender", name=sender.name)
    return opened


class _Known(NamedTuple):
    """What is here of a station's chain: how far it goes, and the hashes before the bundle."""

    last_seq: int = 0
    before: frozenset[str] = frozenset()


def _checked(opened: OpenedBundle, known: _Known, result: ImportReport) -> Iterator[Entry]:
    """The bundle's entries with every hash computed again and the chain followed.

    A gap is named in the report; an entry that says something else than its hash refuses the whole.
    """
    station_id = opened.manifest.sender.id
    seq = max(opened.manifest.first_seq - 1, 0)
    previous = frozenset({GENESIS}) if seq == 0 else known.before
    if seq and not previous and seq > known.last_seq:
        result.gaps.append((known.last_seq + 1, seq))
    for line in opened.lines(JOURNAL_PART):
        try:
            made = decode_entry(line)
            good = (
                made.station_id == station_id
                and made.seq > seq
                and hash_entry(made) == made.entry_hash
                and made.matches_digest
            )
        except (msgspec.DecodeError, ValueError) as error:
            raise UserError("bundle_chain_broken", seq=seq + 1) from error
        if good and made.seq == seq + 1:
            good = not previous or made.prev_hash in previous
        elif good and made.seq > max(seq, known.last_seq) + 1:
            result.gaps.append((max(seq, known.last_seq) + 1, made.seq - 1))
        if not good:
            raise UserError("bundle_chain_broken", seq=seq + 1)
        if _type_of(made) in OFFICE_TYPES:
            # Programmes, officers with their roles, candidates, decisions are the office's.
            raise UserError("bundle_oversteps", seq=made.seq, name=opened.manifest.sender.name)
        seq, previous = made.seq, frozenset({made.entry_hash})
        yield made


def _type_of(made: Entry) -> str:
    return "" if made.erased else _decode_type(made.body).type


def _say_what_became(
    connection: sa.Connection, station_id: str, last_id_before: int, result: ImportReport
) -> None:
    """Count every participant of the station once, by what this import did to them."""
    person = participant.c
    query = (
        sa.select(
            person.number,
            person.name,
            person.conflict,
            (person.id > last_id_before).label("is_new"),
            (sa.func.max(entry.c.id) > last_id_before).label("is_touched"),
        )
        .join(entry, entry.c.record_id == person.record_id)
        .where(entry.c.station_id == station_id, entry.c.type == "participant")
        .group_by(person.id)
    )
    for row in connection.execution_options(yield_per=1000).execute(query):
        outcome: Outcome = "same"
        if row.is_touched:
            outcome = "conflict" if row.conflict else "new" if row.is_new else "changed"
        result.counts[outcome] += 1
        if len(result.rows) < MOST_ROWS:
            result.rows.append(Row(row.number, row.name, outcome))


def _imported_before(connection: sa.Connection, sha256: str) -> Before | None:
    row = connection.execute(
        sa.select(entry.c.recorded_at, entry.c.author_id)
        .where(entry.c.record_id == sha256, entry.c.type == "bundle_imported")
        .order_by(entry.c.id)
        .limit(1)
    ).one_or_none()
    return None if row is None else Before(row.recorded_at, row.author_id)


def _forks(connection: sa.Connection, station_id: str) -> list[int]:
    query = sa.select(fork.c.seq).where(fork.c.station_id == station_id).order_by(fork.c.seq)
    return list(connection.scalars(query))


def _batches(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    batch: list[Entry] = []
    for made in entries:
        batch.append(made)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
