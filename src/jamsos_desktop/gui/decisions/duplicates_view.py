"""The list of people who are perhaps the same: one group after the other, from the keyboard."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.decisions.compare_table import CompareTable
from jamsos_desktop.gui.decisions.duplicates_presenter import DuplicatesPresenter
from jamsos_desktop.gui.decisions.duplicates_state import DuplicatesState
from jamsos_desktop.gui.decisions.history_box import HistoryBox
from jamsos_desktop.gui.decisions.side_head import MOST, SideHeads
from jamsos_desktop.gui.decisions.sides import Sheet
from jamsos_desktop.gui.decisions.tabs import DUPLICATES, Tabs
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.participants.reason_bar import ReasonBar
from jamsos_desktop.gui.widgets.empty_state import EmptyState
from jamsos_desktop.gui.widgets.flow import Flow
from jamsos_desktop.gui.widgets.page_frame import PageFrame, usable
from jamsos_desktop.gui.widgets.top_bar import Elided
from jamsos_desktop.i18n import _


class DuplicatesView(PageFrame):
    """Draws the presenter's state; the keys hold while the group has the focus."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(_("Keputusan"), parent=parent)
        self._sheet: Sheet | None = None
        self.tabs = Tabs(self.heading, DUPLICATES, self)
        self.panel = QWidget(self)
        self.panel.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.why = Elided("lead", self.panel)
        self.heads = SideHeads(self.panel)
        self.table = CompareTable(_("Pendaftaran yang dibandingkan"), self.panel)
        self.history = HistoryBox(self.panel)
        self.returning = ReasonBar(self.panel)
        self.apart = QPushButton(keys.label(_("Orang berbeda"), "apart"), self.panel)
        self.reveal = QPushButton(self.panel)
        self.other = QPushButton(keys.label(_("Orang lain"), "other_person"), self.panel)
        self.take = QPushButton(keys.label(_("Ambil isian"), "take_over"), self.panel)
        self.nothing = EmptyState("circle-check", "", "", self.panel)
        self._middle = QStackedWidget(self.panel)
        self.undo = self.add_button("")
        self.next = self.set_primary(_("Berikutnya"), "next", bind=False)
        self._lay_out_panel()
        self.presenter = DuplicatesPresenter(self, context.jobs, context.desk, context.show_result)
        self._connect()
        self._bind_keys()
        self.display(self.presenter.state)

    def _lay_out_panel(self) -> None:
        group = QWidget(self.panel)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self.heads)
        left.addWidget(self.table, 1)
        sides = QHBoxLayout()
        sides.setSpacing(0)
        sides.addLayout(left, 1)
        sides.addWidget(self.history)
        self._orders = QWidget(group)
        orders = Flow(8, self._orders)
        for button in (self.apart, self.returning.button, self.take, self.other, self.reveal):
            orders.addWidget(button)
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.why)
        column.addLayout(sides, 1)
        column.addWidget(self.returning)
        column.addWidget(self._orders)
        self._middle.addWidget(group)
        self._middle.addWidget(self.nothing)
        inside = QVBoxLayout(self.panel)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._middle)
        self.body.setSpacing(8)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.panel, 1)

    def _connect(self) -> None:
        presenter = self.presenter
        self.stop_wanted.connect(presenter.stop)
        self.heads.keep_wanted.connect(presenter.keep)
        self.apart.clicked.connect(presenter.apart)
        self.returning.button.clicked.connect(self._on_back)
        self.returning.confirmed.connect(presenter.send_back)
        self.returning.back.clicked.connect(presenter.leave_back)
        self.take.clicked.connect(self._on_take)
        self.other.clicked.connect(self._on_other)
        self.reveal.clicked.connect(presenter.uncover)
        self.undo.clicked.connect(presenter.take_back)
        self.next.clicked.connect(self._on_next)
        self.table.selectionModel().currentChanged.connect(self._on_moved)

    def _bind_keys(self) -> None:
        """On the group alone: in the choice of lists a digit chooses a list."""
        for place in range(MOST):
            keys.bind(f"keep_{place + 1}", self.panel, partial(self.presenter.keep, place))
        for name, button in (
            ("apart", self.apart),
            ("send_back", self.returning.button),
            ("take_over", self.take),
            ("other_person", self.other),
            ("reveal", self.reveal),
            ("take_back", self.undo),
        ):
            keys.bind(name, self.panel, button.click)
        keys.bind("next", self.table, self._on_next)
        keys.bind("back", self.panel, partial(self.presenter.skip, -1))
        keys.bind("leave", self.returning, self.presenter.leave_back)

    def display(self, state: DuplicatesState) -> None:
        """Show the state."""
        self.tabs.count.show_text(state.queue.counted())
        self.show_progress(state.progress, (self.undo,))
        self.notice.show_outcome(state.error)
        if state.sheet is not self._sheet:
            self._show_sheet(state.sheet)
        self._show_orders(state)
        self._show_nothing(state)

    def _show_sheet(self, sheet: Sheet | None) -> None:
        before, self._sheet = self._sheet, sheet
        if sheet is None:
            return
        place = self.table.currentIndex()
        self.why.show_text(_why(sheet))
        self.history.setVisible(len(sheet.sides) < MOST)  # four leave no room beside them
        self.table.show_rows(sheet.rows, [side.number for side in sheet.sides])
        if before is not None and before.ids == sheet.ids:  # uncovered: the cursor stays
            self.table.setCurrentIndex(self.table.compared.index(place.row(), place.column()))
        self._on_moved(self.table.currentIndex())
        said = _("Sembunyikan NIK") if sheet.uncovered else _("Lihat NIK")
        self.reveal.setText(keys.label(said, "reveal"))
        self.reveal.setAccessibleName(said)
        self.other.setVisible(len(sheet.sides) > 2)
        if self.panel.isVisible() and not self.tabs.choice.hasFocus():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_orders(self, state: DuplicatesState) -> None:
        why_not, sheet = state.why_not(), state.sheet
        if sheet is not None:
            self.heads.show_sides(sheet.sides, state.others, why_not)
            self.table.compared.mark(frozenset(state.taken.items()), state.others)
        for button in (self.apart, self.take, self.other):
            usable(button, why_not)
        usable(self.reveal, _("Sedang dicatat…") if state.busy else "")
        usable(self.next, why_not)
        self.undo.setText(keys.label(_("Urungkan"), "take_back"))
        self.undo.setAccessibleName(_("Urungkan keputusan terakhir"))
        usable(self.undo, "" if state.undoable else _("Belum ada keputusan yang bisa diurungkan."))
        self._show_returning(state, why_not)

    def _show_returning(self, state: DuplicatesState, why_not: str) -> None:
        self._orders.setVisible(state.returning < 0)
        if state.returning < 0:
            had_focus = self.returning.reason.hasFocus() or self.returning.confirm.hasFocus()
            order = _("Kembalikan ke pos")
            self.returning.offer(order, "", "", why_not)
            self.returning.button.setText(keys.label(_("Kembalikan"), "send_back"))
            if had_focus:
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_nothing(self, state: DuplicatesState) -> None:
        empty = state.queue.place < 0 and state.sheet is None
        self._middle.setCurrentIndex(1 if empty else 0)
        self.next.setVisible(not empty)
        if not empty:
            return
        if state.progress is not None:
            self.nothing.say(_("Mencari…"), _("Pendaftaran yang baru dibandingkan dengan semua."))
        elif state.queue.groups:
            self.nothing.say(
                _("Semua sudah diputuskan"),
                _("Keputusan Anda ikut dalam balasan untuk pos. U mengurungkan yang terakhir."),
            )
        else:
            self.nothing.say(
                _("Tidak ada yang mungkin sama"),
                _(
                    "Di sini kantor memutuskan, bila seseorang mungkin terdaftar dua kali, di pos"
                    " atau kegiatan yang berbeda.\nSesudah bundel dari pos masuk, lihat lagi."
                ),
            )
        if not self.tabs.choice.hasFocus():
            self.panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self) -> None:
        """Look for what is new."""
        self.presenter.refresh()

    def _on_moved(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        if self._sheet is not None and index.isValid():
            side = self._sheet.sides[min(self.table.side(), len(self._sheet.sides) - 1)]
            self.history.show_history(side.number, side.history)

    def _on_next(self) -> None:
        self.presenter.skip(1)

    def _on_back(self) -> None:
        side = self.table.side()
        self.presenter.ask_back(side)
        sheet = self.presenter.state.sheet
        if sheet is not None and self.presenter.state.returning == side:
            number = sheet.sides[side].number
            self.returning.say(
                _(
                    "Kembalikan {number} ke posnya? Sampai pos menjawab, tidak ditanyakan lagi.",
                    number=number,
                ),
                "",
            )
            self.returning.reason.setText(self.presenter.back_reason())
            self.returning.reason.setCursorPosition(0)

    def _on_take(self) -> None:
        self.presenter.take_over(self.table.field(), self.table.side())

    def _on_other(self) -> None:
        self.presenter.mark_other(self.table.side())


def _why(sheet: Sheet) -> str:
    """``99 %: NIK sama, nama mirip 94 % · MJK1-00001-A: MJK2-00001-B orang lain, kembar``."""
    reasons = _("{score} %: {reasons}", score=sheet.score, reasons=", ".join(sheet.reasons))
    return " · ".join((reasons, *sheet.remarks))
