"""A station's journal goes to the office: sealed, signed, on a stick."""

import datetime as dt
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

import sqlalchemy as sa

from jamsos_desktop import __version__
from jamsos_desktop.bundle.manifest import JOURNAL_PART, Manifest, Recipient, Sender
from jamsos_desktop.bundle.naming import bundle_file_name
from jamsos_desktop.bundle.safe_write import Written, copy_file
from jamsos_desktop.bundle.seal import PartSource, seal
from jamsos_desktop.domain.activities import BundleExported
from jamsos_desktop.domain.installation import Installation
from jamsos_desktop.domain.journal import encode_entry
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.bundle_media import Outgoing, pictures_of
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.progress import CancelToken, Report, silent
from jamsos_desktop.services.travel import last_export, travel_of
from jamsos_desktop.storage import facts, journal
from jamsos_desktop.storage.models import CORRECTS, entry
from jamsos_desktop.storage.office_balance import claims_of

_BATCH = 500


class Exported(NamedTuple):
    """A bundle that was written and read back."""

    path: Path
    size: int
    first_seq: int
    last_seq: int
    participants: int
    pictures: int = 0  # photos and signatures inside
    absent: int = 0  # those that the journal names and that are not here, or were damaged
    second: Path | None = None  # the same file in the second place, where one was asked for
    failed: "Failed | None" = None  # of two places the one where nothing could be written
    sha256: str = ""


class Failed(NamedTuple):
    """A place where no bundle could be written, and why."""

    folder: Path
    error: UserError


class Unsent(NamedTuple):
    """What a station recorded that its office does not have yet. Moments: ISO 8601 with zone."""

    participants: int  # since the last export
    last_export: str  # empty before the first
    unaccepted: int = 0  # not confirmed by any receipt; 0 before the first
    last_answer: str = ""  # when a receipt was taken in; empty before the first


def export_bundle(
    desk: Desk,
    folder: Path,
    report: Report = silent,
    cancel: CancelToken | None = None,
    *,
    second: Path | None = None,
) -> Exported:
    """Seal a bundle as :func:`seal_bundle` does, and journal that it left.

    Raises what sealing raises; then nothing is left and nothing is journalled.
    """
    done = seal_bundle(desk, folder, report, cancel, second=second)
    left = BundleExported(first_seq=done.first_seq, last_seq=done.last_seq, sha256=done.sha256)
    with desk.database.writing() as connection:
        news = [journal.New(desk.installation.station_id, left)]
        journal.append(connection, desk.author, desk.clock(), news)
    return done


def seal_bundle(
    desk: Desk,
    folder: Path,
    report: Report = silent,
    cancel: CancelToken | None = None,
    *,
    second: Path | None = None,
) -> Exported:
    """Seal to the office, into ``folder``, what it has not confirmed yet, with its pictures.

    Every bundle goes back to the last receipt: losing one loses nothing. The journal is read in one
    view, so people may go on working. With ``second`` the same bytes go there too, and both are
    read back; it counts as exported when at least one place has it, and ``failed`` names the other.
    Raises ``nothing_to_export``, ``export_same_place`` and what writing can raise; then nothing is
    left.
    """
    here, now = desk.installation, desk.clock()
    with desk.database.reading() as connection:
        tip = journal.tip_of(connection, here.station_id)
        if tip.seq == 0:
            raise UserError("nothing_to_export")
        travel = travel_of(connection, here.station_id)
        first = min(travel.accepted_seq + 1, tip.seq)
        pictures = pictures_of(connection, here.station_id, first, tip.seq, travel.asked)
        manifest = _describe(here, connection, first, tip, now, pictures)
        name = bundle_file_name(
            "bundle", here.office_name, here.code, first, tip.seq, now, practice=here.practice
        )
        write = partial(
            seal,
            manifest=manifest,
            parts=[_journal_part(connection, here.station_id, first, tip.seq), *pictures.parts],
            signing_key=facts.read_secrets(connection).signing_key,
            recipients=[here.office_recipient],
            report=report,
            cancel=cancel,
        )
        written, other, failed = _write(write, name, folder, second)
    return Exported(
        path=written.path,
        size=written.size,
        first_seq=first,
        last_seq=tip.seq,
        participants=manifest.counts["participants"],
        pictures=len(pictures.parts),
        absent=pictures.absent,
        second=other,
        failed=failed,
        sha256=written.sha256,
    )


