"""``handover``."""

from tests.journeys.world import POS1


def test_a_card_is_handed_over_once(world, terminal):
    (number,) = (one.number for one in world.enrol(POS1, 0, 1))
    given = terminal.at(POS1, "handover", number, "--to", "keluarga", "--name", "Budi")
    assert (given.code, given.out.strip()) == (0, f"{number} diserahkan")
    again = terminal.at(POS1, "handover", number)
    assert f"{number} sudah diserahkan pada 20" in again.out


def test_a_number_that_nobody_has_is_refused(terminal):
    said = terminal.at(POS1, "handover", "MJK1-99999-X")
    assert said.code == 3
    assert "tidak ada di data laptop ini" in said.err
