"""The side of the page "BPJS" that sends: whom, in which layout, and who is held back."""

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QStackedWidget, QVBoxLayout

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.bpjs.state import FORMATS, HeldLine, SendState
from jamsos_desktop.gui.icons import IconLabel
from jamsos_desktop.gui.tables import Column, RowsTable, TableView
from jamsos_desktop.gui.tone import Tone
from jamsos_desktop.gui.widgets.choice import Choice
from jamsos_desktop.gui.widgets.empty_state import EmptyState
from jamsos_desktop.gui.widgets.flow import Flow
from jamsos_desktop.gui.widgets.page_frame import PageFrame, usable
from jamsos_desktop.gui.widgets.picker import Picker
from jamsos_desktop.gui.widgets.words import Pill, words
from jamsos_desktop.i18n import _
from jamsos_desktop.services.bpjs_export import Format

_LONGEST_NAME = 260  # px
_LEAST = 96  # px, of the list where a long notice stands above it


def columns() -> list[Column[HeldLine]]:
    """Who it is first, then why."""
    return [
        Column(_("Nama"), lambda line: line.name),
        Column(_("Alasan"), lambda line: line.why, tone=lambda line: line.tone),
        Column(_("Nomor"), lambda line: line.number),
    ]


class SendPage(PageFrame):
    """Draws the state and reports what was chosen and pressed."""

    format_chosen = Signal(str)
    again_chosen = Signal(bool)
    person_wanted = Signal(str)

    def __init__(self, parent: QStackedWidget | None = None) -> None:
        super().__init__(_("BPJS Ketenagakerjaan"), parent=parent)
        self.programme = Picker(_("Program"), _("Program"), self)
        self.programme.setClearButtonEnabled(False)
        self.event_edit = Picker(_("Semua kegiatan"), _("Kegiatan"), self)
        self.layout_edit = Picker(_("Templat"), _("Templat"), self)
        self.layout_edit.setClearButtonEnabled(False)
        self.form = Choice([(key, _(text)) for key, text in FORMATS.items()], self)
        self.form.setAccessibleName(_("Bentuk berkas"))
        sent = [("", _("Belum dikirim")), ("again", _("Kirim ulang juga"))]
        self.again = Choice(sent, self)
        self.again.setAccessibleName(_("Siapa yang ikut"))
        self.note = words("", "hint", self)
        self.ready = Pill("", "success", self)
        self.waiting = Pill("", "info", self)
        self.held = Pill("", "warning", self)
        self.over = Pill("", "neutral", self)  # sent, answered, or not to be sent at all
        self.accept = QPushButton(self)
        self.model: RowsTable[HeldLine] = RowsTable(columns(), self)
        self.table = TableView(self.model, _("Yang tidak ikut di berkas"), self)
        self._middle = QStackedWidget(self)
        self._empty = EmptyState("shield-check", "", "", self)
        self._shown: tuple[HeldLine, ...] | None = None
        self._lay_out_body()
        self.save = self.add_button(_("Simpan daftar…"))
        self.before = self.add_button(_("Jawaban tercatat"))
        self.answers = self.add_button("")
        self.answers.setText(keys.label(_("Jawaban BPJS…"), "choose"))
        self.answers.setAccessibleName(_("Buka berkas jawaban BPJS"))
        keys.bind("choose", self, self.answers.click)
        self.export = self.set_primary(_("Tulis berkas"), "export")
        self.form.edited.connect(self._on_form)
        self.again.edited.connect(self._on_again)
        self.table.opened.connect(self._on_opened)

    def _lay_out_body(self) -> None:
        chosen = QHBoxLayout()
        chosen.setSpacing(12)
        for editor in (self.programme, self.event_edit, self.layout_edit):
            chosen.addWidget(editor, 1)
        note = QHBoxLayout()
        note.setSpacing(8)
        note.addWidget(IconLabel("info", "info", 20, self), 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(self.note, 1)
        how = QHBoxLayout()
        how.setSpacing(24)
        how.addWidget(self.form)
        how.addWidget(self.again)
        how.addStretch(1)
        pills = Flow(8)
        for pill in (self.ready, self.waiting, self.held, self.over):
            pills.addWidget(pill)
        counts = QHBoxLayout()
        counts.setSpacing(16)
        counts.addLayout(pills, 1)
        counts.addWidget(self.accept)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(self.model.columnCount() - 1, QHeaderView.ResizeMode.Stretch)
        self._middle.addWidget(self.table)
        self._middle.addWidget(self._empty)
        top = QVBoxLayout()
        top.setSpacing(8)
        for layout in (chosen, note, how, counts):
            top.addLayout(layout)
        self.body.addLayout(top)
        self.body.addWidget(self._middle, 1)
        self._middle.setMinimumHeight(_LEAST)

    def show_state(self, state: SendState) -> None:
        """Show the state."""
        self.programme.offer(state.programmes, state.programme_id)
        self.event_edit.offer(state.events, state.event_id)
        self.layout_edit.offer(state.layouts, state.layout)
        self.form.set_raw(state.form)
        self.again.set_raw("again" if state.again else "")
        self.note.setText(state.note)
        self._show_counts(state)
        usable(self.export, state.why_not_export())
        usable(self.save, state.why_not_save())
        self._show_held(state)
        self.show_progress(state.progress, (self.save, self.before, self.answers))
        if state.error:
            self.notice.show_error(state.error)
        elif state.done[0]:
            self.notice.show_message("success" if state.done[1] else "warning", *state.done)
        else:
            self.notice.clear()

    def _show_counts(self, state: SendState) -> None:
        counts: tuple[tuple[Pill, str, Tone, int], ...] = (
            (self.ready, _("{count} siap dikirim"), "success", state.ready),
            (self.waiting, _("{count} menunggu keputusan"), "info", state.waiting),
            (self.held, _("{count} tertahan"), "warning", state.count("warning")),
            (self.over, _("{count} selesai"), "neutral", state.count("neutral")),
        )
        for pill, text, tone, count in counts:
            said = text.format(count=f"{count:,}".replace(",", "."))
            pill.show_state(said, tone if count else "neutral")
            pill.setVisible(state.loaded)
        text = _("Terima semua yang lengkap ({count})", count=state.waiting)
        self.accept.setText(text)
        self.accept.setAccessibleName(text)
        self.accept.setVisible(bool(state.waiting))
        usable(self.accept, state.why_not_accept())

    def _show_held(self, state: SendState) -> None:
        self._middle.setCurrentIndex(0 if state.held else 1)
        self._middle.setVisible(state.loaded and not (state.error and not state.held))
        self._empty.say(*_empty_words(state))
        if state.held is not self._shown:
            self._shown = state.held
            self.model.show_rows(state.held)
            self.table.fit_columns(_LONGEST_NAME, (0,), least=200)

    def _on_form(self) -> None:
        self.format_chosen.emit(cast(Format, self.form.raw()))

    def _on_again(self) -> None:
        self.again_chosen.emit(self.again.raw() == "again")

    def _on_opened(self, line: HeldLine) -> None:
        self.person_wanted.emit(line.record_id)


def _empty_words(state: SendState) -> tuple[str, str]:
    if state.ready:
        return (
            _("Tidak ada yang tertahan"),
            _("Semua yang dipilih bisa dikirim. Tulis berkasnya, lalu serahkan ke BPJS."),
        )
    return (
        _("Belum ada pendaftaran yang masuk"),
        _(
            "Di sini kantor mengirim pendaftaran yang diterima ke BPJS dan mencatat jawabannya.\n"
            "Ambil dulu berkas dari pos di halaman Kotak masuk."
        ),
    )
