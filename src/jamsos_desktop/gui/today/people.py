"""The right half of the page: the number called, the queue, and those who listen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from jamsos_desktop.gui.tables import Column, RowsTable, TableView
from jamsos_desktop.gui.today import wording
from jamsos_desktop.gui.today.presenter import Day, Tab
from jamsos_desktop.gui.widgets.choice import Choice
from jamsos_desktop.gui.widgets.empty_state import EmptyState
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _, pgettext
from jamsos_desktop.services.attendance import Listener
from jamsos_desktop.services.queue import Ticket

_WIDEST = 220  # px: a very long name must not push the state out of sight


def ticket_columns() -> list[Column[Ticket]]:
    """Which number it is first."""
    return [
        Column(_("Nomor"), lambda ticket: ticket.number),
        Column(
            _("Keadaan"), wording.state_words, tone=lambda ticket: wording.STATES[ticket.state][1]
        ),
        Column(_("Nama"), lambda ticket: ticket.name),
    ]


def listener_columns() -> list[Column[Listener]]:
    """Who it is first."""
    return [
        Column(_("Nama"), lambda one: one.name),
        Column(
            _("Keadaan"),
            wording.attendee_words,
            tone=lambda one: "success" if one.enrolled else "neutral",
        ),
        Column(_("Alamat"), lambda one: one.address),
    ]


class Line(QLineEdit):
    """One line about somebody; Enter takes it in."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class People(QWidget):
    """One line to type, and the list that it goes into."""

    line_entered = Signal(str)
    tab_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.called = QLabel(self)
        self.called.setObjectName("heading")
        self.called_words = words("", "hint", self)
        self.queue_words = words("", "hint", self)
        self.tab = Choice(
            [("queue", pgettext("halaman", "Antrean")), ("attendance", _("Daftar hadir"))], self
        )
        self.tab.setAccessibleName(_("Yang ditampilkan"))
        self.tab.set_raw("queue")
        self.line = Line(self)
        self.take = QPushButton(self)
        self.tickets: RowsTable[Ticket] = RowsTable(ticket_columns(), self)
        self.listeners: RowsTable[Listener] = RowsTable(listener_columns(), self)
        self.tables: dict[Tab, TableView[Ticket] | TableView[Listener]] = {
            "queue": TableView(self.tickets, _("Antrean"), self),
            "attendance": TableView(self.listeners, _("Daftar hadir"), self),
        }
        self.nothing = EmptyState("users", "", "", self)
        self._lists = QStackedWidget(self)
        self._shown: tuple[object, ...] = ()
        self._lay_out()
        self.tab.edited.connect(self._on_tab)
        self.line.entered.connect(self._on_line)
        self.take.clicked.connect(self._on_line)

    def _lay_out(self) -> None:
        for table in self.tables.values():
            self._lists.addWidget(table)
        self._lists.addWidget(self.nothing)
        number = QVBoxLayout()
        number.setSpacing(0)
        number.addWidget(self.called_words)
        number.addWidget(self.called)
        top = QHBoxLayout()
        top.addLayout(number, 1)
        top.addWidget(self.tab, 0, Qt.AlignmentFlag.AlignBottom)
        entry = QHBoxLayout()
        entry.setSpacing(8)
        entry.addWidget(self.line, 1)
        entry.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.queue_words)
        column.addLayout(entry)
        column.addWidget(self._lists, 1)

    def show_day(self, day: Day, tab: Tab) -> None:
        """Show queue and attendance; the chosen rows stay chosen."""
        self.called_words.setText(
            _("Nomor yang dipanggil") if day.today.called else _("Belum ada nomor yang dipanggil")
        )
        self.called.setText(day.today.called or "–")
        self.queue_words.setText(wording.queue_words(day.today))
        if (day.tickets, day.listeners) != self._shown:
            self._shown = (day.tickets, day.listeners)
            self.tickets.show_rows(day.tickets)
            self.listeners.show_rows(day.listeners)
            for table in self.tables.values():
                table.fit_columns(_WIDEST)
        empty = not (day.tickets if tab == "queue" else day.listeners)
        self.nothing.say(*wording.nothing_words(tab))
        self._lists.setCurrentWidget(self.nothing if empty else self.tables[tab])
        if self.tab.raw() != tab:
            self.tab.set_raw(tab)
        queue = tab == "queue"
        hint = _("Nama atau NIK, boleh kosong") if queue else _("Nama, RT/RW, telepon")
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(hint)
        self.take.setText(_("Beri nomor") if queue else _("Catat hadir"))

    def chosen(self, tab: Tab) -> Ticket | Listener | None:
        """The row that is chosen in one of the lists."""
        index = self.tables[tab].currentIndex()
        if not index.isValid():
            return None
        return self.tickets.row(index) if tab == "queue" else self.listeners.row(index)

    def _on_tab(self) -> None:
        self.tab_chosen.emit(self.tab.raw())

    def _on_line(self) -> None:
        self.line_entered.emit(self.line.text())
