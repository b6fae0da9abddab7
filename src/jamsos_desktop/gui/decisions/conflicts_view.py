"""The list of corrections that differ: one record after the other, from the keyboard."""

from PySide6.QtWidgets import QPushButton, QWidget

from jamsos_desktop.domain.field_labels import label
from jamsos_desktop.gui import keys
from jamsos_desktop.gui.decisions.cells import Row, with_typed
from jamsos_desktop.gui.decisions.conflicts_presenter import ConflictsPresenter
from jamsos_desktop.gui.decisions.conflicts_state import ConflictsState
from jamsos_desktop.gui.decisions.desk_view import DeskView, all_decided
from jamsos_desktop.gui.decisions.dispute import Dispute
from jamsos_desktop.gui.decisions.tabs import CONFLICTS
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.participants.reason_bar import ReasonBar
from jamsos_desktop.gui.widgets.page_frame import usable
from jamsos_desktop.i18n import _

_NARROW = 3  # columns: more leave no room for the journal beside them


class ConflictsView(DeskView):
    """Draws the presenter's state."""

    presenter: ConflictsPresenter

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(CONFLICTS, _("Nilai yang berbeda"), parent)
        self._dispute: Dispute | None = None
        self._rows: tuple[Row, ...] = ()
        self.table.horizontalHeader().show()
        self.typing = ReasonBar(self.panel)
        self.typing.offer(_("Pakai isian ini"), "", "", "")
        self.typing.button.setText(keys.label(_("Ketik isian lain"), "type_other"))
        self.typing.button.setAccessibleName(_("Ketik isian lain"))
        self.findings = ReasonBar(self.panel)
        self.findings.button.hide()
        self.findings.hide()
        self.column = QPushButton(keys.label(_("Pilih kolom ini"), "whole_column"), self.panel)
        self.skip = self.add_button(keys.label(_("Lewati"), "next"))
        self.skip.setAccessibleName(_("Lewati, tanpa memutuskan"))
        self.save = self.set_primary(_("Simpan"), "save")
        bars = (self.typing, self.findings)
        self._lay_out_panel([], bars, (self.typing.button, self.column))
        self.presenter = ConflictsPresenter(self, context.jobs, context.desk, context.show_result)
        self._connect()
        self._bind_keys()
        self._show_orders(self.presenter.state)
        self.display(self.presenter.state)

    def _connect(self) -> None:
        presenter = self.presenter
        self.typing.button.clicked.connect(self._on_type)
        self.typing.confirmed.connect(presenter.type)
        self.typing.back.clicked.connect(presenter.leave_typed)
        self.typing.reason.setPlaceholderText(_("Isian yang benar"))
        self.typing.reason.setAccessibleName(_("Isian yang benar"))
        self.findings.confirmed.connect(presenter.save)
        self.findings.back.clicked.connect(self._focus_table)
        self.column.clicked.connect(self._on_column)
        self.skip.clicked.connect(self._on_skip)
        self.save.clicked.connect(self._on_save)
        self.table.doubleClicked.connect(self._on_choose)

    def _bind_keys(self) -> None:
        self._bind_common_keys(self._choose, self._on_skip)
        for name, button in (("type_other", self.typing.button), ("whole_column", self.column)):
            keys.bind(name, self.panel, button.click)
        keys.bind("other_person", self.table, self._on_choose)
        keys.bind("leave", self.typing, self.presenter.leave_typed)

    def display(self, state: ConflictsState) -> None:
        """Show the state."""
        if state.sheet is not self._dispute:
            self._show_dispute(state.sheet)
        self._show_choices(state)
        self._show_frame(state)
        if not state.typing:
            self._leave(self.typing)
        self._orders.setVisible(not state.typing)
        self._show_findings(state)
        for button in (self.save, self.skip):
            button.setVisible(self.nothing.isHidden())

    def _show_dispute(self, dispute: Dispute | None) -> None:
        self._dispute = dispute
        if dispute is None:
            return
        said = _("{name} · {number}", name=dispute.name, number=dispute.number)
        self.lead.show_text(said)
        self._rows = ()
        self.history.show_history(dispute.number, dispute.history)
        self.history.setVisible(len(dispute.titles) <= _NARROW)
        self._show_whether_uncovered(dispute.uncovered)
        self._take_focus()

    def _show_choices(self, state: ConflictsState) -> None:
        dispute = state.sheet
        if dispute is None:
            return
        rows = tuple(with_typed(row, state.typed.get(row.name, "")) for row in dispute.rows)
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
        for button in (self.column, self.typing.button):
            usable(button, why_not)
        usable(self.skip, state.why_no_next())
        self._show_common_orders(state)
        missing = state.missing()
        open_ = _("{count} isian belum dipilih.", count=missing) if missing else ""
        usable(self.save, why_not or open_)
        self.status.setText(open_)

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

    def _nothing(self, state: ConflictsState) -> tuple[str, str]:
        if state.queue.groups:
            return all_decided()
        return (
            _("Tidak ada isian yang berbeda"),
            _(
                "Di sini kantor memutuskan, bila satu pendaftaran dikoreksi di dua tempat dan"
                " isinya tidak sama.\nKoreksi pada isian yang berlainan digabung sendiri."
            ),
        )

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
            self._focus_table()

    def _on_skip(self) -> None:
        self.presenter.skip(1)

    def _on_save(self) -> None:
        self.presenter.save()
