"""``decide``: a verdict from the terminal, and its undoing."""

from jamsos_desktop.services.find import find_participants
from tests.journeys.world import OFFICE, POS1


def test_a_registration_is_refused_and_that_is_taken_back(world, terminal):
    world.enrol(POS1, 0, 1)
    world.take_in(world.export(POS1))
    (person,) = find_participants(world[OFFICE])
    said = terminal.at(
        OFFICE, "decide", person.number, "--verdict", "ditolak", "--reason", "pindah kota"
    )
    assert said.code == 0
    assert person.number in said.out
    assert find_participants(world[OFFICE])[0].standing == "ditolak"
    undone = terminal.at(OFFICE, "decide", person.number, "--undo", "--reason", "keliru")
    assert undone.code == 0
    assert find_participants(world[OFFICE])[0].standing == "menunggu"


def test_what_is_no_verdict_and_no_field_is_wrong_usage(terminal):
    assert terminal.at(OFFICE, "decide", "X").code == 2
    assert terminal.at(OFFICE, "decide", "X", "--verdict", "mungkin").code == 2
    wrong = terminal.at(OFFICE, "decide", "X", "--verdict", "ditolak", "--field", "umur")
    assert wrong.code == 2
