"""A stick that is pulled out at every 1,000th byte of an export, or at any step of its end."""

import errno
import os
from pathlib import Path

import msgspec
import pytest

from jamsos_desktop.bundle import safe_write
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.enrol import enrol, start_draft
from jamsos_desktop.services.export_bundle import count_unsent, export_bundle
from jamsos_desktop.services.import_bundle import verify_bundle
from jamsos_desktop.services.keep_journal import verify_journal
from jamsos_desktop.services.pictures import take_photo
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.reference import rules_of
from tests.faults.campaign import THOROUGH
from tests.journeys.world import OFFICE, POS1
from tests.pictures import encoded, face

PEOPLE = 40


class Stick:
    """A folder that is there until it is pulled out: then every call for it fails, also tidying.

    ``after`` is how many bytes it takes before; ``before`` names the call at which it goes instead.
    """

    def __init__(self, folder, patch, *, after=None, before=""):
        self.folder, self.left, self.before = folder, after, before
        self.pulled = False
        folder.mkdir(exist_ok=True)
        self._open = Path.open
        patch.setattr(Path, "open", self._opener())
        for owner, name in ((os, "link"), (os, "fsync"), (os, "open"), (Path, "unlink")):
            patch.setattr(owner, name, self._guarded(name, getattr(owner, name)))
        patch.setattr(safe_write, "_read_back", self._guarded("read", safe_write._read_back))

    def check(self, call=""):
        """Fail as a disk does that is not there any more."""
        self.pulled = self.pulled or (bool(call) and call == self.before)
        if self.pulled:
            raise OSError(errno.EIO, "Input/output error")

    def _guarded(self, name, real):
        def call(target, *rest, **options):
            # By its name, or by the handle of what is open: nothing else is flushed meanwhile.
            if isinstance(target, int) or self.folder in (Path(target), *Path(target).parents):
                self.check(name)
            return real(target, *rest, **options)

        return call

    def _opener(self):
        stick = self

        def open_(path, mode="r", *rest, **options):
            file = stick._open(path, mode, *rest, **options)
            if stick.folder in path.parents and "x" in mode:
                stick.check()
                return _File(file, stick)
            return file

        return open_


class _File:
    """A file on that stick: what came before the pull lies there, the rest nowhere."""

    def __init__(self, file, stick):
        self._file, self._stick = file, stick

    def write(self, data):
        stick = self._stick
        if stick.left is not None and len(data) > stick.left:
            self._file.write(data[: stick.left])
            self._file.flush()
            stick.pulled = True
        stick.check("write")
        if stick.left is not None:
            stick.left -= len(data)
        return self._file.write(data)

    def flush(self):
        self._stick.check("flush")
        self._file.flush()

    def fileno(self):
        return self._file.fileno()

    def close(self):
        self._file.close()
        self._stick.check()


@pytest.fixture
def station(world):
    """Forty people, three of them with photos."""
    world.enrol(POS1, 0, PEOPLE - 3)
    desk = world[POS1]
    rules = rules_of(desk, world.event_id)
    for number in range(PEOPLE, PEOPLE + 3):
        photo = take_photo(desk, encoded(face(number)))
        form = msgspec.structs.replace(invented_form(number, rules), photo=photo)
        enrol(desk, start_draft(desk, rules.event_id, form), rules)
    return desk


@pytest.fixture
def pull(world, station, monkeypatch, tried):
    """Pull the stick out of one export: the reason that is told, and how many bundles it has."""

    def export(name, **when):
        folder = world.folder / f"stick-{name}"
        exported_before = count_unsent(station).last_export
        with monkeypatch.context() as patch:
            stick = Stick(folder, patch, **when)
            with pytest.raises(UserError) as told:
                export_bundle(station, folder)
        assert stick.pulled
        assert count_unsent(station).last_export == exported_before
        found = list(folder.glob("*.jamsos"))
        assert all(verify_bundle(world[OFFICE], path) >= PEOPLE for path in found)

        again = export_bundle(station, folder)
        assert verify_bundle(world[OFFICE], again.path) >= again.participants
        tried.case(lost=PEOPLE - again.participants)
        return told.value.code, len(found)

    return export


def test_pulled_at_every_1000th_byte_nothing_bears_the_bundles_name(world, station, pull, tmp_path):
    size = export_bundle(station, tmp_path).size
    places = range(0, size, 1000 if THOROUGH else 2500)
    for place in places:
        assert pull(f"{place}", after=place) == ("target_gone", 0)
    assert len(places) > 40
    finish(world, station)


@pytest.mark.parametrize("call", ["flush", "fsync", "read", "link", "open"])
def test_pulled_while_it_gets_its_name_the_bundle_is_whole_or_not_there(world, pull, station, call):
    """The last calls: flush, read back, link, and making the name durable."""
    failed, found = pull(call, before=call)
    assert failed == "target_gone"
    assert found == (1 if call == "open" else 0)
    finish(world, station)


def finish(world, station):
    """In the end the export succeeds, and the office has everybody."""
    folder = world.folder / "utuh"
    folder.mkdir()
    exported = export_bundle(station, folder)
    assert (exported.participants, exported.pictures) == (PEOPLE, 3)
    assert sum(world.take_in(exported.path).counts.values()) == PEOPLE
    assert verify_journal(station).good
