"""BPJS's answers: matched by NIK and name, shown first, and nothing overwritten silently."""

import pytest
import xlsxwriter

from jamsos_desktop.errors import Cancelled
from jamsos_desktop.services import plan
from jamsos_desktop.services.bpjs_accept import accept_all
from jamsos_desktop.services.bpjs_check import Selection, check_export
from jamsos_desktop.services.bpjs_export import export_to_bpjs
from jamsos_desktop.services.bpjs_results import (
    check_results,
    save_results,
    take_results,
)
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.find import look_at, reveal_nik
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.progress import CancelToken
from jamsos_desktop.services.reference import shipped
from tests.factories import enrol_one

REASONS = dict.fromkeys(
    ("nik_already_enrolled", "nik_birth_date_differs", "nik_sex_differs"), "kembar"
)
HEADINGS = ("Status", "Keterangan Status Data", "Nomor Identitas", "Nama Lengkap", "No. KPJ")


@pytest.fixture
def sent(office, station, people, stick):
    """Three people who stood in a file for BPJS."""
    import_bundle(office, export_bundle(station, stick).path)
    chosen = Selection(plan.programmes(office)[0][0])
    accept_all(office, check_export(office, chosen, shipped().mappings["bpjs-bpu"]).waiting)
    export_to_bpjs(office, chosen, stick, shipped().mappings["bpjs-bpu"], "xlsx")
    return people


@pytest.fixture
def answers(office, tmp_path):
    """Write a file as BPJS would, and read it."""

    def write(*rows, headings=HEADINGS):
        path = tmp_path / "hasil.xlsx"
        with xlsxwriter.Workbook(path) as book:
            page = book.add_worksheet()
            for number, row in enumerate((headings, *rows)):
                for place, cell in enumerate(row):
                    page.write_string(number, place, cell)
        return check_results(office, path, tuple(shipped().result_layouts.values()))

    return write


def nik_of(office, person):
    return reveal_nik(office, person.record_id)


def outcomes(rows):
    return [row.outcome for row in rows]


def test_a_yes_and_a_no_are_taken(office, sent, answers):
    rows = answers(
        ("Y", "", nik_of(office, sent[0]), sent[0].name.upper(), "12345678901"),
        ("T", "NIK tidak padan", nik_of(office, sent[1]), sent[1].name, ""),
    )
    assert outcomes(rows) == ["new", "new"]
    assert look_at(office, sent[0].record_id).standing == "dikirim"
    assert take_results(office, rows) == 2
    first, second = (look_at(office, person.record_id) for person in sent[:2])
    assert (first.standing, first.answer.told.body.number) == ("aktif", "12345678901")
    assert (second.standing, second.answer.told.body.reason) == ("ditolak_bpjs", "NIK tidak padan")


def test_the_same_file_again_changes_nothing(office, sent, answers):
    row = ("Y", "", nik_of(office, sent[0]), sent[0].name, "12345678901")
    rows = answers(row)
    assert take_results(office, rows) == 1
    assert take_results(office, rows) == 0
    assert outcomes(answers(row)) == ["same"]


def test_another_answer_than_before_is_shown_and_not_taken_by_itself(office, sent, answers):
    number = nik_of(office, sent[0])
    take_results(office, answers(("T", "NIK tidak padan", number, sent[0].name, "")))
    rows = answers(("Y", "", number, sent[0].name, "12345678901"))
    assert outcomes(rows) == ["changed"]
    assert rows[0].before.reason == "NIK tidak padan"
    assert take_results(office, rows) == 0
    assert take_results(office, rows, [rows[0].line]) == 1
    assert look_at(office, sent[0].record_id).standing == "aktif"


def test_what_matches_nobody_or_somebody_else_is_only_shown(office, station, sent, stick, answers):
    twice = enrol_one(station, 9, nik=nik_of(office, sent[2]), reasons=REASONS)
    import_bundle(office, export_bundle(station, stick).path)
    rows = answers(
        ("Y", "", "3576035708909999", "Bukan Siapa-siapa", ""),
        ("Y", "", nik_of(office, sent[0]), "Gunawan Prasojo", ""),
        ("Y", "", nik_of(office, twice), twice.name, ""),
        ("?", "", nik_of(office, sent[1]), sent[1].name, ""),
        ("Y", "", "0000000000000000", sent[1].name, ""),
    )
    assert outcomes(rows) == ["unknown", "name_differs", "several", "unreadable", "unreadable"]
    assert take_results(office, rows) == 0
    assert [row.line for row in rows] == [2, 3, 4, 5, 6]
    assert nik_of(office, sent[0]) not in {row.masked_nik for row in rows}


def test_a_file_without_the_headings_is_refused(office, sent, answers, refused):
    values = refused("results_headings", answers, ("a", "b"), headings=("Nama", "Alamat"))
    assert "status" in values["missing"]


def test_only_the_office_takes_answers(station, tmp_path, refused):
    refused(
        "office_only",
        check_results,
        station,
        tmp_path / "x.xlsx",
        (),
    )
    refused("office_only", take_results, station, [])


def test_another_name_is_taken_where_somebody_says_so_and_only_then(office, sent, answers):
    row = ("Y", "", nik_of(office, sent[0]), "Gunawan Prasojo", "123")
    rows = answers(row)
    assert take_results(office, rows, [rows[0].line]) == 1
    assert outcomes(answers(row)) == ["same"]


def test_a_file_that_says_two_things_of_one_person_says_nothing(office, sent, answers):
    number = nik_of(office, sent[0])
    rows = answers(
        ("Y", "", number, sent[0].name, "123"),
        ("T", "NIK tidak padan", number, sent[0].name, ""),
        ("Y", "", nik_of(office, sent[1]), sent[1].name, "456"),
        ("Y", "", nik_of(office, sent[1]), sent[1].name, "456"),
    )
    assert outcomes(rows) == ["contradicts", "contradicts", "new", "same"]
    assert take_results(office, rows, [2, 3]) == 1


def test_who_stops_has_recorded_nothing(office, sent, answers):
    rows = answers(("Y", "", nik_of(office, sent[0]), sent[0].name, "123"))
    stop = CancelToken()
    stop.cancel()
    with pytest.raises(Cancelled):
        take_results(office, rows, cancel=stop)
    assert look_at(office, sent[0].record_id).standing == "dikirim"


def test_the_report_says_of_each_row_what_became_of_it(office, sent, answers, tmp_path):
    rows = answers(
        ("Y", "", nik_of(office, sent[0]), sent[0].name, "123"),
        ("Y", "", "3576035708909999", "=1+1", ""),
    )
    take_results(office, rows)
    path = save_results(rows, (), tmp_path / "laporan.csv")
    first, second = path.read_text("utf-8-sig").splitlines()[1:]
    assert first.startswith(f"2;jawaban baru;ya;{sent[0].number};{sent[0].name};")
    assert first.endswith("aktif, 123;")
    assert second.startswith("3;tidak ada di sini;tidak;;'=1+1;;")
    assert nik_of(office, sent[0]) not in first
