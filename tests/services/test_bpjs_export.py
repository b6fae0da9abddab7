"""The file for BPJS: who is in it, who is held back and why, and that every cell is text."""

import csv
import io

import msgspec
import pytest
import python_calamine

from jamsos_desktop.domain.activities import Decided
from jamsos_desktop.services import plan
from jamsos_desktop.services.bpjs_export import check_export, export_to_bpjs, mapping
from jamsos_desktop.services.consent import withdraw
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.find import look_at
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.void import void
from jamsos_desktop.storage import journal
from tests.factories import enrol_one


@pytest.fixture
def programme(office):
    return plan.programmes(office)[0][0]


@pytest.fixture
def arrived(office, station, people, stick):
    """Three people whose registration has come to the office."""
    import_bundle(office, export_bundle(station, stick).path)
    return people


def decide(office, person, verdict):
    with office.database.writing() as connection:
        body = Decided(verdict=verdict, heads=())
        news = [journal.New(person.record_id, body)]
        journal.append(connection, office.author, office.clock(), news)


def sheet(path):
    return python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def test_whoever_arrived_complete_can_go(office, programme, arrived):
    checked = check_export(office, programme, mapping())
    assert [one.person.number for one in checked.ready] == [p.number for p in arrived]
    assert checked.held == []


def test_whoever_cannot_go_is_named_with_the_reason(office, station, programme, arrived, stick):
    withdraw(office, arrived[0].record_id, "berubah pikiran")
    void(office, arrived[1].record_id, "salah orang")
    decide(office, arrived[2], "duplikat")
    enrol_one(station, 7, already_insured="ya")
    enrol_one(station, 8, birth_place="x" * 9)
    import_bundle(office, export_bundle(station, stick).path)
    short = tuple(
        msgspec.structs.replace(column, longest=8) if column.field == "birth_place" else column
        for column in mapping().column
    )
    layout = msgspec.structs.replace(mapping(), column=short)
    checked = check_export(office, programme, layout)
    assert checked.ready == []
    whys = [one.why for one in checked.held]
    assert whys == ["dicabut", "dibatalkan", "duplikat", "already_insured", "lacking"]
    ((lacking,),) = [one.lacking for one in checked.held if one.lacking]
    assert (lacking.header, lacking.kind) == ("TEMPAT LAHIR", "long")


def test_every_cell_of_the_workbook_is_text(office, programme, arrived, stick):
    path, _checked = export_to_bpjs(office, programme, stick, mapping(), "xlsx")
    headings, *rows = sheet(path)
    assert headings[:2] == ["NOMOR IDENTITAS", "NAMA LENGKAP"]
    assert len(rows) == 3
    assert all(isinstance(cell, str) for row in rows for cell in row)
    person = look_at(office, arrived[0].record_id).body
    assert rows[0][1] == person.name.upper()
    assert len(rows[0][0]) == 16
    assert rows[0][headings.index("TGL LAHIR")] == f"{person.birth_date:%d-%m-%Y}"


def test_a_name_that_looks_like_a_formula_computes_nothing(
    office, station, programme, arrived, stick
):
    enrol_one(station, 9, mother_name="=cmd|' /C calc'!A0")
    import_bundle(office, export_bundle(station, stick).path)
    path, _checked = export_to_bpjs(office, programme, stick, mapping(), "csv")
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";"))
    place = rows[0].index("NAMA IBU KANDUNG")
    assert rows[-1][place] == "'=CMD|' /C CALC'!A0"


def test_the_lossless_file_has_every_field(office, programme, arrived, stick):
    path, _checked = export_to_bpjs(office, programme, stick, mapping(), "json")
    people = msgspec.json.decode(path.read_bytes())
    assert [one["number"] for one in people] == [p.number for p in arrived]
    assert people[0]["record_id"] == arrived[0].record_id
    assert set(people[0]) >= {"nik", "consent", "coverage_months", "village"}


def test_who_stood_in_a_file_is_not_sent_twice(office, programme, arrived, stick, refused):
    path, _checked = export_to_bpjs(office, programme, stick, mapping(), "xlsx")
    person = look_at(office, arrived[0].record_id)
    assert person.standing == "dikirim"
    assert person.answer.told.body.batch == path.name
    assert refused("nobody_to_send", export_to_bpjs, office, programme, stick, mapping(), "xlsx")
    assert len(list(stick.glob("BPJS_*"))) == 1


def test_only_the_office_makes_such_a_file(office, station, programme, arrived, stick, refused):
    refused("office_only", check_export, station, programme, mapping())
    refused("coordinator_only", export_to_bpjs, station, programme, stick, mapping(), "csv")
    refused("programme_unknown", check_export, office, "gone", mapping())
