"""The page "Program & kegiatan"."""

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QStackedLayout,
    QStackedWidget,
    QWidget,
)

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.planning.forms import EventPage, ProgrammePage
from jamsos_desktop.gui.planning.lines import EventLine, ProgrammeLine
from jamsos_desktop.gui.planning.presenter import PlanningPresenter, State, Tab
from jamsos_desktop.gui.tables import Column, RowsTable, TableView
from jamsos_desktop.gui.widgets.choice import Choice
from jamsos_desktop.gui.widgets.empty_state import EmptyState
from jamsos_desktop.gui.widgets.page_frame import PageFrame, usable
from jamsos_desktop.gui.widgets.when_shown import when_shown
from jamsos_desktop.i18n import _, pgettext

_WIDEST = 280  # px: a very long name must not push the rest out of sight


def event_columns() -> list[Column[EventLine]]:
    """Which event it is first."""
    return [
        Column(_("Kegiatan"), lambda line: line.name),
        Column(_("Keadaan"), lambda line: line.state, tone=lambda line: line.tone),
        Column(_("Tanggal"), lambda line: line.date),
        Column(_("Sasaran"), lambda line: line.target, numbers=True),
        Column(_("Tempat"), lambda line: line.place),
        Column(_("Wilayah"), lambda line: line.region),
        Column(_("Program"), lambda line: line.programme),
    ]


def programme_columns() -> list[Column[ProgrammeLine]]:
    """Which programme it is first."""
    return [
        Column(_("Program"), lambda line: line.name),
        Column(_("Yang membayar"), lambda line: line.payer),
        Column(_("Sumber dana"), lambda line: line.fund),
        Column(_("Perlindungan"), lambda line: line.cover),
        Column(_("Aturan"), lambda line: line.rules),
        Column(_("NPW wadah"), lambda line: line.group_number),
        Column(_("Kantor cabang"), lambda line: line.branch),
    ]


