"""The column on the left of "Cetak": which cards, and how they look."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from jamsos_desktop.gui.cards.look_box import LookBox
from jamsos_desktop.gui.cards.state import EventLine, State
from jamsos_desktop.gui.widgets.choice import Choice
from jamsos_desktop.gui.widgets.chooser import Chooser, finder
from jamsos_desktop.gui.widgets.suggestions import Option
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _

WIDTH = 312  # px


class Choosing(QScrollArea):
    """Draws what is chosen and reports another choice; scrolls where the window is low."""

    event_chosen = Signal(str)
    which_chosen = Signal(str)
    handed_dropped = Signal()
    setup_wanted = Signal()
    papers_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.setObjectName("formScroll")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._events: tuple[EventLine, ...] = ()
        self.event_edit = Chooser(self._find, self._lookup, self)
        self.event_edit.setAccessibleName(_("Kegiatan"))
        self.which_edit = Choice([("new", _("Belum dicetak")), ("all", _("Semua"))], self)
        self.which_edit.setAccessibleName(_("Kartu siapa"))
        self.count = words("", "group", self)
        self._event_label = _field_label(_("Kegiatan"), self.event_edit)
        self._which_label = _field_label(_("Kartu siapa"), self.which_edit)
        self._handed: QWidget = QFrame(self)
        self.drop = QPushButton(_("Pilih dari kegiatan saja"), self._handed)
        self.look = LookBox(self)
        self.setup = QPushButton(_("Kota, logo, dan printer…"), self)
        self.papers = QPushButton(_("Serah terima, surat, daftar…"), self)
        self._lay_out()
        self.event_edit.chosen.connect(self._on_event)
        self.which_edit.edited.connect(self._on_which)
        self.drop.clicked.connect(self.handed_dropped)
        self.setup.clicked.connect(self.setup_wanted)
        self.papers.clicked.connect(self.papers_wanted)

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._handed)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(words(_("Orang yang Anda pilih di halaman Peserta."), None, self._handed))
        inside.addWidget(self.drop)
        whole = QWidget(self)
        whole.setObjectName("formInside")
        self.setWidget(whole)
        column = QVBoxLayout(whole)
        column.setContentsMargins(32, 20, 16, 16)
        column.setSpacing(4)
        column.addWidget(words(_("Cetak kartu"), "heading", self))
        column.addSpacing(8)
        column.addWidget(self.papers)
        column.addSpacing(12)
        column.addWidget(self._event_label)
        column.addWidget(self.event_edit)
        column.addSpacing(8)
        column.addWidget(self._which_label)
        column.addWidget(self.which_edit)
        column.addWidget(self._handed)
        column.addSpacing(12)
        column.addWidget(self.count)
        column.addSpacing(12)
        column.addWidget(self.look)
        column.addSpacing(8)
        column.addWidget(self.setup)
        column.addStretch(1)

    def show_state(self, state: State) -> None:
        """Show what is chosen."""
        handed = state.which == "handed"
        self._handed.setVisible(handed)
        from_event = (self._event_label, self.event_edit, self._which_label, self.which_edit)
        for widget in from_event:
            widget.setVisible(not handed)
        if state.events != self._events or self.event_edit.raw() != state.event_id:
            self._events = state.events
            self.event_edit.set_raw(state.event_id)
        self.which_edit.set_raw(state.which)
        self.count.setText(state.count_words() if state.loaded else "")
        free = not (state.progress or state.asked)
        why = "" if free else state.why_not()
        self.look.show_look(state.look)
        look = (self.look.design, self.look.paper, self.look.turn, self.look.photo)
        for editor in (self.event_edit, self.which_edit, self.drop, self.setup, self.papers, *look):
            editor.setEnabled(free)
            editor.setToolTip(why)

    def _options(self) -> Sequence[Option]:
        return [Option(line.event_id, line.name, line.more) for line in self._events]

    def _find(self, text: str) -> Sequence[Option]:
        return finder(self._options())(text)

    def _lookup(self, key: str) -> Option | None:
        return next((option for option in self._options() if option.key == key), None)

    def _on_event(self, option: Option) -> None:
        self.event_chosen.emit(option.key)

    def _on_which(self) -> None:
        self.which_chosen.emit(self.which_edit.raw())


def _field_label(text: str, buddy: QWidget) -> QLabel:
    label = words(text, "fieldLabel")
    label.setBuddy(buddy)
    return label
