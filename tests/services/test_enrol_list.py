"""Lists from spreadsheets: good rows kept, bad ones named, nothing guessed, nothing twice."""

import csv
import io

import pytest

from jamsos_desktop.domain.matching import SHOWN
from jamsos_desktop.errors import Cancelled
from jamsos_desktop.messages import finding_text
from jamsos_desktop.services import enrol_list as service
from jamsos_desktop.services.enrol_list import enrol_list
from jamsos_desktop.services.find import count_participants, find_participants, look_at
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.progress import CancelToken
from jamsos_desktop.services.reference import rules_of, shipped
from tests.factories import enrol_one, event_of

ASKED = ("Persetujuan", "Cara Persetujuan")
HEADINGS = ("NIK", "Nama", "Tgl. Lahir", "JK", "Kelurahan", "RT", "RW", "Pekerjaan", *ASKED)
FIELDS = ("nik", "name", "birth_date", "sex", "village", "rt", "rw", "occupation")


@pytest.fixture
def rules(station):
    return rules_of(station, event_of(station))


def people(rules, count, first=0):
    forms = (invented_form(number, rules) for number in range(first, first + count))
    return [[*(getattr(form, field) for field in FIELDS), "ya", "kertas"] for form in forms]


def text_of(rows, headings=HEADINGS, delimiter=","):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([headings, *rows])
    return text.getvalue()


@pytest.fixture
def listed(station, rules, tmp_path):
    """Write a list and enrol it."""

    def run(rows, *, encoding="utf-8", headings=HEADINGS, delimiter=",", **named):
        text = rows if isinstance(rows, str) else text_of(rows, headings, delimiter)
        path = tmp_path / "daftar.csv"
        path.write_bytes(text.encode(encoding))
        return enrol_list(station, path, rules, **named)

    return run


def codes(report):
    return {row.line: [finding.code for finding in row.findings] for row in report.rows}


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_list_as_spreadsheets_write_it(listed, rules, station, delimiter, encoding):
    report = listed(people(rules, 3), encoding=encoding, delimiter=delimiter)
    assert (report.enrolled, report.refused) == (3, 0)
    assert [row.line for row in report.rows] == [2, 3, 4]
    assert len({row.number for row in report.rows}) == 3
    assert count_participants(station) == 3


def test_villages_and_occupations_may_be_named(listed, rules, station):
    (row,) = people(rules, 1)
    row[4], row[7] = "kranggan", shipped().occupations["pedagang_keliling"].name.upper()
    report = listed([row])
    assert report.enrolled == 1
    (found,) = find_participants(station)
    assert (found.village, found.occupation) == ("35.76.03.1001", "pedagang_keliling")


def test_a_village_that_cannot_be_told_is_not_guessed(listed, rules):
    rows = people(rules, 2)
    rows[0][4], rows[1][4] = "krang", "Wonocolo"  # a part; a village of another city
    assert codes(listed(rows)) == {2: ["village_unknown"], 3: ["village_unknown"]}


def test_bad_rows_are_named_with_their_lines_and_good_ones_kept(listed, rules, station):
    rows = people(rules, 4)
    rows[1][0] = "123"
    rows[2][2] = "31-02-1990"
    report = listed(rows)
    assert (report.enrolled, report.refused) == (2, 2)
    assert codes(report) == {
        2: [],
        3: ["nik_length"],
        4: ["birth_date_unreadable"],
        5: [],
    }
    assert [bool(row.number) for row in report.rows] == [True, False, False, True]
    assert report.enrolled + report.refused == len(report.rows)


