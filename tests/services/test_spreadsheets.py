"""Lists from elsewhere: what a cell says, and what a spreadsheet has already lost."""

import datetime as dt

import pytest
import xlsxwriter

from jamsos_desktop.errors import UserError
from jamsos_desktop.services.spreadsheets import read_rows, sheet_names


def rows(path):
    return list(read_rows(path))


def workbook(path, cells):
    book = xlsxwriter.Workbook(path, {"default_date_format": "dd-mm-yyyy"})
    sheet = book.add_worksheet()
    for row, values in enumerate(cells):
        for column, value in enumerate(values):
            sheet.write(row, column, value)
    book.close()
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_may_be_separated_as_excel_does_it_anywhere(tmp_path, delimiter):
    path = tmp_path / "daftar.csv"
    path.write_text(f"NIK{delimiter}Nama\n 3576 {delimiter}Siti\n", "utf-8-sig")
    assert rows(path) == [["NIK", "Nama"], ["3576", "Siti"]]


def test_a_workbook_gives_texts_whole_numbers_and_dates_as_they_are_written_here(tmp_path):
    cells = [
        ["", ""],
        ["NIK", "RT", "Lahir"],
        ["3576035708900001", 7, dt.date(1990, 8, 17)],
        ["", 7.5, None],
    ]
    assert rows(workbook(tmp_path / "daftar.xlsx", cells))[1:] == [
        ["NIK", "RT", "Lahir"],
        ["3576035708900001", "7", "17-08-1990"],
        ["", "7.5", ""],
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_csv_is_read_as_excel_writes_it(tmp_path, encoding):
    path = tmp_path / "daftar.csv"
    path.write_text("DAFTAR, CALON\n\nNIK;Nama\n1;René\n2;Siti\n", encoding)
    assert rows(path)[2:] == [["NIK", "Nama"], ["1", "René"], ["2", "Siti"]]


def test_any_sheet_of_a_workbook_can_be_read(tmp_path):
    path = tmp_path / "dua.xlsx"
    book = xlsxwriter.Workbook(path)
    for name in ("Rekap", "Daftar"):
        book.add_worksheet(name).write(0, 0, name)
    book.close()
    assert sheet_names(path) == ("Rekap", "Daftar")
    assert list(read_rows(path, "Daftar")) == [["Daftar"]]
    with pytest.raises(UserError) as refused:
        read_rows(path, "Lain")
    assert refused.value.code == "sheet_damaged"
    (tmp_path / "daftar.csv").write_text("NIK\n")
    assert sheet_names(tmp_path / "daftar.csv") == ()


def test_a_nik_that_was_typed_as_a_number_is_no_nik_any_more(tmp_path):
    path = workbook(tmp_path / "angka.xlsx", [["NIK"], [3576035708900001]])
    assert rows(path) == [["NIK"], ["3.57603570890000E+15"]]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("tidak_ada.csv", None, "csv_unreadable"),
        ("latin.csv", b"NIK\n\xe9\x81", "csv_encoding"),
        ("palsu.xlsx", b"NIK;Nama\n", "sheet_damaged"),
        ("putus.xlsx", b"PK\x03\x04", "sheet_damaged"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_by_name(tmp_path, name, content, code):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(UserError) as refused:
        rows(tmp_path / name)
    assert refused.value.code == code
    assert refused.value.values["file"] == name


def test_a_csv_with_a_quote_that_never_ends_says_where(tmp_path):
    path = tmp_path / "rusak.csv"
    path.write_bytes(b'NIK\n"' + b"x" * 200_000)
    with pytest.raises(UserError) as refused:
        rows(path)
    assert refused.value.code == "list_broken"
