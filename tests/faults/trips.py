"""An office, two stations and the stick between them, to die in and to go on with."""

import os
import shutil

import msgspec
import pytest

from jamsos_desktop.services.enrol import enrol, start_draft
from jamsos_desktop.services.pictures import take_photo
from jamsos_desktop.services.plan import todays_event
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.reference import rules_of
from jamsos_desktop.services.sign_in import sign_in
from jamsos_desktop.storage import facts
from tests.faults.campaign import THOROUGH
from tests.histories.installations import scratch
from tests.journeys.world import LOGINS, OFFICE, PASSWORDS, POS1, POS2
from tests.pictures import encoded, two_halves

PEOPLE = 5
CITY = "Kota Uji"
NEEDS_FORK = pytest.mark.skipif(not hasattr(os, "fork"), reason="kill -9 and fork are POSIX")
#: These leave nothing behind before a commit or a flush.
_HARMLESS = ("execute", "executemany", "open", "close")


class Trip:
    """A station, its office and the stick between them, in a folder that can be copied."""

    def __init__(self, folder, picture):
        self.folder, self.stick, self.picture = folder, folder / "stick", picture

    def order(self, name):
        """Where and as whom somebody dies."""
        data = self.folder / name
        return {"data": data, "login": LOGINS[name], "password": PASSWORDS[name]}

    def newest(self, beginning):
        """The file of this kind on the stick."""
        return max(self.stick.glob(f"{beginning}_*.jamsos"), key=lambda path: path.name)

    def copy(self, name):
        """The same once more, to die in."""
        made = Trip(self.folder.with_name(name), self.picture)
        shutil.copytree(self.folder, made.folder)
        return made

    def open(self, name):
        """The desk of an installation."""
        return sign_in(self.folder / name, LOGINS[name], PASSWORDS[name])


def begin_trip(world):
    """Five people are registered, one with a photo, and nobody else knows of them.

    The office has chosen its look.
    """
    world.enrol(POS1, 0, PEOPLE - 1)
    picture = enrol_with_photo(world[POS1])
    with world[OFFICE].database.writing() as connection:
        chosen = msgspec.structs.replace(facts.read_print_settings(connection), city=CITY)
        facts.write_print_settings(connection, chosen)
    world.close()
    made = Trip(scratch() / "perjalanan", picture)  # in memory: a killed program is no pulled plug
    made.stick.mkdir(parents=True)
    for name in (OFFICE, POS1, POS2):
        shutil.copytree(world.folder / name, made.folder / name)
    return made


def enrol_with_photo(desk):
    """The last of the five; the photo's name."""
    event_id, _event = todays_event(desk)
    rules = rules_of(desk, event_id)
    photo = take_photo(desk, encoded(two_halves()))
    form = msgspec.structs.replace(invented_form(PEOPLE - 1, rules), photo=photo)
    enrol(desk, start_draft(desk, event_id, form), rules)
    return photo


def carry_out(server, trip, name, prepare):
    """Do it without dying; the steps that it took."""
    who, more = prepare(trip)
    code, steps = server.steps(name, **trip.order(who), **more)
    assert code == 0
    return steps


def moments(steps, most=1000):
    """Before which steps to die, counted from 1; about ``most`` of them in a sample."""
    if THOROUGH:
        return range(1, len(steps) + 1)
    harmful = [number for number, step in enumerate(steps, 1) if step not in _HARMLESS]
    some = sorted({*harmful, *range(20, len(steps) + 1, 20)})
    return some[:: max(1, len(some) // most)]
