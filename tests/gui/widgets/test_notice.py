"""The bar above a page says one thing at a time, and may take it back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.widgets.notice import Notice
from jamsos_desktop.gui.widgets.words import Pill
from jamsos_desktop.messages import explain


def test_an_error_has_its_three_parts(qtbot, shown):
    notice = shown(Notice(), 600, 100)
    notice.show_error(explain(UserError("disk_full")))
    assert notice.text() == str(explain(UserError("disk_full")))
    assert notice.property("tone") == "error"
    assert notice.accessibleName() == notice.text()


def test_a_success_can_be_taken_back_once(qtbot, shown):
    undone = []
    notice = shown(Notice(), 600, 100)
    notice.show_success("Pendaftaran dibatalkan.", lambda: undone.append(1))
    button = next(b for b in notice.findChildren(QPushButton) if b.text() == "Urungkan")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert undone == [1]
    assert not notice.isVisible()


def test_a_warning_has_nothing_to_undo(qtbot, shown):
    notice = shown(Notice(), 600, 100)
    notice.show_warning("Baterai tinggal 10 %.", "Sambungkan pengisi daya.")
    assert not any(b.isVisible() and b.text() for b in notice.findChildren(QPushButton))


def test_of_all_that_came_of_it_the_gravest_is_said(qtbot, shown):
    notice = shown(Notice(), 600, 100)
    error = explain(UserError("disk_full"))
    notice.show_outcome(error, warning="Satu dilewati.", success="Tersimpan.")
    assert (notice.property("tone"), notice.text()) == ("error", str(error))
    notice.show_outcome(None, warning="Satu dilewati.", success="Tersimpan.")
    assert (notice.property("tone"), notice.text()) == ("warning", "Satu dilewati.")
    notice.show_outcome(None, success="Tersimpan.")
    assert (notice.property("tone"), notice.text()) == ("success", "Tersimpan.")
    notice.show_outcome(None)
    assert not notice.isVisible()


def test_a_pill_says_its_state(qtbot):
    pill = Pill("Tersimpan", "success")
    qtbot.addWidget(pill)
    pill.show_state("Belum diekspor", "warning")
    assert (pill.text(), pill.property("tone")) == ("Belum diekspor", "warning")
