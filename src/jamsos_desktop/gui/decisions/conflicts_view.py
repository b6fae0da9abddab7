"""The list of corrections that differ: one record after the other, from the keyboard."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from jamsos_desktop.domain.field_labels import label
from jamsos_desktop.gui import keys
from jamsos_desktop.gui.decisions.cells import Cell, Row
from jamsos_desktop.gui.decisions.compare_table import CompareTable
from jamsos_desktop.gui.decisions.conflicts_presenter import ConflictsPresenter
from jamsos_desktop.gui.decisions.conflicts_state import ConflictsState
from jamsos_desktop.gui.decisions.dispute import Dispute
from jamsos_desktop.gui.decisions.history_box import HistoryBox
from jamsos_desktop.gui.decisions.side_head import MOST
from jamsos_desktop.gui.decisions.tabs import CONFLICTS, Tabs
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.participants.reason_bar import ReasonBar
from jamsos_desktop.gui.widgets.empty_state import EmptyState
from jamsos_desktop.gui.widgets.flow import Flow
from jamsos_desktop.gui.widgets.page_frame import PageFrame, usable
from jamsos_desktop.gui.widgets.top_bar import Elided
from jamsos_desktop.i18n import _

_NARROW = 3  # columns: more leave no room for the journal beside them


class ConflictsView(PageFrame):
    """Draws the presenter's state; the keys hold while the record has the focus."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(_("Keputusan"), parent=parent)
        self._dispute: Dispute | None = None
        self._rows: tuple[Row, ...] = ()
        self.tabs = Tabs(self.heading, CONFLICTS, self)
        self.panel = QWidget(self)
        self.panel.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.who = Elided("lead", self.panel)
        self.table = CompareTable(_("Nilai yang berbeda"), self.panel)
        self.table.horizontalHeader().show()
        self.history = HistoryBox(self.panel)
        self.typing = ReasonBar(self.panel)
        self.findings = ReasonBar(self.panel)
        self.findings.button.hide()
        self.column = QPushButton(keys.label(_("Pilih kolom ini"), "whole_column"), self.panel)
        self.reveal = QPushButton(self.panel)
        self.nothing = EmptyState("circle-check", "", "", self.panel)
        self._middle = QStackedWidget(self.panel)
        self.undo = self.add_button("")
        self.skip = self.add_button("")
        self.save = self.set_primary(_("Simpan"), "save")
        self._lay_out_panel()
        self.presenter = ConflictsPresenter(self, context.jobs, context.desk, context.show_result)
        self._connect()
        self._bind_keys()
        self.display(self.presenter.state)

    def _lay_out_panel(self) -> None:
        one = QWidget(self.panel)
        sides = QHBoxLayout()
        sides.setSpacing(0)
        sides.addWidget(self.table, 1)
        sides.addWidget(self.history)
        self._orders = QWidget(one)
        orders = Flow(8, self._orders)
        for button in (self.typing.button, self.column, self.reveal):
            orders.addWidget(button)
        column = QVBoxLayout(one)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.who)
        column.addLayout(sides, 1)
        column.addWidget(self.typing)
        column.addWidget(self.findings)
        column.addWidget(self._orders)
        self._middle.addWidget(one)
        self._middle.addWidget(self.nothing)
        inside = QVBoxLayout(self.panel)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._middle)
        self.body.setSpacing(8)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.panel, 1)

    def _connect(self) -> None:
        presenter = self.presenter
        self.typing.button.clicked.connect(self._on_type)
        self.typing.confirmed.connect(presenter.type)
        self.typing.back.clicked.connect(presenter.leave_typed)
        self.typing.reason.setPlaceholderText(_("Isian yang benar"))
        self.typing.reason.setAccessibleName(_("Isian yang benar"))
        self.findings.confirmed.connect(presenter.save)
        self.findings.back.clicked.connect(self._on_left_findings)
        self.column.clicked.connect(self._on_column)
        self.reveal.clicked.connect(presenter.uncover)
        self.undo.clicked.connect(presenter.take_back)
        self.skip.clicked.connect(self._on_skip)
        self.save.clicked.connect(self._on_save)
        self.table.doubleClicked.connect(self._on_choose)

    def _bind_keys(self) -> None:
        """On the record alone: in the choice of lists a digit chooses a list."""
        for place in range(MOST):
            keys.bind(f"keep_{place + 1}", self.panel, partial(self._choose, place))
        for name, button in (
            ("type_other", self.typing.button),
            ("whole_column", self.column),
            ("reveal", self.reveal),
            ("take_back", self.undo),
        ):
            keys.bind(name, self.panel, button.click)
        keys.bind("other_person", self.table, self._on_choose)
        keys.bind("next", self.table, self._on_skip)
        keys.bind("back", self.panel, partial(self.presenter.skip, -1))
        keys.bind("leave", self.typing, self.presenter.leave_typed)

    def display(self, state: ConflictsState) -> None:
        """Show the state."""
        self.tabs.count.show_text(state.queue.counted())
        self.notice.show_outcome(state.error)
        if state.dispute is not self._dispute:
            self._show_dispute(state.dispute)
        self._show_choices(state)
        self._show_orders(state)
        self._show_typing(state)
        self._show_findings(state)
        self._show_nothing(state)

    def _show_dispute(self, dispute: Dispute | None) -> None:
        self._dispute = dispute
        if dispute is None:
            return
        said = _("{name} · {number}", name=dispute.name, number=dispute.number)
        self.who.show_text(said)
        self._rows = ()
        self.history.show_history(dispute.number, dispute.history)
        self.history.setVisible(len(dispute.titles) <= _NARROW)
        word = _("Sembunyikan NIK") if dispute.uncovered else _("Lihat NIK")
        self.reveal.setText(keys.label(word, "reveal"))
        self.reveal.setAccessibleName(word)
        if self.panel.isVisible() and not self.tabs.choice.hasFocus():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_choices(self, state: ConflictsState) -> None:
        dispute = state.dispute
        if dispute is None:
            return
        rows = tuple(_with_typed(row, state.typed.get(row.name, "")) for row in dispute.rows)
        if rows != self._rows:
            place = self.table.currentIndex() if self._rows else None
            self._rows = rows
            titles = [f"{title}   {n + 1}" for n, title in enumerate(dispute.titles)]
            self.table.show_rows(rows, titles)
            if place is not None:
                self.table.setCurrentIndex(self.table.compared.index(place.row(), place.column()))
        self.table.compared.mark(frozenset(state.chosen.items()), frozenset())

    def _show_orders(self, state: ConflictsState) -> None:
        why_not = state.why_not()
        for button in (self.column, self.skip):
            usable(button, why_not)
        usable(self.reveal, _("Sedang dicatat…") if state.busy else "")
        self.skip.setText(keys.label(_("Lewati"), "next"))
        self.skip.setAccessibleName(_("Lewati, tanpa memutuskan"))
        self.undo.setText(keys.label(_("Urungkan"), "take_back"))
        self.undo.setAccessibleName(_("Urungkan keputusan terakhir"))
        usable(self.undo, "" if state.undoable else _("Belum ada keputusan yang bisa diurungkan."))
        missing = state.missing()
        open_ = _("{count} isian belum dipilih.", count=missing) if missing else ""
        usable(self.save, why_not or open_)
        self.status.setText(open_)

    def _show_typing(self, state: ConflictsState) -> None:
        self._orders.setVisible(not state.typing)
        if not state.typing:
            had_focus = self.typing.reason.hasFocus() or self.typing.confirm.hasFocus()
            self.typing.offer(_("Pakai isian ini"), "", "", state.why_not())
            self.typing.button.setText(keys.label(_("Ketik isian lain"), "type_other"))
            self.typing.button.setAccessibleName(_("Ketik isian lain"))
            if had_focus:
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_findings(self, state: ConflictsState) -> None:
        if not state.findings:
            self.findings.hide()
            return
        text = "\n".join(state.findings)
        if state.overridable and not self.findings.isVisible():
            order = _("Simpan dengan alasan ini")
            self.findings.offer(order, _("Belum bisa disimpan"), text, "")
            self.findings.ask()
        elif not state.overridable:
            self.findings.hide()
            self.notice.show_warning(_("Belum bisa disimpan"), text)

    def _show_nothing(self, state: ConflictsState) -> None:
        empty = state.queue.place < 0
        self._middle.setCurrentIndex(1 if empty else 0)
        self.save.setVisible(not empty)
        self.skip.setVisible(not empty)
        if not empty:
            return
        self.status.setText("")
        if state.queue.groups:
            self.nothing.say(
                _("Semua sudah diputuskan"),
                _("Keputusan Anda ikut dalam balasan untuk pos. U mengurungkan yang terakhir."),
            )
        else:
            self.nothing.say(
                _("Tidak ada isian yang berbeda"),
                _(
                    "Di sini kantor memutuskan, bila satu pendaftaran dikoreksi di dua tempat dan"
                    " isinya tidak sama.\nKoreksi pada isian yang berlainan digabung sendiri."
                ),
            )
        if not self.tabs.choice.hasFocus():
            self.panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self) -> None:
        """Look for what waits now."""
        self.presenter.refresh()

    def _choose(self, place: int) -> None:
        """Choose for the field with the cursor, and go on to the next one."""
        name = self.table.field()
        self.presenter.choose(name, place)
        if self.presenter.state.chosen.get(name) == place:
            row = min(self.table.currentIndex().row() + 1, len(self._rows) - 1)
            column = self.table.currentIndex().column()
            self.table.setCurrentIndex(self.table.compared.index(row, column))

    def _on_choose(self) -> None:
        self._choose(self.table.side())

    def _on_column(self) -> None:
        self.presenter.choose_column(self.table.side())

    def _on_type(self) -> None:
        name = self.table.field()
        self.presenter.ask_typed(name)
        if self.presenter.state.typing == name:
            question = _("{field}: ketik isian yang benar", field=label(name))
            self.typing.say(question, "")
        else:
            self.typing.hide()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_left_findings(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_skip(self) -> None:
        self.presenter.skip(1)

    def _on_save(self) -> None:
        self.presenter.save()


def _with_typed(row: Row, text: str) -> Row:
    """What was typed stands where the field's name is."""
    if not text:
        return row
    said = _("{field}\n✓ {text}", field=row.label, text=text)
    return Row(row.name, said, tuple(Cell(c.text, c.note) for c in row.cells), row.differs)
