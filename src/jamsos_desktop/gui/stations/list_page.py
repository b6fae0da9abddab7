"""The lists of officers and stations."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QPushButton, QStackedWidget, QWidget

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.stations.lines import OfficerLine, StationLine
from jamsos_desktop.gui.stations.reminder import SheetReminder
from jamsos_desktop.gui.stations.state import Rights, State
from jamsos_desktop.gui.tables import Column, RowsTable, TableView
from jamsos_desktop.gui.widgets.choice import Choice
from jamsos_desktop.gui.widgets.empty_state import EmptyState
from jamsos_desktop.gui.widgets.page_frame import PageFrame, usable
from jamsos_desktop.i18n import _, pgettext

_WIDEST = 360  # px


def officer_columns() -> list[Column[OfficerLine]]:
    """Who it is first, then whether they can sign in here."""
    return [
        Column(_("Nama"), _officer_name),
        Column(_("Nama pengguna"), lambda line: line.login),
        Column(_("Tugas"), lambda line: line.role),
        Column(
            _("Di laptop ini"),
            lambda line: _("bisa masuk") if line.here else _("belum punya kata sandi"),
            tone=lambda line: "success" if line.here else "neutral",
        ),
    ]


def station_columns() -> list[Column[StationLine]]:
    """Which station it is first."""
    return [
        Column(_("Pos"), lambda line: line.name),
        Column(_("Kode di nomor pendaftaran"), lambda line: line.code),
        Column(
            _("Laptop"),
            lambda line: _("hilang") if line.lost else _("masih ada"),
            tone=lambda line: "warning" if line.lost else "neutral",
        ),
    ]


class ListPage(PageFrame):
    """Officers, and at the office the stations as well."""

    password_wanted = Signal(object)
    change_wanted = Signal(object)
    add_wanted = Signal(str)
    answer_wanted = Signal(object)
    paper_wanted = Signal(object)
    lost_wanted = Signal(object)

    def __init__(self, rights: Rights, parent: QWidget | None = None) -> None:
        title = _("Pos & petugas") if rights.plan else pgettext("halaman", "Petugas")
        super().__init__(title, parent=parent)
        self._rights = rights
        self._state: State | None = None
        self.reminder = SheetReminder(self)
        officers, stations = pgettext("halaman", "Petugas"), pgettext("halaman", "Pos")
        self.tab = Choice([("officers", officers), ("stations", stations)], self)
        self.tab.setAccessibleName(_("Yang ditampilkan"))
        self.tab.set_raw("officers")
        self.officers: RowsTable[OfficerLine] = RowsTable(officer_columns(), self)
        self.stations: RowsTable[StationLine] = RowsTable(station_columns(), self)
        self.officer_table = TableView(self.officers, _("Daftar petugas"), self)
        self.station_table = TableView(self.stations, _("Daftar pos"), self)
        self.empty = EmptyState(
            "laptop-minimal",
            _("Belum ada pos"),
            _(
                "Pos adalah satu laptop di lapangan. Buat paketnya di flashdisk, tulis kodenya di"
                " kertas,\nlalu buka paket itu di laptop pos dari layar pertama program."
            ),
            self,
        )
        self.middle = QStackedWidget(self)
        self._fill()
        self._add_buttons()

    def _fill(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.tab)
        line.addStretch(1)
        self.tab.setVisible(self._rights.plan)
        for widget in (self.officer_table, self.station_table, self.empty):
            self.middle.addWidget(widget)
        self.body.addWidget(self.reminder)
        self.body.addLayout(line)
        self.body.addWidget(self.middle, 1)

    def _add_buttons(self) -> None:
        self.sheet = self.add_button(_("Lembar pemulihan…"))
        self.registered = self.add_button(_("Sudah terdaftar…"))
        self.lost = self.add_button(_("Laptop hilang…"))
        self.lost.clicked.connect(self._on_lost)
        self.answer = self.add_button(keys.label(_("Tulis balasan…"), "export"))
        self.answer.clicked.connect(self._on_answer)
        keys.bind("export", self, self.answer.click)
        self.paper = self.add_button(_("Balasan PDF…"))
        self.paper.clicked.connect(self._on_paper)
        self.add: QPushButton | None = None
        change = keys.label(_("Ubah…"), "correct") if self._rights.plan else _("Cabut izin masuk…")
        self.change = self.add_button(change)
        self.change.clicked.connect(self._on_change)
        keys.bind("correct", self, self.change.click)
        if self._rights.plan:
            self.password = self.add_button(_("Pasang kata sandi…"))
            self.add = self.set_primary(_("Tambah petugas"), "new")
            self.add.clicked.connect(self._on_add)
        else:
            self.password = self.set_primary(_("Pasang kata sandi"), "next", bind=False)
        self.password.clicked.connect(self._on_password)
        self.officer_table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.officer_table.opened.connect(self.password_wanted)
        self.officer_table.selectionModel().selectionChanged.connect(self._on_selection)
        self.station_table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.station_table.opened.connect(self.answer_wanted)
        self.station_table.selectionModel().selectionChanged.connect(self._on_selection)

    def table(self) -> QWidget:
        """The list that is shown."""
        stations = self._state is not None and self._state.tab == "stations"
        return self.station_table if stations else self.officer_table

    def show_state(self, state: State) -> None:
        """Show the list that was chosen."""
        before, self._state = self._state, state
        officers = state.tab == "officers"
        if self.tab.raw() != state.tab:
            self.tab.set_raw(state.tab)
        self.reminder.setVisible(state.known is not None and state.known.wants_sheet)
        if state.known is not None and (before is None or state.known != before.known):
            self._show_known(state)
        nothing = state.known is not None and not state.known.stations
        shown = self.empty if nothing else self.station_table
        self.middle.setCurrentWidget(self.officer_table if officers else shown)
        self.sheet.setVisible(officers and state.rights.sheet)
        self.password.setVisible(officers)
        self.change.setVisible(officers)
        self.registered.setVisible(not officers)
        self.answer.setVisible(not officers)
        self.lost.setVisible(not officers)
        self.paper.setVisible(not officers)
        if self.add is not None:
            text = _("Tambah petugas") if officers else _("Buat paket pos")
            self.add.setText(keys.label(text, "new"))
            self.add.setAccessibleName(text)
            usable(self.add, "" if officers else state.why_no_kit())
            self.status.setText(self.add.toolTip())
        self._say(state)
        self._on_selection()

    def _say(self, state: State) -> None:
        self.notice.show_outcome(
            state.error if state.step == "list" else None, success=state.success
        )

    def _show_known(self, state: State) -> None:
        assert state.known is not None
        self.officer_table.show_rows(state.known.officers, lambda line: line.id)
        self.station_table.show_rows(state.known.stations, lambda line: line.id)
        self.officer_table.fit_columns(_WIDEST, room=24)
        self.station_table.fit_columns(_WIDEST, room=24)

    def _chosen_station(self) -> StationLine | None:
        return next(iter(self.station_table.chosen()), None)

    def _on_selection(self) -> None:
        station = self._chosen_station()
        no_station = "" if station else _("Pilih dulu sebuah pos di daftar.")
        found = station is not None and station.lost
        self.lost.setText(_("Laptop ada lagi…") if found else _("Laptop hilang…"))
        usable(self.answer, no_station)
        usable(self.paper, no_station)
        usable(self.lost, no_station)
        chosen = self.officer_table.chosen()
        nobody = "" if len(chosen) == 1 else _("Pilih dulu seorang petugas di daftar.")
        usable(self.password, nobody)
        stays = "" if nobody or self._rights.plan else chosen[0].why_stays()
        usable(self.change, nobody or stays)

    def _on_answer(self) -> None:
        if (station := self._chosen_station()) is not None:
            self.answer_wanted.emit(station)

    def _on_paper(self) -> None:
        if (station := self._chosen_station()) is not None:
            self.paper_wanted.emit(station)

    def _on_lost(self) -> None:
        if (station := self._chosen_station()) is not None:
            self.lost_wanted.emit(station)

    def _on_change(self) -> None:
        for line in self.officer_table.chosen()[:1]:
            self.change_wanted.emit(line)

    def _on_password(self) -> None:
        for line in self.officer_table.chosen()[:1]:
            self.password_wanted.emit(line)

    def _on_add(self) -> None:
        officers = self._state is None or self._state.tab == "officers"
        self.add_wanted.emit("officer" if officers else "kit")


def _officer_name(line: OfficerLine) -> str:
    return _("{name} (Anda)", name=line.name) if line.own else line.name
