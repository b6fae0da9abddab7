"""The report of one file."""

from pathlib import Path

import pytest

from jamsos_desktop.gui.inbox.report_view import ReportView
from jamsos_desktop.gui.inbox.seen import PersonLine
from jamsos_desktop.gui.inbox.state import BundleFile
from tests.gui.inbox.reports import merged

PEOPLE = (
    PersonLine("Siti Aminah " * 9, "MJK1-00001-A", "perlu diputuskan", "warning"),
    PersonLine("Budi", "MJK1-00002-B", "baru", "success"),
)


@pytest.fixture
def report(shown):
    return shown(ReportView())


def done(**changes):
    return BundleFile(Path("KIRIM_a.jamsos"), "done", merged(**changes))


def test_what_became_of_each_person_is_listed(report):
    report.show_file(done(people=PEOPLE, counts={"new": 1, "changed": 0, "same": 0, "conflict": 1}))
    assert report.title.text() == "2 orang di berkas ini"
    assert report.model.rows() == PEOPLE
    assert report.conflicts.text().startswith("1 orang diubah di dua tempat.")
    assert report.table.horizontalHeader().sectionSize(0) <= 320


def test_gaps_and_forks_are_one_warning(report):
    report.show_file(done(gaps="Nomor 3 belum sampai.", forks="Nomor 5 dua kali."))
    assert report.trouble.text() == "Nomor 3 belum sampai. Nomor 5 dua kali."
    assert not report.conflicts.isVisible()


def test_people_beyond_the_list_are_counted(report):
    report.show_file(done(people=PEOPLE, left_off=7))
    assert report.title.text().endswith("7 tidak ditampilkan")


def test_nothing_is_shown_of_a_file_that_waits(report):
    report.show_file(done(people=PEOPLE, gaps="x"))
    report.show_file(BundleFile(Path("KIRIM_b.jamsos")))
    for part in (report.table, report.title, report.error, report.trouble):
        assert not part.isVisible()


def test_lacking_pictures_are_said_beside_gaps(report):
    report.show_file(done(gaps="Ada celah.", pictures="Ada foto yang belum sampai."))
    assert report.trouble.text() == "Ada celah. Ada foto yang belum sampai."


def test_before_it_comes_in_it_says_so_and_whom_people_resemble(report):
    alike = PersonLine("Siti", "MJK2-00001-A", "baru", "success", "MJK1-00007-B (MJK1): NIK sama")
    seen = merged(came_in=False, people=(alike,), alike="1 orang mirip.", aside="1 disisihkan.")
    report.show_file(BundleFile(Path("KIRIM_a.jamsos"), "ready", seen))
    assert report.title.text() == "1 orang di berkas ini, belum dimasukkan"
    assert (report.alike.text(), report.aside.text()) == ("1 orang mirip.", "1 disisihkan.")
    assert report.facts.text() == "1 catatan baru"
    assert not report.brake.isVisible()


def test_a_file_that_is_wholly_here_is_not_said_to_be_outside(report):
    known = merged(came_in=False, people=PEOPLE, before="Semua sudah ada.")
    known.report.added = 0
    report.show_file(BundleFile(Path("KIRIM_a.jamsos"), "known", known))
    assert report.title.text() == "1 orang di berkas ini, semua sudah ada di kantor"
    assert report.before.text().startswith("Semua sudah ada. Tidak ada yang masuk dua kali.")


def test_only_a_file_that_stops_has_the_box_for_a_reason(report):
    seen = merged(came_in=False, brakes=("6 dari 6 orang baru sudah terdaftar.",))
    report.show_file(BundleFile(Path("KIRIM_a.jamsos"), "braked", seen))
    assert "6 dari 6 orang" in report.brake.notice.text()
    report.show_file(BundleFile(Path("KIRIM_a.jamsos"), "queued", seen))
    assert not report.brake.isVisible()
