"""The files by which laptops of one event tell each other whom they registered. No database here.

What a folder on a slow network takes its time for is done here, so that nobody waits for it: the
database gives a :class:`Meeting` before and takes a :class:`Met` afterwards.
"""

import contextlib
import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import msgspec

from jamsos_desktop.bundle import keys
from jamsos_desktop.bundle.manifest import Manifest
from jamsos_desktop.bundle.naming import hint_of, name_other_office
from jamsos_desktop.bundle.open import OpenedBundle, open_bundle
from jamsos_desktop.bundle.safe_write import writing
from jamsos_desktop.bundle.seal import part_of, seal
from jamsos_desktop.domain.heard import Heard
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.progress import CancelToken

PEOPLE_PART = "registrations.ndjson"
#: So many people one laptop can have registered at one event.
MOST_PEOPLE = 20_000
#: A laptop that has nothing new to tell says so after this time: it is still there.
STILL_HERE = dt.timedelta(minutes=5)

_encode = msgspec.json.Encoder(order="sorted").encode
_decode = msgspec.json.Decoder(Heard).decode


class Meeting(NamedTuple):
    """What is needed to write one's own file and to read those of the others."""

    identity: str  # the event's key
    signing_key: str
    office_name: str
    office_public_key: str
    manifest: Manifest  # of one's own file
    people: bytes  # its part
    file_name: str


class Read(NamedTuple):
    """A file of another laptop that passed every check."""

    manifest: Manifest
    people: tuple[Heard, ...]


class Refused(NamedTuple):
    """A file that was not taken in."""

    file: str
    error: UserError


class Met(NamedTuple):
    """What came of a look into the folder. ``written`` is None where nothing new was to be told."""

    meeting: Meeting
    written: Path | None = None
    read: tuple[Read, ...] = ()
    refused: tuple[Refused, ...] = ()


def encode_people(people: Iterable[Heard]) -> bytes:
    """One registration a line."""
    return b"".join(_encode(one) + b"\n" for one in people)


def meet(
    meeting: Meeting, folder: Path, cancel: CancelToken | None = None, *, write: bool = True
) -> Met:
    """Put one's own newest file into the folder, and read the newest of each other laptop.

    Files that cannot be used are named and stay. One's own older files are removed once the new one
    lies there. Raises what writing can raise, and ``target_gone`` for a folder that is not there.
    """
    own: list[tuple[Path, Manifest]] = []
    newest: dict[str, tuple[Path, OpenedBundle]] = {}
    refused: list[Refused] = []
    for path in _files(folder):
        if cancel is not None:
            cancel.check()
        try:
            opened = open_file(meeting, path)
        except UserError as error:
            refused.append(Refused(path.name, error))
            continue
        sender = opened.manifest.sender.id
        if sender == meeting.manifest.sender.id:
            own.append((path, opened.manifest))
        elif sender not in newest or _order(newest[sender][1].manifest) < _order(opened.manifest):
            newest[sender] = (path, opened)
    written = _write(meeting, folder, own) if write else None
    read = []
    for path, opened in newest.values():
        try:
            read.append(Read(opened.manifest, _people(opened)))
        except UserError as error:
            refused.append(Refused(path.name, error))
    return Met(meeting, written, tuple(read), tuple(refused))


def read_file(meeting: Meeting, path: Path) -> Met:
    """Read one file that somebody chose. Raises what :func:`open_file` raises."""
    opened = open_file(meeting, path)
    if opened.manifest.sender.id == meeting.manifest.sender.id:
        raise UserError("exchange_own_file")
    return Met(meeting, read=(Read(opened.manifest, _people(opened)),))


def open_file(meeting: Meeting, path: Path) -> OpenedBundle:
    """Open a file of a laptop of the same office at the same event, after every check.

    Raises ``exchange_other_event``, ``exchange_wrong_kind``, ``bundle_other_office``,
    ``bundle_practice``, ``bundle_not_practice``, ``bundle_unknown_sender``, and what opening can
    raise.
    """
    here = meeting.manifest
    try:
        opened = open_bundle(path, [meeting.identity])
    except UserError as error:
        better = name_other_office(error, path, meeting.office_name)
        if better.code != "bundle_wrong_key":
            raise better from error
        hint = hint_of(path.name)
        if hint is not None and hint.kind != "exchange":
            raise UserError("exchange_wrong_kind") from error
        raise UserError("exchange_other_event", here=here.recipient.name) from error
    manifest = opened.manifest
    if manifest.kind != "exchange":
        raise UserError("exchange_wrong_kind")
    if manifest.recipient.id != here.recipient.id:
        raise UserError("exchange_other_event", here=here.recipient.name)
    if manifest.practice != here.practice:
        raise UserError("bundle_practice" if manifest.practice else "bundle_not_practice")
    sender = manifest.sender
    if not keys.verify_certificate(
        meeting.office_public_key,
        sender.certificate,
        station_id=sender.id,
        code=sender.code,
        public_key=sender.public_key,
        practice=manifest.practice,
    ):
        raise UserError("bundle_unknown_sender", name=sender.name)
    return opened


def write_file(meeting: Meeting, folder: Path) -> Path:
    """Seal one's own file to the event's key. Raises what writing can raise."""
    return seal(
        folder / meeting.file_name,
        meeting.manifest,
        [part_of(PEOPLE_PART, meeting.people)],
        signing_key=meeting.signing_key,
        recipients=[keys.age_recipient_of(meeting.identity)],
    ).path


def _files(folder: Path) -> list[Path]:
    """Everything there that is called like a file of ours."""
    with writing():
        names = sorted(path for path in folder.iterdir() if path.suffix == ".jamsos")
    hints = ((path, hint_of(path.name)) for path in names)
    return [path for path, hint in hints if hint is not None and hint.kind == "exchange"]


def _order(manifest: Manifest) -> tuple[int, dt.datetime]:
    """Which of two files of one laptop is newer: its journal says so, and then its clock."""
    return manifest.last_seq, manifest.created_at


def _write(meeting: Meeting, folder: Path, own: list[tuple[Path, Manifest]]) -> Path | None:
    manifest = meeting.manifest
    for _path, before in own:
        fresh = abs(manifest.created_at - before.created_at) < STILL_HERE
        if before.last_seq == manifest.last_seq and fresh:
            return None
    written = write_file(meeting, folder)
    for path, before in own:
        if before.last_seq <= manifest.last_seq:
            with contextlib.suppress(OSError):  # somebody reads it: the next look removes it
                path.unlink()
    return written


def _people(opened: OpenedBundle) -> tuple[Heard, ...]:
    """Raises ``bundle_damaged``, ``bundle_too_large``."""
    people: list[Heard] = []
    try:
        for line in opened.lines(PEOPLE_PART):
            people.append(_decode(line))
            if len(people) > MOST_PEOPLE:
                raise UserError("bundle_too_large")
    except (msgspec.DecodeError, KeyError) as error:
        raise UserError("bundle_damaged") from error
    return tuple(people)