def _write(
    write: Callable[[Path], Written], name: str, folder: Path, second: Path | None
) -> tuple[Written, Path | None, Failed | None]:
    """Write into one place or two; the first that is given back is good in any case."""
    if second is not None and second.resolve() == folder.resolve():
        raise UserError("export_same_place")
    try:
        written = write(folder / name)
    except UserError as error:
        if second is None:
            raise
        return write(second / name), None, Failed(folder, error)
    if second is None:
        return written, None, None
    try:
        return written, copy_file(written, second).path, None
    except UserError as error:
        if error.code != "copy_source_gone":
            return written, None, Failed(second, error)
        return write(second / name), None, Failed(folder, error)  # pulled out too early


def count_unsent(desk: Desk) -> Unsent:
    """How many participants were recorded here after the last export, and the last receipt."""
    here = desk.installation.station_id
    with desk.database.reading() as connection:
        travel = travel_of(connection, here)
        count = _participants(connection, here, travel.exported_seq + 1)
        answered = _last_moment(connection, here, "receipt_applied")
        unaccepted = _participants(connection, here, travel.accepted_seq + 1) if answered else 0
        exported = _last_moment(connection, here, "bundle_exported")
    return Unsent(count, exported, unaccepted, answered)


def _last_moment(connection: sa.Connection, station_id: str, kind: str) -> str:
    """When the station last did something of this type; empty before the first time."""
    query = sa.select(sa.func.max(entry.c.recorded_at)).where(
        entry.c.station_id == station_id, entry.c.type == kind
    )
    return connection.scalar(query) or ""


def station_sender(here: Installation) -> Sender:
    """Who a station is in the files that it signs, with the certificate that its office gave."""
    return Sender(
        id=here.station_id,
        name=here.name,
        public_key=here.public_key,
        code=here.code,
        certificate=here.certificate,
    )


def _describe(
    here: Installation,
    connection: sa.Connection,
    first: int,
    tip: journal.Tip,
    now: dt.datetime,
    pictures: Outgoing,
) -> Manifest:
    last = last_export(connection, here.station_id)
    return Manifest(
        kind="bundle",
        practice=here.practice,
        sender=station_sender(here),
        recipient=Recipient(id=here.office_id, name=here.office_name),
        first_seq=first,
        last_seq=tip.seq,
        previous="" if last is None else last.sha256,
        last_hash=tip.entry_hash,
        counts={
            "entries": tip.seq - first + 1,
            "participants": _participants(connection, here.station_id, first),
            "pictures": len(pictures.parts),
            "pictures_absent": pictures.absent,
        },
        claims=claims_of(connection, here.station_id),
        created_at=now,
        application=__version__,
    )


def _participants(connection: sa.Connection, station_id: str, first: int) -> int:
    """How many participants have a revision from this number on.

    All their revisions, counted from an index alone, without those of somebody who was counted
    before. Only who was corrected has several, and corrections have an index of their own.
    """
    since = sa.and_(entry.c.station_id == station_id, entry.c.seq >= first)
    theirs = entry.c.type == "participant"
    not_by_type = entry.c.type.concat("") == "participant"  # no index by type for this one
    corrected = sa.select(entry.c.record_id).where(since, CORRECTS, not_by_type).distinct()
    count = sa.select(sa.func.count()).select_from(entry)
    all_theirs = connection.scalar(count.where(since, theirs)) or 0
    people = list(connection.scalars(corrected))
    again = 0
    for start in range(0, len(people), _BATCH):
        piece = entry.c.record_id.in_(people[start : start + _BATCH])
        again += connection.scalar(count.where(piece, since, not_by_type)) or 0
    return all_theirs - again + len(people)


def _journal_part(connection: sa.Connection, station_id: str, first: int, last: int) -> PartSource:
    return PartSource(JOURNAL_PART, lambda: _lines(connection, station_id, first, last))


def _lines(connection: sa.Connection, station_id: str, first: int, last: int) -> Iterator[bytes]:
    batch: list[bytes] = []
    for made in journal.entries_of_station(connection, station_id, first, last):
        batch.append(encode_entry(made))
        if len(batch) == _BATCH:
            yield b"\n".join(batch) + b"\n"
            batch.clear()
    if batch:
        yield b"\n".join(batch) + b"\n"
