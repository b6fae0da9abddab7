"""What a list would bring and what it brought."""

import pytest

from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.gui.candidates.import_presenter import ImportState
from jamsos_desktop.gui.candidates.report_page import ReportPage
from jamsos_desktop.gui.work import Progress
from jamsos_desktop.services.candidate_list import LineReport, ListReport

WRONG = Finding(level="error", code="nik_lost_digits", field="nik")
ODD = Finding(level="warning", code="candidate_without_nik", field="nik")
LINES = [LineReport(2, "Siti", "new", (ODD,)), LineReport(3, "", "refused", (ODD, WRONG))]


def report(**counts):
    made = ListReport(lines=list(LINES))
    made.counts.update(counts)
    return made


@pytest.fixture
def page(shown):
    return shown(ReportPage())


def test_the_check_says_what_would_come_and_what_would_not(page):
    page.show_state(ImportState(step="checked", report=report(new=1200, refused=1)))
    seen = [pill.text() for pill in page.pills.values() if pill.isVisible()]
    assert seen == ["1.200 baru", "1 tidak bisa masuk"]
    assert page.go.text().startswith("Impor 1200 orang")
    rows = page.model.as_text([0, 1]).splitlines()
    assert rows[1].startswith("3\t(tanpa nama)\ttidak masuk\tNIK ini tersimpan sebagai bilangan")
    assert "Tanpa NIK" not in rows[1]
    assert rows[2].startswith("2\tSiti\tbaru\tTanpa NIK")
    assert page.kinds.text().splitlines()[0].startswith("1 baris: NIK ini tersimpan")


def test_what_a_known_candidate_would_change_in_is_named(page):
    changed = ListReport(lines=[LineReport(5, "Siti", "changed", (), ("rt", "occupation"))])
    changed.counts["changed"] = 1
    page.show_state(ImportState(step="checked", report=changed))
    assert "Berubah: RT, Pekerjaan." in page.model.as_text([0])


def test_a_list_without_anything_new_cannot_be_taken_in_and_says_why(page):
    page.show_state(ImportState(step="checked", report=report(same=4)))
    assert not page.go.isEnabled()
    assert page.status.text() == "Tidak ada yang baru atau berubah di daftar ini."


def test_a_list_without_trouble_shows_no_empty_table(page):
    clean = ListReport()
    clean.counts["new"] = 3
    page.show_state(ImportState(step="checked", report=clean))
    assert not page.table.isVisible()
    assert "tidak ada yang janggal" in page.notice.text()


def test_while_it_runs_it_can_be_stopped_and_not_left(page):
    running = ImportState(
        step="checked", report=report(new=1), progress=Progress("Mengimpor…", 1, 2)
    )
    page.show_state(running)
    assert page.stop.isVisible()
    assert not page.go.isEnabled()
    assert page.back.toolTip()


@pytest.mark.parametrize(("stopped", "said"), [(False, "1 orang masuk"), (True, "dihentikan")])
def test_at_the_end_it_says_what_came_in(page, stopped, said):
    done = report(new=1)
    done.stopped = stopped
    page.show_state(ImportState(step="done", report=done))
    assert said in page.notice.text()
    assert page.go.text().startswith("Kembali ke daftar")
    assert not page.back.isVisible()
