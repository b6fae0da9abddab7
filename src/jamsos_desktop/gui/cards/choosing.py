"""The column on the left of "Cetak": which cards, and how they look."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from jamsos_desktop.gui.cards.look_box import LookBox
from jamsos_desktop.gui.cards.state import State
from jamsos_desktop.gui.printing.events import EventLine
from jamsos_desktop.gui.printing.reprint_box import ReprintBox
from jamsos_desktop.gui.widgets.chooser import ListChooser
from jamsos_desktop.gui.widgets.labelled import Labelled
from jamsos_desktop.gui.widgets.people_edit import PeopleEdit
from jamsos_desktop.gui.widgets.suggestions import Option
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _


class Choosing(QWidget):
    """Draws what is chosen and reports another choice."""

    event_chosen = Signal(str)
    people_chosen = Signal(object)  # People
    setup_wanted = Signal()
    papers_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._events: tuple[EventLine, ...] = ()
        self.papers = QPushButton(_("Serah terima, surat, daftar…"), self)
        self.event_edit = ListChooser(self._options, self)
        self.people = PeopleEdit(_("Kartu siapa"), self, active=True)
        self.count = words("", "group", self)
        self._event = Labelled(_("Kegiatan"), self.event_edit, self)
        self.reprint = ReprintBox(self)
        self.look = LookBox(self)
        self.setup = QPushButton(_("Kota, logo, dan printer…"), self)
        self._lay_out()
        self.event_edit.chosen.connect(self._on_event)
        self.people.chosen.connect(self.people_chosen)
        self.setup.clicked.connect(self.setup_wanted)
        self.papers.clicked.connect(self.papers_wanted)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.papers)
        column.addSpacing(12)
        column.addWidget(self._event)
        column.addSpacing(8)
        column.addWidget(self.people)
        column.addSpacing(8)
        column.addWidget(self.count)
        column.addSpacing(4)
        column.addWidget(self.reprint)
        column.addSpacing(12)
        column.addWidget(self.look)
        column.addSpacing(8)
        column.addWidget(self.setup)

    def show_state(self, state: State) -> None:
        """Show what is chosen."""
        self._event.setVisible(state.people.part != "handed")
        if state.events != self._events or self.event_edit.raw() != state.event_id:
            self._events = state.events
            self.event_edit.set_raw(state.event_id)
        self.people.show_people(state.people, state.places)
        self.reprint.show_reprint(state.reprints, state.reprint)
        self.count.setText(state.count_words() if state.loaded else "")
        free, why = not state.busy(), state.busy()
        self.look.show_look(state.look)
        look = (self.look.design, self.look.paper, self.look.turn, self.look.photo)
        choices = (self.event_edit, self.people, self.reprint, self.setup, self.papers, *look)
        for editor in choices:
            editor.setEnabled(free)
            editor.setToolTip(why)

    def _options(self) -> Sequence[Option]:
        return [Option(line.event_id, line.name, line.more) for line in self._events]

    def _on_event(self, option: Option) -> None:
        self.event_chosen.emit(option.key)
