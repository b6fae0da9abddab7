"""One installation of a history, and what travels from it."""

import shutil
from functools import cached_property
from typing import NamedTuple

import sqlalchemy as sa

from jamsos_desktop.services.brake import Braked
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.read_again import read_again_after_update
from jamsos_desktop.storage.models import entry
from tests.factories import FixedClock
from tests.histories import newer
from tests.histories.installations import built, open_desk


class Sent(NamedTuple):
    """A bundle on a stick, and the entries that went into it."""

    station_id: str
    path: object
    entries: frozenset


class Place:
    """One installation: its folder, its clock, its desk, and an old copy of it, if one was made."""

    def __init__(self, folder, name):
        self.name, self.folder, self.clock = name, folder / name, FixedClock()
        self.copy = folder / f"salinan-{name}"
        self.program, self.restored = 1, 0
        self.drafts = []
        shutil.copytree(built().folder / name, self.folder)
        self._desk = None

    @property
    def desk(self) -> Desk:
        """The desk, signed in at the first use; what is done now is done by its program."""
        newer.use(self.program)
        if self._desk is None:
            self._desk = open_desk(self.folder, self.clock, self.name)
        return self._desk

    @cached_property
    def station_id(self):
        return self.desk.installation.station_id

    def close(self):
        if self._desk is not None:
            self._desk.close()
            self._desk = None

    def update(self):
        """Install the newer program; it reads once more what the older one had set aside."""
        self.program = 2
        read_again_after_update(self.desk.database)

    def keep_copy(self):
        """Copy the data folder, as somebody does who is careful."""
        self.close()
        shutil.rmtree(self.copy, ignore_errors=True)
        shutil.copytree(self.folder, self.copy)

    def restore(self):
        """Go on working on the old copy, as after a broken disk."""
        self.close()
        shutil.rmtree(self.folder)
        shutil.copytree(self.copy, self.folder)
        self.restored += 1

    def own(self, last=None):
        """The hashes of the journal that is written here, up to the number ``last``."""
        return entries_of(self.desk, self.station_id, last)


def take_in(desk, path):
    """Import a bundle; where it stops and asks, somebody looks, and says that it is meant."""
    try:
        return import_bundle(desk, path)
    except Braked:
        return import_bundle(desk, path, anyway="memang begitu")


def entries_of(desk, station_id, last=None):
    """The hashes that a desk has of one station's journal."""
    query = sa.select(entry.c.entry_hash).where(entry.c.station_id == station_id)
    if last is not None:
        query = query.where(entry.c.seq <= last)
    with desk.database.reading() as connection:
        return frozenset(connection.scalars(query))
