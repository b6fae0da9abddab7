"""Who can go to BPJS, who waits for the office's word, and who is held back for which reason."""

import msgspec
import pytest

from jamsos_desktop.services import plan
from jamsos_desktop.services.bpjs_accept import accept_all
from jamsos_desktop.services.bpjs_check import (
    Selection,
    check_export,
    save_held,
)
from jamsos_desktop.services.bpjs_export import export_to_bpjs
from jamsos_desktop.services.consent import withdraw
from jamsos_desktop.services.decide import decide
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.find import reveal_nik
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.likely_pairs import compare_new
from jamsos_desktop.services.reference import shipped
from jamsos_desktop.services.void import void
from tests.factories import enrol_one, event_of

LAYOUT = shipped().mappings["bpjs-bpu"]

REASONS = dict.fromkeys(
    ("nik_already_enrolled", "nik_birth_date_differs", "nik_sex_differs"), "kembar"
)


@pytest.fixture
def programme(office):
    return plan.programmes(office)[0][0]


@pytest.fixture
def look(office, programme):
    """Look before the file is written."""

    def check(layout=None, **chosen):
        return check_export(office, Selection(programme, **chosen), layout or LAYOUT)

    return check


@pytest.fixture
def arrived(office, station, people, stick):
    """Three people whose registration has come to the office."""
    import_bundle(office, export_bundle(station, stick).path)
    return people


def whys(found):
    return [one.why for one in found.held]


def test_whoever_arrived_complete_waits_for_the_office_alone(office, look, arrived):
    found = look()
    assert found.ready == []
    assert whys(found) == ["not_accepted"] * 3
    assert found.waiting == [one.record_id for one in arrived]
    accept_all(office, found.waiting)
    found = look()
    assert [one.person.number for one in found.ready] == [p.number for p in arrived]
    assert found.held == []


def test_whoever_cannot_go_is_named_with_the_reason(office, station, look, arrived, stick):
    withdraw(office, arrived[0].record_id, "berubah pikiran")
    void(office, arrived[1].record_id, "salah orang")
    decide(office, arrived[2].record_id, "ditolak", "pindah kota")
    enrol_one(station, 7, already_insured="ya")
    enrol_one(station, 8, birth_place="x" * 9)
    import_bundle(office, export_bundle(station, stick).path)
    short = tuple(
        msgspec.structs.replace(column, longest=8) if column.field == "birth_place" else column
        for column in LAYOUT.column
    )
    layout = msgspec.structs.replace(LAYOUT, column=short)
    accept_all(office, look(layout).waiting)
    found = look(layout)
    assert found.ready == []
    assert whys(found) == ["dicabut", "dibatalkan", "ditolak", "already_insured", "lacking"]
    ((lacking,),) = [one.lacking for one in found.held if one.lacking]
    assert (lacking.header, lacking.kind) == ("TEMPAT LAHIR", "long")


def test_a_nik_of_two_registrations_goes_once_one_of_them_is_set_aside(
    office, station, look, arrived, stick
):
    number = reveal_nik(office, arrived[0].record_id)
    again = enrol_one(station, 9, nik=number, reasons=REASONS)
    import_bundle(office, export_bundle(station, stick).path)
    found = look()
    assert whys(found) == ["nik_twice", "not_accepted", "not_accepted", "nik_twice"]
    decide(office, again.record_id, "duplikat", "orang sama", kept_id=arrived[0].record_id)
    assert whys(look()) == ["not_accepted"] * 3 + ["duplikat"]


def test_whoever_may_be_registered_twice_is_not_accepted_with_the_rest(
    office, other_station, look, arrived, stick
):
    number = reveal_nik(office, arrived[0].record_id)
    again = enrol_one(other_station, 0, nik=f"{number[:-1]}{(int(number[-1]) + 1) % 10}")
    import_bundle(office, export_bundle(other_station, stick).path)
    compare_new(office)
    assert whys(look()) == ["likely_twice", "not_accepted", "not_accepted", "likely_twice"]
    decide(office, again.record_id, "diterima", "orang lain, sudah dilihat")
    assert [one.record_id for one in look().ready] == [again.record_id]


def test_whoever_must_be_corrected_is_held_back(office, look, arrived):
    decide(office, arrived[0].record_id, "perlu_perbaikan", "RT keliru", fields=["rt"])
    assert whys(look())[0] == "perlu_perbaikan"


def test_one_event_of_the_programme(office, programme, look, arrived):
    assert len(look(event_id=event_of(office)).held) == 3
    assert look(event_id="another").held == []


def test_who_was_sent_is_left_out_unless_asked_for(office, programme, look, arrived, stick):
    accept_all(office, look().waiting)
    export_to_bpjs(office, Selection(programme), stick, LAYOUT, "xlsx")
    assert whys(look()) == ["dikirim"] * 3
    assert len(look(again=True).ready) == 3


def test_the_list_of_those_who_cannot_go_is_a_table(look, arrived, tmp_path):
    path = save_held(look(), tmp_path / "tertahan")
    lines = path.read_text("utf-8-sig").splitlines()
    assert path.name == "tertahan.csv"
    assert lines[0] == "Nomor pendaftaran;Nama;Alasan"
    assert lines[1] == f"{arrived[0].number};{arrived[0].name};belum diputuskan kantor"


def test_a_branch_has_its_mapping_among_the_files_that_go_there():
    assert "bpjs-bpu" in shipped().mappings
    assert all(layout.note["id"] for layout in shipped().mappings.values())


def test_only_the_office_looks(office, station, programme, refused):
    refused("office_only", check_export, station, Selection(programme), LAYOUT)
    refused("programme_unknown", check_export, office, Selection("gone"), LAYOUT)
