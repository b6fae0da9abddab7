"""Signing with the mouse, a pen or a finger."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest

from jamsos_desktop.gui.widgets.signature_pad import MOST_POINTS, SignaturePad


@pytest.fixture
def pad(shown):
    return shown(SignaturePad(), 560, 200)


def drag(pad, *points):
    first, *rest = [QPointF(*point).toPoint() for point in points]
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=first)
    for point in rest:
        QTest.mouseMove(pad, point)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=(rest or [first])[-1])


def test_the_mouse_draws_lines(pad, qtbot):
    with qtbot.waitSignal(pad.changed):
        drag(pad, (40, 100), (80, 60), (120, 140))
    drag(pad, (200, 100), (260, 100))
    one, two = pad.strokes()
    assert one == ((40.0, 100.0), (80.0, 60.0), (120.0, 140.0))
    assert two[-1] == (260.0, 100.0)


def test_a_hand_that_leaves_the_paper_draws_along_its_edge(pad):
    drag(pad, (40, 100), (-300, 900))
    assert pad.strokes()[0][-1] == (0.0, pad.height())


def test_everything_can_be_drawn_again(pad, qtbot):
    assert not pad.again.isVisible()
    drag(pad, (40, 100), (80, 60))
    assert pad.again.isVisible()
    with qtbot.waitSignal(pad.changed):
        pad.again.click()
    assert pad.strokes() == ()
    drag(pad, (40, 100), (80, 60))
    pad.setFocus()
    QTest.keyClick(pad, Qt.Key.Key_Delete)
    assert pad.strokes() == ()


def test_clearing_an_empty_paper_tells_nobody(pad, qtbot):
    with qtbot.assertNotEmitted(pad.changed):
        pad.clear()


def test_a_finger_draws(pad):
    device = QTest.createTouchDevice()
    QTest.touchEvent(pad, device).press(1, pad.rect().center(), pad)
    QTest.touchEvent(pad, device).move(1, pad.rect().center() * 1.2, pad)
    QTest.touchEvent(pad, device).release(1, pad.rect().center() * 1.2, pad)
    (stroke,) = pad.strokes()
    assert len(stroke) == 2


def pen(pad, kind, x, y, button):
    at = QPointF(x, y)
    event = QTabletEvent(
        kind,
        QPointingDevice.primaryPointingDevice(),
        at,
        pad.mapToGlobal(at),
        0.6,
        0,
        0,
        0,
        0,
        0,
        Qt.KeyboardModifier.NoModifier,
        button,
        button,
    )
    pad.tabletEvent(event)
    assert event.isAccepted()


def test_a_pen_draws(pad):
    left = Qt.MouseButton.LeftButton
    pen(pad, QEvent.Type.TabletPress, 30, 100, left)
    pen(pad, QEvent.Type.TabletMove, 90.5, 80.25, left)
    pen(pad, QEvent.Type.TabletRelease, 90.5, 80.25, left)
    assert pad.strokes() == (((30.0, 100.0), (90.5, 80.25)),)


@pytest.mark.qt_log_ignore("not accepted by receiving widget", extend=True)
def test_a_switched_off_pad_takes_nothing(pad):
    pad.setEnabled(False)
    drag(pad, (40, 100), (80, 60))
    device = QTest.createTouchDevice()
    QTest.touchEvent(pad, device).press(1, pad.rect().center(), pad)
    QTest.touchEvent(pad, device).release(1, pad.rect().center(), pad)
    assert pad.strokes() == ()


def test_who_only_plays_fills_no_memory(pad):
    for row in range(30):
        pad._begin(QPointF(0, row))
        for step in range(1000):
            pad._go_on(QPointF(step % 2 * 500, row + step % 3 * 50))
        pad._end(QPointF(0, row))
    assert sum(map(len, pad.strokes())) <= MOST_POINTS


def test_ink_is_black_on_white_in_both_looks(pad):
    drag(pad, (100, 100), (300, 100))
    image = pad.grab().toImage()
    ratio = image.devicePixelRatio()
    assert image.pixelColor(int(200 * ratio), int(100 * ratio)).lightness() < 60
    assert image.pixelColor(int(200 * ratio), int(40 * ratio)).lightness() == 255


def test_the_pad_says_what_it_is_and_that_there_is_another_way(pad):
    assert pad.accessibleName() == "Kotak tanda tangan"
    assert "pilih cara lain" in pad.accessibleDescription()