def test_lines_are_counted_as_a_spreadsheet_does(listed, rules):
    """Blank rows count, and a row whose cell has line breaks is one row."""
    rows = people(rules, 3)
    rows[0][1] = "Siti\nAminah"
    rows.insert(1, ["", " "] + [""] * 8)
    rows.insert(2, [])
    rows[-1][0] = "123"
    assert codes(listed(rows)) == {2: [], 5: [], 6: ["nik_length"]}


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("", "nik, name, birth_date, sex, village, rt, rw, occupation"),
        ("NIK,Nama\n1,2\n", "birth_date, sex, village, rt, rw, occupation"),
        (text_of([], [h for h in HEADINGS if h != "RT"]), "rt"),
    ],
)
def test_wrong_headings_are_named_and_nothing_is_saved(listed, station, text, missing, refused):
    assert refused("csv_headers", listed, text) == {"missing": missing}
    assert count_participants(station) == 0


def test_headings_that_nobody_knows_are_passed_over(listed, rules):
    rows = [[*row, "1", "x"] for row in people(rules, 2)]
    assert listed(rows, headings=(*HEADINGS, "No", "reasons")).enrolled == 2


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1", "cp1252"])
def test_another_encoding_is_refused_before_anything_is_saved(
    listed, rules, station, encoding, refused
):
    rows = people(rules, 2)
    rows[1][1] = "Noël"
    assert refused("csv_encoding", listed, rows, encoding=encoding) == {"file": "daftar.csv"}
    assert count_participants(station) == 0


def test_a_file_that_is_not_there_or_too_large_is_told(
    station, rules, tmp_path, refused, listed, monkeypatch
):
    refused("csv_unreadable", enrol_list, station, tmp_path / "gone.csv", rules)
    refused("csv_unreadable", enrol_list, station, tmp_path, rules)
    monkeypatch.setattr(service, "LARGEST_FILE", 10)
    refused("csv_too_large", listed, people(rules, 1))


def test_a_cell_beyond_measure_is_told_with_its_line(listed, rules, refused):
    rows = people(rules, 2)
    rows[1][1] = "x" * 200_000
    refused("csv_broken", listed, rows)


def test_a_second_run_refuses_all_as_already_enrolled(listed, rules, station):
    rows = people(rules, 5)
    listed(rows)
    report = listed(rows)
    assert (report.enrolled, report.refused) == (0, 5)
    assert set(map(tuple, codes(report).values())) == {("nik_already_enrolled",)}
    assert count_participants(station) == 5


def test_a_nik_twice_in_one_list_is_enrolled_once(listed, rules, station, monkeypatch):
    monkeypatch.setattr(service, "_BATCH", 2)
    rows = people(rules, 4)
    rows[1] = rows[0]  # in the same batch
    rows[3] = rows[0]  # in a later one
    (one, two, three, four) = listed(rows).rows
    assert (one.findings, three.findings) == ((), ())
    assert [row.number for row in (two, four)] == ["", ""]
    assert [(f.code, f.values) for f in two.findings] == [("nik_twice_in_list", {"line": "2"})]
    assert "nik_already_enrolled" in [finding.code for finding in four.findings]
    assert count_participants(station) == 2


def test_who_is_enrolled_already_is_named_with_the_number(listed, rules, station):
    enrolled = enrol_one(station, 0)
    report = listed(people(rules, 2))
    assert report.enrolled == 1
    assert report.rows[0].findings[0].values == {"number": enrolled.number}


def test_stopped_in_the_middle_and_run_again_nobody_is_there_twice(
    listed, rules, station, monkeypatch
):
    monkeypatch.setattr(service, "_BATCH", 3)
    rows, token = people(rules, 10), CancelToken()
    with pytest.raises(Cancelled):
        listed(rows, report=lambda done, _total: done >= 6 and token.cancel(), cancel=token)
    assert count_participants(station) == 6
    report = listed(rows)
    assert (report.enrolled, report.refused) == (4, 6)
    assert count_participants(station) == 10


def test_numbers_are_not_spent_on_refused_rows(listed, rules):
    rows = people(rules, 3)
    rows[0][0] = "1"
    numbers = [row.number for row in listed(rows).rows]
    assert [number[:10] for number in numbers] == ["", "MJK1-00001", "MJK1-00002"]


