"""Who may say what for the office."""

import pytest

from jamsos_desktop.gui.participants.verdicts import Verdicts, read_verdicts
from jamsos_desktop.services import find
from jamsos_desktop.services.consent import withdraw
from jamsos_desktop.services.decide import decide, undo_decisions
from jamsos_desktop.services.void import void
from tests.factories import station_desk
from tests.gui.desk import enrol_people, form, open_desk


@pytest.fixture
def office(tmp_path):
    made = open_desk(tmp_path, form(0, "Siti"), form(1, "Budi", rt=""))
    yield made
    made[0].close()


def verdicts(desk, record_id):
    return read_verdicts(desk, find.look_at(desk, record_id))


def test_a_verdict_that_stands_can_be_undone_and_is_not_given_twice(office):
    desk, ids = office
    assert verdicts(desk, ids[0]) == Verdicts(may=True)
    decide(desk, ids[0], "diterima")
    assert verdicts(desk, ids[0]) == Verdicts(True, True, "", "Sudah diterima.")
    undo_decisions(desk, ids[0], "keliru")
    assert verdicts(desk, ids[0]) == Verdicts(may=True)


def test_who_lacks_something_is_not_accepted_and_who_is_gone_not_decided_on(office):
    desk, ids = office
    assert verdicts(desk, ids[1]).why_not_accept == "Datanya belum lengkap."
    void(desk, ids[1], "salah orang")
    assert verdicts(desk, ids[1]).why_not == "Pendaftarannya dibatalkan."
    withdraw(desk, ids[0], "berubah pikiran")
    assert verdicts(desk, ids[0]).why_not == "Persetujuannya dicabut."


def test_a_station_decides_nothing(tmp_path):
    desk = station_desk(tmp_path)
    (record_id,) = enrol_people(desk, form(0, "Siti"))
    assert verdicts(desk, record_id) == Verdicts()
    desk.close()
