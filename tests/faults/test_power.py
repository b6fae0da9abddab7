"""The power fails: whatever was not flushed yet is there, or not, or in part, sector by sector.

Killing a program leaves what the system holds for the disk; a pulled plug does not. What lies on
the disk is looked at after each commit. Between two such looks disks are made up as a plug may
leave them: of everything written since the last flush each sector is new, old or zero.

The order of flushes is SQLite's own (https://sqlite.org/wal.html): the log is flushed before a
commit returns and before its pages go into the database, the database before the log begins anew,
and the log's new head before what follows it. That SQLite asks for these flushes and that a disk
obeys them is not tried here.
"""

import itertools
import random
from typing import NamedTuple

import msgspec
import pytest
import sqlalchemy as sa

from jamsos_desktop.domain.enrolment_form import EnrolmentForm
from jamsos_desktop.services.enrol import enrol, find_draft, keep_draft, start_draft
from jamsos_desktop.services.find import find_participants, look_at
from jamsos_desktop.services.keep_journal import rebuild_projections, state_hash, verify_journal
from jamsos_desktop.services.pictures import show_picture, take_photo
from jamsos_desktop.services.plan import todays_event
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.reference import rules_of
from jamsos_desktop.services.sign_in import sign_in
from jamsos_desktop.storage import database
from jamsos_desktop.storage.files import DATABASE
from jamsos_desktop.storage.models import participant
from tests.faults.campaign import THOROUGH
from tests.faults.trips import NEEDS_FORK, carry_out
from tests.faults.victims import Server, start_victim
from tests.journeys.world import LOGINS, PASSWORDS, POS1
from tests.pictures import encoded, two_halves

SEED = 20251122
PEOPLE = 30 if THOROUGH else 15
CUTS = 5 if THOROUGH else 2  # for each stage of each commit
SECTOR = 512  # bytes: the least that a disk writes whole
HEAD = 32  # bytes of the log's head (https://sqlite.org/fileformat2.html#walformat)
#: So that the log goes into the database, and begins anew, every few people.
PAGES = 40


class Disk(NamedTuple):
    """What lies there, and what the program had said by then."""

    data: bytes
    log: bytes
    saved: frozenset  # numbers of registrations
    kept: tuple  # number and name of the form that is being filled


def look(folder, saved, kept=()):
    data, log = ((folder / name).read_bytes() for name in (DATABASE, f"{DATABASE}-wal"))
    return Disk(data, log, frozenset(saved), kept)


@pytest.fixture
def desk(world, monkeypatch):
    """A station whose log goes into the database often."""
    monkeypatch.setattr(database, "_PRAGMAS", (*database._PRAGMAS, f"wal_autocheckpoint = {PAGES}"))
    return world[POS1]


def register_people(desk):
    """Photo, draft, autosave, save: the disk after each of these, which are one commit each."""
    event_id, _event = todays_event(desk)
    rules, saved = rules_of(desk, event_id), set()
    yield look(desk.data_dir, saved)
    for number in range(PEOPLE):
        form = invented_form(number, rules)
        if number % 3 == 0:
            form = msgspec.structs.replace(form, photo=take_photo(desk, photo_of(number)))
            yield look(desk.data_dir, saved)
        draft = start_draft(desk, event_id, EnrolmentForm(photo=form.photo))
        yield look(desk.data_dir, saved, (draft.number, ""))
        keep_draft(desk, msgspec.structs.replace(draft, form=form))
        yield look(desk.data_dir, saved, (draft.number, form.name))
        saved.add(enrol(desk, msgspec.structs.replace(draft, form=form), rules).number)
        yield look(desk.data_dir, saved)


def photo_of(number):
    return encoded(two_halves(120 + number, 160))


