"""Everybody who arrived and lacks nothing is accepted in one act, and that can be undone."""

import pytest

from jamsos_desktop.services.bpjs_accept import accept_all, undo_accept
from jamsos_desktop.services.decide import decide
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.find import look_at
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.progress import CancelToken
from jamsos_desktop.services.receipts import apply_receipt, issue_receipt
from jamsos_desktop.services.void import void


@pytest.fixture
def arrived(office, station, people, stick):
    import_bundle(office, export_bundle(station, stick).path)
    return [person.record_id for person in people]


def said(office, ids):
    return [look_at(office, record_id).answer.said for record_id in ids]


def test_accepting_all_is_undone_and_leaves_other_verdicts_alone(office, arrived, refused):
    decide(office, arrived[0], "ditolak", "pindah kota")
    done = accept_all(office, arrived)
    assert said(office, arrived) == ["ditolak", "diterima", "diterima"]
    decide(office, arrived[1], "diterima", "sudah dilihat sendiri")
    refused("reason_missing", undo_accept, office, done, " ")
    undo_accept(office, done, "terlalu cepat")
    assert said(office, arrived) == ["ditolak", "diterima", ""]
    assert [one for one, _name in accept_all(office, arrived).verdicts] == [arrived[2]]


def test_whoever_changed_meanwhile_is_left_out(office, arrived):
    void(office, arrived[1], "salah orang")
    assert [one for one, _name in accept_all(office, arrived).verdicts] == [arrived[0], arrived[2]]


def test_who_stops_has_accepted_nobody_further(office, arrived):
    stop = CancelToken()
    stop.cancel()
    assert accept_all(office, arrived, cancel=stop).verdicts == ()
    told = []
    accept_all(office, arrived, lambda done, total: told.append((done, total)))
    assert told == [(3, 3)]


def test_the_station_hears_of_it(office, station, arrived, stick):
    accept_all(office, arrived)
    receipt = issue_receipt(office, station.installation.station_id, stick).path
    apply_receipt(station, receipt)
    assert said(station, arrived) == ["diterima"] * 3


def test_only_the_office_accepts(station, arrived, refused):
    refused("office_only", accept_all, station, arrived)
