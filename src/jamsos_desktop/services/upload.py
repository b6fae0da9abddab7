"""Uploading: what waits goes to the place, what waits there for this installation comes here.

In three steps, so that nobody's registration waits for the network: :func:`prepare` asks the
database, :func:`cross` the network alone, :func:`take_in` tells the database what became of it. A
break or a stop in the second loses nothing: what had crossed is told, what had not goes on next
time.
"""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from jamsos_desktop.bundle.naming import NameHint, hint_of, office_slug, station_part
from jamsos_desktop.domain.activities import BundleExported
from jamsos_desktop.domain.destination import (
    Destination,
    kind_of,
)
from jamsos_desktop.errors import Cancelled, UserError
from jamsos_desktop.services import plan
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.export_bundle import seal_bundle
from jamsos_desktop.services.progress import CancelToken, Report, silent
from jamsos_desktop.services.receipts import Applied, apply_receipt, issue_receipt
from jamsos_desktop.services.revoked import lost_stations
from jamsos_desktop.services.travel import travel_of
from jamsos_desktop.services.upload_place import keep_host_key
from jamsos_desktop.storage import crossings, facts, journal
from jamsos_desktop.transports import pieces
from jamsos_desktop.transports.pieces import Sent, Waiting
from jamsos_desktop.transports.place import Place, open_place

#: Folders beside the database: sealed files that wait to leave, and fetched ones.
OUTBOX, INBOX = "kirim", "masuk"
#: Codes of errors that say that a fetched file is of no use here.
_ABOUT_THE_FILE = ("bundle_", "receipt_")


class Errand(NamedTuple):
    """What is to cross, as the network's worker needs to know it."""

    destination: Destination
    files: tuple[Path, ...]  # to be sent, the oldest first
    office: str  # slug of the office's name
    code: str  # of this station; empty at the office
    practice: bool
    known: frozenset[str]  # what was taken from there before
    folder: Path  # where fetched files go

    def wants(self, name: str) -> bool:
        """Whether a file there is for this installation and was not taken yet."""
        hint = hint_of(name)
        if hint is None or name in self.known:
            return False
        mine = (hint.office_slug, hint.practice) == (self.office, self.practice)
        return mine and (
            (hint.kind, hint.station_code) == ("receipt", self.code)
            if self.code
            else hint.kind == "bundle"
        )


class Crossed(NamedTuple):
    """What became of an errand. ``trouble`` is what ended it early."""

    sent: tuple[Sent, ...] = ()
    fetched: tuple[Path, ...] = ()
    host_key: str = ""
    trouble: UserError | None = None
    stopped: bool = False


class Outcome(NamedTuple):
    """What an errand brought, for who pressed the key."""

    sent: tuple[Sent, ...] = ()
    applied: tuple[Applied, ...] = ()  # at a station: receipts that were taken in
    refused: tuple[tuple[str, UserError], ...] = ()  # files from there that are of no use here
    fetched: tuple[Path, ...] = ()  # at the office: bundles that wait in the inbox
    trouble: UserError | None = None
    stopped: bool = False
    more: bool = False  # something was recorded meanwhile: go once more


def reach(destination: Destination) -> None:
    """Ask whether there is a network at all, before anything is sealed."""
    place = open_place(destination)
    try:
        place.names()
    finally:
        place.close()


def prepare(
    desk: Desk,
    report: Report = silent,
    cancel: CancelToken | None = None,
    *,
    sealing: bool = True,
) -> Errand:
    """Seal what the other side should have, unless a sealed file waits already.

    Without ``sealing`` only what waits already is sent.

    At a station its own bundle, at the office a receipt for each station about which there is
    something new. Raises ``place_not_set``, ``disk_full``, and what sealing can raise.
    """
    here = desk.installation
    with desk.database.reading() as connection:
        destination = facts.read_destination(connection)
        if destination is None:
            raise UserError("place_not_set")
        known = crossings.taken_from(connection, destination.key)
    for name in (OUTBOX, INBOX):
        (desk.data_dir / name).mkdir(exist_ok=True)
    outbox = desk.data_dir / OUTBOX
    if sealing:
        _seal(desk, outbox, report, cancel)
    return Errand(
        destination,
        tuple(_files(outbox)),
        office_slug(here.office_name),
        station_part(here.code) if here.mode == "station" else "",
        here.practice,
        known,
        desk.data_dir / INBOX,
    )


def _seal(desk: Desk, outbox: Path, report: Report, cancel: CancelToken | None) -> None:
    if desk.installation.mode == "office":
        for station_id in _unanswered(desk):
            issue_receipt(desk, station_id, outbox, (), report, cancel)
    elif not _files(outbox) and wants_upload(desk):
        seal_bundle(desk, outbox, report, cancel)


def cross(errand: Errand, report: Report = silent, cancel: CancelToken | None = None) -> Crossed:
    """Send, then fetch. Asks the network and no database; what the world does is in the answer."""
    check = (cancel or CancelToken()).check
    sent, fetched, key = list[Sent](), list[Path](), ""
    try:
        place = open_place(errand.destination)
        try:
            key = place.host_key()
            sent.extend(pieces.send(place, path, report, check) for path in errand.files)
            for one in pieces.waiting(place):
                if errand.wants(one.name):
                    fetched.append(_fetch(errand, place, one, report, check))
        finally:
            place.close()
    except UserError as error:
        return Crossed(tuple(sent), tuple(fetched), key, trouble=error)
    except Cancelled:
        return Crossed(tuple(sent), tuple(fetched), key, stopped=True)
    return Crossed(tuple(sent), tuple(fetched), key)


