"""A page looks again whenever it is turned to."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from jamsos_desktop.gui.widgets.when_shown import when_shown


def test_a_page_looks_each_time_it_is_turned_to(shown):
    looks = []
    stack = QStackedWidget()
    page, other = QWidget(), QWidget()
    stack.addWidget(page)
    stack.addWidget(other)
    when_shown(page, lambda: looks.append(page.isVisible()))
    shown(stack)
    assert looks == [True]
    stack.setCurrentWidget(other)
    assert looks == [True]
    stack.setCurrentWidget(page)
    assert looks == [True, True]


def test_a_window_that_comes_back_to_view_is_no_reason_to_look(shown):
    class FromOutside(QShowEvent):
        def spontaneous(self):
            return True

    looks = []
    page = shown(QWidget())
    when_shown(page, lambda: looks.append(1))
    [watcher] = [one for one in page.children() if type(one).__name__ == "_Shown"]
    watcher.eventFilter(page, FromOutside())
    assert looks == []
    QApplication.sendEvent(page, QEvent(QEvent.Type.Show))
    assert looks == [1]
