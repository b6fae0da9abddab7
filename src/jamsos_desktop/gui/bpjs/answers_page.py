"""The side of the page "BPJS" that takes answers in: row by row, with what is to be decided."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QStackedWidget, QWidget

from jamsos_desktop.domain.bpjs_words import OUTCOMES
from jamsos_desktop.gui import keys
from jamsos_desktop.gui.bpjs.state import TONES, AnswerLine, AnswersState
from jamsos_desktop.gui.tables import Column, RowsTable, TableView
from jamsos_desktop.gui.widgets.empty_state import EmptyState
from jamsos_desktop.gui.widgets.flow import Flow
from jamsos_desktop.gui.widgets.page_frame import PageFrame, usable
from jamsos_desktop.gui.widgets.top_bar import Elided
from jamsos_desktop.gui.widgets.words import Pill
from jamsos_desktop.i18n import _

_LONGEST = (190, 220, 100, 170)  # px, of name, outcome, recorded and answer


class AnswersPage(PageFrame):
    """Before the answers are taken its one button takes them; after that it goes back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Jawaban BPJS"), parent=parent)
        self._state = AnswersState()
        self._shown: tuple[AnswerLine, ...] | None = None
        self.pills = {outcome: Pill("", tone, self) for outcome, tone in TONES.items()}
        self.model: RowsTable[AnswerLine] = RowsTable(self._columns(), self)
        self.table = TableView(self.model, _("Baris jawaban"), self)
        self.detail = Elided("hint", self)  # what does not fit into the row that is marked
        self.all = QPushButton(self)
        self._middle = QStackedWidget(self)
        nothing = EmptyState(
            "inbox",
            _("Berkas ini tidak memuat jawaban"),
            _("Judul kolomnya ada, tetapi tidak ada baris di bawahnya. Minta lagi ke BPJS."),
            self,
        )
        pills = Flow(8)
        for pill in self.pills.values():
            pills.addWidget(pill)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(pills, 1)
        row.addWidget(self.all, 0, Qt.AlignmentFlag.AlignTop)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(self.model.columnCount() - 1, QHeaderView.ResizeMode.Stretch)
        self._middle.addWidget(self.table)
        self._middle.addWidget(nothing)
        self.body.addLayout(row)
        self.body.addWidget(self._middle, 1)
        self.body.addWidget(self.detail)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)
        self.save = self.add_button(_("Simpan laporan…"))
        self.back = self.add_button("")
        self.back.setText(keys.label(_("Kembali"), "leave"))
        self.back.setAccessibleName(_("Kembali"))
        keys.bind("leave", self, self.back.click)
        self.go = self.set_primary(_("Catat"), "save")

    def _columns(self) -> list[Column[AnswerLine]]:
        """Who it is first; whether it is recorded stands beside what it means."""
        return [
            Column(_("Nama menurut BPJS"), lambda line: line.name),
            Column(_("Hasil"), lambda line: line.outcome, tone=lambda line: line.tone),
            Column(_("Dicatat"), self._recorded),
            Column(_("Jawaban"), lambda line: line.answer),
            Column(_("Keterangan"), lambda line: line.more),
        ]

    def _recorded(self, line: AnswerLine) -> str:
        return self._state.recorded(line)

    def show_state(self, state: AnswersState) -> None:
        """Show the state."""
        before, self._state = self._state, state
        if state.lines is not self._shown:
            self._shown = state.lines
            self._show_lines(state)
        elif state.chosen != before.chosen:
            self.table.viewport().update()
        self.heading.setText(_("Jawaban BPJS: {file}", file=state.file))
        done = state.taken is not None
        text = _("Selesai") if done else _("Catat {count} jawaban", count=state.coming)
        self.go.setText(keys.label(text, "save"))
        self.go.setAccessibleName(text)
        why_not = "" if done else state.why_not_take()
        usable(self.go, why_not)
        self.back.setVisible(not done)
        everything = bool(state.choosable) and state.chosen == state.choosable
        self.all.setText(_("Jangan catat yang beda") if everything else _("Catat semua yang beda"))
        self.all.setAccessibleName(self.all.text())
        self.all.setVisible(bool(state.choosable) and not done)
        self.status.setText(_("Enter memilih baris.") if state.choosable and not done else why_not)
        self.show_progress(state.progress, (self.save,))
        self._say(state)

    def _show_lines(self, state: AnswersState) -> None:
        for outcome, pill in self.pills.items():
            count = state.count(outcome)
            pill.show_state(f"{count} {_(OUTCOMES[outcome])}", TONES[outcome])
            pill.setVisible(bool(count))
        self._middle.setCurrentIndex(0 if state.lines else 1)
        self.model.show_rows(state.lines)
        self.table.fit_columns()
        header = self.table.horizontalHeader()
        for section, longest in enumerate(_LONGEST):
            header.resizeSection(section, min(header.sectionSize(section), longest))
        if state.lines:
            self.table.selectRow(0)

    def _on_selected(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        line = self.model.row(rows[0]) if rows else None
        said = (line.name, line.row.number, line.answer, line.more) if line else ()
        self.detail.show_text(" · ".join(part for part in said if part))

    def _say(self, state: AnswersState) -> None:
        left = len(state.choosable - state.chosen)
        if state.error:
            self.notice.show_error(state.error)
        elif state.taken is not None:
            said = _("{count} jawaban dicatat.", count=state.taken)
            rest = len(state.lines) - state.taken
            more = _("{count} baris tidak dicatat; simpan laporannya bila perlu.", count=rest)
            self.notice.show_message("success", said, more if rest else "")
        elif left:
            self.notice.show_warning(
                _("{count} baris menunggu pilihan Anda.", count=left),
                _(
                    "Jawabannya atau namanya lain dari yang tercatat. Yang tidak dipilih tetap"
                    " seperti semula."
                ),
            )
        else:
            self.notice.clear()
