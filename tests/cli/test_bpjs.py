"""``bpjs check | accept | export | answers | taken | undo``."""

import pytest
import xlsxwriter

from jamsos_desktop.services import plan
from jamsos_desktop.services.find import find_participants, reveal_nik
from tests.journeys.world import OFFICE, POS1


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "bpjs"
    folder.mkdir()
    return folder


def test_registrations_go_to_bpjs_and_answers_come_back(world, terminal, stick):
    world.enrol(POS1, 0, 2)
    terminal.at(OFFICE, "bundle", "import", world.export(POS1))
    office = world[OFFICE]
    programme_id = plan.programmes(office)[0][0]
    people = find_participants(office)
    numbers = {person.number: reveal_nik(office, person.record_id) for person in people}

    waiting = terminal.at(OFFICE, "bpjs", "check", "--programme", programme_id)
    assert "belum diputuskan kantor" in waiting.out
    accepted = terminal.at(OFFICE, "bpjs", "accept", "--programme", programme_id)
    assert "Diterima: 2" in accepted.out
    checked = terminal.at(OFFICE, "bpjs", "check", "--programme", programme_id, "--json")
    assert sorted(checked.json["ready"]) == sorted(numbers)
    assert checked.json["held"] == []

    sent = terminal.at(
        OFFICE, "bpjs", "export", "--programme", programme_id[:8], "--out", stick, "--format", "csv"
    )
    assert "2 orang" in sent.out
    assert "sudah dikirim" in terminal.at(OFFICE, "bpjs", "check", "--programme", programme_id).out

    path = stick / "hasil.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["Status", "Keterangan", "NIK", "Nama"])
        page.write_row(1, 0, ["Y", "", numbers[people[0].number], people[0].name])
        page.write_row(2, 0, ["T", "x", "3576035708909998", "Orang Lain"])
    looked = terminal.at(OFFICE, "bpjs", "answers", path)
    assert "jawaban baru: 1" in looked.out
    assert "tidak ada di sini" in looked.out
    assert "Dicatat: 0" in looked.out
    taken = terminal.at(OFFICE, "bpjs", "answers", path, "--take", "--json")
    assert taken.json["taken"] == 1

    (file,) = terminal.at(OFFICE, "bpjs", "taken", "--json").json
    assert (file["file"], file["answers"], file["left"]) == ("hasil.xlsx", 1, 1)
    assert "1 jawaban, 1 berlaku" in terminal.at(OFFICE, "bpjs", "taken").out
    why = ("--reason", "Berkas kota lain")
    assert terminal.at(OFFICE, "bpjs", "undo", *why).code != 0
    undone = terminal.at(OFFICE, "bpjs", "undo", "--file", file["id"][:8], *why)
    assert "Dibatalkan: 1 jawaban." in undone.out
    again = terminal.at(OFFICE, "bpjs", "undo", "--number", people[0].number, *why)
    assert again.code == 3
