"""The neighbourhoods: how many of the list are left in each RT, and what became of visits."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QStackedWidget, QWidget

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.tables import Column, RowsTable, TableView
from jamsos_desktop.gui.visits.lines import PlaceLine
from jamsos_desktop.gui.visits.presenter import State
from jamsos_desktop.gui.widgets.editor import TextEdit
from jamsos_desktop.gui.widgets.empty_state import EmptyState
from jamsos_desktop.gui.widgets.page_frame import PageFrame, usable
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _


def columns() -> list[Column[PlaceLine]]:
    """Which RT it is first, then who is left."""
    return [
        Column(_("Kelurahan, RT/RW"), lambda line: line.name),
        Column(_("Belum ditemui"), lambda line: str(line.left), numbers=True),
        Column(_("Tidak di rumah"), lambda line: str(line.away), numbers=True),
        Column(_("Tidak perlu lagi"), lambda line: str(line.done), numbers=True),
        Column(_("Terdaftar"), lambda line: str(line.registered), numbers=True),
        Column(_("Semua"), lambda line: str(line.total), numbers=True),
    ]


class PlaceFilter(TextEdit):
    """Down goes to the table, Enter opens the first that is found."""

    down = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("Kelurahan, RT, atau RW; misalnya: kranggan rt 002"))
        self.setAccessibleName(_("Saring kelurahan, RT, atau RW"))
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.edited.emit()
        else:
            super().keyPressEvent(event)


class PlacePage(PageFrame):
    """Every RT that has candidates of the programme of the day."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Belum terdaftar"), parent=parent)
        self.event_words = words("", "hint", self)
        self.filter = PlaceFilter(self)
        self.filter.setMaximumWidth(480)
        self.model: RowsTable[PlaceLine] = RowsTable(columns(), self)
        self.table = TableView(self.model, _("RT dengan calon peserta"), self)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.empty = EmptyState(
            "map-pin-house",
            _("Belum ada daftar calon"),
            _(
                "Di sini terlihat siapa di daftar kantor yang belum didaftarkan, per RT, untuk"
                " didatangi dari rumah ke rumah.\nKantor memasukkan daftar calon, lalu"
                " mengirimnya dalam paket."
            ),
            self,
        )
        self.no_match = EmptyState(
            "search", _("Tidak ada yang cocok"), _("Coba nama kelurahan saja, atau rt 002."), self
        )
        self.middle = QStackedWidget(self)
        for widget in (self.table, self.empty, self.no_match):
            self.middle.addWidget(widget)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self.filter, 2)
        line.addWidget(self.event_words, 3)
        self.body.addLayout(line)
        self.body.addWidget(self.middle, 1)
        self.open = self.set_primary(_("Buka RT ini"), "next", bind=False)
        self._connect()

    def _connect(self) -> None:
        self.open.clicked.connect(self._on_open)
        self.table.opened.connect(self.opened)
        self.filter.down.connect(self._on_down)
        self.filter.entered.connect(self._on_open)
        self.table.selectionModel().selectionChanged.connect(self._on_selection)
        keys.bind("search", self, self.filter.setFocus)

    def show_state(self, state: State) -> None:
        """Show the neighbourhoods that are looked for."""
        if state.round is None:
            return
        places = state.places()
        self.event_words.setText(state.round.event)
        if places != self.model.rows():
            row = max(self.table.currentIndex().row(), 0)
            self.model.show_rows(places)
            self.table.fit_columns()
            self.table.selectRow(min(row, len(places) - 1))
        nothing = self.no_match if state.round.places else self.empty
        self.middle.setCurrentWidget(self.table if places else nothing)
        self.filter.setVisible(bool(state.round.places))
        self._on_selection()

    def _on_down(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_open(self) -> None:
        for place in self.table.chosen():
            self.opened.emit(place)

    def _on_selection(self) -> None:
        usable(self.open, "" if self.table.chosen() else _("Pilih dulu sebuah RT di daftar."))
