"""The column on the left of the event's papers: of which event, which one, and how."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jamsos_desktop.gui.papers.documents import DOCUMENTS, Kind
from jamsos_desktop.gui.papers.options_box import OptionsBox
from jamsos_desktop.gui.papers.state import State
from jamsos_desktop.gui.widgets.chooser import ListChooser
from jamsos_desktop.gui.widgets.labelled import Labelled
from jamsos_desktop.gui.widgets.suggestions import Option
from jamsos_desktop.i18n import _


class Choosing(QWidget):
    """Draws what is chosen and reports another choice."""

    event_chosen = Signal(str)
    document_chosen = Signal(str)  # Kind

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = State()
        self.event_edit = ListChooser(self._events, self)
        self.document_edit = ListChooser(_documents, self)
        self.options = OptionsBox(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for title, editor in ((_("Kegiatan"), self.event_edit), (_("Dokumen"), self.document_edit)):
            column.addSpacing(6)
            column.addWidget(Labelled(title, editor, self))
        column.addSpacing(10)
        column.addWidget(self.options)
        self.event_edit.chosen.connect(self._on_event)
        self.document_edit.chosen.connect(self._on_document)

    def show_state(self, state: State) -> None:
        """Show what is chosen."""
        moved = state.events != self._state.events
        self._state = state
        if moved or self.event_edit.raw() != state.event_id:
            self.event_edit.set_raw(state.event_id)
        if self.document_edit.raw() != state.kind:
            self.document_edit.set_raw(state.kind)
        for editor in (self.event_edit, self.document_edit):
            editor.setEnabled(not state.busy())
            editor.setToolTip(state.busy())
        self.options.show_state(state)

    def _events(self) -> Sequence[Option]:
        return [Option(line.event_id, line.name, line.more) for line in self._state.events]

    def _on_event(self, option: Option) -> None:
        self.event_chosen.emit(option.key)

    def _on_document(self, option: Option) -> None:
        self.document_chosen.emit(cast(Kind, option.key))


def _documents() -> Sequence[Option]:
    return [Option(key, _(one.title), _(one.more)) for key, one in DOCUMENTS.items()]
