"""``papers``."""

import pytest

from tests.journeys.world import POS1
from tests.printing.pages import page_count


def test_receipts_of_an_event_are_saved(world, terminal, tmp_path):
    world.enrol(POS1, 0, 2)
    out = tmp_path / "terima.pdf"
    event = world.event_id[:6]
    said = terminal.at(
        POS1, "papers", "receipts", "--event", event, "--kind", "slip_80", "--out", out
    )
    assert said.code == 0
    assert "2 tanda terima" in said.out
    assert out.read_bytes().startswith(b"%PDF")


def test_a_board_is_saved_by_number(world, terminal, tmp_path):
    [person] = world.enrol(POS1, 0, 1)
    out = tmp_path / "papan.pdf"
    said = terminal.at(POS1, "papers", "board", person.number, "--tiles", "--out", out)
    assert said.code == 0
    assert out.read_bytes().startswith(b"%PDF")
    unknown = terminal.at(POS1, "papers", "board", "MJK1-999999-0", "--out", out)
    assert unknown.code == 3


@pytest.mark.parametrize("what", ["minutes", "balance", "attendance"])
def test_a_list_of_the_event_is_saved(world, terminal, tmp_path, what):
    world.enrol(POS1, 0, 2)
    event = world.event_id[:6]
    terminal.at(POS1, "cards", "--event", event, "--out", tmp_path / "kartu.pdf")
    target = tmp_path / "kertas.pdf"
    said = terminal.at(POS1, "papers", what, "--event", event, "--out", target)
    assert (said.code, said.err) == (0, "")
    assert "kertas.pdf" in said.out
    assert target.read_bytes().startswith(b"%PDF")


def test_nobody_to_list_is_no_list(world, terminal, tmp_path):
    target = tmp_path / "kertas.pdf"
    for what in ("minutes", "unregistered"):
        event = world.event_id[:6]
        said = terminal.at(POS1, "papers", what, "--event", event, "--out", target)
        assert said.code == 3
        assert not target.exists()


def test_a_leaflet_is_saved_in_the_languages_there_are(world, terminal, tmp_path):
    out = tmp_path / "hak.pdf"
    saved = terminal.at(POS1, "papers", "leaflet", "--language", "jv", "--out", out)
    assert saved.code == 0
    assert b"jv-ID" in out.read_bytes()
    event = world.event_id[:6]
    assert terminal.at(POS1, "papers", "leaflet", "--event", event, "--out", out).code == 0
    unknown = terminal.at(POS1, "papers", "leaflet", "--language", "su", "--out", out)
    assert unknown.code == 3
    assert "id, jv" in unknown.err


def test_a_persons_data_are_saved_only_after_a_yes(world, terminal, tmp_path):
    [person] = world.enrol(POS1, 0, 1)
    out = tmp_path / "data.pdf"
    said = terminal.at(POS1, "papers", "mydata", person.number, "--yes", "--out", out)
    assert (said.code, said.err) == (0, "")
    assert out.read_bytes().startswith(b"%PDF")


def test_receipts_of_a_range_and_again_with_a_reason(world, terminal, tmp_path):
    people = world.enrol(POS1, 0, 3)
    ask = ("papers", "receipts", "--event", world.event_id[:6], "--kind", "slip_58")
    some = ("--from", people[1].number, "--to", people[2].number)
    said = terminal.at(POS1, *ask, *some, "--out", tmp_path / "a.pdf")
    assert (said.code, "2 tanda terima" in said.out) == (0, True)
    rest = terminal.at(POS1, *ask, "--not-printed", "--out", tmp_path / "b.pdf")
    assert "1 tanda terima" in rest.out
    assert terminal.at(POS1, *ask, "--out", tmp_path / "c.pdf").code == 3
    assert not (tmp_path / "c.pdf").exists()
    again = terminal.at(POS1, *ask, "--reason", "hilang", "--out", tmp_path / "c.pdf")
    assert "3 tanda terima" in again.out


def test_boards_of_several_people_stand_in_one_file(world, terminal, tmp_path):
    world.enrol(POS1, 0, 2)
    event, out = world.event_id[:6], tmp_path / "papan.pdf"
    said = terminal.at(POS1, "papers", "boards", "--event", event, "--out", out)
    assert (said.code, "2 papan" in said.out) == (0, True)
    assert page_count(out) == 2
    nobody = terminal.at(
        POS1, "papers", "boards", "--event", event, "--ceremony", "--out", tmp_path / "b.pdf"
    )
    assert nobody.code == 3


def test_people_are_chosen_for_the_ceremony(world, terminal, tmp_path):
    people = world.enrol(POS1, 0, 3)
    numbers = [one.number for one in people[:2]]
    assert "2 orang" in terminal.at(POS1, "papers", "ceremony", *numbers).out
    assert "1 orang" in terminal.at(POS1, "papers", "ceremony", numbers[0], "--not").out
    boards = ("papers", "boards", "--event", world.event_id[:6], "--ceremony", "--out")
    assert "1 papan" in terminal.at(POS1, *boards, tmp_path / "papan.pdf").out