def cuts_between(before, after, dice):
    """Disks as a plug may leave them on the way from one to the other, by the stages of a flush."""
    anew = before.log[:HEAD] != after.log[:HEAD]
    log, head = before.log, after.log[:HEAD]
    assert not anew or before.data == after.data  # one commit: never both
    if anew and log:
        log = head + log[HEAD:]
        yield before._replace(log=log)  # the new head is flushed alone
    body = torn(log[HEAD:], after.log[HEAD:], dice)
    yield before._replace(log=(head if log else torn(b"", head, dice)) + body)
    if before.data != after.data:
        yield after._replace(data=torn(before.data, after.data, dice))


def torn(old, new, dice):
    """Of what was written each sector is new, old, or was never filled."""
    parts = []
    for start in range(0, max(len(old), len(new)), SECTOR):
        was, is_now = old[start : start + SECTOR], new[start : start + SECTOR]
        if was == is_now or not is_now:
            parts.append(was)
        else:
            parts.append(dice.choice((is_now, is_now, was or bytes(len(is_now)))))
    return b"".join(parts)[: dice.randint(len(old), max(len(old), len(new)))]


def test_whatever_was_said_to_be_saved_is_there_after_the_power_failed(desk, tried, tmp_path):
    dice = random.Random(SEED)
    with desk.database.reading() as connection:
        full = connection.exec_driver_sql("PRAGMA synchronous").scalar()
    assert full == 2  # FULL: the log is flushed at each commit
    disks = list(register_people(desk))
    desk.close()
    keyring = [path for path in desk.data_dir.iterdir() if not path.name.startswith(DATABASE)]
    anew = {disk.log[:HEAD] for disk in disks}
    assert len(anew) > 2  # the log began anew some times
    ends = set()
    for number, (before, after) in enumerate(itertools.pairwise(disks)):
        for _ in range(CUTS):
            for cut in cuts_between(before, after, dice):
                folder = tmp_path / "sesudah"
                write(folder, cut, keyring)
                ends.add(check(folder, cut, after, thoroughly=number % 10 == 0))
                tried.case()
    assert ends == {True, False}  # some cuts came before the commit was there, some after


def write(folder, disk, others):
    """The disk as the system finds it when the power is back."""
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    for path in others:
        if path.is_file():
            (folder / path.name).write_bytes(path.read_bytes())
    (folder / DATABASE).write_bytes(disk.data)
    (folder / f"{DATABASE}-wal").write_bytes(disk.log)


def check(folder, disk, after, *, thoroughly):
    """The program starts, and has all that it had promised; whether it has the next thing too."""
    desk = sign_in(folder, LOGINS[POS1], PASSWORDS[POS1])
    try:
        with desk.database.reading() as connection:
            numbers = set(connection.scalars(sa.select(participant.c.number)))
        assert disk.saved <= numbers <= after.saved
        draft = find_draft(desk, todays_event(desk)[0])
        found = (draft.number, draft.form.name) if draft is not None else ()
        assert (numbers, found) in ((disk.saved, disk.kept), (after.saved, after.kept))
        assert verify_journal(desk).good
        for row in find_participants(desk):
            photo = look_at(desk, row.record_id).body.photo
            assert not photo or show_picture(desk, photo)
        if thoroughly:
            state = state_hash(desk)
            rebuild_projections(desk)
            assert state_hash(desk) == state
        return (numbers, found) == (after.saved, after.kept)
    finally:
        desk.close()


@NEEDS_FORK
def test_a_bundle_is_flushed_before_it_has_its_name_and_named_before_the_journal_says_so(trip):
    with start_victim("serve") as process:
        steps = carry_out(
            Server(process), trip, "export", lambda there: (POS1, {"to": there.stick})
        )
        process.stdin.close()
    named, said = steps.index("link"), len(steps) - 1 - steps[::-1].index("commit")
    flushed = [number for number, step in enumerate(steps) if step == "fsync"]
    written = max(number for number, step in enumerate(steps[:named]) if step == "write")
    assert any(written < number < named for number in flushed)  # the bytes, before the name
    assert any(named < number < said for number in flushed)  # the name, before the journal
