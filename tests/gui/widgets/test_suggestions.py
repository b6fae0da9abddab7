"""The list below a field: where it stands, what is marked, and that it is painted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jamsos_desktop.gui.widgets.editor import TextEdit
from jamsos_desktop.gui.widgets.suggestions import Option, Suggestions

WORK = [Option(str(n), f"Pekerjaan {n}", "transportasi" if n % 2 else "") for n in range(9)]


@pytest.fixture
def field(shown):
    """A field with as much room above and below as is told."""

    def make(above, below):
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addSpacing(above)
        edit = TextEdit(page)
        edit.setAccessibleName("Pekerjaan")
        column.addWidget(edit)
        column.addSpacing(below)
        shown(page, 500, above + below + 44)
        return edit

    return make


def test_it_opens_below_where_there_is_room(field):
    edit = field(60, 500)
    offered = Suggestions(edit)
    offered.offer(WORK, mark_first=True)
    assert offered.isVisible()
    assert offered.y() >= edit.y() + edit.height()
    assert offered.geometry().bottom() <= edit.window().height()
    assert offered.marked() == WORK[0]


def test_it_opens_above_where_there_is_more_room(field):
    edit = field(500, 40)
    offered = Suggestions(edit)
    offered.offer(WORK, mark_first=False)
    assert offered.geometry().bottom() < edit.y()
    assert offered.y() >= 0
    assert offered.marked() is None


def test_steps_stop_at_the_ends(field):
    offered = Suggestions(field(20, 500))
    offered.offer(WORK[:3], mark_first=False)
    offered.step(-1)
    assert offered.marked() == WORK[2]
    offered.step(1)
    assert offered.marked() == WORK[2]
    offered.step(-5)
    assert offered.marked() == WORK[0]


def test_nothing_to_offer_closes_it(field):
    offered = Suggestions(field(20, 500))
    offered.offer(WORK, mark_first=True)
    offered.offer([], mark_first=True)
    assert not offered.isVisible()
    assert offered.options() == ()
    assert offered.marked() is None


def test_each_option_is_read_aloud_with_both_lines_and_painted(field):
    offered = Suggestions(field(20, 500))
    offered.offer(WORK, mark_first=True)
    index = offered.model().index(1, 0)
    aloud = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert aloud == "Pekerjaan 1, transportasi"
    assert index.data() == "Pekerjaan 1"
    image = offered.viewport().grab(offered.visualRect(index)).toImage()
    inked = {image.pixelColor(x, y).name() for x in range(150) for y in range(image.height())}
    assert len(inked) > 5
    assert offered.sizeHintForRow(1) > offered.sizeHintForRow(0)
