"""An editor with its label as one thing."""

from PySide6.QtWidgets import QLabel

from jamsos_desktop.gui.widgets.editor import TextEdit
from jamsos_desktop.gui.widgets.labelled import Labelled


def test_the_label_names_the_editor_and_goes_with_it(shown):
    edit = TextEdit()
    whole = shown(Labelled("Nama di papan", edit))
    label = whole.findChild(QLabel)
    assert label.buddy() is edit
    assert edit.accessibleName() == label.text() == "Nama di papan"
    assert label.geometry().bottom() < edit.geometry().top()
    whole.hide()
    assert not edit.isVisible()
