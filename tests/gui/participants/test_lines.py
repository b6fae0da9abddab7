"""How a participant stands in the list."""

from jamsos_desktop.gui.participants.lines import (
    find_lines,
    place_name,
    state_of,
)
from jamsos_desktop.services import print_cards
from tests.gui.desk import form, open_desk


def test_the_line_names_village_and_work_and_hides_the_nik(data_dir):
    desk, (record_id,) = open_desk(data_dir, form(0, "Siti Aminah"))
    (line,) = find_lines(desk, "siti", 10, 0)
    assert (line.record_id, line.name) == (record_id, "Siti Aminah")
    assert line.masked_nik == "3576••••••••0001"
    assert line.place == "Kel. Kranggan, RT 001/RW 002"
    assert line.occupation == "Pedagang keliling, asongan, eceran"
    assert (line.state, line.tone) == ("belum dicetak", "neutral")
    print_cards.journal_prints(desk, [record_id], "printer")
    (line,) = find_lines(desk, "", 10, 0)
    assert (line.state, line.tone) == ("tercetak ×1", "success")
    desk.close()


def test_a_nik_typed_in_groups_is_found(data_dir):
    desk, _ids = open_desk(data_dir, form(0, "Siti"), form(1, "Budi"))
    assert [one.name for one in find_lines(desk, "3576 0211 0890 0002", 10, 0)] == ["Budi"]
    desk.close()


def test_what_must_be_decided_comes_before_what_was_printed():
    assert state_of(2, conflict=True) == ("perlu diputuskan", "warning")
    assert state_of(2, conflict=False, consented=False)[0] == "persetujuan belum dicatat"


def test_what_no_list_knows_is_shown_as_it_is():
    assert place_name("99.99.99.9999", "", "003") == "99.99.99.9999, RW 003"
