"""``conflicts``: two corrections that differ, decided from the terminal."""

import json

import pytest

from jamsos_desktop.services.find import look_at
from tests.factories import enrol_one
from tests.journeys.world import OFFICE, POS1
from tests.services.test_conflict_desk import mend


@pytest.fixture
def person(world):
    made = enrol_one(world[POS1], 0, name="Siti Aminah")
    world.take_in(world.export(POS1))
    mend(world[POS1], made.record_id, name="Siti Aminatun")
    mend(world[OFFICE], made.record_id, name="Siti Amanah")
    world.take_in(world.export(POS1))
    return made


def test_a_conflict_is_listed_and_decided(world, terminal, person):
    said = terminal.at(OFFICE, "conflicts", "list", "--json")
    assert json.loads(said.out) == [{"number": person.number, "fields": ["name"]}]
    assert "Nama" in terminal.at(OFFICE, "conflicts", "list").out
    for wrong in ("name=3", "rt=1", "name"):
        assert terminal.at(OFFICE, "conflicts", "settle", person.number, "--take", wrong).code == 2
    without = terminal.at(OFFICE, "conflicts", "settle", person.number, "--reason", "KTP")
    assert without.code == 3
    done = terminal.at(
        OFFICE, "conflicts", "settle", person.number, "--take", "name=1", "--reason", "KTP"
    )
    assert done.code == 0
    assert look_at(world[OFFICE], person.record_id).conflicts == {}
    assert json.loads(terminal.at(OFFICE, "conflicts", "list", "--json").out) == []
