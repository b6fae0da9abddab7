"""Laptops of one event meet at the place that files are uploaded to, where they share no folder.

The same files in the same envelope as in :mod:`exchange_files`; they cross as bundles do, in pieces
that are read back. In three steps like an upload: the network's worker knows no database.
"""

import contextlib
import datetime as dt
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from jamsos_desktop.bundle.naming import NameHint, hint_of, office_slug, station_part
from jamsos_desktop.domain.destination import Destination
from jamsos_desktop.errors import UserError
from jamsos_desktop.services import exchange
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.exchange import Exchanged
from jamsos_desktop.services.exchange_files import (
    STILL_HERE,
    Meeting,
    Met,
    Refused,
    meet,
    write_file,
)
from jamsos_desktop.services.progress import CancelToken, silent
from jamsos_desktop.services.upload_place import keep_host_key, read_place
from jamsos_desktop.transports import pieces
from jamsos_desktop.transports.pieces import LIST, Waiting
from jamsos_desktop.transports.place import Place, open_place

_PREFIX = "tukar-"


class Visit(NamedTuple):
    """What is needed to meet the others there. ``known`` are files that were read before."""

    meeting: Meeting
    destination: Destination
    folder: Path  # what crosses lies here for a moment
    known: frozenset[str] = frozenset()


class Visited(NamedTuple):
    """What came of it; ``known`` are the files that need not be fetched again."""

    visit: Visit
    met: Met
    known: frozenset[str]
    host_key: str = ""


def prepare(desk: Desk, event_id: str, known: frozenset[str] = frozenset()) -> Visit:
    """What the database has to say first. Raises ``place_not_set`` and what exchanging raises."""
    destination = read_place(desk)
    if destination is None:
        raise UserError("place_not_set")
    return Visit(exchange.prepare(desk, event_id), destination, desk.data_dir, known)


def visit(asked: Visit, cancel: CancelToken | None = None) -> Visited:
    """Fetch what the others left there and is new, then leave one's own newest file.

    Each file is fetched once; own ones never. One's own older files are removed once the new one
    lies there and was read back. Asks the network and no database. Raises what
    :class:`jamsos_desktop.transports.place.Place` and writing can raise.
    """
    check = (cancel or CancelToken()).check
    for left in asked.folder.glob(_PREFIX + "*"):  # of a program that was killed
        shutil.rmtree(left, ignore_errors=True)
    place = open_place(asked.destination)
    try:
        key = place.host_key()
        there = [one for one in pieces.waiting(place) if _is_of(asked.meeting, one.name)]
        own = [one for one in there if _is_own(asked.meeting, one.name)]
        others = [one for one in there if one not in own]
        with TemporaryDirectory(prefix=_PREFIX, dir=asked.folder) as folder:
            came, refused = _fetch(asked, place, others, Path(folder), check)
            met = meet(asked.meeting, Path(folder), cancel, write=False)
            written = _tell(asked.meeting, place, own, Path(folder), check)
    finally:
        place.close()
    met = met._replace(written=written, refused=(*met.refused, *refused))
    known = asked.known & {one.name for one in others} | came
    return Visited(asked, met, known, key)


def take_in(desk: Desk, visited: Visited) -> Exchanged:
    """Keep what was read, and the key that the server showed at the first time."""
    keep_host_key(desk, visited.visit.destination, visited.host_key)
    return exchange.take_in(desk, visited.met)


def exchange_at_place(desk: Desk, event_id: str, cancel: CancelToken | None = None) -> Exchanged:
    """The three steps one after the other, for who has time to wait."""
    return take_in(desk, visit(prepare(desk, event_id), cancel))


def _is_of(meeting: Meeting, name: str) -> bool:
    """An exchange file of this office, by its name; what it is in truth is looked at later."""
    hint = hint_of(name)
    mine = (office_slug(meeting.office_name), meeting.manifest.practice)
    return (
        hint is not None and hint.kind == "exchange" and (hint.office_slug, hint.practice) == mine
    )


def _is_own(meeting: Meeting, name: str) -> bool:
    return _hint(name).station_code == station_part(meeting.manifest.sender.code)


def _hint(name: str) -> NameHint:
    hint = hint_of(name)
    assert hint is not None  # only such names were listed
    return hint


def _fetch(
    asked: Visit, place: Place, others: Sequence[Waiting], folder: Path, check: Callable[[], None]
) -> tuple[set[str], list[Refused]]:
    """Bring what is new here; which names came, and which are of no use."""
    came, refused = set[str](), list[Refused]()
    for one in others:
        if one.name in asked.known:
            continue
        try:
            pieces.fetch(place, one, folder, silent, check)
        except UserError as error:
            if error.code == "place_file_gone":  # its laptop has left a newer one meanwhile
                continue
            if error.code != "place_damaged":
                raise
            refused.append(Refused(one.name, error))
        came.add(one.name)
    return came, refused


def _tell(
    meeting: Meeting,
    place: Place,
    own: Sequence[Waiting],
    folder: Path,
    check: Callable[[], None],
) -> Path | None:
    """Leave one's own file there, unless a fresh one says the same; None where nothing was left."""
    if any(_says_the_same(meeting, _hint(one.name)) for one in own):
        return None
    outbox = folder / "sendiri"
    outbox.mkdir()
    sealed = write_file(meeting, outbox)
    pieces.send(place, sealed, silent, check)
    for one in own:
        if _hint(one.name).last_seq <= meeting.manifest.last_seq:
            with contextlib.suppress(UserError):  # the next visit removes it
                _remove(place, one)
    return Path(sealed.name)


def _says_the_same(meeting: Meeting, hint: NameHint) -> bool:
    now = meeting.manifest.created_at
    made = dt.datetime.strptime(hint.made, "%Y%m%d-%H%M").replace(tzinfo=now.tzinfo)
    return hint.last_seq == meeting.manifest.last_seq and abs(now - made) < STILL_HERE


def _remove(place: Place, one: Waiting) -> None:
    """A list goes before its pieces: what is left of them is named by nothing."""
    if not one.in_pieces:
        place.remove(one.name)
        return
    place.remove(one.name + LIST)
    for name in place.names():
        if name.startswith(one.name + "."):
            place.remove(name)