@pytest.mark.parametrize("cell", ["=1+1", "+62", "@SUM(A1)", "-2+3", '=HYPERLINK("http://x")'])
def test_a_cell_that_looks_like_a_formula_is_text(listed, rules, station, cell):
    (row,) = people(rules, 1)
    row = [*row, cell]
    listed([row], headings=(*HEADINGS, "Catatan"))
    (found,) = find_participants(station)
    assert look_at(station, found.record_id).body.note == cell


def test_progress_never_goes_beyond_its_end(listed, rules, monkeypatch):
    monkeypatch.setattr(service, "_BATCH", 2)
    told = []
    listed(people(rules, 5), report=lambda *progress: told.append(progress))
    assert [done for done, _total in told] == [2, 4, 5]
    assert all(done <= total for done, total in told)


def test_a_thousand_rows_of_which_ten_are_bad(listed, rules, station):
    rows = people(rules, 1_000)
    for row in rows[::100]:
        row[0] = "123"
    report = listed(rows, accept_likely=True)  # invented names come again and again
    assert (report.enrolled, report.refused) == (990, 10)
    assert {row.line for row in report.rows if row.findings} == set(range(2, 1_002, 100))
    assert count_participants(station) == 990


def alike(rules, number=0):
    """Somebody with the name and birth date of an invented person, and another NIK."""
    (row,) = people(rules, 1, first=number)
    return [row[0][:-4] + "7777", *row[1:]]


def test_who_is_likely_registered_already_is_held_back(listed, rules, station):
    first = enrol_one(station)
    report = listed([alike(rules), *people(rules, 1, first=3)])
    assert (report.enrolled, report.held, report.refused, report.done) == (1, 1, 0, 2)
    (held, _good) = report.rows
    assert (held.line, held.number) == (2, "")
    (finding,) = held.findings
    assert (finding.code, finding.values["number"]) == ("likely_enrolled", first.number)
    assert int(finding.values["score"]) >= SHOWN
    assert first.number in finding_text(finding)
    assert count_participants(station) == 2


def test_they_can_be_taken_in_for_the_office_to_decide(listed, rules, station):
    first = enrol_one(station)
    report = listed([alike(rules)], accept_likely=True)
    assert (report.enrolled, report.held) == (1, 0)
    (made,) = [p for p in find_participants(station) if p.number == report.rows[0].number]
    (duplicate,) = look_at(station, made.record_id).body.duplicates
    assert (duplicate.record_id, duplicate.decision) == (first.record_id, "belum_yakin")
    assert duplicate.score >= SHOWN


@pytest.mark.parametrize("between", [0, 3])
def test_two_rows_of_one_list_can_be_alike(listed, rules, station, between):
    rows = [*people(rules, 1), *people(rules, between, first=1), alike(rules)]
    report = listed(rows)
    assert (report.enrolled, report.held) == (1 + between, 1)
    (held,) = [row for row in report.rows if not row.number]
    assert held.line == len(rows) + 1
    assert held.findings[0].values["number"] == report.rows[0].number


def test_a_list_may_say_that_somebody_does_not_know(station, tmp_path):
    rules = rules_of(station, event_of(station))
    path = tmp_path / "daftar.csv"
    head = "nik,nama,tanggal_lahir,jk,kelurahan,rt,rw,pekerjaan,no_kk,no_hp,golongan_penghasilan"
    head += ",persetujuan,cara_persetujuan"
    rows = (
        "3576035708909001,Siti,17-08-1990,P,Kranggan,1,2,petani,tidak tahu,"
        "Tidak punya,sampai_1_juta,ya,kertas",
        "3576031203859001,tidak tahu,12-03-1985,L,Kranggan,1,2,petani,,,1500000,ya,kertas",
    )
    path.write_text("\n".join((head, *rows)), encoding="utf-8")
    report = enrol_list(station, path, rules)
    assert (report.enrolled, report.refused) == (1, 1)
    assert "unknown_is_no_answer" in {finding.code for finding in report.rows[1].findings}
    (siti,) = find_participants(station)
    person = look_at(station, siti.record_id).body
    assert (person.unknown, person.income_band) == (("kk", "phone"), "sampai_1_juta")
