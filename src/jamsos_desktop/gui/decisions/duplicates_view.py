"""The list of people who are perhaps the same: one group after the other, from the keyboard."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QPushButton, QWidget

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.decisions.desk_view import DeskView, all_decided
from jamsos_desktop.gui.decisions.duplicates_presenter import DuplicatesPresenter
from jamsos_desktop.gui.decisions.duplicates_state import DuplicatesState
from jamsos_desktop.gui.decisions.side_head import MOST, SideHeads
from jamsos_desktop.gui.decisions.sides import Sheet
from jamsos_desktop.gui.decisions.tabs import DUPLICATES
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.participants.reason_bar import ReasonBar
from jamsos_desktop.gui.widgets.page_frame import usable
from jamsos_desktop.i18n import _


class DuplicatesView(DeskView):
    """Draws the presenter's state."""

    presenter: DuplicatesPresenter

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(DUPLICATES, _("Pendaftaran yang dibandingkan"), parent)
        self._sheet: Sheet | None = None
        self.heads = SideHeads(self.panel)
        self.returning = ReasonBar(self.panel)
        self.returning.offer(_("Kembalikan ke pos"), "", "", "")
        self.returning.button.setText(keys.label(_("Kembalikan"), "send_back"))
        self.apart = QPushButton(keys.label(_("Orang berbeda"), "apart"), self.panel)
        self.other = QPushButton(keys.label(_("Orang lain"), "other_person"), self.panel)
        self.take = QPushButton(keys.label(_("Ambil isian"), "take_over"), self.panel)
        self.next = self.set_primary(_("Berikutnya"), "next", bind=False)
        buttons = (self.apart, self.returning.button, self.take, self.other)
        self._lay_out_panel([self.heads], [self.returning], buttons)
        self.presenter = DuplicatesPresenter(self, context.jobs, context.desk, context.show_result)
        self._connect()
        self._bind_keys()
        self._show_orders(self.presenter.state)
        self.display(self.presenter.state)

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
        self.next.clicked.connect(self._on_next)
        self.table.selectionModel().currentChanged.connect(self._on_moved)

    def _bind_keys(self) -> None:
        self._bind_common_keys(self.presenter.keep, self._on_next)
        for name, button in (
            ("apart", self.apart),
            ("send_back", self.returning.button),
            ("take_over", self.take),
            ("other_person", self.other),
        ):
            keys.bind(name, self.panel, button.click)
        keys.bind("leave", self.returning, self.presenter.leave_back)

    def display(self, state: DuplicatesState) -> None:
        """Show the state."""
        self.show_progress(state.progress, (self.undo,))
        if state.sheet is not self._sheet:
            self._show_sheet(state.sheet)
        self._show_frame(state)
        if state.returning < 0:
            self._leave(self.returning)
        self._orders.setVisible(state.returning < 0)
        self.next.setVisible(self.nothing.isHidden())

    def _show_sheet(self, sheet: Sheet | None) -> None:
        before, self._sheet = self._sheet, sheet
        if sheet is None:
            return
        place = self.table.currentIndex()
        self.lead.show_text(_why(sheet))
        self.history.setVisible(len(sheet.sides) < MOST)  # four leave no room beside them
        self.table.show_rows(sheet.rows, [side.number for side in sheet.sides])
        if before is not None and before.ids == sheet.ids:  # uncovered: the cursor stays
            self.table.setCurrentIndex(self.table.compared.index(place.row(), place.column()))
        self._on_moved(self.table.currentIndex())
        self._show_whether_uncovered(sheet.uncovered)
        self.other.setVisible(len(sheet.sides) > 2)
        self._take_focus()

    def _show_orders(self, state: DuplicatesState) -> None:
        why_not, sheet = state.why_not(), state.sheet
        if sheet is not None:
            self.heads.show_sides(sheet.sides, state.others, why_not)
            self.table.compared.mark(frozenset(state.taken.items()), state.others)
        for button in (self.apart, self.returning.button, self.take, self.other):
            usable(button, why_not)
        usable(self.next, state.why_no_next())
        self._show_common_orders(state)

    def _nothing(self, state: DuplicatesState) -> tuple[str, str]:
        if state.progress is not None:
            return _("Mencari…"), _("Pendaftaran yang baru dibandingkan dengan semua.")
        if state.queue.groups:
            return all_decided()
        return (
            _("Tidak ada yang mungkin sama"),
            _(
                "Di sini kantor memutuskan, bila seseorang mungkin terdaftar dua kali, di pos"
                " atau kegiatan yang berbeda.\nSesudah bundel dari pos masuk, lihat lagi."
            ),
        )

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
