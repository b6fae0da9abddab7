"""The office takes a station's bundle in: check, look, then the union of the journals, a report.

Looking merges in a transaction and takes it back, so it cannot say anything else than merging does.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import sqlalchemy as sa

from jamsos_desktop.bundle import keys
from jamsos_desktop.bundle.age import reading
from jamsos_desktop.bundle.manifest import JOURNAL_PART, Manifest
from jamsos_desktop.bundle.naming import check_recipient, hint_of, name_other_office
from jamsos_desktop.bundle.open import OpenedBundle, open_bundle
from jamsos_desktop.domain.activities import BundleImported
from jamsos_desktop.domain.brake import Found, brakes_of
from jamsos_desktop.domain.journal import GENESIS, Entry, decode_entry, hash_entry
from jamsos_desktop.errors import UserError
from jamsos_desktop.services import import_report, twins
from jamsos_desktop.services.brake import Braked
from jamsos_desktop.services.bundle_media import take_in
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.import_report import MOST_ROWS, ImportReport, MissingPicture
from jamsos_desktop.services.known import reason_of
from jamsos_desktop.services.progress import CancelToken, Report, silent
from jamsos_desktop.services.reference import DECIDERS
from jamsos_desktop.storage import facts, journal, media, revoked
from jamsos_desktop.storage.models import entry

_BATCH = 2000
#: No clock and no chain comes near it; SQLite keeps what is below.
_LARGEST = 2**53


def bundles_in(paths: Sequence[Path]) -> list[Path]:
    """The files of this choice: of a folder those that stations write, by their names' order.

    Raises ``bundle_unreadable``, and ``folder_without_bundles`` where nothing is left.
    """
    found: list[Path] = []
    for path in paths:
        with reading(path):
            found += filter(_is_bundle, sorted(path.iterdir())) if path.is_dir() else [path]
    if not found:
        raise UserError("folder_without_bundles")
    return found


def _is_bundle(path: Path) -> bool:
    hint = hint_of(path.name)
    return hint is not None and hint.kind == "bundle" and path.is_file()


def inspect_bundle(desk: Desk, path: Path) -> Manifest:
    """What a bundle says of itself, after every check that opening makes; nothing is changed."""
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


def look_into(
    desk: Desk,
    path: Path,
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> ImportReport:
    """What importing would do, with whom the newcomers resemble; nothing is changed.

    Holds the write lock as long as importing takes. Raises what :func:`import_bundle` raises, but
    not where the bundle would stop: ``brakes`` says so.
    """
    opened = _open(desk, path, report, cancel)
    with desk.database.merging(keep=False) as connection:
        result, last_id, known = _merge(desk, connection, opened, report, cancel)
        result.twins += twins.look_closely(connection, last_id, known)
        result.unlooked = max(result.counts["new"] - twins.LOOKED_AT, 0)
    return result


def import_bundle(
    desk: Desk,
    path: Path,
    report: Report = silent,
    cancel: CancelToken | None = None,
    *,
    anyway: str = "",
) -> ImportReport:
    """Merge a bundle in one transaction: everything that is new in it, or nothing.

    Importing again changes nothing and says when it was imported before. ``anyway`` is the reason
    why a bundle is merged that would stop (:mod:`domain.brake`); it is journalled. Entries that
    nobody can read or whose author may not say them are set aside. Raises ``office_only``,
    ``bundle_other_office``, ``bundle_unknown_sender``, ``bundle_practice``,
    ``bundle_not_practice``, ``bundle_wrong_kind``, ``bundle_chain_broken``, ``bundle_other_branch``
    (whole, but it goes on from an entry that is another one here), ``bundle_braked``,
    ``coordinator_only``, and what opening can raise.
    """
    reason = reason_of(anyway) if anyway else ""
    if reason and desk.officer.role not in DECIDERS:
        raise UserError("coordinator_only")
    opened = _open(desk, path, report, cancel)
    manifest = opened.manifest
    with desk.database.merging() as connection:
        result = _merge(desk, connection, opened, report, cancel).result
        if result.brakes and not reason:
            raise Braked(result)
        result.merged = True
        if result.before is None:
            done = BundleImported(
                station_id=manifest.sender.id,
                first_seq=manifest.first_seq,
                last_seq=manifest.last_seq,
                new=result.counts["new"],
                changed=result.counts["changed"] + result.counts["conflict"],
                sha256=opened.sha256,
                brakes=result.brakes,
                reason=reason if result.brakes else "",
                claims=manifest.claims,
            )
            news = [journal.New(opened.sha256, done)]
            journal.append(connection, desk.author, desk.clock(), news)
    return result


class _Merged(NamedTuple):
    """What inserting everything did, and what looking closer begins from."""

    result: ImportReport
    last_id: int  # the last row of the journal before
    known: frozenset[int]  # newcomers who are certainly somebody's twins


def _merge(
    desk: Desk,
    connection: sa.Connection,
    opened: OpenedBundle,
    report: Report,
    cancel: CancelToken | None,
) -> _Merged:
    """Insert everything and report it."""
    manifest = opened.manifest
    sender = manifest.sender
    result = ImportReport(
        file=opened.path.name,
        station_name=sender.name,
        station_code=sender.code,
        first_seq=manifest.first_seq,
        last_seq=manifest.last_seq,
        written_at=manifest.created_at.isoformat(),
        application=manifest.application,
    )
    total = manifest.counts.get("entries", 0)
    result.before = import_report.imported_before(connection, opened.sha256)
    if manifest.previous:
        came = import_report.imported_before(connection, manifest.previous)
        result.skipped = came is None
    last_id = connection.scalar(sa.select(sa.func.max(entry.c.id))) or 0
    forks = frozenset(import_report.forks_of(connection, sender.id))
    known = _Known(
        journal.tip_of(connection, sender.id).seq,
        frozenset(journal.hashes_at(connection, sender.id, manifest.first_seq - 1)),
    )
    for batch in _batches(_checked(opened, known, result)):
        if cancel is not None:
            cancel.check()
        result.entries += len(batch)
        result.added += len(journal.insert(connection, batch))
        report(result.entries, total)
    _take_pictures(connection, opened, desk.clock(), result, cancel)
    import_report.say_what_became(connection, sender.id, last_id, result)
    import_report.say_what_ended(connection, sender.id, last_id, result)
    result.aside = import_report.list_aside(connection, sender.id, last_id)
    result.forks = import_report.forks_of(connection, sender.id)
    result.new_forks = [seq for seq in result.forks if seq not in forks]
    if not (result.added or result.pictures):
        seqs = manifest.first_seq, manifest.last_seq
        result.since = import_report.whole_since(connection, sender.id, *seqs)
    certain = twins.find_certain(connection, last_id, MOST_ROWS)
    result.twins, result.duplicates = certain.twins, certain.duplicates
    _look_for_brakes(connection, sender.id, result)
    return _Merged(result, last_id, certain.rows)


def _look_for_brakes(connection: sa.Connection, station_id: str, result: ImportReport) -> None:
    found = Found(
        added=result.added,
        new=result.counts["new"],
        duplicates=result.duplicates,
        forks=len(result.new_forks),
        oversteps=sum(one.why == "oversteps" for one in result.aside),
        lost_key=bool(revoked.revocations_of(connection, station_id)),
    )
    result.brakes = brakes_of(found, facts.read_brake(connection))


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
    lacking = media.missing(connection, sender_id, MOST_ROWS)
    owners = media.owners(connection, sender_id, [one.sha256 for one in lacking])
    result.missing = [
        MissingPicture(sha256, kind, owners.get(sha256, ""), sha256 in came.refused)
        for sha256, kind in lacking
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
                and seq < made.seq < _LARGEST
                and 0 <= made.lamport < _LARGEST
                and hash_entry(made) == made.entry_hash
                and made.matches_digest
            )
        except (msgspec.DecodeError, ValueError) as error:
            raise UserError("bundle_chain_broken", seq=seq + 1) from error
        if good and made.seq == seq + 1:
            good = not previous or made.prev_hash in previous
            if not good and 0 < seq < opened.manifest.first_seq:
                raise UserError("bundle_other_branch", seq=seq)
        elif good and made.seq > max(seq, known.last_seq) + 1:
            result.gaps.append((max(seq, known.last_seq) + 1, made.seq - 1))
        if not good:
            raise UserError("bundle_chain_broken", seq=seq + 1)
        seq, previous = made.seq, frozenset({made.entry_hash})
        yield made


def _batches(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    batch: list[Entry] = []
    for made in entries:
        batch.append(made)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
