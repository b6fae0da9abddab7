"""A button that refuses can be reached by the keyboard and says why."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jamsos_desktop.gui.widgets.order import Order


@pytest.fixture
def order(shown):
    return shown(Order("Batalkan"))


@pytest.fixture
def heard(order):
    heard = []
    order.ordered.connect(lambda: heard.append("ordered"))
    order.refused.connect(lambda reason: heard.append(f"refused: {reason}"))
    order.reason_said.connect(lambda reason: heard.append(f"said: {reason}"))
    return heard


def test_it_orders(order, heard):
    QTest.keyClick(order, Qt.Key.Key_Space)
    assert "ordered" in heard


def test_it_refuses_with_its_reason_and_takes_the_cursor(order, heard):
    order.clearFocus()
    order.refuse("Belum ada yang diketik.")
    order.setFocus()
    QTest.keyClick(order, Qt.Key.Key_Space)
    assert heard[-2:] == ["said: Belum ada yang diketik.", "refused: Belum ada yang diketik."]
    assert order.isEnabled()
    assert order.toolTip() == order.accessibleDescription() == order.reason
    order.refuse("")
    assert heard[-1] == "said: "
    QTest.keyClick(order, Qt.Key.Key_Space)
    assert heard[-1] == "ordered"