def take_in(desk: Desk, errand: Errand, crossed: Crossed) -> Outcome:
    """Journal what left, take in what came, and remember both."""
    keep_host_key(desk, errand.destination, crossed.host_key)
    with desk.database.writing() as connection:
        news = [journal.New(desk.installation.station_id, one) for one in _left(errand, crossed)]
        journal.append(connection, desk.author, desk.clock(), news)
    for one in crossed.sent:
        (desk.data_dir / OUTBOX / one.name).unlink(missing_ok=True)
    if crossed.trouble is not None and crossed.trouble.code == "place_name_taken":
        for path in errand.files[len(crossed.sent) :][:1]:
            path.unlink(missing_ok=True)  # the journal has it all: the next one has another name
    applied, refused = _take_receipts(desk, errand)
    key = errand.destination.key
    if desk.installation.mode == "office":
        with desk.database.writing() as connection:
            for path in crossed.fetched:
                crossings.remember_taken(connection, key, path.name, desk.clock())
    return Outcome(
        crossed.sent,
        applied,
        refused,
        tuple(fetched_bundles(desk)),
        crossed.trouble,
        crossed.stopped,
        more=bool(crossed.sent) and not (crossed.trouble or crossed.stopped) and wants_upload(desk),
    )


def upload(desk: Desk, report: Report = silent, cancel: CancelToken | None = None) -> Outcome:
    """The three steps one after the other, for who has time to wait."""
    errand = prepare(desk, report, cancel)
    return take_in(desk, errand, cross(errand, report, cancel))


def wants_upload(desk: Desk) -> bool:
    """The station has something that its office has not confirmed and that was not uploaded."""
    station_id = desk.installation.station_id
    if desk.installation.mode != "station":
        return False
    with desk.database.reading() as connection:
        travel = travel_of(connection, station_id)
        news = crossings.last_news(connection, station_id)
        last = crossings.last_upload(connection, station_id)
        if news <= travel.accepted_seq and not travel.asked:
            return False
        if last is None or news > last.last_seq:
            return news > 0
        return crossings.last_answer(connection, station_id) > last.at_seq


def fetched_bundles(desk: Desk) -> list[Path]:
    """The bundles that the office fetched and has not merged; merged ones are removed here."""
    if desk.installation.mode != "office":
        return []
    with desk.database.reading() as connection:
        merged = crossings.merged_files(connection, desk.installation.station_id)
    waiting = []
    for path in _files(desk.data_dir / INBOX):
        if _hash_of(path) in merged:
            path.unlink()
        else:
            waiting.append(path)
    return waiting


def _unanswered(desk: Desk) -> Sequence[str]:
    """The stations whose journal came here, and who were not told of the newest yet.

    A station whose key is lost is told nothing: whoever has its laptop could read it.
    """
    office_id = desk.installation.station_id
    with desk.database.reading() as connection:
        answered = crossings.last_receipts(connection, office_id)
        word = crossings.last_word(connection, office_id)
        known = journal.tips(connection)
    reachable = known.keys() - lost_stations(desk)
    return [
        station_id
        for station_id, station in plan.stations(desk)
        if station_id in reachable and station.recipient and answered.get(station_id, 0) < word
    ]


def _fetch(
    errand: Errand, place: Place, one: Waiting, report: Report, check: Callable[[], None]
) -> Path:
    """Fetch a file, unless it came in a run that ended before it could be remembered."""
    here = errand.folder / one.name
    return here if here.exists() else pieces.fetch(place, one, errand.folder, report, check)


def _left(errand: Errand, crossed: Crossed) -> list[BundleExported]:
    kind = kind_of(errand.destination)
    left = []
    for one in crossed.sent:
        hint = hint_of(one.name)
        if hint is not None and hint.kind == "bundle":
            left.append(
                BundleExported(
                    first_seq=hint.first_seq, last_seq=hint.last_seq, sha256=one.sha256, to=kind
                )
            )
    return left


def _take_receipts(
    desk: Desk, errand: Errand
) -> tuple[tuple[Applied, ...], tuple[tuple[str, UserError], ...]]:
    """Take in every receipt that lies here, the oldest first; also those of an earlier run."""
    if desk.installation.mode != "station":
        return (), ()
    applied, refused = list[Applied](), list[tuple[str, UserError]]()
    for path in _files(desk.data_dir / INBOX):
        try:
            applied.append(apply_receipt(desk, path))
        except UserError as error:
            if not error.code.startswith(_ABOUT_THE_FILE):
                raise  # a full disk, say: the receipt stays for the next time
            refused.append((path.name, error))
        with desk.database.writing() as connection:
            key = errand.destination.key
            crossings.remember_taken(connection, key, path.name, desk.clock())
        path.unlink()
    return tuple(applied), tuple(refused)


def _files(folder: Path) -> list[Path]:
    """The files in it whose names this program gave, the oldest first."""
    if not folder.is_dir():
        return []
    found = [(hint, path) for path in folder.iterdir() if (hint := hint_of(path.name))]
    return [path for _hint, path in sorted(found, key=_age)]


def _age(found: tuple[NameHint, Path]) -> tuple[str, int, str]:
    hint, path = found
    return hint.made, hint.last_seq, path.name


def _hash_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
