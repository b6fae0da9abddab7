"""``duplicates``: the same person at two stations, answered from the terminal."""

import json

import pytest

from jamsos_desktop.services.find import find_participants
from tests.factories import enrol_one
from tests.journeys.world import OFFICE, POS1, POS2


@pytest.fixture
def numbers(world):
    """One person's registrations at two stations, at the office."""
    made = [enrol_one(world[pos], 0, name="Siti Aminah") for pos in (POS1, POS2)]
    for pos in (POS1, POS2):
        world.take_in(world.export(pos))
    return [one.number for one in made]


def listed(terminal):
    said = terminal.at(OFFICE, "duplicates", "list", "--json")
    assert said.code == 0
    return [{who["number"] for who in group} for group in json.loads(said.out)]


def test_a_pair_is_listed_answered_and_asked_again(terminal, numbers):
    assert listed(terminal) == [set(numbers)]
    text = terminal.at(OFFICE, "duplicates", "list").out
    assert numbers[0] in text
    answer = terminal.at(OFFICE, "duplicates", "different", *numbers, "--reason", "kembar")
    assert answer.code == 0
    assert listed(terminal) == []
    assert terminal.at(OFFICE, "duplicates", "ask-again", numbers[1], "--reason", "x").code == 0
    assert listed(terminal) == [set(numbers)]
    assert terminal.at(OFFICE, "duplicates", "ask-again", numbers[1], "--reason", "x").code == 3


def test_one_of_them_is_kept(world, terminal, numbers):
    kept, other = numbers
    assert terminal.at(OFFICE, "duplicates", "same", kept, other, "--reason", "sama").code == 0
    assert listed(terminal) == []
    standing = {one.number: one.standing for one in find_participants(world[OFFICE])}
    assert standing == {kept: "menunggu", other: "duplikat"}


def test_one_number_alone_is_wrong_usage(terminal, numbers):
    assert terminal.at(OFFICE, "duplicates", "different", numbers[0], "--reason", "x").code == 2
