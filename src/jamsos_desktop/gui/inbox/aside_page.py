"""The side of the page "Kotak masuk" that lists the entries of which nothing is made."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedWidget, QWidget

from jamsos_desktop.domain.set_aside import Why
from jamsos_desktop.gui import keys
from jamsos_desktop.gui.inbox.aside import AsideLine, AsideState
from jamsos_desktop.gui.tables import Column, RowsTable, TableView
from jamsos_desktop.gui.tone import Tone
from jamsos_desktop.gui.widgets.empty_state import EmptyState
from jamsos_desktop.gui.widgets.notice import Notice
from jamsos_desktop.gui.widgets.page_frame import PageFrame, usable
from jamsos_desktop.i18n import _

_TONES: dict[Why, Tone] = {"newer": "info", "unreadable": "warning", "oversteps": "error"}
_LONGEST = 150  # px, of a station


class AsidePage(PageFrame):
    """Whose, which, when and why; below the list what to do about the row that is marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        lead = _(
            "Catatan dari pos yang disimpan, tetapi isinya tidak dipakai. Yang lain tetap masuk."
        )
        super().__init__(_("Catatan yang disisihkan"), lead, parent)
        self._shown: tuple[AsideLine, ...] = ()
        self.model: RowsTable[AsideLine] = RowsTable(_columns(), self)
        self.table = TableView(self.model, _("Catatan yang disisihkan"), self)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(self.model.columnCount() - 1, QHeaderView.ResizeMode.Stretch)
        self.todo = Notice(self, stays=True)
        nothing = EmptyState(
            "circle-check",
            _("Tidak ada yang disisihkan"),
            _(
                "Semua catatan dari pos bisa dibaca dan dipakai.\n"
                "Bila ada yang tidak bisa, catatan itu disimpan dan tampak di sini."
            ),
            self,
        )
        self._middle = QStackedWidget(self)
        self._middle.addWidget(self.table)
        self._middle.addWidget(nothing)
        self.body.addWidget(self._middle, 1)
        self.body.addWidget(self.todo)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)
        self.back = self.add_button("")
        self.back.setText(keys.label(_("Kembali"), "leave"))
        self.back.setAccessibleName(_("Kembali"))
        keys.bind("leave", self, self.back.click)
        self.again = self.set_primary(_("Baca lagi"), "read_again")
        self.show_aside(AsideState())

    def show_aside(self, state: AsideState) -> None:
        """Show the state."""
        if state.lines != self._shown:
            self._shown = state.lines
            self._show_lines(state.lines)
        self._middle.setCurrentIndex(0 if state.lines else 1)
        usable(self.again, state.why_not_read())
        what, more = state.said
        if state.error:
            self.notice.show_error(state.error)
        elif what:
            self.notice.show_info(what, more)
        else:
            self.notice.clear()
        self._on_selected()

    def take_focus(self) -> None:
        """The keys go to the list, or to the way back where it is empty."""
        first = self.table if self._shown else self.back
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_lines(self, lines: tuple[AsideLine, ...]) -> None:
        place = max(self.table.currentIndex().row(), 0)
        self.model.show_rows(lines)
        self.table.fit_columns(_LONGEST, (0,))
        if lines:
            self.table.selectRow(min(place, len(lines) - 1))

    def _on_selected(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        if not rows or not self._shown:
            self.todo.clear()
            return
        line = self.model.row(rows[0])
        said = _("{station}, catatan {seq} ({kind}): {why}.")
        self.todo.show_message(
            _TONES[line.why],
            said.format(station=line.station, seq=line.seq, kind=line.kind, why=line.why_said),
            line.todo,
        )


def _columns() -> list[Column[AsideLine]]:
    """Whose it is first, then why; about whom comes before what it would be."""
    return [
        Column(_("Dari"), lambda line: line.station),
        Column(_("Mengapa"), lambda line: line.short, tone=lambda line: _TONES[line.why]),
        Column(_("Nomor"), lambda line: line.number),
        Column(_("Ditulis"), lambda line: line.when),
        Column(_("Catatan"), lambda line: f"{line.seq} · {line.kind}"),
    ]
