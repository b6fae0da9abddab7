"""An office that was sent the same people by two stations."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.factories import enrol_one
from tests.journeys.world import OFFICE, POS1, POS2, World
from tests.services.test_conflict_desk import mend


@pytest.fixture
def world(tmp_path):
    made = World(tmp_path / "dunia")
    yield made
    made.close()


@pytest.fixture
def twins(world):
    """Three people, each registered at both stations; their ids as pairs."""
    names = (("Siti Aminah", "St. Amina"), ("Bambang Irawan", "Bambang Irwan"), ("Rukmini",) * 2)
    made = []
    for number, (one, other) in enumerate(names):
        first = enrol_one(world[POS1], number, name=one, phone="")
        again = enrol_one(world[POS2], number, name=other, phone=f"08123456789{number}")
        made.append((first.record_id, again.record_id))
    for pos in (POS1, POS2):
        world.take_in(world.export(pos))
    return made


@pytest.fixture
def disputes(world):
    """Two people whose name and birth date the station and the office corrected; their ids."""
    made = [enrol_one(world[POS1], n, name=name).record_id for n, name in enumerate(_NAMES)]
    world.take_in(world.export(POS1))
    for record_id in made:
        mend(world[POS1], record_id, "KTP", name="Siti Aminatun", rt="2", mother_name="Sumi")
        mend(world[OFFICE], record_id, "daftar", name="Siti Amanah", mother_name="Sumarti")
    world.take_in(world.export(POS1))
    return made


_NAMES = ("Siti Aminah", "Rukmini")


@pytest.fixture
def press(qtbot, jobs):
    """Press these keys where the focus is, each when the last one's work has ended."""

    def do(*pressed):
        for key in pressed:
            qtbot.keyClick(QApplication.focusWidget(), key)
            qtbot.waitUntil(lambda: not jobs.busy)

    return do
