"""Widgets that break into lines."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jamsos_desktop.gui.widgets.flow import Flow


@pytest.fixture
def flow(shown):
    holder = QWidget()
    made = Flow(8)
    for _place in range(4):
        box = QWidget(holder)
        box.setFixedSize(100, 20)
        made.addWidget(box)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addLayout(made)
    column.addStretch(1)
    shown(holder, 440, 200)
    return made


def corners(flow):
    boxes = (flow.itemAt(place).widget() for place in range(flow.count()))
    return [(box.x(), box.y()) for box in boxes]


def test_what_has_room_stands_on_one_line(flow):
    assert corners(flow) == [(0, 0), (108, 0), (216, 0), (324, 0)]
    assert flow.heightForWidth(424) == 20


def test_the_rest_goes_to_the_next_line(flow, qtbot):
    flow.parentWidget().resize(300, 200)
    qtbot.waitUntil(lambda: corners(flow)[2] == (0, 28))
    assert corners(flow)[3] == (108, 28)
    assert flow.heightForWidth(300) == 48
    assert flow.heightForWidth(10) == 4 * 20 + 3 * 8


def test_it_asks_for_no_more_width_than_one_of_them(flow):
    assert flow.minimumSize().width() == 100


def test_what_is_taken_out_leaves_no_gap(flow, qtbot):
    gone = flow.itemAt(1).widget()
    flow.removeWidget(gone)
    gone.hide()
    qtbot.waitUntil(lambda: corners(flow) == [(0, 0), (108, 0), (216, 0)])
    assert flow.itemAt(9) is None
    assert flow.takeAt(9) is None


def test_what_is_hidden_leaves_no_gap(flow, qtbot):
    flow.itemAt(1).widget().hide()
    qtbot.waitUntil(lambda: corners(flow)[2] == (108, 0))
