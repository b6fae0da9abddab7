"""The side of the page "BPJS" that lists the answers that were recorded, and takes them back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.bpjs.taken import FileLine, PersonLine, TakenState
from jamsos_desktop.gui.participants.reason_bar import ReasonBar
from jamsos_desktop.gui.tables import Column, RowsTable, TableView
from jamsos_desktop.gui.widgets.empty_state import EmptyState
from jamsos_desktop.gui.widgets.page_frame import PageFrame, usable
from jamsos_desktop.gui.widgets.top_bar import Elided
from jamsos_desktop.i18n import _

_ROWS_SHOWN = 3
_LONGEST_FILE = 260  # px
_LONGEST = (180, 180, 230)  # px, of name, state and answer
_LEAST = 88  # px, of the people


class TakenPage(PageFrame):
    """The files above, the answers of the marked one below; a reason is asked in the files' place.

    There is no room for all three on a low screen.
    """

    file_chosen = Signal(str)
    person_undone = Signal(str, object)  # the reason, and whose answer
    file_undone = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Jawaban BPJS yang sudah dicatat"), parent=parent)
        self._state = TakenState()
        self.files: RowsTable[FileLine] = RowsTable(_file_columns(), self)
        self.people: RowsTable[PersonLine] = RowsTable(_person_columns(), self)
        self.file_table = TableView(self.files, _("Berkas jawaban"), self)
        self.table = TableView(self.people, _("Jawaban di berkas ini"), self)
        self.title = Elided("group", self)
        self.one = ReasonBar(self)
        self.whole = ReasonBar(self)
        self._middle = QStackedWidget(self)
        self._lay_out_body()
        self.undo_one = self.add_button(_("Batalkan jawaban orang ini"))
        self.undo_whole = self.add_button(_("Batalkan seluruh berkas"))
        self.back = self.add_button("")
        self.back.setText(keys.label(_("Kembali"), "leave"))
        self.back.setAccessibleName(_("Kembali"))
        keys.bind("leave", self, self._on_leave)
        self._connect()

    def _lay_out_body(self) -> None:
        lists = QWidget(self)
        column = QVBoxLayout(lists)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for table in (self.file_table, self.table):
            table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
            last = table.model().columnCount() - 1
            header = table.horizontalHeader()
            header.setSectionResizeMode(last, QHeaderView.ResizeMode.Stretch)
        for bar in (self.one, self.whole):
            bar.hide()
            bar.button.hide()  # the page's own buttons open it
            bar.back.clicked.connect(self._on_thought_better)
        self.table.setMinimumHeight(_LEAST)
        for widget in (self.file_table, self.one, self.whole, self.title):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        nothing = EmptyState(
            "shield-check",
            _("Belum ada jawaban BPJS yang dicatat"),
            _(
                "Di sini tampak setiap berkas jawaban yang pernah dicatat, dan jawabannya.\n"
                "Jawaban yang keliru dicatat dibatalkan di sini."
            ),
            self,
        )
        self._middle.addWidget(lists)
        self._middle.addWidget(nothing)
        self.body.addWidget(self._middle, 1)

    def _connect(self) -> None:
        self.undo_one.clicked.connect(self._on_ask_one)
        self.undo_whole.clicked.connect(self._on_ask_whole)
        self.one.confirmed.connect(self._on_one)
        self.whole.confirmed.connect(self.file_undone)
        self.file_table.selectionModel().selectionChanged.connect(self._on_file)
        self.table.selectionModel().selectionChanged.connect(self._on_person)

    def show_state(self, state: TakenState) -> None:
        """Show the state."""
        before, self._state = self._state, state
        if state.files != before.files:
            self._show_files(state)
        if state.people != before.people:
            self._show_people(state)
        self._size_files(state)
        self._middle.setCurrentIndex(1 if state.loaded and not state.files else 0)
        if state.people != before.people or state.progress:
            self._close_bars()
        file = state.file
        said = _("Jawaban di {file}, dicatat oleh {officer}")
        self.title.show_text(said.format(file=file.file, officer=file.officer) if file else "")
        self._enable()
        self.show_progress(state.progress, (self.undo_one, self.undo_whole))
        if not state.files:
            self.undo_one.hide()
            self.undo_whole.hide()
        if state.error:
            self.notice.show_error(state.error)
        elif state.said[1]:
            self.notice.show_message(*state.said)
        else:
            self.notice.clear()

    def take_focus(self) -> None:
        """The keys go to the list of files, or to the way back where it is empty."""
        empty = self._state.loaded and not self._state.files
        first = self.back if empty else self.file_table
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _person(self) -> PersonLine | None:
        rows = self.table.selectionModel().selectedRows()
        return self.people.row(rows[0]) if rows else None

    def _show_files(self, state: TakenState) -> None:
        self.files.show_rows(state.files)
        self.file_table.fit_columns()
        header = self.file_table.horizontalHeader()
        header.resizeSection(0, min(header.sectionSize(0), _LONGEST_FILE))
        for place, line in enumerate(state.files):
            if line.id == state.shown:
                self.file_table.selectRow(place)

    def _size_files(self, state: TakenState) -> None:
        """A row less where something is said above them."""
        table = self.file_table
        most = _ROWS_SHOWN - (1 if state.error or state.said[1] else 0)
        rows = min(max(len(state.files), 1), most) * table.verticalHeader().defaultSectionSize()
        table.setFixedHeight(rows + table.horizontalHeader().sizeHint().height() + 6)

    def _show_people(self, state: TakenState) -> None:
        place = max(self.table.currentIndex().row(), 0)
        self.people.show_rows(state.people)
        self.table.fit_columns()
        header = self.table.horizontalHeader()
        for section, longest in enumerate(_LONGEST):
            header.resizeSection(section, min(header.sectionSize(section), longest))
        if state.people:
            self.table.selectRow(min(place, len(state.people) - 1))

    def _enable(self) -> None:
        person = self._person()
        none = "" if person else _("Pilih dulu orangnya.")
        usable(self.undo_one, self._state.why_not_undo(person) or none)
        usable(self.undo_whole, self._state.why_not_undo())

    def _close_bars(self) -> None:
        self.one.hide()
        self.whole.hide()
        self.file_table.show()

    def _on_file(self) -> None:
        rows = self.file_table.selectionModel().selectedRows()
        if rows:
            self.file_chosen.emit(self.files.row(rows[0]).id)

    def _on_person(self) -> None:
        self._close_bars()
        self._enable()

    def _ask(self, bar: ReasonBar, order: str, question: str) -> None:
        self._close_bars()
        more = _("Yang berlaku sebelumnya berlaku lagi; nomor dari BPJS ikut hilang.")
        bar.offer(order, question, more, "")
        self.file_table.hide()
        bar.ask()

    def _on_ask_one(self) -> None:
        person = self._person()
        if person is not None:
            question = _("Batalkan jawaban BPJS tentang {name}?", name=person.name)
            self._ask(self.one, _("Batalkan jawaban"), question)

    def _on_ask_whole(self) -> None:
        file = self._state.file
        if file is not None:
            question = _("Batalkan {count} jawaban dari {file}?", count=file.left, file=file.file)
            self._ask(self.whole, _("Batalkan seluruhnya"), question)

    def _on_one(self, reason: str) -> None:
        person = self._person()
        if person is not None:
            self.person_undone.emit(reason, person)

    def _on_leave(self) -> None:
        """Escape closes the question first."""
        if self.one.isVisible() or self.whole.isVisible():
            self._on_thought_better()
        else:
            self.back.click()

    def _on_thought_better(self) -> None:
        self._close_bars()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)


def _file_columns() -> list[Column[FileLine]]:
    """Which file it is first."""
    return [
        Column(_("Berkas"), lambda line: line.file),
        Column(_("Keadaan"), lambda line: line.state, tone=lambda line: line.tone),
        Column(_("Jawaban"), lambda line: line.contents),
        Column(_("Dicatat"), lambda line: line.when),
    ]


def _person_columns() -> list[Column[PersonLine]]:
    """Who it is first."""
    return [
        Column(_("Nama"), lambda line: line.name),
        Column(_("Keadaan"), lambda line: line.state, tone=lambda line: line.tone),
        Column(_("Jawaban"), lambda line: line.answer),
        Column(_("Nomor"), lambda line: line.number),
        Column(_("Kartu"), lambda line: line.card),
    ]
