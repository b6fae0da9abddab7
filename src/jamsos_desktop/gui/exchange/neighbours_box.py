"""The section of the page "Kirim & terima" about the other laptops of the event."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from jamsos_desktop.gui import dialogs
from jamsos_desktop.gui.exchange.neighbours import Neighbour, State
from jamsos_desktop.gui.exchange.watch import Watch
from jamsos_desktop.gui.icons import IconLabel
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.widgets.flow import Flow
from jamsos_desktop.gui.widgets.page_frame import usable
from jamsos_desktop.gui.widgets.when_shown import when_shown
from jamsos_desktop.gui.widgets.words import Pill, words
from jamsos_desktop.i18n import _


class NeighboursBox(QFrame):
    """Who was heard of and when, and the folder by which that happens."""

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.presenter = context.neighbours or Watch(context.jobs, context.desk, self).presenter
        self._title = words(_("Laptop lain di kegiatan ini"), "group", self)
        self._summary = words("", "hint", self)
        self._trouble = words("", "fieldHint", self)
        self.folder = QPushButton(self)
        self.place = QPushButton(_("Pakai tempat unggah"), self)
        self.swap = QPushButton(_("Tukar sekarang"), self)
        self.auto = QPushButton(_("Tiap menit"), self)
        self.auto.setCheckable(True)
        self.auto.setAccessibleName(_("Lihat folder bersama tiap menit"))
        self._others = QWidget(self)
        self._flow = Flow(8, self._others)
        self._shown: tuple[Neighbour, ...] = ()
        self._lay_out()
        self.folder.clicked.connect(self._on_folder)
        self.place.clicked.connect(self.presenter.choose_place)
        self.swap.clicked.connect(self.presenter.swap)
        self.auto.clicked.connect(self.presenter.watch)
        self.presenter.attach(self)
        when_shown(self, self.presenter.open)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel("laptop-minimal", "primary", 20, self))
        head.addWidget(self._title, 1)
        for button in (self.auto, self.place, self.folder, self.swap):
            button.setObjectName("tool")
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 8, 20, 10)
        column.setSpacing(4)
        column.addLayout(head)
        for widget in (self._summary, self._trouble, self._others):
            column.addWidget(widget)

    def display(self, state: State) -> None:
        """Show the state."""
        self._summary.setText(state.summary())
        self._summary.setToolTip(state.place if state.at_place else state.folder)
        in_folder = state.folder and not state.at_place
        self.folder.setText(_("Ganti folder…") if in_folder else _("Pilih folder bersama…"))
        self.place.setVisible(bool(state.place) and not state.at_place)
        usable(self.place, "" if state.event_id else state.why_not())
        usable(self.folder, "" if state.event_id else state.why_not())
        usable(self.swap, state.why_not())
        for widget in (self.swap, self.auto):
            widget.setVisible(state.chosen)
        self.auto.setChecked(state.watched)
        self._trouble.setText(state.trouble or state.refused_words())
        self._trouble.setToolTip("\n".join(one.file for one in state.refused))
        self._trouble.setVisible(bool(self._trouble.text()))
        self._show_others(state.others)
        said = (self._title.text(), self._summary.text(), *(o.words for o in state.others))
        self.setAccessibleName(" ".join(said))

    def _show_others(self, others: tuple[Neighbour, ...]) -> None:
        self._others.setVisible(bool(others))
        if others == self._shown:
            return
        self._shown = others
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for one in others:
            pill = Pill(one.words, one.tone, self._others)
            self._flow.addWidget(pill)
            pill.show()

    def _on_folder(self) -> None:
        dialogs.choose_folder(self, _("Pilih folder bersama"), self.presenter.choose)
