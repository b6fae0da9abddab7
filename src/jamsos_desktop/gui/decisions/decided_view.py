"""The list of everything decided: look for one, see it side by side, take it back."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.decisions.compare_table import CompareTable
from jamsos_desktop.gui.decisions.decided_lines import Line, Opened
from jamsos_desktop.gui.decisions.decided_presenter import DecidedPresenter
from jamsos_desktop.gui.decisions.decided_state import DecidedState
from jamsos_desktop.gui.decisions.history_box import HistoryBox
from jamsos_desktop.gui.decisions.tabs import DECIDED, Tabs
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.participants.list_view import SearchEdit
from jamsos_desktop.gui.participants.reason_bar import ReasonBar
from jamsos_desktop.gui.tables import Column, RowsTable, TableView
from jamsos_desktop.gui.widgets.empty_state import EmptyState
from jamsos_desktop.gui.widgets.page_frame import PageFrame, usable
from jamsos_desktop.gui.widgets.top_bar import Elided
from jamsos_desktop.i18n import _

_WIDEST = 170  # px, of who decided
_SIDES = 2  # registrations: more leave no room beside their numbers
_LIST, _NOTHING, _ONE = range(3)


class DecidedView(PageFrame):
    """A list, and one decision of it in its place."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(_("Keputusan"), parent=parent)
        self._opened: Opened | None = None
        self._lines: tuple[Line, ...] | None = None
        self.tabs = Tabs(self.heading, DECIDED, self)
        self.search = SearchEdit(self)
        self.search.setAccessibleName(_("Cari nama atau nomor"))
        self.search.setPlaceholderText(_("Cari nama atau nomor"))
        self.model: RowsTable[Line] = RowsTable(_columns(), self)
        self.list = TableView(self.model, _("Yang sudah diputuskan"), self)
        header = self.list.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.detail = Elided("hint", self)  # of the row that is marked
        self.nothing = EmptyState("circle-check", "", "", self)
        self.one = QWidget(self)
        self.lead = Elided("lead", self.one)
        self.reason = Elided("hint", self.one)
        self.table = CompareTable(_("Yang diputuskan"), self.one)
        self.table.horizontalHeader().show()
        self.history = HistoryBox(self.one)
        self.undo = ReasonBar(self.one)
        self.undo.offer(_("Urungkan keputusan ini"), "", "", "")
        self.undo.button.setText(keys.label(_("Urungkan"), "take_back"))
        self.back = self.add_button(keys.label(_("Kembali ke daftar"), "leave"))
        self.back.setAccessibleName(_("Kembali ke daftar"))
        self.look = self.set_primary(_("Lihat"), "next", bind=False)
        self._middle = QStackedWidget(self)
        self._lay_out_pages()
        self.presenter = DecidedPresenter(self, context.jobs, context.desk, context.show_result)
        self._connect()
        self.display(self.presenter.state)

    def _lay_out_pages(self) -> None:
        found = QWidget(self)
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.search, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.list, 1)
        column.addWidget(self.detail)
        self.search.setMinimumWidth(320)
        column = QVBoxLayout(self.one)
        column.setContentsMargins(0, 0, 0, 0)
        sides = QHBoxLayout()
        sides.setSpacing(0)
        sides.addWidget(self.table, 1)
        sides.addWidget(self.history)
        for widget in (self.lead, self.reason):
            column.addWidget(widget)
        column.addLayout(sides, 1)
        column.addWidget(self.undo)
        column.addWidget(self.undo.button, 0, Qt.AlignmentFlag.AlignLeft)
        for page in (found, self.nothing, self.one):
            self._middle.addWidget(page)
        self.body.setSpacing(8)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self._middle, 1)

    def _connect(self) -> None:
        presenter = self.presenter
        self.search.textChanged.connect(presenter.look_for)
        self.search.down.connect(self.list.setFocus)
        self.search.entered.connect(self._on_look)
        self.list.opened.connect(presenter.open)
        self.list.selectionModel().selectionChanged.connect(self._on_marked)
        self.look.clicked.connect(self._on_look)
        self.back.clicked.connect(presenter.leave)
        self.undo.button.clicked.connect(self._on_ask)
        self.undo.confirmed.connect(presenter.take_back)
        self.undo.back.clicked.connect(self._on_not_asked)
        self.table.selectionModel().currentChanged.connect(self._on_moved)
        keys.bind("search", self, self._on_search)
        keys.bind("leave", self, self._on_leave)
        keys.bind("take_back", self.table, self.undo.button.click)

    def display(self, state: DecidedState) -> None:
        """Show the state."""
        self.notice.show_outcome(state.error)
        self.tabs.count.show_text(_("{count} keputusan", count=len(state.lines)))
        self.tabs.count.setVisible(bool(state.lines))
        if state.found != self._lines:
            self._lines = state.found
            self.list.show_rows(state.found, lambda line: line.decision.key)
            self.list.fit_columns(_WIDEST, [3])
        if state.opened is not self._opened:
            self._show_one(state.opened)
        page = _ONE if state.opened else _LIST if state.lines or not state.looked else _NOTHING
        self.nothing.say(
            _("Belum ada yang diputuskan"),
            _("Setiap keputusan kantor tercatat di sini, dan bisa diurungkan dengan alasan."),
        )
        self._middle.setCurrentIndex(page)
        self.back.setVisible(page == _ONE)
        self.look.setVisible(page == _LIST)
        usable(self.look, "" if state.found else _("Tidak ada yang cocok."))
        self.status.setText("" if state.found or page != _LIST else _("Tidak ada yang cocok."))
        usable(self.undo.button, state.why_not())

    def _show_one(self, opened: Opened | None) -> None:
        before, self._opened = self._opened, opened
        self.undo.hide()
        self.undo.reason.clear()
        self.undo.button.show()
        if opened is None:
            if before is not None and self.isVisible():
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        line = opened.line
        said = (f"{line.what}, {line.more}" if line.more else line.what, line.when, line.by)
        self.lead.show_text(" · ".join(said))
        self.reason.show_text(line.decision.reason)
        sides = {number for number, _events in opened.histories}
        self.history.setVisible(len(sides) <= _SIDES)
        self.table.show_rows(opened.rows, opened.titles)
        self.table.compared.mark(opened.chosen, frozenset())
        self._on_moved(self.table.currentIndex())
        if self.isVisible():
            self._middle.setCurrentIndex(_ONE)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self) -> None:
        """Read what is decided now."""
        self.presenter.refresh()

    def _on_moved(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        if self._opened is not None and index.isValid():
            side = min(self.table.side(), len(self._opened.histories) - 1)
            self.history.show_history(*self._opened.histories[side])

    def _on_marked(self) -> None:
        said = [(one.who, one.more, one.decision.reason) for one in self.list.chosen()[:1]]
        self.detail.show_text(" · ".join(text for texts in said for text in texts if text))

    def _on_look(self) -> None:
        for line in self.list.chosen()[:1]:
            self.presenter.open(line)

    def _on_search(self) -> None:
        self.presenter.leave()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _on_leave(self) -> None:
        if self.undo.isVisible():
            self._on_not_asked()
        elif self.presenter.state.opened is not None:
            self.presenter.leave()
        else:
            self.search.clear()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_ask(self) -> None:
        self.undo.say(_("Mengapa keputusan ini salah? Sesudahnya ditanyakan lagi."), "")
        self.undo.button.hide()

    def _on_not_asked(self) -> None:
        self.undo.hide()
        self.undo.button.show()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)


def _columns() -> list[Column[Line]]:
    """Who it is first."""
    return [
        Column(_("Siapa"), lambda line: line.who),
        Column(_("Keputusan"), lambda line: line.what, tone=lambda line: line.tone),
        Column(_("Kapan"), lambda line: line.when),
        Column(_("Oleh"), lambda line: line.by),
    ]