class ListPage(PageFrame):
    """Events or programmes."""

    change_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Program & kegiatan"), parent=parent)
        events, programmes = pgettext("halaman", "Kegiatan"), pgettext("halaman", "Program")
        self.tab = Choice([("events", events), ("programmes", programmes)], self)
        self.tab.setAccessibleName(_("Yang ditampilkan"))
        self.tab.set_raw("events")
        self.events: RowsTable[EventLine] = RowsTable(event_columns(), self)
        self.programmes: RowsTable[ProgrammeLine] = RowsTable(programme_columns(), self)
        self.event_table = TableView(self.events, _("Daftar kegiatan"), self)
        self.programme_table = TableView(self.programmes, _("Daftar program"), self)
        self.tables: dict[Tab, TableView[EventLine] | TableView[ProgrammeLine]]
        self.tables = {"events": self.event_table, "programmes": self.programme_table}
        self.empty = EmptyState("calendar-days", "", "", self)
        self._middle = QStackedWidget(self)
        for widget in (*self.tables.values(), self.empty):
            self._middle.addWidget(widget)
        line = QHBoxLayout()
        line.addWidget(self.tab)
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addWidget(self._middle, 1)
        self.change = self.add_button(keys.label(_("Ubah"), "correct"))
        self.change.setAccessibleName(_("Ubah yang dipilih"))
        self.change.clicked.connect(self._on_change)
        keys.bind("correct", self, self.change.click)
        self.add = self.set_primary(_("Tambah kegiatan"), "new")
        for table in self.tables.values():
            table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
            table.opened.connect(self.change_wanted)
            table.selectionModel().currentRowChanged.connect(self._on_row)
            table.model().modelReset.connect(self._on_row)
        self._shown: object = None

    def show_state(self, state: State) -> None:
        """Show the list that was chosen."""
        if self.tab.raw() != state.tab:
            self.tab.set_raw(state.tab)
        first = state.next_step == "programme"
        text = _("Tambah program") if first else _("Tambah kegiatan")
        self.add.setText(keys.label(text, "new"))
        self.add.setAccessibleName(text)
        usable(self.add, "" if state.planned is not None else _("Sedang dimuat…"))
        self._show_plan(state)
        self._on_row()
        self.notice.show_outcome(state.error if state.step == "list" else None)

    def _show_plan(self, state: State) -> None:
        planned = state.planned
        if planned is not None and planned != self._shown:
            self._shown = planned
            self.event_table.show_rows(planned.events, lambda line: line.id)
            self.programme_table.show_rows(planned.programmes, lambda line: line.id)
            self.event_table.fit_columns(_WIDEST)
            self.programme_table.fit_columns(_WIDEST)
        nothing = planned is not None and not (
            planned.events if state.tab == "events" else planned.programmes
        )
        self._middle.setCurrentWidget(self.empty if nothing else self.tables[state.tab])
        if state.next_step == "programme":
            self.empty.say(
                _("Belum ada program"),
                _(
                    "Program mencatat siapa yang membayar iuran dan berapa lama.\n"
                    "Mulailah dengan menambah program, lalu kegiatannya."
                ),
            )
        else:
            self.empty.say(
                _("Belum ada kegiatan"),
                _(
                    "Kegiatan adalah satu hari pendaftaran di satu tempat.\n"
                    "Tambahkan kegiatan, lalu buat paket untuk laptop pos di Pos & petugas."
                ),
            )

    def chosen(self) -> EventLine | ProgrammeLine | None:
        """The line that is chosen in the list that is shown."""
        if self.tab.raw() == "events":
            return next(iter(self.event_table.chosen()), None)
        return next(iter(self.programme_table.chosen()), None)

    def _on_row(self, *_indexes: object) -> None:
        usable(self.change, "" if self.chosen() else _("Pilih dulu satu baris di daftar."))

    def _on_change(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.change_wanted.emit(chosen)


class PlanningView(QWidget):
    """The list, and over it the form for something new."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self._state = State()
        self.list = ListPage(self)
        self.programme = ProgrammePage(context.desk.clock().date(), self)
        self.event_form = EventPage(self)
        self._pages: dict[str, QWidget] = {
            "list": self.list,
            "programme": self.programme,
            "event": self.event_form,
        }
        self._stack = QStackedLayout(self)
        for page in self._pages.values():
            self._stack.addWidget(page)
        self.presenter = PlanningPresenter(self, context.jobs, context.desk, context.tell_done)
        self._connect()
        self.display(self._state)
        when_shown(self, self.presenter.refresh)

    def _connect(self) -> None:
        self.list.tab.edited.connect(self._on_tab)
        self.list.add.clicked.connect(self.presenter.begin)
        self.list.change_wanted.connect(self.presenter.change)
        for form in (self.programme, self.event_form):
            form.back.clicked.connect(self.presenter.leave)
        self.programme.submitted.connect(self._on_programme)
        self.event_form.submitted.connect(self._on_event)

    def display(self, state: State) -> None:
        """Show the state."""
        moved = state.step != self._state.step
        self._state = state
        self.list.show_state(state)
        self._stack.setCurrentWidget(self._pages[state.step])
        if state.step == "list":
            if moved:
                self.list.tables[state.tab].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        form = self.programme if state.step == "programme" else self.event_form
        if moved:
            self._begin(state)
        form.set_busy(state.busy)
        form.show_findings(state.findings)
        form.notice.show_outcome(state.error)
        if moved:
            form.go_to("name")

    def _begin(self, state: State) -> None:
        if state.planned is not None:
            self.programme.offer(state.planned.books)
            self.event_form.offer(state.planned.programmes, state.planned.events)
        line = state.line
        if state.step == "programme":
            self.programme.begin(line.form if isinstance(line, ProgrammeLine) else None)
        else:
            self.event_form.begin(line.form if isinstance(line, EventLine) else None)

    def _on_tab(self) -> None:
        self.presenter.choose(cast("Tab", self.list.tab.raw()))

    def _on_programme(self) -> None:
        self.presenter.save_programme(self.programme.given())

    def _on_event(self) -> None:
        self.presenter.save_event(self.event_form.given())
