"""What lists from spreadsheets did elsewhere (peers.md 2.1 and 2.3, domain.md 3.4)."""

import pytest
import xlsxwriter

from jamsos_desktop.services import plan
from jamsos_desktop.services.candidate_list import Source, import_list, look_into
from jamsos_desktop.services.candidates import find_candidates
from jamsos_desktop.storage import journal
from jamsos_desktop.storage.candidates import Filter
from tests.journeys.world import OFFICE

HEADINGS = ("NIK", "Nama", "Tgl Lahir", "Kelurahan", "RT", "RW")
PEOPLE = [
    (f"357603570890{n:04d}", name, "17-08-1990", "Kranggan", 1, 2)
    for n, name in enumerate(("Siti Satu", "Siti Dua", "Siti Tiga"), 1)
]


@pytest.fixture
def take(world, tmp_path):
    """Take rows in as the office's list of candidates."""

    def work(rows, name="calon.xlsx"):
        path = tmp_path / name
        book = xlsxwriter.Workbook(path)
        sheet = book.add_worksheet()
        for line, row in enumerate((HEADINGS, *rows)):
            for column, value in enumerate(row):
                sheet.write(line, column, value)
        book.close()
        office = world[OFFICE]
        look = look_into(office, path)
        columns = (look.line, look.headings, look.fields)
        programme_id = plan.programmes(office)[0][0]
        return import_list(office, Source(path, look.sheet, *columns, programme_id, "35.76"))

    return work


def names(world):
    return [one.name for one in find_candidates(world[OFFICE], Filter(), limit=-1)]


def test_hope_6089_a_list_that_is_imported_twice_expects_nobody_twice(world, take):
    """unicef/hope PR #6089: one import ran twice, and there were exactly twice as many."""
    take(PEOPLE)
    again = take(PEOPLE, "salinan.xlsx")
    assert again.counts == {"new": 0, "changed": 0, "same": 3, "refused": 0}
    assert len(names(world)) == 3


def test_akvo_331_an_altered_spreadsheet_overwrites_nothing_in_silence(world, take):
    """akvo-flow #331: altered spreadsheets were imported again, and weeks of forensics followed."""
    take(PEOPLE)
    altered = [
        (*PEOPLE[0][:4], 7, 2),
        (PEOPLE[1][0], "Budi", *PEOPLE[1][2:]),
        (*PEOPLE[2][:3], "", "", ""),
    ]
    report = take(altered, "diubah.xlsx")
    assert report.counts == {"new": 0, "changed": 1, "same": 1, "refused": 1}
    assert [(one.line, one.changes) for one in report.lines if one.changes] == [(2, ("rt",))]
    assert names(world) == ["Siti Dua", "Siti Tiga", "Siti Satu"]
    changed = find_candidates(world[OFFICE], Filter())[-1]
    with world[OFFICE].database.reading() as connection:
        assert len(journal.history_of(connection, changed.record_id)) == 2  # what it said before


def test_opensid_123_the_report_of_a_list_adds_up(world, take):
    """OpenSID/OpenDK #123, #286: "Sukses", and the count did not grow."""
    rows = [*PEOPLE, PEOPLE[0], ("12", "Tini", "", "", "", ""), ("", "", "", "", "", "")]
    report = take(rows)
    assert report.rows == sum(report.counts.values()) == 5  # an empty row is none
    assert report.counts["new"] == len(names(world)) == 3


def test_excel_keeps_15_digits_and_no_nik_is_made_of_them(world, take):
    """Salin Aslimas writes inline strings for this very reason (domain.md 3.4)."""
    rows = [(int(nik), *rest) for nik, *rest in PEOPLE]
    report = take(rows)
    assert report.counts["refused"] == 3
    assert {f.code for one in report.lines for f in one.findings} == {"nik_lost_digits"}
    assert names(world) == []


def test_openspp_573_two_that_fit_are_both_named_and_neither_is_chosen(world, take):
    """openspp-modules #573: a match looked at the first of several only, and overwrote it."""
    twins = [(nik, "Siti", *rest) for nik, _name, *rest in PEOPLE[:2]]
    take(twins)
    report = take([("", "Siti", *PEOPLE[0][2:])], "tanpa nik.xlsx")
    assert report.counts["refused"] == 1
    assert report.lines[0].findings[-1].code == "candidate_several"
