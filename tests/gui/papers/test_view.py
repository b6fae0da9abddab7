"""The event's papers, opened from the page "Cetak" and left again."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo

from jamsos_desktop.domain.activities import PaperPrinted
from jamsos_desktop.gui import cards, dialogs
from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.papers.documents import DOCUMENTS
from jamsos_desktop.gui.work import Progress
from jamsos_desktop.services import camera, find, print_cards
from tests.gui.card_check.cards import FakeCamera, photo_of_card
from tests.gui.desk import form, open_desk

CONTROL = Qt.KeyboardModifier.ControlModifier
ROOM = 1093 - 230  # px: the screen of an officer's laptop without the navigation


@pytest.fixture
def desk(data_dir):
    opened, ids = open_desk(data_dir, form(1, "Warga Satu"), form(2, "Warga Dua"))
    print_cards.journal_prints(opened, ids, "printer")
    yield opened
    opened.close()


@pytest.fixture
def page(qtbot, shown, desk, monkeypatch):
    monkeypatch.setattr(camera, "is_installed", lambda: False)
    jobs = JobRunner()
    context = PageContext(desk, jobs, lambda _text: None, lambda: None, lambda _key: None)
    view = shown(cards.build(context))
    qtbot.waitUntil(lambda: not jobs.busy)
    view.cards.choosing.papers.click()
    qtbot.waitUntil(lambda: not view.papers.sheet.paper.picture().isNull())
    yield view.papers
    jobs.shutdown()


def test_a_card_is_scanned_at_once_and_esc_goes_back(qtbot, page, desk):
    code = page.hand_over.code
    before = page.sheet.paper.picture().cacheKey()
    assert code.hasFocus()
    qtbot.keyClicks(code, find.find_participants(desk)[0].number)
    qtbot.keyClick(code, Qt.Key.Key_Return)
    qtbot.waitUntil(page.hand_over.answer.isVisible)
    assert page.hand_over.answer.text() == "Diserahkan"
    qtbot.waitUntil(lambda: page.sheet.paper.picture().cacheKey() != before)
    qtbot.keyClick(code, Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_ctrl_s_saves_what_is_shown(qtbot, page, tmp_path, monkeypatch):
    def choose(_parent, _title, name, _kinds, on_chosen):
        on_chosen(Path(tmp_path) / name)

    monkeypatch.setattr(dialogs, "choose_new_file", choose)
    qtbot.keyClick(page.hand_over.code, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: [one.suffix for one in tmp_path.glob("berita-acara-*")] == [".pdf"])
    qtbot.waitUntil(lambda: "berita-acara" in page.notice.accessibleName())


def test_another_list_is_chosen(qtbot, page):
    page.choosing.document_edit.setFocus()
    page.choosing.document_edit.set_raw("balance")
    page.choosing.document_edit.chosen.emit(page.choosing.document_edit._lookup("balance"))
    qtbot.waitUntil(lambda: page.presenter.file_name().startswith("neraca"))
    page.choosing.document_edit.chosen.emit(page.choosing.document_edit._lookup("unregistered"))
    nobody = "Tidak ada calon yang belum terdaftar"
    qtbot.waitUntil(lambda: page.save.toolTip() == nobody)
    assert not page.save.isEnabled()


def test_without_a_printer_that_is_said(qtbot, page, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    page.print.click()
    qtbot.waitUntil(page.notice.isVisible)
    assert "printer" in page.notice.accessibleName()


class Printer:
    """Takes every page at once."""

    name = "Printer uji"

    def add(self, _image, _dpi, _calibration):
        pass

    def finish(self):
        pass

    def abort(self):
        pass


def test_receipts_are_printed_and_the_question_has_the_focus(qtbot, page, desk, monkeypatch):
    from jamsos_desktop.gui.printing import printer

    asked = []

    def choose(_parent, job, form, on_chosen):
        asked.append((job, form.size, form.turn))
        on_chosen(Printer())

    monkeypatch.setattr(printer, "choose_printer", choose)
    page.choosing.document_edit.chosen.emit(page.choosing.document_edit._lookup("receipt"))
    qtbot.waitUntil(page.print.isEnabled)
    page.choosing.document_edit.setFocus()
    qtbot.keyClick(page.choosing.document_edit, Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(page.question.isVisible)
    assert asked == [("Tanda terima pendaftaran", (210.0, 297.0), "")]
    assert page.question.yes.hasFocus()
    assert not page.print.isEnabled()
    qtbot.keyClick(page.question.yes, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "2 tercetak" in page.notice.accessibleName())
    assert page.choosing.document_edit.hasFocus()
    first = find.find_participants(desk)[0].record_id
    assert [line.body.to for line in find.look_at(desk, first).history if _is_paper(line.body)] == [
        "printer"
    ]


def _is_paper(body):
    return isinstance(body, PaperPrinted)


def test_a_selection_of_another_page_comes_along(qtbot, page, desk):
    chosen = find.find_participants(desk)[0]
    page.open((chosen.record_id,))
    qtbot.waitUntil(lambda: page.choosing.options.count.text() == "1 orang, 1 halaman")
    assert page.choosing.options.people.part.text() == "Pilihan dari Peserta"


def test_people_of_the_page_cetak_come_along(qtbot, page, desk):
    cards_page = page.parentWidget()
    chosen = find.find_participants(desk)[0]
    cards_page.leave_papers()
    cards_page.take_over([chosen.record_id])
    qtbot.waitUntil(lambda: cards_page.cards.choosing.people.part.text() == "Pilihan dari Peserta")
    cards_page.cards.choosing.papers.click()
    qtbot.waitUntil(lambda: page.choosing.options.count.text() == "1 orang, 1 halaman")


def test_a_card_before_the_camera_is_handed_over(qtbot, shown, desk, monkeypatch):
    lens = FakeCamera(photo_of_card(desk))
    monkeypatch.setattr(camera, "is_installed", lambda: True)
    monkeypatch.setattr(camera, "open_camera", lambda: lens)
    jobs = JobRunner()
    context = PageContext(desk, jobs, lambda _text: None, lambda: None, lambda _key: None)
    view = shown(cards.build(context))
    view.cards.choosing.papers.click()
    box = view.papers.hand_over
    box.lens.button.click()
    qtbot.waitUntil(lambda: box.answer.isVisible() and box.answer.text() == "Diserahkan")
    assert box.lens.picture.isVisible()
    assert box.lens.button.text().strip() == "Matikan kamera"
    view.leave_papers()
    assert lens.closed
    assert not box.lens.picture.isVisible()
    qtbot.waitUntil(lambda: not jobs.busy)
    jobs.shutdown()


def test_without_the_camera_part_there_is_no_button(page):
    assert not page.hand_over.lens.button.isVisible()


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_the_page_is_no_wider_while_something_is_done_or_asked(qtbot, page, kind):
    state = replace(page.state, kind=kind, pages=3, count=9, again=2)
    doing = Progress("Mengirim ke printer…", 1, 3)
    for one in (state, replace(state, asked=3), replace(state, progress=doing)):
        page.display(one)
        qtbot.waitUntil(lambda: page.minimumSizeHint().width() <= ROOM)
