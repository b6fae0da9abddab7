"""The choice of the list asks for the other one and stays as it is."""

from jamsos_desktop.gui.decisions.tabs import CONFLICTS, DUPLICATES, Tabs
from jamsos_desktop.gui.widgets.words import words


def test_the_other_list_is_asked_for(qtbot):
    tabs = Tabs(words("Keputusan", "heading"), DUPLICATES)
    qtbot.addWidget(tabs)
    asked = []
    tabs.wanted.connect(asked.append)
    tabs.choice.set_raw(CONFLICTS)
    tabs.choice.edited.emit()
    assert asked == [CONFLICTS]
    assert tabs.choice.raw() == DUPLICATES
