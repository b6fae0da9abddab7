"""Whom to visit in one RT: who it is, where, and what the last visit said."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QWidget

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.tables import Column, RowsTable, TableView
from jamsos_desktop.gui.visits.lines import OUTCOMES, DoorLine
from jamsos_desktop.gui.visits.presenter import State
from jamsos_desktop.gui.widgets.choice import Choice
from jamsos_desktop.gui.widgets.editor import TextEdit
from jamsos_desktop.gui.widgets.empty_state import EmptyState
from jamsos_desktop.gui.widgets.field import Field
from jamsos_desktop.gui.widgets.form import Form
from jamsos_desktop.gui.widgets.page_frame import PageFrame, usable
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _

_WIDEST = 230  # px


def columns() -> list[Column[DoorLine]]:
    """Who it is first."""
    return [
        Column(_("Nama"), lambda line: line.name),
        Column(
            _("Kunjungan"),
            lambda line: _(OUTCOMES[line.outcome][0]),
            tone=lambda line: OUTCOMES[line.outcome][1],
        ),
        Column(_("Alamat"), lambda line: line.address),
        Column(_("Catatan"), lambda line: line.said),
        Column(_("Pekerjaan"), lambda line: line.occupation),
    ]


class DoorPage(PageFrame):
    """Enter begins the form of the one who is marked."""

    register_wanted = Signal(object)
    note_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.model: RowsTable[DoorLine] = RowsTable(columns(), self)
        self.table = TableView(self.model, _("Calon yang belum terdaftar"), self)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.empty = EmptyState(
            "circle-check",
            _("Semua sudah terdaftar"),
            _("Di RT ini tidak ada lagi calon yang belum terdaftar."),
            self,
        )
        self.middle = QStackedWidget(self)
        self.middle.addWidget(self.table)
        self.middle.addWidget(self.empty)
        self.body.addWidget(self.middle, 1)
        self.back = self.add_button(_("Kembali"))
        text = _("Catat kunjungan")
        self.note = self.add_button(text)
        self.note.setText(keys.label(text, "visit"))
        self.register = self.set_primary(_("Daftarkan"), "next", bind=False)
        keys.bind("leave", self, self.back.click)
        keys.bind("visit", self, self.note.click)
        self.note.clicked.connect(self._on_note)
        self.register.clicked.connect(self._on_register)
        self.table.opened.connect(self.register_wanted)
        self.table.selectionModel().selectionChanged.connect(self._on_selection)

    def show_state(self, state: State) -> None:
        """Show the doors of the place."""
        if state.place is not None:
            self.heading.setText(state.place.name)
        doors = state.doors or ()
        if doors != self.model.rows():
            self.table.show_rows(doors, lambda line: line.record_id)
            self.table.fit_columns(_WIDEST, room=16)
        done = state.doors is not None and not doors
        self.middle.setCurrentWidget(self.empty if done else self.table)
        self._on_selection()

    def _on_selection(self) -> None:
        why = "" if self.table.chosen() else _("Pilih dulu seseorang di daftar.")
        for button in (self.register, self.note):
            usable(button, why)

    def _on_note(self) -> None:
        for line in self.table.chosen():
            self.note_wanted.emit(line)

    def _on_register(self) -> None:
        for line in self.table.chosen():
            self.register_wanted.emit(line)


class NoteForm(Form):
    """What became of a visit that led to no registration."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_heading(
            _("Kunjungan tanpa hasil"),
            _("Catatan ini ikut terkirim ke kantor. Catatan terakhir yang berlaku."),
        )
        self.who = words("", "group", self)
        self.add_widget(self.who)
        mistake = _("Catatan tadi keliru")
        outcomes = [
            (key, mistake if key == "belum" else _(text)) for key, (text, _tone) in OUTCOMES.items()
        ]
        self.add_field(Field("outcome", _("Yang terjadi"), Choice(outcomes)))
        hint = _("boleh kosong; misalnya: kembali sore, pindah ke Sidoarjo")
        self.add_field(Field("note", _("Catatan"), TextEdit(), hint))
        self.back = self.add_button(_("Kembali"))
        self.save = self.set_primary(_("Simpan catatan"), "save")
        keys.bind("leave", self, self.back.click)

    def begin(self, door: DoorLine) -> None:
        """An empty form for this door, or what was noted by mistake."""
        self.who.setText(" · ".join(filter(None, (door.name, door.address))))
        outcome = "" if door.outcome == "belum" else door.outcome
        self.set_values({"outcome": outcome, "note": ""})
        self.fields["outcome"].widget.setFocus(Qt.FocusReason.OtherFocusReason)
