"""What may happen at an office and its stations within some days, each step by its service.

A step is a name and two small numbers, so that hypothesis can shorten a history. What a service
refuses, for the reason that it would tell a person, has not happened.
"""

from collections import Counter

import sqlalchemy as sa

from jamsos_desktop.errors import UserError
from jamsos_desktop.storage.models import participant
from tests.histories import newer
from tests.histories.installations import OFFICE, STATIONS
from tests.histories.office_desk import OfficeDesk
from tests.histories.papers import Papers
from tests.histories.places import Place
from tests.histories.roads import Roads
from tests.histories.table import Table

HOURS = (-24 * 400, -30, -1, 1, 30, 24 * 400)


class Net(Table, Papers, OfficeDesk, Roads):
    """The office, some of its stations, and the sticks between them."""

    def __init__(self, folder, stations):
        self.folder, self.stick = folder, folder / "flashdisk"
        self.meeting = folder / "bersama"
        self.stick.mkdir(parents=True)
        self.meeting.mkdir()
        self.office = Place(folder, OFFICE)
        self.stations = [Place(folder, name) for name in STATIONS[:stations]]
        self.people = []  # record ids, in the order in which they were registered
        self.pictures = {}  # the bytes of each picture that was ever taken
        self.taken = set()  # (station id, name of a picture): where it was taken
        self.versions = 1  # of the tariffs; the first is shipped
        self.answered = []  # at the duplicate desk
        self.printed = Counter()  # (what, record id): how often
        self.bundles = []  # on their way
        self.delivered = []  # those that the office, as it is now, has taken in
        self._delivered_then = []  # and the office of the old copy
        self.receipts = []  # (station, path)
        self.happened = Counter()

    @property
    def places(self):
        return [self.office, *self.stations]

    def close(self):
        newer.use(1)
        for place in self.places:
            place.close()

    def do(self, step):
        """One step, a minute after the last; what is refused with a reason has not happened."""
        action, which, more = step
        for place in self.places:
            place.clock.go(minutes=1)
        try:
            getattr(self, action)(which, more)
        except UserError as error:
            self.happened[f"{action}: {error.code}"] += 1
        else:
            self.happened[action] += 1

    # --- what goes wrong --------------------------------------------------------------------------

    def set_clock(self, which, more):
        self._place(which).clock.go(hours=HOURS[more % len(HOURS)])

    def restart(self, which, more):
        self._place(which).close()

    def update(self, which, more):
        """A newer program is installed at one place, and not yet at the others."""
        self._place(which).update()

    def newer_laptop(self, which, more):
        """A station has the newer program, and sends what the office perhaps cannot read yet."""
        self._station(which).update()
        self.register_with_pictures(which, more)
        self.send(which, more)

    def keep_copy(self, which, more):
        place = self._place(which)
        place.keep_copy()
        if place is self.office:
            self._delivered_then = list(self.delivered)

    def work_on_the_copy(self, which, more):
        """Of those places of which there is an old copy."""
        copied = [place for place in self.places if place.copy.exists()]
        if copied:
            place = copied[which % len(copied)]
            place.restore()
            if place is self.office:
                self.delivered = list(self._delivered_then)

    # --- whom and where ---------------------------------------------------------------------------

    def _station(self, which):
        return self.stations[which % len(self.stations)]

    def _place(self, which):
        return self.places[which % len(self.places)]

    def _known_at(self, place, more):
        """One of the people whom an installation knows, by the order of registration."""
        known = set(_ids(place.desk, participant))
        here = [one for one in self.people if one in known]
        return _one(here, more, "participant_unknown")

    def _one_of(self, desk, table, more):
        """One of the records of this table that are known here, by their ids."""
        return _one(sorted(_ids(desk, table)), more, "visitor_unknown")


def _ids(desk, table):
    with desk.database.reading() as connection:
        return list(connection.scalars(sa.select(table.c.record_id)))


def _one(found, more, unknown):
    if not found:
        raise UserError(unknown)
    return found[more % len(found)]
