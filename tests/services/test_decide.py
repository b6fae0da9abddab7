"""The office decides, takes it back, and the station hears of it."""

import pytest

from jamsos_desktop.services.decide import decide, undo_decisions
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.find import look_at
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.receipts import apply_receipt, issue_receipt


@pytest.fixture
def arrived(office, station, people, stick):
    import_bundle(office, export_bundle(station, stick).path)
    return [person.record_id for person in people]


def test_a_demand_for_correction_reaches_the_station(office, station, arrived, stick):
    decide(office, arrived[0], "perlu_perbaikan", " RT  keliru ", fields=["rt"])
    receipt = issue_receipt(office, station.installation.station_id, stick).path
    ((news),) = apply_receipt(station, receipt).news
    assert (news.standing, news.fields, news.reason) == ("perlu_perbaikan", ("rt",), "RT keliru")


def test_a_duplicate_names_the_registration_that_is_kept(office, arrived, refused):
    refused("kept_missing", decide, office, arrived[0], "duplikat", "orang yang sama")
    refused("kept_missing", decide, office, arrived[0], "duplikat", "x", kept_id=arrived[0])
    decide(office, arrived[0], "duplikat", "orang yang sama", kept_id=arrived[1])
    person = look_at(office, arrived[0])
    kept = look_at(office, arrived[1]).body.number
    assert (person.standing, person.answer.told.body.kept_number) == ("duplikat", kept)


def test_a_verdict_can_be_taken_back_and_given_again(office, arrived, refused):
    refused("not_decided", undo_decisions, office, arrived[0], "keliru")
    decide(office, arrived[0], "ditolak", "sudah meninggal")
    decide(office, arrived[0], "ditolak", "pindah kota")
    undo_decisions(office, arrived[0], "keliru")
    assert look_at(office, arrived[0]).standing == "menunggu"
    refused("not_decided", undo_decisions, office, arrived[0], "keliru")
    decide(office, arrived[0], "diterima")
    assert look_at(office, arrived[0]).answer.said == "diterima"


def test_only_the_office_decides_and_says_why(office, station, arrived, refused):
    refused("office_only", decide, station, arrived[0], "ditolak", "x")
    refused("office_only", undo_decisions, station, arrived[0], "x")
    refused("reason_missing", decide, office, arrived[0], "ditolak", " ")
    refused("participant_unknown", decide, office, "nobody", "ditolak", "x")
