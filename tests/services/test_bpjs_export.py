"""The file for BPJS: that every cell is text, and that who stood in one is not sent twice."""

import csv
import io

import msgspec
import pytest
import python_calamine
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain.mapping import plain_again
from jamsos_desktop.services import plan
from jamsos_desktop.services.bpjs_accept import accept_all
from jamsos_desktop.services.bpjs_check import Selection, check_export
from jamsos_desktop.services.bpjs_export import export_to_bpjs, workbook
from jamsos_desktop.services.csv_files import csv_bytes
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.find import look_at
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.reference import shipped
from tests.factories import enrol_one

LAYOUT = shipped().mappings["bpjs-bpu"]

_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=24)
_CELLS = _TEXT | st.tuples(st.sampled_from("=+-@'\t\r\n＝"), _TEXT).map("".join)
_NIKS = st.from_regex(r"[0-9]{16}", fullmatch=True)


@pytest.fixture
def programme(office):
    return Selection(plan.programmes(office)[0][0])


@pytest.fixture
def take_in(office, station, programme, stick):
    """Bring everybody from the station to the office, and accept them."""

    def bring():
        import_bundle(office, export_bundle(station, stick).path)
        accept_all(office, check_export(office, programme, LAYOUT).waiting)

    return bring


@pytest.fixture
def arrived(people, take_in):
    """Three people whose registration has come to the office."""
    take_in()
    return people


def sheet(path):
    return python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def test_every_cell_of_the_workbook_is_text(office, programme, arrived, stick):
    path, _checked = export_to_bpjs(office, programme, stick, LAYOUT, "xlsx")
    headings, *rows = sheet(path)
    assert headings[:2] == ["NOMOR IDENTITAS", "NAMA LENGKAP"]
    assert len(rows) == 3
    assert all(isinstance(cell, str) for row in rows for cell in row)
    person = look_at(office, arrived[0].record_id).body
    assert rows[0][1] == person.name.upper()
    assert len(rows[0][0]) == 16
    assert rows[0][headings.index("TGL LAHIR")] == f"{person.birth_date:%d-%m-%Y}"


def test_a_name_that_looks_like_a_formula_computes_nothing(
    office, station, programme, take_in, stick
):
    enrol_one(station, 9, mother_name="=cmd|' /C calc'!A0")
    take_in()
    path, _checked = export_to_bpjs(office, programme, stick, LAYOUT, "csv")
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";"))
    place = rows[0].index("NAMA IBU KANDUNG")
    assert rows[-1][place] == "'=CMD|' /C CALC'!A0"


def test_the_lossless_file_has_every_field(office, programme, arrived, stick):
    path, _checked = export_to_bpjs(office, programme, stick, LAYOUT, "json")
    people = msgspec.json.decode(path.read_bytes())
    assert [one["number"] for one in people] == [p.number for p in arrived]
    assert people[0]["record_id"] == arrived[0].record_id
    assert set(people[0]) >= {"nik", "consent", "coverage_months", "village"}


def test_who_stood_in_a_file_is_not_sent_twice(office, programme, arrived, stick, refused):
    path, _checked = export_to_bpjs(office, programme, stick, LAYOUT, "xlsx")
    person = look_at(office, arrived[0].record_id)
    assert person.standing == "dikirim"
    assert person.answer.told.body.batch == path.name
    assert refused("nobody_to_send", export_to_bpjs, office, programme, stick, LAYOUT, "xlsx")
    assert len(list(stick.glob("BPJS_*"))) == 1


def test_who_was_sent_goes_again_where_somebody_asks(office, programme, arrived, stick):
    export_to_bpjs(office, programme, stick, LAYOUT, "xlsx")
    again = programme._replace(again=True)
    path, checked = export_to_bpjs(office, again, stick, LAYOUT, "csv")
    assert (len(checked.ready), path.suffix) == (3, ".csv")


def test_only_the_office_makes_such_a_file(station, programme, arrived, stick, refused):
    refused("coordinator_only", export_to_bpjs, station, programme, stick, LAYOUT, "csv")


@given(rows=st.lists(st.tuples(_NIKS, _CELLS, _CELLS), min_size=1, max_size=5))
def test_whatever_stands_in_a_record_comes_out_as_it_went_in(rows):
    """Nothing is a formula, no digit of a NIK is lost, and every row can be read back equal."""
    table = [("NIK", "NAMA", "ALAMAT"), *rows]
    book = workbook(table, "Data")
    page = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_index(0)
    read = page.to_python()
    assert [[_break(cell) for cell in row] for row in table] == [
        [_break(cell) for cell in row] for row in read
    ]
    text = csv_bytes(table).decode("utf-8-sig")
    plain = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert not [cell for row in plain for cell in row if cell.startswith(_FORMULA)]
    assert [tuple(plain_again(cell) for cell in row) for row in plain] == table


_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def _break(cell):
    """XML knows one kind of line break."""
    return cell.replace("\r\n", "\n").replace("\r", "\n")
